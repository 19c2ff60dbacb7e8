// What a terminal can show: how wide a text is in it, where it breaks, and in which colors.

export interface Look {
  /** In columns. */
  readonly width: number
  readonly color: boolean
}

export interface Terminal extends Look {
  /** How many columns a text takes: East Asian characters and emoji take two. */
  readonly widthOf: (text: string) => number
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

export interface Showing {
  /** What the options say about color, if anything. */
  readonly color: boolean | undefined
  /** Where everything that will be shown comes from. */
  readonly texts: readonly string[]
}

/** How the terminal behind a stream looks, or one like it if the text goes elsewhere. */
export function lookOf(stream: NodeJS.WriteStream | undefined, color: Showing['color']): Look {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  const usual = FORCE_COLOR ? FORCE_COLOR !== '0' : !NO_COLOR && TERM !== 'dumb' && stream?.isTTY === true
  return {
    width: Math.min(Math.max(stream?.columns ?? 100, 40), 120),
    color: color ?? usual,
  }
}

/** That terminal, for these texts. */
export const terminalOf = async (
  stream: NodeJS.WriteStream | undefined,
  { color, texts }: Showing,
): Promise<Terminal> => await measuring(lookOf(stream, color), texts)

export const measuring = async (look: Look, texts: readonly string[]): Promise<Terminal> => ({
  ...look,
  widthOf: await measureFor(texts),
})

/** How to measure these texts. Measuring any script is slow to load, and most texts need no such thing. */
async function measureFor(texts: readonly string[]): Promise<Terminal['widthOf']> {
  if (texts.every(isWestern)) return text => text.length
  const { default: stringWidth } = await import('string-width')
  return text => (isWestern(text) ? text.length : stringWidth(text))
}

/** Only characters that take one column each. */
const isWestern = (text: string): boolean =>
  /^[\t\r\n\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2190-\u2193\u2200-\u22ff\u2500-\u257f]*$/.test(
    text,
  )

/** Breaks prose at blanks into lines of at most `width` columns; a longer word has a line of its own. */
export function wrap(text: string, width: number, { widthOf }: Terminal): string[] {
  const lines: string[] = []
  let [line, taken] = ['', 0]
  for (const word of text.split(/\s+/)) {
    const needed = widthOf(word)
    if (line === '') [line, taken] = [word, needed]
    else if (taken + 1 + needed <= width) [line, taken] = [`${line} ${word}`, taken + 1 + needed]
    else {
      lines.push(line)
      line = word
      taken = needed
    }
  }
  return [...lines, line]
}

export interface Crop {
  /** In columns. */
  readonly width: number
  readonly keep: 'start' | 'end'
}

/** The first or last columns of a line, `…` standing for what is left out. */
export function crop(text: string, { width, keep }: Crop, { widthOf }: Terminal): string {
  if (widthOf(text) <= width) return text
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  const kept: string[] = []
  let room = width - 1
  for (const character of keep === 'start' ? characters : characters.reverse()) {
    room -= widthOf(character)
    if (room < 0) break
    kept.push(character)
  }
  return keep === 'start' ? `${kept.join('')}…` : `…${kept.reverse().join('')}`
}
