// C4 diagrams and architectures with collapsed groups: their text with a box in the place of each.

import type { Arrow, Diagram, Group } from '../../syntax/tree'
import { applyEdits, type Edit } from '../../text/edit'
import { encloses, type Span } from '../../text/span'
import { sidesApart } from './architecture-sides'
import { type CollapsedParts, contentsText, drawnAs, mergedLabel, quotable } from './collapsed-box'

/** How a family writes boxes, and arrows that are drawn for several. */
interface Writing {
  readonly box: (group: Group, contents: string, diagram: Diagram) => string
  /** A drawn arrow whose ends are other than the author's. */
  readonly arrow: (arrow: RedrawnArrow, diagram: Diagram) => string
  /** All arrows once they are written; as they are unless given. */
  readonly arranged?: (lines: readonly string[], boxes: CollapsedParts['groups']) => readonly string[]
}

interface RedrawnArrow {
  readonly arrow: Arrow
  readonly from: string
  readonly to: string
  /** What it is drawn for, itself included. */
  readonly all: readonly Arrow[]
  /** Undefined where that is itself alone. */
  readonly label: string | undefined
}

export const c4Text = (diagram: Diagram, drawn: CollapsedParts): string =>
  withBoxes(diagram, drawn, {
    box: ({ id, text, variant }, contents) => {
      const [macro, technology] = variant === 'Container_Boundary' ? ['Container', '"", '] : ['System', '']
      return `${macro}(${id}, "${quotable(text || id)}", ${technology}"${contents}")`
    },
    arrow: ({ arrow, all, from, to, label }, { text }) =>
      label === undefined
        ? withEnds(text, arrow.statement, [
            { span: arrow.fromSpan, text: from },
            { span: arrow.toSpan, text: to },
          ])
        : `${macroFor(all)}(${from}, ${to}, "${quotable(label)}")`,
  })

/** Mermaid draws one relation between two, whichever way it leads. */
function macroFor(relations: readonly Arrow[]): string {
  const [forth, back] = [
    relations.some(({ head }) => head === 'arrow'),
    relations.some(({ tail }) => tail === 'arrow'),
  ]
  return forth && back ? 'BiRel' : back ? 'Rel_Back' : 'Rel'
}

/** Titles there are of letters, digits and blanks. */
export const architectureText = (diagram: Diagram, drawn: CollapsedParts): string =>
  withBoxes(diagram, drawn, {
    box: ({ id, text, icon, parent }, contents) => {
      const inside = parent === undefined ? '' : ` in ${parent}`
      return `service ${id}${icon ? `(${icon})` : ''}[${plain(text)} ${contents}]${inside}`
    },
    arrow: ({ arrow, from, to, label }, { text }) => {
      const edits = [
        { span: withBorder(text, arrow.fromSpan, from === arrow.from), text: from },
        { span: withBorder(text, arrow.toSpan, to === arrow.to), text: to },
      ]
      const line = withEnds(text, arrow.statement, edits)
      return label === undefined ? line : line.replace(/-(?:\[.*\])?-/, `-[${plain(label)}]-`)
    },
    arranged: sidesApart,
  })

const plain = (text: string): string => text.replace(/[^\p{L}\p{N}_ ]+/gu, ' ').trim()

/** `{group}` behind an id leads to the border of its group: a box has none around it. */
function withBorder(text: string, end: Span, stays: boolean): Span {
  const border = /^\{group\}/.exec(text.slice(end.end))?.[0] ?? ''
  return stays ? end : { start: end.start, end: end.end + border.length }
}

function withEnds(text: string, { start, end }: Span, edits: readonly Edit[]): string {
  const moved = edits.map(edit => ({
    text: edit.text,
    span: { start: edit.span.start - start, end: edit.span.end - start },
  }))
  return applyEdits(text.slice(start, end), moved)
}

/** Everything that neither is in a collapsed group nor names something in one stays as the author wrote it. */
function withBoxes(diagram: Diagram, drawn: CollapsedParts, writing: Writing): string {
  const { text, arrows, groups } = diagram
  const boxes = groups.filter(({ id }) => drawn.groups.has(id))
  const isInBox = (span: Span) => boxes.some(({ whole }) => encloses(whole, span))
  const written = arrows.map((_, index) => lineOf(index, diagram, drawn, writing))
  const lines = writing.arranged?.(written, drawn.groups) ?? written
  const edits = [
    ...boxes.map(group => {
      const inside = lines.filter((_, index) => encloses(group.whole, arrows[index]!.statement))
      const box = writing.box(group, contentsText(group, diagram, drawn), diagram)
      return { span: group.whole, text: [box, ...inside.filter(Boolean)].join('\n') }
    }),
    ...arrows.map(({ statement }, index) => ({ span: statement, text: lines[index] ?? '' })),
    ...hiddenStatements(diagram, drawn).map(span => ({ span, text: '' })),
  ]
  const wholes = new Set(boxes.map(({ whole }) => whole))
  return applyEdits(
    text,
    edits.filter(({ span }) => wholes.has(span) || !isInBox(span)),
  )
}

/** '' for an arrow that is not drawn, or drawn as another. */
function lineOf(index: number, diagram: Diagram, drawn: CollapsedParts, writing: Writing): string {
  const arrow = diagram.arrows[index]
  if (!arrow || drawn.arrows[index] !== index) return ''
  const { from, to, statement } = arrow
  const ends = { from: drawn.boxOf(from), to: drawn.boxOf(to) }
  if (ends.from === from && ends.to === to) return diagram.text.slice(statement.start, statement.end)
  const all = drawnAs(index, diagram, drawn)
  const label = all.length > 1 ? mergedLabel(all, drawn.translate) : undefined
  return writing.arrow({ arrow, all, label, ...ends }, diagram)
}

/** Those that declare or name what is in a box, wherever they stand; arrows are written by themselves. */
function hiddenStatements(diagram: Diagram, { boxOf }: CollapsedParts): readonly Span[] {
  const { nodes, groups, arrows, statements } = diagram
  const named = [
    ...nodes.filter(({ id }) => boxOf(id) !== id).flatMap(({ mentions }) => mentions.map(({ id }) => id)),
    ...groups.filter(({ id }) => boxOf(id) !== id).map(({ span }) => span),
  ]
  const drawnArrows = new Set(arrows.map(({ statement }) => statement.start))
  return statements.filter(
    statement => !drawnArrows.has(statement.start) && named.some(span => encloses(statement, span)),
  )
}
