// Keys of requests that are looked up before the work, and written after it.

import { type End, hasKind, isBroker, isClient, isStore } from '../../../../model/ends'
import type { Connection, System } from '../../../../model/system'
import { wordingOf } from '../../../../model/wording'
import { isTimeline } from '../../../../syntax/notation'
import { asWords } from '../../visible-text'
import { mayFollow, notesIn } from '../branches'
import { transactionsIn } from '../transactions'

export interface KeyCheck {
  readonly read: Connection
  /** What is done before the key is known. */
  readonly work: Connection
  readonly write: Connection
}

/** One at a time, however that is reached: said of the key. */
const keptApart =
  /\bset ?nx\b|\bNX\b|\bunique\b|\bconstraint\b|on conflict|if not exists|putifabsent|insert ignore|attribute_not_exists|conditional|\batomic|\block/i

/** The text says it of keys, a table of them has it as its key, or they are there before the work is done. */
export const keysApart =
  /(?:idempot|dedup)\w{0,20}(?:key|id)\w{0,10}\W{1,3}(?:PK|UK)\b|idempot[^\n]{0,80}\b(?:PENDING|IN_PROGRESS|PROCESSING|STARTED)\b|idempot\w{0,20} \{[^}]{0,400}\b(?:PENDING|IN_PROGRESS|PROCESSING)\b|(?:idempot|dedup|\bkeys?\b)[^.\n]{0,80}(?:set ?nx|\bNX\b|unique|atomic|\block)|(?:set ?nx|\bNX\b|unique|atomic)[^.\n]{0,60}idempot/i

/** So many messages later, another request is served. */
const furthest = 60

/** At most one for each key store of a program. */
export function keyChecks(system: System): readonly KeyCheck[] {
  const { connections, diagram } = system
  if (!isTimeline(diagram) || !keys.test(diagram.text)) return []
  const said = [...diagram.arrows, ...notesIn(diagram)]
    .map(({ text }) => text)
    .filter(text => keys.test(text))
  if (said.some(text => keptApart.test(text))) return []
  return connections.filter(looksUp).flatMap(read => {
    const write = connections
      .slice(read.index + 1, read.index + furthest)
      .find(
        each =>
          isSameProgram(read, each, connections) &&
          each.callee === read.callee &&
          notes(each, read) &&
          mayFollow(diagram, read.index, each.index),
      )
    const work =
      write &&
      connections
        .slice(read.index + 1, write.index)
        .find(each => works(each, read, write) && mayFollow(diagram, each.index, write.index))
    return write && work && !isInOneTransaction(work, write, system) && !isLocked(read, work, system)
      ? [{ read, work, write }]
      : []
  })
}

const keys =
  /idempot|\bidem(?![a-z])|dedup|processed[-_ ]?(?:event|message|request|id)|(?:event|message|correlation)[-_ ]?id|(?:already|was|been) (?:handled|processed)|is[-_ ]?processed|幂等|冪等|멱등|идемпот/i

/** `Middleware` looks the key up and calls `Handler`, which stores it: both in words, for a handler stores other things. */
const isSameProgram = (read: Connection, write: Connection, connections: readonly Connection[]): boolean =>
  write.caller === read.caller ||
  ([read, write].every(each => keys.test(wordsOf(each))) &&
    connections
      .slice(read.index + 1, write.index)
      .some(
        ({ role, caller, callee }) =>
          role.value !== 'reply' && caller === read.caller && callee === write.caller,
      ))

/** In a store, or in what is there for keys alone. */
const isKept = ({ callee, role, arrow }: Connection): boolean =>
  role.value === 'call' &&
  (keepsKeys(callee) || ((isStore(callee) || hasKind(callee, 'cache')) && keys.test(wordingOf(arrow))))

/** `markProcessed(id)` as words. */
const wordsOf = ({ arrow }: Connection): string => asWords(wordingOf(arrow))

const keepsKeys = (end: End): boolean =>
  /idempot|dedup|processed ?(?:event|message|request)/i.test(asWords(end.text))

const looksUp = (connection: Connection): boolean =>
  isKept(connection) &&
  /^\W*(?:\d+\W+)?(?:get|select|exists|check|look ?up|find|query|has|is(?= (?:already )?(?:processed|handled|known|seen|duplicate))|call|查询|检查)\b/i.test(
    wordsOf(connection),
  )

const notes = (connection: Connection, read: Connection): boolean =>
  (isKept(connection) || isSameKey(connection, read)) &&
  /^\W*(?:\d+\W+)?(?:set(?:ex)?|insert|store(?:_\w+)?|save|mark|record|cache|put|add|sadd|保存|写入)\b/i.test(
    wordsOf(connection),
  )

/** `GET receipt:{idempotencyKey}`, then `SETEX receipt:{key}`: what stands before the colon is the same. */
const isSameKey = (one: Connection, other: Connection): boolean => {
  const [of, and] = [one, other].map(({ arrow }) => prefix.exec(wordingOf(arrow))?.[1])
  return of !== undefined && of === and
}

const prefix = /\b([a-z][\w-]*:)(?=[{<$]|[a-z])/i

/** Who holds the lock of what it works on works alone: a step before the work looks for it. */
const isLocked = (read: Connection, work: Connection, { connections }: System): boolean =>
  connections
    .slice(read.index + 1, work.index)
    .some(
      ({ caller, arrow, role }) =>
        caller === read.caller && role.value !== 'reply' && lock.test(wordingOf(arrow)),
    )

const lock = /\block(?:s|ed)?\b|\bmutex\b|锁|ロック|잠금/i

/** Something is changed or told elsewhere: reads may happen twice. */
const works = (each: Connection, { caller, callee }: Connection, write: Connection): boolean => {
  if (
    (each.caller !== caller && each.caller !== write.caller) ||
    each.role.value === 'reply' ||
    isClient(each.callee)
  )
    return false
  const words = wordsOf(each)
  if (/\bhandles?\b/i.test(words) && /handler|use ?case/i.test(each.callee.text)) return true
  if (
    /^\W*(?:\d+\W+)?(?:get|select|exists|check|look ?up|find|query|validat\w*|verif\w*|calculat\w*|begin|start)\b/i.test(
      words,
    )
  )
    return false
  if (isBroker(each.callee)) return true
  // Who is handed the request does the work itself.
  if (write.caller !== caller && each.callee === write.caller) return false
  return changes.test(words) && !(each.callee === callee && keys.test(words))
}

const changes =
  /\b(?:insert|update|create|save|store|persist|write|put|charge|debit|credit|transfer|reserve|deduct|send|process|execute|publish|post|book|submit|decr\w*)\b|PutItem|UpdateItem|保存|扣减|创建|차감|저장/i

/** What commits together is there together: the key with the work, or with what is stored of it. */
const isInOneTransaction = (work: Connection, write: Connection, system: System): boolean =>
  transactionsIn(system).some(
    ({ during }) =>
      during.includes(write) &&
      during.some(each => each === work || (each.index < write.index && changes.test(wordsOf(each)))),
  )
