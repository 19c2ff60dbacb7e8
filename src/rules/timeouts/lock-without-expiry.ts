// Locks in Redis that nobody gets any more once their holder has died.

import { isComponent } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { wordsOn } from '../fixes/reword-arrow'
import { labelSpanOf } from '../queries/places'
import { visibleText } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

export const lockWithoutExpiry = defineRule({
  id: 'lock-without-expiry',
  category: 'timeouts',
  speaksOf: 'hazard',
  summary: 'A lock in Redis has no expiry.',
  presets: { recommended: 'warning' },
  options: {},

  *check(system) {
    if (ends.test(visibleText(system.diagram))) return
    const judged = new Set<Connection['callee']>()
    for (const connection of system.connections) {
      if (!takesLock(connection) || judged.has(connection.callee)) continue
      judged.add(connection.callee)
      yield judge(system, connection)
    }
  },
})

/** `SETNX lock:42`, `SET lock:42 me NX`: both may be read as what they are, on an arrow to Redis. */
const setting = /\bsetnx\b|\bset\b[^;|\n]{1,60}?\bnx\b/i
const lock = /lock|mutex|semaphore|leader|lease/i

/** Anywhere in the picture: options of `SET`, a command of its own, or words about how long it is held. */
const ends =
  /\b(?:EX|PX|EXAT|PXAT)\b|\bp?expire\w*|\bexpir(?:y|es|ation)\b|\bttl\b|\blease\b|\bwatchdog\b|\bredisson\b/i

const takesLock = ({ callee, role, network, arrow }: Connection): boolean =>
  network.value &&
  role.value !== 'reply' &&
  isComponent(callee) &&
  callee.technology?.protocols[0] === 'resp' &&
  setting.test(wordingOf(arrow)) &&
  lock.test(`${wordingOf(arrow)} ${callee.text}`)

function judge(system: System, connection: Connection): Report {
  const { caller, callee } = connection
  return {
    at: wordsOn(system, connection, setting) ?? labelSpanOf(connection),
    message: `${caller.name} takes a lock in ${callee.name} that never expires. If ${caller.name} stops before it releases the lock, nobody gets it until someone deletes the key by hand. Write SET … NX PX 30000 with a token of its own, and delete the key only if it still holds that token.`,
  }
}
