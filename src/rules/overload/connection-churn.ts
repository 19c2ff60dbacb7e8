// Calls that open a connection each time.

import { connectionRateLimit, setupOf, setupRoundTrips } from '../../math'
import { hasKind, isClient, isService, isStore, isSurely } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { annotateArrow, annotatePart } from '../fixes/annotate'
import { defineRule, type Report } from '../rule'

export const connectionChurn = defineRule({
  id: 'connection-churn',
  category: 'overload',
  speaksOf: 'hazard',
  summary: 'A new connection is opened for each call.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    const crowded = new Set<string>()
    for (const call of system.calls) {
      const pair = `${call.caller.id}\n${call.callee.id}`
      if (!isRequest(call.connection)) continue
      if (opensEachTime(call)) yield judgeChurn(system, call)
      else if (crowdsDatabase(call) && !crowded.has(pair)) {
        crowded.add(pair)
        yield judgeCrowd(system, call)
      }
    }
  },
})

/** Between servers, and often: to a store, several times for one request, or at a stated rate. */
function opensEachTime({ connection, caller, callee }: Call): boolean {
  const { figures } = connection
  const between = !isClient(caller) && (isService(callee) || isStore(callee) || hasKind(callee, 'cache'))
  const often =
    isStore(callee) ||
    hasKind(callee, 'cache') ||
    (figures.calls?.value ?? 1) > 1 ||
    figures.rate !== undefined
  return figures.connection?.value === 'new' && between && often
}

function judgeChurn(system: System, call: Call): Report {
  const { connection, caller, callee } = call
  const { rate } = connection.figures
  const trips = setupRoundTrips(setupOf(call))
  const cost = trips === 1 ? 'a round trip' : `${trips} round trips`
  const limit = Math.round(connectionRateLimit())
  const ports =
    rate && rate.value > limit
      ? ` At ${rate.value} a second it runs out of local ports, too: closed ones wait 60 s, so about ${limit} a second are left.`
      : ''
  return {
    at: connection.figures.connection?.span ?? connection.arrow.operator,
    message: `${caller.name} opens a connection to ${callee.name} for each call: ${cost} before the request leaves.${ports} Write connection: reused, and keep a pool of open ones.`,
    fixes: [
      annotateArrow(system, { connection, title: 'Reuse connections', entries: { connection: 'reused' } }),
    ],
  }
}

/** Each instance of a function holds a connection of its own; a relational database has few to give. */
function crowdsDatabase({ connection, caller, callee }: Call): boolean {
  const isFunction = isSurely(caller, 'function') && !caller.figures.concurrency
  const isPooled =
    (callee.figures.pooler?.value ?? false) !== false ||
    connection.figures.connection?.stated ||
    connection.figures.pool
  return (
    isFunction &&
    !servesMany(caller) &&
    !isTimed(caller) &&
    !asksOverHttp.test(`${caller.text} ${caller.technology?.id ?? ''}`) &&
    hasKind(callee, 'database') &&
    connection.protocols.some(id => relational.has(id)) &&
    !isPooled &&
    !pooled.test(`${callee.text} ${connection.arrow.text}`)
  )
}

/** One instance works on many requests at once, and keeps a pool as a server does. */
const servesMany = ({ technology, text }: Component): boolean =>
  /^(?:azure-functions|cloud-run|google-cloud-run|gcp-cloud-run|cloudflare-workers)$/.test(
    technology?.id ?? '',
  ) || /azure function|cloud run|cloudflare worker/i.test(text)

/** Functions at the edge open no TCP connections of their own: their drivers ask the database over HTTP. */
const asksOverHttp = /\bedge[- ]?functions?\b|supabase|\bvercel edge\b|deno deploy/i

/** Started by a clock, it runs once at a time. */
function isTimed({ text, incoming }: Component): boolean {
  const starts = incoming.filter(({ connection }) => connection.network.value)
  const byClock = starts.length > 0 && starts.every(({ caller }) => hasKind(caller, 'scheduler'))
  return byClock || /\b(?:cron|schedul\w*|nightly|daily)\b/i.test(text)
}

/** What a pooler speaks: there is none to put in front of SQL Server or Oracle. */
const relational: ReadonlySet<string> = new Set(['sql', 'postgres', 'mysql', 'jdbc', 'odbc'])
const pooled =
  /pool|bouncer|proxy|data api|serverless driver|hyperdrive|accelerate|neon|planetscale|supabase|\bd1\b|sqlite/i

/** What servers accept by default: PostgreSQL max_connections, MySQL max_connections; on RDS both follow the memory. */
function accepting({ technology, text }: Component): string {
  const id = technology?.id ?? ''
  if (/aurora|rds/.test(id) && /postgres/i.test(`${id} ${text}`))
    return '; it accepts about 110 for each GB of memory'
  if (/postgres/.test(id)) return '; PostgreSQL accepts 100 by default'
  return /mysql|mariadb/.test(id) ? '; MySQL accepts 151 by default' : ', more than most servers accept'
}

/** Of the database's product, and of the cloud that the function runs in. */
function poolerFor(caller: Component, { technology, text }: Component): string {
  const product = `${technology?.id ?? ''} ${text}`
  const isOnAws =
    /lambda|aws/i.test(`${caller.technology?.id ?? ''} ${caller.text}`) || /rds|aurora/i.test(product)
  if (isOnAws) return 'RDS Proxy'
  if (/mysql|mariadb/i.test(product)) return 'ProxySQL'
  return /postgres/i.test(product) ? 'PgBouncer' : 'PgBouncer, ProxySQL'
}

function judgeCrowd(system: System, { connection, caller, callee }: Call): Report {
  return {
    at: connection.arrow.operator,
    // One pooler serves all functions, however the document's diagrams call them and the database.
    oncePerDocument: 'pooler',
    message: `Each instance of ${caller.name} opens its own connection to ${callee.name}. A burst of 500 requests is 500 instances and 500 connections${accepting(callee)}. Put a pooler in front (${poolerFor(caller, callee)}) and write pooler: true on ${callee.name}.`,
    related: [
      { at: caller.node.mentions[0]?.id ?? caller.span, message: 'One instance for each request at a time' },
    ],
    fixes: [
      annotatePart(system, {
        part: callee,
        title: `State that a pooler is in front of ${callee.name}`,
        entries: { pooler: true },
      }),
    ],
  }
}
