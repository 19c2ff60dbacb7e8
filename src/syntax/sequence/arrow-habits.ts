// Messages that are drawn as in other languages and diagrams, and how they are drawn here.

import { span } from '../../text/span'
import { writeInstead } from '../line-advice'
import { type Habit, isName } from './habit'
import { arrows } from './scanner'

/** What looks like an arrow, in front of the text: dashes of all kinds and a head, or a sign that is both. */
const drawn =
  /<{0,2}(?:[-=~.–—─━]{1,20}(?:\[[#\w]{1,20}\][-=~.–—─━]{0,20})?\|?(?:>+|&gt;(?:&gt;)?)|-{2,20}(?![->x)|\\/]))|[→⇒⟶➜⟹»]|(?<=[\w ])>{1,2}/

const otherArrow: Habit = line => {
  const [head = ''] = line.text.split(':')
  const found = drawn.exec(head)
  if (!found || arrows.has(found[0]) || !isName(head.slice(0, found.index).trim())) return undefined
  const [arrow] = found
  const from = found.index
  const wanted = arrowFor(arrow)
  const message = arrow.includes('&gt;')
    ? `\`&gt;\` is how HTML writes \`>\`: write \`${wanted}\``
    : `\`${arrow}\` is not an arrow: write \`${wanted}\``
  return writeInstead(line, [from, from + arrow.length], wanted, message)
}

/** `a--x>b: text`: a cross or a half head is the end by itself. */
const headBehindCross: Habit = line => {
  const ends = endsAround(/-{1,2}[x)]>{1,2}/, line.text)
  if (!ends || !isName(ends.before) || !isName(ends.behind)) return undefined
  const from = line.text.indexOf(ends.arrow)
  const wanted = ends.arrow.replaceAll('>', '')
  const message = `\`${ends.arrow}\` is not an arrow: write \`${wanted}\``
  return writeInstead(line, [from, from + ends.arrow.length], wanted, message)
}

/** Of the same stroke, as far as there is one. */
function arrowFor(arrow: string): string {
  const stroke = /[.~—]|--/.test(arrow) ? '--' : '-'
  if (arrow.startsWith('<')) return `<<${stroke}>>`
  return /^-+$/.test(arrow) ? '->' : `${stroke}>>`
}

/** What stands before and behind an arrow, and from where on the text of the message. */
interface Ends {
  readonly before: string
  readonly arrow: string
  readonly behind: string
  readonly colon: number
}

function endsAround(pattern: RegExp, text: string): Ends | undefined {
  const found = pattern.exec(text)
  const colon = text.indexOf(':')
  if (!found || colon < found.index) return undefined
  const [arrow] = found
  const [before, behind] = [text.slice(0, found.index), text.slice(found.index + arrow.length, colon)]
  return { before: before.trim(), arrow, behind: behind.trim(), colon }
}

/** `a<-b: text`, as PlantUML has it. */
const arrowBack: Habit = line => {
  const ends = endsAround(/<{1,2}-{1,2}/, line.text)
  if (!ends || !isName(ends.before) || !isName(ends.behind)) return undefined
  const wanted = `${ends.behind}${ends.arrow.endsWith('--') ? '-->>' : '->>'}${ends.before}`
  const from = line.text.search(/\S/)
  return writeInstead(line, [from, ends.colon], wanted, `A message is written from its sender: \`${wanted}\``)
}

/** `a->>b,c: text` */
const severalReceivers: Habit = ({ start, text }) => {
  const ends = endsAround(/-{1,2}>>?/, text)
  const receivers = ends?.behind.split(',').map(name => name.trim()) ?? []
  if (!ends || receivers.length < 2 || !receivers.every(isName) || !isName(ends.before)) return undefined
  const head = text.slice(0, text.indexOf(ends.arrow) + ends.arrow.length)
  const lines = receivers.map(receiver => `${head}${receiver}${text.slice(ends.colon)}`)
  return {
    at: span(start + text.indexOf(ends.behind, head.length), start + ends.colon),
    message: 'A message has one receiver: write one for each',
    title: 'Write one for each',
    edits: [{ at: span(start, start + text.length), text: lines.join('\n') }],
  }
}

/** `a -->|text| b`, as flowcharts have it. */
const textInBars: Habit = ({ start, text }) => {
  const found = /(-?->>?) ?\|([^|]*)\|([^:|]*)$/.exec(text)
  if (!found) return undefined
  const [whole, arrow = '', words = '', receiver = ''] = found
  const drawn = arrow.startsWith('--') ? '-->>' : '->>'
  const at = span(start + found.index, start + found.index + whole.length)
  return {
    at,
    message: 'The text of a message stands behind its receiver: write `a->>b: text`',
    title: 'Put the text behind the receiver',
    edits: [{ at, text: `${drawn}${receiver.trim()}: ${words.trim()}` }],
  }
}

/** `a -> b ++: text`, as PlantUML has it. */
const activationBehind: Habit = line => {
  const [whole, before = '', arrow = '', receiver = '', mark = ''] = marked.exec(line.text) ?? []
  if (whole === undefined || receiver === '') return undefined
  const from = line.text.search(/\S/)
  const sender = before.trim()
  const isBoth = mark.includes('+') && mark.includes('-')
  const wanted = `${sender}${arrow}${mark.includes('+') ? '+' : '-'}${receiver}`
  if (isBoth)
    return {
      at: span(line.start + whole.lastIndexOf(mark), line.start + whole.lastIndexOf(mark) + mark.length),
      message: `A message has one mark of an activation, in front of its receiver: write \`${wanted}\`, and \`deactivate ${sender}\` on the next line`,
    }
  const isTextless = line.text[whole.length] !== ':'
  const message = `\`${mark.charAt(0)}\` stands behind the arrow: write \`${wanted}\``
  return {
    ...writeInstead(line, [from, whole.trimEnd().length], `${wanted}${isTextless ? ':' : ''}`, message),
    title: `Write \`${wanted}\``,
  }
}

const marked =
  /^([^:\n]{1,80}?)(-{1,2}(?:>>?|[x)]))[ \t]*([^-+:\s][^:\n]{0,80}?)[ \t]*((?:\+\+|--){1,2}|\+|(?<=[ \t])-)[ \t]*(?=:|$)/i

/** `a+->>b: text` */
const activationBefore: Habit = line => {
  const [whole, before = '', mark = '', arrow = ''] =
    /^([ \t]*\w[\w \t]*)(\+)[ \t]*(-{1,2}(?:>>?|[x)]))(?=[ \t]*\w)/i.exec(line.text) ?? []
  if (whole === undefined) return undefined
  const wanted = `${arrow}${mark}`
  const message = `\`${mark}\` stands behind the arrow: write \`${wanted}\``
  return writeInstead(line, [before.length, whole.length], wanted, message)
}

/** In the order in which they are asked. */
export const arrowHabits: readonly Habit[] = [
  textInBars,
  activationBehind,
  activationBefore,
  arrowBack,
  headBehindCross,
  otherArrow,
  severalReceivers,
]
