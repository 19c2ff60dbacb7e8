// Code frames: a line of the source with marks under the culprit, aligned in any script.

import { printable, takesOneColumnEach } from '../printable'
import { crop, painter, type Style, type Terminal } from '../terminal'

export interface Excerpt {
  readonly line: number
  readonly text: string
  /** What is marked: offsets in `text`. An empty stretch gets one mark. */
  readonly start: number
  readonly end: number
  readonly mark: '^' | '-'
  readonly style: Style
  /** Stands behind the marks. */
  readonly message: string
}

/** The lines of a frame; an excerpt of the same line as the one before only adds its marks. */
export function frame(excerpts: readonly Excerpt[], terminal: Terminal): string[] {
  const paint = painter(terminal.color)
  const gutter = Math.max(...excerpts.map(({ line }) => String(line).length))
  const edge = (number: number | '') => paint(`    ${String(number).padStart(gutter)} │ `, 'dim')
  return excerpts.flatMap((excerpt, index) => {
    const { source, indent, marks } = cropAround(excerpt, terminal.width - gutter - 7, terminal)
    const repeated = excerpts[index - 1]?.line === excerpt.line
    const words = excerpt.message === '' ? '' : ` ${printable(excerpt.message)}`
    const underline = `${' '.repeat(indent)}${paint(excerpt.mark.repeat(marks) + words, excerpt.style)}`
    return [...(repeated ? [] : [edge(excerpt.line) + source]), edge('') + underline]
  })
}

/** The part of the line that has room, always with the beginning of what is marked. */
function cropAround({ text, start, end }: Excerpt, room: number, terminal: Terminal) {
  const { widthOf } = terminal
  // Most lines have room, and nothing in them needs to be measured.
  if (text.length <= room && end - start <= room - 2 && takesOneColumnEach(text))
    return { source: text, indent: start, marks: Math.max(1, end - start) }
  // No terminal shows more than this around the mark; very long lines needn't be measured.
  const reach = room * 4
  const before = printable(text.slice(Math.max(0, start - reach), start))
  const after = printable(text.slice(end, end + reach))
  const marked = crop(
    printable(text.slice(start, Math.min(end, start + reach))),
    { width: room - 2, keep: 'start' },
    terminal,
  )
  const free = room - widthOf(marked)
  const left = crop(
    before,
    { width: Math.max(free - widthOf(after), Math.floor(free / 2)), keep: 'end' },
    terminal,
  )
  const right = crop(after, { width: free - widthOf(left), keep: 'start' }, terminal)
  return { source: left + marked + right, indent: widthOf(left), marks: Math.max(1, widthOf(marked)) }
}
