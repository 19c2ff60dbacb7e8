// Services of Kubernetes: balancers of connections, told by their name or by the pods behind them.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { layerOf } from '../../src/model/layer'
import { parseDiagram } from '../../src/syntax'

const componentIn = (lines: readonly string[], id: string) => {
  const text = ['flowchart LR', '  web[Web app] -->|"HTTPS, 2s timeout"| gw[API gateway]', ...lines].join(
    '\n',
  )
  const { components } = readSystem(parseDiagram(text), {})
  return components.find(one => one.id === id)!
}

describe('a Service of Kubernetes', () => {
  it.each([
    ['drawn in front of pods', 's[order svc] --> p1[order pod 1] & p2[order pod 2]'],
    ['drawn in front of a set', 's[Order service] --> p[Deployment]'],
    ['in front of numbered pods', 's[orders-svc] --> p1[orders-0] & p2[orders-1]'],
    ['spelled out', 's["Kubernetes Service"] --> p[Orders]'],
    ['by its sort', 's["orders (ClusterIP)"] --> p[Orders]'],
  ])('%s balances connections in no time', (_, line) => {
    const service = componentIn([`  gw -->|HTTP| s`, `  ${line}`], 's')
    expect(service.kind?.value).toBe('balancer')
    expect(layerOf(service)?.value).toBe('L4')
    expect(service.figures.p50?.value).toBeLessThan(0.1)
  })

  it.each([
    ['calls a database too', 's[order svc] --> p1[order pod 1] & db[(Postgres)]'],
    ['calls another service', 's[order svc] --> p[price svc]'],
    ['is headless', 's["redis headless service"] --> p1[redis-0] & p2[redis-1]'],
    ['is a product of that name', 's[Azure Kubernetes Service] --> p[order pod]'],
    ['leads nowhere', 's[order svc]'],
    ['is stated to be another', 's[order svc] --> p[order pod 1]\n  s@{ kind: proxy }'],
  ])('is not seen where it %s', (_, line) => {
    const service = componentIn([`  gw -->|HTTP| s`, `  ${line}`], 's')
    expect(service.kind?.value).not.toBe('balancer')
  })
})
