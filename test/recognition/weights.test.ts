// The learned weights: their size, how sure they are on what they know, and what they take from around a picture.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { tables } from '../../src/model/recognition/learned'
import { weights } from '../../src/model/recognition/weights'
import { analyze, defaultConfiguration } from '../../src/service'
import { parseDiagram } from '../../src/syntax'

it('stay small enough to be read', () => {
  expect(Object.values(weights).join('').length).toBeLessThanOrEqual(60_000)
})

it('tell a likely picture from a doubtful one, with reasons', () => {
  const { architecture } = readSystem(
    parseDiagram(`flowchart LR
      web[Web client] -->|HTTPS| gw[API Gateway]
      gw -->|gRPC| orders[Order service]
      orders -->|SQL| db[(Postgres)]`),
    {},
  )
  expect(architecture).toMatchObject({ value: true })
  expect(architecture.confidence).toBeGreaterThan(0.9)
  expect(architecture.why).not.toBe('')
})

it('count the headings above a picture', () => {
  const lines = 'flowchart TD\n  orders[Orders] --> billing[Billing]\n  billing --> ledger[Ledger]\n'
  const diagram = parseDiagram(lines)
  const under = (heading: string) => {
    const { value, confidence } = readSystem(diagram, {}, { headings: [heading], before: '' }).architecture
    return value ? confidence : 1 - confidence
  }
  const { evidence, weightsOf } = tables.picture()
  const weight = (name: string) => weightsOf(name)![1]!
  const telling = [...evidence()]
    .filter(name => name.startsWith('under the heading '))
    .sort((one, other) => weight(one) - weight(other))
  const word = (name: string) => /'(.*)'$/.exec(name)?.[1] ?? ''
  expect(under(word(telling.at(-1)!))).toBeGreaterThan(under(word(telling[0]!)))
})

it('are asked anew when the heading above a diagram changes', () => {
  const context = { language: 'markdown', configuration: defaultConfiguration } as const
  const written = (heading: string) =>
    `# ${heading}\n\n\`\`\`mermaid\nflowchart LR\n  a[Order service] --> b[(Postgres)]\n\`\`\`\n`
  const before = analyze(written('Runtime'), context)
  const same = analyze(written('Runtime'), context, before)
  const after = analyze(written('Build order'), context, before)
  expect(same.diagrams[0]!.alone).toBe(before.diagrams[0]!.alone)
  expect(after.diagrams[0]!.introduction.headings).toEqual(['Build order'])
  expect(after.diagrams[0]!.alone).not.toBe(before.diagrams[0]!.alone)
})

it('count answers to questions on arrows against a design', () => {
  const chanceOf = (one: string, other: string) => {
    const { value, confidence } = readSystem(
      parseDiagram(`flowchart TD
        orders[Order intake] -->${one} stock[Stock]
        orders -->${other} mail[Mail]
        stock --> ledger[Ledger]`),
      {},
    ).architecture
    return value ? confidence : 1 - confidence
  }
  expect(chanceOf('|Yes|', '|No|')).toBeLessThan(chanceOf('|HTTPS|', '|gRPC|'))
})
