// Keys that all move when a shard is added.

import type { System } from '../../model/system'
import type { Span } from '../../text/span'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const moduloSharding = defineRule({
  id: 'modulo-sharding',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'Keys are spread by a hash modulo the number of servers.',
  presets: { strict: 'info' },
  options: {},

  *check(system) {
    const judged = new Set<string>()
    for (const place of placesIn(system)) {
      const { 0: words, 1: count = '' } = remainder.exec(place.text) ?? []
      if (words === undefined || fixedSlots.test(place.text) || Number(count) >= fewestSlots) continue
      // Examples of the same remainder are no second mistake.
      if (judged.has(count.toLowerCase())) continue
      judged.add(count.toLowerCase())
      yield judge(place, { words, count })
    }
  },
})

interface Place {
  readonly text: string
  readonly at: Span
}

function placesIn({ components, connections, diagram }: System): readonly Place[] {
  const parts = components.map(part => ({ text: part.text, at: nameSpan(part) }))
  const arrows = connections
    .filter(({ network }) => network.value)
    .map(({ arrow }) => ({ text: arrow.text, at: arrow.labelSpan ?? arrow.operator }))
  const stated = [...components, ...connections].flatMap(({ figures: { algorithm } }) =>
    algorithm?.value === 'modulo-hash' && algorithm.span && algorithm.origin !== 'label'
      ? [{ text: 'hash % N', at: algorithm.span }]
      : [],
  )
  const notes = diagram.steps.flatMap(step =>
    step.kind === 'note' ? [{ text: step.text, at: step.span }] : [],
  )
  return [...parts, ...arrows, ...notes, ...stated]
}

/** More than servers are drawn: slots, buckets or percent. */
const fewestSlots = 64

/** `hash(id) % 4`, `user_id mod N`, `hash modulo servers`. */
const remainder =
  /(?<![\w.])[\w.]*(?:hash|\bid|_id|key)\b[^%]{0,24}?(?:%|\bmod(?:ulo)?\b)\s*(\d+|n\b|num\w*|count|servers|shards|nodes|replicas)/i
const fixedSlots = /\b(?:slots?|partitions?|buckets?|vnodes?|virtual|consistent|rendezvous|16384)\b/i

interface Remainder {
  readonly words: string
  readonly count: string
}

function judge({ at }: Place, { words, count }: Remainder): Report {
  const shards = Number(count)
  const known = Number.isInteger(shards) && shards > 0
  const moved = known
    ? `From ${shards} to ${shards + 1}, ${Math.round((100 * shards) / (shards + 1))}% of the keys move; with consistent hashing ${Math.round(100 / (shards + 1))}%.`
    : 'From N to N + 1, N of N + 1 keys move: 80% from 4 to 5; with consistent hashing 20%.'
  return {
    at,
    message: `“${words}” depends on the number of servers. ${moved} A cache is then practically empty, and a store has to copy most of its data. Hash into a fixed number of slots that servers own (1,024 or more), or use consistent hashing.`,
  }
}
