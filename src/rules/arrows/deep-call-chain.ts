// Requests that pass from service to service to service.

import { writeDuration, writeShare } from '../../model/annotations'
import { hasKind, isClient, isEdge, isService } from '../../model/ends'
import { partsOfPlan } from '../../model/flows/plan'
import { isSurelyRemote } from '../../model/requests'
import type { Call, Component, Flow, Plan } from '../../model/system'
import { defineRule, type Report } from '../rule'

export const deepCallChain = defineRule({
  id: 'deep-call-chain',
  category: 'arrows',
  speaksOf: 'hazard',
  summary: 'A request crosses many services one after another.',
  presets: { recommended: 'info' },
  onRequest: true,
  options: {
    max: { default: 3, description: 'The maximum number of hops from service to service.' },
  },

  *check(system, { max }) {
    const judged = new Set<number>()
    const known: KnownChains = new Map()
    const chains = system.flows.filter(isWaitedFor).map(({ plan }) => longestChain(plan, known))
    for (const hops of chains.toSorted((a, b) => b.length - a.length)) {
      // A part of what a longer one was told of is mended with it.
      const isTold = hops.some(({ connection }) => judged.has(connection.index))
      if (hops.length <= max || isTold || isPipeline(hops)) continue
      for (const { connection } of hops) judged.add(connection.index)
      yield judge(hops)
    }
  },
})

/** By a person, a program outside, or whoever asks an API. What an importer or an indexer begins holds up nobody. */
const isWaitedFor = ({ entry, background }: Flow): boolean =>
  !background && (isClient(entry) || isEdge(entry) || answers(entry))

const answers = ({ text }: Component): boolean => /\b(?:apis?|bff|portal|front-?end)\b/i.test(text)

/** Workers hand on to workers what each has done: nobody waits in front of them. */
const isPipeline = (hops: readonly Call[]): boolean =>
  hops.filter(({ callee }) => hasKind(callee, 'worker')).length * 2 > hops.length

interface Chain {
  readonly call: Call
  readonly length: number
  readonly next?: Chain
}

/** Flows share much of their plans. */
type KnownChains = Map<Plan, Chain | undefined>

/** The hops between services on the way that has most of them; balancers, gateways and stores count nothing. */
function longestChain(plan: Plan, known: KnownChains): readonly Call[] {
  const chainOf = (part: Plan): Chain | undefined => {
    if (known.has(part)) return known.get(part)
    let below: Chain | undefined
    for (const next of partsOfPlan(part)) {
      const chain = chainOf(next)
      if (chain && chain.length > (below?.length ?? 0)) below = chain
    }
    const chain =
      part.kind === 'visit' && !part.async && part.call && isHop(part.call)
        ? { call: part.call, length: (below?.length ?? 0) + 1, next: below }
        : below
    known.set(part, chain)
    return chain
  }
  const hops: Call[] = []
  for (let chain = chainOf(plan); chain; chain = chain.next) hops.push(chain.call)
  return hops
}

/** Of which it is written that somebody waits: an arrow without a protocol may hand data on, or stay in one program. */
const isHop = ({ connection, caller, callee }: Call): boolean =>
  isService(caller) && isService(callee) && isSurelyRemote(connection)

function judge(hops: readonly Call[]): Report {
  const last = hops.at(-1)!
  const services = [...hops.slice(0, 1).map(({ caller }) => caller), ...hops.map(({ callee }) => callee)]
  const answers = services.map(({ figures }) => figures.p50 ?? figures.latency)
  const stated = [...answers, ...hops.map(({ connection }) => connection.figures.rtt)]
  const least = stated.reduce((sum, figure) => sum + (figure?.stated ? figure.value : 0), 0)
  const time =
    least > 0
      ? `The times that are stated add up to ${writeDuration(Math.round(least * 1000) / 1000)}`
      : 'Each adds its own time'
  const together = writeShare(Number((0.999 ** services.length).toFixed(4)))
  return {
    at: last.connection.arrow.operator,
    message: `A request crosses ${services.length} services one after another, from ${services[0]?.name} to ${services.at(-1)?.name}. ${time}, and ${services.length} at 99.9% each are up ${together} of the time together. Merge services that always change together, pass the data along, or move the end of the chain behind a queue.`,
    onRequest: least === 0,
    related: hops
      .filter(call => call !== last)
      .map(({ connection, caller, callee }) => ({
        at: connection.arrow.operator,
        message: `${caller.name} → ${callee.name}`,
      })),
  }
}
