// Notes that are written as elsewhere, and how they are written here.

import { span } from '../../text/span'
import { writeInstead } from '../line-advice'
import type { Habit } from './habit'
import { allParticipants } from './participants'

const threeUnderNote: Habit = line => {
  const [whole, before = '', names = ''] =
    /^([ \t]*note[ \t]+over[ \t]+)([^\s:][^:]*):/i.exec(line.text) ?? []
  const over = names.split(',').map(name => name.trim())
  if (whole === undefined || over.length < 3) return undefined
  const wanted = `${over[0]},${over.at(-1)}`
  const message = `A note lies over one participant or from one to another: write \`note over ${wanted}:\``
  return writeInstead(line, [before.length, whole.length - 1], wanted, message)
}

const noteWithoutSide: Habit = line => {
  const found =
    /^([ \t]*note[ \t]+)(?:(left|right)[ \t]+(?!of\b)|(?!over\b|left\b|right\b|across\b))[\w-]+[ \t]*:/i.exec(
      line.text,
    )
  if (!found) return undefined
  const [, before = '', side] = found
  const to = side === undefined ? before.length : before.length + side.length
  const wanted = side === undefined ? 'over ' : `${side} of`
  const message =
    'A note says where it stands: `note over a: text`, `note left of a: text` or `note right of a: text`'
  return {
    ...writeInstead(line, [before.length, to], wanted, message),
    at: span(line.start + line.text.search(/\S/), line.start + found[0].length - 1),
  }
}

/** `note right: text`, as PlantUML has it, which knows beside whom. */
const noteBesideNobody: Habit = line => {
  const [whole, indent = '', side = ''] =
    /^([ \t]*)note[ \t]+(left|right)[ \t]*(?=:|$)/i.exec(line.text) ?? []
  if (whole === undefined) return undefined
  return {
    at: span(line.start + indent.length, line.start + whole.trimEnd().length),
    message: `A note names its participant: write \`note ${side} of a: text\``,
  }
}

/** `note left of a,b: text` */
const noteBesideSeveral: Habit = line => {
  const [whole, before = '', side = '', names = ''] =
    /^([ \t]*note[ \t]+)((?:left|right)[ \t]+of)[ \t]+([^:, \t\n][^:,\n]*,[^:\n]+)(?=:)/i.exec(line.text) ??
    []
  if (whole === undefined) return undefined
  const each = names.split(',').map(name => name.trim())
  const wanted = `over ${each[0]},${each.at(-1)}`
  const message = `A note stands \`${side.toLowerCase()}\` one participant: write \`note ${wanted}:\` for several`
  return writeInstead(line, [before.length, whole.trimEnd().length], wanted, message)
}

/** `hnote over a: text`, `ref over a,b: text`, as PlantUML has them. */
const otherNote: Habit = line => {
  const [, indent = '', word = ''] =
    /^([ \t]*)([hr]note|ref)[ \t]+(?:over|left|right)\b/i.exec(line.text) ?? []
  if (word === '') return undefined
  const message = `Sequence diagrams have no \`${word}\`: write \`note\``
  return writeInstead(line, [indent.length, indent.length + word.length], 'note', message)
}

/** `== Payment ==`, `...5 minutes later...` and `note across: text`, as PlantUML has them. */
const acrossAll: Habit = (line, _text, participants) => {
  const written = line.text.trim()
  const [what, title] = acrossIn(written) ?? []
  const over = allParticipants(participants)
  if (what === undefined || title === undefined || over === '') return undefined
  const from = line.text.search(/\S/)
  const message = `Sequence diagrams have no ${what}: write \`note over ${over}: …\``
  return writeInstead(line, [from, from + written.length], `note over ${over}: ${title}`, message)
}

function acrossIn(written: string): readonly [what: string, title: string] | undefined {
  for (const [what, pattern] of across) {
    const title = pattern.exec(written)?.[1]?.trim() ?? ''
    if (title !== '') return [what, title]
  }
  return undefined
}

const across: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['dividers', /^==+([^=]+)==+$/],
  ['delays', /^\.{3}([^.]+)\.{3}$/],
  ['`note across`', /^[hr]?note[ \t]+across[ \t]*:(.+)$/i],
]

export const noteHabits: readonly Habit[] = [
  threeUnderNote,
  noteBesideNobody,
  noteBesideSeveral,
  otherNote,
  acrossAll,
  noteWithoutSide,
]
