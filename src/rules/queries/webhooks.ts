// Requests by which another organization tells a program of ours that something has happened.

import { arrowMeaning } from '../../knowledge'
import { hasKind, isBroker, isClient, isComponent, isStore } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'

/** By its words, whoever sends it. */
export const saysWebhook = ({ arrow, role }: Connection): boolean =>
  role.value !== 'reply' &&
  (arrowMeaning(wordingOf(arrow))?.value === 'webhook' ||
    /webhook|\bIPN\b|\bPOST \S{0,80}\/hooks?\b/i.test(wordingOf(arrow)))

/** From another organization to a program of ours. */
export const isWebhook = (connection: Connection): boolean => {
  const { caller, callee } = connection
  return (
    isComponent(caller) &&
    isComponent(callee) &&
    hasKind(caller, 'external') &&
    (!isClient(callee) || keepsItself(callee)) &&
    !isStore(callee) &&
    !isBroker(callee) &&
    !hasKind(callee, 'external') &&
    saysWebhook(connection)
  )
}

/** `Admin Panel`, which asks a database: a web application with a server of its own, which the picture doesn't tell apart. */
const keepsItself = (part: Component): boolean =>
  hasKind(part, 'client', 'browser') && part.outgoing.some(({ callee }) => isStore(callee))

/** So many messages later something else goes on. */
const furthest = 20

/** An answer that is drawn ends what is done on its word, and may come later. */
const furthestAnswer = 60

export interface WebhookWork {
  /** What a trace draws on its word, up to its answer. */
  readonly done: readonly Connection[]
  /** Whether an answer to it is drawn. */
  readonly isAnswered: boolean
}

/** A user, the same sender or another one comes with the next thing, and what follows is done on its word. */
const beginsAnew = (hook: Connection, next: Connection): boolean =>
  next.role.value !== 'reply' &&
  next.from !== next.to &&
  ((isClient(next.caller) && next.caller !== hook.callee) ||
    (next.from === hook.from && next.to === hook.to) ||
    isWebhook(next))

/** An answer that refuses it belongs to a branch in which nothing is done, and ends nothing. */
export function workOfWebhook(hook: Connection, { connections }: System): WebhookWork {
  const rest = connections.slice(hook.index + 1, hook.index + furthestAnswer)
  const answer = rest.findIndex(
    ({ from, to, role, arrow }) =>
      from === hook.to && to === hook.from && role.value === 'reply' && !refusing.test(wordingOf(arrow)),
  )
  const end = answer < 0 ? furthest - 1 : answer
  const ends = [end, rest.findIndex(next => beginsAnew(hook, next))].filter(at => at >= 0)
  return { done: rest.slice(0, Math.min(...ends)), isAnswered: answer >= 0 }
}

const refusing =
  /\b[45]\d\d\b|\binvalid|\breject|\berror|\bbad request|\bunauthor|\bforbidden|\bduplicate|\balready\b|\bignored?\b/i

/** Where a part begins what a webhook asks for, however many pass it on: the sender repeats all of it until it is answered. */
export function startedByWebhook(part: Component, system: System): number {
  const starts = system.connections.filter(isWebhook).map(hook => {
    const reached = new Set<Connection['callee']>([hook.callee])
    for (const { caller, callee, role, index } of workOfWebhook(hook, system).done) {
      if (role.value === 'reply' || role.value === 'delivery' || !reached.has(caller)) continue
      if (callee === part) return index
      reached.add(callee)
    }
    return Infinity
  })
  return Math.min(Infinity, ...starts)
}
