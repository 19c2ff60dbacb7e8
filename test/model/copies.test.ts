// Which targets are copies of one thing, and how requests are spread over them.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import {
  distinctServices,
  isPassive,
  normalizedName,
  replicaSets,
  setsBehind,
  sharesOfSplit,
  spreadOver,
} from '../../src/model/flows/replicas'
import { parseDiagram } from '../../src/syntax'

const systemOf = (lines: string) => readSystem(parseDiagram(`flowchart LR\n${lines}\n`), {})

/** The calls that leave the part with id `lb`. */
const behind = (lines: string) => {
  const { components } = systemOf(lines)
  const edge = components.find(({ id }) => id === 'lb')!
  return { edge, calls: edge.outgoing }
}

type Calls = ReturnType<typeof behind>['calls']
const idsOf = (sets: readonly Calls[]) => sets.map(set => set.map(({ callee }) => callee.id).join(' '))

describe('a name without what tells copies apart', () => {
  it.each([
    ['Order API 1', 'order api'],
    ['Order API (eu-west-1)', 'order api'],
    ['Order API b', 'order api'],
    ['Primary Postgres', 'postgres'],
    ['Node 3', ''],
    ['Order API', 'order api'],
    ['Stock API', 'stock api'],
  ])('%s', (text, name) => {
    const [part] = systemOf(`a[${text}] --> b[Other service]`).components
    expect(normalizedName(part!)).toBe(name)
  })
})

describe('sets of copies', () => {
  it.each([
    ['numbered', 'a[Order API 1]', 'b[Order API 2]', ['a b']],
    ['with a letter', 'a[Order API A]', 'b[Order API B]', ['a b']],
    ['one without a number', 'a[Order API]', 'b[Order API 2]', ['a b']],
    ['two things', 'a[Order API]', 'b[Stock API]', ['a', 'b']],
  ])('%s', (_, a, b, sets) =>
    expect(idsOf(replicaSets(behind(`lb[Load balancer] --> ${a}\nlb --> ${b}`).calls))).toEqual(sets),
  )

  it.each([
    ['lettered services', 'a[Service A]', 'b[Service B]', ['a', 'b']],
    ['numbered services', 'a[Service 1]', 'b[Service 2]', ['a', 'b']],
    ['numbered copies', 'a[Order API 1]', 'b[Order API 2]', ['a b']],
    ['lettered copies', 'a[Order API A]', 'b[Order API B]', ['a', 'b']],
    ['one lettered copy', 'a[Order API]', 'b[Order API B]', ['a', 'b']],
  ])('behind a gateway: %s', (_, a, b, sets) =>
    expect(idsOf(distinctServices(behind(`lb[API gateway] --> ${a}\nlb --> ${b}`).calls))).toEqual(sets),
  )

  it.each([
    ['a balancer spreads', 'Load balancer', ['a b']],
    ['a gateway routes', 'API gateway', ['a', 'b']],
    ['a service asks each', 'Shop service', ['a', 'b']],
  ])('%s', (_, name, sets) => {
    const { edge, calls } = behind(`lb[${name}] --> a[Order API A]\nlb --> b[Order API B]`)
    expect(idsOf(setsBehind(edge, calls).map(set => set.calls))).toEqual(sets)
  })
})

it('what stands by joins the only set of its kind that serves', () => {
  const sets = (lines: string) => {
    const { edge, calls } = behind(lines)
    return idsOf(setsBehind(edge, calls).map(set => set.calls))
  }
  const spare = 'lb[Load balancer] --> a[Order service]\nlb --> b[Spare service]\n%% b@{ active: passive }'
  expect(sets(spare)).toEqual(['a b'])
  expect(sets(`${spare}\nlb --> c[Stock service]`)).toEqual(['a', 'c', 'b'])
  expect(sets(`${spare}\nlb --> c[(Stock Postgres)]`)).toEqual(['a b', 'c'])
  const copies =
    'lb[Load balancer] --> a[Order service 1]\nlb --> b[Order service 2]\nlb --> c[Stock service]'
  expect(sets(`${copies}\n%% b@{ active: passive }`)).toEqual(['a b', 'c'])
  const numbered = 'lb[Shop service] --> a[Order API 1]\nlb --> b[Order API 2]'
  expect(sets(numbered)).toEqual(['a', 'b'])
  expect(sets(spare.replace('%% b@', '%% a@{ active: passive }\n%% b@'))).toEqual(['a', 'b'])
})

describe('requests that are split', () => {
  const split = (a: string, b: string, names = ['Stable API', 'Canary service'], edge = 'Load balancer') => {
    const state = (id: string, share: string) => (share === '' ? '' : `%% lb->${id}@{ share: ${share} }`)
    const drawn = behind(
      `lb[${edge}] --> a[${names[0]}]\nlb --> b[${names[1]}]\n${state('a', a)}\n${state('b', b)}`,
    )
    return setsBehind(drawn.edge, drawn.calls).map(
      ({ calls, alternatives }) => `${idsOf([calls])[0]}${alternatives ? ' split' : ''}`,
    )
  }

  it('not while several have no share', () => {
    const { edge, calls } = behind(
      'lb[Load balancer] --> a[Stable API]\nlb --> b[Canary service]\nlb --> c[Stock service]\n%% lb->a@{ share: 50% }',
    )
    expect(idsOf(setsBehind(edge, calls).map(set => set.calls))).toEqual(['a', 'b', 'c'])
  })

  it.each([
    ['to less than the whole', '50%', '30%', ['a', 'b']],
    ['to the whole', '90%', '10%', ['a b split']],
    ['almost to the whole', '90%', '10.9%', ['a b split']],
    ['not to the whole', '90%', '12%', ['a', 'b']],
    ['one has what the other leaves', '90%', '', ['a b split']],
    ['nothing is left for the other', '100%', '', ['a', 'b']],
    ['nobody says', '', '', ['a', 'b']],
  ])('%s', (_, a, b, sets) => expect(split(a, b)).toEqual(sets))

  it('between copies of one thing they are spread', () =>
    expect(split('90%', '10%', ['Order API 1', 'Order API 2'])).toEqual(['a b']))

  it('by a gateway only while one replaces the other', () => {
    expect(split('90%', '10%', ['Order API', 'Stock API'], 'API gateway')).toEqual(['a', 'b'])
    expect(split('90%', '10%', ['Order API', 'New order service'], 'API gateway')).toEqual(['a b split'])
  })

  it('have shares that add up to 1', () => {
    const sharesOf = (...shares: readonly string[]) =>
      sharesOfSplit(
        behind(
          shares
            .map(
              (share, i) =>
                `lb[Load balancer] --> n${i}[Order service ${i}]\n${share === '' ? '' : `%% lb->n${i}@{ share: ${share} }`}`,
            )
            .join('\n'),
        ).calls,
      ).map(share => Number(share.toPrecision(6)))
    expect(sharesOf('90%', '10%')).toEqual([0.9, 0.1])
    expect(sharesOf('90%', '')).toEqual([0.9, 0.1])
    expect(sharesOf('50%', '25%')).toEqual([0.666667, 0.333333])
  })
})

describe('copies that stand by', () => {
  const spread = (figures: string) => {
    const found = spreadOver(
      behind(`lb[Load balancer] --> a[Order API 1]\nlb --> b[Order API 2]\nlb --> c[Order API 3]\n${figures}`)
        .calls,
    )
    return {
      ...found,
      ...(found.shares && { shares: found.shares.map(share => Number(share.toPrecision(6))) }),
    }
  }

  it('nobody says', () => expect(spread('')).toEqual({}))

  it('take nothing until they take over', () =>
    expect(spread('%% c@{ active: passive, failover: 30s }')).toMatchObject({
      shares: [0.5, 0.5, 0],
      takeover: { at: 'c', failover: { value: 30_000 } },
    }))

  it('as what they stand by for states it', () =>
    expect(spread('%% c@{ active: passive }\n%% a@{ mttr: 1h, coverage: 90% }')).toMatchObject({
      takeover: { at: 'c', mttr: { value: 3_600_000 }, coverage: { value: 0.9 } },
    }))

  it('all of them stand by', () =>
    expect(spread('%% a@{ active: passive }\n%% b@{ active: passive }\n%% c@{ active: passive }')).toEqual(
      {},
    ))

  it('have the shares that are stated, and what they leave', () => {
    expect(spread('%% lb->a@{ share: 50% }')).toEqual({ shares: [0.5, 0.25, 0.25] })
    const stated = (...shares: readonly number[]) =>
      spread(shares.map((share, at) => `%% lb->${'abc'[at]}@{ share: ${share}% }`).join('\n')).shares
    expect(stated(50, 30)).toEqual([0.5, 0.3, 0.2])
    expect(stated(20, 20, 10)).toEqual([0.4, 0.4, 0.2])
    expect(stated(0, 0, 0)).toEqual([0.333333, 0.333333, 0.333333])
    expect(spread('%% lb->a@{ share: 50% }\n%% lb->b@{ share: 30% }\n%% lb->c@{ share: 40% }')).toEqual({
      shares: [0.416667, 0.25, 0.333333],
    })
  })

  it('several may do so among themselves', () => {
    const passive = (figures: string) =>
      isPassive(systemOf(`a[Order API] --> b[Stock API]\n%% a@{ ${figures} }`).components[0]!)
    expect(passive('active: passive')).toBe(true)
    expect(passive('active: passive, replicas: 1')).toBe(true)
    expect(passive('active: passive, replicas: 2')).toBe(false)
    expect(passive('active: active')).toBe(false)
  })

  it('in a frame that does', () => {
    const [part] = systemOf('subgraph f[Second site]\n  a[Order API]\nend\nf@{ active: passive }').components
    expect(isPassive(part!)).toBe(true)
  })
})
