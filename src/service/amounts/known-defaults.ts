// Whose default which duration is, and where that is written. In milliseconds.

import { providerDefaults } from './provider-defaults'

export type Default = readonly [ms: number, whose: string, source: string, entry?: string]

const second = 1000
const minute = 60 * second
const hour = 60 * minute

const programDefaults: readonly Default[] = [
  [second, 'Hystrix’s command timeout', 'https://github.com/Netflix/Hystrix/wiki/Configuration', 'hystrix'],
  [second, 'resilience4j’s time limiter', 'https://resilience4j.readme.io/docs/timeout', 'resilience4j'],
  [
    second,
    'Kubernetes’ probe timeout',
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    'liveness',
  ],
  [
    5 * second,
    'Node.js’s server keepAliveTimeout',
    'https://nodejs.org/api/http.html#serverkeepalivetimeout',
    'idle-timeout',
  ],
  [
    5 * second,
    'Hystrix’s pause before it tries again',
    'https://github.com/Netflix/Hystrix/wiki/Configuration',
    'hystrix',
  ],
  [10 * second, 'Go’s TLSHandshakeTimeout', 'https://pkg.go.dev/net/http#DefaultTransport', 'go-net-http'],
  [
    10 * second,
    'Kubernetes’ pause between probes',
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    'liveness',
  ],
  [
    15 * second,
    'Envoy’s route timeout, for the whole response',
    'https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts',
    'envoy',
  ],
  [
    20 * second,
    'gRPC’s wait for a keepalive’s answer',
    'https://grpc.io/docs/guides/keepalive/',
    'grpc-defaults',
  ],
  [25 * second, 'Socket.IO’s ping interval', 'https://socket.io/docs/v4/server-options/', 'heartbeat'],
  [
    30 * second,
    'Kubernetes’ grace period of a pod',
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
    'graceful-shutdown',
  ],
  [
    30 * second,
    'HikariCP’s wait for a connection',
    'https://github.com/brettwooldridge/HikariCP',
    'connection-pool',
  ],
  [
    30 * second,
    'gunicorn’s worker timeout',
    'https://docs.gunicorn.org/en/stable/settings.html#timeout',
    'timeout',
  ],
  [
    30 * second,
    'the server selection timeout of MongoDB drivers',
    'https://github.com/mongodb/specifications/blob/master/source/server-selection/server-selection.md',
    'database-timeouts',
  ],
  [
    45 * second,
    'Kafka consumers’ session.timeout.ms',
    'https://kafka.apache.org/documentation/#consumerconfigs_session.timeout.ms',
    'consumer-group',
  ],
  [
    minute,
    'nginx’s proxy_read_timeout',
    'https://nginx.org/en/docs/http/ngx_http_proxy_module.html',
    'nginx-defaults',
  ],
  [
    minute,
    'boto3’s connect and read timeouts',
    'https://botocore.amazonaws.com/v1/documentation/api/latest/reference/config.html',
    'aws-sdk',
  ],
  [minute, 'Linux’s TIME_WAIT', 'https://docs.kernel.org/networking/ip-sysctl.html', 'time-wait'],
  [
    minute,
    'gobreaker’s and resilience4j’s open state',
    'https://resilience4j.readme.io/docs/circuitbreaker',
    'circuit-breaker',
  ],
  [minute, 'RabbitMQ’s heartbeat', 'https://www.rabbitmq.com/docs/heartbeats', 'amqp'],
  [
    minute,
    'Lettuce’s command timeout for Redis',
    'https://github.com/redis/lettuce/blob/main/src/main/java/io/lettuce/core/RedisURI.java',
    'database-timeouts',
  ],
  [
    75 * second,
    'nginx’s keepalive_timeout towards clients',
    'https://nginx.org/en/docs/http/ngx_http_core_module.html#keepalive_timeout',
    'nginx-defaults',
  ],
  [90 * second, 'Go’s IdleConnTimeout', 'https://pkg.go.dev/net/http#DefaultTransport', 'go-net-http'],
  [
    100 * second,
    '.NET’s HttpClient.Timeout',
    'https://learn.microsoft.com/en-us/dotnet/api/system.net.http.httpclient.timeout',
    'polly-library',
  ],
  [
    2 * minute,
    'Kafka producers’ delivery.timeout.ms',
    'https://kafka.apache.org/documentation/#producerconfigs_delivery.timeout.ms',
    'kafka',
  ],
  [
    5 * minute,
    'Node.js’s server.requestTimeout',
    'https://nodejs.org/api/http.html#serverrequesttimeout',
    'timeout',
  ],
  [
    5 * minute,
    'fetch in Node.js: headers and body',
    'https://undici.nodejs.org/#/docs/api/Client',
    'fetch-api',
  ],
  [
    5 * minute,
    'the interval of pings that gRPC servers accept',
    'https://github.com/grpc/grpc/blob/master/doc/keepalive.md',
    'grpc-defaults',
  ],
  [
    30 * minute,
    'RabbitMQ’s wait for an acknowledgment (consumer_timeout)',
    'https://www.rabbitmq.com/docs/consumers',
    'amqp',
  ],
  [
    30 * minute,
    'gRPC’s idle timeout of a channel',
    'https://grpc.github.io/grpc/core/group__grpc__arg__keys.html',
    'grpc-defaults',
  ],
  [
    hour,
    'Envoy’s idle timeout of a connection',
    'https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts',
    'envoy',
  ],
  [
    2 * hour,
    'Linux’s tcp_keepalive_time: the first probe on a silent connection',
    'https://docs.kernel.org/networking/ip-sysctl.html',
    'tcp-keepalive',
  ],
  [
    120 * hour,
    'Linux’s memory of an established connection in conntrack',
    'https://docs.kernel.org/networking/nf_conntrack-sysctl.html',
    'conntrack',
  ],
]

export const knownDefaults: readonly Default[] = [...providerDefaults, ...programDefaults]
