// Replicas that nobody reads, beside a primary that does all the work.

import { isStore } from '../../model/ends'
import { isCall } from '../../model/requests'
import type { Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { enumeratedFirst } from '../fixes/enumeration'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const unreadReplica = defineRule({
  id: 'unread-replica',
  category: 'consistency',
  speaksOf: 'contradiction',
  summary: 'A read replica is drawn, and all reads go to the primary.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    if (isTimeline(system.diagram)) return
    for (const replica of system.components) {
      const primary = primaryOf(replica, system)
      const readers = primary ? readersOf(primary) : []
      if (primary && readers.length > 0) yield judge(replica, primary, readers)
    }
  },
})

/** Its only arrow brings it what the primary has. */
function primaryOf(replica: Component, { connections }: System): Component | undefined {
  if (
    !isStore(replica) ||
    !/replica|réplica|レプリカ|只读|从库|복제/i.test(replica.text) ||
    standby.test(replica.text)
  )
    return undefined
  const at = connections.filter(({ from, to }) => from === replica || to === replica)
  const [only] = at
  if (at.length !== 1 || !only || only.role.value !== 'replication') return undefined
  const other = only.from === replica ? only.to : only.from
  return 'node' in other && isStore(other) ? other : undefined
}

/** Kept for the day when the primary is gone. */
const standby =
  /\b(?:standby|fail-?over|hot|warm|dr|disaster|backup|secondary|ha|multi-?az|sync(?:hronous)?)\b/i

/** By a label that only reads. */
function readersOf({ incoming }: Component): readonly string[] {
  const readers = incoming.filter(
    ({ connection }) => isCall(connection) && readsOnly.test(wordingOf(connection.arrow).trim()),
  )
  return [...new Set(readers.map(({ caller }) => caller.name))]
}

const readsOnly = /^(?:sql )?(?:reads?(?: only)?|quer(?:y|ies)|select|fetch|report\w*)$/i

const judge = (replica: Component, primary: Component, readers: readonly string[]): Report => ({
  at: nameSpan(replica),
  message: `Nobody reads ${replica.name}: ${enumeratedFirst(readers)} read${readers.length === 1 ? 's' : ''} ${primary.name}, which does all the work. Draw who reads the replica (reports and lists, which may be a second old), or call it a standby.`,
  refutedBy: other => readsReplica(other, replica),
})

const readsReplica = ({ components }: System, { name }: Component): boolean =>
  components.some(
    part =>
      (part.name === name || /read[- ]?replica/i.test(part.text)) &&
      part.incoming.some(({ connection }) => isCall(connection)),
  )
