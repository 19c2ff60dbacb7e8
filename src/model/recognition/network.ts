// Does this arrow cross a network? Each arrow is judged for itself: in a mixed picture only those between programs do.

import { arrowMeaning } from '../../knowledge'
import {
  type End,
  framesAround,
  hasKind,
  holdsData,
  isBroker,
  isClient,
  isComponent,
  isEdge,
  isService,
  isStore,
  kindOf,
} from '../ends'
import { statesOperation } from '../figure'
import { namesCall } from '../protocol'
import type { Connection, Role } from '../system'
import { wordingOf } from '../wording'
import { type Decision, no, yes } from './decision'
import { deployabilityOf, isLibrary, isProduct, reachedFromOutside } from './deployability'
import {
  inProcess,
  isConfiguration,
  isDriver,
  isEmbedded,
  isFilter,
  isInProcess,
  isNamedFilter,
  isServedProduct,
  isView,
} from './in-process'
import { namesFunction } from './naming'
import { awaitsPerson, categoryOf, isFile, isPhase, type NodeCategory } from './node-category'
import { layerWords, programAround } from './program-titles'
import { type Programs, staysInProgram } from './programs'

/** Whether each arrow crosses a network, told by its ends and its words, whatever the picture is. */
export function tellCrossings(connections: readonly Connection[], programs: Programs): readonly Decision[] {
  const around: Around = { programs, reached: reachedFromOutside(connections) }
  return connections.map(
    connection =>
      staysInside(connection, around) ?? betweenNamed(connection) ?? betweenDeployables(connection, around),
  )
}

/** What answers a call within a program stays there too. */
export function answersWithin(): (connection: Connection, decision: Decision) => Decision {
  const asked = new Map<End, Map<End, Decision>>()
  return ({ caller, callee, role }, decision) => {
    if (role.value === 'reply') {
      const call = asked.get(callee)?.get(caller)
      return decision.value && call?.value === false ? call : decision
    }
    const calls = asked.get(caller)
    if (calls) calls.set(callee, decision)
    else asked.set(caller, new Map([[callee, decision]]))
    return decision
  }
}

interface Around {
  readonly programs: Programs
  /** Boxes that stand by themselves because somebody outside reaches them. */
  readonly reached: ReadonlySet<End>
}

/** What speaks against a call, whatever stands at the ends. */
function staysInside(connection: Connection, { programs }: Around): Decision | undefined {
  const { role, from, to, callee, figures, arrow } = connection
  if (noCalls.has(role.value)) return no(role.confidence, role.why)
  if (arrow.stroke === 'invisible') return no(0.99, 'an invisible link')
  if (from === to) return no(0.95, 'it stays within one component')
  if (arrow.head === 'cross' && refused.test(arrow.text)) return no(0.9, 'a call that does not happen')
  if ([from, to].some(isPhase)) return no(0.85, 'an end is a phase of a plan')
  if (role.value === 'telemetry' && isView(callee)) return no(0.85, 'a view of what monitors')
  if ([from, to].some(awaitsPerson)) return no(0.85, 'somebody decides it')
  if ([from, to].some(isConfiguration)) return no(0.85, 'an end configures what runs')
  if (([from, to].some(isEmbedded) && !asksThroughDriver(from, to)) || inProcess.test(wordingOf(arrow)))
    return no(0.85, 'one lives in the process of the other')
  if (isLibrary(callee)) return no(0.85, 'a library runs in what uses it')
  if (isNamedFilter(callee) || ([from, to].some(isFilter) && !namesCall(connection)))
    return no(0.85, 'a filter runs in what it filters for')
  if (statesCall(figures)) return yes(0.97, 'its figures are stated')
  if ([from, to].every(isMeasured)) return yes(0.9, 'both ends state how they run')
  if ([from, to].every(isInProcess) && (!namesCall(connection) || isWithinContainer(connection)))
    return no(0.85, 'two components of one process')
  if (namesCall(connection)) return undefined
  if (sharesBrowser(from, to)) return no(0.85, 'both run in one browser')
  return staysInProgram(programs, connection) ? no(0.85, 'two parts of one program') : undefined
}

const isMeasured = (end: End): boolean => isComponent(end) && statesOperation(end.figures)

/** `Prisma → PostgreSQL`: the mapper lives in its program, which reaches the store through it. */
const asksThroughDriver = (one: End, other: End): boolean =>
  (isDriver(one) && isServedProduct(other)) || (isServedProduct(one) && isDriver(other))

/** `Routes POST /uploads to`: words of a router to its handler; between processes C4 names a technology. */
const isWithinContainer = ({ from, to, arrow }: Connection): boolean =>
  arrow.technology === undefined &&
  isComponent(from) &&
  isComponent(to) &&
  from.boundary !== undefined &&
  from.boundary === to.boundary

/** A page and its workers, in a group such as `User browser`. */
const sharesBrowser = (one: End, other: End): boolean =>
  framesAround(one).some(frame => browser.test(frame.text) && framesAround(other).includes(frame))

const browser = /^\W*(?:[\w'’]{1,20} )?browser\b(?!s)/i

/** Beside a cross, what keeps it from getting there. */
const refused =
  /❌|🚫|⛔|\b(?:unreachable|block(?:s|ed)|forbid(?:s|den)|den(?:y|ies|ied)|no (?:direct )?access|not allowed|never|prevented|disabled)\b/i

/** Anything stated but its place in an order: steps are numbered too. */
const statesCall = (figures: Connection['figures']): boolean =>
  Object.entries(figures).some(([key, figure]) => key !== 'order' && figure?.stated)

/** A label that names a protocol settles it between boxes that may run. */
function betweenNamed(connection: Connection): Decision | undefined {
  const categories = [connection.from, connection.to].map(end =>
    isComponent(end) ? categoryOf(end) : 'system',
  )
  if (namesCall(connection) && entersOrLeavesCode(connection)) return yes(0.75, 'its label names a protocol')
  if (categories.some(category => noSystem.has(category)) && !leavesCode(connection))
    return no(0.8, 'an end is no running system')
  if (namesCall(connection)) return yes(0.9, 'its label names a protocol')
  if (connection.request?.path !== undefined) return yes(0.85, 'its label names a path')
  return categories.includes('step') ? no(0.75, 'an end is a step, not a system') : undefined
}

/** A stated protocol beats a name: `Browser → Orders controller` by HTTPS, `API client → Orders API` by REST. */
function entersOrLeavesCode({ caller, callee, role }: Connection): boolean {
  if (role.value === 'reply' || ![caller, callee].every(isComponent)) return false
  const [asks, answers] = [isCode(caller), isCode(callee)]
  if (asks) return !answers && deployabilityOf(callee) === 'runs'
  return answers && isClient(caller) && deployabilityOf(caller) === 'runs'
}

/** `OrderRepository → PostgreSQL`: whatever part of a program asks it, the product is asked over a network. */
const leavesCode = ({ caller, callee, role }: Connection): boolean =>
  role.value === 'reply'
    ? isCode(callee) && isServedProduct(caller)
    : isCode(caller) && isServedProduct(callee)

const isCode = (end: End): boolean => isComponent(end) && categoryOf(end) === 'code' && !isFile(end.headline)

/** Two that run call each other over a network; beside one that runs it depends on what that is. */
function betweenDeployables(connection: Connection, { reached }: Around): Decision {
  const isReply = connection.role.value === 'reply'
  const [caller, callee] = isReply
    ? [connection.callee, connection.caller]
    : [connection.caller, connection.callee]
  if (callsFunction(connection) && mayBeClass(callee)) return no(0.85, 'a function call')
  const [runs, asked] = [deployabilityOf(caller) === 'runs', deployabilityOf(callee) === 'runs']
  if (runs && asked) return yes(0.9, 'between two systems')
  if (!runs && !asked) {
    const apart = [caller, callee].every(end => deployabilityOf(end) === 'unsure' && reached.has(end))
    return apart ? yes(0.7, 'both are reached from outside') : no(0.7, 'neither is known to run by itself')
  }
  if (crossesWith(connection, { caller, callee, reached })) return yes(0.7, 'beside known systems')
  const isPart = deployabilityOf(runs ? callee : caller) === 'part'
  return no(isPart ? 0.75 : 0.65, 'an end may be a part of the other')
}

/** Named for no system, or as what a program calls others with. */
const mayBeClass = (end: End): boolean =>
  isComponent(end) &&
  end.technology === undefined &&
  (kindOf(end) === undefined || (isService(end) && (!isSure(end) || /client$/i.test(end.headline))))

/** `reserve(order)`; `CheckStock(id)` may be a remote procedure. */
const callsFunction = ({ arrow }: Connection): boolean =>
  /^\p{Ll}/u.test(arrow.text) && namesFunction(arrow.text)

interface Pair {
  readonly caller: End
  readonly callee: End
  readonly reached: ReadonlySet<End>
}

function crossesWith(connection: Connection, { caller, callee, reached }: Pair): boolean {
  const [sure, other] = deployabilityOf(caller) === 'runs' ? [caller, callee] : [callee, caller]
  const part = deployabilityOf(other) === 'part'
  if (sure === callee && isProduct(sure)) return true
  if (sure === callee && isStore(sure) && isSure(sure)) return true
  if (sure === callee && (holdsData(sure) || hasKind(sure, 'external'))) return !part
  if (isBroker(sure)) return true
  if (holdsData(sure)) return !part && (reached.has(other) || kindOf(other) !== undefined)
  if (isOtherProgram(callee, caller)) return true
  if (part) return isClient(caller) && !together(caller, callee)
  if (saysCall(connection) || isEdge(sure) || isClient(caller)) return true
  return reached.has(other) && !together(caller, callee)
}

/** A part of a program that the caller is no part of: `Clients → API layer` of the ledger. */
function isOtherProgram(callee: End, caller: End): boolean {
  const own = isComponent(callee) ? programAround(callee.boundary) : undefined
  if (own === undefined || own === layerWords || deployabilityOf(caller) !== 'runs') return false
  return own !== (isComponent(caller) && programAround(caller.boundary))
}

/** `calls`, `reads from`, `publishes`. */
const saysCall = ({ arrow }: Connection): boolean => {
  const meaning = arrowMeaning(wordingOf(arrow))?.value
  return meaning === 'call' || meaning === 'async' || meaning === 'subscription'
}

/** In one group that is more than the place where both are deployed. */
function together(one: End, other: End): boolean {
  const [group] = framesAround(one)
  return group !== undefined && group === framesAround(other)[0] && !isPlace.test(group.text)
}

const isPlace =
  /\b(?:cloud|aws|azure|gcp|vpc|vnet|subnet|region|zone|az|namespace|cluster|kubernetes|k8s|docker|compose|swarm|account|subscription|environment|network|data ?cent(?:er|re)|on[- ]prem\w*|internal|production|system|platform)\b/i

/** A cache or a store of a few words may be a variable. */
const isSure = (end: End): boolean => isComponent(end) && (end.kind?.confidence ?? 0) >= 0.75

const noCalls: ReadonlySet<Role> = new Set<Role>(['structure', 'usage', 'attachment'])

const noSystem: ReadonlySet<NodeCategory> = new Set<NodeCategory>(['decision', 'code', 'topic', 'equipment'])
