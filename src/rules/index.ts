// All rules, in the order of the documentation.

import { ambiguousCaller } from './arrows/ambiguous-caller'
import { chattyFanOut } from './arrows/chatty-fan-out'
import { deepCallChain } from './arrows/deep-call-chain'
import { disconnectedComponent } from './arrows/disconnected-component'
import { syncCycle } from './arrows/sync-cycle'
import { undirectedArrow } from './arrows/undirected-arrow'
import { unknownProtocol } from './arrows/unknown-protocol'
import { unlabeledArrow } from './arrows/unlabeled-arrow'
import { breakerThreshold } from './failure-handling/breaker-threshold'
import { breakerWithoutFallback } from './failure-handling/breaker-without-fallback'
import { cacheStampede } from './failure-handling/cache-stampede'
import { callInLoop } from './failure-handling/call-in-loop'
import { capacityExceeded } from './failure-handling/capacity-exceeded'
import { connectionChurn } from './failure-handling/connection-churn'
import { consumerNotIdempotent } from './failure-handling/consumer-not-idempotent'
import { dualWrite } from './failure-handling/dual-write'
import { idempotencyKeyExpires } from './failure-handling/idempotency-key-expires'
import { missingCircuitBreaker } from './failure-handling/missing-circuit-breaker'
import { missingRateLimit } from './failure-handling/missing-rate-limit'
import { missingTimeout } from './failure-handling/missing-timeout'
import { outageSaturates } from './failure-handling/outage-saturates'
import { oversizedTimeout } from './failure-handling/oversized-timeout'
import { poolExhausted } from './failure-handling/pool-exhausted'
import { popWithoutAck } from './failure-handling/pop-without-ack'
import { queueWithoutDeadLetter } from './failure-handling/queue-without-dead-letter'
import { resilienceOrder } from './failure-handling/resilience-order'
import { retryClientErrors } from './failure-handling/retry-client-errors'
import { retryExceedsDeadline } from './failure-handling/retry-exceeds-deadline'
import { retryLayering } from './failure-handling/retry-layering'
import { retryNotIdempotent } from './failure-handling/retry-not-idempotent'
import { retryUnbounded } from './failure-handling/retry-unbounded'
import { retryWithoutBackoff } from './failure-handling/retry-without-backoff'
import { retryWithoutJitter } from './failure-handling/retry-without-jitter'
import { sharedPool } from './failure-handling/shared-pool'
import { slowInRequest } from './failure-handling/slow-in-request'
import { streamIdleTimeout } from './failure-handling/stream-idle-timeout'
import { timeoutBelowLatency } from './failure-handling/timeout-below-latency'
import { timeoutInversion } from './failure-handling/timeout-inversion'
import { timeoutOnStream } from './failure-handling/timeout-on-stream'
import { unsafeGet } from './failure-handling/unsafe-get'
import { dnsTtlFailover } from './load-balancing/dns-ttl-failover'
import { dnsWithoutHealthCheck } from './load-balancing/dns-without-health-check'
import { healthCheckCascade } from './load-balancing/health-check-cascade'
import { keepaliveMismatch } from './load-balancing/keepalive-mismatch'
import { l4CannotRouteHttp } from './load-balancing/l4-cannot-route-http'
import { livenessChecksDependency } from './load-balancing/liveness-checks-dependency'
import { loadBalancerLayerUnstated } from './load-balancing/load-balancer-layer-unstated'
import { missingHealthCheck } from './load-balancing/missing-health-check'
import { persistentConnectionsRoundRobin } from './load-balancing/persistent-connections-round-robin'
import { stackedL7 } from './load-balancing/stacked-l7'
import { stickySession } from './load-balancing/sticky-session'
import { availabilityObjectiveMissed } from './objectives/availability-objective-missed'
import { backgroundObjectiveMissed } from './objectives/background-objective-missed'
import { failoverExceedsObjective } from './objectives/failover-exceeds-objective'
import { impossibleFigure } from './objectives/impossible-figure'
import { latencyObjectiveMissed } from './objectives/latency-objective-missed'
import { objectiveBelowFloor } from './objectives/objective-below-floor'
import { objectiveWithoutTail } from './objectives/objective-without-tail'
import { singleRegion } from './objectives/single-region'
import { browserGrpc } from './protocols/browser-grpc'
import { browserUdp } from './protocols/browser-udp'
import { earlyDataWrite } from './protocols/early-data-write'
import { graphqlNPlusOne } from './protocols/graphql-n-plus-one'
import { graphqlUnbounded } from './protocols/graphql-unbounded'
import { grpcBehindL4 } from './protocols/grpc-behind-l4'
import { insecureTransport } from './protocols/insecure-transport'
import { obsoleteTls } from './protocols/obsolete-tls'
import { offsetPagination } from './protocols/offset-pagination'
import { publicGrpc } from './protocols/public-grpc'
import { shortPolling } from './protocols/short-polling'
import { sseBuffering } from './protocols/sse-buffering'
import { sseHttp1Limit } from './protocols/sse-http1-limit'
import { sseTwoWay } from './protocols/sse-two-way'
import { sseWithoutReplay } from './protocols/sse-without-replay'
import { udpNeedsReliability } from './protocols/udp-needs-reliability'
import { unboundedList } from './protocols/unbounded-list'
import { unversionedApi } from './protocols/unversioned-api'
import { verbInPath } from './protocols/verb-in-path'
import { webrtcMesh } from './protocols/webrtc-mesh'
import { webrtcNotMedia } from './protocols/webrtc-not-media'
import { webrtcWithoutSignaling } from './protocols/webrtc-without-signaling'
import { webrtcWithoutTurn } from './protocols/webrtc-without-turn'
import { websocketBehindL7 } from './protocols/websocket-behind-l7'
import { websocketFanOut } from './protocols/websocket-fan-out'
import { websocketHeartbeat } from './protocols/websocket-heartbeat'
import { websocketOneWay } from './protocols/websocket-one-way'
import { websocketRequestResponse } from './protocols/websocket-request-response'
import type { Rule } from './rule'
import { ambiguousGroup } from './syntax/ambiguous-group'
import { circleOrCrossByAccident } from './syntax/circle-or-cross-by-accident'
import { conflictingFigures } from './syntax/conflicting-figures'
import { invalidValue } from './syntax/invalid-value'
import { keywordAsId } from './syntax/keyword-as-id'
import { labelRedefined } from './syntax/label-redefined'
import { missingGroupSpace } from './syntax/missing-group-space'
import { newerThanHost } from './syntax/newer-than-host'
import { overwrittenRelation } from './syntax/overwritten-relation'
import { swallowedLine } from './syntax/swallowed-line'
import { syntaxErrorRule } from './syntax/syntax-error'
import { tooLarge } from './syntax/too-large'
import { truncatedMessage } from './syntax/truncated-message'
import { undefinedClass } from './syntax/undefined-class'
import { unknownAttribute } from './syntax/unknown-attribute'
import { unknownTarget } from './syntax/unknown-target'
import { unreachableMetadata } from './syntax/unreachable-metadata'
import { unusedSuppression } from './syntax/unused-suppression'
import { activeActiveConflict } from './topology/active-active-conflict'
import { asyncReplicationLoss } from './topology/async-replication-loss'
import { cdnCachesPrivate } from './topology/cdn-caches-private'
import { chattyAcrossZones } from './topology/chatty-across-zones'
import { clientRoundTrips } from './topology/client-round-trips'
import { crossRegionSync } from './topology/cross-region-sync'
import { gatewayBypassed } from './topology/gateway-bypassed'
import { missingAuthentication } from './topology/missing-authentication'
import { missingCdn } from './topology/missing-cdn'
import { moduloSharding } from './topology/modulo-sharding'
import { privateAddressFromOutside } from './topology/private-address-from-outside'
import { publicDatastore } from './topology/public-datastore'
import { pubsubWithoutStore } from './topology/pubsub-without-store'
import { sensitiveDataCrosses } from './topology/sensitive-data-crosses'
import { singleMachine } from './topology/single-machine'
import { singlePointOfFailure } from './topology/single-point-of-failure'
import { singleZone } from './topology/single-zone'
import { udpAmplification } from './topology/udp-amplification'
import { webrtcRecordingWithoutSfu } from './topology/webrtc-recording-without-sfu'
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
  websocketRequestResponse,
  websocketFanOut,
  websocketHeartbeat,
  insecureTransport,
  obsoleteTls,
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
  unboundedList,
  offsetPagination,
  unversionedApi,
  graphqlUnbounded,
  graphqlNPlusOne,
  earlyDataWrite,
  // Failure handling
  missingTimeout,
  timeoutInversion,
  retryExceedsDeadline,
  timeoutBelowLatency,
  oversizedTimeout,
  retryLayering,
  capacityExceeded,
  poolExhausted,
  outageSaturates,
  retryWithoutBackoff,
  retryWithoutJitter,
  retryUnbounded,
  retryNotIdempotent,
  retryClientErrors,
  idempotencyKeyExpires,
  missingCircuitBreaker,
  resilienceOrder,
  sharedPool,
  missingRateLimit,
  cacheStampede,
  queueWithoutDeadLetter,
  consumerNotIdempotent,
  dualWrite,
  timeoutOnStream,
  streamIdleTimeout,
  slowInRequest,
  callInLoop,
  connectionChurn,
  breakerWithoutFallback,
  breakerThreshold,
  unsafeGet,
  popWithoutAck,
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
  chattyAcrossZones,
  publicDatastore,
  privateAddressFromOutside,
  missingAuthentication,
  sensitiveDataCrosses,
  pubsubWithoutStore,
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
  singleMachine,
  // Objectives and figures
  availabilityObjectiveMissed,
  backgroundObjectiveMissed,
  latencyObjectiveMissed,
  objectiveBelowFloor,
  objectiveWithoutTail,
  singleRegion,
  failoverExceedsObjective,
  impossibleFigure,
  // Syntax and annotations
  syntaxErrorRule,
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
