// Screens that need one answer after the other.

import { defaults } from '../../knowledge'
import { type End, hasKind, isClient } from '../../model/ends'
import { isCall, methodOf } from '../../model/requests'
import type { Component, Connection, System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import { defineRule, type Report } from '../rule'

export const clientRoundTrips = defineRule({
  id: 'client-round-trips',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'A client makes several calls one after another for one screen.',
  presets: { recommended: 'info' },
  onRequest: true,
  options: { max: { default: 2, description: 'The maximum number of calls in a row.' } },

  *check(system, { max }) {
    for (const { connection } of system.calls.filter(({ caller }) => isApp(caller))) {
      const calls = connection.figures.calls
      if (calls?.stated && calls.value > max && isCall(connection) && !isExchange(connection))
        yield { ...judge([connection], calls.value), onRequest: false }
    }
    if (!isTimeline(system.diagram) || isCatalog(system)) return
    for (const run of runsIn(system)) if (run.length > max) yield judge(run, run.length)
  },
})

const isApp = (end: End): end is Component => hasKind(end, 'browser', 'mobile')

/** Handshakes, logins and polls are sequences by nature. */
const exchange =
  /\b(?:syn|ack|hello|handshake|offer|answer|ice|sdp|log-?in|sign(?:-?in\S*)?|oidc|saml|sso|consent|auth\w*|token|callback|redirect|poll\w*|retry|retries|resolve|dns|heartbeat|ping|upload|chunk)\b/i

const isExchange = ({ arrow, protocols, mode }: Connection): boolean =>
  exchange.test(arrow.text) ||
  mode.value !== 'sync' ||
  protocols.some(id => id === 'graphql' || id === 'websocket')

const reading = /\b(?:get|gets|fetch\w*|load\w*|list\w*|read\w*|quer(?:y|ies)|lookup)\b/i

/** Reads of one client from one backend, while nobody at the screen does anything in between. */
function runsIn(system: System): readonly (readonly Connection[])[] {
  const runs: Connection[][] = []
  for (const step of system.diagram.steps) {
    const connection = step.kind === 'message' ? system.connections[step.arrow] : undefined
    if (step.kind === 'fragment' || (connection && endsRun(connection))) runs.push([])
    if (!connection || !isRead(connection)) continue
    const last = runs.at(-1)
    const [first] = last ?? []
    if (last && (!first || (first.caller === connection.caller && first.callee === connection.callee)))
      last.push(connection)
    else runs.push([connection])
  }
  return runs
}

/** Somebody acts, something is sent that is no read, or an answer says what to ask next. */
function endsRun(connection: Connection): boolean {
  const { caller, callee, role } = connection
  if (role.value === 'reply' && /\bredirect|\b30[12378]\b/i.test(connection.arrow.text)) return true
  if (isClient(caller) && isClient(callee)) return true
  return isApp(caller) && role.value === 'call' && !isRead(connection)
}

function isRead(connection: Connection): boolean {
  const { caller, callee, role, network, arrow } = connection
  if (!network.value || role.value !== 'call' || !isApp(caller) || isClient(callee) || isExchange(connection))
    return false
  const method = methodOf(connection)
  return method === undefined ? reading.test(arrow.text) : method === 'GET'
}

/** A list of endpoints, read and written one after the other: no screen is loaded by all of them. */
const isCatalog = ({ connections }: System): boolean =>
  connections.filter(each => isApp(each.caller) && writes.test(methodOf(each) ?? '')).length >= 2

const writes = /^(?:POST|PUT|PATCH|DELETE)$/

function judge(run: readonly Connection[], count: number): Report {
  const [first, ...rest] = run
  const connection = first!
  const { caller, callee, figures } = connection
  const usual = hasKind(caller, 'mobile') ? defaults.lastMile.mobile : defaults.lastMile.broadband
  const rtt = figures.rtt?.value ?? usual
  const source = figures.rtt ? 'its round trip' : 'a typical round trip over the last mile'
  const at = ({ arrow }: Connection) => arrow.labelSpan ?? arrow.operator
  return {
    at: figures.calls?.span ?? at(connection),
    message: `${caller.name} asks ${callee.name} ${count} times in a row: at ${rtt} ms (${source}) that is ${rtt * count} ms of network before the screen is complete, and more from far away. Fetch everything at once (a BFF endpoint for the screen, or GraphQL), or make the calls in parallel.`,
    ...(rest.length > 0 && {
      related: rest.map(each => ({ at: at(each), message: `then ${each.arrow.text}` })),
    }),
  }
}
