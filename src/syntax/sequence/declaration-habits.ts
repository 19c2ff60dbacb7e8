// Participants that are declared, activated or numbered as elsewhere, and how that is written here.

import { span } from '../../text/span'
import { short, writeInstead } from '../line-advice'
import { type Habit, isName } from './habit'
import { dividing, ofNames, opening } from './keywords'
import { declarationWith, isUnreadableName, renamed } from './unreadable-names'

const declaration = /^([ \t]*(?:create[ \t]+)?(?:participant|actor)[ \t]+)(\S.*)$/i

/** `participant a: Orders` */
const colonForAs: Habit = line => {
  const [, before = '', words = ''] = declaration.exec(line.text) ?? []
  const [, id, label = ''] = /^([\w-]+)[ \t]*:[ \t]+(\S.*)$/.exec(words) ?? []
  if (id === undefined) return undefined
  const wanted = `${id} as ${label.trim()}`
  const message = `The label of a participant stands behind \`as\`: write \`${before.trim()} ${short(wanted)}\``
  return {
    ...writeInstead(line, [before.length, line.text.trimEnd().length], wanted, message),
    title: 'Write `as`',
  }
}

/** `parameter a as Orders`, `service a as Orders`: only two words declare somebody. */
const otherKeyword: Habit = line => {
  const [, before = '', word = '', id, label = ''] =
    /^([ \t]*)([a-z]\w*)[ \t]+([\w-]+)[ \t]+as[ \t]+(\S[^:]*)$/i.exec(line.text) ?? []
  if (id === undefined || taken.test(word)) return undefined
  const written = `participant ${id} as ${label.trim()}`
  const message = `\`${word}\` declares nobody: write \`${short(written)}\``
  return {
    ...writeInstead(line, [before.length, before.length + word.length], 'participant', message),
    title: 'Write `participant`',
  }
}

/** Those of Mermaid, and of PlantUML, which writes the label first. */
const taken = new RegExp(
  `^(?:${opening}|${dividing}|${ofNames}|end|note|title|autonumber|links?|properties|details|database|queue|boundary|control|entity|collections)$`,
  'i',
)

/** `activate a, b` */
const severalNames: Habit = line => {
  const [, before = '', words = ''] =
    /^([ \t]*(?:participant|actor|activate|deactivate|destroy)[ \t]+)(\w[^:<>@\n]*)$/i.exec(line.text) ?? []
  const names = words.split(',').map(name => name.trim())
  if (names.length < 2 || !names.every(isName)) return undefined
  const keyword = before.trim()
  const lines = names.map(name => `${before}${name}`).join('\n')
  return {
    at: span(line.start + before.length, line.start + line.text.trimEnd().length),
    message: `\`${keyword}\` takes one participant: write a line for each`,
    title: 'Write a line for each',
    edits: [{ at: span(line.start, line.start + line.text.length), text: lines }],
  }
}

/** `participant db <<database>>`, as PlantUML has it. */
const stereotype: Habit = line => {
  const [whole, before = '', words = ''] =
    /^([ \t]*(?:participant|actor)[ \t]+[\w-][\w \t-]*)(<<[^<>\n]*>>)[ \t]*$/i.exec(line.text) ?? []
  if (whole === undefined) return undefined
  const message = `Participants have no \`${short(words)}\`: leave it out, or write it into the label behind \`as\``
  return {
    ...writeInstead(line, [before.trimEnd().length, before.length + words.length], '', message),
    title: 'Leave it out',
  }
}

/** `participant api->gateway`, `participant Order service@{ … }` */
const unreadableName: Habit = (line, text) => {
  const name = isUnreadableName(line)
  if (!name) return undefined
  const { start, name: written } = name
  const wanted = declarationWith(name)
  const at = span(start, start + written.length)
  const message = `The id of a participant can't contain ${name.mark}: write \`${short(wanted)}\``
  const edits = renamed(name, text)
  return edits ? { at, message, title: `Write \`${name.id}\``, edits } : { at, message }
}

/** `create b` */
const createWithoutKind: Habit = line => {
  const [whole, kind] =
    /^[ \t]*create[ \t]+(?!(?:participant|actor|destroy)\b)(?:(?:boundary|control|entity|database|queue|collections)[ \t]+)?(?=\w)/i.exec(
      line.text,
    ) ?? []
  if (whole === undefined || kind !== undefined) return undefined
  const from = line.text.search(/\S/)
  return writeInstead(
    line,
    [from, whole.length],
    'create participant ',
    '`create` needs `participant` or `actor` behind it',
  )
}

/** `autonumber stop`, `autonumber 10,5` */
const numbering: Habit = line => {
  const [whole, before = '', words = ''] = /^([ \t]*autonumber\b)(.*\S)[ \t]*$/i.exec(line.text) ?? []
  if (whole === undefined) return undefined
  const [from, to] = [before.length, before.length + words.length]
  const wanted = /^[ \t]+(?:stop|false|none)$/i.test(words) ? ' off' : numbersIn(words)
  const statement = `\`autonumber${wanted ?? ' 10 5'}\``
  const message = `\`autonumber\` takes a start and a step, both numbers, or \`off\`: write ${statement}`
  const at = span(line.start + from + words.search(/\S/), line.start + to)
  if (wanted === undefined) return { at, message }
  return { ...writeInstead(line, [from, to], wanted, message), at, title: `Write ${statement}` }
}

/** `: 10`, `10, 5`, `start 10 step 5`; nothing where they are more, or not numbers alone. */
function numbersIn(words: string): string | undefined {
  const rest = words.replace(/\b(?:start|from|step|by)\b/gi, '')
  const numbers = rest.match(/\d+/g) ?? []
  return /^[\s:=,\d]*$/.test(rest) && (numbers.length === 1 || numbers.length === 2)
    ? ` ${numbers.join(' ')}`
    : undefined
}

export const declarationHabits: readonly Habit[] = [
  colonForAs,
  otherKeyword,
  severalNames,
  stereotype,
  unreadableName,
  createWithoutKind,
  numbering,
]
