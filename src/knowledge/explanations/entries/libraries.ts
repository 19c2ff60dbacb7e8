// Libraries and proxies that make calls: what they wait, repeat and pool when nobody configured anything.

import type { Entry } from '../entry'

export const libraries: readonly Entry[] = [
  {
    id: 'hystrix',
    title: 'Hystrix',
    aliases: ['netflix hystrix', 'hystrix command'],
    topic: 'resilience',
    what: 'Netflix’s library of breakers, timeouts and thread pools per dependency for Java. In maintenance since 2018: resilience4j is its successor.',
    where: 'In the caller’s process, around each call.',
    numbers:
      'Timeout 1 s; opens when 50 % of at least 20 requests in 10 s fail, tries again after 5 s; 10 threads a dependency and no queue; no retries.',
    use: 'Existing systems only. New ones: resilience4j, or the mesh.',
    breaks:
      'A timeout of 1 s under an HTTP client’s 5 s abandons the thread, which stays busy: set the client’s below it.',
    see: ['circuit-breaker', 'bulkhead', 'resilience4j'],
    sources: ['https://github.com/Netflix/Hystrix/wiki/Configuration'],
  },
  {
    id: 'resilience4j',
    title: 'resilience4j',
    aliases: ['resilience 4j', 'r4j'],
    topic: 'resilience',
    what: 'Breaker, retry, rate limiter, time limiter and bulkhead as decorators for Java functions.',
    where:
      'In the caller’s process; by annotation in Spring, where retry wraps breaker, rate limiter, time limiter and bulkhead, in this order.',
    numbers:
      'Retry: 3 attempts, the first included, 500 ms apart. Breaker: 50 % of the last 100 calls, open for 60 s, then 10 trial calls. Time limiter 1 s. Bulkhead 25 calls.',
    use: 'Set an exponential interval with jitter: the default pause is constant.',
    breaks:
      'The time limiter bounds futures, not blocking calls. With 100 calls as the minimum a quiet service never opens its breaker.',
    see: ['circuit-breaker', 'retry', 'resilience-order', 'jitter'],
    sources: [
      'https://resilience4j.readme.io/docs/circuitbreaker',
      'https://resilience4j.readme.io/docs/retry',
    ],
  },
  {
    id: 'polly-library',
    title: 'Polly (.NET)',
    aliases: [
      'polly library',
      'polly v8',
      'polly retry',
      'microsoft.extensions.http.resilience',
      'standard resilience handler',
    ],
    typed: ['polly'],
    topic: 'resilience',
    what: 'Resilience pipelines for .NET: retry, breaker, timeout, hedging, rate limiter, in the order they are added.',
    where: 'In the caller’s process, often around HttpClient.',
    numbers:
      'Retry: 3 retries (4 calls), 2 s apart, no jitter. Timeout 30 s. Breaker: 10 % of at least 100 calls in 30 s, open for 5 s. The standard handler of HttpClient: 30 s altogether, 10 s an attempt, 3 retries with backoff and jitter.',
    use: 'The standard handler as it is, with retries off for requests that aren’t idempotent.',
    breaks: 'HttpClient’s own timeout of 100 s covers all attempts, whatever the pipeline says.',
    see: ['retry', 'circuit-breaker', 'hedging', 'resilience-order'],
    sources: [
      'https://www.pollydocs.org/strategies/retry.html',
      'https://learn.microsoft.com/en-us/dotnet/core/resilience/http-resilience',
    ],
  },
  {
    id: 'gobreaker',
    title: 'gobreaker',
    aliases: ['sony/gobreaker', 'go breaker'],
    topic: 'resilience',
    what: 'A circuit breaker for Go by Sony: wraps a function, counts its errors, opens.',
    where: 'In the caller’s process.',
    numbers:
      'Opens after more than 5 consecutive failures, half-open after 60 s with one trial request; counts are never cleared while closed unless an interval is set.',
    use: 'Set ReadyToTrip to a failure rate over a window, and count only errors that say the dependency is unwell.',
    breaks: 'Around a retry it sees one result for all attempts; inside it sees each.',
    see: ['circuit-breaker', 'resilience-order', 'go-net-http'],
    sources: ['https://pkg.go.dev/github.com/sony/gobreaker/v2'],
  },
  {
    id: 'axios',
    title: 'axios',
    aliases: ['axios timeout', 'axios retry', 'axios client'],
    topic: 'resilience',
    what: 'An HTTP client for browsers and Node. By default it waits forever and repeats nothing.',
    where: 'In the browser or a Node service.',
    numbers: 'timeout: 0, which is none; no retries (axios-retry adds 3 without a pause).',
    use: 'One instance with a timeout per dependency, an AbortSignal for what the user left, a keep-alive agent in Node before version 19.',
    breaks:
      'A callee that hangs holds the request for good. Its timeout covers the response, not reliably the connection: give a signal too.',
    see: ['timeout', 'connect-timeout', 'fetch-api'],
    sources: ['https://axios-http.com/docs/req_config'],
  },
  {
    id: 'fetch-api',
    title: 'fetch',
    aliases: [
      'fetch api',
      'fetch timeout',
      'undici',
      'abortsignal',
      'abortcontroller',
      'window.fetch',
      'node fetch',
    ],
    typed: ['fetch'],
    topic: 'resilience',
    what: 'The HTTP client of browsers and Node. It has no timeout of its own: pass AbortSignal.timeout(ms).',
    where: 'Pages, service workers, Node, edge runtimes.',
    numbers:
      'Node (undici): 10 s to connect, 300 s for headers and 300 s between pieces of the body; idle connections are kept 4 s. Browsers give up after minutes.',
    use: 'A signal with every call; `keepalive` for beacons. No retries: add them for idempotent requests.',
    breaks: '404 and 500 don’t reject: only network errors do. A body never read keeps its connection busy.',
    see: ['timeout', 'axios', 'keep-alive'],
    sources: ['https://fetch.spec.whatwg.org/', 'https://undici.nodejs.org/#/docs/api/Client'],
  },
  {
    id: 'go-net-http',
    title: 'Go net/http',
    aliases: [
      'net/http',
      'golang http client',
      'go http client',
      'http.client',
      'http.defaultclient',
      'idleconntimeout',
    ],
    topic: 'resilience',
    what: 'Go’s HTTP client and server. The default client has no timeout; the default server neither.',
    where: 'In Go services, and most cloud-native tools.',
    numbers:
      'Transport: 30 s to connect, 10 s for TLS, idle connections closed after 90 s, 2 idle ones per host. Client.Timeout 0: none. Server: all four timeouts 0.',
    use: 'A context with a deadline on every call; raise MaxIdleConnsPerHost to the concurrency; set ReadHeaderTimeout and IdleTimeout on servers.',
    breaks:
      'With 2 idle connections a busy client opens a new one for most calls, TLS included. A body not drained and closed is not reused.',
    see: ['timeout', 'connection-pool', 'deadline-propagation'],
    sources: ['https://pkg.go.dev/net/http'],
  },
  {
    id: 'spring-clients',
    title: 'Spring: RestClient, WebClient, Retry',
    aliases: [
      'resttemplate',
      'restclient',
      'webclient',
      'spring retry',
      'spring webclient',
      'spring cloud gateway timeout',
      'openfeign',
      'feign',
    ],
    typed: ['spring'],
    topic: 'resilience',
    what: 'The HTTP clients of Spring. RestTemplate and RestClient wait as long as the client library below them, usually forever; WebClient has no response timeout.',
    where: 'In Java services.',
    numbers:
      'WebClient on Reactor Netty: 30 s to connect, no response timeout, 500 connections a host, 45 s to get one. Spring Retry: 3 attempts, the first included, 1 s apart. Feign: 10 s to connect, 60 s to read.',
    use: 'spring.http.client timeouts, responseTimeout on WebClient, resilience4j for retries with jitter.',
    breaks: 'A hanging dependency fills Tomcat’s 200 threads; then the service answers nobody.',
    see: ['timeout', 'resilience4j', 'pool-exhaustion'],
    sources: [
      'https://docs.spring.io/spring-boot/reference/io/rest-client.html',
      'https://projectreactor.io/docs/netty/release/reference/',
    ],
  },
  {
    id: 'python-clients',
    title: 'Python: requests, httpx, aiohttp',
    aliases: ['python requests', 'requests library', 'httpx', 'aiohttp', 'urllib3'],
    topic: 'resilience',
    what: 'HTTP clients of Python with very different defaults: requests waits forever, httpx 5 s, aiohttp 5 min.',
    where: 'In Python services and jobs.',
    numbers:
      'requests: no timeout, no retries, 10 pooled connections. httpx: 5 s each for connect, read, write and pool; 100 connections. aiohttp: 300 s altogether, 100 connections.',
    use: 'Pass (connect, read) timeouts on every call of requests; a Session, so that connections are reused.',
    breaks:
      'requests.get without a Session pays TCP and TLS each time. Its read timeout is per piece: a server that drips holds it open.',
    see: ['timeout', 'connection-pool', 'retry'],
    sources: [
      'https://requests.readthedocs.io/en/latest/user/advanced/#timeouts',
      'https://www.python-httpx.org/advanced/timeouts/',
    ],
  },
  {
    id: 'grpc-defaults',
    title: 'gRPC defaults',
    aliases: [
      'grpc deadline',
      'grpc timeout',
      'grpc retry',
      'grpc retry policy',
      'grpc keepalive',
      'grpc max message size',
      'grpc service config',
    ],
    topic: 'resilience',
    what: 'Without a deadline a gRPC call waits forever; with one, the time left travels to every callee that passes the context on.',
    where: 'Client channel and service config.',
    numbers:
      'No deadline; no retries but transparent ones of calls that never reached the application; a retry policy has 5 attempts at most, the first included. 4 MB a received message. Idle after 30 min.',
    use: 'A deadline on every call; retryPolicy for UNAVAILABLE with retryThrottling; keepalive pings no more often than the server allows (5 min by default).',
    breaks:
      'Pings that come too often end in GOAWAY “too_many_pings”. One connection behind an L4 balancer sends everything to one replica.',
    see: ['grpc', 'deadline-propagation', 'grpc-status-codes', 'client-side-load-balancing'],
    sources: [
      'https://grpc.io/docs/guides/deadlines/',
      'https://grpc.io/docs/guides/retry/',
      'https://grpc.io/docs/guides/keepalive/',
    ],
  },
  {
    id: 'istio-routing',
    title: 'Istio VirtualService and DestinationRule',
    aliases: [
      'virtualservice',
      'virtual service',
      'destinationrule',
      'destination rule',
      'istio retries',
      'istio timeout',
      'istio outlier detection',
    ],
    topic: 'balancing',
    what: 'A VirtualService says where requests go, with timeout, retries, weights and faults; a DestinationRule how the chosen service is called: balancing, pools, TLS, outlier detection.',
    where: 'Configuration of the sidecars or waypoints of an Istio mesh.',
    numbers:
      'Without one: no timeout, 2 retries (3 calls) on connection failure, refused stream, unavailable and cancelled, 25 ms apart and more; 10 s to connect; no outlier detection. Once on, it ejects after 5 errors for 30 s, at most 10 % of the hosts.',
    use: 'timeout and perTryTimeout on every route; attempts: 0 for requests that aren’t idempotent.',
    breaks: '`attempts` counts retries, not calls. The application’s own retries multiply with the mesh’s.',
    see: ['service-mesh', 'envoy', 'retry-layering', 'outlier-ejection'],
    sources: [
      'https://istio.io/latest/docs/reference/config/networking/virtual-service/',
      'https://istio.io/latest/docs/reference/config/networking/destination-rule/',
    ],
  },
  {
    id: 'aws-sdk',
    title: 'AWS SDK retries and timeouts',
    aliases: ['aws sdk', 'boto3', 'botocore', 'aws sdk retry', 'sdk retries'],
    topic: 'resilience',
    what: 'The AWS SDKs repeat throttled and failed calls by themselves, with exponential backoff and full jitter, and a token bucket that stops retries in an outage.',
    where: 'In every caller of an AWS service.',
    numbers:
      'Standard mode: 3 attempts, the first included, pauses up to 20 s. boto3 without configuration: legacy mode with 5 attempts, 60 s to connect and 60 s to read.',
    use: 'Set connect and read timeouts of your own, 1–2 s and a little above the service’s p99.9; turn retries off where a layer above repeats.',
    breaks:
      'Your retry around the SDK’s makes 9 calls of 3. With the default 60 s a hanging call outlives its caller.',
    see: ['retry', 'retry-layering', 'retry-budget', 'timeout'],
    sources: [
      'https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html',
      'https://boto3.amazonaws.com/v1/documentation/api/latest/guide/retries.html',
    ],
  },
]
