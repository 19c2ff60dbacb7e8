// What the arrows of a design are and which of them cross a network: what is written decides, the rest is weighed.

import type { Inference } from '../../knowledge'
import type { Diagram } from '../../syntax/tree'
import type { Introduction } from '../../text/introduction'
import type { UnjudgedConnection } from '../connections'
import type { End } from '../ends'
import { namesCall } from '../protocol'
import type { Component, Connection, Role } from '../system'
import { neighborhoodOf } from './evidence/around'
import { arrowEvidence } from './evidence/arrow'
import type { Seen } from './evidence/seen'
import { wordsIn } from './evidence/words'
import { reasonsFor, tables } from './learned'
import { type Answers, logit, type Mind } from './mind'
import { type Programs, staysInProgram } from './programs'
import { reachedFromOutside } from './standing'
import type { Verdict } from './verdict'

/** What a reader can say of an arrow; `none` is no message between programs. */
export const arrowAnswers = [
  'none',
  'call',
  'enqueue',
  'delivery',
  'reply',
  'feed',
  'replication',
  'telemetry',
  'control',
  'callback',
  'usage',
] as const

export interface Arrows {
  readonly diagram: Diagram
  readonly introduction: Introduction
  readonly components: readonly Component[]
  readonly connections: readonly UnjudgedConnection[]
  /** Whether each crosses a network, told by its ends and words alone. */
  readonly told: readonly Verdict[]
  readonly programs: Programs
  /** How likely the picture is a design. */
  readonly chance: number
}

export interface ArrowVerdict {
  readonly role: Inference<Role>
  readonly network: Verdict
}

/** In the order of the connections. */
export function judgeArrows(arrows: Arrows, mind: Mind): readonly ArrowVerdict[] {
  const { diagram, introduction, components, connections, told, programs, chance } = arrows
  const context = [...introduction.headings, diagram.title ?? ''].flatMap(wordsIn)
  const around = neighborhoodOf({ diagram, glance: logit(chance), context }, components)
  const reached = reachedFromOutside(connections)
  const pairs = pairsIn(connections)
  return connections.map((connection, at) => {
    const { caller, callee, from, to, index } = connection
    const first: ArrowVerdict = { role: connection.role, network: told[at]! }
    if (isCertain(first)) return first
    const back = pairs.get(to)?.get(from)
    const seen = arrowEvidence(
      connection,
      {
        told: first.network,
        withinProgram: staysInProgram(programs, connection),
        reached: [reached.has(caller), reached.has(callee)],
        answersAnother: back !== undefined && back.first < index,
        isAnswered: back !== undefined && back.last > index,
      },
      around,
    )
    return weighed(connection, { first, seen, answers: mind('arrow', seen, index) })
  })
}

/** What the author states, and lines that nobody takes for calls. */
const isCertain = ({ role, network }: ArrowVerdict): boolean =>
  network.confidence >= 0.95 || (role.confidence >= 0.95 && role.value === 'reply')

interface Places {
  readonly first: number
  last: number
}

/** Where arrows between two ends stand first and last. */
function pairsIn(connections: readonly Connection[]): ReadonlyMap<End, ReadonlyMap<End, Places>> {
  const pairs = new Map<End, Map<End, Places>>()
  for (const { from, to, index } of connections) {
    const before = pairs.get(from) ?? new Map<End, Places>()
    pairs.set(from, before)
    const known = before.get(to)
    if (known) known.last = index
    else before.set(to, { first: index, last: index })
  }
  return pairs
}

interface Weighing {
  readonly first: ArrowVerdict
  readonly seen: readonly Seen[]
  readonly answers: Answers
}

/** Below this the first sight stands. */
const sureOfRole = 0.6

function weighed(connection: Connection, { first, seen, answers }: Weighing): ArrowVerdict {
  const [likeliest] = answers
  if (!likeliest) return first
  const [answer, chance] = likeliest
  const because = (what: string) => reasonsFor(tables.arrow(), seen, what).join('; ')
  const role = arrowAnswers.find(one => one === answer)
  if (role === undefined || chance < sureOfRole || isWritten(connection, role)) return first
  if (role === 'none')
    return first.network.value
      ? { role: first.role, network: { value: false, confidence: chance, why: because(role) } }
      : first
  return {
    role: role === first.role.value ? first.role : { value: role, confidence: chance, why: because(role) },
    network: networkOf(role, chance, first) ?? { value: true, confidence: chance, why: because(role) },
  }
}

/** What is used at a screen is no call; what is controlled is where the words say so. */
function networkOf(role: Role, chance: number, { role: before, network }: ArrowVerdict): Verdict | undefined {
  if (role === 'usage') return { value: false, confidence: chance, why: 'a person in front of a screen' }
  if (role === 'control' && before.value === 'control') return network
  return network.value ? network : undefined
}

/** A protocol, a method or a path: no name of a box makes it less than a message. */
const isWritten = (connection: Connection, answer: string): boolean =>
  !messages.has(answer) && (namesCall(connection) || connection.request?.path !== undefined)

const messages: ReadonlySet<string> = new Set([
  'call',
  'enqueue',
  'delivery',
  'reply',
  'callback',
  'telemetry',
])
