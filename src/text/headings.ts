// The headings of a document: what each of its parts is called.

import { blockLines } from './blocks'
import { readFences } from './fences'
import { keptForLast } from './kept-for-last'
import { type Language, markupOf } from './languages'
import { insideOf } from './span'
import { textsInside } from './texts-inside'

export interface Heading {
  /** Where its line starts. */
  readonly start: number
  /** 1 for the outermost. */
  readonly level: number
  readonly text: string
}

/** The headings in order; none in a bare diagram. */
export const headingsOf = keptForLast((source, language: Language): readonly Heading[] => {
  switch (markupOf(language)) {
    case 'none':
      return []
    case 'markdown':
      return inMarkdown(source, language === 'mdx')
    case 'notebook':
    case 'comments':
      return (textsInside(source, language) ?? []).flatMap(inside =>
        inMarkdown(inside.text, false).map(heading => ({
          ...heading,
          start: inside.toSource(heading.start),
        })),
      )
    case 'html':
      return inHtml(source)
    case 'asciidoc':
      return marked(source, headingMarks['='])
    case 'restructuredtext':
      return underlined(source, /^([=\-~^"'#*+`:.])\1{2,}$/)
  }
})

/** The headings that an offset stands under, outermost first. */
export const headingsAround = (headings: readonly Heading[], offset: number): readonly Heading[] =>
  headingsAlong(headings)(offset)

/** The same for offsets that are asked in their order. */
export function headingsAlong(headings: readonly Heading[]): (offset: number) => readonly Heading[] {
  const around: Heading[] = []
  let next = 0
  return offset => {
    for (let heading = headings[next]; heading && heading.start <= offset; heading = headings[++next]) {
      while ((around.at(-1)?.level ?? 0) >= heading.level) around.pop()
      around.push(heading)
    }
    return [...around]
  }
}

function inMarkdown(source: string, mdx: boolean): readonly Heading[] {
  const body = frontmatterEnd(source)
  const isFenced = insideOf(readFences(source, { mdx }).fences.map(({ span }) => span))
  return [
    ...marked(source, headingMarks['#']),
    ...underlined(source, /^ {0,3}([=-])\1+$/, ['=', '-']).filter(({ text }) => !fenceMarks.test(text)),
    ...inHtml(source),
  ]
    .filter(({ start }) => start >= body && !isFenced(start))
    .sort((a, b) => a.start - b.start)
}

/** A line of dashes below is a diagram's frontmatter, or a rule behind a closed fence. */
const fenceMarks = /^(?:`{3}|~{3}|:{3})/

/** Where the frontmatter ends, 0 without one. */
function frontmatterEnd(source: string): number {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(source)?.[0].length
  if (opening === undefined) return 0
  const closing = /^(?:---|\.\.\.)[ \t]*$/gm
  closing.lastIndex = opening
  return closing.exec(source) ? closing.lastIndex : 0
}

function inHtml(source: string): readonly Heading[] {
  return [...source.matchAll(/<h([1-6])\b[^<>]*>([^<]*)/gi)].map(
    ({ index, 1: level = '', 2: text = '' }) => ({
      start: index,
      level: Number(level),
      text: text.trim(),
    }),
  )
}

const headingMarks = { '#': /^ {0,3}(#{1,6})(?=[ \t])/, '=': /^(={1,6})(?=[ \t])/ }

/** Lines that begin with as many marks as their level; marks at the end, behind a blank, are no part of the text. */
function marked(source: string, opening: RegExp): readonly Heading[] {
  return blockLines(source).flatMap(({ start, end }) => {
    const line = source.slice(start, end)
    const [whole = '', marks = ''] = opening.exec(line) ?? []
    if (marks === '') return []
    const text = withoutClosing(line.slice(whole.length).trim(), marks[0])
    return text === '' ? [] : [{ start, level: marks.length, text }]
  })
}

function withoutClosing(text: string, mark: string | undefined): string {
  let end = text.length
  while (end > 0 && text[end - 1] === mark) end--
  const isApart = end > 0 && end < text.length && /\s/.test(text[end - 1]!)
  return isApart ? text.slice(0, end).trimEnd() : text
}

/** Lines above a line of marks. Where the language gives the marks no levels, the one used first is the outermost. */
function underlined(source: string, pattern: RegExp, levels: readonly string[] = []): readonly Heading[] {
  const known = [...levels]
  const lines = blockLines(source)
  return lines.flatMap(({ start, end }, index) => {
    const next = lines[index + 1]
    const mark = next && pattern.exec(source.slice(next.start, next.end).trimEnd())?.[1]
    if (!mark) return []
    const text = source.slice(start, end).trim()
    if (text === '' || pattern.test(text)) return []
    if (!known.includes(mark)) known.push(mark)
    return [{ start, level: known.indexOf(mark) + 1, text }]
  })
}
