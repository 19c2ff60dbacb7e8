// How large a message or a request may be for the product that takes it.

import type { ProtocolId } from '../protocols/protocol-table'
import type { Technology } from '../technologies/technology'

export interface MessageLimit {
  readonly bytes: number
  /** As its documentation writes it, in units of 1024: `256KB`. */
  readonly written: string
  /** No setting raises it. */
  readonly isHard: boolean
  readonly source: string
}

const limit =
  (isHard: boolean) =>
  (written: string, source: string): MessageLimit => {
    const bytes = Number.parseFloat(written) * 1024 ** (written.endsWith('MB') ? 2 : 1)
    return { bytes, written, isHard, source }
  }

const hard = limit(true)
const byDefault = limit(false)

const kafka = byDefault('1MB', 'Apache Kafka documentation: message.max.bytes and max.request.size')
const sqs = hard('1MB', 'Amazon SQS quotas: message size')

const byProduct = new Map<string, MessageLimit>([
  ['kafka', kafka],
  ['msk', kafka],
  ['redpanda', byDefault('1MB', 'Redpanda documentation: kafka_batch_max_bytes')],
  ['sqs', sqs],
  ['sqs-fifo', sqs],
  ['sns', hard('256KB', 'Amazon SNS quotas: message data')],
  ['eventbridge', hard('1MB', 'Amazon EventBridge quotas: event size')],
  ['google-pubsub', hard('10MB', 'Google Cloud Pub/Sub quotas: message size')],
  ['event-hubs', hard('1MB', 'Azure Event Hubs quotas: event size')],
  ['aws-iot-core', hard('128KB', 'AWS IoT Core quotas: MQTT message size')],
  ['nats', byDefault('1MB', 'NATS documentation: max_payload')],
  ['rabbitmq', byDefault('16MB', 'RabbitMQ 4 documentation: max_message_size')],
  ['lambda', hard('6MB', 'AWS Lambda quotas: payload of a synchronous invocation')],
  ['aws-api-gateway', hard('10MB', 'Amazon API Gateway quotas: payload size')],
  ['memcached', byDefault('1MB', 'memcached documentation: -I, the maximum item size')],
  ['etcd', byDefault('1.5MB', 'etcd documentation: --max-request-bytes')],
])

const grpc = byDefault('4MB', 'gRPC core: the maximum message that a server or client receives')

/** Undefined where none is known, or none matters. */
export const messageLimitOf = (technology: Technology | undefined): MessageLimit | undefined =>
  technology && byProduct.get(technology.id)

/** Of a protocol, whoever speaks it. */
export const messageLimitOfProtocol = (id: ProtocolId): MessageLimit | undefined =>
  id === 'grpc' ? grpc : undefined
