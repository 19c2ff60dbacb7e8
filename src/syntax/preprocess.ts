// What Mermaid does to a diagram's text before its parsers see it, undone in every offset: line breaks, HTML
// quotes, frontmatter, directives, comment lines, entities.

import type { Span } from '../text/span'
import type { Directive } from './directives'
import { type Cut, type Mapped, mapped, replaced, sourceSpan } from './source-map'

export interface Prepared {
  /** What the family's parser reads, and the way back. */
  readonly body: Mapped
  /** The lines between the `---` and their span in the author's text; `yaml` is what Mermaid reads of them. */
  readonly frontmatter?: { readonly text: string; readonly span: Span; readonly yaml: Mapped }
  /** The comment lines that Mermaid cuts, in the author's offsets, from the first `%`. */
  readonly comments: readonly Span[]
  readonly directives: readonly Directive[]
}

export function prepare(source: string): Prepared {
  const lines = withLineFeeds(mapped(source))
  const clean: Mapped = { ...lines, text: withSingleQuotesInTags(lines.text) }
  const matter = frontmatterOf(clean.text)
  const bare = matter ? replaced(clean, [{ start: 0, end: matter.length, text: '' }]) : clean
  const cuts = directiveCuts(bare.text)
  const directives = cuts.map(({ start, end }) => ({
    text: bare.text.slice(start, end),
    span: sourceSpan(bare, { start, end }),
  }))
  const directed = replaced(bare, cuts)
  const found = commentLines(directed.text)
  const comments = found.map(({ marks, end }) => sourceSpan(directed, { start: marks, end }))
  const uncommented = replaced(
    directed,
    found.map(line => ({ start: line.start, end: line.next, text: '' })),
  )
  const trimmed = replaced(uncommented, leadingSpace(uncommented.text))
  const styled = withoutStyleSemicolons(withoutStyleSemicolons(trimmed, 'style'), 'classDef')
  const encoded = replaced(styled, entities(styled.text))
  const end = encoded.text.length
  const body = replaced(encoded, [{ start: end, end, text: '\n' }])
  if (!matter) return { body, comments, directives }
  const span = sourceSpan(clean, { start: matter.start, end: matter.end })
  const frontmatter = { text: source.slice(span.start, span.end), span, yaml: yamlOf(clean, matter) }
  return { body, comments, directives, frontmatter }
}

/** Undoes the entity marks in a piece of the prepared text: `ﬂ°quot¶ß` is `#quot;` again. */
export function unmarked(text: string): string {
  return text.includes('ﬂ') ? text.replace(/ﬂ°{1,2}(\+?\w+)¶ß/g, '#$1;') : text
}

function withLineFeeds(from: Mapped): Mapped {
  if (!from.text.includes('\r')) return from
  const cuts: Cut[] = []
  for (const { index } of from.text.matchAll(/\r/g)) {
    cuts.push({ start: index, end: index + 1, text: from.text[index + 1] === '\n' ? '' : '\n' })
  }
  return replaced(from, cuts)
}

/** `<a href="x">` becomes `<a href='x'>`, so that labels may hold tags. */
function withSingleQuotesInTags(text: string): string {
  if (!text.includes('="')) return text
  let result = ''
  let done = 0
  const opening = /<\w/g
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = text.indexOf('>', match.index)
    if (end < 0) break
    result += text.slice(done, match.index) + text.slice(match.index, end).replace(/="([^"]*)"/g, "='$1'")
    done = end
    opening.lastIndex = end
  }
  return result + text.slice(done)
}

interface Matter {
  /** What stands before the `---`, and is taken away from every line that begins with it. */
  readonly indent: string
  readonly start: number
  readonly end: number
  /** How much of the text the frontmatter takes, with its fences and the blank lines after it. */
  readonly length: number
}

function frontmatterOf(text: string): Matter | undefined {
  const opening = /^([^\S\n]*)---(\s*)\n/.exec(text)
  if (!opening) return undefined
  const closing = new RegExp(`\\n${opening[1]}---(?=(\\s*))`, 'g')
  const first = text.indexOf('\n')
  let start = opening[0].length
  closing.lastIndex = first + 1
  let last: RegExpExecArray | undefined
  for (let match = closing.exec(text); match; match = closing.exec(text)) {
    if (!match[1]!.includes('\n')) continue
    if (match.index >= start) return { ...matterOf(text, start, match), indent: opening[1]! }
    last = match
  }
  if (!last) return undefined
  start = text.lastIndexOf('\n', last.index - 1) + 1
  return { ...matterOf(text, start, last), indent: opening[1]! }
}

function matterOf(text: string, start: number, closing: RegExpExecArray): Omit<Matter, 'indent'> {
  const after = closing.index + closing[0].length
  const length = text.lastIndexOf('\n', after + closing[1]!.length - 1) + 1
  return { start: Math.min(start, closing.index), end: closing.index, length }
}

function yamlOf(clean: Mapped, { indent, start, end }: Matter): Mapped {
  const { text } = clean
  const cuts: Cut[] = [{ start: 0, end: start, text: '' }]
  for (let at = start; indent !== '' && at < end; at = nextLine(text, at)) {
    if (text.startsWith(indent, at))
      cuts.push({ start: at, end: Math.min(at + indent.length, end), text: '' })
  }
  return replaced(clean, [...cuts, { start: end, end: text.length, text: '' }])
}

function nextLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  return feed < 0 ? text.length : feed + 1
}

/** Mermaid's own pattern. */
const directive = /%{2}\{\s*(?:(?:\w+)\s*:|(?:\w+))\s*(?:(?:\w+)|(?:(?:(?!\}%{2}).|\r?\n)*))?\s*(?:\}%{2})?/g

/** What Mermaid looks at to tell which kind of diagram a prepared text is: without anything behind `%%`. */
export function withoutHidden(text: string): string {
  const matter = text.trimStart().startsWith('---') ? frontmatterOf(text) : undefined
  const bare = matter ? text.slice(matter.length) : text
  if (!bare.includes('%%')) return bare
  const lines = bare.replace(directive, '').split('\n')
  const last = lines.pop() ?? ''
  const shown = lines.map(line => (line.includes('%%') ? line.slice(0, line.indexOf('%%')) : line))
  return [...shown, last].join('\n')
}

function directiveCuts(text: string): Cut[] {
  if (!text.includes('%%{')) return []
  return [...text.matchAll(directive)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    text: '',
  }))
}

interface CommentLine {
  /** Blank lines above go with it, as in Mermaid. */
  readonly start: number
  readonly marks: number
  readonly end: number
  readonly next: number
}

function commentLines(text: string): CommentLine[] {
  const found: CommentLine[] = []
  if (!text.includes('%%')) return found
  let blanks = 0
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf('\n', at)
    const end = feed < 0 ? text.length : feed
    const next = feed < 0 ? text.length : feed + 1
    const marks = skipBlanks(text, at)
    if (marks < end && text.startsWith('%%', marks) && marks + 2 < end && text[marks + 2] !== '{') {
      found.push({ start: blanks, marks, end, next })
      blanks = next
    } else if (marks < end) blanks = next
    at = next
  }
  return found
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '\n' && text[at]!.trim() === '') at++
  return at
}

function leadingSpace(text: string): Cut[] {
  const length = text.length - text.trimStart().length
  return length === 0 ? [] : [{ start: 0, end: length, text: '' }]
}

/** Mermaid drops the last `;` of a line like `style A fill:#fff;`, lest it read `#fff;` as an entity. */
function withoutStyleSemicolons(from: Mapped, keyword: string): Mapped {
  const { text } = from
  const cuts: Cut[] = []
  for (let at = text.indexOf(keyword); at >= 0; ) {
    const feed = text.indexOf('\n', at)
    const end = feed < 0 ? text.length : feed
    // In the line alone: a search in the whole text would go on to its beginning.
    const last = at + text.slice(at, end).lastIndexOf(';')
    if (last > at && hashValueBefore(text, at + keyword.length, last)) {
      cuts.push({ start: last, end: last + 1, text: '' })
    }
    at = text.indexOf(keyword, end)
  }
  return replaced(from, cuts)
}

/** Is there a `:` and, in the same word after it, a `#`? */
function hashValueBefore(text: string, from: number, end: number): boolean {
  let colon = false
  for (let at = from; at < end; at++) {
    const char = text[at]!
    if (char === ':') colon = true
    else if (char === '#' && colon) return true
    else if (colon && char.trim() === '') colon = false
  }
  return false
}

function entities(text: string): Cut[] {
  if (!text.includes('#')) return []
  return [...text.matchAll(/#(\w+);/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    text: /^\d+$/.test(match[1]!) ? `ﬂ°°${match[1]}¶ß` : `ﬂ°${match[1]}¶ß`,
  }))
}
