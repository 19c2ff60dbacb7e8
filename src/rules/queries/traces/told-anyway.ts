// Branches that end in failure, behind which whoever waits is told of success whichever branch was taken.

import { isClient } from '../../../model/ends'
import type { Connection, System } from '../../../model/system'
import { fails, furthest, isAnswer, saidIn, wasAsked } from './answers'
import {
  type Branch,
  branchesAround,
  branchesIn,
  isAnotherScenario,
  mayFollow,
  withParents,
} from './branches'
import { saysFailure } from './failures'

export interface ToldAnyway {
  /** The last step of the branch that says so. */
  readonly failed: Connection
  readonly told: Connection
}

export function toldAnyway(branch: Branch, system: System): ToldAnyway | undefined {
  const { connections, diagram } = system
  const { first, last, fragment } = branch
  if (last < first || !saysFailure(branch) || !ways.has(fragment.fragment)) return undefined
  const inside = connections.slice(first, last + 1)
  const failed = inside.findLast(each => saysFailed.test(saidIn(each)))
  if (!failed || inside.some(turnsToGood)) return undefined
  const end = branchesIn(diagram).findLast(each => each.fragment === fragment)?.last ?? last
  const behind = connections.slice(end + 1, end + furthest)
  const told = behind.find(each => isTold(each, failed, branch, system))
  if (!told || !stands(told, branch, system) || inside.some(({ to }) => to === told.to)) return undefined
  const between = behind.slice(0, behind.indexOf(told))
  const isClear =
    between.every(each => each.from === each.to || each.to !== told.to) &&
    ![...between, told].some(each => opensFlow(each, told)) &&
    !isAnotherScenario(diagram, failed.span, told.span)
  return isClear ? { failed, told } : undefined
}

const ways: ReadonlySet<string> = new Set(['alt', 'opt'])

const saysFailed =
  /\b(?:fail(?:ed|ure|s)?|errors?|declin\w+|reject\w+|compensat\w+|roll(?:ed)?[- ]?back)\b|실패|오류|거절|失败|失敗|错误|拒绝|エラー|ошибк|отказ|falh\w*|fall[oó]\w*|rechaz\w*/i

/** Another attempt, or another way, may still lead to success. */
const turnsToGood = (each: Connection): boolean =>
  /\b(?:retr\w+|fall-?back\w*|queue\w*|dlq|dead[- ]letter\w*|continue\w*|skip\w*|ignor\w*|default\w*|cache\w*|later|again|alert\w*|warn\w*)\b|重试|再試行|재시도|повтор/i.test(
    saidIn(each),
  ) ||
  (isAnswer(each) && /\b(?:success\w*|2\d\d|ok)\b|성공|成功/i.test(saidIn(each)))

/** The one who asked, by whoever saw it fail; of a payment, the customer, by whomever. */
function isTold(each: Connection, failed: Connection, branch: Branch, system: System): boolean {
  const { from, to } = each
  const words = saidIn(each)
  if (from === to || fails(each) || either.test(words)) return false
  if (isClient(to) && isOfMoney(branch, system)) return paid.test(words)
  return (
    isAnswer(each) &&
    from === failed.caller &&
    !isAnswer(failed) &&
    saysSuccess.test(words) &&
    wasAsked(each, branch, system)
  )
}

const either =
  /\bor\b|\w ?\/ ?\w|\bresults?\b|결과|结果|結果|результат|(?:성공|成功)[^\n]{0,4}(?:실패|失败|失敗)/i

const saysSuccess =
  /(?:^|[^a-z])(?:success(?:ful(?:ly)?)?|succeeded|paid|confirmed|approved|created|completed)(?![a-z])|성공|완료|成功|完了|успе[хш]|sucesso|éxito|exitos[oa]/i

const paid =
  /\b(?:payment|order|booking|purchase|checkout)\b[^\n]{0,20}\b(?:success\w*|complete[ds]?|confirm(?:ed|ation)|paid|placed)\b|\b(?:successful|confirmed|completed) (?:payment|order|booking|purchase)\b|(?:결제|주문|예약|예매) ?(?:이 ?)?(?:완료|성공)|(?:支付|付款|订单|下单)(?:成功|完成)|(?:決済|注文|予約)(?:が)?(?:完了|成功)|(?:pago|compra|pedido)\s+(?:exitos[oa]|confirmad[oa]|completad[oa])|(?:оплата|заказ)\s+(?:прош|успеш|оплачен|подтвержд)/i

/** The title or the step before it speaks of a payment. */
function isOfMoney({ opening, fragment }: Branch, { connections }: System): boolean {
  const before = connections.slice(Math.max(0, opening - 2), opening + 1).map(saidIn)
  return [...fragment.sections.map(({ label }) => label), ...before].some(words => money.test(words))
}

const money =
  /\b(?:payments?|charg\w*|captur\w*|debit\w*|card|pago|cobro|pagamento|zahlung)\b|결제|잔액|승인|支付|扣款|付款|決済|оплат|плат[её]ж/i

/** In each branch that the failure stands in, and in none besides. */
function stands({ index }: Connection, branch: Branch, { diagram }: System): boolean {
  const own = withParents(branch)
  const around = branchesAround(diagram, index)
  return (
    mayFollow(diagram, branch.last, index) &&
    own.every(each => each.fragment.fragment !== 'loop' || around.includes(each)) &&
    around.every(each => own.includes(each) || each.fragment.fragment === 'rect')
  )
}

/** Whoever is told begins something else in between. */
const opensFlow = ({ from, to, role }: Connection, told: Connection): boolean =>
  role.value !== 'reply' && from === told.to && to !== from
