// What products do when nobody configured anything: attempts, waits and redeliveries that no diagram shows.

import { lazily } from '../lazily'
import type { Technology } from '../technologies/technology'
import { requestTimeoutOf } from './request-timeouts'

export interface HiddenDefault {
  /** A technology's id. */
  readonly product: string
  /** What it settles: of the calls it makes itself, of those that its official client makes to it, or of its deliveries. */
  readonly key:
    | 'attempts'
    | 'timeout'
    | 'deadline'
    | 'clientAttempts'
    | 'redelivery'
    | 'idleTimeout'
    | 'upstreamIdleTimeout'
    | 'longestRun'
  /** Tries with the first included, or milliseconds; Infinity where nothing ends it. */
  readonly value: number
  /** In words, behind "unless configured otherwise it". */
  readonly says: string
  /** Milliseconds before the first retry. */
  readonly pause?: number
  /** The version from which on it is so, where it was otherwise before. */
  readonly since?: string
  readonly source: string
}

const second = 1000

const sdk = (product: string, pause: number): HiddenDefault => ({
  product,
  key: 'clientAttempts',
  value: 3,
  pause,
  says: 'is called through an SDK that makes 3 attempts',
  source: 'AWS SDKs and Tools Reference Guide: retry behavior, standard mode',
})

/** HTTP servers: when they close a connection on which no request comes. */
const closing = (product: string, seconds: number, source: string): HiddenDefault => ({
  product,
  key: 'idleTimeout',
  value: seconds * second,
  says: `closes idle connections after ${seconds} s`,
  source,
})

/** Balancers: how long they keep a connection to a server that they may use again. */
const keeping = (product: string, seconds: number, source: string): HiddenDefault => ({
  product,
  key: 'upstreamIdleTimeout',
  value: seconds * second,
  says: `keeps idle connections to servers for ${seconds} s`,
  source,
})

const ledger: readonly HiddenDefault[] = [
  {
    product: 'istio',
    key: 'attempts',
    value: 3,
    pause: 25,
    says: 'retries HTTP and gRPC requests twice, 25 ms apart and more; before 1.24 on a 503 as well',
    source: 'Istio documentation, traffic management: retries',
  },
  {
    product: 'nginx',
    key: 'attempts',
    value: Infinity,
    says: 'passes requests that failed or timed out, but no POST, to the next server',
    since: '1.9.13',
    source: 'nginx documentation, ngx_http_proxy_module: proxy_next_upstream',
  },
  {
    product: 'kafka',
    key: 'deadline',
    value: 120 * second,
    says: 'lets producers retry for 120 s, without making duplicates since 3.0',
    since: '2.1',
    source: 'Apache Kafka documentation, producer configuration: delivery.timeout.ms, enable.idempotence',
  },
  {
    product: 'sqs',
    key: 'redelivery',
    value: Infinity,
    says: 'delivers a message again every 30 s until it is deleted or expires after 4 days',
    source: 'Amazon SQS Developer Guide: visibility timeout, message retention period',
  },
  {
    product: 'sns',
    key: 'redelivery',
    value: 4,
    says: 'tries an HTTP endpoint 4 times, 20 s apart, then drops the message',
    source: 'Amazon SNS Developer Guide: message delivery retries',
  },
  {
    product: 'eventbridge',
    key: 'redelivery',
    value: 185,
    says: 'tries a target for 24 hours and up to 185 times, then drops the event',
    source: 'Amazon EventBridge User Guide: retry policy',
  },
  {
    product: 'lambda',
    key: 'redelivery',
    value: 3,
    says: 'repeats failed asynchronous invocations twice',
    source: 'AWS Lambda Developer Guide: error handling for asynchronous invocation',
  },
  {
    product: 'google-pubsub',
    key: 'redelivery',
    value: Infinity,
    says: 'delivers a message again until it is acknowledged or expires after 7 days',
    source: 'Google Cloud Pub/Sub documentation: handle message failures',
  },
  {
    product: 'service-bus',
    key: 'redelivery',
    value: 10,
    says: 'moves a message to the dead letters after 10 deliveries',
    source: 'Azure Service Bus documentation: dead-letter queues, maximum delivery count',
  },
  {
    product: 'rabbitmq',
    key: 'redelivery',
    value: 20,
    says: 'drops or dead-letters a message of a quorum queue after 20 deliveries; classic queues redeliver forever',
    since: '4.0',
    source: 'RabbitMQ documentation, quorum queues: poison message handling',
  },
  {
    product: 'activemq',
    key: 'redelivery',
    value: 7,
    says: 'redelivers a message 6 times, then moves it to ActiveMQ.DLQ',
    source: 'ActiveMQ Classic documentation: message redelivery and DLQ handling',
  },
  {
    product: 'linkerd',
    key: 'attempts',
    value: 1,
    says: 'retries nothing until a route says so',
    source: 'Linkerd documentation, reference: retries',
  },
  {
    product: 'haproxy',
    key: 'attempts',
    value: 1,
    says: 'tries a connection that fails 3 times more, and repeats no request',
    source: 'HAProxy configuration manual: retries, retry-on',
  },
  {
    product: 'traefik',
    key: 'timeout',
    value: Infinity,
    says: 'waits for an answer forever',
    source: 'Traefik documentation, serversTransport: forwardingTimeouts.responseHeaderTimeout',
  },
  {
    product: 'nats',
    key: 'redelivery',
    value: Infinity,
    says: 'delivers a message of JetStream again every 30 s until it is acknowledged, and one of core NATS at most once',
    source: 'NATS documentation, JetStream consumers: AckWait, MaxDeliver',
  },
  {
    product: 'pulsar',
    key: 'redelivery',
    value: Infinity,
    says: 'delivers a message again after a negative acknowledgement or a broken connection, forever',
    source: 'Apache Pulsar documentation, messaging: redelivery, dead letter topic',
  },
  {
    product: 'kinesis',
    key: 'redelivery',
    value: Infinity,
    says: 'lets Lambda repeat a failing batch until its records expire after 24 h, and holds the shard meanwhile',
    source: 'AWS Lambda Developer Guide, Kinesis: MaximumRetryAttempts, MaximumRecordAgeInSeconds',
  },
  {
    product: 'dynamodb-streams',
    key: 'redelivery',
    value: Infinity,
    says: 'lets Lambda repeat a failing batch until its records expire after 24 h, and holds the shard meanwhile',
    source: 'AWS Lambda Developer Guide, DynamoDB: MaximumRetryAttempts, MaximumRecordAgeInSeconds',
  },
  {
    product: 'event-grid',
    key: 'redelivery',
    value: 30,
    says: 'tries an endpoint for 24 hours and up to 30 times, then drops the event',
    source: 'Azure Event Grid documentation: delivery and retry',
  },
  {
    product: 'cloud-tasks',
    key: 'redelivery',
    value: 100,
    says: 'tries a task up to 100 times',
    source: 'Google Cloud Tasks documentation, queue configuration: max_attempts',
  },
  {
    product: 'sidekiq',
    key: 'redelivery',
    value: 26,
    says: 'repeats a failed job 25 times over about 21 days',
    source: 'Sidekiq wiki: error handling',
  },
  {
    product: 'celery',
    key: 'redelivery',
    value: 1,
    says: 'acknowledges a task before running it, so that one whose worker dies is lost',
    source: 'Celery documentation, configuration: task_acks_late',
  },
  {
    product: 'bullmq',
    key: 'redelivery',
    value: 1,
    says: 'tries a job once',
    source: 'BullMQ documentation: retrying failing jobs, attempts',
  },
  {
    product: 'temporal',
    key: 'redelivery',
    value: Infinity,
    says: 'repeats a failed activity forever, at first 1 s apart',
    source: 'Temporal documentation: retry policies, default values for activities',
  },
  {
    product: 'lambda',
    key: 'longestRun',
    value: 900 * second,
    says: 'ends a run after 15 minutes at the latest',
    source: 'AWS Lambda Developer Guide, quotas: function timeout',
  },
  {
    product: 'azure-functions',
    key: 'longestRun',
    value: 230 * second,
    says: 'answers an HTTP request within 230 s or not at all',
    source: 'Azure Functions documentation, hosting options: function app timeout duration',
  },
  {
    product: 'cloud-run',
    key: 'longestRun',
    value: 300 * second,
    says: 'ends a request after 5 minutes',
    source: 'Cloud Run documentation: request timeout for services',
  },
  sdk('dynamodb', 25),
  ...[
    's3',
    'sqs',
    'sqs-fifo',
    'sns',
    'kinesis',
    'lambda',
    'step-functions',
    'bedrock',
    'secrets-manager',
    'kms',
    'cognito',
    'eventbridge',
    'amazon-textract',
    'timestream',
    'athena',
  ].map(product => sdk(product, 50)),
  ...['nodejs', 'express', 'nestjs', 'koa'].map(product =>
    closing(product, 5, 'Node.js documentation, http: server.keepAliveTimeout'),
  ),
  ...['fastapi', 'uvicorn'].map(product =>
    closing(product, 5, 'Uvicorn documentation, settings: --timeout-keep-alive'),
  ),
  closing('apache-httpd', 5, 'Apache HTTP Server documentation, core: KeepAliveTimeout'),
  closing('fastify', 72, 'Fastify documentation, server: keepAliveTimeout'),
  ...['alb', 'elb'].map(product =>
    keeping(product, 60, 'Elastic Load Balancing user guides: connection idle timeout'),
  ),
  keeping('gcp-lb', 600, 'Google Cloud documentation, Application Load Balancers: backend keepalive timeout'),
]

/** What a product does by itself, each with its source; empty where nothing is known. */
export function hiddenDefaultsOf(technology: Technology): readonly HiddenDefault[] {
  return [...timeoutOf(technology), ...(byProduct().get(technology.id) ?? [])]
}

const byProduct = lazily(() => grouped(ledger))

function timeoutOf(technology: Technology): readonly HiddenDefault[] {
  const timeout = requestTimeoutOf(technology)?.byDefault
  if (!timeout) return []
  const { value, source } = timeout
  return [
    {
      product: technology.id,
      key: 'timeout',
      value,
      says: `waits ${value / second} s for an answer`,
      source,
    },
  ]
}

function grouped(rows: readonly HiddenDefault[]): ReadonlyMap<string, readonly HiddenDefault[]> {
  const groups = new Map<string, HiddenDefault[]>()
  for (const row of rows) {
    const group = groups.get(row.product)
    if (group) group.push(row)
    else groups.set(row.product, [row])
  }
  return groups
}
