// Answers that come back through a broker while somebody waits on an open request.

import { isBroker, isComponent, isEdge } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { defineRule } from '../rule'

export const requestReplyOverQueue = defineRule({
  id: 'request-reply-over-queue',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'A request is kept open until an answer has come back through a broker.',
  presets: { recommended: 'info' },
  settledBy:
    /\bcorrelation[ _-]?ids?\b|\bcorrelat\w+|\breply[- _]?(?:to|queue|topic)\b|\btime[sd]? ?out\b|\bwebsockets?\b|\bsse\b|\bpoll\w*/i,
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    for (const back of system.connections) {
      const sent = back.role.value === 'delivery' ? sentBefore(back, system) : undefined
      const held = sent && heldRequest(sent, back, system)
      if (!sent || !held) continue
      const { open, answer } = held
      yield {
        at: labelSpanOf(answer),
        oncePerDocument: true,
        message: `${open.caller.name} holds a request open until the answer comes back through ${back.caller.name}. A lost or slow message leaves the request hanging, and another copy of ${back.callee.name} may get the answer. Answer 202 Accepted with a status URL, or state a correlation id, a reply queue for each copy and a timeout.`,
        related: [
          { at: labelSpanOf(open), message: `${open.caller.name} begins to wait here` },
          { at: labelSpanOf(sent), message: 'Handed to the broker here' },
          { at: labelSpanOf(back), message: 'It comes back here' },
        ],
      }
    }
  },
})

/** So many messages before it belong to the same request. */
const furthest = 40

const before = ({ index }: Connection, { connections }: System): readonly Connection[] =>
  connections.slice(Math.max(0, index - furthest), index)

/** What its receiver handed to a broker before. */
const sentBefore = (back: Connection, system: System): Connection | undefined =>
  isBroker(back.caller)
    ? before(back, system).findLast(
        ({ caller, callee, role }) => role.value === 'enqueue' && caller === back.callee && isBroker(callee),
      )
    : undefined

interface HeldRequest {
  readonly open: Connection
  readonly answer: Connection
}

/** The request that was open all the time, and is answered only afterwards. */
function heldRequest(sent: Connection, back: Connection, system: System): HeldRequest | undefined {
  const server = back.callee
  const asked = before(sent, system).findLast(
    ({ callee, caller, role }) => role.value === 'call' && callee === server && caller !== server,
  )
  if (!asked || !isComponent(asked.caller) || isBroker(asked.caller) || isEdge(server)) return undefined
  const isBetween = ({ from, to }: Connection): boolean =>
    (from === asked.from && to === asked.to) || (from === asked.to && to === asked.from)
  const [next] = system.connections.slice(asked.index + 1, back.index + furthest).filter(isBetween)
  // Asked again, or answered sooner: nothing was kept open.
  return next && next.index > back.index && next.from === asked.to ? { open: asked, answer: next } : undefined
}
