// What was taken before a later step fails, and is never given back.

import { isClient } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import {
  type Branch,
  branchesIn,
  mayFollow,
  notesIn,
  standsIn,
  withParents,
} from '../queries/traces/branches'
import { givingBack, isAnsweredAsPaid, type Taking, takingOf } from '../queries/traces/effects'
import { saysFailure, saysFailureInWords } from '../queries/traces/failures'
import { visibleText } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

export const effectNotUndone = defineRule({
  id: 'effect-not-undone',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'A step fails after money or stock was taken, and nothing gives it back.',
  presets: { recommended: 'info' },
  raised: 'warning',
  everyDiagram: true,
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    const taken = takenIn(system)
    if (taken.length === 0) return
    // Between parts of one program, what fails is seldom paid for.
    const failures = system.architecture.value
      ? branchesIn(system.diagram).filter(branch => saysFailure(branch) || isRefused(branch, system))
      : []
    for (const branch of failures) {
      const kept = taken.findLast(each => outlives(each, branch, system))
      if (kept && !isTriedAgain(branch, system) && !givesBack(branch, kept, system)) yield judge(kept, branch)
    }
    yield* withoutFailure(taken, system)
  },
})

/** Whatever its title says: it begins with `422 no capacity`. */
const isRefused = ({ fragment, first, last }: Branch, { connections }: System): boolean => {
  const answer = connections[first]
  return (
    fragment.fragment === 'alt' &&
    answer !== undefined &&
    first <= last &&
    answer.role.value === 'reply' &&
    /^\W*(?:HTTP )?[45]\d\d\b/.test(answer.arrow.text)
  )
}

interface Taken {
  readonly what: Taking
  readonly connection: Connection
}

/** A lock in Redis is given back when it expires: whether it does, `lock-without-expiry` asks. */
const isLock = ({ arrow }: Connection): boolean =>
  /\bsetnx\b|\bset\b[^;|\n]{1,60}?\bnx\b/i.test(wordingOf(arrow))

const takenIn = ({ connections }: System): readonly Taken[] =>
  connections.flatMap((connection): Taken[] => {
    if (isLock(connection)) return []
    const what = takingOf(connection) ?? (isAnsweredAsPaid(connection, connections) ? 'money' : undefined)
    return what ? [{ what, connection }] : []
  })

/** So many messages away, something else goes on. */
const furthest = 60

/** What failed is done later, so that nothing has to be given back; a branch behind the last attempt does not do so. */
const isTriedAgain = ({ section, first, last }: Branch, { connections }: System): boolean =>
  !inVain.test(section.label) &&
  connections
    .slice(first, last + 1)
    .map(({ arrow }) => wordingOf(arrow))
    .some(words => again.test(words) && !inVain.test(words))

const again =
  /\bretr(?:y|ies|ied|ying)\b|\bre-?queue|\bdead[- ]?letter|\bdlq\b|재시도|重试|再試行|повтор\p{L}* попыт|\breintent/iu
const inVain =
  /\b(?:retr|attempt)\w*\b[^.|\n]{0,20}\b(?:exhaust|exceed|fail|over\b|used up)|\b(?:exhaust|exceed|fail|max|after|no more|last|final|please|later)\w*\b[^.|\n]{0,20}\b(?:retr|attempt)/i

/** In the branch, or behind all of them. */
function givesBack(branch: Branch, { what }: Taken, { connections, diagram }: System): boolean {
  const { section, first, last, fragment } = branch
  const behind = branchesIn(diagram).findLast(each => each.fragment === fragment)?.last ?? last
  const said = [
    section.label,
    ...connections.slice(first, last + 1).map(({ arrow }) => wordingOf(arrow)),
    ...notesIn(diagram).flatMap(({ text, span }) => (standsIn(span, branch) ? [text] : [])),
    ...connections.slice(behind + 1, behind + furthest).map(({ arrow }) => wordingOf(arrow)),
  ]
  return said.some(words => givingBack[what].test(words))
}

/** What nobody pays for in time is cancelled, or runs out by itself. */
const runsOut = [
  String.raw`(?:orders?|bookings?)\b[^.|\n]{0,40}(?:\bexpir|\btime[sd]?[- ]?out\b[^.|\n]{0,40}\bcancel)|\bauto(?:matic(?:ally)?)?[- ]?cancel|\bcancel\w* (?:the |all )?(?:unpaid|expired|stale|abandoned)|\bunpaid\b[^.|\n]{0,40}\bcancel`,
  String.raw`(?:reserv|pedido|orden\b|commande)\w*[^.|\n]{0,40}(?:expir|caduc|venc)|(?:bestell|reservier)\w*[^.|\n]{0,40}(?:verf[aä]ll|abgelaufen|läuft ab)`,
  '超时[^。|\\n]{0,8}(?:取消|关闭|释放|关单|未支付)|(?:订单|预订|预约|预占|锁定)[^。|\\n]{0,8}(?:过期|超时)|自动取消|逾時[^。|\\n]{0,8}取消|自動(?:取消|キャンセル)|期限切れ|タイムアウト[^。|\\n]{0,8}(?:キャンセル|解放)',
  '자동 ?취소|(?:주문|예약|좌석|재고|선점)[^.|\\n]{0,12}만료|(?:시간 ?초과|타임아웃)[^.|\\n]{0,12}(?:취소|해제)|автоотмен|(?:резерв|брон|заказ)[^.|\\n]{0,30}(?:истек|истеч|просроч)|(?:đơn|giữ|đặt)[^.|\\n]{0,20}(?:hết hạn|quá hạn)|tự động h[uủ][ỷy]',
].join('|')

const released =
  /compensat|roll(?:s|ed|ing)?[ -]?back|releas\w* [^.\n]{0,30}(?:stock|inventor|seat|reserv|hold|lock|slot|room)|(?:stock|inventor|seat|reserv|hold|lock|slot|room)\w*[^.\n]{0,40}(?:releas|expir|\bttl\b|time-?out|restor)|보상 ?트랜잭션|롤백|복구|补偿|回滚|释放|補償/i
const freed = new RegExp(`${released.source}|${runsOut}`, 'i')

/** Its author has thought of it. */
const settled: Readonly<Record<Taking, RegExp>> = {
  money:
    /compensat|refund|roll(?:s|ed|ing)?[ -]?back|reconcil|chargeback|보상 ?트랜잭션|환불|롤백|补偿|退款|補償|返金|estorn|reembols/i,
  stock: freed,
}

const showsIt =
  (what: Taking) =>
  ({ diagram }: System): boolean =>
    settled[what].test(visibleText(diagram))

/** Of what its own failure is told. */
const about: Readonly<Record<Taking, RegExp>> = {
  money:
    /pay|charg|card\b|credit|declin|fund|balance|bank|stripe|결제|잔액|支付|扣款|余额|決済|pago|pagamento|saldo|zahlung|оплат|плат[её]ж|списа/i,
  stock:
    /stock|inventory|seat|reserv|availab|sold|room|slot|lock|ticket|coupon|재고|좌석|쿠폰|库存|座位|在庫|座席|estoque|asiento|остат|склад|мест/i,
}

/** It was taken before in the same run, and something else failed. */
function outlives(taken: Taken, branch: Branch, system: System): boolean {
  const { connection } = taken
  const { connections, diagram } = system
  const { first, last, opening } = branch
  // Within the fragment itself it is one of the ways out.
  if (last < first || connection.index >= opening || connection.index < opening - furthest) return false
  if (!mayFollow(diagram, connection.index, first)) return false
  const between = connections.slice(connection.index + 1, opening)
  if (between.some(startsAnew) || !isOver(connection, between)) return false
  // Where its own failure stands around the branch, nothing was taken.
  return withParents(branch).every(
    each =>
      (each !== branch && (each.opening <= connection.index || !saysFailure(each))) ||
      isAnothersFailure(taken, each, system),
  )
}

/** By its title, and by what was asked for last before it. */
function isAnothersFailure({ what, connection }: Taken, branch: Branch, { connections }: System): boolean {
  const { opening, section } = branch
  const subject = connections
    .slice(connection.index + 1, opening)
    .findLast(({ role }) => role.value !== 'reply')
  return (
    subject !== undefined &&
    takingOf(subject) !== what &&
    !section.label.toLowerCase().includes(connection.callee.name.toLowerCase()) &&
    !about[what].test(`${section.label} ${wordingOf(subject.arrow)}`)
  )
}

/** It was answered, or who asked for it has gone on to something else. */
const isOver = ({ caller, callee, from, to }: Connection, after: readonly Connection[]): boolean =>
  from === to ||
  after.some(
    each =>
      (each.from === callee && each.to === caller) ||
      (each.role.value !== 'reply' &&
        each.caller === caller &&
        each.callee !== callee &&
        each.from !== each.to),
  )

/** Somebody asks for something else. */
const startsAnew = ({ caller, from, role }: Connection): boolean =>
  role.value !== 'reply' && caller === from && isClient(caller)

function judge({ what, connection }: Taken, { section }: Branch): Report {
  const { caller, arrow } = connection
  return {
    raised: true,
    at: section.header,
    message: `After "${section.label}", nothing undoes what ${caller.name} did before ("${wordingOf(arrow)}"). ${harm[what]} Draw the ${remedy[what]} in this branch, or a job that looks for such cases later.`,
    oncePerDocument: what,
    settledBy: settled[what],
    refutedBy: showsIt(what),
    related: [{ at: labelSpanOf(connection), message: 'Taken here' }],
  }
}

const harm: Readonly<Record<Taking, string>> = {
  money: 'The customer has paid for something that does not exist.',
  stock: 'It stays taken, and nobody else can have it.',
}
const remedy: Readonly<Record<Taking, string>> = { money: 'refund', stock: 'release' }

/** Behind it, in what is done or noted; an answer that names all outcomes (`paid, declined or unknown`) says nothing of what follows. */
const tellsOfFailure = ({ index, span }: Connection, { connections, diagram }: System): boolean =>
  [
    ...connections
      .slice(index + 1)
      .filter(({ role }) => role.value !== 'reply')
      .map(({ arrow }) => wordingOf(arrow)),
    ...notesIn(diagram).flatMap(note => (note.index > index ? [note.text] : [])),
    ...branchesIn(diagram).flatMap(({ section: { header, label } }) =>
      header.start > span.start ? [label] : [],
    ),
  ].some(saysFailureInWords)

const isPayment = (connection: Connection): boolean =>
  takingOf(connection) === 'money' ||
  (connection.role.value === 'call' && /pay(?:ment|pal)|stripe|결제|支付|決済/i.test(connection.callee.text))

/** Something scarce is taken, then money is asked for, and no word behind it tells of a payment that fails. */
function* withoutFailure(open: readonly Taken[], system: System): Iterable<Report> {
  const { connections, diagram } = system
  if (givingBack.stock.test(visibleText(diagram))) return
  const stock = open.find(({ what }) => what === 'stock')?.connection
  if (!stock || tellsOfFailure(stock, system)) return
  const pays = connections
    .slice(stock.index + 1)
    .find(each => isPayment(each) && mayFollow(diagram, stock.index, each.index))
  if (!pays) return
  yield {
    at: labelSpanOf(pays),
    message: `${stock.caller.name} does "${wordingOf(stock.arrow)}" before it is paid for, and nothing says what happens to it if the payment fails or never arrives. ${harm.stock} Draw that branch with the release, or let reservations expire.`,
    oncePerDocument: 'stock',
    settledBy: settled.stock,
    refutedBy: showsIt('stock'),
    related: [{ at: labelSpanOf(stock), message: 'Taken here' }],
  }
}
