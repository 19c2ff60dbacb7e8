// A label cut into what its grammar is made of: words, figures, links such as `=`, and breaks such as `,`.

import { durationIn, durationUnit } from '../metadata/values'
import { cutUnspaced, inEnglish } from './words-abroad'

export interface LabelWord {
  readonly kind: 'word' | 'figure' | 'link' | 'compare' | 'plus' | 'break'
  /** As written, without a full stop at its end; words of other languages that belong to figures are English here. */
  readonly text: string
  /** In small letters, for comparing. */
  readonly low: string
  readonly figure?: LabelFigure
  readonly start: number
  readonly end: number
}

/** What a word counts or measures. */
export type LabelFigure = 'duration' | 'percent' | 'number' | 'multiple'

/**
 * Cuts a label in one pass. Commas, brackets, quotes, `<br/>`, line ends and blank-surrounded dashes and slashes break,
 * and so do step numbers and what stands in braces, which is sent and not said; `:`, `=`, `~` link; a number and its
 * unit are one figure even with a blank between them.
 */
export function labelWords(label: string): readonly LabelWord[] {
  const words: LabelWord[] = []
  for (const { 0: text, index } of withoutPayloads(label).matchAll(piece)) {
    const ordinal = isOrdinal(text, words.at(-1), label.slice(index + text.length, index + text.length + 2))
    const found = ordinal ? [breakAt(text, index)] : wordsAt(text, index)
    for (const part of found.flatMap(word => (isCompound(word) ? parts(word) : [word]))) {
      const figure = joined(words.at(-1), part, label)
      if (figure) words.pop()
      const word = figure ?? part
      const sum = added(words.at(-1), word, label)
      if (sum) words.pop()
      words.push(sum ?? word)
    }
  }
  return words
}

/** A word, or several that stand together without blanks; paths and tags are one. */
const wordsAt = (text: string, start: number): readonly LabelWord[] =>
  (/^[/<]/.test(text) || text.includes('://') ? [{ text, start: 0 }] : cutUnspaced(text)).map(piece =>
    wordOf(piece.text, start + piece.start, kindOf(piece.text)),
  )

/** In turn: a tag, a URL, a path, a number with a decimal comma, one with its thousands apart, several with one unit, a word, a mark. */
const piece =
  /<\/?[a-z][^<>]{0,200}>|[a-z][a-z0-9+.-]{0,20}:\/\/[^\s,;|"'<>()]+|(?<!\w)\/(?=[\w{:*])[^\s,;|"'<>()]*|(?<![\w,.])(?:9\d,\d{1,4}|\d{1,3},\d{1,2})[ \t]?%|(?<![\w,.])\d{1,3},\d{1,2}[ \t]?(?:[mµu]?s|sec|min|Sek\w{0,5})(?![\w,])|(?<![\w,])\d{1,3}(?:,\d{3})+(?![\d,])[\p{L}µ%]*|(?<![\w,.])\d{1,4}(?:,\d{1,4})+[\p{L}µ%]+|[^\s,;()[\]{}|"'`“”‘’«»·•→←↔&<>=:~≈≤≥+，；、。（）「」：＝]+|[^\S \t]|\S/giu

/** `{ attempts: 3 }` blotted out, so that all else keeps its place; a path's `{id}` and what is never closed stay. */
function withoutPayloads(label: string): string {
  return label.replace(/(?<![/\w.{-])\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, payload =>
    '\n'.repeat(payload.length),
  )
}

/** `11. Retry`, `3) check`, `(4a) charge`, `5: send`, `#6 notify` at the beginning of a part, but no `(30s)`; `step 3` anywhere. */
function isOrdinal(text: string, last: LabelWord | undefined, rest: string): boolean {
  if (last !== undefined && numbered.has(last.low)) return /^\d{1,3}[a-z]?[.:]?$/i.test(text)
  if ((last !== undefined && last.kind !== 'break') || durationIn(text) !== undefined) return false
  return (
    (/^\d{1,3}[a-z]?$/i.test(text) && /^[):\]]\s/.test(rest)) || /^(?:\d{1,3}[a-z]?\.|#\d{1,3})$/i.test(text)
  )
}

const numbered = new Set(['step', 'phase', 'stage', 'option'])

const breakAt = (text: string, start: number): LabelWord => ({
  kind: 'break',
  text,
  low: text,
  start,
  end: start + text.length,
})

function kindOf(text: string): LabelWord['kind'] {
  if (text.length === 1) return marks.get(text) ?? (text.trim() === '' ? 'break' : 'word')
  if (text.startsWith('<')) return /^<br/i.test(text) ? 'break' : 'link'
  return /^[-–—/\\]+$/.test(text) ? 'break' : 'word'
}

const marks = new Map<string, LabelWord['kind']>([
  ...Array.from(',;()[]{}|"\'`“”‘’«»·•→←↔&-–—/\\，；、。（）「」', mark => [mark, 'break'] as const),
  ...Array.from('=:~≈：＝', mark => [mark, 'link'] as const),
  ...Array.from('<>≤≥', mark => [mark, 'compare'] as const),
  ['+', 'plus'],
])

/** `fire-and-forget`, `idle_timeout`, `maxRetries`, `3-node`: each part is a word. */
function parts({ text, start }: LabelWord): LabelWord[] {
  return [...text.matchAll(/[\d.]+|[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g)].map(({ 0: part, index }) =>
    wordOf(part, start + index, 'word'),
  )
}

function isCompound({ text }: LabelWord): boolean {
  return /^(?:\d[\d.]*|[a-z]+)(?:[-_][a-z]+)+$/i.test(text) || /^[a-z]{2,}(?:[A-Z][a-z]+)+$/.test(text)
}

function wordOf(text: string, start: number, kind: LabelWord['kind']): LabelWord {
  const plain = withoutFullStop(text) || text
  const written = inEnglish(plain.toLowerCase()) ?? thousands(plain)
  const figure = figureIn(written)
  const low = written.toLowerCase()
  return {
    text: written,
    low,
    start,
    end: start + text.length,
    kind: figure ? 'figure' : kind,
    ...(figure && { figure }),
  }
}

/** `1,500ms` as `1500ms`. `100,200ms` may be two waits, and stays what no figure is. */
const thousands = (text: string): string => {
  if (withDecimalComma.test(text)) return text.replace(',', '.').replace(/\s/g, '')
  return /^\d{1,2},\d{3}/.test(text) || !text.includes(',') ? text.replaceAll(',', '') : text
}

/** `99,95%`, `1,5s`. Of two digits behind it, `10,20ms` may be two waits, and stays what no figure is. */
const withDecimalComma = /^(?:9\d,\d{1,4}|\d{1,3},\d)\s?(?:%|[a-zµ]+)$/i

/** `2s.` without the end of its sentence. */
const withoutFullStop = (text: string): string => text.replace(/(?<![.!?])[.!?]+$/, '')

function figureIn(text: string): LabelFigure | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return 'number'
  if (/^\d+(?:\.\d+)?%$/.test(text)) return 'percent'
  if (/^(?:[x×]\d{1,3}(?:\.\d+)?|\d{1,3}[x×])$/i.test(text)) return 'multiple'
  return /^\d/.test(text) && durationIn(text) !== undefined ? 'duration' : undefined
}

/** A number and, after a blank at most, its unit. */
function joined(last: LabelWord | undefined, word: LabelWord, label: string): LabelWord | undefined {
  if (last?.figure !== 'number' || word.kind !== 'word') return undefined
  const between = label.slice(last.end, word.start)
  const figure = word.text === '%' ? 'percent' : isUnit(word.text) ? 'duration' : undefined
  if (figure === undefined || !/^[ \t-]?$/.test(between)) return undefined
  const text = last.text + word.text
  return {
    text,
    low: text.toLowerCase(),
    start: last.start,
    end: word.start + withoutFullStop(label.slice(word.start, word.end)).length,
    kind: 'figure',
    figure,
  }
}

/** `1m 30s` and `2 hours 15 minutes`: a duration and, after a blank, less than one more of it in the next smaller unit. */
function added(last: LabelWord | undefined, word: LabelWord, label: string): LabelWord | undefined {
  if (last?.figure !== 'duration' || word.figure !== 'duration') return undefined
  const [whole, part] = [unitOf(last.text), unitOf(word.text)]
  const isNext = whole !== undefined && part !== undefined && smaller.get(whole) === part
  if (!isNext || (durationIn(word.text) ?? whole) >= whole) return undefined
  if (!/^[ \t]$/.test(label.slice(last.end, word.start))) return undefined
  const text = last.text + word.text
  return {
    text,
    low: text.toLowerCase(),
    start: last.start,
    end: word.end,
    kind: 'figure',
    figure: 'duration',
  }
}

/** Milliseconds of the unit of a duration that has only one. */
const unitOf = (text: string): number | undefined => durationUnit(text.replace(/^\d+\s*/, ''))

const smaller = new Map([
  [86_400_000, 3_600_000],
  [3_600_000, 60_000],
  [60_000, 1000],
])

/** Units that stand alone; a lone `m`, `h` or `d` is too often something else. */
function isUnit(text: string): boolean {
  return text.length > 1 ? durationUnit(text) !== undefined : text === 's'
}

/** A whole number, `x3`, `once` or `twice`. */
export function wholeNumberIn(word: LabelWord | undefined): number | undefined {
  if (word?.figure === 'number' && !word.text.includes('.')) return Number(word.text)
  if (word?.figure === 'multiple' && !word.text.includes('.')) return Number(word.text.replace(/[x×]/gi, ''))
  return word?.low === 'once' ? 1 : word?.low === 'twice' ? 2 : undefined
}
