// How sure what is weighed has to be before it overrules what is told at first sight: both sides of each threshold.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import type { Classifier } from '../../src/model/recognition/classifier'
import { parseDiagram } from '../../src/syntax'

type Answer = readonly [answer: string, chance: number]

interface Said {
  readonly picture?: number
  /** Of the box with the id `x`; nothing is said of others. */
  readonly box?: Answer | readonly Answer[]
  /** Of the first arrow. */
  readonly arrow?: readonly Answer[]
}

const answersIn = (said: Answer | readonly Answer[]): readonly Answer[] =>
  typeof said[0] === 'string' ? [said as Answer] : (said as readonly Answer[])

const nothingBefore = { headings: [], before: '' }

function read(lines: string, { picture = 0.9, box, arrow }: Said) {
  const classify: Classifier = (question, _, about) => {
    if (question === 'picture') return [['yes', picture]]
    if (question === 'box') return about === 'x' && box ? answersIn(box) : []
    return about === 0 && arrow ? arrow : []
  }
  return readSystem(parseDiagram(`flowchart LR\n${lines}\n`), {}, nothingBefore, classify)
}

describe('whether a picture is a design', () => {
  it.each([
    [0.56, true],
    [0.55, false],
  ])('as likely as %s: %s', (picture, value) => {
    const { architecture, connections } = read('a[Order service] -->|HTTP| b[Stock service]', { picture })
    expect(architecture.value).toBe(value)
    expect(connections[0]!.network.value).toBe(value)
  })

  it.each([
    ['a preset', '%% arrowsmith: { preset: strict }\na --> b', true, 1],
    ['figures', 'a[Order service] --> b\n%% a->b@{ timeout: 2s }', true, 0.97],
    ['no arrows', 'a[Order service]', false, 0.95],
  ])('by law: %s', (_, lines, value, confidence) =>
    expect(read(lines, { picture: 1 - Number(value) }).architecture).toMatchObject({ value, confidence }),
  )

  it.each([
    ['C4Container', 'HTTPS', true],
    ['C4Container', 'uses', false],
    ['C4Context', 'HTTPS', false],
  ])('by law: %s whose relation states %s', (keyword, technology, value) => {
    const text = `${keyword}\n  Container(a, "Shop")\n  Container(b, "Stock")\n  Rel(a, b, "asks", "${technology}")\n`
    const { architecture } = readSystem(parseDiagram(text), {}, nothingBefore, () => [['yes', 0.1]])
    expect(architecture.value).toBe(value)
  })

  it('what is no design has no calls and no messages', () => {
    const { connections } = read('a[Order service] -->|HTTP| b[Stock service]', { picture: 0.1 })
    expect(connections[0]!.chances).toEqual({ call: 0, message: 0 })
  })
})

describe('what a box is', () => {
  const kindOf = (name: string, box: Answer | readonly Answer[] | undefined, picture = 0.9) => {
    const { components } = read(`x[${name}] -->|HTTP| b[Stock service]`, { picture, ...(box && { box }) })
    const { kind } = components.find(({ id }) => id === 'x')!
    return kind && `${kind.value} ${Number(kind.confidence.toPrecision(3))}`
  }

  it('is told from a chance of 40%, and guessed below', () => {
    expect(kindOf('Frobnicator', ['cache', 0.4])).toBe('cache 0.5')
    expect(kindOf('Frobnicator', ['cache', 0.39])).toBe('cache 0.39')
    expect(kindOf('Frobnicator', ['cache', 0.6])).toBe('cache 0.6')
  })

  it('a name that perhaps says a kind is overruled by what is likelier, from 40%', () => {
    const told = kindOf('Shop agent', undefined)
    expect(told).toMatch(/^service 0\.[56]/)
    expect(kindOf('Shop agent', ['worker', 0.4])).toBe('worker 0.5')
    expect(kindOf('Shop agent', ['worker', 0.39])).toBe(told)
  })

  it('a name that likely says a kind is overruled by what is much likelier', () => {
    const told = kindOf('Order service', undefined)
    expect(told).toMatch(/^service 0\.8/)
    expect(kindOf('Order service', ['external', 0.76])).toBe('external 0.76')
    expect(kindOf('Order service', ['external', 0.74])).toBe(told)
    expect(kindOf('Order service', ['external', 0.5], 0.4)).toBe('external 0.5')
  })

  it('of two kinds that are treated alike the one that is named stays', () => {
    const told = kindOf('Edge proxy', undefined)
    expect(told).toMatch(/^(?:gateway|proxy) /)
    const other = told!.startsWith('proxy') ? 'gateway' : 'proxy'
    expect(
      kindOf('Edge proxy', [
        [other, 0.6],
        ['balancer', 0.3],
      ]),
    ).toBe(told)
  })

  it('kinds that are treated alike add up', () => {
    const answers = [
      ['cache', 0.3],
      ['service', 0.25],
      ['worker', 0.2],
    ] as const
    expect(kindOf('Frobnicator', answers)).toBe('service 0.5')
  })

  it('a kind that is found is what arrows lead to', () => {
    const roleTo = (box: Answer) =>
      read('a[Order service] -->|tells| x[Frobnicator]', { box }).connections[0]!.role.value
    expect(roleTo(['queue', 0.9])).toBe('enqueue')
    expect(roleTo(['service', 0.9])).toBe('call')
  })

  it('an answer that is no kind changes nothing', () =>
    expect(kindOf('Order service', ['nonsense', 0.99])).toBe(kindOf('Order service', undefined)))

  it('a browser stays one, whatever kind of client is likelier', () =>
    expect(kindOf('Browser', ['client', 0.99])).toBe(kindOf('Browser', undefined)))

  it('is doubted in a design where as much speaks against any kind as for all', () => {
    expect(kindOf('Order outlet', ['none', 0.5])).toBe(kindOf('Order outlet', undefined))
    expect(kindOf('Shop agent', ['none', 0.5])).toBe('service 0.4')
    expect(kindOf('Shop agent', ['none', 0.49])).toBe(kindOf('Shop agent', undefined))
  })

  it('is doubted later where its name likely tells what it is', () => {
    expect(kindOf('Order service', ['none', 0.66])).toBe('service 0.34')
    expect(kindOf('Order service', ['none', 0.64])).toBe(kindOf('Order service', undefined))
  })

  it('is doubted elsewhere where nothing is likelier than none', () => {
    expect(kindOf('Order service', ['none', 0.45], 0.3)).toBe('service 0.4')
    expect(
      kindOf(
        'Order service',
        [
          ['worker', 0.46],
          ['none', 0.45],
        ],
        0.3,
      ),
    ).toBe('worker 0.5')
  })

  it('a product in a design is what it is made to be, unless it is much likelier another', () => {
    expect(kindOf('PostgreSQL', ['worker', 0.74])).toMatch(/^database/)
    expect(kindOf('PostgreSQL', ['worker', 0.76])).toBe('worker 0.76')
    expect(kindOf('PostgreSQL', ['none', 0.99])).toMatch(/^database/)
    expect(kindOf('PostgreSQL', ['none', 0.99], 0.4)).toBe('database 0.01')
  })

  it('what delivers software in a design is settled', () => {
    expect(kindOf('Argo CD', ['worker', 0.99])).toMatch(/^scheduler/)
    expect(kindOf('Argo CD', ['worker', 0.99], 0.4)).toBe('worker 0.99')
  })

  it('what only names tell is settled by them', () => {
    expect(kindOf('STUN server', ['service', 0.99])).toMatch(/^stun/)
    expect(kindOf('Service mesh', ['worker', 0.99])).toMatch(/^mesh/)
  })
})

describe('what an arrow is', () => {
  const told = (lines: string, ...arrow: readonly Answer[]) => {
    const { role, network, chances } = read(lines, { arrow }).connections[0]!
    return { role: role.value, crosses: network.value, chances }
  }
  const plain = 'a[Order service] --> b[Stock service]'

  it('a call between programs is left out from 80%', () => {
    expect(told(plain, ['none', 0.8])).toMatchObject({ role: 'call', crosses: false })
    expect(told(plain, ['none', 0.79], ['call', 0.21])).toMatchObject({ role: 'call', crosses: true })
  })

  it('another role is taken from 40%, where the first is a guess', () => {
    expect(told(plain, ['feed', 0.4], ['call', 0.3])).toMatchObject({ role: 'feed', crosses: true })
    expect(told(plain, ['feed', 0.39], ['call', 0.3])).toMatchObject({ role: 'call', crosses: true })
  })

  it('another role is taken from 70%, where the first is told by something', () => {
    const store = 'a[(Postgres)] --> b[Order service]'
    expect(told(store, ['telemetry', 0.7])).toMatchObject({ role: 'telemetry' })
    expect(told(store, ['telemetry', 0.69])).toMatchObject({ role: 'feed' })
    const broker = 'a[[Kafka]] --> b[Order service]'
    expect(told(broker, ['telemetry', 0.7])).toMatchObject({ role: 'telemetry' })
    expect(told(broker, ['telemetry', 0.69])).toMatchObject({ role: 'delivery' })
  })

  it('what builds, configures or watches is settled, and a webhook is neither awaited nor an answer', () => {
    expect(told('a[Argo CD] -->|syncs| b[Order service]', ['call', 0.99])).toMatchObject({ role: 'control' })
    expect(told('a[Prometheus] --> b[Grafana]', ['call', 0.99])).toMatchObject({ role: 'telemetry' })
    const webhook = 'a[Bank] -->|webhook| b[Order service]'
    for (const answer of ['call', 'reply'])
      expect(told(webhook, [answer, 0.99])).toMatchObject({ role: 'callback' })
  })

  it('what a registry is asked for in words may be a call, from 70%', () => {
    const asked = 'a[Order service] -->|fetches the schema| b[Schema Registry]'
    expect(told(asked, ['call', 0.7])).toMatchObject({ role: 'call' })
    expect(told(asked, ['call', 0.69])).toMatchObject({ role: 'control' })
    expect(told('a[Order service] --> b[Schema Registry]', ['call', 0.99])).toMatchObject({ role: 'control' })
  })

  it('operating something is no message', () => {
    expect(told(plain, ['usage', 0.4])).toMatchObject({ role: 'usage', crosses: false })
    expect(told(plain, ['usage', 0.39])).toMatchObject({ role: 'call', crosses: true })
  })

  it('what stays in a program at first sight goes out from 50%', () => {
    const parts = 'a[Cart] --> b[Checkout]'
    expect(told(parts, ['call', 0.5], ['none', 0.5])).toMatchObject({ crosses: true })
    expect(told(parts, ['call', 0.49], ['none', 0.48])).toMatchObject({ crosses: false })
    expect(told(parts, ['call', 0.35], ['feed', 0.15], ['none', 0.34])).toMatchObject({ crosses: true })
  })

  it('what stays in a program keeps its role, unless somebody controls it', () => {
    const parts = 'a[Cart] --> b[Checkout]'
    expect(told(parts, ['enqueue', 0.45], ['none', 0.44])).toMatchObject({ role: 'call', crosses: false })
    expect(told(parts, ['control', 0.55], ['none', 0.45])).toMatchObject({ role: 'control', crosses: false })
  })

  it('what is surer to stay takes 60%, and what is embedded, decided by people or a library stays', () => {
    const line = 'a[Order service] --- b[Stock service]\nb --> c[Ledger service]'
    expect(told(line, ['call', 0.6], ['none', 0.4])).toMatchObject({ crosses: true })
    expect(told(line, ['call', 0.59], ['none', 0.41])).toMatchObject({ crosses: false })
    for (const stays of ['b[(Price files)]', 'b["@shop/prices"]', 'b[Human approval]', 'b[Rate limiter]'])
      expect(told(`a[Order service] --> ${stays}`, ['call', 0.99])).toMatchObject({ crosses: false })
  })

  it('what its wording calls a part takes 80%, unless a kind of it is found', () => {
    const part = 'a[Order service] --> x[Planner]'
    const crosses = (chance: number, box?: Answer) =>
      read(part, {
        arrow: [
          ['call', chance],
          ['none', 1 - chance],
        ],
        ...(box && { box }),
      }).connections[0]!.network.value
    expect(crosses(0.8)).toBe(true)
    expect(crosses(0.79)).toBe(false)
    expect(crosses(0.79, ['service', 0.64])).toBe(false)
    expect(crosses(0.79, ['service', 0.66])).toBe(true)
  })

  it('a protocol is no less than a message', () => {
    const spoken = 'a[Order service] -->|HTTP| b[Stock service]'
    expect(told(spoken, ['none', 0.99])).toMatchObject({ role: 'call', crosses: true })
    expect(told(spoken, ['control', 0.99])).toMatchObject({ role: 'call', crosses: true })
    expect(told(spoken, ['feed', 0.99])).toMatchObject({ role: 'call', crosses: true })
    expect(told(spoken, ['telemetry', 0.99])).toMatchObject({ role: 'telemetry', crosses: true })
  })

  it('stated figures are certain', () =>
    expect(told(`${plain}\n%% a->b@{ timeout: 2s }`, ['none', 0.99])).toMatchObject({
      role: 'call',
      crosses: true,
    }))

  it('has the chances of its answers, of which some are no messages', () => {
    expect(
      told(plain, ['call', 0.5], ['feed', 0.3], ['usage', 0.1], ['none', 0.05], ['control', 0.05]).chances,
    ).toEqual({
      call: 0.5,
      message: 0.8,
    })
    expect(told(plain).chances).toEqual({ call: 0.9, message: 0.9 })
  })
})
