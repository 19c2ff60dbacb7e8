// What is said of a part in the picture and in the text: one source of words.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  analyze,
  defaultConfiguration,
  explainingPart,
  finished,
  hoverAt,
  placeOfTarget,
  previewModel,
  type Snapshot,
} from '../../src/service'
import type { PreviewTarget } from '../../src/service/preview/messages'

const examples = readdirSync('examples').filter(name => /\.(?:md|mmd)$/.test(name))

const read = (name: string): Snapshot =>
  analyze(readFileSync(`examples/${name}`, 'utf8'), {
    language: name.endsWith('.md') ? 'markdown' : 'mermaid',
    configuration: defaultConfiguration,
  })

/** Before what is said of the protocol or of the product: on a word of the label a hover explains that one. */
const ofThePart = (markdown: string) => markdown.split('\n\n---\n\n')[0]

const headlineOf = (markdown: string) => markdown.split(' – ')[0]!

/** What hovers say of a part wherever they are about it: of `a & b --> c` they are about one call. */
const hoversOn = (snapshot: Snapshot, diagram: number, target: PreviewTarget): readonly string[] => {
  const { start, end } = placeOfTarget(snapshot.diagrams[diagram]!, target)
  return Array.from({ length: end - start }, (_, at) => hoverAt(snapshot, start + at)?.markdown ?? '')
}

it.each(examples)('of every call and component of %s as its hover says it', name => {
  const snapshot = read(name)
  let said = 0
  for (const diagram of snapshot.diagrams.keys()) {
    const { nodes, arrows } = previewModel(snapshot, diagram)
    const targets: readonly PreviewTarget[] = [
      ...nodes.map(({ id }) => ({ kind: 'node', id }) as const),
      ...arrows.map(({ index }) => ({ kind: 'arrow', index }) as const),
    ]
    for (const target of targets) {
      const words = finished(explainingPart(snapshot, { diagram, target, changes: [] })) ?? ''
      const hovers = hoversOn(snapshot, diagram, target).filter(each => each.startsWith(headlineOf(words)))
      for (const hover of hovers) expect(ofThePart(hover)).toBe(ofThePart(words))
      said += hovers.includes(words) ? 1 : 0
    }
  }
  expect(said).toBeGreaterThan(3)
})

it('of a changed design with its figures', () => {
  const snapshot = read('checkout.md')
  const changes = [{ target: 'psp', key: 'p99', value: '900' }] as const
  const target = { kind: 'node', id: 'psp' } as const
  expect(finished(explainingPart(snapshot, { diagram: 0, target, changes }))).toContain('p99 **900ms**')
})

it('of what is not there, nothing', () => {
  const snapshot = read('checkout.md')
  const about = (diagram: number, target: PreviewTarget) =>
    finished(explainingPart(snapshot, { diagram, target, changes: [] }))
  expect(about(0, { kind: 'node', id: '__proto__' })).toBeUndefined()
  expect(about(0, { kind: 'arrow', index: 1e9 })).toBeUndefined()
  expect(about(0, { kind: 'diagram' })).toBeUndefined()
  expect(about(9, { kind: 'arrow', index: 0 })).toBeUndefined()
})
