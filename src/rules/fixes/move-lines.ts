// Lines of a flowchart that stand in the wrong place, moved behind all others.

import type { Edit } from '../../text/edit'
import { lineToRemove } from '../../text/lines'
import type { Span } from '../../text/span'

/** None where something else stands in one of the lines. */
export function movedToEnd(text: string, statements: readonly Span[]): readonly Edit[] | undefined {
  const inOrder = statements.toSorted((a, b) => a.start - b.start)
  const written = inOrder.map(each => aloneIn(text, each))
  if (written.some(line => line === undefined)) return undefined
  const end = text.trimEnd().length
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', end - 1) + 1))?.[0] ?? ''
  const last = inOrder.at(-1)
  if (last === undefined || last.end >= end) return undefined
  return [
    ...inOrder.map(each => ({ span: lineToRemove(text, each), text: '' })),
    { span: { start: end, end }, text: written.map(line => `\n${indent}${line}`).join('') },
  ]
}

/** What its line says, if that is all of it. Of a `click` the statement is read from the id to the last quote. */
function aloneIn(text: string, { start, end }: Span): string | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', start)
  const line = text.slice(from, next < 0 ? text.length : next).trim()
  const isAlone = bare(line.replace(/^click\s+/, '')) === bare(text.slice(start, end))
  return isAlone ? line : undefined
}

const bare = (statement: string): string => statement.trim().replace(/"?;?$/, '').trimEnd()
