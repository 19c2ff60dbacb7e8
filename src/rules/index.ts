// All rules, in the order of the documentation.

import { conflictingFigures } from './annotations/conflicting-figures'
import { invalidValue } from './annotations/invalid-value'
import { unknownAttribute } from './annotations/unknown-attribute'
import { unknownTarget } from './annotations/unknown-target'
import { unreachableMetadata } from './annotations/unreachable-metadata'
import { unusedSuppression } from './annotations/unused-suppression'
import { browserGrpc } from './apis/browser-grpc'
import { graphqlNPlusOne } from './apis/graphql-n-plus-one'
import { graphqlUnbounded } from './apis/graphql-unbounded'
import { offsetPagination } from './apis/offset-pagination'
import { publicGrpc } from './apis/public-grpc'
import { shortPolling } from './apis/short-polling'
import { unboundedList } from './apis/unbounded-list'
import { unversionedApi } from './apis/unversioned-api'
import { verbInPath } from './apis/verb-in-path'
import { webhookAnsweredLate } from './apis/webhook-answered-late'
import { webhookRedelivered } from './apis/webhook-redelivered'
import { webhookUnverified } from './apis/webhook-unverified'
import { ambiguousCaller } from './arrows/ambiguous-caller'
import { ampersandCrossed } from './arrows/ampersand-crossed'
import { answerSkipsGateway } from './arrows/answer-skips-gateway'
import { arrowDrawnTwice } from './arrows/arrow-drawn-twice'
import { chattyFanOut } from './arrows/chatty-fan-out'
import { decisionWithOneExit } from './arrows/decision-with-one-exit'
import { deepCallChain } from './arrows/deep-call-chain'
import { disconnectedComponent } from './arrows/disconnected-component'
import { headlessMessage } from './arrows/headless-message'
import { syncCycle } from './arrows/sync-cycle'
import { undeclaredNode } from './arrows/undeclared-node'
import { undirectedArrow } from './arrows/undirected-arrow'
import { unknownProtocol } from './arrows/unknown-protocol'
import { unlabeledArrow } from './arrows/unlabeled-arrow'
import { answeredBeforeStored } from './consistency/answered-before-stored'
import { callInTransaction } from './consistency/call-in-transaction'
import { checkThenAct } from './consistency/check-then-act'
import { clearedBeforeCommit } from './consistency/cleared-before-commit'
import { copyOnReplica } from './consistency/copy-on-replica'
import { effectNotUndone } from './consistency/effect-not-undone'
import { embeddedDatabaseShared } from './consistency/embedded-database-shared'
import { goesOnAfterFailure } from './consistency/goes-on-after-failure'
import { jobOnEveryCopy } from './consistency/job-on-every-copy'
import { jobOverlaps } from './consistency/job-overlaps'
import { localStateBehindBalancer } from './consistency/local-state-behind-balancer'
import { lockBeforeTransaction } from './consistency/lock-before-transaction'
import { lockReleasedUnchecked } from './consistency/lock-released-unchecked'
import { migrationBreaksRunning } from './consistency/migration-breaks-running'
import { queueInCache } from './consistency/queue-in-cache'
import { sagaWithoutTimeout } from './consistency/saga-without-timeout'
import { splitBrainFailover } from './consistency/split-brain-failover'
import { staleReadAfterWrite } from './consistency/stale-read-after-write'
import { twoPhaseCommit } from './consistency/two-phase-commit'
import { unreadReplica } from './consistency/unread-replica'
import { dnsTtlFailover } from './load-balancing/dns-ttl-failover'
import { dnsWithoutHealthCheck } from './load-balancing/dns-without-health-check'
import { grpcBehindL4 } from './load-balancing/grpc-behind-l4'
import { healthCheckCascade } from './load-balancing/health-check-cascade'
import { keepaliveMismatch } from './load-balancing/keepalive-mismatch'
import { l4CannotRouteHttp } from './load-balancing/l4-cannot-route-http'
import { livenessChecksDependency } from './load-balancing/liveness-checks-dependency'
import { loadBalancerLayerUnstated } from './load-balancing/load-balancer-layer-unstated'
import { missingHealthCheck } from './load-balancing/missing-health-check'
import { persistentConnectionsRoundRobin } from './load-balancing/persistent-connections-round-robin'
import { sameRouteTwice } from './load-balancing/same-route-twice'
import { stackedL7 } from './load-balancing/stacked-l7'
import { stickySession } from './load-balancing/sticky-session'
import { ackBeforeWork } from './messaging/ack-before-work'
import { chargeBeforeRecord } from './messaging/charge-before-record'
import { consumerNotIdempotent } from './messaging/consumer-not-idempotent'
import { deadLettersUnread } from './messaging/dead-letters-unread'
import { dualWrite } from './messaging/dual-write'
import { exactlyOnceClaimed } from './messaging/exactly-once-claimed'
import { notificationInRequest } from './messaging/notification-in-request'
import { orderLostInParallel } from './messaging/order-lost-in-parallel'
import { outcomeByWebhookOnly } from './messaging/outcome-by-webhook-only'
import { payloadTooLarge } from './messaging/payload-too-large'
import { popWithoutAck } from './messaging/pop-without-ack'
import { pubsubWithoutStore } from './messaging/pubsub-without-store'
import { queueWithoutDeadLetter } from './messaging/queue-without-dead-letter'
import { requestReplyOverQueue } from './messaging/request-reply-over-queue'
import { topicUnread } from './messaging/topic-unread'
import { visibilityTimeoutTooShort } from './messaging/visibility-timeout-too-short'
import { workInMemory } from './messaging/work-in-memory'
import { availabilityObjectiveMissed } from './objectives/availability-objective-missed'
import { backgroundObjectiveMissed } from './objectives/background-objective-missed'
import { failoverExceedsObjective } from './objectives/failover-exceeds-objective'
import { impossibleFigure } from './objectives/impossible-figure'
import { latencyObjectiveMissed } from './objectives/latency-objective-missed'
import { objectiveBelowFloor } from './objectives/objective-below-floor'
import { objectiveWithoutTail } from './objectives/objective-without-tail'
import { singleRegion } from './objectives/single-region'
import { analyticsOnPrimary } from './overload/analytics-on-primary'
import { breakerThreshold } from './overload/breaker-threshold'
import { breakerWithoutFallback } from './overload/breaker-without-fallback'
import { cacheStampede } from './overload/cache-stampede'
import { callInLoop } from './overload/call-in-loop'
import { capacityExceeded } from './overload/capacity-exceeded'
import { connectionChurn } from './overload/connection-churn'
import { missingCircuitBreaker } from './overload/missing-circuit-breaker'
import { missingRateLimit } from './overload/missing-rate-limit'
import { outageSaturates } from './overload/outage-saturates'
import { poolExhausted } from './overload/pool-exhausted'
import { restartHerd } from './overload/restart-herd'
import { sharedByAllTenants } from './overload/shared-by-all-tenants'
import { sharedPool } from './overload/shared-pool'
import { unboundedBuffer } from './overload/unbounded-buffer'
import { browserUdp } from './real-time/browser-udp'
import { deliveredBeforeAck } from './real-time/delivered-before-ack'
import { sseBuffering } from './real-time/sse-buffering'
import { sseHttp1Limit } from './real-time/sse-http1-limit'
import { sseTwoWay } from './real-time/sse-two-way'
import { sseWithoutReplay } from './real-time/sse-without-replay'
import { udpNeedsReliability } from './real-time/udp-needs-reliability'
import { webrtcMesh } from './real-time/webrtc-mesh'
import { webrtcNotMedia } from './real-time/webrtc-not-media'
import { webrtcRecordingWithoutSfu } from './real-time/webrtc-recording-without-sfu'
import { webrtcWithoutSignaling } from './real-time/webrtc-without-signaling'
import { webrtcWithoutTurn } from './real-time/webrtc-without-turn'
import { websocketBehindL7 } from './real-time/websocket-behind-l7'
import { websocketFanOut } from './real-time/websocket-fan-out'
import { websocketHeaderAuth } from './real-time/websocket-header-auth'
import { websocketHeartbeat } from './real-time/websocket-heartbeat'
import { websocketOneWay } from './real-time/websocket-one-way'
import { websocketRequestResponse } from './real-time/websocket-request-response'
import { chargeWithoutKey } from './retries/charge-without-key'
import { idempotencyKeyExpires } from './retries/idempotency-key-expires'
import { resilienceOrder } from './retries/resilience-order'
import { retryClientErrors } from './retries/retry-client-errors'
import { retryExceedsDeadline } from './retries/retry-exceeds-deadline'
import { retryLayering } from './retries/retry-layering'
import { retryNotIdempotent } from './retries/retry-not-idempotent'
import { retryUnbounded } from './retries/retry-unbounded'
import { retryWithoutBackoff } from './retries/retry-without-backoff'
import { retryWithoutJitter } from './retries/retry-without-jitter'
import { unsafeGet } from './retries/unsafe-get'
import type { Rule } from './rule'
import { cardDataThroughServer } from './security/card-data-through-server'
import { clearTextSignIn } from './security/clear-text-sign-in'
import { earlyDataWrite } from './security/early-data-write'
import { gatewayBypassed } from './security/gateway-bypassed'
import { insecureTransport } from './security/insecure-transport'
import { longLivedLink } from './security/long-lived-link'
import { missingAuthentication } from './security/missing-authentication'
import { obsoleteTls } from './security/obsolete-tls'
import { privateAddressFromOutside } from './security/private-address-from-outside'
import { publicDatastore } from './security/public-datastore'
import { sensitiveDataCrosses } from './security/sensitive-data-crosses'
import { tokenInUrl } from './security/token-in-url'
import { tokenInWebStorage } from './security/token-in-web-storage'
import { udpAmplification } from './security/udp-amplification'
import { websocketOriginUnchecked } from './security/websocket-origin-unchecked'
import { activationLeftOpen } from './syntax/activation-left-open'
import { ambiguousGroup } from './syntax/ambiguous-group'
import { circleOrCrossByAccident } from './syntax/circle-or-cross-by-accident'
import { drawnInOtherGroup } from './syntax/drawn-in-other-group'
import { groupTitleTwice } from './syntax/group-title-twice'
import { keywordAsId } from './syntax/keyword-as-id'
import { labelRedefined } from './syntax/label-redefined'
import { literalMarkup } from './syntax/literal-markup'
import { missingGroupSpace } from './syntax/missing-group-space'
import { newerThanHost } from './syntax/newer-than-host'
import { overwrittenRelation } from './syntax/overwritten-relation'
import { spaceBeforeMetadata } from './syntax/space-before-metadata'
import { styledNothing } from './syntax/styled-nothing'
import { swallowedLine } from './syntax/swallowed-line'
import { syntaxErrorRule } from './syntax/syntax-error'
import { tooLarge } from './syntax/too-large'
import { truncatedMessage } from './syntax/truncated-message'
import { undefinedClass } from './syntax/undefined-class'
import { unquotedAtSign } from './syntax/unquoted-at-sign'
import { answerAfterEvents } from './timeouts/answer-after-events'
import { counterWithoutExpiry } from './timeouts/counter-without-expiry'
import { functionWaitsForFunction } from './timeouts/function-waits-for-function'
import { lockWithoutExpiry } from './timeouts/lock-without-expiry'
import { missingTimeout } from './timeouts/missing-timeout'
import { oversizedTimeout } from './timeouts/oversized-timeout'
import { slowInRequest } from './timeouts/slow-in-request'
import { streamIdleTimeout } from './timeouts/stream-idle-timeout'
import { timeoutAsRefusal } from './timeouts/timeout-as-refusal'
import { timeoutBelowLatency } from './timeouts/timeout-below-latency'
import { timeoutInversion } from './timeouts/timeout-inversion'
import { timeoutOnStream } from './timeouts/timeout-on-stream'
import { activeActiveConflict } from './topology/active-active-conflict'
import { asyncReplicationLoss } from './topology/async-replication-loss'
import { backupBesideOriginal } from './topology/backup-beside-original'
import { cacheCallsStore } from './topology/cache-calls-store'
import { cacheIsOnlyStore } from './topology/cache-is-only-store'
import { cdnCachesPrivate } from './topology/cdn-caches-private'
import { chattyAcrossZones } from './topology/chatty-across-zones'
import { clientRoundTrips } from './topology/client-round-trips'
import { crossRegionSync } from './topology/cross-region-sync'
import { ephemeralDisk } from './topology/ephemeral-disk'
import { impossiblePairing } from './topology/impossible-pairing'
import { missingCdn } from './topology/missing-cdn'
import { moduloSharding } from './topology/modulo-sharding'
import { overlappingNetworks } from './topology/overlapping-networks'
import { portTakenTwice } from './topology/port-taken-twice'
import { redisForEverything } from './topology/redis-for-everything'
import { retiredProduct } from './topology/retired-product'
import { sharedDatabase } from './topology/shared-database'
import { singleMachine } from './topology/single-machine'
import { singlePointOfFailure } from './topology/single-point-of-failure'
import { singleZone } from './topology/single-zone'
import { spreadsheetAsDatabase } from './topology/spreadsheet-as-database'
import { unsupportedVersion } from './topology/unsupported-version'
import { vendorInsideBoundary } from './topology/vendor-inside-boundary'

export const rules: readonly Rule[] = [
  // Arrows
  unlabeledArrow,
  unknownProtocol,
  undirectedArrow,
  ambiguousCaller,
  arrowDrawnTwice,
  ampersandCrossed,
  syncCycle,
  deepCallChain,
  chattyFanOut,
  disconnectedComponent,
  // Timeouts
  missingTimeout,
  timeoutInversion,
  timeoutBelowLatency,
  oversizedTimeout,
  timeoutOnStream,
  streamIdleTimeout,
  lockWithoutExpiry,
  counterWithoutExpiry,
  slowInRequest,
  answerAfterEvents,
  timeoutAsRefusal,
  functionWaitsForFunction,
  // Retries
  retryLayering,
  retryExceedsDeadline,
  retryNotIdempotent,
  retryUnbounded,
  retryWithoutBackoff,
  retryWithoutJitter,
  unsafeGet,
  retryClientErrors,
  idempotencyKeyExpires,
  resilienceOrder,
  chargeWithoutKey,
  // Overload and outages
  capacityExceeded,
  poolExhausted,
  sharedPool,
  outageSaturates,
  missingRateLimit,
  missingCircuitBreaker,
  breakerWithoutFallback,
  breakerThreshold,
  cacheStampede,
  callInLoop,
  connectionChurn,
  jobOverlaps,
  // Messaging
  queueWithoutDeadLetter,
  workInMemory,
  consumerNotIdempotent,
  deadLettersUnread,
  dualWrite,
  notificationInRequest,
  popWithoutAck,
  visibilityTimeoutTooShort,
  chargeBeforeRecord,
  pubsubWithoutStore,
  payloadTooLarge,
  requestReplyOverQueue,
  outcomeByWebhookOnly,
  ackBeforeWork,
  exactlyOnceClaimed,
  orderLostInParallel,
  topicUnread,
  // Consistency
  callInTransaction,
  clearedBeforeCommit,
  checkThenAct,
  sagaWithoutTimeout,
  queueInCache,
  embeddedDatabaseShared,
  unreadReplica,
  copyOnReplica,
  effectNotUndone,
  lockBeforeTransaction,
  lockReleasedUnchecked,
  answeredBeforeStored,
  // Real-time connections
  websocketBehindL7,
  websocketOneWay,
  websocketHeaderAuth,
  websocketRequestResponse,
  websocketFanOut,
  websocketHeartbeat,
  sseTwoWay,
  sseBuffering,
  sseHttp1Limit,
  sseWithoutReplay,
  webrtcWithoutSignaling,
  webrtcWithoutTurn,
  webrtcNotMedia,
  webrtcMesh,
  webrtcRecordingWithoutSfu,
  browserUdp,
  udpNeedsReliability,
  deliveredBeforeAck,
  // APIs
  verbInPath,
  unboundedList,
  offsetPagination,
  unversionedApi,
  graphqlUnbounded,
  graphqlNPlusOne,
  browserGrpc,
  publicGrpc,
  shortPolling,
  webhookUnverified,
  webhookRedelivered,
  webhookAnsweredLate,
  // Security
  insecureTransport,
  clearTextSignIn,
  cardDataThroughServer,
  obsoleteTls,
  earlyDataWrite,
  missingAuthentication,
  websocketOriginUnchecked,
  privateAddressFromOutside,
  publicDatastore,
  gatewayBypassed,
  sensitiveDataCrosses,
  udpAmplification,
  tokenInUrl,
  tokenInWebStorage,
  longLivedLink,
  // Load balancing
  grpcBehindL4,
  loadBalancerLayerUnstated,
  missingHealthCheck,
  persistentConnectionsRoundRobin,
  stackedL7,
  sameRouteTwice,
  stickySession,
  keepaliveMismatch,
  dnsWithoutHealthCheck,
  dnsTtlFailover,
  livenessChecksDependency,
  l4CannotRouteHttp,
  healthCheckCascade,
  localStateBehindBalancer,
  jobOnEveryCopy,
  splitBrainFailover,
  staleReadAfterWrite,
  twoPhaseCommit,
  migrationBreaksRunning,
  goesOnAfterFailure,
  // Topology, regions, data
  singlePointOfFailure,
  overlappingNetworks,
  redisForEverything,
  sharedDatabase,
  crossRegionSync,
  chattyAcrossZones,
  missingCdn,
  activeActiveConflict,
  asyncReplicationLoss,
  clientRoundTrips,
  singleZone,
  moduloSharding,
  cdnCachesPrivate,
  singleMachine,
  unsupportedVersion,
  backupBesideOriginal,
  portTakenTwice,
  cacheCallsStore,
  retiredProduct,
  impossiblePairing,
  vendorInsideBoundary,
  spreadsheetAsDatabase,
  ephemeralDisk,
  cacheIsOnlyStore,
  analyticsOnPrimary,
  unboundedBuffer,
  sharedByAllTenants,
  restartHerd,
  // Objectives and figures
  availabilityObjectiveMissed,
  backgroundObjectiveMissed,
  latencyObjectiveMissed,
  objectiveBelowFloor,
  objectiveWithoutTail,
  singleRegion,
  failoverExceedsObjective,
  impossibleFigure,
  // Syntax
  syntaxErrorRule,
  spaceBeforeMetadata,
  styledNothing,
  swallowedLine,
  tooLarge,
  circleOrCrossByAccident,
  missingGroupSpace,
  truncatedMessage,
  literalMarkup,
  unquotedAtSign,
  overwrittenRelation,
  keywordAsId,
  labelRedefined,
  ambiguousGroup,
  undefinedClass,
  newerThanHost,
  activationLeftOpen,
  drawnInOtherGroup,
  groupTitleTwice,
  undeclaredNode,
  headlessMessage,
  answerSkipsGateway,
  decisionWithOneExit,
  // Annotations
  unreachableMetadata,
  unknownAttribute,
  invalidValue,
  unknownTarget,
  conflictingFigures,
  unusedSuppression,
]
