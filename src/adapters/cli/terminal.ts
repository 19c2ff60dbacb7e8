// What a terminal can show: how wide a text is in it, where it breaks, and in which colors.

import stringWidth from 'string-width'

export interface Terminal {
  /** In columns. */
  readonly width: number
  readonly color: boolean
}

export type Style = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'blue' | 'green' | 'cyan'

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
  cyan: [36, 39],
}

export type Paint = (text: string, ...styles: readonly Style[]) => string

export function painter(color: boolean): Paint {
  if (!color) return text => text
  return (text, ...styles) =>
    styles.reduce((inner, style) => `\u001b[${codes[style][0]}m${inner}\u001b[${codes[style][1]}m`, text)
}

/** The terminal behind standard output. `wanted` is what the options say about color, if anything. */
export function terminalOf(stream: NodeJS.WriteStream, wanted?: boolean): Terminal {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  const usual = FORCE_COLOR ? FORCE_COLOR !== '0' : !NO_COLOR && TERM !== 'dumb' && stream.isTTY
  return { width: Math.min(Math.max(stream.columns ?? 100, 40), 120), color: wanted ?? usual }
}

/** In columns: East Asian characters and emoji take two. */
export function widthOf(text: string): number {
  return isPlain(text) ? text.length : stringWidth(text)
}

/** One line of the user's text, harmless to print: tabs as two blanks, control and direction marks as �. */
export function printable(text: string): string {
  return text.replaceAll('\t', '  ').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
}

/** Breaks prose at blanks into lines of at most `width` columns; a longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** The first or last columns of a line, `…` standing for what is left out. */
export function crop(text: string, width: number, keep: 'start' | 'end'): string {
  if (widthOf(text) <= width) return text
  const characters = isPlain(text)
    ? [...text]
    : [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
  const kept: string[] = []
  let room = width - 1
  for (const character of keep === 'start' ? characters : characters.reverse()) {
    room -= widthOf(character)
    if (room < 0) break
    kept.push(character)
  }
  return keep === 'start' ? `${kept.join('')}…` : `…${kept.reverse().join('')}`
}

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)
