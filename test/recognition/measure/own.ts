// The project's own pictures among the labelled ones: the samples and the documents with designs. The pages of the rules
// are none of them: they change with every rule, and the weights would no longer be those that are learned.

import { readdirSync, readFileSync } from 'node:fs'
import { samples } from '../samples'
import type { Labelled } from './data'

/** Each file is a group of its own. Recognition is to see the design in a mixed picture. */
export function ownLabelled(): readonly Labelled[] {
  return [
    ...samples.map(({ kind, name, label, text }) => own(`samples/${kind}/${name}`, label, text)),
    ...['test/diagrams', 'examples'].flatMap(documentsIn),
  ]
}

const own = (id: string, label: 'yes' | 'no' | 'mixed', text: string): Labelled => ({
  id,
  family: 'own',
  group: id.split('/').slice(0, 2).join('/'),
  path: '',
  headings: [],
  before: '',
  label: label === 'mixed' ? 'yes' : label,
  confidence: 'high',
  kind: 'own',
  text,
  arrows: [],
  boxes: [],
})

/** Realistic designs, whose findings and figures are tested. */
const documentsIn = (folder: string): readonly Labelled[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.md'))
    .sort()
    .flatMap(file =>
      mermaidIn(readFileSync(`${folder}/${file}`, 'utf8')).map((text, at) =>
        own(`documents/${file}/${at}`, 'yes', text),
      ),
    )

const mermaidIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, text = '']) =>
    text.replace(/^\s*%% \^+ .*\n/gm, ''),
  )
