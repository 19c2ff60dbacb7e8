// The line that opens a subgraph, where Mermaid refuses what it calls it.

import { span } from '../../text/span'
import { lineAround } from '../problems'
import type { Stretch } from '../written-text'
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
  const wanted = titleOf(written)
  const sign = at.start < where.start ? '' : (Array.from(text.slice(at.start, where.end).trim())[0] ?? '')
  const what = /[^\w"-]/.test(sign) ? `A subgraph's title that contains \`${sign}\` needs quotes` : whole
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
