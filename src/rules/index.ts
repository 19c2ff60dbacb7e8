// All rules, in the order of the documentation.

import { activeActiveConflict } from './active-active-conflict'
import { ambiguousCaller } from './ambiguous-caller'
import { ambiguousGroup } from './ambiguous-group'
import { asyncReplicationLoss } from './async-replication-loss'
import { availabilityObjectiveMissed } from './availability-objective-missed'
import { breakerWithoutFallback } from './breaker-without-fallback'
import { browserGrpc } from './browser-grpc'
import { browserUdp } from './browser-udp'
import { cacheStampede } from './cache-stampede'
import { callInLoop } from './call-in-loop'
import { cdnCachesPrivate } from './cdn-caches-private'
import { chattyFanOut } from './chatty-fan-out'
import { circleOrCrossByAccident } from './circle-or-cross-by-accident'
import { clientRoundTrips } from './client-round-trips'
import { conflictingFigures } from './conflicting-figures'
import { connectionChurn } from './connection-churn'
import { consumerNotIdempotent } from './consumer-not-idempotent'
import { crossRegionSync } from './cross-region-sync'
import { deepCallChain } from './deep-call-chain'
import { disconnectedComponent } from './disconnected-component'
import { dnsTtlFailover } from './dns-ttl-failover'
import { dnsWithoutHealthCheck } from './dns-without-health-check'
import { earlyDataWrite } from './early-data-write'
import { failoverExceedsObjective } from './failover-exceeds-objective'
import { gatewayBypassed } from './gateway-bypassed'
import { graphqlNPlusOne } from './graphql-n-plus-one'
import { graphqlUnbounded } from './graphql-unbounded'
import { grpcBehindL4 } from './grpc-behind-l4'
import { healthCheckCascade } from './health-check-cascade'
import { impossibleFigure } from './impossible-figure'
import { insecureTransport } from './insecure-transport'
import { invalidValue } from './invalid-value'
import { keepaliveMismatch } from './keepalive-mismatch'
import { keywordAsId } from './keyword-as-id'
import { l4CannotRouteHttp } from './l4-cannot-route-http'
import { labelRedefined } from './label-redefined'
import { latencyObjectiveMissed } from './latency-objective-missed'
import { livenessChecksDependency } from './liveness-checks-dependency'
import { loadBalancerLayerUnstated } from './load-balancer-layer-unstated'
import { missingCdn } from './missing-cdn'
import { missingCircuitBreaker } from './missing-circuit-breaker'
import { missingGroupSpace } from './missing-group-space'
import { missingHealthCheck } from './missing-health-check'
import { missingRateLimit } from './missing-rate-limit'
import { missingTimeout } from './missing-timeout'
import { moduloSharding } from './modulo-sharding'
import { newerThanHost } from './newer-than-host'
import { objectiveBelowFloor } from './objective-below-floor'
import { overwrittenRelation } from './overwritten-relation'
import { persistentConnectionsRoundRobin } from './persistent-connections-round-robin'
import { publicDatastore } from './public-datastore'
import { publicGrpc } from './public-grpc'
import { queueWithoutDeadLetter } from './queue-without-dead-letter'
import { resilienceOrder } from './resilience-order'
import { retryExceedsDeadline } from './retry-exceeds-deadline'
import { retryLayering } from './retry-layering'
import { retryNotIdempotent } from './retry-not-idempotent'
import { retryUnbounded } from './retry-unbounded'
import { retryWithoutBackoff } from './retry-without-backoff'
import { retryWithoutJitter } from './retry-without-jitter'
import type { Rule } from './rule'
import { sharedPool } from './shared-pool'
import { shortPolling } from './short-polling'
import { singlePointOfFailure } from './single-point-of-failure'
import { singleZone } from './single-zone'
import { sseBuffering } from './sse-buffering'
import { sseHttp1Limit } from './sse-http1-limit'
import { sseTwoWay } from './sse-two-way'
import { sseWithoutReplay } from './sse-without-replay'
import { stackedL7 } from './stacked-l7'
import { stickySession } from './sticky-session'
import { streamIdleTimeout } from './stream-idle-timeout'
import { swallowedLine } from './swallowed-line'
import { syncCycle } from './sync-cycle'
import { syntaxError } from './syntax-error'
import { timeoutBelowLatency } from './timeout-below-latency'
import { timeoutInversion } from './timeout-inversion'
import { timeoutOnStream } from './timeout-on-stream'
import { tooLarge } from './too-large'
import { truncatedMessage } from './truncated-message'
import { udpAmplification } from './udp-amplification'
import { udpNeedsReliability } from './udp-needs-reliability'
import { undefinedClass } from './undefined-class'
import { undirectedArrow } from './undirected-arrow'
import { unknownAttribute } from './unknown-attribute'
import { unknownProtocol } from './unknown-protocol'
import { unknownTarget } from './unknown-target'
import { unlabeledArrow } from './unlabeled-arrow'
import { unreachableMetadata } from './unreachable-metadata'
import { unsafeGet } from './unsafe-get'
import { unusedSuppression } from './unused-suppression'
import { verbInPath } from './verb-in-path'
import { webrtcMesh } from './webrtc-mesh'
import { webrtcNotMedia } from './webrtc-not-media'
import { webrtcRecordingWithoutSfu } from './webrtc-recording-without-sfu'
import { webrtcWithoutSignaling } from './webrtc-without-signaling'
import { webrtcWithoutTurn } from './webrtc-without-turn'
import { websocketBehindL7 } from './websocket-behind-l7'
import { websocketFanOut } from './websocket-fan-out'
import { websocketHeartbeat } from './websocket-heartbeat'
import { websocketOneWay } from './websocket-one-way'
import { websocketOriginUnchecked } from './websocket-origin-unchecked'

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
