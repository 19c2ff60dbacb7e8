// Why an arrow is read as it is, and how surely: what hovers say, and what weighs when readings disagree.

import { describe, expect, it } from 'vitest'
import type { Inference } from '../../src/knowledge'
import { readSystem } from '../../src/model'
import { tellCrossings } from '../../src/model/recognition/network'
import { programsOf } from '../../src/model/recognition/programs'
import { parseDiagram } from '../../src/syntax'

const systemOf = (lines: string) => readSystem(parseDiagram(`flowchart LR\n${lines}\n`), {})

const said = ({ value, confidence, why }: Inference<unknown>) => [value, confidence, why]

const api = 'api[Order service]'
const certain = 0.95
const likely = 0.8

describe('its role', () => {
  it.each<[string, string, number, string]>([
    [`${api} --> b[Stock service]`, 'call', 0.7, 'an arrow from caller to callee'],
    [`${api} -->|publishes| q[[RabbitMQ]]`, 'enqueue', certain, 'it hands over to a broker'],
    [`q[[RabbitMQ]] --> ${api}`, 'delivery', certain, 'a broker delivers'],
    ['w[Mail worker] --> q[[RabbitMQ]]', 'enqueue', likely, 'a worker at a broker'],
    ['w[Mail worker] -->|subscribes| q[[RabbitMQ]]', 'delivery', likely, "'subscribes' on the arrow"],
    ['db[(Postgres)] --> q[[Kafka]]', 'feed', likely, 'a change feed out of a store'],
    ['a[(Postgres)] --> b[(MySQL)]', 'replication', likely, 'between stores'],
    [`db[(Postgres)] --> ${api}`, 'feed', likely, 'a store calls nobody'],
    [`c[(Redis cache)] --> ${api}`, 'feed', likely, 'a cache calls nobody'],
    ['c[(Redis cache)] --> r[(Redis replica)]', 'replication', certain, 'a cache and its copy'],
    [`c[HTTP cache] --> ${api}`, 'call', likely, 'a cache asks for what it has not'],
    [`${api} -->|depends on| b[Stock service]`, 'structure', certain, "'depends on' on the arrow"],
    [`${api} -->|"depends on, 2s timeout"| b[Stock service]`, 'call', certain, 'its figures are stated'],
    [`${api} -->|"depends on, 2s timeout"| q[[RabbitMQ]]`, 'enqueue', certain, 'its figures are stated'],
    ['user((Customer)) --> web[Web app]', 'usage', certain, 'a person in front of a screen'],
    [`${api} --> user((Customer))`, 'usage', likely, 'a person answers no calls'],
    [`${api} --> mon[Prometheus]`, 'telemetry', likely, 'monitoring'],
    ['p[Prometheus] --> g[Grafana]', 'telemetry', certain, 'between monitors'],
    [`${api} --> web[Browser]`, 'callback', likely, 'a client answers no calls'],
    [`ci[GitHub Actions] --> ${api}`, 'control', certain, 'it builds, ships or configures software'],
    ['a[(Postgres)] --> b[(Partition 2025)]', 'attachment', likely, 'a store and a part of it'],
    ['f[Price service] -->|every 10s| i[Price importer]', 'feed', likely, 'it is asked at intervals'],
    [`${api} -->|presigned URL| s[(S3)]`, 'control', certain, "'presigned URL' on the arrow"],
    [`s[Stripe] -->|webhook| ${api}`, 'callback', certain, "'webhook' on the arrow"],
    ['w[Weather API] -->|"HTTP GET /x, 1s timeout"| p[Weather poller]', 'feed', likely, 'whoever polls asks'],
    [`${api} --> c[Consul]`, 'control', certain, 'the control plane'],
  ])('%s: %s', (lines, ...expected) =>
    expect(said(systemOf(lines).connections.at(-1)!.role)).toEqual(expected),
  )
})

describe('its protocol', () => {
  it.each<[string, string, number, string]>([
    [`${api} -->|HTTP| b[Stock service]`, 'http', 0.95, "'HTTP' in the label"],
    [`${api} -->|SQL| q[[RabbitMQ]]\n%% api->q@{ protocol: amqp }`, 'amqp', 1, 'stated'],
    [`${api} --> q[[RabbitMQ]]`, 'amqp', 0.9, 'RabbitMQ speaks it'],
    [`${api} --> m[Prometheus]`, 'http', 0.7, 'Prometheus speaks it'],
    [`${api} --> c[Consul]`, 'https', 0.7, 'Consul speaks it'],
    [`${api} --> b[gRPC server]`, 'grpc', 0.9, "'gRPC' in the name of the server"],
  ])('%s: %s', (lines, ...expected) =>
    expect(said(systemOf(lines).connections[0]!.protocol!)).toEqual(expected),
  )
})

describe('whether anybody waits', () => {
  it.each<[string, string, number, string]>([
    [`${api} --> b[Stock service]`, 'sync', 0.6, 'nothing says otherwise'],
    [`${api} --> q[[RabbitMQ]]`, 'async', 0.9, 'it goes through a broker'],
    [`db[(Postgres)] --> ${api}`, 'async', 0.8, 'nobody waits for it'],
    [`${api} --> web[Browser]`, 'async', 0.7, 'a client answers no calls'],
  ])('%s: %s', (lines, ...expected) => expect(said(systemOf(lines).connections[0]!.mode)).toEqual(expected))
})

describe('whether it crosses a network, at first sight', () => {
  const told = (lines: string) => {
    const { components, connections } = systemOf(lines)
    return said(tellCrossings(connections, programsOf(components, connections)).at(-1)!)
  }

  it.each<[string, boolean, number, string]>([
    [`${api} ~~~ b[Stock service]`, false, 0.99, 'an invisible link'],
    [`${api} --> api`, false, 0.95, 'it stays within one component'],
    [`${api} --x|blocked| b[Stock service]`, false, 0.9, 'a call that does not happen'],
    [`${api} -->|depends on| b[Stock service]`, false, 0.95, "'depends on' on the arrow"],
    [`${api} --> b[SQLite]`, false, 0.85, 'one lives in the process of the other'],
    [`${api} --> b[Requests library]`, false, 0.85, 'a library runs in what uses it'],
    [`${api} --> b[Auth middleware]`, false, 0.85, 'a filter runs in what it filters for'],
    [`${api} -->|2s timeout| b[Validator]`, true, 0.97, 'its figures are stated'],
    ['web[Browser] -->|HTTPS| b[Order controller]', true, 0.75, 'its label names a protocol'],
    ['a[Cart] -->|gRPC| b[Stock]', true, 0.9, 'its label names a protocol'],
    ['a[Cart] -->|/orders| b[Stock]', true, 0.85, 'its label names a path'],
    [`${api} --> b{Paid?}`, false, 0.8, 'an end is no running system'],
    [`${api} -->|"reserve(order)"| b[Stock]`, false, 0.85, 'a function call'],
    [`${api} --> b[Stock service]`, true, 0.9, 'between two systems'],
    ['a[Cart] --> b[Checkout]', false, 0.7, 'neither is known to run by itself'],
    ['a[Cart] --> b[(Postgres)]', true, 0.7, 'beside known systems'],
    ['db[(Postgres)] -->|calls| b[Checkout]', false, 0.65, 'an end may be a part of the other'],
    [`${api} --> b[Checkout]`, false, 0.65, 'an end may be a part of the other'],
  ])('%s: %s', (lines, ...expected) => expect(told(lines)).toEqual(expected))
})
