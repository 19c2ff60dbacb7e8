// Which protocols are offered for an arrow: by the kinds and products at its two ends, never one that neither end speaks.

import { describe, expect, it } from 'vitest'
import { likelyProtocols } from '../../src/advice/likely-protocols'
import { protocolLabel, protocolsIn } from '../../src/knowledge'
import { protocols } from '../../src/knowledge/protocols/protocol'
import { readSystem } from '../../src/model'
import { parseDiagram } from '../../src/syntax'

describe('an arrow', () => {
  it.each([
    ['[CloudFront]', '[API Gateway]', 'HTTPS'],
    ['[Kong]', '[Trip service]', 'HTTPS, gRPC, REST, GraphQL'],
    ['[Trip service]', '[Pricing service]', 'HTTPS, gRPC, REST, GraphQL'],
    ['[Browser]', '[Trip service]', 'HTTPS, GraphQL, Server-Sent Events, WebSocket'],
    ['[AWS Lambda]', '[[DLQ]]', 'HTTPS, AMQP, Kafka'],
    ['[Trip service]', '[[Task queue]]', 'AMQP, Kafka, HTTPS'],
    ['[Trip service]', '[[RabbitMQ]]', 'AMQP'],
    ['[Trip service]', '[[Amazon SQS]]', 'HTTPS'],
    ['[Trip service]', '[Amazon SNS]', 'HTTPS'],
    ['[Trip service]', '[[Kafka]]', 'Kafka'],
    ['[[Kafka]]', '[Billing worker]', 'Kafka'],
    ['[Trip service]', '[(Trips database)]', 'SQL'],
    ['[Trip service]', '[(Postgres)]', 'SQL'],
    ['[Trip service]', '[(MongoDB)]', 'MongoDB'],
    ['[Trip service]', '[(DynamoDB)]', 'HTTPS'],
    ['[Trip service]', '[(S3)]', 'S3 API, HTTPS'],
    ['[Trip service]', '[Redis]', 'RESP'],
  ])('from %s to %s: %s', (caller, callee, expected) => {
    const [connection] = readSystem(
      parseDiagram(`flowchart LR\n  a${caller} --> b${callee}\n`),
      {},
    ).connections
    const offered = connection ? likelyProtocols(connection.caller, connection.callee) : []
    expect(offered.map(protocolLabel).join(', ')).toBe(expected)
  })
})

describe('a label', () => {
  it.each(protocols.map(({ id }) => id))('is read as the protocol that it was written for: %s', id => {
    expect(protocolsIn(protocolLabel(id)).map(protocol => protocol.id)).toContain(id)
  })
})
