// Settings of what runs programs, and of what calls them.

import type { SettingsOf } from './setting'

export const settingsOfPlatforms: readonly SettingsOf[] = [
  {
    product: 'Kubernetes',
    called:
      'kubernetes k8s readinessprobe livenessprobe startupprobe probe pod spec deployment service strategy rollingupdate',
    source:
      'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
    confirmed: '2026-11',
    rows: [
      ['terminationGracePeriodSeconds', 'seconds from SIGTERM to SIGKILL', '30', 'graceful-shutdown'],
      ['initialDelaySeconds', 'seconds before the first probe', '0', 'liveness'],
      ['periodSeconds', 'seconds between two probes', '10', 'liveness'],
      ['timeoutSeconds', 'seconds a probe may take', '1', 'liveness'],
      ['failureThreshold', 'failed probes in a row before Kubernetes acts', '3', 'liveness'],
      ['successThreshold', 'successful probes in a row before a pod is ready again', '1', 'readiness'],
    ],
  },
  {
    product: 'Kubernetes',
    called:
      'kubernetes k8s readinessprobe livenessprobe startupprobe probe pod spec deployment service strategy rollingupdate',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/',
    rows: [
      ['maxUnavailable', 'pods that may be missing during a rolling update', '25%', 'rolling-deployment'],
      ['maxSurge', 'pods above the number wanted during a rolling update', '25%', 'rolling-deployment'],
      [
        'progressDeadlineSeconds',
        'seconds before an update that makes no progress counts as failed',
        '600',
        'rolling-deployment',
      ],
      ['minReadySeconds', 'seconds a new pod must be ready before it counts', '0', 'rolling-deployment'],
      [
        'externalTrafficPolicy',
        'whether traffic from outside may be passed on to another node, losing the client’s address',
        '`Cluster`: it may',
        'kubernetes-service',
      ],
      [
        'sessionAffinity',
        'whether a client address sticks to one pod; `ClientIP` keeps it for 3 h',
        '`None`',
        'session-affinity',
      ],
      [
        'internalTrafficPolicy',
        'whether traffic inside the cluster may leave the node',
        '`Cluster`: it may',
        'kubernetes-service',
      ],
      ['publishNotReadyAddresses', 'whether pods that aren’t ready are found too', 'false', 'readiness'],
      [
        'topologySpreadConstraints',
        'how evenly pods lie over zones or nodes',
        'none: as it happens, in favor of spreading',
        'pod-scheduling',
      ],
      [
        'stabilizationWindowSeconds',
        'how long the autoscaler waits before it removes pods',
        '300 s down, 0 up',
        'horizontal-scaling',
      ],
      ['backoffLimit', 'retries of a Job’s pods', '6', 'kubernetes-workloads'],
    ],
  },
  {
    product: 'Elastic Load Balancing',
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
    rows: [
      [
        'deregistration_delay.timeout_seconds',
        'how long a target that leaves may end its requests',
        '300 s',
        'graceful-shutdown',
      ],
      [
        'slow_start.duration_seconds',
        'how long a new target gets a growing share',
        '0: off',
        'balancer-slow-start',
      ],
      [
        'idle_timeout.timeout_seconds',
        'how long a connection of an ALB may be silent',
        '60 s',
        'idle-timeout',
      ],
      ['stickiness.enabled', 'whether a cookie ties a client to a target', 'off', 'session-affinity'],
    ],
  },
  {
    product: 'gRPC',
    source: 'https://grpc.io/docs/guides/retry/',
    rows: [
      [
        'initialBackoff',
        'the pause before the first retry; ± 20% jitter',
        'none: a retry policy must state it',
        'grpc-defaults',
      ],
      [
        'maxBackoff',
        'the longest pause between retries',
        'none: a retry policy must state it',
        'grpc-defaults',
      ],
      [
        'backoffMultiplier',
        'how much longer each pause is',
        'none: a retry policy must state it',
        'grpc-defaults',
      ],
      [
        'retryPolicy',
        'which calls of a method are repeated, how often and after which pauses',
        'none: only calls that never left are',
        'grpc-defaults',
      ],
      [
        'hedgingPolicy',
        'after which delay a call is sent a second time, without waiting for the first',
        'none',
        'hedging',
      ],
      [
        'retryThrottling',
        'tokens that failures cost; below half of them nothing is repeated',
        'none',
        'retry-budget',
      ],
      [
        'retryableStatusCodes',
        'the codes after which a call is repeated',
        'none: a retry policy must state them',
        'grpc-status-codes',
      ],
      [
        'max_connection_age',
        'when a server asks clients to connect anew, so that calls spread again',
        'no limit',
        'grpc-defaults',
      ],
    ],
  },
]
