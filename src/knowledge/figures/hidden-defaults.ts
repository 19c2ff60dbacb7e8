// What products do when nobody configured anything: attempts, waits and redeliveries that no diagram shows.

import type { Technology } from '../technologies/technology'
import { requestTimeoutOf } from './request-timeouts'

export interface HiddenDefault {
  /** A technology's id. */
  readonly product: string
  /** What of a call or a delivery it settles. */
  readonly key: 'attempts' | 'timeout' | 'deadline' | 'redelivery'
  /** Tries with the first included, or milliseconds; Infinity where nothing ends it. */
  readonly value: number
  /** In words, behind "unless configured otherwise it". */
  readonly says: string
  /** The version from which on it is so, where it was otherwise before. */
  readonly since?: string
  readonly source: string
}

const second = 1000

const ledger: readonly HiddenDefault[] = [
  {
    product: 'istio',
    key: 'attempts',
    value: 3,
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
    value: 50,
    says: 'tries an HTTP endpoint 50 times within an hour, then drops the message',
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
    key: 'attempts',
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
    says: 'drops or dead-letters a message of a quorum queue after 20 deliveries; classic queues redeliver without end',
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
    product: 'dynamodb',
    key: 'attempts',
    value: 3,
    says: 'is called through an SDK that makes 3 attempts',
    source: 'AWS SDKs and Tools Reference Guide: retry behavior, standard mode',
  },
]

/** What a product does by itself, each with its source; empty where nothing is known. */
export function hiddenDefaultsOf(technology: Technology): readonly HiddenDefault[] {
  return [...timeoutOf(technology), ...ledger.filter(({ product }) => product === technology.id)]
}

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
