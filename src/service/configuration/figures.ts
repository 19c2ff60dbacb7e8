// Figures in a configuration file, checked against the vocabulary of diagrams.

import type { Node } from 'jsonc-parser'
import { readFigures } from '../../model/annotations/metadata/figures'
import { arrowVocabulary, nodeVocabulary } from '../../model/vocabulary'
import type { VocabularyOf } from '../../model/vocabulary/key'
import { type Span, span } from '../../text/span'
import type { StatedFigures } from './configuration'
import { type ProblemSink, readScalar, settingsIn, unknownName } from './nodes'

type Named = Readonly<Record<string, StatedFigures>>

/** `{ "Payments API": { "p99": "300ms" } }` */
export function readComponents(node: Node, report: ProblemSink): Named {
  return named(node, report, figures => readStated(figures, nodeVocabulary, report))
}

/** `{ "arrow": { "timeout": "2s" }, "node": { "replicas": 2 } }` */
export function readDefaults(node: Node, report: ProblemSink): Named {
  return named(node, report, (figures, name, key) => {
    if (name === 'arrow') return readStated(figures, arrowVocabulary, report)
    if (name === 'node') return readStated(figures, nodeVocabulary, report)
    report(key, unknownName('kind of default', name, ['arrow', 'node']))
    return {}
  })
}

function named(
  node: Node,
  report: ProblemSink,
  read: (figures: Node, name: string, key: Node) => StatedFigures,
): Named {
  if (node.type !== 'object')
    report(node, 'Figures are stated by name: { "Payments API": { "p99": "300ms" } }.')
  return Object.fromEntries(settingsIn(node).map(({ key, name, value }) => [name, read(value, name, key)]))
}

/** What is written; what a diagram could not state either is left out. */
function readStated<A extends object>(
  node: Node,
  vocabulary: VocabularyOf<A>,
  report: ProblemSink,
): StatedFigures {
  if (node.type !== 'object') report(node, 'Figures have names: { "p99": "300ms" }.')
  const entries = settingsIn(node).flatMap(({ key, name, value }) => {
    const read = readScalar(value)
    if (read === undefined) report(value, `"${name}" has to be a number, a string, true or false.`)
    return read === undefined
      ? []
      : [{ key: name, keySpan: spanOf(key), value: read, valueSpan: spanOf(value) }]
  })
  const { figures, problems } = readFigures(vocabulary, entries, provenance)
  for (const { span, message } of problems)
    report({ offset: span.start, length: span.end - span.start }, message)
  return Object.fromEntries(
    entries.flatMap(({ key, value }) => (Object.hasOwn(figures, key) ? [[key, value]] : [])),
  )
}

const spanOf = ({ offset, length }: Node): Span => span(offset, offset + length)

const provenance = {
  origin: 'workspace',
  source: 'stated in arrowsmith.config.json',
  located: false,
} as const
