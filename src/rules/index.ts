// All rules, in the order of the documentation.

import { activeActiveConflict } from './topology/active-active-conflict'
import { ambiguousCaller } from './arrows/ambiguous-caller'
import { ambiguousGroup } from './syntax/ambiguous-group'
import { asyncReplicationLoss } from './topology/async-replication-loss'
import { availabilityObjectiveMissed } from './objectives/availability-objective-missed'
import { breakerWithoutFallback } from './failure-handling/breaker-without-fallback'
import { browserGrpc } from './protocols/browser-grpc'
import { browserUdp } from './protocols/browser-udp'
import { cacheStampede } from './failure-handling/cache-stampede'
import { callInLoop } from './failure-handling/call-in-loop'
import { cdnCachesPrivate } from './topology/cdn-caches-private'
import { chattyFanOut } from './arrows/chatty-fan-out'
import { circleOrCrossByAccident } from './syntax/circle-or-cross-by-accident'
import { clientRoundTrips } from './topology/client-round-trips'
import { conflictingFigures } from './syntax/conflicting-figures'
import { connectionChurn } from './failure-handling/connection-churn'
import { consumerNotIdempotent } from './failure-handling/consumer-not-idempotent'
import { crossRegionSync } from './topology/cross-region-sync'
import { deepCallChain } from './arrows/deep-call-chain'
import { disconnectedComponent } from './arrows/disconnected-component'
import { dnsTtlFailover } from './load-balancing/dns-ttl-failover'
import { dnsWithoutHealthCheck } from './load-balancing/dns-without-health-check'
import { earlyDataWrite } from './protocols/early-data-write'
import { failoverExceedsObjective } from './objectives/failover-exceeds-objective'
import { gatewayBypassed } from './topology/gateway-bypassed'
import { graphqlNPlusOne } from './protocols/graphql-n-plus-one'
import { graphqlUnbounded } from './protocols/graphql-unbounded'
import { grpcBehindL4 } from './protocols/grpc-behind-l4'
import { healthCheckCascade } from './load-balancing/health-check-cascade'
import { impossibleFigure } from './objectives/impossible-figure'
import { insecureTransport } from './protocols/insecure-transport'
import { invalidValue } from './syntax/invalid-value'
import { keepaliveMismatch } from './load-balancing/keepalive-mismatch'
import { keywordAsId } from './syntax/keyword-as-id'
import { l4CannotRouteHttp } from './load-balancing/l4-cannot-route-http'
import { labelRedefined } from './syntax/label-redefined'
import { latencyObjectiveMissed } from './objectives/latency-objective-missed'
import { livenessChecksDependency } from './load-balancing/liveness-checks-dependency'
import { loadBalancerLayerUnstated } from './load-balancing/load-balancer-layer-unstated'
import { missingCdn } from './topology/missing-cdn'
import { missingCircuitBreaker } from './failure-handling/missing-circuit-breaker'
import { missingGroupSpace } from './syntax/missing-group-space'
import { missingHealthCheck } from './load-balancing/missing-health-check'
import { missingRateLimit } from './failure-handling/missing-rate-limit'
import { missingTimeout } from './failure-handling/missing-timeout'
import { moduloSharding } from './topology/modulo-sharding'
import { newerThanHost } from './syntax/newer-than-host'
import { objectiveBelowFloor } from './objectives/objective-below-floor'
import { overwrittenRelation } from './syntax/overwritten-relation'
import { persistentConnectionsRoundRobin } from './load-balancing/persistent-connections-round-robin'
import { publicDatastore } from './topology/public-datastore'
import { publicGrpc } from './protocols/public-grpc'
import { queueWithoutDeadLetter } from './failure-handling/queue-without-dead-letter'
import { resilienceOrder } from './failure-handling/resilience-order'
import { retryExceedsDeadline } from './failure-handling/retry-exceeds-deadline'
import { retryLayering } from './failure-handling/retry-layering'
import { retryNotIdempotent } from './failure-handling/retry-not-idempotent'
import { retryUnbounded } from './failure-handling/retry-unbounded'
import { retryWithoutBackoff } from './failure-handling/retry-without-backoff'
import { retryWithoutJitter } from './failure-handling/retry-without-jitter'
import type { Rule } from './rule'
import { sharedPool } from './failure-handling/shared-pool'
import { shortPolling } from './protocols/short-polling'
import { singlePointOfFailure } from './topology/single-point-of-failure'
import { singleZone } from './topology/single-zone'
import { sseBuffering } from './protocols/sse-buffering'
import { sseHttp1Limit } from './protocols/sse-http1-limit'
import { sseTwoWay } from './protocols/sse-two-way'
import { sseWithoutReplay } from './protocols/sse-without-replay'
import { stackedL7 } from './load-balancing/stacked-l7'
import { stickySession } from './load-balancing/sticky-session'
import { streamIdleTimeout } from './failure-handling/stream-idle-timeout'
import { swallowedLine } from './syntax/swallowed-line'
import { syncCycle } from './arrows/sync-cycle'
import { syntaxError } from './syntax/syntax-error'
import { timeoutBelowLatency } from './failure-handling/timeout-below-latency'
import { timeoutInversion } from './failure-handling/timeout-inversion'
import { timeoutOnStream } from './failure-handling/timeout-on-stream'
import { tooLarge } from './syntax/too-large'
import { truncatedMessage } from './syntax/truncated-message'
import { udpAmplification } from './topology/udp-amplification'
import { udpNeedsReliability } from './protocols/udp-needs-reliability'
import { undefinedClass } from './syntax/undefined-class'
import { undirectedArrow } from './arrows/undirected-arrow'
import { unknownAttribute } from './syntax/unknown-attribute'
import { unknownProtocol } from './arrows/unknown-protocol'
import { unknownTarget } from './syntax/unknown-target'
import { unlabeledArrow } from './arrows/unlabeled-arrow'
import { unreachableMetadata } from './syntax/unreachable-metadata'
import { unsafeGet } from './failure-handling/unsafe-get'
import { unusedSuppression } from './syntax/unused-suppression'
import { verbInPath } from './protocols/verb-in-path'
import { webrtcMesh } from './protocols/webrtc-mesh'
import { webrtcNotMedia } from './protocols/webrtc-not-media'
import { webrtcRecordingWithoutSfu } from './topology/webrtc-recording-without-sfu'
import { webrtcWithoutSignaling } from './protocols/webrtc-without-signaling'
import { webrtcWithoutTurn } from './protocols/webrtc-without-turn'
import { websocketBehindL7 } from './protocols/websocket-behind-l7'
import { websocketFanOut } from './protocols/websocket-fan-out'
import { websocketHeartbeat } from './protocols/websocket-heartbeat'
import { websocketOneWay } from './protocols/websocket-one-way'
import { websocketOriginUnchecked } from './topology/websocket-origin-unchecked'

export const rules: readonly Rule[] = [
  // Arrows
  unlabeledArrow,
  unknownProtocol,
  undirectedArrow,
  ambiguousCaller,
  syncCycle,
  deepCallChain,
  chattyFanOut,
  disconnectedComponent,
  // Protocol fit
  websocketBehindL7,
  websocketOneWay,
  websocketFanOut,
  websocketHeartbeat,
  insecureTransport,
  browserGrpc,
  browserUdp,
  publicGrpc,
  grpcBehindL4,
  sseTwoWay,
  sseBuffering,
  sseHttp1Limit,
  sseWithoutReplay,
  webrtcWithoutSignaling,
  webrtcWithoutTurn,
  webrtcNotMedia,
  webrtcMesh,
  shortPolling,
  udpNeedsReliability,
  verbInPath,
  graphqlUnbounded,
  graphqlNPlusOne,
  earlyDataWrite,
  // Failure handling
  missingTimeout,
  timeoutInversion,
  retryExceedsDeadline,
  timeoutBelowLatency,
  retryLayering,
  retryWithoutBackoff,
  retryWithoutJitter,
  retryUnbounded,
  retryNotIdempotent,
  missingCircuitBreaker,
  resilienceOrder,
  sharedPool,
  missingRateLimit,
  cacheStampede,
  queueWithoutDeadLetter,
  consumerNotIdempotent,
  timeoutOnStream,
  streamIdleTimeout,
  callInLoop,
  connectionChurn,
  breakerWithoutFallback,
  unsafeGet,
  // Load balancing
  loadBalancerLayerUnstated,
  missingHealthCheck,
  persistentConnectionsRoundRobin,
  stackedL7,
  stickySession,
  keepaliveMismatch,
  dnsWithoutHealthCheck,
  dnsTtlFailover,
  livenessChecksDependency,
  l4CannotRouteHttp,
  healthCheckCascade,
  // Topology, regions, data
  singlePointOfFailure,
  crossRegionSync,
  publicDatastore,
  missingCdn,
  activeActiveConflict,
  asyncReplicationLoss,
  clientRoundTrips,
  gatewayBypassed,
  singleZone,
  webrtcRecordingWithoutSfu,
  moduloSharding,
  cdnCachesPrivate,
  udpAmplification,
  websocketOriginUnchecked,
  // Objectives and figures
  availabilityObjectiveMissed,
  latencyObjectiveMissed,
  objectiveBelowFloor,
  failoverExceedsObjective,
  impossibleFigure,
  // Syntax and annotations
  syntaxError,
  swallowedLine,
  tooLarge,
  circleOrCrossByAccident,
  missingGroupSpace,
  truncatedMessage,
  overwrittenRelation,
  keywordAsId,
  labelRedefined,
  ambiguousGroup,
  undefinedClass,
  newerThanHost,
  unreachableMetadata,
  unknownAttribute,
  invalidValue,
  unknownTarget,
  conflictingFigures,
  unusedSuppression,
]
