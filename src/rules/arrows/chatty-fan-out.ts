// Requests for which one component calls many others.

import { atLeastOneSlow } from '../../math'
import { isService } from '../../model/ends'
import { visitsOf } from '../../model/flows'
import { isSurelyRemote } from '../../model/requests'
import type { Call, Component, Plan } from '../../model/system'
import { isTimeline, showsUsage } from '../../syntax/notation'
import { asWords } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

export const chattyFanOut = defineRule({
  id: 'chatty-fan-out',
  category: 'arrows',
  speaksOf: 'hazard',
  summary: 'One component makes many calls for one request.',
  presets: { recommended: 'info' },
  onRequest: true,
  options: {
    max: {
      default: 10,
      description: 'The maximum number of calls that one component makes for one request.',
    },
  },

  *check(system, { max }) {
    if (showsUsage(system.diagram)) return
    // What a sequence diagram repeats, only its flows tell.
    if (!isTimeline(system.diagram) && !system.components.some(one => isService(one) && mostCalls(one) > max))
      return
    const judged = new Set<Component>()
    const few = new Map<Component, Plan>()
    for (const { entry, plan } of system.flows) {
      const works = new Map<Component, Plan>(isService(entry) ? [[entry, plan]] : [])
      for (const { component, work } of visitsOf(plan)) if (isService(component)) works.set(component, work)
      for (const [component, work] of works) {
        if (judged.has(component) || few.get(component) === work) continue
        const made = callsIn(work).filter(({ call }) => call.caller === component && !isSigned(call))
        const count = Math.round(made.reduce((sum, { times }) => sum + times, 0))
        if (count <= max) {
          few.set(component, work)
          continue
        }
        judged.add(component)
        yield judge(component, count, [...new Set(made.map(({ call }) => call))])
      }
    }
  },
})

/** A library signs URLs by itself: nothing is asked for one. */
const isSigned = ({ connection }: Call): boolean =>
  /\b(?:pre-?)?signed ?urls?\b|\bpresign/i.test(asWords(connection.arrow.text))

/** Each of its calls for one request. */
const mostCalls = ({ outgoing }: Component): number =>
  outgoing.reduce((sum, { connection }) => sum + Math.max(1, connection.figures.calls?.value ?? 1), 0)

interface Made {
  readonly call: Call
  readonly times: number
}

/** The calls that a component makes and waits for itself; of alternatives the likely share. */
function callsIn(plan: Plan): readonly Made[] {
  switch (plan.kind) {
    case 'visit':
      return plan.call && !plan.async && isSurelyRemote(plan.call.connection)
        ? [{ call: plan.call, times: Math.max(1, plan.times) }]
        : []
    case 'sequence':
      return plan.steps.flatMap(callsIn)
    case 'parallel':
    case 'redundant':
      return plan.branches.flatMap(callsIn)
    case 'choice':
      return plan.branches.flatMap(({ share, plan }) =>
        callsIn(plan).map(({ call, times }) => ({ call, times: times * share })),
      )
    case 'cacheAside':
      return [...callsIn(plan.cache), ...callsIn(plan.store)]
  }
}

function judge(component: Component, count: number, calls: readonly Call[]): Report {
  const slow = Math.round(atLeastOneSlow(count, 0.99) * 100)
  return {
    at: component.node.mentions[0]?.id ?? component.span,
    message: `${component.name} makes ${count} calls for one request. Each is slower than its p99 once in a hundred, so ${slow}% of the requests wait for at least one such answer, and if any of them fails, the request fails. Fetch several things in one call, cache what rarely changes, or drop optional calls.`,
    onRequest: !calls.some(({ connection }) => connection.figures.calls?.stated),
    related: calls.map(({ connection, callee }) => ({
      at: connection.arrow.operator,
      message: `It calls ${callee.name}`,
    })),
  }
}
