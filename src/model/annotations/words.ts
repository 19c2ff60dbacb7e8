// A label cut into what its grammar is made of: words, figures, links such as `=`, and breaks such as `,`.

import { durationIn, durationUnit } from './values'

export interface Word {
  readonly kind: 'word' | 'figure' | 'link' | 'compare' | 'plus' | 'break'
  /** As written, without a full stop at its end. */
  readonly text: string
  /** In small letters, for comparing. */
  readonly low: string
  readonly figure?: Figure
  readonly start: number
  readonly end: number
}

/** What a word counts or measures. */
export type Figure = 'duration' | 'percent' | 'number' | 'multiple'

/**
 * Cuts a label in one pass. Commas, brackets, quotes, `<br/>`, line ends and blank-surrounded dashes and slashes break;
 * `:`, `=`, `~` link; a number and its unit are one figure even with a blank between them.
 */
export function wordsOf(label: string): readonly Word[] {
  const words: Word[] = []
  let at = 0
  while (at < label.length) {
    const word = wordAt(label, at)
    at = word.end
    if (word.text.trim() === '' && word.kind === 'word') continue
    for (const part of parts(word)) {
      const figure = joined(words.at(-1), part, label)
      if (figure) words[words.length - 1] = figure
      else words.push(part)
    }
  }
  return words
}

/** `fire-and-forget`, `idle_timeout`, `maxRetries`, `3-node`: each part is a word. */
function parts(word: Word): Word[] {
  const { text, start, kind } = word
  const isCompound =
    /^(?:\d[\d.]*|[a-z]+)(?:[-_][a-z]+)+$/i.test(text) || /^[a-z]{2,}(?:[A-Z][a-z]+)+$/.test(text)
  if (kind !== 'word' || !isCompound) return [word]
  return [...text.matchAll(/[\d.]+|[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g)].map(({ 0: part, index }) =>
    wordOf(part, start + index, 'word'),
  )
}

const breaks = /[,;()[\]{}|"'`“”‘’«»·•→←↔&\n\r]/
const token = {
  tag: /<\/?[a-z][^<>]{0,200}>/iy,
  blank: /[^\S\n\r]+/y,
  url: /[a-z][a-z0-9+.-]*:\/\/[^\s,;|"'<>()]+/iy,
  path: /\/[^\s,;|"'<>()]*/y,
  word: /[^\s,;()[\]{}|"'`“”‘’«»·•→←↔&<>=:~≈≤≥+]+/y,
}

function wordAt(label: string, at: number): Word {
  const letter = label[at] ?? ''
  const matched = (pattern: RegExp): string => {
    pattern.lastIndex = at
    return pattern.exec(label)?.[0] ?? ''
  }
  const blank = matched(token.blank)
  if (blank !== '') return wordOf(blank, at, 'word')
  if (letter === '<') {
    const tag = matched(token.tag)
    return tag === '' ? wordOf('<', at, 'compare') : wordOf(tag, at, /^<br/i.test(tag) ? 'break' : 'link')
  }
  if (breaks.test(letter)) return wordOf(letter, at, 'break')
  if (letter === '=' || letter === ':' || letter === '~' || letter === '≈') return wordOf(letter, at, 'link')
  if (letter === '>' || letter === '≤' || letter === '≥') return wordOf(letter, at, 'compare')
  if (letter === '+') return wordOf(letter, at, 'plus')
  const text = matched(token.url) || (startsPath(label, at) ? matched(token.path) : '') || matched(token.word)
  return text === ''
    ? wordOf(letter, at, 'word')
    : wordOf(text, at, /^[-–—/\\]+$/.test(text) ? 'break' : 'word')
}

function startsPath(label: string, at: number): boolean {
  return label[at] === '/' && /[\w{:*]/.test(label[at + 1] ?? '') && !/\w/.test(label[at - 1] ?? ' ')
}

function wordOf(text: string, start: number, kind: Word['kind']): Word {
  const written = kind === 'word' ? text.replace(/[.!?]+$/, '') || text : text
  const figure = kind === 'word' ? figureIn(written) : undefined
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

function figureIn(text: string): Figure | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return 'number'
  if (/^\d+(?:\.\d+)?%$/.test(text)) return 'percent'
  if (/^(?:[x×]\d{1,3}|\d{1,3}[x×])$/i.test(text)) return 'multiple'
  return /^\d/.test(text) && durationIn(text) !== undefined ? 'duration' : undefined
}

/** A number and, after a blank at most, its unit. */
function joined(last: Word | undefined, word: Word, label: string): Word | undefined {
  if (last?.figure !== 'number' || word.kind !== 'word') return undefined
  const between = label.slice(last.end, word.start)
  const figure =
    word.text === '%' ? 'percent' : isUnit(word.text) ? 'duration' : word.low === '×' ? 'multiple' : undefined
  if (figure === undefined || !/^[ \t-]?$/.test(between)) return undefined
  const text = last.text + word.text
  return {
    text,
    low: text.toLowerCase(),
    start: last.start,
    end: word.start + word.text.length,
    kind: 'figure',
    figure,
  }
}

/** Units that stand alone; a lone `m`, `h` or `d` is too often something else. */
function isUnit(text: string): boolean {
  return text.length > 1 ? durationUnit(text) !== undefined : text === 's'
}
