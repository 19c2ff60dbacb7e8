// Arrows that are drawn as in flowcharts, or name their sides in other words.

import { short, writeInstead } from '../line-advice'
import type { Explained, Line } from '../problems'

const side = '(?:left|right|top|bottom|[lrtb])'
const id = String.raw`\w[-\w]*(?:\{group\})?`
const arrow = new RegExp(
  String.raw`^([ \t]*)(${id})[ \t]*[:.][ \t]*(${side})(?!\w)[ \t]*([-<=.~"|].{0,400}?)(?<![-\w])(?:(${side})[ \t]*[:.][ \t]*(${id})|(${id})[ \t]*[:.][ \t]*(${side}))(?![-\w])[ \t]*(?:$|:(.+)$|\[(.+)\]$)`,
  'i',
)

/** `web:R -->|text| L:api`, `web:R --> api:L`, `web:right -> left:api` */
export function arrowAsElsewhere(line: Line): Explained | undefined {
  const found = arrow.exec(line.text)
  if (!found) return undefined
  const [whole, indent = '', from, leaves = '', between = ''] = found
  const drawn = between.trimEnd()
  const [enters = '', to = '', isTurned] = endIn(found)
  const text = (found[9] ?? found[10] ?? textIn(drawn)).trim()
  const [tail, head] = [
    drawn.startsWith('<') ? '<' : '',
    drawn.endsWith('>') || /[>][|"]/.test(drawn) ? '>' : '',
  ]
  if (/[[\]\n]/.test(text)) return undefined
  const stroke = text === '' ? `${tail}--${head}` : `${tail}-[${text}]-${head}`
  const wanted = `${from}:${letterOf(leaves)} ${stroke} ${letterOf(enters)}:${to}`
  const problem = problemOf({ text, isTurned, drawn, sides: [leaves, enters] })
  if (problem === undefined || wanted === whole.trim()) return undefined
  const message = `${problem}: write \`${short(wanted)}\``
  return writeInstead(line, [indent.length, line.text.trimEnd().length], wanted, message)
}

/** `L:api` or, the other way round, `api:L`. */
function endIn(found: RegExpExecArray): readonly [side: string, id: string, isTurned: boolean] {
  const [first = '', second = ''] = found[5] === undefined ? [found[7], found[8]] : [found[5], found[6]]
  const isTurned = found[5] === undefined || (/^[LRTB]$/.test(second) && !/^[LRTB]$/.test(first))
  return isTurned ? [second, first, true] : [first, second, false]
}

/** What stands in the arrow, in whatever marks. */
const textIn = (drawn: string): string =>
  drawn.replace(/^[-<>=.~|"[\s]+/, '').replace(/(?<![-<>=.~|"\]\s])[-<>=.~|"\]\s]+$/, '')

const letterOf = (written: string): string => written.charAt(0).toUpperCase()

interface Parts {
  readonly text: string
  readonly isTurned: boolean
  readonly drawn: string
  readonly sides: readonly string[]
}

function problemOf({ text, isTurned, drawn, sides }: Parts): string | undefined {
  if (text !== '' && !/^<?-\[[^[\]]+\]->?$/.test(drawn)) return 'The text of an arrow stands in it'
  if (isTurned) return 'Behind an arrow, the side stands before the id'
  const word = sides.find(each => !/^[LRTB]$/.test(each))
  if (word !== undefined) return `\`${word}\` is no side, only L, R, T and B are`
  return /^<?-->?$/.test(drawn)
    ? 'A `:` stands between an id and its side'
    : `\`${short(drawn)}\` is not an arrow`
}
