// Locks in Redis that nobody gets any more once their holder has died.

import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import type { Step } from '../../syntax/tree'
import { wordsOn } from '../fixes/reword-arrow'
import { labelSpanOf } from '../queries/places'
import { isRedis } from '../queries/redis'
import { visibleText } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

export const lockWithoutExpiry = defineRule({
  id: 'lock-without-expiry',
  category: 'timeouts',
  speaksOf: 'hazard',
  summary: 'A lock in Redis has no expiry.',
  presets: { recommended: 'info' },
  raised: 'warning',
  settledBy:
    /\block\w*[^.\n]{0,60}(?:\bttl\b|(?<!without-)expir|time-?out|\blease|\bEX\b|\bPX\b)|(?:\bttl\b|(?<!without-)expir\w*|\blease\w*)[^.\n]{0,40}\block|(?:락|잠금)[^.\n]{0,40}(?:TTL|만료|유효 ?시간|타임아웃)|锁[^。\n]{0,30}(?:TTL|过期|超时)|ロック[^。\n]{0,30}(?:TTL|期限|タイムアウト)/i,
  options: {},

  *check(system) {
    const text = visibleText(system.diagram)
    if (!endsLock.test(text)) yield* locksInNotes(system)
    if (ends.test(text)) return
    const judged = new Set<Connection['callee']>()
    for (const connection of system.connections) {
      if (!takesLock(connection) || judged.has(connection.callee)) continue
      judged.add(connection.callee)
      yield judge(system, connection)
    }
  },
})

/** `SETNX lock:42`, `SET lock:42 me NX`, `SET lock`: they may be read as what they are, on an arrow to Redis. */
const setting = /\bsetnx\b|\bset\b[^;|\n]{1,60}?\bnx\b|^\W*(?:\d+\W+)?set lock\b/i
const lock = /lock|mutex|semaphore|leader|lease|锁|鎖|ロック|(?<!\p{L})락(?!\p{L})|잠금|блокиров/iu

/** Anywhere in the picture: options of `SET`, a command of its own, or words about how long it is held. */
const ends =
  /\b(?:EX|PX|EXAT|PXAT)\b|\bp?expire\w*|\bexpir(?:y|es|ation)\b|\bttl\b|\blease\b|\bwatchdog\b|\bredisson\b|만료|유효 ?시간|过期|過期|超时|超時|期限|истек|срок/i

/** Beside the lock: other keys expire as well. */
const endsLock =
  /\b(?:EX|PX) ?\d|\block\w*[^\n]{0,50}(?:ttl|expir|time-?out|\blease|\d ?s\b)|(?:ttl|expir\w*|\blease)[^\n]{0,30}\block|\bsetnx\b|\bset\b[^\n]{1,60}\bnx\b|redlock|redisson/i

const takesLock = ({ callee, role, network, arrow }: Connection): boolean =>
  network.value &&
  role.value !== 'reply' &&
  isRedis(callee) &&
  setting.test(wordingOf(arrow)) &&
  lock.test(`${wordingOf(arrow)} ${callee.text}`)

/** `Acquire distributed lock`, beside a Redis that is all there is to hold it. */
function* locksInNotes({ diagram, connections }: System): Iterable<Report> {
  const note = noteIn(diagram.steps)
  if (!note) return
  const use = connections.find(({ caller, callee }) => note.over.includes(caller.id) && isRedis(callee))
  if (!use || /advisory|for update|row lock/i.test(visibleText(diagram))) return
  const { caller, callee } = use
  yield {
    at: note.span,
    message: `${caller.name} takes a distributed lock, and nothing limits how long it is held. If ${caller.name} stops before it releases the lock, all others wait for it. Draw how it is taken, with an expiry: SET … NX PX 30000 at ${callee.name}, and say what callers do that don't get it.`,
  }
}

type Note = Extract<Step, { kind: 'note' }>

function noteIn(steps: readonly Step[]): Note | undefined {
  for (const step of steps) {
    if (step.kind === 'note' && taken.test(step.text)) return step
    const inside =
      step.kind === 'fragment' ? noteIn(step.sections.flatMap(section => section.steps)) : undefined
    if (inside) return inside
  }
  return undefined
}

const taken = /\b(?:acquir|tak|obtain|get)\w* (?:an? |the )?(?:distributed|redis|global) (?:lock|mutex)\b/i

function judge(system: System, connection: Connection): Report {
  const { caller, callee } = connection
  return {
    raised: /nx\b/i.test(wordingOf(connection.arrow)),
    at: wordsOn(system, connection, setting) ?? labelSpanOf(connection),
    message: `${caller.name} takes a lock in ${callee.name} that never expires. If ${caller.name} stops before it releases the lock, nobody gets it until someone deletes the key by hand. Write SET … NX PX 30000 with a token of its own, and delete the key only if it still holds that token.`,
  }
}
