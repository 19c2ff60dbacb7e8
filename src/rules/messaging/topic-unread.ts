// Topics that are written and that nothing reads, among others that are read.

import { framesAround, isBroker } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import { enumeratedFirst } from '../fixes/enumeration'
import { nameSpan } from '../queries/places'
import { sameName } from '../queries/same-name'
import { defineRule, type Report } from '../rule'

export const topicUnread = defineRule({
  id: 'topic-unread',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'A topic or queue is written, and nothing reads it, although its neighbors are read.',
  presets: { recommended: 'info' },
  byGroups: true,
  options: {},

  *check(system) {
    if (isTimeline(system.diagram)) return
    const topics = system.components.filter(part => isBroker(part) && !setAside.test(part.text))
    const read = topics.filter(topic => isWritten(topic, system) && isRead(topic, system))
    const unread = topics.filter(topic => isWritten(topic, system) && !isRead(topic, system))
    const [first, ...others] = unread.filter(topic => read.filter(isBeside(topic)).length >= fewestRead)
    if (first && read.length > others.length) yield judge(first, others)
  },
})

const fewestRead = 2

/** Read by people, later, or by those outside of the picture. */
const setAside =
  /\bdl[qt]s?\b|\bdead[- ]?letters?\b|\baudit|\barchiv|\blogs?\b|\berrors?\b|\bexternal\b|\bfuture\b|\bplanned\b/i

const isWritten = (topic: Component, { connections }: System): boolean =>
  connections.some(({ callee, role }) => callee === topic && role.value === 'enqueue')

/** Any other arrow may be its reader's, whichever way it points, and so may one at a frame around it. */
const isRead = (topic: Component, { connections }: System): boolean =>
  connections.some(connection => touches(connection, topic) && connection.role.value !== 'enqueue')

function touches({ caller, callee }: Connection, topic: Component): boolean {
  const frames = framesAround(topic)
  return [caller, callee].some(end => end === topic || frames.some(frame => frame === end))
}

const isBeside =
  (topic: Component) =>
  (other: Component): boolean =>
    framesAround(other).some(frame => framesAround(topic).includes(frame))

function judge(first: Component, others: readonly Component[]): Report {
  const all = [first, ...others]
  const one = others.length === 0
  return {
    at: nameSpan(first),
    oncePerDocument: true,
    refutedBy: other => all.some(topic => isReadIn(other, topic)),
    message: `Messages are written to ${enumeratedFirst(all.map(({ name }) => name))}, and nothing reads ${one ? 'it' : 'them'}, although readers are drawn for the topics beside ${one ? 'it' : 'them'}. Draw who reads ${one ? 'it' : 'them'}, or stop writing.`,
    related: others.map(topic => ({ at: nameSpan(topic), message: `nothing reads ${topic.name} either` })),
  }
}

const isReadIn = (system: System, { name }: Component): boolean =>
  system.components.some(part => sameName(part.name) === sameName(name) && isRead(part, system))
