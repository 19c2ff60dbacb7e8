// What people write in architecture diagrams by the habits of others, and how it is written here.

import { span } from '../../text/span'
import { asComment, short, writeInstead } from '../line-advice'
import { type Explained, type Line, lineAround } from '../problems'
import { arrowAsElsewhere } from './arrow-habits'
import { groupInBraces } from './group-braces'

type Habit = (line: Line, text: string) => Explained | undefined

/** The advice for a line that is written as it would be elsewhere. */
export function habitIn(since: number, text: string): Explained | undefined {
  const line = lineAround(since, text)
  for (const habit of habits) {
    const advice = habit(line, text)
    if (advice) return advice
  }
  return undefined
}

/** `subgraph web`, `participant web`: other kinds of diagrams have these. */
const foreignWord: Habit = line => {
  const [, indent = '', word = ''] =
    /^([ \t]*)(subgraph|participant|actor|node)[ \t]+\w/.exec(line.text) ?? []
  if (word === '') return undefined
  const wanted = word === 'subgraph' ? 'group web(cloud)[Title]' : 'service web(server)[Title]'
  const from = line.start + indent.length
  return {
    at: span(from, from + word.length),
    message: `Architecture diagrams have no \`${word}\`: write \`${wanted}\``,
  }
}

/** `db(database)[Orders]` */
const withoutKeyword: Habit = line => {
  const [, indent = '', statement = ''] =
    /^([ \t]*)(\w[-\w]*\([\w:-]+\)(?:\[[^\]\n]*\])?)(?=[ \t]*(?:in[ \t]|$))/.exec(line.text) ?? []
  if (statement === '') return undefined
  const wanted = `service ${statement}`
  const message = `A service begins with \`service\`: write \`${short(wanted)}\``
  return writeInstead(line, [indent.length, indent.length + statement.length], wanted, message)
}

const element = /^[ \t]*(?:group|service)[ \t]+\w[-\w]*[ \t]*/

/** `service db(aws s3)[Orders]` */
const iconName: Habit = line => {
  const [before] = element.exec(line.text) ?? []
  const [brackets, name = ''] = /^\(([^()\n]*)\)/.exec(line.text.slice(before?.length)) ?? []
  if (before === undefined || brackets === undefined || /^[\w:-]+$/.test(name)) return undefined
  const icon = name.replace(/^[\s"']+|(?<![\s"'])[\s"']+$/g, '').replace(/[^\w:-]+/g, '-')
  const at: [number, number] = [before.length, before.length + brackets.length]
  if (!/\w/.test(icon))
    return {
      at: span(line.start + at[0], line.start + at[1]),
      message: 'Round brackets hold the name of an icon: write `(server)`, `(database)` or `(cloud)`',
    }
  const wanted = `(${icon})`
  const message = `The name of an icon has letters, digits, \`:\`, \`_\` and \`-\`: write \`${short(wanted)}\``
  return writeInstead(line, at, wanted, message)
}

/** `service db[Orders](database)` */
const titleFirst: Habit = line => {
  const [before] = element.exec(line.text) ?? []
  const [whole, title, icon] =
    /^(\[[^\]\n]*\])[ \t]*(\([\w:-]+\))/.exec(line.text.slice(before?.length)) ?? []
  if (before === undefined || whole === undefined) return undefined
  const wanted = `${icon}${title}`
  const message = `The icon stands before the title: write \`${short(`${before.trim()}${wanted}`)}\``
  return writeInstead(line, [before.length, before.length + whole.length], wanted, message)
}

/** `service db(database) "Orders"`, `service db(database)(Orders)`, `service db as Orders` */
const titleElsewhere: Habit = line => {
  const [whole, before = '', quoted, round, words] =
    /^([ \t]*(?:group|service)[ \t]+\w[-\w]*(?:\([\w:-]+\))?)(?:[ \t]*"([^"\n]+)"|(?<=\))[ \t]*\(([^()\n]+)\)|[ \t]+as[ \t]+([^[({ \t\n][^[({\n]{0,400}?))(?<![ \t])(?=[ \t]*$|[ \t]+in[ \t])/.exec(
      line.text,
    ) ?? []
  const title = quoted ?? round ?? words
  if (whole === undefined || title === undefined) return undefined
  const wanted = `[${title.replaceAll('"', '').trim()}]`
  const message = `A title stands in square brackets: write \`${short(`${before.trim()}${wanted}`)}\``
  return writeInstead(line, [before.length, whole.length], wanted, message)
}

/** `service db(database)[Orders [new]]` */
const bracketInTitle: Habit = line => {
  const [whole, before = '', title = ''] =
    /^([ \t]*(?:group|service)[ \t]+\w[-\w]*(?:\([\w:-]+\))?)\[([^"\n]*)\](?=[ \t]*$|[ \t]+in[ \t])/.exec(
      line.text,
    ) ?? []
  const [mark] = /[[\]]/.exec(title) ?? []
  if (whole === undefined || mark === undefined) return undefined
  const message = `A title that contains \`${mark}\` needs quotes`
  return writeInstead(line, [before.length, whole.length], `["${title}"]`, message)
}

/** Groups end nowhere: what is in them says so. */
const end: Habit = line =>
  /^end[ \t]*;?$/.test(line.text.trim())
    ? asComment(line, 'Groups have no `end`: write `in` and the id of the group behind each service in it')
    : undefined

const comment: Habit = line => {
  const [whole, indent = '', mark = ''] = /^([ \t]*)(\/\/|#)/.exec(line.text) ?? []
  if (whole === undefined) return undefined
  const message = `\`${mark}\` begins no comment: write \`%%\``
  return writeInstead(line, [indent.length, whole.length], '%%', message)
}

const habits: readonly Habit[] = [
  foreignWord,
  comment,
  end,
  groupInBraces,
  withoutKeyword,
  iconName,
  titleFirst,
  titleElsewhere,
  bracketInTitle,
  arrowAsElsewhere,
]
