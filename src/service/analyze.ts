// A source text into a snapshot: diagrams found, parsed, understood and judged. What did not change is reused.

import { readSystem } from '../model'
import { parseDiagram } from '../syntax'
import { type DiagramBlock, findDiagrams } from '../text/diagrams'
import { linesOf } from '../text/lines'
import { contains } from '../text/span'
import { documentSettingsIn, type Surroundings, surroundingsOf } from './document'
import { judge } from './judge'
import type { AnalyzedDiagram, Context, Snapshot } from './snapshot'
import { suppressionsAround, suppressionsIn } from './suppressions'

/** Analyzes a text; never throws. Diagrams that `previous` holds with the same text and context are not read again. */
export function analyze(source: string, context: Context, previous?: Snapshot): Snapshot {
  const blocks = findDiagrams(source, context.language)
  const documentSettings = documentSettingsIn(source, context.language)
  const surroundings = surroundingsOf(documentSettings, context.configuration)
  const known = reusable(previous, surroundings, documentSettings)
  const isInDiagram = (offset: number) => blocks.some(({ span }) => contains(span, offset))
  return {
    source,
    lines: linesOf(source),
    context: { ...context, configuration: surroundings.configuration },
    documentSettings,
    diagrams: blocks.map(block => {
      const same = known.get(block.text)
      return same ? { ...same, block } : analyzeDiagram(block, surroundings)
    }),
    suppressions: context.language === 'mermaid' ? [] : suppressionsAround(source, isInDiagram),
  }
}

function analyzeDiagram(block: DiagramBlock, { configuration, outer }: Surroundings): AnalyzedDiagram {
  const diagram = parseDiagram(block.text)
  const system = readSystem(diagram, outer)
  return {
    block,
    system,
    verdicts: judge(system, configuration, 'quick'),
    suppressions: suppressionsIn(diagram),
  }
}

function reusable(
  previous: Snapshot | undefined,
  { configuration }: Surroundings,
  documentSettings: string,
): ReadonlyMap<string, AnalyzedDiagram> {
  const same =
    previous !== undefined &&
    previous.documentSettings === documentSettings &&
    JSON.stringify(previous.context.configuration) === JSON.stringify(configuration)
  return new Map(same ? previous.diagrams.map(diagram => [diagram.block.text, diagram]) : [])
}
