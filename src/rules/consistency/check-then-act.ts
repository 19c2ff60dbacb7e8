// Stock that two requests both find before either takes it.

import { saysWrite } from '../../knowledge'
import { isComponent, isService, isStore } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { type CheckedOnly, checkedOnly } from '../queries/traces/checked-only'
import { type FoundTooEarly, foundTooEarly } from '../queries/traces/found-too-early'
import { type KeyCheck, keyChecks, keysApart } from '../queries/traces/key-checks'
import { isRelational } from '../queries/traces/outbox'
import { visibleText } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

/** How two requests are kept apart. */
const mechanism =
  /\brow[- ]?lock\w*|\b(?:optimis|pessimis)\w+ (?:lock|concurren)\w*|\bfor update\b|\batomic\w*|\bserializab\w*|\bsetnx\b|\blua script|乐观锁|悲观锁|行锁|分布式锁|排他|비관적|낙관적/i

/** That somebody has thought of it, however it is done. */
const claim =
  /\brace[- ]conditions?\b|\bconcurren\w*|\boversel\w*|\bdouble[- ]?(?:book|spend)\w*|并发|超卖|同時実行|동시성/i

const mechanismOrClaim = new RegExp(`${mechanism.source}|${claim.source}`, 'i')

export const checkThenAct = defineRule({
  id: 'check-then-act',
  category: 'consistency',
  speaksOf: 'hazard',
  summary:
    'A value or a key is read first and written in a second step, and nothing separates concurrent requests.',
  presets: { recommended: 'info' },
  settledBy: mechanismOrClaim,
  told: [
    {
      words: [
        /\breads?\b|\bfetch(?:es)?\b|\blies?t\b|\ble(?:e|er)\b|读|読/i,
        /\bwrites?\b|\bsaves?\b|\bstores?\b|\bschreibt\b|\bescrib|写|更新/i,
        /\b(?:stock|inventory|balance|counter|quantity|seats|bestand|saldo|existencias|kontostand)\b|库存|余额|在庫|残高|재고|잔액/i,
        /\bminus\b|\bdecrement|[-+] ?1\b|\bplus\b|\bnew (?:value|balance|stock|total)\b|\bback\b|减|減|加/i,
      ],
      unless:
        /\batomic|\baudit|\breports?\b|\bexport|\bcsv\b|\block|\bversion|\btransaction|\bwhere\b|原子|锁|ロック/i,
      message:
        'The value is read first and written in a second step. Two requests at the same time read the same value, and one of the changes is lost. Change it in one conditional statement (UPDATE … SET n = n - 1 WHERE n > 0), or lock the row first.',
    },
  ],
  options: {},

  *check(system) {
    const { diagram } = system
    if (!isTimeline(diagram)) return
    const [check] = keyChecks(system)
    if (check) yield judgeKey(check)
    const early = foundTooEarly(system, [...takenInTwoSteps(system)])
    if (early) {
      yield judgeEarly(early)
      return
    }
    if (keepsApart(visibleText(diagram))) return
    let isTold = false
    for (const report of twoSteps(system)) {
      isTold = true
      yield report
    }
    const checked = isTold ? undefined : checkedOnly(system)
    if (checked) yield judgeChecked(checked)
  },
})

interface TwoSteps {
  readonly kind: 'taken' | 'booked' | 'marked'
  readonly look: Connection
  readonly act: Connection
}

function* twoSteps(system: System): Iterable<Report> {
  for (const { kind, look, act } of takenInTwoSteps(system)) yield judgeTwoSteps[kind](look, act)
}

/** What is left of something is read at a store, and taken there by a later statement. */
function* takenInTwoSteps({ connections }: System): Iterable<TwoSteps> {
  /** What a program has read at a store, by both and by the word for it. */
  const reads = new Map<string, Map<string, Connection>>()
  for (const act of connections) {
    const { caller, callee, role } = act
    if (isOwnStep(act) ? !isService(caller) : role.value !== 'call' || !isStore(callee)) continue
    const between = `${caller.id}\n${callee.id}`
    const what = readIn(act)
    if (what !== undefined) reads.set(between, (reads.get(between) ?? new Map()).set(what, act))
    const read = takes(act) ? readOf(act, reads.get(between)) : undefined
    if (read) yield { kind: setsState(act) ? 'marked' : 'taken', look: read, act }
    else {
      const look = !isOwnStep(act) && books(act) ? freeFor(act, reads.get(between)) : undefined
      if (look) yield { kind: 'booked', look, act }
    }
  }
}

const keepsApart = (text: string): boolean => apart.test(text.replace(ofMoney, ' '))

/** A transaction that is a booking of money keeps nobody out. */
const ofMoney =
  /\b(?:creat|insert|get|sav|stor|mak|delet|record|log|add|new|post|view|list|fetch|pending|failed|payment|money|wallet|transfer|deposit|updat|send|submit|process|validat)\w* (?:into |an? |the |new |pending |debit |credit |flagged |successful |completed )*transactions?\b|\btransactions?[- ](?:created|ids?|types?|history|records?|services?|api|fees?|limits?|amount|status|details|saved|recorded|data|requests?|responses?|logs?|table|processing)\b|\btransaction_?id\b|\/transactions?\b/gi

/** One at a time, or all or nothing, however that is reached. */
const apart =
  /(?<!['"=]\s?)\block\w*|transac|\bbegin\b|\bversion\b|\bunique\b|constraint|mutex|锁|事务|ロック|トランザクション|락|트랜잭션|блокировк|транзакц/i

/** What several people want of which there is only so much. */
const scarce =
  /(?<!\p{L})(?:stocks?|inventory|balances?|seats?|slots?|rooms?|quota|availability|coupons?|vouchers?|tickets?|remaining|funds|estoque|saldo|solde|existencias|disponib\p{L}+)(?!\p{L})|库存|余额|座位|在庫|残高|座席|재고|잔액|좌석|остат/iu

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

/** In a second step, and whatever is left by then. */
const takes = (connection: Connection): boolean =>
  isOwnStep(connection) ? takesItself.test(wordingOf(connection.arrow)) : takesAtStore(connection)

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
  /\b(?:creat|insert|sav|stor|persist|add|book)\w*\b.*(?:appointment|booking|reservation|rental)|예약|予約|预约/i.test(
    wordingOf(arrow),
  )

/** A look at whether it is free, at the same store. */
const freeFor = (
  { index }: Connection,
  reads: ReadonlyMap<string, Connection> = new Map(),
): Connection | undefined =>
  ['slot', 'seat', 'room', 'availability']
    .flatMap(what => reads.get(what) ?? [])
    .find(read => read.index < index)

/** How a database with SQL does it, and how other stores do. */
interface Remedy {
  readonly inSql: string
  readonly otherwise: string
}

const bookedOnce: Remedy = {
  inSql:
    'Put a unique or exclusion constraint on the item and its time, so that the second insert fails, or lock the row before reading it (SELECT … FOR UPDATE).',
  otherwise:
    'Create it under an id made of the item and its time, so that the second create fails, or read and mark the item in one transaction.',
}

const debitedOnce: Remedy = {
  inSql:
    'Lock its row before the check (SELECT … FOR UPDATE), or debit it in one conditional statement (UPDATE … SET balance = balance - x WHERE balance >= x).',
  otherwise:
    'Debit it in one conditional write that fails when too little is left, or check and debit it in one transaction.',
}

const takenIfLeft: Remedy = {
  inSql:
    'Use one conditional statement (UPDATE … SET n = n - 1 WHERE n > 0) and check the number of changed rows, or lock the row first (SELECT … FOR UPDATE).',
  otherwise:
    'Take it in one conditional write that fails when nothing is left, or read and write it in one transaction.',
}

const reserved: Remedy = {
  inSql: 'statement (UPDATE … SET n = n - 1 WHERE n > 0)',
  otherwise: 'write',
}

/** Who books by a step of its own shows no store. */
const remedyAt = ({ callee }: Connection, { inSql, otherwise }: Remedy): string =>
  isStore(callee) && isComponent(callee) && !isRelational(callee) ? otherwise : inSql

const judgeEarly = ({ look, act, begin }: FoundTooEarly): Report => ({
  at: labelSpanOf(act),
  oncePerDocument: true,
  message: `${look.caller.name} looks at what is left before the transaction begins, and takes it inside. Two requests at the same time both find enough, and the transaction keeps neither out. Read it inside with SELECT … FOR UPDATE, or take it in one conditional statement (UPDATE … SET n = n - x WHERE n >= x).`,
  related: [
    { at: labelSpanOf(look), message: 'Both find enough here' },
    { at: labelSpanOf(begin), message: 'The transaction begins here' },
  ],
})

const judgeBooking = (look: Connection, write: Connection): Report => ({
  at: labelSpanOf(write),
  oncePerDocument: 'booking',
  message: `${look.caller.name} checks what is free, then books it in a second step. Two requests at the same time both find it free and both book it. ${remedyAt(write, bookedOnce)}`,
  related: [{ at: labelSpanOf(look), message: 'Both find it free here' }],
})

/** A key that is looked up, and written only when the work is done. */
const judgeKey = ({ read, work, write }: KeyCheck): Report => ({
  at: labelSpanOf(write),
  oncePerDocument: 'key',
  settledBy: keysApart,
  message: `${read.caller.name} looks up the key first and stores it only after the work. Two requests at the same time both find no key and both do the work, and so does a repeat after a crash in between. Claim the key before the work, in one step (SET … NX with an expiry, or INSERT into a unique column), and store the answer under it afterwards.`,
  related: [
    { at: labelSpanOf(read), message: 'Both find nothing here' },
    { at: labelSpanOf(work), message: 'Both do this' },
  ],
})

/** Whatever state it was in: what the text claims, this one doesn't do. */
const setsState = ({ arrow }: Connection): boolean =>
  /^\W*UPDATE \w+ SET \w*(?:status|state)\b/i.test(wordingOf(arrow))

const judgeStatus = (read: Connection, write: Connection): Report => ({
  at: labelSpanOf(write),
  oncePerDocument: 'booking',
  settledBy: mechanism,
  message: `${read.caller.name} checks what is free, then marks it as taken in a second step. Two requests at the same time both find it free and both get it. Put the expected state into the condition (UPDATE … WHERE … AND status = …) and check the number of changed rows, or lock the row before reading it (SELECT … FOR UPDATE).`,
  related: [{ at: labelSpanOf(read), message: 'Both find it free here' }],
})

function judgeChecked({ kind, look, act }: CheckedOnly): Report {
  const by = act.caller.name
  const at = labelSpanOf(act)
  const related = [{ at: labelSpanOf(look), message: 'Both find enough here' }]
  if (kind === 'spent')
    return {
      at,
      oncePerDocument: true,
      message: `${by} checks that there is enough money, then spends it in a second step. Two requests at the same time both find enough and together overdraw the account. ${remedyAt(act, debitedOnce)}`,
      related,
    }
  if (kind === 'sold')
    return {
      at,
      oncePerDocument: 'sold',
      settledBy: heldUntilPaid,
      message: `${by} checks what is left and takes the money, and nothing holds the item in between. Two buyers at the same time both find the last one, and both pay for it. Reserve it before the payment, in one conditional ${remedyAt(look, reserved)}, and release it if the payment fails.`,
      related,
    }
  return {
    at,
    oncePerDocument: true,
    settledBy: transactionOrMechanism,
    message: `${by} asks ${act.callee.name} what is left, compares it, and takes it in a later call. Two requests at the same time both find enough. Let ${act.callee.name} compare and take in one statement (UPDATE … SET n = n - x WHERE n >= x), and refuse when too little is left.`,
    related,
  }
}

const heldUntilPaid = new RegExp(
  `${mechanism.source}|\\breserv(?:e|es|ed|ing|ation)\\b[^.\\n]{0,40}(?:stock|inventory|items?|seats?|rooms?)|(?:stock|inventory|items?|seats?|rooms?)[^.\\n]{0,40}\\breserv|预占|锁定库存|引当|재고 ?예약`,
  'i',
)

/** A service of transactions of money holds nothing together. */
const transactionOrMechanism = new RegExp(
  `${mechanismOrClaim.source}|@?transactional|\\b(?:in|within|inside|single|same|one|acid|db|database|distributed) (?:\\w+ )?transaction|roll(?:ed|s)? ?back|conditional|\\block`,
  'i',
)

const judge = (read: Connection, write: Connection): Report => ({
  at: labelSpanOf(write),
  oncePerDocument: true,
  message: `${read.caller.name} reads what is left, then takes it in a second step. Two requests at the same time both find enough and both take it. ${remedyAt(write, takenIfLeft)}`,
  related: [{ at: labelSpanOf(read), message: 'Both find enough here' }],
})

const judgeTwoSteps = { taken: judge, booked: judgeBooking, marked: judgeStatus } as const
