// What load does to the requests of a flow: they wait, are refused, or give up.

import { visitsOf } from '../../../model/flows/plan'
import type { Component, Flow } from '../../../model/system'
import type { Latency } from '../../latency/latency'
import type { ComponentLoad } from './component-load'
import type { Load } from './load'

export interface AppliedLoad {
  /** What is done for a request, with the wait for a free place before it. */
  readonly queued: (component: Component, served: Latency) => Latency
  /** The share of requests that are refused or that nobody waits for any more. */
  readonly unanswered: (component: Component) => number
}

export const withoutLoad: AppliedLoad = { queued: (_, served) => served, unanswered: () => 0 }

export const appliedLoad = ({ components }: Pick<Load, 'components'>): AppliedLoad =>
  components.size === 0
    ? withoutLoad
    : {
        queued: (component, served) => {
          const load = components.get(component)
          return load ? admitted(load, waiting(load, served)) : served
        },
        unanswered: component => {
          const { refused, lost } = components.get(component) ?? { refused: 0, lost: 0 }
          return refused + (1 - refused) * lost
        },
      }

function waiting(load: ComponentLoad, served: Latency): Latency {
  const { component, queue, unlimited, lost, waits, meanWaitMs } = load
  const item = `component:${component.id}`
  // Who waits forever has no time: what is said of the others is theirs alone.
  if (unlimited) return failing(lost, served)
  if (queue) return { op: 'queue', of: served, item, ...queue }
  if (!waits || !meanWaitMs) return served
  const wait: Latency = {
    op: 'choice',
    of: [{ share: waits, of: { op: 'exponential', mean: meanWaitMs, item } }],
  }
  return { op: 'sequence', of: [wait, served] }
}

const admitted = ({ refused }: ComponentLoad, served: Latency): Latency =>
  refused > 0 ? failing(refused, served) : served

/** A share that fails at once. */
const failing = (errorRate: number, of: Latency): Latency => ({
  op: 'call',
  of,
  attempts: 1,
  backoff: [],
  jitter: 'none',
  errorRate,
  errorMs: 0,
})

/** How full the components that a flow waits for are, where that is known; the fullest first. */
export const loadsIn = ({ plan }: Flow, { components }: Load): readonly ComponentLoad[] =>
  [...new Set(visitsOf(plan).flatMap(({ component, async }) => (async ? [] : [component])))]
    .flatMap(component => {
      const load = components.get(component)
      return load?.utilization === undefined ? [] : [load]
    })
    .sort((a, b) => (b.utilization ?? 0) - (a.utilization ?? 0))
