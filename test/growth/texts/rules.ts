// What makes each rule speak, as often as one likes: the flagged diagrams of the rules' pages.

import { rules } from '../../../src/rules'
import { parseDiagram } from '../../../src/syntax'
import { applyEdits, type Edit } from '../../../src/text/edit'
import { readPage } from '../../pages'
import { type Generator, times } from '../generator'

const marker = '\u0007'

/** The body with a mark after each name that a copy gets for itself. */
function partsOf(text: string): { readonly header: string; readonly body: string } {
  const diagram = parseDiagram(text)
  const names = [...diagram.nodes, ...diagram.groups].map(({ id }) => id)
  const start = diagram.text.indexOf('\n', diagram.header.end)
  const header = diagram.text.slice(0, start)
  const body = diagram.text.slice(start + 1)
  const edits: Edit[] = names.flatMap(name =>
    [...body.matchAll(new RegExp(`(?<![\\w.])${escaped(name)}(?![\\w.])`, 'g'))].map(({ index }) => ({
      span: { start: index + name.length, end: index + name.length },
      text: marker,
    })),
  )
  return { header, body: applyEdits(body, edits) }
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

const numbered = (body: string, copy: number): string => body.replaceAll(marker, `${copy}`)

/** Copies of a page's first flagged diagram in one: the names of the things it draws get a number each time. */
export const flagged: readonly Generator[] = rules.flatMap(rule => {
  const example = readPage(rule).examples.find(({ section }) => section === 'Flagged')
  if (!example) return []
  const { header, body } = partsOf(example.text)
  const lines = body.split('\n').length
  const text = (units: number) =>
    `${header}\n${times(Math.ceil(units / lines), copy => numbered(body, copy))}\n`
  return [{ name: `rule: ${rule.id}`, language: 'mermaid' as const, text }]
})
