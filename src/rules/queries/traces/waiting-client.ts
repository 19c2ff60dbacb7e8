// Which client of a trace surely waits while something happens in it.

import { isClient, isComponent } from '../../../model/ends'
import { isCall } from '../../../model/requests'
import type { Component, Connection, Role, System } from '../../../model/system'
import type { Diagram, FragmentKind } from '../../../syntax/tree'
import { branchAround, mayFollow } from './branches'

export interface WaitingClient {
  readonly client: Component
  /** What it asked for. */
  readonly request: Connection
}

/**
 * The client whose request led to an arrow, call by call, and who is told nothing before it and something behind it. A
 * call on the way that is handed over counts where its answer is drawn behind the arrow.
 */
export function waitingClient({ index, from }: Connection, system: System): WaitingClient | undefined {
  const { connections, diagram } = system
  const happens = (each: Connection) => happensBeside(diagram, each.index, index)
  let at = from
  for (const each of connections.slice(0, index).toReversed()) {
    if (each.to !== at || each.from === at || !isAsked(each) || !mayFollow(diagram, each.index, index))
      continue
    const told = connections.filter(
      ({ from, to, index }) => to === each.from && from !== to && index > each.index,
    )
    const answers = isClient(each.from) ? told : told.filter(({ from }) => from === each.to)
    if (answers.some(one => one.index < index && happens(one))) return undefined
    const isAnswered = answers.some(one => mayFollow(diagram, index, one.index))
    if (isClient(each.from)) return isAnswered ? waitingIn(each) : undefined
    if (!isAnswered && !isDirect(each)) return undefined
    at = each.from
  }
  return undefined
}

function waitingIn(request: Connection): WaitingClient | undefined {
  const { from, mode, role } = request
  const waits = mode.value !== 'async' || role.value === 'callback'
  return waits && isComponent(from) ? { client: from, request } : undefined
}

/** A messenger brings what somebody has written by a callback. */
const isAsked = ({ network, role }: Connection): boolean => network.value && asking.has(role.value)

const asking: ReadonlySet<Role> = new Set(['call', 'enqueue', 'usage', 'callback'])

/** No branch around the one is left out where the other happens. */
function happensBeside(diagram: Diagram, one: number, other: number): boolean {
  for (let branch = branchAround(diagram, one); branch; branch = branch.parent) {
    const holdsBoth = branch.first <= other && other <= branch.last
    if (!holdsBoth && atTimes.has(branch.fragment.fragment)) return false
  }
  return true
}

const atTimes: ReadonlySet<FragmentKind> = new Set(['alt', 'opt', 'break', 'critical'])

const isDirect = (each: Connection): boolean => isCall(each) && each.mode.value === 'sync'
