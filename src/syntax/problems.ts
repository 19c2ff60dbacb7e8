// Problems at their place: something that can be underlined, and fixes in the author's offsets.

import { type Span, span } from '../text/span'
import { isHeader } from './detect'
import type { Problem } from './tree'

export interface Explained {
  readonly at: Span
  readonly message: string
  readonly title?: string
  /** See `Problem`. */
  readonly verbatim?: boolean
  /** See `Problem`. */
  readonly leavesGroupsOpen?: true
  /** In offsets of the same text as `at`. */
  readonly edits?: readonly { readonly at: Span; readonly text: string }[]
}

/** A syntax error as a problem; `spanOf` leads from the prepared text to the author's. */
export function syntaxError(explained: Explained, text: string, spanOf: (span: Span) => Span): Problem {
  const { at, message, title, edits, verbatim, leavesGroupsOpen } = explained
  const fixes =
    title && edits
      ? [
          {
            title,
            edits: edits.map(edit => ({ span: spanOf(edit.at), text: edit.text })),
            ...(verbatim && { verbatim }),
          },
        ]
      : []
  const problem = { kind: 'syntax-error', span: spanOf(visibleSpan(at, text)), message, fixes }
  return leavesGroupsOpen ? { ...problem, leavesGroupsOpen } : problem
}

/** Never a line break alone: then the last thing before it. */
export function visibleSpan({ start, end }: Span, text: string): Span {
  const trimmed = text.slice(start, end).trimEnd()
  const lead = trimmed.length - trimmed.trimStart().length
  if (trimmed !== '') return span(start + lead, start + trimmed.length)
  const before = text.slice(0, start).trimEnd().length
  return span(Math.max(0, before - 1), before)
}

export function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  return feed < 0 ? text.length : feed
}

/** A line without the feed that ends it. */
export interface Line extends Span {
  readonly text: string
}

export function lineAround(offset: number, text: string): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = lineEnd(text, start)
  return { start, end, text: text.slice(start, end) }
}

/** What makes problems of the failures of one family's parser, given how one of them is explained. */
export const problemsAs =
  <Failure>(explain: (failure: Failure, text: string) => Explained) =>
  (failures: readonly Failure[], text: string, spanOf: (at: Span) => Span): Problem[] =>
    failures.map(failure => syntaxError(explain(failure, text), text, spanOf))

/** That something else was expected than what was found; nothing is found at the end of a line. */
export const unexpected = (found: string, expected: string): string =>
  found === '' ? `The line ends too early: ${expected}` : `Found \`${found}\`: ${expected}`

/** A header where a statement should stand: the first one again, or that of another diagram. */
export function secondHeader(at: number, text: string): Explained | undefined {
  const { start, end, text: written } = lineAround(at, text)
  const line = written.trim()
  if (!isHeader(line)) return undefined
  const first = text.slice(0, lineEnd(text, 0)).trim()
  const message =
    line === first
      ? `\`${line}\` appears twice: remove this line`
      : `A diagram can have only one header: remove \`${line}\`, or move what follows into a diagram of its own`
  const edits = [{ at: span(start, Math.min(end + 1, text.length)), text: '' }]
  return { at: span(start, end), message, title: 'Remove this line', verbatim: line === first, edits }
}
