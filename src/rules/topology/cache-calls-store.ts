// Caches that are drawn asking a database: products that know no database.

import { hasKind, isComponent, isService, isStore } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Fix, type Report } from '../rule'

export const cacheCallsStore = defineRule({
  id: 'cache-calls-store',
  category: 'topology',
  speaksOf: 'contradiction',
  summary: 'A cache is drawn asking a database, which only its client can do.',
  presets: { recommended: 'info' },
  fixable: 'review',
  settledBy:
    /\bread[- ]through\b|\bwrite[- ](?:through|behind|back)\b|\brdi\b|\bredis ?gears\b|\bdax\b|\bcache loader\b/i,
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      const { caller: cache, callee: store } = connection
      if (
        isLookup(connection) &&
        isComponent(cache) &&
        isComponent(store) &&
        isStore(store) &&
        isPassive(cache) &&
        isSurelyAsked(connection, store) &&
        !isReadBesides(cache, store, system) &&
        !isWayOut(connection, system)
      )
        yield judge({ connection, cache, store }, system)
    }
  },
})

interface Lookup {
  readonly connection: Connection
  readonly cache: Component
  readonly store: Component
}

/** They answer what they are asked, and open no connection to a database. */
const passive: ReadonlySet<string> = new Set([
  'redis',
  'valkey',
  'dragonfly',
  'elasticache',
  'memorystore',
  'azure-redis',
  'memcached',
])

const isPassive = (part: Component): boolean =>
  hasKind(part, 'cache') &&
  passive.has(part.technology?.id ?? '') &&
  !fillsItself.test(part.text) &&
  !isStep(part)

/** `Redis check + PostgreSQL constraint`: what a program does there, in one box. */
const isStep = ({ text }: Component): boolean => /\w \+ \w/.test(text)

/** An arrow without words may be what flows into something else that keeps data. */
const isSurelyAsked = ({ arrow }: Connection, store: Component): boolean =>
  wordingOf(arrow) !== '' ||
  (hasKind(store, 'database') && store.technology !== undefined && !keepsOld.test(store.text))

/** What is drawn to flow there is kept for good. */
const keepsOld = /\bhistor\w*|\barchiv\w*|\bwarehouse\b|\bback-?ups?\b|\blong[- ]term\b/i

/** By whoever asks the cache: the arrow that is missing is drawn. */
const isReadBesides = (cache: Component, store: Component, { connections }: System): boolean => {
  const readers = new Set(connections.flatMap(({ caller, callee }) => (callee === store ? [caller] : [])))
  return connections.some(({ caller, callee }) => callee === cache && caller !== cache && readers.has(caller))
}

/** `hit` beside `miss`, or numbered steps: the picture goes on from one to the next, whoever acts there. */
const isWayOut = ({ caller, arrow }: Connection, { connections }: System): boolean =>
  numbered.test(wordingOf(arrow)) ||
  connections.some(other => [other.from, other.to].includes(caller) && hit.test(wordingOf(other.arrow)))

const numbered = /^\W*\d{1,2}[.):\]]/
const hit = /\bhit\b|命中|ヒット|히트/i

/** Its label says that a program is part of it, or that it is more than a cache. */
const fillsItself =
  /\b(?:service|api|manager|layer|gateway|proxy|client|adapter|repositor\w*|repo|module|worker|stream\w*|queue|pub ?\/? ?sub|enterprise)\b|取得|服务|サービス/i

const isLookup = ({ role, caller, callee, arrow }: Connection): boolean =>
  role.value === 'call' &&
  caller !== callee &&
  (arrow.head === 'none' || arrow.tail === 'none') &&
  looksUp.test(wordingOf(arrow).trim())

/** A question that it has no answer to. What it writes may be a job that somebody left out. */
const looksUp =
  /^(?:(?:(?:on|if|cache) )?miss|\d+ ?% ?miss|fall-?back|(?:sql|tcp|query|queries|reads?|loads?|fetch|fetches|not found|read[- ]only)?$)/i

/** The only one of those who ask the cache, if there is one. */
function askerOf(cache: Component): Component | undefined {
  const askers = new Set(
    cache.incoming.flatMap(({ caller, connection }) => (connection.role.value === 'call' ? [caller] : [])),
  )
  const [asker, ...others] = askers
  return others.length === 0 && isService(asker) ? asker : undefined
}

function judge({ connection, cache, store }: Lookup, { diagram }: System): Report {
  const asker = askerOf(cache)
  const whoever = asker?.name ?? 'whoever asked it'
  return {
    at: labelSpanOf(connection),
    oncePerDocument: true,
    message: `${cache.name} asks ${store.name} here, but ${cache.technology?.name} calls no database. On a miss it answers with nothing, and ${whoever} has to read ${store.name} and fill the cache. Draw the arrow from ${asker?.name ?? 'the program that reads both'}.`,
    related: asker ? [{ at: asker.span, message: `${asker.name} asks the cache` }] : [],
    fixes: asker && connection.from === cache ? fromAsker(connection, asker, diagram.text) : [],
  }
}

/** Where the arrow begins with the bare id of the cache, which it declares elsewhere. */
function fromAsker({ arrow }: Connection, asker: Component, text: string): readonly Fix[] {
  const { fromSpan: span, statement } = arrow
  const isBare = text.slice(span.start, span.end) === arrow.from && span.start === statement.start
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start)
  return isBare && line.trim() === ''
    ? [{ title: `Draw it from ${asker.name}`, safe: false, edits: [{ span, text: asker.id }] }]
    : []
}
