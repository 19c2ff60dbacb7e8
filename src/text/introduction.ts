// What introduces a place in a document: the headings it stands under and the paragraph before it.

import { blockLines } from './blocks'
import { type Heading, headingsAround, headingsOf } from './headings'
import { type Language, markupOf } from './languages'
import { textsInside } from './texts-inside'

export interface Introduction {
  /** The headings it stands under, outermost first. */
  readonly headings: readonly string[]
  /** The end of the paragraph before it; '' where a heading or another block stands there. */
  readonly before: string
}

/** A paragraph's end says what follows. */
const longestBefore = 300

/** Introductions of offsets in a source; a bare diagram has none. */
export function introductionsIn(source: string, language: Language): (offset: number) => Introduction {
  if (markupOf(language) === 'none') return () => ({ headings: [], before: '' })
  let headings: readonly Heading[] | undefined
  const textBefore = textBeforeIn(source, language)
  return offset => {
    headings ??= headingsOf(source, language)
    return {
      headings: headingsAround(headings, offset).map(({ text }) => text),
      before: paragraphBefore(textBefore(offset).slice(-4 * longestBefore)),
    }
  }
}

/** What a reader has before them: in a notebook the cell up to there, in code the comment. */
function textBeforeIn(source: string, language: Language): (offset: number) => string {
  const texts = textsInside(source, language)
  if (!texts) return offset => source.slice(Math.max(0, offset - 4 * longestBefore), offset)
  return offset => {
    const around = texts.find(({ fromSource }) => fromSource(offset) !== undefined)
    return around ? around.text.slice(0, around.fromSource(offset)) : ''
  }
}

/** The last lines of text, unless a heading or another block stands between. */
function paragraphBefore(text: string): string {
  const lines = blockLines(text).map(({ start, end }) => text.slice(start, end).trim())
  const said: string[] = []
  // The line that opens the diagram's own block stands last.
  for (const line of lines.slice(0, -1).reverse()) {
    if (endsParagraph.test(line) || (said.length > 0 && (line === '' || announces.test(line)))) break
    if (line !== '' && !announces.test(line)) said.unshift(line)
  }
  return said.join(' ').slice(-longestBefore)
}

/** A heading, a fence, a tag, a rule. */
const endsParagraph = /^(?:#|[`~]{3}|<|(?:-{3}|\*{3,}|_{3,})$)/

/** What announces a block in AsciiDoc and reStructuredText. */
const announces = /^(?:\.\. |\[|[-=.]{4})/
