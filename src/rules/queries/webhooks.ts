// Requests by which another organization tells a program of ours that something has happened.

import { arrowMeaning } from '../../knowledge'
import { hasKind, isBroker, isClient, isComponent, isStore } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'

/** From another organization to a program of ours. */
export const isWebhook = ({ caller, callee, role, arrow }: Connection): boolean =>
  isComponent(caller) &&
  isComponent(callee) &&
  role.value !== 'reply' &&
  hasKind(caller, 'external') &&
  !isClient(callee) &&
  !isStore(callee) &&
  !isBroker(callee) &&
  !hasKind(callee, 'external') &&
  (arrowMeaning(wordingOf(arrow))?.value === 'webhook' || /webhook|\bIPN\b/i.test(wordingOf(arrow)))

/** So many messages later something else goes on. */
const furthest = 20

/** What happens on its word in a trace, before it is answered. */
export function doneOnWebhook(hook: Connection, { connections }: System): readonly Connection[] {
  const rest = connections.slice(hook.index + 1, hook.index + furthest)
  const answer = rest.findIndex(({ from, to }) => from === hook.to && to === hook.from)
  return rest.slice(0, answer >= 0 ? answer : furthest)
}
