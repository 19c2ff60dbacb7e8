// Whose default which duration is, and where that is written. In milliseconds.

export type Default = readonly [whose: string, source: string, entry?: string]

const second = 1000
const minute = 60 * second
const hour = 60 * minute

export const knownDefaults: ReadonlyMap<number, readonly Default[]> = new Map<number, readonly Default[]>([
  [
    second,
    [
      ['Hystrix’s command timeout', 'https://github.com/Netflix/Hystrix/wiki/Configuration', 'hystrix'],
      ['resilience4j’s time limiter', 'https://resilience4j.readme.io/docs/timeout', 'resilience4j'],
      [
        'Kubernetes’ probe timeout',
        'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
        'liveness',
      ],
    ],
  ],
  [
    3 * second,
    [
      [
        'AWS Lambda’s timeout of a function',
        'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html',
        'serverless',
      ],
    ],
  ],
  [
    5 * second,
    [
      [
        'Node.js’s server keepAliveTimeout',
        'https://nodejs.org/api/http.html#serverkeepalivetimeout',
        'idle-timeout',
      ],
      [
        'Hystrix’s pause before it tries again',
        'https://github.com/Netflix/Hystrix/wiki/Configuration',
        'hystrix',
      ],
    ],
  ],
  [
    10 * second,
    [
      ['Go’s TLSHandshakeTimeout', 'https://pkg.go.dev/net/http#DefaultTransport', 'go-net-http'],
      [
        'Kubernetes’ pause between probes',
        'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
        'liveness',
      ],
    ],
  ],
  [
    15 * second,
    [
      [
        'Envoy’s route timeout, for the whole response',
        'https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts',
        'envoy',
      ],
    ],
  ],
  [
    20 * second,
    [
      ['gRPC’s wait for a keepalive’s answer', 'https://grpc.io/docs/guides/keepalive/', 'grpc-defaults'],
      [
        'the request timeout of Azure Application Gateway',
        'https://learn.microsoft.com/en-us/azure/application-gateway/configuration-http-settings',
        'timeout',
      ],
    ],
  ],
  [
    29 * second,
    [
      [
        'Amazon API Gateway’s integration timeout',
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
        'api-gateway',
      ],
    ],
  ],
  [
    30 * second,
    [
      [
        'Kubernetes’ grace period of a pod',
        'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
        'graceful-shutdown',
      ],
      [
        'Amazon SQS’s visibility timeout',
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html',
        'message-queue',
      ],
      [
        'the origin timeout of Azure Front Door',
        'https://learn.microsoft.com/en-us/azure/frontdoor/troubleshoot-issues',
        'timeout',
      ],
      [
        'the origin response timeout of CloudFront',
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
        'product-cloudfront',
      ],
      ['Heroku’s request timeout', 'https://devcenter.heroku.com/articles/request-timeout', 'timeout'],
      ['HikariCP’s wait for a connection', 'https://github.com/brettwooldridge/HikariCP', 'connection-pool'],
      ['gunicorn’s worker timeout', 'https://docs.gunicorn.org/en/stable/settings.html#timeout', 'timeout'],
    ],
  ],
  [
    minute,
    [
      [
        'the idle timeout of AWS’s ALB',
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
        'idle-timeout',
      ],
      [
        'nginx’s proxy_read_timeout',
        'https://nginx.org/en/docs/http/ngx_http_proxy_module.html',
        'nginx-defaults',
      ],
      [
        'boto3’s connect and read timeouts',
        'https://botocore.amazonaws.com/v1/documentation/api/latest/reference/config.html',
        'aws-sdk',
      ],
      ['Linux’s TIME_WAIT', 'https://docs.kernel.org/networking/ip-sysctl.html', 'time-wait'],
      [
        'gobreaker’s and resilience4j’s open state',
        'https://resilience4j.readme.io/docs/circuitbreaker',
        'circuit-breaker',
      ],
    ],
  ],
  [
    45 * second,
    [
      [
        'Kafka consumers’ session.timeout.ms',
        'https://kafka.apache.org/documentation/#consumerconfigs_session.timeout.ms',
        'consumer-group',
      ],
    ],
  ],
  [
    75 * second,
    [
      [
        'nginx’s keepalive_timeout towards clients',
        'https://nginx.org/en/docs/http/ngx_http_core_module.html#keepalive_timeout',
        'nginx-defaults',
      ],
    ],
  ],
  [90 * second, [['Go’s IdleConnTimeout', 'https://pkg.go.dev/net/http#DefaultTransport', 'go-net-http']]],
  [
    100 * second,
    [
      [
        '.NET’s HttpClient.Timeout',
        'https://learn.microsoft.com/en-us/dotnet/api/system.net.http.httpclient.timeout',
        'polly-library',
      ],
    ],
  ],
  [
    2 * minute,
    [
      [
        'Cloudflare’s wait between bytes of the origin',
        'https://developers.cloudflare.com/fundamentals/reference/connection-limits/',
        'product-cloudflare',
      ],
      [
        'the wait for a connection of Amazon RDS Proxy',
        'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html',
        'product-rds-proxy',
      ],
      [
        'Kafka producers’ delivery.timeout.ms',
        'https://kafka.apache.org/documentation/#producerconfigs_delivery.timeout.ms',
        'kafka',
      ],
    ],
  ],
  [
    230 * second,
    [
      [
        'the longest that Azure App Service lets a request wait',
        'https://learn.microsoft.com/en-us/troubleshoot/azure/app-service/web-apps-performance-faqs',
        'product-azure-app-service',
      ],
    ],
  ],
  [
    4 * minute,
    [
      [
        'the idle timeout of Azure Load Balancer',
        'https://learn.microsoft.com/en-us/azure/load-balancer/load-balancer-tcp-idle-timeout',
        'idle-timeout',
      ],
    ],
  ],
  [
    5 * minute,
    [
      [
        'the deregistration delay of AWS’s target groups',
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
        'graceful-shutdown',
      ],
      ['Node.js’s server.requestTimeout', 'https://nodejs.org/api/http.html#serverrequesttimeout', 'timeout'],
      ['fetch in Node.js: headers and body', 'https://undici.nodejs.org/#/docs/api/Client', 'fetch-api'],
    ],
  ],
  [
    350 * second,
    [
      [
        'the TCP idle timeout of AWS’s NLB',
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html#connection-idle-timeout',
        'nlb',
      ],
      [
        'the idle timeout of AWS’s NAT gateway',
        'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
        'nat',
      ],
    ],
  ],
  [
    15 * minute,
    [
      [
        'the longest that an AWS Lambda function may run',
        'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
        'serverless',
      ],
    ],
  ],
  [
    hour,
    [
      [
        'Envoy’s idle timeout of a connection',
        'https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts',
        'envoy',
      ],
    ],
  ],
  [
    2 * hour,
    [
      [
        'Linux’s tcp_keepalive_time: the first probe on a silent connection',
        'https://docs.kernel.org/networking/ip-sysctl.html',
        'tcp-keepalive',
      ],
    ],
  ],
  [
    24 * hour,
    [
      [
        'the least that Stripe keeps idempotency keys',
        'https://docs.stripe.com/api/idempotent_requests',
        'idempotency-key',
      ],
    ],
  ],
  [
    120 * hour,
    [
      [
        'Linux’s memory of an established connection in conntrack',
        'https://docs.kernel.org/networking/nf_conntrack-sysctl.html',
        'conntrack',
      ],
    ],
  ],
])
