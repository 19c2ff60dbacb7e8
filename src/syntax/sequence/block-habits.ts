// Blocks that are opened, divided or closed as in other languages.

import { short, writeInstead } from '../line-advice'
import { type Explained, type Line, lineAround } from '../problems'
import type { Stretch } from '../written-text'
import type { Habit } from './habit'
import type { InNoteBlock } from './note-blocks'

/** `end loop`, whose second word opens a block. */
export function endWithWord({ start }: Stretch, text: string): Explained | undefined {
  const line = lineAround(start, text)
  const found = /^[ \t]*end[ \t]+(?=\w+[ \t]*$)/i.exec(line.text)?.[0]
  return found !== undefined && line.start + found.length === start ? alone(line) : undefined
}

function alone(line: Line): Explained {
  const from = line.text.search(/\S/)
  return writeInstead(line, [from, line.text.length], 'end', 'A block ends with `end` alone')
}

/** Blocks of other languages, and what comes closest. */
const blocks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ if: 'alt', switch: 'alt', alternative: 'alt', optional: 'opt', group: 'opt', parallel: 'par' },
    ...{ while: 'loop', for: 'loop', foreach: 'loop', repeat: 'loop', try: 'critical' },
  }),
)

export function foreignBlock(line: Line): Explained | undefined {
  const [, indent = '', word = ''] = /^([ \t]*)([a-z]+)(?![-\w])/i.exec(line.text) ?? []
  const wanted = blocks.get(word.toLowerCase())
  if (wanted === undefined || isMessage(line)) return undefined
  const message = `Sequence diagrams have no \`${word}\`: write \`${wanted}\``
  return writeInstead(line, [indent.length, indent.length + word.length], wanted, message)
}

/** Its sender, receiver or title may be called like a block. */
const isMessage = ({ text }: Line): boolean => /^[^:\n]*-[->x)]/.test(text)

/** `elseif sold out`, as programs have it. */
export const foreignBranch: Habit = line => {
  const [, indent = '', word = ''] =
    /^([ \t]*)(else-?if|el(?:s|se)?if|otherwise|\}[ \t]*else(?:[ \t]+if)?)(?![-\w])/i.exec(line.text) ?? []
  if (word === '' || isMessage(line)) return undefined
  const title = line.text.slice(indent.length + word.length).trim()
  const message = `Sequence diagrams have no \`${word}\`: write \`${`else ${short(title)}`.trim()}\``
  return {
    ...writeInstead(line, [indent.length, indent.length + word.length], 'else', message),
    title: 'Write `else`',
  }
}

/** Failures without those that follow from a block which is opened or closed in other words. */
export function withoutConsequences<F extends BlockFailure>(
  failures: readonly F[],
  text: string,
): readonly F[] {
  let opened = 0
  let closed = 0
  return failures.filter(({ at, reading, found, since, noteBlock, closesEarly }) => {
    if (noteBlock) {
      if (closesEarly) opened++
      return true
    }
    const line = lineAround(reading === 'end' ? at.start : since, text)
    if (foreignBlock(line) || /^[ \t]*subgraph[ \t]/.test(line.text)) opened++
    else if (joinedEnd(line, text)) closed++
    else if (reading === 'section') return opened === 0
    else if (reading === 'statement' && found === 'end') return opened === 0 || --opened < 0
    else if (reading === 'end') return closed === 0 || --closed < 0
    return true
  })
}

interface BlockFailure extends InNoteBlock {
  readonly at: Stretch
  readonly reading: string
  readonly found: string
  readonly since: number
}

/** `endloop`, and `}` below `loop each {`. */
export function joinedEnd(line: Line, text: string): Explained | undefined {
  const isEnd = /^[ \t]*end_?(?:loop|alt|opt|par|if|while|for|group)[ \t]*$/i.test(line.text)
  return isEnd || (/^[ \t]*\};?[ \t]*$/.test(line.text) && isInBraces(line, text)) ? alone(line) : undefined
}

function isInBraces(line: Line, text: string): boolean {
  let above = line
  for (let count = 0; count < mostLines && above.start > 0; count++) {
    above = lineAround(above.start - 1, text)
    if (/^[ \t]*[a-z]+\b[^:\n]*\{[ \t]*$/i.test(above.text)) return true
  }
  return false
}

const mostLines = 40
