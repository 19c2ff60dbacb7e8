// What a document does again and again is told once: with all its places, as dots in an editor, and mended by one fix.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, findings } from '../../src/service'
import { applyEdits } from '../../src/text/edit'
import { document, of, told } from './told'

const open = (name: string) => [
  'sequenceDiagram',
  `  participant W as ${name}`,
  '  participant A as Order API',
  '  W->>+A: POST /orders',
  '  A-->>W: 201',
]

const cut = (number: number) => [
  'sequenceDiagram',
  '  participant W as Web App',
  '  participant A as Order API',
  `  W->>A: order #${number}`,
]

const refusing = (path: string) => [
  'sequenceDiagram',
  '  participant W as Web App',
  '  participant A as Order API',
  '  participant D as Postgres',
  `  W->>A: POST ${path}`,
  '  alt invalid',
  '    A-->>W: 400 Bad Request',
  '  end',
  '  A->>D: SELECT terms',
  '  A-->>W: 200 OK',
]

describe('a habit', () => {
  const many = document(open('Web App'), open('Mobile App'), open('Kiosk'))

  it('is told once, with the place in each diagram', () => {
    const [found, ...others] = of('activation-left-open', told(many))
    expect(others).toEqual([])
    expect(found?.message).toContain('The same applies to 2 other places.')
    expect(found?.related).toHaveLength(2)
  })

  it('is told as it is where one diagram has it', () => {
    const [found, ...others] = of('activation-left-open', told(document(open('Web App'))))
    expect(others).toEqual([])
    expect(found?.message).not.toContain('The same applies')
  })

  it('is a dot at each other place in an editor', () => {
    const found = of('activation-left-open', told(many, 'recommended', true))
    expect(found.map(({ severity, faint }) => [severity, faint ?? false])).toEqual([
      ['info', false],
      ['hint', true],
      ['hint', true],
    ])
  })

  it('leaves out what is suppressed, and no suppression is unused', () => {
    const hidden = [...open('Kiosk').slice(0, 1), '  %% arrowsmith-disable activation-left-open']
    const text = document(open('Web App'), open('Mobile App'), [...hidden, ...open('Kiosk').slice(1)])
    const found = told(text)
    const shown = of('activation-left-open', found).filter(({ suppressed }) => !suppressed)
    expect(shown).toHaveLength(1)
    expect(shown[0]?.message).toContain('The same applies to one other place.')
    expect(of('unused-suppression', found)).toEqual([])
  })

  it('is another where another remedy helps', () => {
    const unanswered = open('Kiosk').slice(0, 4).concat('  A->>W: 201')
    expect(of('activation-left-open', told(document(open('Web App'), unanswered)))).toHaveLength(2)
  })
})

describe('one fix mends a habit', () => {
  const mended = (rule: string, text: string) => {
    const [found] = of(rule, told(text))
    return found?.fixes.map(({ title, edits }) => ({ title, text: applyEdits(text, edits) }))
  }

  it('in all diagrams of a document', () => {
    const [fix] = mended('truncated-message', document(cut(1), cut(2))) ?? []
    expect(fix?.title).toContain('and likewise in one other place')
    expect(fix?.text).toContain('order #35;1')
    expect(fix?.text).toContain('order #35;2')
  })

  it('where lines end as on Windows', () => {
    const text = document(cut(1), cut(2)).replaceAll('\n', '\r\n')
    expect(mended('truncated-message', text)?.[0]?.text).toContain('order #35;2\r\n')
  })

  it('that is a refusal behind which the flow goes on', () => {
    const [fix] = mended('goes-on-after-failure', document(refusing('/quotes'), refusing('/transfers'))) ?? []
    expect(fix?.text.match(/^ {2}break invalid$/gm)).toHaveLength(2)
  })

  it('in all cells of a notebook', () => {
    const cell = (lines: readonly string[]) => ({
      cell_type: 'markdown',
      metadata: {},
      source: ['```mermaid', ...lines, '```'].map(line => `${line}\n`),
    })
    const notebook = { cells: [cell(cut(1)), cell(cut(2))], metadata: {}, nbformat: 4, nbformat_minor: 5 }
    const text = JSON.stringify(notebook, undefined, 1)
    const context = { language: 'notebook', configuration: defaultConfiguration } as const
    const [found, ...others] = of('truncated-message', findings(analyze(text, context), { figures: true }))
    expect(others).toEqual([])
    const after = applyEdits(text, found?.fixes[0]?.edits ?? [])
    expect(JSON.parse(after).cells.map((each: { source: string[] }) => each.source[4])).toEqual([
      '  W->>A: order #35;1\n',
      '  W->>A: order #35;2\n',
    ])
  })
})
