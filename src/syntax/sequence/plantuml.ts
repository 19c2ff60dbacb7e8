// Statements of PlantUML that sequence diagrams don't have.

import { span } from '../../text/span'
import { asComment, short, writeInstead } from '../line-advice'
import { type Line, lineAround } from '../problems'
import type { Habit } from './habit'

const settings =
  /^[ \t]*(skinparam|autoactivate|newpage|mainframe|hide|show|scale|header|footer|caption|!\w+|@(?:start|end)uml|\|\|\d*\|\|?|\.{3})(?=[ \t]|$)(?!.*-[->x)])/i

/** How it looks or is split: nothing of the flow. */
const setting: Habit = line => {
  const [, word] = settings.exec(line.text) ?? []
  if (word === undefined) return undefined
  return asComment(line, `\`${word}\` belongs to PlantUML: remove the line`)
}

/** `' why`, `/' why '/` */
const comment: Habit = line => {
  const [whole, indent = ''] = /^([ \t]*)\/?'(?=[ \t]|\w)/.exec(line.text) ?? []
  if (whole === undefined) return undefined
  const mark = whole.trim()
  return writeInstead(
    line,
    [indent.length, whole.length],
    '%%',
    `\`${mark}\` begins no comment: write \`%%\``,
  )
}

/** `return 42`: the reply to the call that is still open. */
const returned: Habit = (line, text) => {
  const [whole, behind = ''] = /^[ \t]*return\b(?!-)(.*)$/i.exec(line.text) ?? []
  if (whole === undefined) return undefined
  const from = line.text.search(/\S/)
  const words = behind.trim().replace(/^:[ \t]*/, '')
  const call = openCall(line, text)
  const reply = call && `${call.receiver}-->>${call.activates ? '-' : ''}${call.sender}: ${words}`.trimEnd()
  const message = `Sequence diagrams have no \`return\`: write \`${reply === undefined ? 'b-->>a: text' : short(reply)}\``
  return reply === undefined
    ? { at: span(line.start + from, line.start + line.text.trimEnd().length), message }
    : writeInstead(line, [from, line.text.trimEnd().length], reply, message)
}

interface Call {
  readonly sender: string
  readonly receiver: string
  readonly activates: boolean
}

/** The nearest call above that no reply stands below. */
function openCall(line: Line, text: string): Call | undefined {
  let above = line
  let replies = 0
  for (let count = 0; count < mostLines && above.start > 0; count++) {
    above = lineAround(above.start - 1, text)
    if (isReply.test(above.text)) replies++
    const [, sender, activates, receiver] = call.exec(above.text)?.map(part => part.trim()) ?? []
    if (sender === undefined || receiver === undefined || sender === receiver) continue
    if (replies === 0) return { sender, receiver, activates: activates === '+' }
    replies--
  }
  return undefined
}

const mostLines = 40

const isReply = /^(?:[^-:\n]*-->|[ \t]*return\b)/i

const call = /^[ \t]*(\w[\w \t]*)->>?[ \t]*(\+[ \t]*|)(\w[\w \t]*):/

export const plantumlHabits: readonly Habit[] = [setting, comment, returned]
