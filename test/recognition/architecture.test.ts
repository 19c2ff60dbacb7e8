// Precision and recall of telling designs from other pictures, and calls from other arrows.

import { afterAll, describe, expect, it } from 'vitest'
import { type Sample, samples, systemOf, trueCalls } from './samples'

const judged = samples.map(sample => ({ sample, system: systemOf(sample) }))
const kinds = [...new Set(samples.map(({ kind }) => kind))]
const clear = judged.filter(({ sample }) => sample.label !== 'mixed')

const isRight = ({ sample, system }: (typeof judged)[number]) =>
  system.architecture.value === (sample.label === 'yes')

const named = ({ kind, name }: Sample, why: string) => `${kind}/${name}: ${why}`

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)

describe('the sample', () => {
  it('holds many diagrams of each kind and enough plain designs', () => {
    expect(kinds).toHaveLength(11)
    for (const kind of kinds)
      expect(samples.filter(sample => sample.kind === kind).length).toBeGreaterThan(13)
    expect(samples.filter(({ label }) => label === 'yes').length).toBeGreaterThanOrEqual(60)
  })

  it('names each diagram once', () => {
    expect(new Set(samples.map(({ kind, name }) => `${kind}/${name}`)).size).toBe(samples.length)
  })
})

describe('is it an architecture?', () => {
  const said = clear.filter(({ system }) => system.architecture.value)
  const right = said.filter(({ sample }) => sample.label === 'yes')
  const designs = clear.filter(({ sample }) => sample.label === 'yes')

  it('hardly ever says yes to what is none', () => {
    const wrong = said.filter(({ sample }) => sample.label === 'no')
    const list = wrong.map(({ sample, system }) => named(sample, system.architecture.why))
    expect(share(right.length, said.length), list.join('\n')).toBeGreaterThanOrEqual(0.97)
  })

  it('finds nine of ten designs', () => {
    const missed = designs.filter(({ system }) => !system.architecture.value)
    const list = missed.map(({ sample, system }) => named(sample, system.architecture.why))
    expect(share(right.length, designs.length), list.join('\n')).toBeGreaterThanOrEqual(0.9)
  })

  it('sees the design in a mixed picture', () => {
    const mixed = judged.filter(({ sample }) => sample.label === 'mixed')
    const missed = mixed.filter(({ system }) => !system.architecture.value)
    expect(missed.map(({ sample, system }) => named(sample, system.architecture.why))).toEqual([])
  })

  afterAll(() => {
    const rows = kinds.map(kind => {
      const of = clear.filter(({ sample }) => sample.kind === kind)
      const yes = of.filter(({ system }) => system.architecture.value).length
      return `${kind.padEnd(12)} ${String(of.length).padStart(4)} ${String(yes).padStart(4)} ${String(of.filter(isRight).length).padStart(6)}`
    })
    const precision = share(right.length, said.length).toFixed(3)
    const recall = share(right.length, designs.length).toFixed(3)
    process.stdout.write(
      `\nkind         all  yes  right\n${rows.join('\n')}\nprecision ${precision}, recall ${recall}\n`,
    )
  })
})

describe('is it a call?', () => {
  const arrows = judged.flatMap(({ sample, system }) => {
    const truth = trueCalls(sample, system)
    return system.connections.map((connection, index) => ({ sample, connection, isCall: truth[index]! }))
  })

  it('is right about 98 of 100 arrows that it takes for calls', () => {
    const said = arrows.filter(({ connection }) => connection.network.value)
    const wrong = said.filter(({ isCall }) => !isCall)
    const list = wrong.map(({ sample, connection: { from, to, network } }) =>
      named(sample, `${from.text} → ${to.text}: ${network.why}`),
    )
    expect(share(said.length - wrong.length, said.length), list.join('\n')).toBeGreaterThanOrEqual(0.98)
  })

  it('leaves out the arrows marked as no calls in mixed pictures', () => {
    const marked = arrows.filter(({ sample, isCall }) => sample.label === 'mixed' && !isCall)
    expect(marked.length).toBeGreaterThanOrEqual(6)
    const wrong = marked.filter(({ connection }) => connection.network.value)
    expect(wrong.map(({ sample, connection }) => named(sample, connection.arrow.text))).toEqual([])
  })
})
