// Stock that two requests both find before either takes it.

import { isComponent, isStore } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { isRedis } from '../queries/redis'
import { type CheckedOnly, checkedOnly } from '../queries/traces/checked-only'
import { isRelational } from '../queries/traces/outbox'
import { type FoundTooEarly, foundTooEarly } from '../queries/traces/races/found-too-early'
import { keepsApart } from '../queries/traces/races/kept-apart'
import { type KeyCheck, keyChecks, keysApart } from '../queries/traces/races/key-checks'
import { type LockedInTwoSteps, lockedInTwoSteps } from '../queries/traces/races/locked-in-two-steps'
import { type ReadAndDeleted, readAndDeleted } from '../queries/traces/races/read-and-deleted'
import { type UnlockedTaking, unlockedInTransaction } from '../queries/traces/races/unlocked-in-transaction'
import { removesIt, type TwoSteps, takenInTwoSteps } from '../queries/traces/two-steps'
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
  everyDiagram: true,
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
    const locked = lockedInTwoSteps(system)
    if (locked) yield judgeLocked(locked)
    const emptied = readAndDeleted(system)
    if (emptied && !takenWhole.test(visibleText(diagram))) yield judgeEmptied(emptied)
    const early = foundTooEarly(system, [...takenInTwoSteps(system)])
    if (early) {
      yield judgeEarly(early)
      return
    }
    const unlocked = unlockedInTransaction(system)
    if (unlocked) yield judgeUnlocked(unlocked)
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

function* twoSteps(system: System): Iterable<Report> {
  for (const { kind, look, act } of takenInTwoSteps(system)) yield judgeTwoSteps[kind](look, act)
}

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
    'Use one conditional statement (UPDATE … SET n = n - x WHERE n >= x) and check the number of changed rows, or lock the row first (SELECT … FOR UPDATE).',
  otherwise:
    'Take it in one conditional write that fails when nothing is left, or read and write it in one transaction.',
}

const changedOnce: Remedy = {
  inSql:
    'Change it in one statement (UPDATE … SET n = n + x), or lock the row before reading it (SELECT … FOR UPDATE).',
  otherwise: 'Change it in one atomic increment, or read and write it in one transaction.',
}

const markedOnce: Remedy = {
  inSql:
    'Put the condition into the statement (UPDATE … WHERE … AND used_at IS NULL) and check the number of changed rows, or lock the row before reading it (SELECT … FOR UPDATE).',
  otherwise:
    'Mark it in one conditional write that fails when it is used, or read and mark it in one transaction.',
}

const reserved: Remedy = {
  inSql: 'statement (UPDATE … SET n = n - 1 WHERE n > 0)',
  otherwise: 'write',
}

/** Who books by a step of its own shows no store. */
const remedyAt = ({ callee }: Connection, { inSql, otherwise }: Remedy): string =>
  isStore(callee) && isComponent(callee) && !isRelational(callee) ? otherwise : inSql

/** The lock itself is raced for. */
const judgeLocked = ({ look, act }: LockedInTwoSteps): Report => ({
  at: labelSpanOf(act),
  oncePerDocument: 'lock',
  message: `${look.caller.name} looks whether the lock is free, then takes it in a second step. Two requests at the same time both find it free and both hold it. Take it in one step that fails if it is held: ${takenOnce(act)}.`,
  related: [{ at: labelSpanOf(look), message: 'Both find it free here' }],
})

const takenOnce = ({ callee }: Connection): string =>
  isRedis(callee)
    ? 'SET … NX PX 30000'
    : 'UPDATE … SET locked_by = me WHERE locked_by IS NULL, with a look at the number of changed rows'

const judgeEmptied = ({ push, read, removal }: ReadAndDeleted): Report => ({
  at: labelSpanOf(removal),
  oncePerDocument: 'emptied',
  settledBy: takenWhole,
  message: `${read.caller.name} reads what has been collected under the key, then deletes the key in a second step. What is added between the two is deleted unread. Read and delete it in one step: in a Lua script or MULTI, or RENAME the key first and read it under its new name.`,
  related: [
    { at: labelSpanOf(push), message: 'Added here, at any time' },
    { at: labelSpanOf(read), message: 'Read here' },
  ],
})

/** Commands in capitals: `multi` begins many a word. */
const takenWhole =
  /\b(?:MULTI|EVAL|EVALSHA|RENAME|LMPOP|[LR]POP|WATCH)\b|\b[Ll]ua\b|\b[Ll]ock(?:s|ed|ing)?\b|\b[Aa]tomic/

const judgeEarly = ({ kind, look, act, begin }: FoundTooEarly): Report => ({
  at: labelSpanOf(act),
  oncePerDocument: true,
  message: `${look.caller.name} ${early[kind]}`,
  related: [
    { at: labelSpanOf(look), message: kind === 'left' ? 'Both find enough here' : 'Both find none here' },
    { at: labelSpanOf(begin), message: 'The transaction begins here' },
  ],
})

const early: Readonly<Record<FoundTooEarly['kind'], string>> = {
  left: 'looks at what is left before the transaction begins, and takes it inside. Two requests at the same time both find enough, and the transaction keeps neither out. Read it inside with SELECT … FOR UPDATE, or take it in one conditional statement (UPDATE … SET n = n - x WHERE n >= x).',
  existing:
    'looks for an existing one before the transaction begins, and inserts a new one inside. Two requests at the same time both find none and both insert it: the transaction keeps neither out. Put a unique constraint on what makes them the same, and read the existing one when the insert conflicts.',
}

const judgeUnlocked = ({ look, act, begin }: UnlockedTaking): Report => ({
  at: labelSpanOf(act),
  oncePerDocument: true,
  settledBy: locked,
  message: `${look.caller.name} reads what is left, then takes it in the same transaction without a lock or a condition. As databases isolate transactions by default, two at the same time both find enough and both take it. ${takenIfLeft.inSql}`,
  related: [
    { at: labelSpanOf(look), message: 'Both find enough here' },
    { at: labelSpanOf(begin), message: 'The transaction begins here' },
  ],
})

/** That a transaction is atomic, and that it keeps others out, is the mistake. */
const locked =
  /\brow[- ]?lock\w*|\b(?:optimis|pessimis)\w+ (?:lock|concurren)\w*|\bfor update\b|\bserializab\w*|\brepeatable read|\bcheck constraint|\bCHECK ?\(|乐观锁|悲观锁|行锁|排他|비관적|낙관적/i

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
  message: `${read.caller.name} looks up the key first${write.caller === read.caller ? ' and' : `, and ${write.caller.name}`} stores it only after the work. Two requests at the same time both find no key and both do the work, and so does a repeat after a crash in between. Claim the key before the work, in one step (SET … NX with an expiry, or INSERT into a unique column), and store the answer under it afterwards.`,
  related: [
    { at: labelSpanOf(read), message: 'Both find nothing here' },
    { at: labelSpanOf(work), message: 'Both do this' },
  ],
})

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

const judgeOverwritten = (read: Connection, write: Connection): Report => ({
  at: labelSpanOf(write),
  oncePerDocument: true,
  message: `${read.caller.name} reads the value, then writes a new one in a second step. Of two requests at the same time, one overwrites what the other wrote. ${remedyAt(write, changedOnce)}`,
  related: [{ at: labelSpanOf(read), message: 'Both read the same value here' }],
})

const judgeUsed = (read: Connection, write: Connection): Report => ({
  at: labelSpanOf(write),
  oncePerDocument: true,
  message: `${read.caller.name} looks at it first, then marks it as used in a second step. Two requests at the same time both find it unused, and it counts twice. ${remedyAt(write, markedOnce)}`,
  related: [{ at: labelSpanOf(read), message: 'Both find it unused here' }],
  ...(removesIt(write) && {
    settledBy: takenAtOnce,
    message: `${read.caller.name} looks for it first, and removes it only after what it is good for. Several requests at the same time all find it, and it counts for each. Read and remove it in one step (GETDEL, DELETE … RETURNING) before the work.`,
    related: [{ at: labelSpanOf(read), message: 'All find it here' }],
  }),
})

/** Of passes and the like; what else is atomic keeps nobody out here. */
const takenAtOnce =
  /\bgetdel\b|\b(?:pass(?:es)?|coupons?|vouchers?|tickets?)\b[^.\n]{0,60}(?:atomic|\block|unique|single[- ]use)|(?:atomic|\block|unique|single[- ]use)[^.\n]{0,60}\b(?:pass(?:es)?|coupons?|vouchers?|tickets?)\b/i

const judgeTwoSteps = {
  taken: judge,
  booked: judgeBooking,
  marked: judgeStatus,
  overwritten: judgeOverwritten,
  used: judgeUsed,
} as const satisfies Readonly<Record<TwoSteps['kind'], (look: Connection, act: Connection) => Report>>
