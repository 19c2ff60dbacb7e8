// Names and purposes as sentences quote them: without counts and measures, and never half a bracket.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { nameWithoutFigures, purposeWithoutFigures } from '../../src/model/annotations'
import { parseDiagram } from '../../src/syntax'

describe('the name of a box', () => {
  it.each([
    ['Payment service x2', 'Payment service'],
    ['3x Payment service', 'Payment service'],
    ['Upload API 3 replicas', 'Upload API'],
    ['Orders (p99 30ms)', 'Orders'],
    ['Orders (primary, 2 replicas)', 'Orders (primary)'],
    ['Orders, p99 30ms, 99.9% availability', 'Orders'],
    ['Redis (3 nodes)', 'Redis'],
    ['nginx, upgrade: true', 'nginx'],
    ['HAProxy<br/>layer: L7', 'HAProxy<br/>'],
  ])('%s is %s', (label, name) => {
    expect(nameWithoutFigures(label)).toBe(name)
  })

  it.each([
    '3 replicas of Orders',
    'L7 load balancer',
    'API 2',
    'Route 53',
    'S3 (images)',
    'Orders eu-west-1',
    'Log4j (x86)',
    'p99 30ms',
    'Cache (Redis 7)',
    'Redis standalone',
    'Sticky sessions: ALB',
  ])('%s stays', label => {
    expect(nameWithoutFigures(label)).toBe(label)
  })
})

describe('a component', () => {
  it.each([
    ['Payment service x2', 'Payment service'],
    ['Order service (limited by<br/>the bank)', 'Order service'],
    ['Order service of the shop (which is limited by the bank)', 'Order service of the shop'],
    ['Order service (shop)', 'Order service (shop)'],
  ])('%s is called %s', (label, name) => {
    const [component] = readSystem(parseDiagram(`flowchart LR\n  a["${label}"]\n`), {}).components
    expect(component?.name).toBe(name)
  })
})

describe('the purpose of a call', () => {
  it.each([
    ['Charge (HTTP, 4s timeout, 3 attempts)', 'Charge (HTTP)'],
    ['charge card (2s timeout, 2 retries)', 'charge card'],
    ['book the amount 1s timeout', 'book the amount'],
    ['CreateReceipt(id, amount)', 'CreateReceipt(id, amount)'],
    ['2 retries', '2 retries'],
    ['pay  later, , maybe', 'pay  later, , maybe'],
  ])('%s: %s', (label, purpose) => {
    expect(purposeWithoutFigures(label)).toBe(purpose)
  })
})
