// What holds for every design, tried on a hundred.

import { describe, expect, it } from 'vitest'
import { contracted, type FlowRow } from '../../src/service'
import { flowsContract } from '../cli/contract'
import { flowIn } from './door'
import { type Arrow, drawn, mermaid, type Picture } from './generated'
import { seeded } from './reference'

const seeds = Array.from({ length: 100 }, (_, i) => i + 1)
const some = (every: number) => seeds.filter(seed => seed % every === 0)
const times = ({ p50, p95, p99, p999 }: FlowRow) => [p50, p95, p99, p999]
const noise = 1e-9

describe('figures of any design', { timeout: 60_000 }, () => {
  it('follow the contract, in order and in range', () => {
    for (const seed of seeds) {
      const flow = flowIn(mermaid(drawn(seed)))
      const read = flowsContract.safeParse({
        version: 1,
        flows: [{ path: 'a.mmd', ...JSON.parse(JSON.stringify(contracted(flow))) }],
      })
      expect(read.error, `seed ${seed}`).toBeUndefined()
      // Whatever fails, those that are answered have all percentiles.
      const existing = times(flow).filter(ms => ms !== null)
      expect(existing, `seed ${seed}`).toHaveLength(flow.failed < 1 ? times(flow).length : 0)
      expect(existing, `seed ${seed}`).toEqual([...existing].sort((a, b) => a - b))
      expect(flow.attempts, `seed ${seed}`).toBeGreaterThanOrEqual(1)
      expect(flow.criticalPath[0]).toBe('web')
    }
  })

  it('do not depend on ids', () => {
    for (const seed of some(4)) {
      const picture = drawn(seed)
      const names = new Map(picture.nodes.map(({ id }, i) => [id, `x${(i * 7) % 11}_${i}`]))
      const before = flowIn(mermaid(picture))
      const after = flowIn(mermaid(picture, id => names.get(id)!))
      expect(times(after), `seed ${seed}`).toEqual(times(before))
      expect(after.availability, `seed ${seed}`).toBe(before.availability)
      expect(after.criticalPath, `seed ${seed}`).toEqual(before.criticalPath.map(id => names.get(id)))
      expect([after.attempts, after.attemptsAt, after.longest]).toEqual([
        before.attempts,
        names.get(before.attemptsAt),
        before.longest,
      ])
    }
  })

  it('do not depend on the order in which parallel calls are drawn', () => {
    for (const seed of some(5)) {
      const picture = everythingParallel(drawn(seed))
      const before = flowIn(mermaid(picture))
      const after = flowIn(mermaid({ ...picture, arrows: shuffled(picture.arrows, seed) }))
      expect(after.availability, `seed ${seed}`).toBeCloseTo(before.availability, 12)
      expect([after.attempts, after.longest], `seed ${seed}`).toEqual([before.attempts, before.longest])
      times(after).forEach((ms, i) => {
        const wanted = times(before)[i]
        if (ms === null || wanted === null || wanted === undefined) expect(ms, `seed ${seed}`).toBe(wanted)
        else expect(Math.abs(ms - wanted), `seed ${seed}`).toBeLessThanOrEqual(1e-6 * wanted)
      })
    }
  })
})

describe('availability of any design', { timeout: 60_000 }, () => {
  it('never rises when a component gets worse', () => {
    for (const seed of some(4)) {
      const picture = drawn(seed)
      const at = 1 + (seed % (picture.nodes.length - 1))
      const worse = withFigures(picture, at, { availability: '90%' })
      expect(flowIn(mermaid(worse)).availability, `seed ${seed}`).toBeLessThanOrEqual(
        flowIn(mermaid(picture)).availability + noise,
      )
    }
  })

  it('never rises when a component is added that must answer, whatever is assumed of it', () => {
    for (const seed of some(2)) {
      const picture = drawn(seed)
      const from = picture.nodes.slice(1).filter(({ label }) => !label.startsWith('[('))
      const caller = from[seed % from.length]!.id
      const more = `  ${caller} --> more${additions[seed % additions.length]}\n`
      const alone = mermaid(picture).replace('assume: nothing', 'assume: catalogue')
      const before = flowIn(alone).availability
      const after = flowIn(`${alone}${more}`).availability
      expect(after, `seed ${seed}: ${more}`).toBeLessThanOrEqual(before + noise)
    }
  })

  it('never falls when a call gets a fallback and no timeout cuts short what took its time', () => {
    for (const seed of some(4)) {
      const picture = withoutTimeouts(drawn(seed))
      const at = seed % picture.arrows.length
      const rescued = withArrow(picture, at, { fallback: 'true' })
      const before = flowIn(mermaid(picture)).availability
      expect(flowIn(mermaid(rescued)).availability, `seed ${seed}`).toBeGreaterThanOrEqual(before - noise)
    }
  })

  it('never falls when a component stands by for another and no timeout cuts that short', () => {
    for (const seed of some(5)) {
      const picture = withoutTimeouts(drawn(seed))
      const at = seed % picture.arrows.length
      if (picture.arrows[at]!.from === 'web') continue
      const [alone, rescued] = [picture, standbyFor(picture, at)].map(each => flowIn(mermaid(each)))
      expect(rescued!.availability, `seed ${seed}`).toBeGreaterThanOrEqual(alone!.availability - noise)
    }
  })

  it('never falls when a call is tried again and no timeout cuts that short', () => {
    for (const seed of some(4)) {
      const picture = withoutTimeouts(drawn(seed))
      const at = seed % picture.arrows.length
      const [once, often] = ['1', '5'].map(attempts => flowIn(mermaid(withArrow(picture, at, { attempts }))))
      expect(often!.availability, `seed ${seed}`).toBeGreaterThanOrEqual(once!.availability - noise)
    }
  })
})

const additions = [
  '[Audit service]',
  '[(Redis sessions)]',
  '[(Ledger MySQL)]',
  '[[RabbitMQ]]',
  '[(Session store)]',
  '[Ledger]',
]

/** What is down refuses at once: nobody waits for it. */
const withoutTimeouts = ({ nodes, arrows }: Picture): Picture => ({
  nodes: nodes.map(node => ({ ...node, figures: { ...withoutTimeout(node.figures), fails: 'refuse' } })),
  arrows: arrows.map(arrow => ({ ...arrow, figures: withoutTimeout(arrow.figures) })),
})

const withoutTimeout = (figures: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(figures).filter(([key]) => key !== 'timeout'))

const everythingParallel = ({ nodes, arrows }: Picture): Picture => ({
  nodes,
  arrows: arrows.map(arrow => ({ ...arrow, figures: { ...arrow.figures, order: 'parallel' } })),
})

function shuffled(arrows: readonly Arrow[], seed: number): readonly Arrow[] {
  const random = seeded(seed + 77)
  return arrows
    .map(arrow => ({ arrow, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ arrow }) => arrow)
}

function withFigures(picture: Picture, at: number, figures: Readonly<Record<string, string>>): Picture {
  const nodes = picture.nodes.map((node, i) =>
    i === at ? { ...node, figures: { ...node.figures, ...figures } } : node,
  )
  return { ...picture, nodes }
}

function withArrow(picture: Picture, at: number, figures: Readonly<Record<string, string>>): Picture {
  const arrows = picture.arrows.map((arrow, i) =>
    i === at ? { ...arrow, figures: { ...arrow.figures, ...figures } } : arrow,
  )
  return { ...picture, arrows }
}

/** The call of an arrow with another component to fall back on. */
function standbyFor(picture: Picture, at: number): Picture {
  const { from } = picture.arrows[at]!
  const { nodes, arrows } = withArrow(picture, at, { fallback: 'spare' })
  return {
    nodes: [
      ...nodes,
      { id: 'spare', label: '[Spare service]', figures: { availability: '90%', p50: '1ms', p99: '2ms' } },
    ],
    arrows: [...arrows, { from, to: 'spare', figures: {} }],
  }
}
