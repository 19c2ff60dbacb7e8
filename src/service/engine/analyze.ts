// A source text into a snapshot: diagrams found, parsed, understood and judged. What did not change is reused.

import { finished, type Steps } from '../../knowledge'
import { readingSystem } from '../../model'
import { type DiagramBlock, findDiagrams } from '../../text/diagrams'
import { readFences } from '../../text/fences'
import { type Introduction, introductionsIn } from '../../text/introduction'
import { type Language, markupOf } from '../../text/languages'
import { linesOf } from '../../text/lines'
import { insideOf } from '../../text/span'
import { type SharedFigures, sharedAmong } from '../workspace/shared-figures'
import { versionsOf } from '../workspace/versions'
import { documentSettingsIn, type Surroundings, surroundingsOf } from './document'
import { runningRules } from './report'
import { type Admission, readingSystemOf, roomIn } from './size-bounds'
import type { AnalyzedDiagram, Context, Snapshot } from './snapshot'
import { suppressionsAround, suppressionsIn } from './suppressions'

/** Analyzes a text; never throws. Diagrams that `previous` holds with the same text and context are not read again. */
export const analyze = (source: string, context: Context, previous?: Snapshot): Snapshot =>
  finished(analyzingText(source, context, previous))

/** The same in steps. */
export function* analyzingText(source: string, context: Context, previous?: Snapshot): Steps<Snapshot> {
  const documentSettings = documentSettingsIn(source, context.language)
  const surroundings = surroundingsOf(documentSettings, context.configuration)
  const known = reusable(previous, surroundings, documentSettings)
  const introductionAt = introductionsIn(source, context.language)
  const room = roomIn(surroundings.configuration)
  const blocks = findDiagrams(source, context.language).slice(0, room.diagrams)
  const readings: ReadDiagram[] = []
  for (const block of blocks) {
    const introduction = introductionAt(block.span.start)
    const before = known.get(keyOf(block, introduction))
    const admission = room.admit(block.text, before?.alone.diagram)
    yield
    readings.push(
      before && !admission.leftOut ? before : yield* readingAlone(admission, introduction, surroundings),
    )
  }
  const lines = linesOf(source)
  const drawn = readings.map(({ alone }, index) => ({ system: alone, block: blocks[index]! }))
  const versionAt = versionsOf(source, context.language, context.neighborhood?.path ?? '')
  const shared = sharedAmong(drawn, { lines, versionAt }, context)
  const diagrams: AnalyzedDiagram[] = []
  for (const [index, block] of blocks.entries())
    diagrams.push(
      yield* judging(block, {
        reading: readings[index]!,
        shared: shared[index]!,
        surroundings,
        timed: context.timed,
      }),
    )
  return {
    source,
    lines,
    context: { ...context, configuration: surroundings.configuration },
    documentSettings,
    diagrams,
    suppressions:
      markupOf(context.language) === 'none'
        ? []
        : suppressionsAround(source, codeIn(source, context.language)),
  }
}

/** Where comments of the host are text of something else: fenced code, whatever its language. */
function codeIn(source: string, language: Language): (offset: number) => boolean {
  if (!source.includes('arrowsmith-disable')) return () => false
  const fenced =
    markupOf(language) === 'markdown' ? readFences(source, { mdx: language === 'mdx' }).fences : []
  return insideOf([...fenced, ...findDiagrams(source, language)].map(({ span }) => span))
}

/** A diagram read by itself, or one that has been judged before. */
type ReadDiagram = Pick<AnalyzedDiagram, 'alone' | 'suppressions' | 'leftOut' | 'introduction'> &
  Partial<AnalyzedDiagram>

function* readingAlone(
  admission: Admission,
  introduction: Introduction,
  { outer }: Surroundings,
): Steps<ReadDiagram> {
  const { diagram, leftOut } = admission
  return {
    alone: yield* readingSystemOf(admission, outer, introduction),
    suppressions: suppressionsIn(diagram),
    introduction,
    leftOut,
  }
}

interface Occasion {
  readonly reading: ReadDiagram
  /** What other diagrams state for the things it draws. */
  readonly shared: SharedFigures
  readonly surroundings: Surroundings
  readonly timed: Context['timed']
}

function* judging(
  block: DiagramBlock,
  { reading, shared, surroundings, timed }: Occasion,
): Steps<AnalyzedDiagram> {
  const { alone, suppressions, introduction, leftOut, system: before, verdicts } = reading
  if (before && verdicts && isSame(reading.shared, shared))
    return { block, introduction, alone, system: before, verdicts, suppressions, shared, leftOut }
  const system =
    shared.size === 0
      ? alone
      : yield* readingSystem(alone.diagram, { ...surroundings.outer, shared }, introduction)
  return {
    block,
    introduction,
    alone,
    system,
    verdicts: yield* runningRules(
      { system, suppressions },
      { configuration: surroundings.configuration, timed },
      'quick',
    ),
    suppressions,
    shared,
    leftOut,
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
  const understood = same ? previous.diagrams.filter(({ leftOut }) => !leftOut) : []
  return new Map(understood.map(diagram => [keyOf(diagram.block, diagram.introduction), diagram]))
}

/** What a diagram is taken for depends on what introduces it. */
const keyOf = ({ text }: DiagramBlock, { headings, before }: Introduction): string =>
  [text, before, ...headings].join('\0')
