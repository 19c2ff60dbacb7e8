// The diagrams whose fixes are tried: all of the rules' pages, the examples, the design pages and the samples.

import { readdirSync, readFileSync } from 'node:fs'
import { rules } from '../../src/rules'
import { withoutExpectations } from '../expectations'
import { readPage } from '../pages'
import { samples } from '../recognition/samples'

export interface Tried {
  /** The page or document it stands in. */
  readonly name: string
  readonly texts: readonly string[]
}

const folders = ['examples', 'test/diagrams']

export const pages: readonly Tried[] = rules.map(rule => ({
  name: rule.id,
  texts: readPage(rule)
    .examples.filter(({ section }) => section === 'Flagged')
    .map(({ text }) => withoutExpectations(text)),
}))

export const documents: readonly Tried[] = [
  ...folders.flatMap(folder =>
    readdirSync(folder).map(name => ({
      name: `${folder}/${name}`,
      texts: diagramsIn(name, readFileSync(`${folder}/${name}`, 'utf8')),
    })),
  ),
  ...[...new Set(samples.map(({ kind }) => kind))].map(kind => ({
    name: `test/samples/${kind}.txt`,
    texts: samples.filter(sample => sample.kind === kind).map(({ text }) => text),
  })),
]

function diagramsIn(name: string, source: string): string[] {
  if (!name.endsWith('.md')) return [withoutExpectations(source)]
  return [...source.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, text]) => withoutExpectations(text!))
}
