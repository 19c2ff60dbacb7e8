// Which names of different pictures are taken for one.

import { expect, it } from 'vitest'
import { sameName } from '../../src/rules/queries/same-name'

it.each([
  ['Order Service (8007)', 'order-svc :8007'],
  ['OrderService', 'order service'],
  ['Backend API', 'API server'],
  ['Authentication Service', 'Auth Service'],
  ['Database', 'DB'],
  ['NGINX Load Balancer', 'NGINX LB'],
])('%s and %s are one', (a, b) => expect(sameName(a)).toBe(sameName(b)))

it.each([
  ['Order service', 'Stock service'],
  ['Worker 1', 'Worker 2'],
  ['Database', 'Cache'],
  ['Database', 'API'],
  ['Cache', 'Backend'],
  ['Orders DB', 'Stock DB'],
])('%s and %s are two', (a, b) => expect(sameName(a)).not.toBe(sameName(b)))
