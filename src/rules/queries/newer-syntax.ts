// Syntax that Mermaid learned since version 10: where a diagram uses it, and since when it is known.

import { type ByFamily, forFamily } from '../../syntax/notation'
import type { Arrow, Diagram, Step } from '../../syntax/tree'
import { type Span, span } from '../../text/span'
import { commentedArrow, commentedBlock } from '../fixes/commented-block'
import type { Fix } from '../rule'
import { kindSince, type Version, version } from './mermaid-versions'

export interface Novelty {
  readonly at: Span
  /** What it is, as the start of a sentence. */
  readonly what: string
  readonly since: Version
  /** The first version that reads it wrongly, where older ones read it as later ones do. */
  readonly wrongFrom?: Version
  /** What to write for it, as the start of a sentence. */
  readonly instead: string
  /** What an older Mermaid does with it, where it draws the diagram at all. */
  readonly otherwise?: string
  /** Worked out only for a host that needs them. */
  readonly fixes?: () => readonly Fix[]
}

/** In order of what they are; a diagram of a new kind is one novelty, whatever it holds. */
export function noveltiesIn(diagram: Diagram): readonly Novelty[] {
  const since = kindSince(diagram.keyword)
  const kind = since
    ? [{ at: diagram.header, what: `\`${diagram.keyword}\``, since, instead: 'Draw another kind of diagram' }]
    : []
  return [...kind, ...forFamily(within, diagram)(diagram)]
}

/** What each family learned. */
const within: ByFamily<(diagram: Diagram) => readonly Novelty[]> = {
  flowchart: diagram => [
    ...arrowIds(diagram),
    ...blocks(diagram, ofNodes),
    ...properties(diagram),
    ...markdown(diagram),
    ...beginningBlocks(diagram),
  ],
  sequence: diagram => [...blocks(diagram, ofParticipants), ...messages(diagram), ...steps(diagram.steps)],
  c4: () => [],
  architecture: diagram => alignments(diagram),
  other: () => [],
}

/** `e1@-->`, together with the blocks of the arrow. */
const arrowIds = (diagram: Diagram): readonly Novelty[] =>
  diagram.arrows.flatMap((arrow, index) => {
    const { id, idSpan } = arrow
    if (id === undefined || !idSpan) return []
    const fixes = () => commentedArrow(diagram, index)
    return [
      {
        at: idSpan,
        what: `The arrow's id \`${id}@\``,
        since: version(11, 5),
        instead: 'Remove it',
        fixes,
      },
    ]
  })

const ofNodes = { since: version(11, 3), instead: 'Write shape and label in brackets' }
const ofParticipants = { since: version(11, 11), instead: 'Remove it, and write a label after `as`' }

/** `@{ … }` of a node or a participant. */
function blocks(
  diagram: Diagram,
  { since, instead }: Pick<Novelty, 'since' | 'instead'>,
): readonly Novelty[] {
  const arrows = new Set(diagram.arrows.map(({ id }) => id))
  return diagram.metadata
    .filter(({ comment, target }) => !comment && !arrows.has(target))
    .map(block => ({
      at: span(block.body.start - 2, block.body.start),
      what: `\`${block.target}@{ … }\``,
      since,
      instead,
      fixes: () => commentedBlock(diagram, block),
    }))
}

/** What blocks learned after there were blocks. */
const properties = ({ metadata }: Diagram): readonly Novelty[] =>
  metadata
    .filter(({ comment }) => !comment)
    .flatMap(({ attributes }) => attributes)
    .flatMap(({ key, keySpan, value, valueSpan }): Novelty[] => {
      if (key === 'curve')
        return [
          {
            at: keySpan,
            what: 'A curve for one arrow',
            since: version(11, 10),
            instead: 'Remove it',
            otherwise: 'draws the usual one',
          },
        ]
      if (key === 'shape' && value === 'datastore')
        return [
          {
            at: valueSpan,
            what: 'The shape `datastore`',
            since: version(11, 15),
            instead: 'Use the shape `cyl`',
          },
        ]
      return []
    })

function labelsOf({ nodes, arrows, groups }: Diagram): readonly Span[] {
  const labels = [
    ...nodes.flatMap(({ mentions }) => mentions.map(({ label }) => label)),
    ...arrows.map(({ labelSpan }) => labelSpan),
    ...groups.map(({ labelSpan }) => labelSpan),
  ]
  return labels.filter(label => label !== undefined)
}

const markdown = (diagram: Diagram): readonly Novelty[] =>
  labelsOf(diagram)
    .filter(({ start }) => diagram.text.slice(Math.max(0, start - 2), start + 2).includes('"`'))
    .map(at => ({
      at,
      what: 'A label in Markdown',
      since: version(10, 1),
      instead: 'Write plain text',
      otherwise: 'shows its markup as plain text',
    }))

/** Labels that Markdown takes for a list or a heading; the versions from 11.0 to 11.9 read them all as Markdown. */
function beginningBlocks(diagram: Diagram): readonly Novelty[] {
  return labelsOf(diagram).flatMap(at => {
    const [mark] = /^(?:\d{1,9}[.)]|[-*+]|#{1,6})(?= )/.exec(labelText(diagram.text, at)) ?? []
    if (mark === undefined) return []
    const what = mark.startsWith('#') ? 'heading' : 'list'
    return [
      {
        at,
        what: `A label that starts with “${mark} ”`,
        since: version(11, 10),
        wrongFrom: version(11, 0),
        instead: /^\d/.test(mark) ? `Write “(${mark.slice(0, -1)})”` : 'Start it with a word',
        otherwise: `shows “Unsupported markdown: ${what}” in its place`,
      },
    ]
  })
}

/** Without quotes and blanks. */
const labelText = (text: string, { start, end }: Span): string =>
  text.slice(start, end).replace(/^[\s"`]+/, '')

const messages = ({ arrows, text }: Diagram): readonly Novelty[] =>
  arrows.flatMap(({ operator: at, variant = '' }: Arrow): Novelty[] => {
    const central = text.slice(0, at.start).endsWith('()') || text.startsWith('()', at.end)
    if (central)
      return [
        {
          at,
          what: 'A message to the middle of a lifeline, `()`,',
          since: version(11, 13),
          instead: 'Leave `()` out',
        },
      ]
    const arrow = `The arrow \`${text.slice(at.start, at.end)}\``
    if (/STICK|_TOP|_BOTTOM/.test(variant))
      return [{ at, what: arrow, since: version(11, 13), instead: 'Write `->>`' }]
    return variant.startsWith('BIDIRECTIONAL')
      ? [
          {
            at,
            what: arrow,
            since: version(11, 0),
            instead: 'Draw two messages',
            otherwise: 'reads `<<` as part of the name',
          },
        ]
      : []
  })

function steps(list: readonly Step[]): readonly Novelty[] {
  return list.flatMap((step): readonly Novelty[] => {
    if (step.kind === 'create' || step.kind === 'destroy')
      return [
        {
          at: step.span,
          what: `\`${step.kind}\``,
          since: version(10, 3),
          instead: 'Declare all participants at the top',
        },
      ]
    if (step.kind !== 'fragment') return []
    const overlapping = step.overlapping
      ? [
          {
            at: step.sections[0]?.header ?? step.span,
            what: '`par_over`',
            since: version(10, 2),
            instead: 'Write `par`',
          },
        ]
      : []
    return [...overlapping, ...step.sections.flatMap(section => steps(section.steps))]
  })
}

const alignments = ({ statements, text }: Diagram): readonly Novelty[] =>
  statements
    .filter(({ start, end }) => /^align\s/.test(text.slice(start, end)))
    .map(({ start }) => ({
      at: span(start, start + 'align'.length),
      what: '`align`',
      since: version(11, 16),
      instead: 'Remove it',
    }))
