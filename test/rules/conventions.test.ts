// A workspace's own rules, one demand at a time: what breaks it, and what is next to breaking it.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import type { ConventionClaim } from '../../src/rules/conventions/convention'
import { conventionRule } from '../../src/rules/conventions/convention-rule'
import { fits } from '../../src/rules/conventions/selection'
import { reportsIn } from '../../src/service/engine/report'
import { parseDiagram } from '../../src/syntax'

const drawn = `flowchart LR
  subgraph edge[Edge]
    web[Web app]
    gw[API gateway]
  end
  web -->|HTTPS| gw
  gw -->|gRPC| orders[Order service]
  gw --> stock[Stock service]
  orders -->|saves| db[(Postgres)]
  other[(Warehouse)]
`

function saidBy(demand: ConventionClaim, message?: string): readonly string[] {
  const rule = conventionRule({
    id: 'own',
    severity: 'warning',
    demand,
    ...(message !== undefined && { message }),
  })
  const review = { preset: 'recommended', unusedSuppressions: [], isSilent: () => false } as const
  return [...rule.check(readSystem(parseDiagram(drawn), {}), {}, review)]
    .flatMap(reportsIn)
    .map(each => each.message)
}

const named = (...name: readonly string[]) => ({ name })

describe('a convention', () => {
  it.each<[string, ConventionClaim, readonly string[]]>([
    [
      'forbids calls',
      { kind: 'forbidden', from: named('API gateway'), to: named('*service') },
      ['API gateway must not call Order service.', 'API gateway must not call Stock service.'],
    ],
    [
      'forbids calls that nobody makes',
      { kind: 'forbidden', from: named('Order*'), to: named('Stock*') },
      [],
    ],
    ['forbids no calls the other way', { kind: 'forbidden', from: named('Order*'), to: named('API*') }, []],
    [
      'allows only some calls',
      { kind: 'calls-only', from: named('API gateway'), to: named('Order*') },
      ['API gateway must not call Stock service, which is not on its list of allowed calls.'],
    ],
    ['allows all of them', { kind: 'calls-only', from: named('Web*'), to: named('API*') }, []],
    [
      'allows only some callers',
      { kind: 'called-only-by', from: named('Web*'), to: named('Order*') },
      ['Order service must not be called by API gateway.'],
    ],
    ['allows all callers', { kind: 'called-only-by', from: named('API*'), to: named('Order*') }, []],
    [
      'asks for a product',
      { kind: 'part-requires', of: { kind: ['database'] }, technology: true },
      ['Warehouse names no technology.'],
    ],
    ['asks for no product', { kind: 'part-requires', of: { kind: ['database'] }, technology: false }, []],
    [
      'asks for a label',
      { kind: 'call-requires', from: {}, to: {}, label: true, protocols: [] },
      ['The call from API gateway to Stock service has no label.'],
    ],
    [
      'asks for any protocol',
      { kind: 'call-requires', from: {}, to: {}, label: false, protocols: ['*'] },
      [
        'The call from API gateway to Stock service names no protocol.',
        'The call from Order service to Postgres names no protocol.',
      ],
    ],
    [
      'asks for some protocols',
      {
        kind: 'call-requires',
        from: named('*'),
        to: named('Order*', 'API*'),
        label: false,
        protocols: ['gRPC'],
      },
      ['The call from Web app to API gateway speaks none of gRPC.'],
    ],
    [
      'asks for nothing of other calls',
      { kind: 'call-requires', from: named('Order*'), to: named('Stock*'), label: true, protocols: ['*'] },
      [],
    ],
    [
      'asks for names',
      { kind: 'named', of: { group: ['Edge'] }, pattern: 'API*' },
      ['Web app does not follow the naming of this workspace: API*.'],
    ],
    [
      'asks for names of a product',
      { kind: 'named', of: { tech: ['postgres*'] }, pattern: 'pg-*' },
      ['Postgres does not follow the naming of this workspace: pg-*.'],
    ],
    ['asks for names of nothing', { kind: 'named', of: { tech: ['mysql'] }, pattern: 'pg-*' }, []],
    [
      'by id',
      { kind: 'named', of: named('orders'), pattern: 'x' },
      ['Order service does not follow the naming of this workspace: x.'],
    ],
    [
      'where all that is stated fits',
      { kind: 'named', of: { name: ['web'], group: ['Core'] }, pattern: 'x' },
      [],
    ],
  ])('%s', (_, demand, said) => expect(saidBy(demand)).toEqual(said))

  it('says why', () =>
    expect(
      saidBy({ kind: 'forbidden', from: named('Web*'), to: named('API*') }, 'Ask the edge team.'),
    ).toEqual(['Web app must not call API gateway. Ask the edge team.']))
})

describe('names with *', () => {
  it.each([
    ['order', 'Order', true],
    ['order', 'Orders', false],
    ['order*', 'Orders', true],
    ['*order', 'My order', true],
    ['*order', 'My orders', false],
    ['*', '', true],
    ['a*b', 'ab', true],
    ['ab*ba', 'aba', false],
    ['ab*ba', 'abba', true],
    ['a*b*c', 'a1b2c', true],
    ['a*b*c', 'a1c', false],
    ['a*b*b', 'ab', false],
    ['a*b*b', 'abb', true],
    ['a*bc*c', 'abc', false],
    ['a*b*b*c', 'abc', false],
    ['a*b*b*c', 'abbc', true],
  ])('%s fits %j: %s', (pattern, name, wanted) => expect(fits(pattern, name)).toBe(wanted))
})
