// What a flow's figures rest on that nobody stated, and what they leave out.

import { isClient } from '../../model/ends'
import { visitsOf } from '../../model/flows/plan'
import type { Assumption, Call, Component, Flow } from '../../model/system'
import { noFigure, unrecorded } from './assumptions'
import type { FlowReading } from './flow-reading'
import { durationOf } from './latency/duration'
import { networkTime } from './latency/network-time'
import type { UsualLimit } from './latency/usual-limits'

export interface FlowProvenance {
  /** Whether the percentiles rest on something assumed, and whether availability does. */
  readonly assumed: { readonly times: boolean; readonly availability: boolean }
  /** What counts as 0 ms, or as never failing, for want of a figure. */
  readonly unknown: readonly Unknown[]
  /** Where products end waits by themselves. */
  readonly ended: readonly UsualLimit[]
  /** The way from the client to the first component counts as 0 ms. */
  readonly withoutClientNetwork: boolean
}

export interface Unknown {
  readonly component: Component
  readonly time: boolean
  readonly availability: boolean
}

interface Reckoned extends Pick<FlowReading, 'flow' | 'latency'> {
  readonly assumed: readonly Assumption[]
  /** Requests that errors and timeouts fail, for which times matter too. */
  readonly failed: number
}

export function provenanceOf({ flow, latency, assumed, failed }: Reckoned): FlowProvenance {
  const times = assumed.some(({ key }) => !ofAvailability.has(key))
  const availability = assumed.some(({ key }) => ofAvailability.has(key) || ofBoth.has(key))
  return {
    assumed: { times, availability: availability || (failed > 0 && times) },
    unknown: unknownIn(flow, assumed),
    ended: [...new Set(visitsOf(flow.plan).flatMap(visit => latency.limit(visit) ?? []))],
    withoutClientNetwork: visitsOf(flow.plan).some(({ call }) => call && leavesClient(flow, call)),
  }
}

const ofAvailability: ReadonlySet<string> = new Set([
  'availability',
  'commonCause',
  'failover',
  'mttr',
  'coverage',
  'fails',
])
/** Which calls are made, and how often. */
const ofBoth: ReadonlySet<string> = new Set(['path', 'calls'])

function unknownIn(flow: Flow, assumed: readonly Assumption[]): readonly Unknown[] {
  const missing = assumed.filter(({ source }) => source === noFigure)
  if (missing.length === 0) return []
  const keys = new Map<string, Set<string>>()
  for (const { at, key } of missing) keys.set(at, (keys.get(at) ?? new Set()).add(key))
  const components = new Set([...visitsOf(flow.plan).map(({ component }) => component), flow.to])
  return [...components].flatMap(component => {
    const own = keys.get(component.id)
    return own ? [{ component, time: own.has('p99'), availability: own.has('availability') }] : []
  })
}

const leavesClient = ({ entry }: Flow, call: Call): boolean =>
  call.caller === entry &&
  isClient(entry) &&
  networkTime(call, unrecorded) === 0 &&
  durationOf(call.connection.figures) === undefined
