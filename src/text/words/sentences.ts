// The sentences of a document: what it says around its diagrams, statement by statement.

import { headingsAlong, headingsOf } from '../headings'
import { keptForLast } from '../kept-for-last'
import type { Language } from '../languages'
import type { Span } from '../span'
import { proseSpans } from './prose'

export interface Sentence {
  /** With its line breaks as blanks. */
  readonly text: string
  /** In the source. */
  readonly span: Span
  /** What it stands under, outermost first: headings, and the line that introduces a list. */
  readonly headings: readonly string[]
}

/** Sentences of paragraphs, items of lists and rows of tables, in order; headings are none. */
export const sentencesOf = keptForLast((source, language: Language): readonly Sentence[] => {
  const headingsAt = headingsAlong(headingsOf(source, language))
  const visible = source.replace(comment, unseen)
  return proseSpans(source, language).flatMap(span =>
    [...introduced(visible, paragraphsIn(visible, span))].flatMap(({ paragraph, under }) => {
      const headings = [...headingsAt(paragraph.start).map(({ text }) => text), ...under]
      return sentencesIn(visible, paragraph).map(sentence => ({
        text: visible.slice(sentence.start, sentence.end).replace(/\s/g, ' '),
        span: sentence,
        headings,
      }))
    }),
  )
})

const comment = /<!--[\s\S]*?(?:-->|$)/g

const unseen = (text: string): string => text.replace(/[^\n]/g, ' ')

/** What stands together: lines up to an empty one, an item, a row. Indented code is none. */
function paragraphsIn(source: string, { start, end }: Span): readonly Span[] {
  const paragraphs: Span[] = []
  let goesOn = false
  let isListed = false
  let at = start
  for (const line of source.slice(start, end).split('\n')) {
    const stop = at + line.length
    const last = paragraphs.at(-1)
    isListed = begins.test(line) || (isListed && !/^\S/.test(line))
    if (apart.test(line)) goesOn = false
    else if (goesOn && last && !begins.test(line)) paragraphs[paragraphs.length - 1] = { ...last, end: stop }
    else if (isListed || !indented.test(line)) {
      paragraphs.push({ start: at, end: stop })
      goesOn = !row.test(line)
    }
    at = stop + 1
  }
  return paragraphs
}

/** Empty, a heading, a rule, or what fences something. */
const apart = /^[\s>]*(?:#{1,6}\s.*|[-=*_]{3,}\s*|(?:`{3}|~{3}|:{3}).*)?$/
const begins = /^[\s>]*(?:[-*+]\s|\d{1,3}[.)]\s|\|)/
const row = /^[\s>]*\|/
const indented = /^(?: {4}|\t)/

/** Each with what introduces it: “Rejected:” above a list. */
function* introduced(source: string, paragraphs: readonly Span[]) {
  let above: readonly string[] = []
  for (const paragraph of paragraphs) {
    const text = source.slice(paragraph.start, paragraph.end)
    yield { paragraph, under: above }
    if (introduces(text)) above = [text]
    else if (!begins.test(text)) above = []
  }
}

const introduces = (text: string): boolean => /[:：][*_]{0,4}$|^[\s>]*\*\*[^*]+\*\*$/.test(text.trimEnd())

function sentencesIn(source: string, { start, end }: Span): readonly Span[] {
  const sentences: Span[] = []
  let from = start
  const text = source.slice(start, end)
  for (const { index, 0: mark } of text.matchAll(sentenceEnd)) {
    if (itemNumber.test(text.slice(0, index))) continue
    sentences.push({ start: from, end: start + index + mark.length })
    from = start + index + mark.length
  }
  sentences.push({ start: from, end })
  return sentences.flatMap(span => trimmed(source, span))
}

/** Abbreviations end none. */
const sentenceEnd = /(?<!\b(?:e\.g|i\.e|z\.B|d\.h|approx|etc|ca|vs|no|resp|bzw|ggf))[.!?](?=\s)|[。！？]/gi

const itemNumber = /^[\s>]{0,20}\d{1,3}$/

function trimmed(source: string, { start, end }: Span): readonly Span[] {
  const text = source.slice(start, end)
  const lead = /^[\s>|*+-]*(?:\d{1,3}[.)]\s)?/.exec(text)?.[0].length ?? 0
  const length = text.trimEnd().length
  return length > lead ? [{ start: start + lead, end: start + length }] : []
}
