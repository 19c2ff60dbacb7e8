// Lines longer than anybody writes by hand: only what stands next to the cursor is read.

import { expect, it } from 'vitest'
import { analyze, completionsAt, defaultConfiguration } from '../../src/service'

const long = 'x'.repeat(30_000)

const offered = (text: string) =>
  completionsAt(analyze(text, { language: 'mermaid', configuration: defaultConfiguration }), text.length)

it.each([
  ['an arrow', `flowchart LR\n  db[(Postgres)]\n  a[${long}] -->|g`, 'gRPC', 'g'],
  ['a comment', `flowchart LR\n  db[(Postgres)]\n  %% ${long} db@{ rep`, 'replicas', 'rep'],
])('%s at the end of one is completed', (_, text, label, written) => {
  const found = offered(text).find(completion => completion.label === label)
  expect(found && text.slice(found.replace.start, found.replace.end)).toBe(written)
})

it('a word is replaced as a whole, however long it is', () => {
  const word = 'y'.repeat(900)
  const text = `flowchart LR\n  db[(Postgres)]\n  a[${long}] --> ${word}`
  const [first] = offered(text)
  expect(first && text.slice(first.replace.start, first.replace.end)).toBe(word)
})

it('a line that continues is no line that begins', () => {
  expect(offered(`flowchart LR\n  a["${long} ${'y '.repeat(600)}`).map(({ kind }) => kind)).not.toContain(
    'keyword',
  )
})
