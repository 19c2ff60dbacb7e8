// What people write in sequence diagrams by the habits of other languages and diagrams, and how it is written here.

import { writeInstead } from '../line-advice'
import { type Explained, lineAround } from '../problems'
import { arrowHabits } from './arrow-habits'
import { foreignBlock, foreignBranch, joinedEnd } from './block-habits'
import { declarationHabits } from './declaration-habits'
import type { Habit } from './habit'
import { noteHabits } from './note-habits'
import type { Participants } from './participants'
import { plantumlHabits } from './plantuml'

interface Failure {
  readonly since: number
  readonly participants: Participants
}

/** The advice for a line that is written as it would be elsewhere. */
export function habitIn({ since, participants }: Failure, text: string): Explained | undefined {
  const line = lineAround(since, text)
  for (const habit of habits) {
    const advice = habit(line, text, participants)
    if (advice) return advice
  }
  return undefined
}

const commentOfCode: Habit = line => {
  const indent = /^[ \t]*(?=\/\/)/.exec(line.text)?.[0]
  if (indent === undefined) return undefined
  return writeInstead(line, [indent.length, indent.length + 2], '%%', '`//` begins no comment: write `%%`')
}

const wideColon: Habit = line => {
  const at = line.text.indexOf('：')
  if (at < 0 || line.text.includes(':')) return undefined
  return writeInstead(line, [at, at + 1], ':', '`：` is a full-width character: write `:`')
}

const kinds =
  /^([ \t]*)(database|queue|boundary|control|entity|collections)[ \t]+(?:(?:"([^"]{1,200})"|([\w-]+))[ \t]+as[ \t]+)?([\w-]+(?:[ \t]+[^\s"][^"]{0,200})?)$/i

/** `database "Orders" as db`: the label stands first in PlantUML, and elsewhere where messages name the second. */
const kindAsKeyword: Habit = (line, text) => {
  const [, indent = '', kind = '', quoted, first, last = ''] = kinds.exec(line.text.trimEnd()) ?? []
  // Several words are a label, and need an id before them.
  if (last === '' || (first === undefined && /\s/.test(last))) return undefined
  const isTurned = first !== undefined && !isMessaged(last, text)
  const [id, label] = isTurned ? [first, last] : [last, quoted ?? first]
  const wanted =
    label === undefined
      ? `participant ${id}@{ "type": "${kind.toLowerCase()}" }`
      : `participant ${id} as ${label}`
  return writeInstead(
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
    ...writeInstead(line, [from, line.text.length], '', 'A sequence diagram has no direction: leave it out'),
    title: 'Leave it out',
  }
}

/** `- a->>b: text`, as a list has it. */
const listedStatement: Habit = line => {
  const [mark, indent = ''] =
    /^([ \t]*)[-*•][ \t]+(?=participant\b|actor\b|note\b|\w[\w ]*-{1,2}>)/i.exec(line.text) ?? []
  if (mark === undefined) return undefined
  const message = `\`${mark.trim()}\` is a mark of lists, which sequence diagrams don't have: leave it out`
  return { ...writeInstead(line, [indent.length, mark.length], '', message), title: 'Leave it out' }
}

/** In the order in which they are asked. */
const habits: readonly Habit[] = [
  joinedEnd,
  foreignBlock,
  foreignBranch,
  commentOfCode,
  direction,
  listedStatement,
  kindAsKeyword,
  wideColon,
  ...declarationHabits,
  ...plantumlHabits,
  ...arrowHabits,
  ...noteHabits,
]
