// What the arrows of a design are and which of them cross a network: what is written decides, the rest is weighed.

import { type Inference, tellsOfMiss } from '../../knowledge'
import type { Diagram } from '../../syntax/tree'
import type { Introduction } from '../../text/introduction'
import type { UnjudgedConnection } from '../connections'
import { type End, hasKind, isBroker, isComponent, kindOf } from '../ends'
import { namesCall } from '../protocol'
import type { Chances, Component, Connection, Role } from '../system'
import { type Answers, type Classifier, chanceOf, logit } from './classifier'
import type { Decision } from './decision'
import { deployabilityOf, isProduct, reachedFromOutside } from './deployability'
import { neighborhoodOf } from './evidence/around'
import { arrowEvidence } from './evidence/arrow'
import type { Seen } from './evidence/seen'
import { wordsIn } from './evidence/words'
import { reasonsFor, tables } from './learned'
import { categoryOf } from './node-category'
import { type Programs, staysInProgram } from './programs'

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
  readonly told: readonly Decision[]
  readonly programs: Programs
  /** How likely the picture is a design. */
  readonly chance: number
}

export interface ArrowDecision {
  readonly role: Inference<Role>
  readonly network: Decision
}

export interface JudgedArrow extends ArrowDecision {
  readonly chances: Chances
}

/** In the order of the connections. */
export function judgeArrows(arrows: Arrows, classify: Classifier): readonly JudgedArrow[] {
  const { diagram, introduction, components, connections, told, programs, chance } = arrows
  const context = [...introduction.headings, diagram.title ?? ''].flatMap(wordsIn)
  const around = neighborhoodOf({ diagram, glance: logit(chance), context }, components)
  const reached = reachedFromOutside(connections)
  const pairs = pairsIn(connections)
  return connections.map((connection, at) => {
    const { caller, callee, from, to, index } = connection
    const first: ArrowDecision = { role: connection.role, network: told[at]! }
    if (isCertain(first)) return { ...first, chances: chancesAtFirst(first) }
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
    const answers = classify('arrow', seen, index)
    const chances =
      answers.length > 0
        ? { call: chanceOf(answers, 'call'), message: chanceOfMessage(answers) }
        : chancesAtFirst(first)
    return { ...weighed(connection, { first, seen, answers }), chances }
  })
}

const chancesAtFirst = ({ role, network: { value, confidence } }: ArrowDecision): Chances => {
  const message = value ? confidence : 0
  return { call: role.value === 'call' ? message : 0, message }
}

/**
 * What the author states, lines that nobody takes for messages, and what builds, configures or watches: nobody's request
 * waits for that, whatever is asked over a network.
 */
const isCertain = ({ role, network }: ArrowDecision): boolean =>
  network.confidence >= 0.95 || (role.confidence >= 0.95 && settled.has(role.value))

const settled: ReadonlySet<Role> = new Set<Role>(['structure', 'control', 'telemetry'])

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
  readonly first: ArrowDecision
  readonly seen: readonly Seen[]
  readonly answers: Answers
}

/** The role of the first sight stands unless another is likelier than this: the more it is told by, the more so. */
const sureOfRole = ({ role }: ArrowDecision): number => (role.confidence >= 0.75 ? 0.7 : 0.4)

/** What goes between programs at first sight is left out only where that is likelier than this. */
const sureOfNone = 0.8

/** What stays in one is a message only where that is likelier than this: the surer the first sight, the more so. */
function sureOfMessage({ caller, callee }: Connection, { confidence }: Decision): number {
  if (confidence >= surelyWithin) return 1
  if (confidence < 0.75) return 0.5
  return [caller, callee].some(isNamedPart) ? 0.8 : 0.6
}

/** A part by its wording, of which nothing else tells a kind: `Planner`, `Input guardrails`. */
const isNamedPart = (end: End): boolean =>
  isComponent(end) &&
  kindOf(end) === undefined &&
  categoryOf(end) === 'unknown' &&
  deployabilityOf(end) === 'part'

/** What is embedded, configures, filters or is a library stays where it is. */
const surelyWithin = 0.85

function weighed(connection: Connection, { first, seen, answers }: Weighing): ArrowDecision {
  const [likeliest] = answers
  if (!likeliest) return first
  const [answer, chance] = likeliest
  const role = arrowAnswers.find(one => one === answer)
  if (role === undefined || isWritten(connection, role)) return first
  const because = () => reasonsFor(tables.arrow(), seen, role).join('; ')
  if (role === 'none') {
    if (!first.network.value || chance < sureOfNone) return first
    return { role: first.role, network: { value: false, confidence: chance, why: because() } }
  }
  if (role === first.role.value && first.network.value) return first
  const learnt = { confidence: chance, why: because() }
  if (role === 'usage' && chance >= sureOfRole(first))
    return { role: { value: role, ...learnt }, network: { value: false, ...learnt } }
  const network = mayCross(connection, first, answers) ? crossing(first, answers, learnt.why) : first.network
  if (!network.value && role !== 'control') return first
  const isNew = role !== first.role.value && chance >= sureOfRole(first)
  return { role: isNew ? { value: role, ...learnt } : first.role, network }
}

const crossing = ({ network }: ArrowDecision, answers: Answers, why: string): Decision =>
  network.value ? network : { value: true, confidence: chanceOfMessage(answers), why }

/** A line without head and words may be a call; `site-to-site VPN` and a host at its end say that it joins. */
const mayCross = (connection: Connection, { network, role }: ArrowDecision, answers: Answers): boolean =>
  network.value ||
  (!(role.value === 'attachment' && (saysThatItJoins(connection) || joinsTopic(connection))) &&
    chanceOfMessage(answers) >= sureOfMessage(connection, network))

const saysThatItJoins = ({ arrow }: Connection): boolean => arrow.text !== '' || arrow.head !== 'none'

/** By a line alone a topic hangs on its broker as a disk on its host. */
const joinsTopic = ({ caller, callee }: Connection): boolean => isBroker(caller) && isBroker(callee)

const chanceOfMessage = (answers: Answers): number =>
  answers.reduce((sum, [answer, chance]) => sum + (noMessages.has(answer) ? 0 : chance), 0)

const noMessages: ReadonlySet<string> = new Set(['none', 'usage', 'control'])

/**
 * A protocol or a path: no name of a box makes it less than a message. A webhook is none that somebody waits for, a
 * database neither asks nor hands over, and a cache fetches what it misses.
 */
function isWritten(connection: Connection, answer: string): boolean {
  const { role, caller, arrow } = connection
  if (role.value === 'call' && handedOver.has(answer) && tellsOfMiss(arrow.text))
    return hasKind(caller, 'cache', 'cdn')
  if (role.value === 'callback') return answer === 'call' || answer === 'reply'
  if (copies.has(role.value) && isProduct(caller)) return answer === 'call' || answer === 'delivery'
  return !messages.has(answer) && (namesCall(connection) || connection.request?.path !== undefined)
}

const handedOver: ReadonlySet<string> = new Set(['delivery', 'feed'])

const copies: ReadonlySet<Role> = new Set<Role>(['feed', 'replication'])

const messages: ReadonlySet<string> = new Set([
  'call',
  'enqueue',
  'delivery',
  'reply',
  'callback',
  'telemetry',
])
