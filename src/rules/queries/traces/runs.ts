// Which steps of one program belong to one request, as far as a trace tells.

import { isBroker, isStore } from '../../../model/ends'
import type { Call, Component, System } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import { branchAround, happenTogether, isAnotherScenario } from './branches'

/** Both in one run: no other branch, no new scenario and no new request stands between. Notes have half an index. */
export function isOneRun(part: Component, first: number, later: number, system: System): boolean {
  const { connections, diagram } = system
  const [before, behind] = [Math.max(0, Math.floor(first)), Math.max(0, Math.floor(later))]
  const [one, other] = [connections[before], connections[behind]]
  if (!one || !other || !happenTogether(branchAround(diagram, before), branchAround(diagram, behind)))
    return false
  return !isAnotherScenario(diagram, one.span, other.span) && !isAskedAnew(part, before, behind, system)
}

/** It has answered, and is called again: what it does then it does for somebody else. */
function isAskedAnew(part: Component, first: number, later: number, { connections }: System): boolean {
  const between = connections.slice(first + 1, later)
  const answered = between.findIndex(
    ({ from, to, role }) => from === part && to !== part && role.value === 'reply' && !isStore(to),
  )
  return (
    answered >= 0 &&
    between
      .slice(answered + 1)
      .some(({ caller, callee, role }) => callee === part && caller !== part && role.value === 'call')
  )
}

/** What is stored at that place of the trace is stored behind what was published, for the same request. */
export const isPublishedFirst = (
  part: Component,
  published: Call,
  written: number,
  system: System,
): boolean =>
  isOneRun(part, published.connection.index, written, system) && !isOutcome(written, published, system)

/** What came back for a command is stored: it was not there before, and no transaction could have held both. */
const isOutcome = (written: number, { connection, callee }: Call, { connections }: System): boolean =>
  isBroker(callee) &&
  connections.some(
    ({ index, from, to, role, arrow }) =>
      index > connection.index &&
      index < written &&
      from === callee &&
      to === connection.caller &&
      role.value === 'reply' &&
      !receipt.test(wordingOf(arrow)),
  )

/** By which a broker says that it has a message. */
const receipt =
  /\b(?:(?:pub)?ack\w*|ok|accept\w*|(?:en)?queued|published|sent|20[0-2]|offset|ids?|confirm\w*|success\w*)\b|^\W*$/i
