// Money and stock of which a trace sees whether there is enough, and which it takes later without looking again.

import { saysWrite } from '../../../knowledge'
import { type End, isClient, isService } from '../../../model/ends'
import type { Connection, System } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import { fails } from './answers'
import { branchesIn, mayFollow } from './branches'
import { takingOf } from './effects'
import { handsOutWhatIsLeft, keeps } from './two-steps'

export interface CheckedOnly {
  readonly kind: 'spent' | 'sold' | 'deducted'
  readonly look: Connection
  /** The step that needs what was seen to be there still. */
  readonly act: Connection
}

/** So many messages later, another request is served. */
const furthest = 40

/** The first of a trace. */
export function checkedOnly(system: System): CheckedOnly | undefined {
  for (const look of system.connections) {
    const words = wordingOf(look.arrow)
    if (look.role.value === 'reply' || !isLook(words) || isUser(look.caller, system)) continue
    const found =
      (balance.test(words) ? spentAfter(look, system) : undefined) ??
      (goods.test(words) ? soldAfter(look, system) : undefined) ??
      deductedAfter(look, system)
    if (found) return found
  }
  return undefined
}

/** Whoever is asked by others, and answers them, is the part of the system that is named after its users. */
const isUser = (end: End, { connections }: System): boolean => {
  if (!isClient(end)) return false
  const asked = connections.find(
    ({ role, caller, callee }) => role.value !== 'reply' && callee === end && !isClient(caller),
  )
  return !connections.some(
    ({ role, from, to, index }) =>
      asked !== undefined &&
      index > asked.index &&
      role.value === 'reply' &&
      from === end &&
      to === asked.caller,
  )
}

const isLook = (words: string): boolean =>
  looking.test(words) && !saysWrite(words) && !/\b(?:reserv|hold|lock|block|allocat)\w*/i.test(words)

const looking =
  /\b(?:select|check|get|read|query|fetch|verify|validate|ensure|consulta\w*|verifica\w*|vérifie\w*|comprueba\w*|prüf\w*|sprawd\p{L}*)|查询|检查|校验|確認|照会|조회|확인|провер/iu

const balance =
  /\b(?:balances?|funds|credits?|saldo|solde|kontostand|guthaben)\b|余额|残高|잔액|баланс|остат/i

const goods =
  /\b(?:stocks?|inventory|seats?|rooms?|tickets?|(?:product|item|room|seat|slot|ticket)s? avail\w+|availability|bestand|existencias|estoque)\b|库存|座位|在庫|座席|재고|좌석|наличи/i

const after = (look: Connection, { connections, diagram }: System): readonly Connection[] =>
  connections
    .slice(look.index + 1, look.index + furthest)
    .filter(({ index, role }) => role.value !== 'reply' && mayFollow(diagram, look.index, index))

/** Enough on an account, and a booking that lives on it, at the store that keeps both. */
function spentAfter(look: Connection, system: System): CheckedOnly | undefined {
  const isOwn = look.from === look.to && isService(look.from)
  if (!keeps(look.callee) && !isOwn) return undefined
  const act = after(look, system).find(
    ({ caller, callee, arrow }) =>
      caller === look.caller &&
      (isOwn ? keeps(callee) : callee === look.callee) &&
      spending.test(wordingOf(arrow)),
  )
  return act && comparesBefore(look, act, system) ? { kind: 'spent', look, act } : undefined
}

const spending =
  /\b(?:create|insert|record|save|store|make|execute|perform)s?\b (?:into |an? |the |new )*(?:\w+ )?(?:transactions?|transfers?|withdrawals?|payouts?|payments?|bets?)\b|\b(?:transfer|withdraw)s? (?:the )?(?:money|funds|amount)\b|创建(?:交易|转账)|거래 ?생성|создать (?:перевод|транзакц)/i

/** In its own words, in its answer, or in the branches between the two. */
function comparesBefore(look: Connection, act: Connection, { connections, diagram }: System): boolean {
  if (comparing.test(wordingOf(look.arrow))) return true
  const isAnswered = connections
    .slice(look.index + 1, act.index)
    .some(
      each => each.from === look.callee && each.to === look.caller && comparing.test(wordingOf(each.arrow)),
    )
  if (isAnswered) return true
  return branchesIn(diagram).some(
    ({ section: { header, label } }) =>
      header.start > look.span.start && header.start < act.span.start && comparing.test(label),
  )
}

const comparing =
  /\b(?:in)?sufficient\w*|\b(?:not )?enough\b|\b(?:out of|in) stock\b|>=|≥|<|\b(?:un)?available\b|suficiente|suffisant|ausreichend|genug|wystarcz|足够|不足|충분|부족|있(?:음|으면|는 경우)|없(?:음|으면|는 경우)|достаточн|недостаточн/i

/** Goods that are there, then money for them, and nothing that holds them until it is taken. */
function soldAfter(look: Connection, system: System): CheckedOnly | undefined {
  if (system.connections.some(({ arrow }) => holding.test(wordingOf(arrow)))) return undefined
  const act = after(look, system).find(
    each => each.caller === look.caller && each.from !== each.to && takingOf(each) === 'money',
  )
  if (!act) return undefined
  const isTakenBefore = system.connections.some(each => each.index < act.index && takingOf(each) === 'stock')
  return isTakenBefore ? undefined : { kind: 'sold', look, act }
}

/** Something is held until it is paid for, or given back when it is gone. */
const holding =
  /\b(?:reserv|hold|lock|block|allocat|claim|refund|compensat|void|releas|restor)\w*|预占|锁定|预扣|仮押|引当|確保|선점|예약|резерв|возврат/i

/** What a service was asked for is compared by its caller, who then has the service take it, whatever is left by then. */
function deductedAfter(look: Connection, system: System): CheckedOnly | undefined {
  if (look.from === look.to || keeps(look.callee)) return undefined
  const what = scarce.exec(wordingOf(look.arrow))?.[0].toLowerCase().replace(/s$/, '')
  if (what === undefined) return undefined
  const act = after(look, system).find(
    each =>
      each.caller === look.caller &&
      each.callee === look.callee &&
      (deducting.test(wordingOf(each.arrow)) || handsOutWhatIsLeft(look, each)) &&
      wordingOf(each.arrow).toLowerCase().includes(what),
  )
  if (!act || !comparesBefore(look, act, system)) return undefined
  const isRefused = system.connections.some(
    each => each.index > act.index && each.from === act.callee && each.to === act.caller && fails(each),
  )
  return isRefused ? undefined : { kind: 'deducted', look, act }
}

const scarce =
  /\b(?:stocks?|inventory|balances?|seats?|coupons?|vouchers?|funds|saldo|estoque)\b|库存|余额|优惠券|在庫|残高|クーポン|재고|잔액|쿠폰/i

const deducting =
  /^\W*(?:\d+\W+)?(?:deduct|decrement|decreas|reduc|debit|subtract|descont|descuent)\w*|^\W*update (?:the )?(?:source|sender|payer|from)\b|扣减|차감|減算|списа/i
