// Which arrows lack a protocol, and of which of them nobody has to ask, one condition at a time.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { unlabeledArrow } from '../../src/rules/arrows/unlabeled-arrow'
import type { Lack } from '../../src/rules/rule'
import { parseDiagram } from '../../src/syntax'

const review = { preset: 'strict', unusedSuppressions: [], isSilent: () => false } as const

function lacksIn(lines: string) {
  const system = readSystem(parseDiagram(`flowchart LR\n${lines}\n`), {})
  const found = [...unlabeledArrow.check(system, {}, review)].find(each => 'missing' in each)
  const missing: readonly Lack[] = found && 'missing' in found ? found.missing : []
  return { system, missing, eligible: found && 'eligible' in found ? found.eligible : undefined }
}

describe('nobody has to ask', () => {
  const isEvident = (lines: string) => lacksIn(lines).missing.map(each => each.isEvident)

  it.each([
    ['of two services', 'a[Order service] --> b[Stock service]', [false]],
    ['what a browser speaks', 'a[Browser] --> b[Stock service]', [true]],
    ['what a balancer speaks', 'a[Load balancer] --> b[Stock service]', [true]],
    ['what an edge is asked by', 'a[Order service] --> b[API gateway]', [true]],
    ['what another company speaks', 'a[Order service] --> b[External bank API]', [true]],
    ['what a stand-in speaks', 'a[Order service] --> b[Mock stock service]', [true]],
    [
      'what services of others speak',
      'a[Order service] --> b[Stock service]\nsubgraph x [Third-party systems]\nb\nend',
      [true],
    ],
  ])('%s', (_, lines, expected) => expect(isEvident(lines)).toEqual(expected))
})

describe('an arrow lacks a protocol', () => {
  it.each([
    ['without a label', 'a[Order service] --> b[Stock service]', 1],
    ['with words alone', 'a[Order service] -->|checks stock| b[Stock service]', 0],
    ['that its label names', 'a[Order service] -->|gRPC| b[Stock service]', 0],
    ['that is stated', 'a[Order service] --> b[Stock service]\n%% a->b@{ protocol: grpc }', 0],
    ['that its callee names', 'a[Order service] --> b[Stock gRPC service]', 0],
    ['that its store speaks', 'a[Order service] --> b[(Postgres)]', 0],
    ['that its store speaks among others', 'a[Order service] --> b[(Elasticsearch)]', 0],
    ['that its callee speaks among others', 'a[Order service] --> b[Kong]', 1],
    ['that its broker speaks', 'a[Order service] --> b[[RabbitMQ]]', 0],
    ['to what runs jobs in its program', 'a[Order service] --> b[Spring Batch]', 0],
    ['to a service named for its jobs', 'a[Order service] --> b[Batch service]', 1],
    ['to a topic', 'a[Order service] --> b[order.created]', 0],
    ['to itself', 'a[Order service] --> a', 0],
  ])('%s', (_, lines, count) => expect(lacksIn(lines).missing).toHaveLength(count))

  it('is about two by their names, and refuted where another picture labels them', () => {
    const [lack] = lacksIn('a[Order service] --> b[Stock service]').missing
    const elsewhere = (lines: string) => lacksIn(lines).system
    expect(lack?.subject).toBe('order → stock')
    expect(lack?.refutedBy?.(elsewhere('x[Order Service] -->|gRPC| y[stock-service]'))).toBe(true)
    expect(lack?.refutedBy?.(elsewhere('x[Order Service] --> y[stock-service]'))).toBe(false)
    expect(lack?.refutedBy?.(elsewhere('y[stock-service] -->|gRPC| x[Order Service]'))).toBe(false)
  })

  it('is labeled with what is likely, and why', () => {
    const said = (lines: string) => lacksIn(lines).missing.map(({ message }) => message)[0]
    expect(said('a[Order service] --> b[Stock service]')).toMatch(
      /^The arrow from Order service to Stock service names no protocol\..* Label it, e\.g\. \w+\.$/,
    )
    expect(said('a[Order service] --> b[Keycloak]')).toMatch(
      /Label it, e\.g\. OpenID Connect, which Keycloak speaks\.$/,
    )
    expect(said('a[Order service] --> b[Keycloak or Kong]')).not.toMatch(/which/)
  })
})
