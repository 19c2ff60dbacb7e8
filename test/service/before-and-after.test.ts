// What a picture says of the design as written while something is tried.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { analyze, defaultConfiguration, type PictureChoices, previewModel } from '../../src/service'

const example = readFileSync(resolve(import.meta.dirname, '../../examples/checkout.md'), 'utf8')

const flowOf = (choices: PictureChoices, text = example) => {
  const snapshot = analyze(text, { language: 'markdown', configuration: defaultConfiguration })
  const picture = previewModel(snapshot, 0, choices)
  return { ...picture, flow: picture.flows[0]! }
}

const slower = [{ target: 'psp', key: 'p99', value: '1200' }] as const

it('shares, bars and figures of components stand beside those of the design as written', () => {
  const [written, tried] = [flowOf({}), flowOf({ changes: slower })]
  expect(tried.nodes.find(({ id }) => id === 'psp')?.before?.p99).toBe(600)
  expect(tried.flow.shares.length).toBeGreaterThan(0)
  for (const [place, { target, before }] of tried.flow.shares.entries()) {
    const { latency, unavailability, attempts } = written.flow.shares.find(
      share => JSON.stringify(share.target) === JSON.stringify(target),
    )!
    expect(before, String(place)).toEqual({ latency, unavailability, attempts })
  }
  expect(tried.flow.bars.map(({ before }) => before)).toEqual(
    written.flow.bars.map(({ start, end }) => ({ start, end })),
  )
})

it('bars of another percentile stand beside those of the same percentile', () => {
  const [written, tried] = (['p50', 'p95'] as const).map(percentile => [
    flowOf({ percentile }).flow.bars.map(({ start, end }) => ({ start, end })),
    flowOf({ percentile, changes: slower }).flow.bars.map(({ before }) => before),
  ])
  for (const [now, before] of [written!, tried!]) expect(before).toEqual(now)
})

it('a call that is made twice is told from itself', () => {
  const text = `\`\`\`mermaid
flowchart LR
  api -->|HTTPS| stock
  api -->|HTTPS| price
  stock -->|SQL| db[(Postgres)]
  price -->|SQL| db
  %% stock@{ p99: 10ms }
  %% db@{ p99: 40ms }
\`\`\``
  const changes = [{ target: 'stock', key: 'p99', value: '90' }] as const
  const [written, tried] = [flowOf({}, text), flowOf({ changes }, text)]
  expect(tried.flow.bars.map(({ before }) => before)).toEqual(
    written.flow.bars.map(({ start, end }) => ({ start, end })),
  )
})

it('loads stand beside those of before', () => {
  const text = example
    .replace('%% gateway@{', '%% shopper@{ rate: 400/s }\n  %% gateway@{ capacity: 1500/s,')
    .replace('%% checkout@{', '%% checkout@{ capacity: 600/s,')
  const changes = [{ target: 'shopper', key: 'rate', value: '200/s' }] as const
  const [written, tried] = [flowOf({}, text).flow, flowOf({ changes }, text).flow]
  expect(tried.load?.find(({ at }) => at === 'checkout')?.before).toEqual({
    rate: written.load?.find(({ at }) => at === 'checkout')?.rate,
    utilization: written.load?.find(({ at }) => at === 'checkout')?.utilization,
  })
})

it('nothing is of before while nothing is tried', () => {
  const { nodes, flow } = flowOf({})
  for (const part of [...nodes, ...flow.shares, ...flow.bars]) expect(part).not.toHaveProperty('before')
})

it('a goal is missed in each of its halves where nobody is answered', () => {
  const { objective } = flowOf({ changes: [{ target: 'psp', key: 'component', value: 'down' }] }).flow
  expect(objective?.parts.map(({ measure, met }) => [measure, met])).toEqual([
    ['p99', false],
    ['availability', false],
  ])
  expect(objective?.shortfalls).toEqual(['latency: no answer', '0% available, 99.9% promised'])
  const times = example.replace(' availability: 99.9%,', '')
  expect(times).not.toBe(example)
  const late = flowOf({ changes: [{ target: 'psp', key: 'component', value: 'down' }] }, times).flow
  expect(late.objective).toMatchObject({ met: false, shortfalls: ['latency: no answer'] })
})
