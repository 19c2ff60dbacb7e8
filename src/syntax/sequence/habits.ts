// What people write in sequence diagrams by the habits of other languages and diagrams, and how it is written here.

import { span } from '../../text/span'
import { type Explained, type Line, lineAround } from '../problems'
import type { Stretch } from '../written-text'

type Habit = (line: Line, text: string) => Explained | undefined

/** The advice for a line that is written as it would be elsewhere. */
export function habitIn({ since }: { readonly since: number }, text: string): Explained | undefined {
  const line = lineAround(since, text)
  for (const habit of habits) {
    const advice = habit(line, text)
    if (advice) return advice
  }
  return undefined
}

/** `end loop`, whose second word opens a block. */
export function endWithWord({ start }: Stretch, text: string): Explained | undefined {
  const line = lineAround(start, text)
  const found = /^[ \t]*end[ \t]+(?=\w+[ \t]*$)/i.exec(line.text)?.[0]
  return found !== undefined && line.start + found.length === start ? alone(line) : undefined
}

function alone(line: Line): Explained {
  const from = line.text.search(/\S/)
  return instead(line, [from, line.text.length], 'end', 'A block ends with `end` alone')
}

/** Advice for a part of a line, and what to write there. */
function instead(
  line: Line,
  [from, to]: readonly [number, number],
  wanted: string,
  message: string,
): Explained {
  const at = span(line.start + from, line.start + to)
  return { at, message, title: `Write \`${wanted}\``, edits: [{ at, text: wanted }] }
}

/** Blocks of other languages, and what comes closest. */
const blocks: Readonly<Record<string, string>> = {
  ...{ if: 'alt', group: 'opt', while: 'loop', for: 'loop', foreach: 'loop', try: 'critical' },
}

const foreignBlock: Habit = line => {
  const [, indent = '', word = ''] =
    /^([ \t]*)(if|group|while|for|foreach|try)\b[^-:]*$/i.exec(line.text) ?? []
  const wanted = blocks[word.toLowerCase()]
  if (wanted === undefined) return undefined
  const message = `Sequence diagrams have no \`${word}\`: write \`${wanted}\``
  return instead(line, [indent.length, indent.length + word.length], wanted, message)
}

/** Failures without those that follow from a block which is opened or closed in other words. */
export function withoutConsequences<F extends BlockFailure>(
  failures: readonly F[],
  text: string,
): readonly F[] {
  let opened = 0
  let closed = 0
  return failures.filter(({ at, reading, found, since }) => {
    const line = lineAround(reading === 'end' ? at.start : since, text)
    if (foreignBlock(line, text) || /^[ \t]*subgraph[ \t]/.test(line.text)) opened++
    else if (joinedEnd(line, text)) closed++
    else if (reading === 'section') return opened === 0
    else if (reading === 'statement' && found === 'end') return opened === 0 || --opened < 0
    else if (reading === 'end') return closed === 0 || --closed < 0
    return true
  })
}

interface BlockFailure {
  readonly at: Stretch
  readonly reading: string
  readonly found: string
  readonly since: number
}

const joinedEnd: Habit = line =>
  /^[ \t]*end_?(?:loop|alt|opt|par|if|while|for|group|note)[ \t]*$/i.test(line.text) ? alone(line) : undefined

const commentOfCode: Habit = line => {
  const indent = /^[ \t]*(?=\/\/)/.exec(line.text)?.[0]
  if (indent === undefined) return undefined
  return instead(line, [indent.length, indent.length + 2], '%%', '`//` begins no comment: write `%%`')
}

const otherArrow: Habit = line => {
  const found = /=>|[→⇒⟶➜]|~>|\.\.>/.exec(line.text)
  if (!found || !/^[\w ]+$/.test(line.text.slice(0, found.index).trim())) return undefined
  const [arrow] = found
  const from = found.index
  const wanted = arrow.startsWith('.') || arrow.startsWith('~') ? '-->>' : '->>'
  return instead(
    line,
    [from, from + arrow.length],
    wanted,
    `\`${arrow}\` is not an arrow: write \`${wanted}\``,
  )
}

/** `a->>>b`: one head too many. */
const longHead: Habit = line => {
  const found = /-{1,2}>{3,}/.exec(line.text)
  if (!found || line.text.slice(0, found.index).includes(':')) return undefined
  const [arrow] = found
  const wanted = arrow.startsWith('--') ? '-->>' : '->>'
  const message = `\`${arrow}\` is not an arrow: write \`${wanted}\``
  return instead(line, [found.index, found.index + arrow.length], wanted, message)
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

const isName = (words: string): boolean => /^\w[\w ]*$/.test(words)

/** `a<-b: text`, as PlantUML has it. */
const arrowBack: Habit = line => {
  const ends = endsAround(/<{1,2}-{1,2}/, line.text)
  if (!ends || !isName(ends.before) || !isName(ends.behind)) return undefined
  const wanted = `${ends.behind}${ends.arrow.endsWith('--') ? '-->>' : '->>'}${ends.before}`
  const from = line.text.search(/\S/)
  return instead(line, [from, ends.colon], wanted, `A message is written from its sender: \`${wanted}\``)
}

/** `== Payment ==`, as PlantUML has it. */
const divider: Habit = (line, text) => {
  const written = line.text.trim()
  const title = /^==+([^=]+)==+$/.exec(written)?.[1]?.trim() ?? ''
  if (title === '') return undefined
  const participants = [...text.matchAll(/^[ \t]*(?:participant|actor)[ \t]+(\w+)/gm)].map(([, id]) => id)
  const over = [...new Set([participants[0], participants.at(-1)])].filter(Boolean).join(',')
  if (over === '') return undefined
  const from = line.text.search(/\S/)
  const message = `Sequence diagrams have no dividers: write \`note over ${over}: …\``
  return instead(line, [from, from + written.length], `note over ${over}: ${title}`, message)
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

const wideColon: Habit = line => {
  const at = line.text.indexOf('：')
  if (at < 0 || line.text.includes(':')) return undefined
  return instead(line, [at, at + 1], ':', '`：` is a full-width character: write `:`')
}

const threeUnderNote: Habit = line => {
  const [whole, before = '', names = ''] =
    /^([ \t]*note[ \t]+over[ \t]+)([^\s:][^:]*):/i.exec(line.text) ?? []
  const over = names.split(',').map(name => name.trim())
  if (whole === undefined || over.length < 3) return undefined
  const wanted = `${over[0]},${over.at(-1)}`
  const message = `A note lies over one participant or from one to another: write \`note over ${wanted}:\``
  return instead(line, [before.length, whole.length - 1], wanted, message)
}

const noteWithoutSide: Habit = line => {
  const found =
    /^([ \t]*note[ \t]+)(?:(left|right)[ \t]+(?!of\b)|(?!over\b|left\b|right\b))[\w-]+[ \t]*:/i.exec(
      line.text,
    )
  if (!found) return undefined
  const [, before = '', side] = found
  const to = side === undefined ? before.length : before.length + side.length
  const wanted = side === undefined ? 'over ' : `${side} of`
  const message =
    'A note says where it stands: `note over a: text`, `note left of a: text` or `note right of a: text`'
  return {
    ...instead(line, [before.length, to], wanted, message),
    at: span(line.start + line.text.search(/\S/), line.start + found[0].length - 1),
  }
}

const kinds =
  /^([ \t]*)(database|queue|boundary|control|entity|collections)[ \t]+(?:(?:"([^"]{1,200})"|([\w-]+))[ \t]+as[ \t]+)?([\w-]+)[ \t]*$/i

/** `database "Orders" as db`: the label stands first in PlantUML, and elsewhere where messages name the second. */
const kindAsKeyword: Habit = (line, text) => {
  const [, indent = '', kind = '', quoted, first, last = ''] = kinds.exec(line.text) ?? []
  if (last === '') return undefined
  const isTurned = first !== undefined && !isMessaged(last, text)
  const [id, label] = isTurned ? [first, last] : [last, quoted ?? first]
  const wanted =
    label === undefined
      ? `participant ${id}@{ "type": "${kind.toLowerCase()}" }`
      : `participant ${id} as ${label}`
  return instead(
    line,
    [indent.length, line.text.length],
    wanted,
    `\`${kind}\` is the type of a participant: write \`${wanted}\``,
  )
}

/** As the sender or the receiver of a message. */
const isMessaged = (id: string, text: string): boolean =>
  text.split('\n').some(line => {
    const [ends = ''] = line.split(':')
    return /-[>)x]/.test(ends) && ends.split(/\W+/).includes(id)
  })

const direction: Habit = line => {
  const found = /^[ \t]*(?:sequenceDiagram[ \t]+|direction[ \t]+)(LR|RL|TB|TD|BT)[ \t]*$/.exec(line.text)
  if (!found) return undefined
  const from = line.text.startsWith('sequenceDiagram') ? 'sequenceDiagram'.length : 0
  return {
    ...instead(line, [from, line.text.length], '', 'A sequence diagram has no direction: leave it out'),
    title: 'Leave it out',
  }
}

/** In the order in which they are asked. */
const habits: readonly Habit[] = [
  joinedEnd,
  foreignBlock,
  commentOfCode,
  direction,
  kindAsKeyword,
  wideColon,
  textInBars,
  otherArrow,
  longHead,
  arrowBack,
  divider,
  severalReceivers,
  threeUnderNote,
  noteWithoutSide,
]
