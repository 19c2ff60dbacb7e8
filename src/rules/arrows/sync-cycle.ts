// Services that wait for each other in a circle.

import { protocolById } from '../../knowledge'
import { isProbable, isService } from '../../model/ends'
import { partsOfPlan } from '../../model/flows/plan'
import { isAwaited, isLikelyCall } from '../../model/requests'
import type { Call, Component, Connection, Plan } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { statesProtocol } from '../queries/protocols-named'
import { defineRule, type Report } from '../rule'

export const syncCycle = defineRule({
  id: 'sync-cycle',
  category: 'arrows',
  speaksOf: 'hazard',
  summary: 'Synchronous calls among services form a cycle.',
  presets: { recommended: 'warning' },
  options: {},

  *check({ diagram, calls, flows }) {
    const cycles = isTimeline(diagram)
      ? flows.flatMap(({ plan }) => nestedCycles(plan))
      : cyclesAmong(calls.filter(waitsForService))
    // Two that call each other need not do so within one request: only a trace shows that.
    const onRequest = !isTimeline(diagram)
    for (const cycle of cycles) if (!cycle.some(goesOnLater)) yield { ...judge(cycle), onRequest }
  },
})

type Cycle = readonly Call[]

/** "posts results back", "in the background": who called has its answer by then. */
const goesOnLater = ({ caller, connection }: Call): boolean =>
  later.test(`${caller.text} ${caller.node.description ?? ''} ${wordingOf(connection.arrow)}`) ||
  answer.test(wordingOf(connection.arrow)) ||
  throughBrowser.test(wordingOf(connection.arrow))

/** `Send response`: an answer that is drawn like a call. Who fetches results asks for them. */
const answer =
  /^(?!\W*(?:\d+\W+)?(?:get|fetch|request|ask|query|load|read|find|search|await|wait|poll|check)\w{0,3}\b).*\b(?:responses?|repl(?:y|ies)|answers?|results?)\W{0,3}$/i

/** An OAuth provider that comes back does so through the browser. */
const throughBrowser =
  /\bredirect\w*|\bauthori[sz]ation code\b|回調|回调|コールバック|콜백|重定向|重新導向|リダイレクト|리다이렉트|колбэк|редирект|перенаправ|授权码|授權碼|認可コード/i

const later =
  /\bback\b(?! ?end)|\bbackground\b|\ba?sync\w*hronously\b|\basync\b|\b202\b|\bcall-?backs?\b|\bweb ?hooks?\b/i

/** Surely a request from one service to another: its label names a protocol of requests. */
function waitsForService({ connection, caller, callee }: Call): boolean {
  if (!isAwaited(connection) || connection.direction.value === 'both') return false
  if (!isLikelyCall(connection)) return false
  return isSurelyService(caller) && isSurelyService(callee) && asks(connection) && isSolid(connection)
}

const asks = ({ protocols, request }: Connection): boolean =>
  protocols.some(id => protocolById(id).style === 'request') || request?.method !== undefined

/** Of two bare arrows between two boxes one is likely the answer. */
const isSaid = ({ connection }: Call): boolean => connection.arrow.text !== '' || statesProtocol(connection)

const isSolid = ({ arrow, figures }: Connection): boolean =>
  arrow.stroke !== 'dotted' || Object.values(figures).some(figure => figure?.origin === 'metadata')

const isSurelyService = (component: Component): boolean => isService(component) && isProbable(component)

/** Found in one pass, depth first; cycles that share a component are one mistake. */
function cyclesAmong(calls: readonly Call[]): readonly Cycle[] {
  const leaving = new Map<Component, Call[]>()
  for (const call of calls) {
    const known = leaving.get(call.caller)
    if (known) known.push(call)
    else leaving.set(call.caller, [call])
  }
  const cycles: Cycle[] = []
  const seen = new Set<Component>()
  const spoken = new Set<Component>()
  for (const { caller: start } of calls.toReversed()) {
    if (seen.has(start)) continue
    for (const cycle of cyclesFrom(start, leaving, seen)) {
      if (cycle.some(({ caller }) => spoken.has(caller)) || (cycle.length === 2 && !cycle.every(isSaid)))
        continue
      for (const { caller } of cycle) spoken.add(caller)
      cycles.push(cycle)
    }
  }
  return cycles
}

/** The way from `start` to where the search stands, closed by each call that leads back into it. */
function* cyclesFrom(
  start: Component,
  leaving: ReadonlyMap<Component, readonly Call[]>,
  seen: Set<Component>,
): Iterable<Cycle> {
  const way: Call[] = []
  const depths = new Map([[start, 0]])
  const waiting = [{ calls: leaving.get(start) ?? [], next: 0 }]
  seen.add(start)
  for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
    const call = top.calls[top.next++]
    if (!call) {
      waiting.pop()
      depths.delete(way.pop()?.callee ?? start)
      continue
    }
    const depth = depths.get(call.callee)
    if (depth !== undefined) yield [...way.slice(depth), call]
    if (seen.has(call.callee)) continue
    seen.add(call.callee)
    way.push(call)
    depths.set(call.callee, way.length)
    waiting.push({ calls: leaving.get(call.callee) ?? [], next: 0 })
  }
}

/** In a trace: a service that is called again by those it is waiting for. */
function nestedCycles(plan: Plan): readonly Cycle[] {
  const open: Call[] = []
  const cycles: Cycle[] = []
  const walk = (part: Plan): void => {
    const call = part.kind === 'visit' && !part.async ? part.call : undefined
    if (call) {
      const first = open.findIndex(({ caller }) => caller === call.callee)
      if (first >= 0 && [...open.slice(first), call].every(isBetweenServices))
        cycles.push([...open.slice(first), call])
      open.push(call)
    }
    partsOfPlan(part).forEach(walk)
    if (call) open.pop()
  }
  walk(plan)
  return cycles
}

const isBetweenServices = ({ caller, callee, connection }: Call): boolean =>
  isSurelyService(caller) && isSurelyService(callee) && isAwaited(connection)

/** The arrow that was drawn last closes the circle. */
function judge(cycle: Cycle): Report {
  const closing = cycle.reduce((last, call) => (call.connection.index > last.connection.index ? call : last))
  const start = cycle.indexOf(closing) + 1
  const ordered = [...cycle.slice(start), ...cycle.slice(0, start)]
  const names = [...ordered.map(({ caller }) => caller.name), closing.callee.name]
  return {
    at: closing.connection.arrow.operator,
    message: `${names.join(' → ')}: synchronous calls in a cycle. When one is slow, all wait for each other until their threads run out, and none can start or recover first. Turn one call into an event, pass the data along with the request, or move what both need into a separate service.`,
    related: ordered
      .filter(call => call !== closing)
      .map(({ caller, callee, connection }) => ({
        at: connection.arrow.operator,
        message: `${caller.name} → ${callee.name}`,
      })),
  }
}
