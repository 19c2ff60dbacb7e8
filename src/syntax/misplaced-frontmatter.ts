// Frontmatter that doesn't begin its text: Mermaid's parsers get it as a part of the diagram, and most refuse it.

import { type Span, span } from '../text/span'
import type { Prepared } from './preprocess'
import { lineEnd } from './problems'
import { type Mapped, replaced, sourceSpan } from './source-map'
import type { Problem } from './tree'

export interface Misplaced {
  readonly problem: Problem
  /** The diagram without it, so that the rest is read. */
  readonly body: Mapped
}

export function misplacedFrontmatter({ body, frontmatter }: Prepared, source: string): Misplaced | undefined {
  const where = placeIn(body.text)
  if (!where) return undefined
  const marks = sourceSpan(body, span(where.start, where.start + 3))
  const start = source.lastIndexOf('\n', marks.start - 1) + 1
  const lines = span(start, sourceSpan(body, where).end)
  const { message, title, edits } = misplacement(source, lines, frontmatter?.span)
  const problem = { kind: 'syntax-error', span: marks, message, fixes: [{ title, edits }] }
  return { problem, body: replaced(body, [{ ...where, text: '' }]) }
}

type Misplacement = Pick<Problem, 'message'> & Problem['fixes'][number]

function misplacement(source: string, lines: Span, first: Span | undefined): Misplacement {
  const written = source.slice(lines.start, lines.end)
  const removed = { span: lines, text: '' }
  if (first) {
    const added = { span: span(first.end, first.end), text: `\n${betweenMarks(written)}` }
    return { message: second, title: 'Join it with the first', edits: [added, removed] }
  }
  const above = span(0, lines.start + written.search(/\S/))
  if (source.slice(above.start, above.end).trim() === '')
    return {
      ...(lines.start > 0
        ? { message: belowBlank, title: 'Remove the blank lines above' }
        : { message: indented, title: 'Remove the blanks before it' }),
      verbatim: true,
      edits: [{ span: above, text: '' }],
    }
  const edits = [{ span: span(0, 0), text: written }, removed]
  return { message: below, title: 'Move it to the top', edits }
}

const below =
  'Frontmatter must be the first lines of a diagram: below a directive, a comment or the header, Mermaid reads it as part of the diagram and draws nothing. Move it to the top'

const belowBlank =
  'Frontmatter begins in the first line of a diagram: below a blank line, Mermaid reads it as part of the diagram and draws an error, except where a page trims the text first. Remove what is blank above it'

const indented =
  'Frontmatter begins in the first column: behind blanks, Mermaid reads it as part of the diagram and draws an error, except where a page trims the text first. Remove the blanks before `---`'

const second =
  'A diagram has one frontmatter: Mermaid reads this second one as part of the diagram and draws nothing. Write its keys into the first'

/** The lines of frontmatter at the beginning, or right below the first line. */
function placeIn(text: string): Span | undefined {
  const first = lineEnd(text, 0)
  const below = first + text.slice(first).search(/\S|$/)
  const start = [0, below].find(at => /^---[^\S\n]*$/.test(text.slice(at, lineEnd(text, at))))
  if (start === undefined) return undefined
  let hasKey = false
  for (let at = lineEnd(text, start) + 1; at < text.length; at = lineEnd(text, at) + 1) {
    const line = text.slice(at, lineEnd(text, at))
    if (/^\s*---\s*$/.test(line)) return hasKey ? span(start, lineEnd(text, at) + 1) : undefined
    if (!/^\s*(?:[\w-]+:|- |#|$)/.test(line)) return undefined
    hasKey ||= line.includes(':')
  }
  return undefined
}

const betweenMarks = (written: string): string => written.trim().split('\n').slice(1, -1).join('\n')
