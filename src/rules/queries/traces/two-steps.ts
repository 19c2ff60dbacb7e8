// What is left of something, read at a store and taken there by a later statement.

import { saysWrite } from '../../../knowledge'
import { type End, hasKind, isService, isStore } from '../../../model/ends'
import type { Connection, System } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import { namesRepository } from './repositories'

export interface TwoSteps {
  readonly kind: 'taken' | 'booked' | 'marked' | 'used' | 'overwritten'
  readonly look: Connection
  readonly act: Connection
}

/** What is left of something is read at a store, and taken there by a later statement. */
export function* takenInTwoSteps({ connections }: System): Iterable<TwoSteps> {
  /** What a program has read at a store, by both and by the word for it. */
  const reads = new Map<string, Map<string, Connection>>()
  for (const act of connections) {
    const { caller, callee, role } = act
    if (isOwnStep(act) ? !isService(caller) || isAnySystem(caller) : role.value !== 'call' || !keeps(callee))
      continue
    const between = `${caller.id}\n${callee.id}`
    const what = readIn(act)
    if (what !== undefined) reads.set(between, (reads.get(between) ?? new Map()).set(what, act))
    const read = takenFrom(act, reads.get(between), connections)
    if (read) yield { kind: kindOfTaking(act), look: read, act }
    else {
      const look = !isOwnStep(act) && books(act) ? freeFor(act, reads.get(between)) : undefined
      if (look) yield { kind: 'booked', look, act }
    }
  }
}

/** A cache keeps passes and what is left as well; a repository stands for the store behind it. */
export const keeps = (callee: End): boolean =>
  isStore(callee) || hasKind(callee, 'cache') || namesRepository(callee.text)

/** Whatever state it was in: what the text claims, this one doesn't do. */
const setsState = ({ arrow }: Connection): boolean =>
  /^\W*UPDATE \w+ SET \w*(?:status|state)\b/i.test(wordingOf(arrow))

/** What becomes of it in the second step. */
function kindOfTaking(act: Connection): TwoSteps['kind'] {
  const words = wordingOf(act.arrow)
  if (setsState(act)) return 'marked'
  if (/\bset \w+ ?= ?['"]?\d+\b(?! ?[-+])/i.test(words) || replacesBalance.test(words)) return 'overwritten'
  const isOne = usedOnce.test(words)
  return isOne &&
    !/quantit|stock|count|remain|amount|number|available|decre|deduct|reduc|reserv|수량|차감|发放|발급|扣减|[-+] ?\d/i.test(
      words,
    )
    ? 'used'
    : 'taken'
}

/** Whether it grows or shrinks is not said. */
const replacesBalance =
  /^\W*(?:\d+\W+)?(?:update|actualizar?|atualizar?)\w* (?:the |new |el |o )?(?:\w+ )?(?:balance|saldo)\W*$|^\W*(?:잔액|포인트) ?(?:업데이트|갱신|저장)\W*$|^\W*(?:更新余额|余额更新|残高(?:を)?更新)\W*$/i

/** What several people want of which there is only so much; rooms that are full of messages are no such thing. */
const scarce =
  /(?<!\p{L})(?:stocks?|inventory|balances?|seats?|slots?|rooms?(?!:| (?:state|status|users?|members?|participants?|messages?|history))|quota|availability|overlaps?|conflicts?|coupons?|vouchers?|tickets?|remaining|funds|(?:queue|entry|access|guest)[-_: ]?pass(?:es)?|gift ?cards?|estoque|saldo|solde|existencias|disponib\p{L}+)(?!\p{L})|库存|余额|座位|优惠券|在庫|残高|座席|クーポン|재고|잔액|좌석|쿠폰|остат/iu

const reading =
  /\b(?:select|check|get|read|query|fetch|find|verify|validate|count|consulta\w*|verifica\w*|vérifie\w*)\b|查询|检查|確認|조회|확인|провер/i

const taking =
  /\b(?:update|decrement|decrease|deduct|reduce|reserve|subtract|debit|book|insert|descuent|descont|actualiza|atualiza)\w*|扣减|减|更新|減|차감|업데이트|배정|선점|списа/i

const isRead = (words: string): boolean =>
  /^\W*select\b/i.test(words) || (reading.test(words) && !saysWrite(words))

/** The word for what is left, in the singular. */
function readIn({ arrow }: Connection): string | undefined {
  const words = wordingOf(arrow)
  return isRead(words) ? scarce.exec(words)?.[0].toLowerCase().replace(/s$/, '') : undefined
}

/** What somebody may use once. */
const usedOnce = /\b(?:coupon|voucher|ticket|gift ?card)|[-_: ]?pass(?:es)?\b|쿠폰|优惠券|クーポン/i

type Reads = ReadonlyMap<string, Connection> | undefined

/** The read before it of what it takes, hands out, or uses up. */
function takenFrom(
  act: Connection,
  reads: Reads,
  connections: readonly Connection[],
): Connection | undefined {
  if (takes(act)) return readOf(act, reads)
  if (isOwnStep(act)) return undefined
  const words = wordingOf(act.arrow)
  if (!issuing.test(words) && !(usingUp.test(words) && usedOnce.test(words))) return undefined
  const read = readOf(act, reads)
  if (!read) return undefined
  const isBought = connections.slice(read.index + 1, act.index).some(each => buys(each, act))
  return (issuing.test(words) ? handsOutWhatIsLeft(read, act) : isBought) ? read : undefined
}

/** One of those that are left is handed out. */
export const handsOutWhatIsLeft = (look: Connection, act: Connection): boolean =>
  issuing.test(wordingOf(act.arrow)) && countsLeft.test(wordingOf(look.arrow))

const issuing = /\bissues?\b|发放|発行|발급|지급/i

const countsLeft = /\b(?:remaining|left|quantity|count|stock)\b|剩余|数量|库存|残り|残数|잔여|남은|수량|재고/i

export const removesIt = ({ arrow }: Connection): boolean =>
  /^\W*(?:\d+\W+)?(?:DEL|deletes?|removes?)\b/i.test(wordingOf(arrow))

const usingUp =
  /^\W*(?:\d+\W+)?(?:DEL|deletes?|removes?|invalidates?|consumes?|redeems?)\b|\bmarks?\b.*\b(?:used|consumed|redeemed)\b/i

/** What it is good for is done in between. */
const buys = ({ caller, role, arrow }: Connection, act: Connection): boolean =>
  caller === act.caller &&
  role.value !== 'reply' &&
  /\b(?:creat|reserv|book|insert|charg|plac|enrol|appl|sav)\w*/i.test(wordingOf(arrow))

/** In a second step, and whatever is left by then. */
const takes = (connection: Connection): boolean =>
  isOwnStep(connection) ? takesItself.test(wordingOf(connection.arrow)) : takesAtStore(connection)

/** `System` is all of it: how its steps are made is not what the picture is about. */
const isAnySystem = ({ name }: End): boolean =>
  /^(?:the )?(?:system|sistema|système)$|^(?:系统|系統|システム|시스템|система)$/i.test(name)

/** Told as what a service does by itself, with the database behind it left out. */
const isOwnStep = ({ from, to }: Connection): boolean => from === to

/** As its verb: “reserved stock” may be counted. */
const takesItself =
  /^\W*(?:\d+\W+)?(?:updat|decrement|decreas|deduct|reduc|reserv|subtract|debit|descuent|descont|atualiz|actualiz)(?:e|es|a|ar|s)?\b|扣减|차감|списа/i

const takesAtStore = ({ arrow }: Connection): boolean =>
  taking.test(wordingOf(arrow)) && !/\bwhere\b.*(?:[<>]|\bversion|status|state)/i.test(wordingOf(arrow))

const readOf = (
  { arrow, index }: Connection,
  reads: ReadonlyMap<string, Connection> = new Map(),
): Connection | undefined =>
  [...reads].find(([what, read]) => read.index < index && wordingOf(arrow).toLowerCase().includes(what))?.[1]

/** Of something that one alone can have for a time, a row for each who has it. */
const books = ({ arrow }: Connection): boolean =>
  /\b(?:creat|insert|sav|stor|persist|add|book)\w*\b.*(?:appointment|booking|reservation|rental)|\b(?:cre[ae]|crear|criar|registra|guarda)\w*\b.*\b(?:reserva|cita|turno|agendamento)\b|예약|予約|预约/i.test(
    wordingOf(arrow),
  )

/** A look at whether it is free, at the same store. */
const freeFor = (
  { index }: Connection,
  reads: ReadonlyMap<string, Connection> = new Map(),
): Connection | undefined =>
  [...reads]
    .filter(([what]) => free.has(what) || what.startsWith('disponib'))
    .map(([, read]) => read)
    .find(read => read.index < index)

const free: ReadonlySet<string> = new Set(['slot', 'seat', 'room', 'availability', 'overlap', 'conflict'])
