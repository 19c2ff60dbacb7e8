// The project's own pictures among the labelled ones: the samples, and the designs on the pages of the rules.

import { readdirSync, readFileSync } from 'node:fs'
import { rules } from '../../../src/rules'
import { samples } from '../samples'
import type { Labelled } from './data'

/** Each file is a group of its own. Recognition is to see the design in a mixed picture. */
export function ownLabelled(): readonly Labelled[] {
  return [
    ...samples.map(({ kind, name, label, text }) => own(`samples/${kind}/${name}`, label, text)),
    ...pageDesigns(),
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

/** What a page about calls flags is a design; pages about syntax show anything. */
function pageDesigns(): readonly Labelled[] {
  const seen = new Set<string>()
  return rules
    .filter(({ everyDiagram }) => !everyDiagram)
    .flatMap(({ category, id }) => {
      const page = readFileSync(`src/rules/${category}/${id}.md`, 'utf8')
      const flagged = page.slice(page.indexOf('## Flagged'), page.indexOf('## Fixed'))
      return mermaidIn(flagged)
        .filter(text => text.length < 5000 && !seen.has(text) && seen.add(text))
        .map((text, at) => own(`pages/${id}/${at}`, 'yes', text))
    })
}
