// A system's figures: latency, availability, attempts and deadlines of its flows, and the sums behind them.

export { finished, type Steps } from '../knowledge'
export { callName } from '../model/flows/graph'
export { type Downtime, downtimeOf } from './availability/downtime'
export { type Effort, effortForSystem } from './availability/effort'
export { fallsShort } from './availability/promise'
export { fromMeanTimes } from './availability/redundancy'
export { connectionRateLimit, LINUX_PORTS } from './estimates/connections'
export { atLeastOneSlow, leafPercentileFor } from './estimates/fan-out'
export {
  type AttemptHop,
  attemptsOf,
  attemptsTo,
  type ComponentAttempts,
  hopsTo,
  type ReachedBy,
} from './flows/attempts/attempts'
export { type CallPolicy, longestOf, policyOf, worstCaseOfCall } from './flows/attempts/call-policy'
export { type DeadlineHop, deadlinesOf } from './flows/attempts/deadlines'
export { callsMadeIn, type MadeCall, statedBudgets } from './flows/attempts/stated-budget'
export { policiesIn, type WorstCase, worstCaseOf } from './flows/attempts/worst-case'
export {
  type AvailabilityPart,
  availabilityBand,
  availabilityOf,
  DOUBT_FACTOR,
  type FlowAvailability,
} from './flows/availability/flow-availability'
export {
  type Attribution,
  type Band,
  type Bands,
  type EvaluationOptions,
  evaluateFlow,
  type FlowFigures,
  type JudgedFigures,
} from './flows/evaluate'
export { evaluateSystem, evaluatingSystem, type SystemFigures, systemFigures } from './flows/evaluate-system'
export { criticalPathOf } from './flows/latency/critical-path'
export { shareBeyond, slowestOf, USUAL_TAIL, usualTail } from './flows/latency/duration'
export {
  attributionOf,
  type FlowLatency,
  type LatencyShare,
  latencyOf,
} from './flows/latency/flow-latency'
export { networkTime, setupOf } from './flows/latency/network-time'
export {
  type JudgedPercentile,
  judgedPercentiles,
  type PercentileName,
  percentileNames,
  percentileShares,
} from './flows/latency/promised-latency'
export { appliedLoad } from './flows/load/applied-load'
export type { Backlog } from './flows/load/backlog'
export type { ComponentLoad } from './flows/load/component-load'
export { type Load, loadOf } from './flows/load/load'
export { type Storm, stormsOf } from './flows/load/storm'
export { type Outage, type Outages, outagesOf } from './flows/outages/outages'
export type { FlowProvenance, Unknown } from './flows/provenance'
export type { FlowOptions } from './flows/reading-context'
export { type WorkAllowance, workForShares } from './latency/attribution-work'
export { type Latency, type Percentiles, percentilesOf } from './latency/latency'
export { judgeRoundTrip, type RoundTripVerdict } from './network/distance'
export { setupRoundTrips } from './network/handshakes'
export { bandwidthDelayBytes, http1Rounds, transferMs, transmissionMs } from './network/transfer'
export {
  inFlight,
  type Station,
  type Waiting,
  waitingOf,
} from './queueing/waiting'
export { amplification, expectedAttempts } from './retries/amplification'
export { attemptsThatFit } from './retries/fitting-attempts'
