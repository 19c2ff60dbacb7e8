// A database inside a process, drawn behind several instances.

import { isClient, isComponent, isStore } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import { enumeratedFirst } from '../fixes/enumeration'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const embeddedDatabaseShared = defineRule({
  id: 'embedded-database-shared',
  category: 'consistency',
  speaksOf: 'contradiction',
  summary: 'Several instances of a service use one embedded database.',
  presets: { recommended: 'warning' },
  options: {},

  *check(system) {
    if (isTimeline(system.diagram)) return
    for (const store of system.components) {
      if (!isEmbedded(store)) continue
      const copies = copiesAt(store, system)
      if (copies) yield judge(store, copies)
    }
  },
})

/** A file or the memory of one process. What serves several has a server in its name. */
const isEmbedded = (part: Component): boolean =>
  isStore(part) &&
  embedded.test(part.text) &&
  !/\b(?:server|turso|libsql|litefs|rqlite|dqlite|d1|motherduck|replicat\w*|tcp)\b/i.test(part.text)

const embedded = /\b(?:sqlite3?|h2|hsqldb|derby|duckdb|level ?db|rocksdb|lmdb|bolt ?db|bbolt|nedb|lowdb)\b/i

/** Names of the callers that are instances of one thing: numbered, or stated to be several. */
function copiesAt(store: Component, { connections }: System): readonly string[] | undefined {
  const callers = [...new Set(connections.flatMap(each => (each.callee === store ? callerOf(each) : [])))]
  const several = callers.find(({ figures }) => figures.replicas?.stated && figures.replicas.value > 1)
  if (several) return [several.name]
  const byName = new Map<string, string[]>()
  for (const { name, headline } of callers) {
    const family = headline.replace(number, '')
    if (family !== headline) byName.set(family, [...(byName.get(family) ?? []), name])
  }
  return [...byName.values()].find(({ length }) => length > 1)
}

/** No network lies between a process and what is inside it. */
const callerOf = ({ caller, role }: Connection): readonly Component[] =>
  role.value === 'call' && isComponent(caller) && !isClient(caller) ? [caller] : []

const number = /[\s#_-]{0,2}(?:\d{1,3}|[A-D])\b(?!.*\d)/

function judge(store: Component, copies: readonly string[]): Report {
  const who = copies.length > 1 ? enumeratedFirst(copies) : `Several instances of ${copies[0]}`
  return {
    at: nameSpan(store),
    message: `${who} use ${store.name}, which lives inside one process or in one file. Either each instance has its own data, or all share a file on one machine that only one may write at a time. Use a database server, or draw one ${store.name} in each instance.`,
  }
}
