// Stores that take writes in two places and don't say what happens when both change the same thing.

import { hasKind, isComponent, isStore } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { annotatePart } from '../fixes/annotate'
import { nameSpan } from '../queries/places'
import { bothNamed } from '../queries/same-name'
import { defineRule, type Report } from '../rule'

export const activeActiveConflict = defineRule({
  id: 'active-active-conflict',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'Two stores take writes, and nothing resolves conflicts.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const pair of pairsIn(system)) {
      if ([pair.a, pair.b].every(isWritten) && !resolves(pair)) yield judge(system, pair)
    }
  },
})

interface Pair {
  readonly a: Component
  readonly b: Component
  readonly connection: Connection
}

const both = /\b(?:active[-/ ]active|multi-?master|multi-?primary|master-master|bi-?directional|two-way)\b/i

/** Stores – nodes of a search engine lead each its own shards – that replicate in both directions: by one arrow with two heads, by its words, or by two arrows. */
function pairsIn({ connections }: System): readonly Pair[] {
  const copies = connections.flatMap(connection => {
    const { caller: a, callee: b } = connection
    return connection.role.value === 'replication' &&
      isComponent(a) &&
      isComponent(b) &&
      isStore(a) &&
      isStore(b) &&
      !hasKind(a, 'search') &&
      isCopying(connection)
      ? [{ a, b, connection }]
      : []
  })
  const drawn = new Set<string>()
  return copies.filter(({ a, b, connection }) => {
    drawn.add(`${a.id}\n${b.id}`)
    const answers = drawn.has(`${b.id}\n${a.id}`)
    return a !== b && (answers || connection.direction.value === 'both' || both.test(connection.arrow.text))
  })
}

/** `both ways` alone is how an engine uses its tables. A directory resolves conflicts by itself. */
const isCopying = ({ arrow, caller, callee }: Connection): boolean =>
  (replicating.test(wordingOf(arrow)) || isTwin(caller.text, callee.text)) &&
  !/\b(?:active directory|ad|dc\d*|ldap|samba|domain controllers?|dns\w*)\b/i.test(
    `${arrow.text} ${caller.text} ${callee.text}`,
  )

const replicating =
  /replic|\bsync|\bmirror|\bcop(?:y|ies)\b|multi-?(?:master|primary)|active[-/ ]active|bi-?directional|two-way|geo|cross-region|复制|同步|レプリ|복제|реплик/i

/** `Postgres EU` and `Postgres US`: named alike. */
const isTwin = (one: string, other: string): boolean => firstWord(one) === firstWord(other)

const firstWord = (name: string): string | undefined =>
  name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .find(Boolean)

const reading = /\b(?:reads?|get|select|quer(?:y|ies)|read-?only)\b/i
const writing = /\b(?:writes?|insert|update|r\/w|rw)\b/i

const isWritten = ({ incoming }: Component): boolean =>
  incoming.some(
    ({ connection: { role, arrow } }) =>
      role.value === 'call' && (!reading.test(arrow.text) || writing.test(arrow.text)),
  )

/** By agreement before the write, by timestamps, or by data types that merge. */
const settled: ReadonlySet<string> = new Set(
  'aurora-dsql cockroachdb yugabytedb tidb spanner dynamodb cosmos-db fauna cassandra scylladb couchdb foundationdb riak'.split(
    ' ',
  ),
)
const said =
  /\b(?:conflicts?|crdts?|lww|last[- ]writ\w+|home[- ]region|merges?|quorum|consensus|raft|paxos|galera|group replication|sharded|partitioned)\b/i

function resolves({ a, b, connection }: Pair): boolean {
  const stated = [a, b].map(({ figures }) => figures.conflicts?.value).find(value => value !== undefined)
  if (stated !== undefined) return stated !== 'none'
  if (connection.figures.replication?.value === 'sync' || connection.figures.replication?.value === 'quorum')
    return true
  return (
    [a, b].some(({ technology }) => settled.has(technology?.id ?? '')) ||
    said.test(`${connection.arrow.text} ${a.text} ${b.text}`)
  )
}

function judge(system: System, { a, b, connection }: Pair): Report {
  const { arrow, figures } = connection
  const lag = figures.rtt ? `, some ${Math.round(figures.rtt.value / 2)} ms` : ''
  const fix = (title: string, conflicts: string) =>
    annotatePart(system, { part: a, title, entries: { conflicts } })
  return {
    at: arrow.labelSpan ?? arrow.operator,
    message: `${bothNamed(a, b)} both take writes and copy them to each other. Until a write arrives${lag}, the other may change the same record: one is lost, or the copies differ forever. Write conflicts: home-region, last-write-wins or crdt on ${a.name}.`,
    related: [a, b].map(store => ({
      at: nameSpan(store),
      message: `${store.name} takes writes`,
    })),
    fixes: [
      fix('State that each record is written in its home region only', 'home-region'),
      fix('State that the last write wins (the other is lost)', 'last-write-wins'),
      fix('State data types that merge (CRDT)', 'crdt'),
    ],
  }
}
