// A source text into a snapshot: diagrams found, parsed, understood and judged. What did not change is reused.

import { readSystem } from '../model'
import { parseDiagram } from '../syntax'
import { type DiagramBlock, findDiagrams, type Language } from '../text/diagrams'
import { fencesOf } from '../text/fences'
import { linesOf } from '../text/lines'
import { insideOf } from '../text/span'
import { documentSettingsIn, type Surroundings, surroundingsOf } from './document'
import { judge } from './judge'
import { type SharedFigures, sharedAmong } from './sharing/shared'
import { versionsOf } from './sharing/versions'
import type { AnalyzedDiagram, Context, Snapshot } from './snapshot'
import { suppressionsAround, suppressionsIn } from './suppressions'

/** Analyzes a text; never throws. Diagrams that `previous` holds with the same text and context are not read again. */
export function analyze(source: string, context: Context, previous?: Snapshot): Snapshot {
  const blocks = findDiagrams(source, context.language)
  const documentSettings = documentSettingsIn(source, context.language)
  const surroundings = surroundingsOf(documentSettings, context.configuration)
  const known = reusable(previous, surroundings, documentSettings)
  const readings = blocks.map(block => known.get(block.text) ?? readAlone(block, surroundings))
  const lines = linesOf(source)
  const drawn = readings.map(({ alone }, index) => ({ system: alone, block: blocks[index]! }))
  const versionAt = versionsOf(source, context.language, context.neighborhood?.path ?? '')
  const shared = sharedAmong(drawn, { lines, versionAt }, context)
  return {
    source,
    lines,
    context: { ...context, configuration: surroundings.configuration },
    documentSettings,
    diagrams: blocks.map((block, index) =>
      judged(block, { reading: readings[index]!, shared: shared[index]!, surroundings }),
    ),
    suppressions:
      context.language === 'mermaid' ? [] : suppressionsAround(source, codeIn(source, context.language)),
  }
}

/** Where comments of the host are text of something else: fenced code, whatever its language. */
function codeIn(source: string, language: Language): (offset: number) => boolean {
  if (!source.includes('arrowsmith-disable')) return () => false
  const fenced =
    language === 'markdown' || language === 'mdx' ? fencesOf(source, { mdx: language === 'mdx' }) : []
  return insideOf([...fenced, ...findDiagrams(source, language)].map(({ span }) => span))
}

/** A diagram read by itself, or one that has been judged before. */
type Reading = Pick<AnalyzedDiagram, 'alone' | 'suppressions'> & Partial<AnalyzedDiagram>

function readAlone(block: DiagramBlock, { outer }: Surroundings): Reading {
  const diagram = parseDiagram(block.text)
  return { alone: readSystem(diagram, outer), suppressions: suppressionsIn(diagram) }
}

interface Occasion {
  readonly reading: Reading
  /** What other diagrams state for the things it draws. */
  readonly shared: SharedFigures
  readonly surroundings: Surroundings
}

function judged(block: DiagramBlock, { reading, shared, surroundings }: Occasion): AnalyzedDiagram {
  const { alone, suppressions, system: before, verdicts } = reading
  if (before && verdicts && isSame(reading.shared, shared))
    return { block, alone, system: before, verdicts, suppressions, shared }
  const system = shared.size === 0 ? alone : readSystem(alone.diagram, { ...surroundings.outer, shared })
  return {
    block,
    alone,
    system,
    verdicts: judge({ system, suppressions }, surroundings.configuration, 'quick'),
    suppressions,
    shared,
  }
}

function isSame(before: SharedFigures | undefined, now: SharedFigures): boolean {
  if (!before || before.size !== now.size) return false
  return now.size === 0 || JSON.stringify([...before]) === JSON.stringify([...now])
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
