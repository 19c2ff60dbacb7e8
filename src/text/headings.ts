// The headings of a document: what each of its parts is called.

import { linesIn } from './blocks'
import type { Language } from './diagrams'
import { fencesOf } from './fences'
import { contains } from './span'

export interface Heading {
  /** Where its line starts. */
  readonly start: number
  /** 1 for the outermost. */
  readonly level: number
  readonly text: string
}

/** The headings in order; none in a bare diagram. */
export function headingsOf(source: string, language: Language): readonly Heading[] {
  switch (language) {
    case 'mermaid':
      return []
    case 'markdown':
    case 'mdx':
      return inMarkdown(source, language === 'mdx')
    case 'html':
      return inHtml(source)
    case 'asciidoc':
      return marked(source, /^(={1,6})[ \t]+(.+?)(?:[ \t]+=+)?$/)
    case 'restructuredtext':
      return underlined(source, /^([=\-~^"'#*+`:.])\1{2,}$/)
  }
}

function inMarkdown(source: string, mdx: boolean): readonly Heading[] {
  const body = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?^(?:---|\.\.\.)[ \t]*$/m.exec(source)?.[0].length ?? 0
  const fences = fencesOf(source, { mdx })
  return [
    ...marked(source, /^ {0,3}(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?$/),
    ...underlined(source, /^ {0,3}([=-])\1+$/, ['=', '-']),
    ...inHtml(source),
  ]
    .filter(({ start }) => start >= body && !fences.some(({ span }) => contains(span, start)))
    .sort((a, b) => a.start - b.start)
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

/** Lines that begin with as many marks as their level. */
function marked(source: string, pattern: RegExp): readonly Heading[] {
  return linesIn(source).flatMap(({ start, end }) => {
    const [, marks = '', text = ''] = pattern.exec(source.slice(start, end).trimEnd()) ?? []
    return marks === '' ? [] : [{ start, level: marks.length, text }]
  })
}

/** Lines above a line of marks. Where the language gives the marks no levels, the one used first is the outermost. */
function underlined(source: string, pattern: RegExp, levels: readonly string[] = []): readonly Heading[] {
  const known = [...levels]
  const lines = linesIn(source)
  return lines.flatMap(({ start, end }, index) => {
    const next = lines[index + 1]
    const text = source.slice(start, end).trim()
    const mark = next && pattern.exec(source.slice(next.start, next.end).trimEnd())?.[1]
    if (!mark || text === '' || pattern.test(text)) return []
    if (!known.includes(mark)) known.push(mark)
    return [{ start, level: known.indexOf(mark) + 1, text }]
  })
}
