// Boundaries that are opened or closed in other words, and those without `}`.

import { type Span, span } from '../../text/span'
import { lineAround, lineEnd } from '../problems'
import { isEnd } from './habits'

interface Failure {
  readonly reading: string
  readonly at: Span
  readonly since: number
}

/** Failures without those that follow from a boundary that is opened or closed otherwise. */
export function withoutConsequences<F extends Failure>(failures: readonly F[], text: string): readonly F[] {
  let subgraphs = 0
  let opened = 0
  let closed = 0
  return failures.filter(({ reading, at, since }) => {
    if (reading === '}') return --closed < 0
    const { text: line } = lineAround(since, text)
    if (isEnd(line) && reading === 'statement') {
      if (subgraphs === 0) closed++
      return --subgraphs < 0
    }
    subgraphs = Math.max(0, subgraphs)
    if (/^[ \t]*subgraph[ \t]/.test(line)) subgraphs++
    else if (reading === 'statement' && text[at.start] === '}') return --opened < 0
    else if (reading === 'statement' && /\{[ \t]*$/.test(line)) opened++
    return true
  })
}

interface Opened {
  readonly indent: number
  readonly at: Span
}

/** Which boundaries lack their `}`, as the lines are indented; nothing where that tells of another number of them. */
export function unclosed(text: string, count: number): readonly Span[] {
  const open: Opened[] = []
  const missing: Opened[] = []
  for (const { index, 1: indent = '', 2: call, 3: brace } of text.matchAll(boundaryLine)) {
    const start = index + indent.length
    if (brace === undefined) {
      open.push({ indent: indent.length, at: span(start, start + (call ?? '').length) })
      continue
    }
    if (!open.some(each => each.indent === indent.length)) return []
    while (open.at(-1)?.indent !== indent.length) missing.push(open.pop()!)
    open.pop()
  }
  const all = [...missing, ...open].toSorted((a, b) => a.at.start - b.at.start)
  return all.length === count ? all.map(({ at }) => at) : []
}

const boundaryLine = /^([ \t]*)(?:(\w+\([^\n]*\))[ \t]*\{[ \t]*$|(\}))/gm

/** Where a boundary ends whose lines are indented further than its own; else the end of the text. */
export function endOfBoundary(start: number, text: string): { readonly at: number; readonly indent: string } {
  const line = lineAround(start, text)
  const indent = /^[ \t]*/.exec(line.text)![0]
  let last = line.end
  let count = 0
  for (let from = line.end + 1; from < text.length; from = lineEnd(text, from) + 1) {
    if (++count > mostLines) return { at: text.trimEnd().length, indent: '' }
    const end = lineEnd(text, from)
    const words = text.slice(from, end)
    if (words.trim() === '') continue
    if (words.search(/\S/) <= indent.length) break
    last = end
  }
  return last === line.end ? { at: text.trimEnd().length, indent: '' } : { at: last, indent }
}

/** As many as are looked at for each boundary. */
const mostLines = 200
