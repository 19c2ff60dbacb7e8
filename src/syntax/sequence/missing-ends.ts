// Which blocks lack their `end`: Mermaid only knows how many; how the lines are indented tells which.

import { type Span, span } from '../../text/span'
import { lineEnd } from '../problems'
import { opening } from './keywords'

interface Opened {
  readonly indent: string
  readonly keyword: string
  readonly at: Span
  /** Begins in the column of a block of its kind that is still open: meant as another branch of that. */
  readonly isBranch: boolean
}

/** A block without `end`, and the word that a branch begins with where it is meant as one. */
export interface MissingEnd {
  readonly at: Span
  readonly keyword: string
  readonly branch?: string
}

/** What the branches of a block begin with. */
const branches: Readonly<Record<string, string>> = { alt: 'else', par: 'and', critical: 'option' }

/** In order of the text; nothing where the lines aren't indented by blocks, or tell of another number of them. */
export function missingEnds(text: string, count: number): readonly MissingEnd[] {
  const open: Opened[] = []
  const missing: Opened[] = []
  for (const { index, 0: line, 1: indent = '', 2: keyword = '' } of text.matchAll(blockLine)) {
    if (keyword.toLowerCase() !== 'end') {
      const last = open.at(-1)
      const isBranch = last?.indent === indent && last.keyword === keyword && keyword in branches
      const start = index + indent.length
      open.push({ indent, keyword, at: span(start, lineEnd(text, start)), isBranch })
    } else {
      // `end loop` opens a loop.
      if (line.trim() !== keyword || !open.some(each => each.indent === indent)) return []
      while (open.at(-1)?.indent !== indent || open.at(-1)?.isBranch) missing.push(open.pop()!)
      open.pop()
    }
  }
  const all = [...missing, ...open].toSorted((a, b) => a.at.start - b.at.start)
  return all.length === count ? all.map(asMissing) : []
}

const blockLine = new RegExp(String.raw`^([ \t]*)(${opening}|end)(?=[ \t;]|$)[^\n]*`, 'gim')

const asMissing = ({ at, keyword, isBranch }: Opened): MissingEnd => ({
  at,
  keyword,
  ...(isBranch && { branch: branches[keyword] }),
})
