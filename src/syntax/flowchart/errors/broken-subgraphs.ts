// What is wrong with a subgraph: the line that opens it, or that nothing ends it.

import { type Span, span } from '../../../text/span'
import { lineAround, lineEnd } from '../../problems'
import type { Stretch } from '../../written-text'
import type { Failure } from '../statements'
import type { Advice } from './syntax-errors'

/** How to write the title in whose line something cannot be read; undefined in other lines. */
export function brokenTitle(text: string, at: Stretch): Advice | undefined {
  const { start, text: line } = lineAround(at.start, text)
  const head = /^[ \t]*subgraph[ \t]+(?=\S)/.exec(line)?.[0]
  if (head === undefined) return undefined
  const where = span(start + head.length, start + line.trimEnd().length)
  const written = text.slice(where.start, where.end)
  if (/[^{\s][ \t]*\{$/.test(written)) return braces(text, where)
  const classed = /^(.*[^\s:])[ \t]*:::[ \t]*([\w-]+)$/.exec(written)
  if (classed) return withClass(classed, where, text)
  const isEscaped = written.includes('\\"')
  const wanted = titleOf(written.replaceAll('\\"', '"'))
  const sign = at.start < where.start ? '' : (Array.from(text.slice(at.start, where.end).trim())[0] ?? '')
  const what = isEscaped
    ? 'A quote has no backslash before it here'
    : /[^\w"-]/.test(sign)
      ? `A subgraph's title that contains \`${sign}\` needs quotes`
      : whole
  return {
    at: sign === '' ? where : span(at.start, at.start + sign.length),
    message: wanted.length > 60 ? what : `${what}: write \`subgraph ${wanted}\``,
    fix: {
      title: 'Put the title in quotes',
      verbatim: wanted === `"${written}"`,
      edits: [{ at: where, text: wanted }],
    },
  }
}

/** `subgraph api[Orders]:::edge`: boxes get their class so; a group gets it below, once it is known. */
function withClass([, named = '', style = '']: readonly string[], where: Stretch, text: string): Advice {
  const [, id = '', title] = /^([\w-]+)(?:[ \t]*\["?([^\]"]+)"?\])?$/.exec(named) ?? []
  const start = where.start + named.length
  const end = text.trimEnd().length
  const message = `A subgraph takes no class in its own line: write \`class ${id || 'ID'} ${style}\` below its \`end\``
  if (id === '') return { at: span(start, where.end), message }
  const header = title === undefined ? id : `${id}["${title}"]`
  const edits = [
    { at: where, text: header },
    { at: span(end, end), text: `\nclass ${id} ${style}` },
  ]
  return {
    at: span(start, where.end),
    message,
    fix: { title: `Write \`class ${id} ${style}\` below`, edits },
  }
}

const whole = 'Quotes must enclose the whole title of a subgraph'

/** `orders(Order service)` has an id and a title, `Orders (new)` is a title. */
function titleOf(written: string): string {
  const bracketed = /^([\w-]+)(?:[({]+| ?\[)"?([^"()[\]{}]+)"?[)}\]]+$/.exec(written)
  const [, id, title] = bracketed ?? /^([\w-]+) ?:? ?"([^"]+)"$/.exec(written) ?? []
  if (id !== undefined && title !== undefined) return `${id}["${title}"]`
  const bare = /^(?:\[[^[\]]*\]|\([^()]*\))$/.test(written) ? written.slice(1, -1) : written
  return `"${bare.replaceAll('"', '')}"`
}

/** `subgraph orders {` and the next `}` that stands as far to the right. */
function braces(text: string, { start, end }: Stretch): Advice {
  const line = text.lastIndexOf('\n', start) + 1
  const indent = /^[ \t]*/.exec(text.slice(line, start))?.[0] ?? ''
  const closing = text.indexOf(`\n${indent}}`, end)
  const name = text.slice(start, end - 1).trimEnd().length
  const edits = [{ at: span(start + name, end), text: '' }]
  const brace = closing + 1 + indent.length
  const closed = closing < 0 ? edits : [...edits, { at: span(brace, brace + 1), text: 'end' }]
  return {
    at: span(end - 1, end),
    message: 'A subgraph has no braces: remove `{`, and write `end` instead of `}`',
    fix: { title: 'Write `end` instead of braces', edits: closed },
  }
}

/** A subgraph without `end`, and the line above which that belongs. */
interface MissingEnd {
  readonly at: Span
  readonly next: Span
}

interface Opened {
  readonly column: number
  readonly at: Span
}

/** What to say of each subgraph that is open at the end of the text, in their order. */
export function missingEndsOf(failures: readonly Failure[], text: string): ReadonlyMap<Failure, Advice> {
  const open = failures.filter(({ reading }) => reading === 'end of subgraph')
  const known = open.length === 0 ? [] : missingEnds(text, open.length)
  return new Map(open.map((failure, index) => [failure, adviceOf(known[index], text)]))
}

function adviceOf(missing: MissingEnd | undefined, text: string): Advice {
  if (!missing) {
    const end = text.trimEnd().length
    const edits = [{ at: span(end, end), text: '\nend' }]
    return { message: 'This subgraph has no `end`', fix: { title: 'Add `end`', edits } }
  }
  const { at, next } = missing
  const following = text.slice(next.start, next.end)
  const where = /^end\b/.test(following)
    ? 'the `end` of the subgraph around it'
    : following.length > 50
      ? 'the next `subgraph`'
      : `\`${following}\``
  const end = text.slice(0, next.start).trimEnd().length
  const indent = text.slice(lineAround(at.start, text).start, at.start)
  const edits = [{ at: span(end, end), text: `\n${indent}end` }]
  return {
    at,
    message: `This subgraph has no \`end\`: write it above ${where}`,
    fix: { title: 'Add `end`', edits },
  }
}

/** In order of the text; nothing where the lines aren't indented by subgraphs, or tell of another number of them. */
function missingEnds(text: string, count: number): readonly MissingEnd[] {
  const open: Opened[] = []
  const missing: MissingEnd[] = []
  for (const { index, 1: indent = '', 2: keyword = '' } of text.matchAll(groupLine)) {
    const column = columnOf(indent)
    const at = span(index + indent.length, lineEnd(text, index))
    const isEnd = keyword === 'end'
    for (let last = open.at(-1); last && last.column >= column; last = open.at(-1)) {
      if (isEnd && last.column === column) break
      missing.push({ at: last.at, next: at })
      open.pop()
    }
    if (!isEnd && !isIndented(text, at.end, column)) return []
    if (!isEnd) open.push({ column, at })
    else if (open.pop()?.column !== column) return []
  }
  return open.length === 0 && missing.length === count ? missing : []
}

const groupLine = /^([ \t]*)(subgraph\b|end(?=[ \t;]*$))/gm

const columnOf = (indent: string): number => indent.replaceAll('\t', '    ').length

/** Whether the line below a header stands further to the right. */
const isIndented = (text: string, end: number, column: number): boolean => {
  const start = end + text.slice(end).search(/\S|$/)
  return columnOf(text.slice(lineAround(start, text).start, start)) > column
}
