// Of which calls to ask an author who states no timeouts at all: those whose wait holds up somebody else.

import { namesMail, namesStandIn, runsByTheClock } from '../../knowledge'
import { type End, framesAround, hasKind, holdsData, isClient, isComponent, isEdge } from '../../model/ends'
import { rememberedFor } from '../../model/remembered-for'
import type { Call, Component, Connection, Role, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { isChain } from './blockchain'
import { isOutsider, isVendors } from './outsiders'
import { sameName } from './same-name'
import { answersOthers, holdsUpOthers, isAbroad } from './where-it-hurts'

/** A timeout belongs to a client of a callee, however often and by whatever variants of their names the two are drawn. */
export const subjectOfWait = ({ caller, callee }: Pick<Connection, 'caller' | 'callee'>): string =>
  `${sameName(caller.name)} → ${productOf(callee) ?? sameName(callee.name)}`

/** Whether a picture states how long that client waits for that callee: by a figure, or by what comes back. */
export const endsWait = (system: System, subject: string): boolean =>
  waitsLimited(system).has(subject) || showsTimeout(system, subject)

/** Whether a picture shows that client give up, or says for how long it may wait. */
export const showsTimeout = (system: System, subject: string): boolean =>
  waitsGivenUp(system).has(subject) || waitsBudgeted(system).has(subject)

const waitsLimited = rememberedFor(
  ({ connections }: System): ReadonlySet<string> =>
    new Set(
      connections
        .filter(({ figures }) => figures.timeout || figures.deadline)
        .map(each => subjectOfWait(each)),
    ),
)

const waitsGivenUp = rememberedFor(
  ({ connections }: System): ReadonlySet<string> =>
    new Set(
      connections
        .filter(({ role, arrow }) => role.value === 'reply' && gaveUp.test(arrow.text))
        .map(({ caller, callee }) => subjectOfWait({ caller: callee, callee: caller })),
    ),
)

const waitsBudgeted = rememberedFor(
  ({ connections }: System): ReadonlySet<string> =>
    new Set(connections.filter(({ arrow }) => budget.test(arrow.text)).map(each => subjectOfWait(each))),
)

/** `≤3s`, `3s budget`: how long it may take, in other words. */
const budget =
  /(?:≤|\bbudget\b)[\s:=]{0,3}\d+(?:[.,]\d+)? ?(?:ms|s|sec|seconds?|min)\b|\b\d+(?:[.,]\d+)? ?(?:ms|s|sec|seconds?|min) budget\b/i

/** `deadline exceeded`, `timeout after 2s`: it is the caller who gave up, and the picture shows it as an answer. */
const gaveUp = /\bdeadline exceeded\b|\b(?:time-?out|timed out|times out)\W{0,3}(?:after |of |: ?)?\d/i

/** One store of each product is meant, unless names tell several apart. */
const productOf = (callee: End): string | undefined =>
  isComponent(callee) && holdsData(callee) && isNamedAfterProduct(callee) ? callee.technology?.id : undefined

const isNamedAfterProduct = ({ headline, technology }: Component): boolean =>
  technology !== undefined && sameName(headline).startsWith(sameName(technology.name))

/**
 * A person who waits for a page reloads it, a balancer ends by default, a third party's servers are its own concern, and
 * a job, a script or a test is started again. Nobody waits for what a queue feeds or a clock starts, and one's own store
 * hangs least.
 */
export function isMinorWait(connection: Connection, system: System): boolean {
  const { caller, callee, arrow } = connection
  if (!isProgram(connection) || isOthers(caller) || holdsData(callee)) return true
  if (
    isFedByQueues(caller) ||
    isStartedByClock(caller) ||
    (isGateway(caller) && !isAbroad(callee)) ||
    (isEdge(callee) && isEntry(caller))
  )
    return true
  if (hasKind(caller, 'worker') && isEntry(caller)) return true
  if (isTriedAgain(connection, system) || isUnderTest(caller) || isMethod.test(arrow.text)) return true
  if (isPolling(connection) || isChain(callee) || isUnanswered(connection, system)) return true
  if (isClient(callee) || screen.test(headlineOf(callee)) || namesStandIn(callee.text)) return true
  if (screen.test(headlineOf(caller)) || isOutsider(caller) || isVendors(caller)) return true
  return [caller.text, callee.text, arrow.text].some(words => notYet.test(words))
}

/** Behind a queue, where a mail or a call that is repeated holds up nothing but the next job. */
const isTriedAgain = ({ caller, callee }: Connection, { connections }: System): boolean =>
  (hasKind(caller, 'worker') || behindQueue.test(headlineOf(caller))) &&
  (namesMail(callee.text) ||
    messages.test(callee.text) ||
    connections.some(each => each.caller === caller && retried.test(wordingOf(each.arrow))))

const behindQueue = /\b(?:workers?|consumers?|background jobs?)\b/i
const messages = /\b(?:sms|push|twilio)\b/i
const retried =
  /\bretr(?:y|ies|ied)\b|\bre-?(?:queued?|enqueued?|schedul\w*|tr(?:y|ied))\b|重试|再試行|재시도/i

/** Among tests and what stands in for others. */
const isUnderTest = (caller: End): boolean =>
  framesAround(caller).some(({ text }) => /\b(?:tests?|testing|mocks?|fixtures?)\b/i.test(text))

/** `startSession()`: a program calls a part of itself by a name. */
const isMethod = /^\s*\p{Ll}\w*\([^()]*\)\s*$/u

/** It asks again and again, whoever else asks it for something. */
const isPolling = ({ arrow }: Connection): boolean =>
  /\bpoll(?:s|ing|ed)?\b|轮询|ポーリング|폴링|опрос|опрашива|sondage|abfrag/iu.test(wordingOf(arrow))

/** A trace that draws answers shows none to this: nobody in the picture waits for it. */
const isUnanswered = ({ from, to, index }: Connection, system: System): boolean => {
  const answers = answersIn(system)
  return (
    answers.length > 0 && !answers.some(each => each.index > index && each.from === to && each.to === from)
  )
}

const answersIn = rememberedFor(({ connections, diagram }: System): readonly Connection[] =>
  isTimeline(diagram) ? connections.filter(({ role }) => role.value === 'reply') : [],
)

/** What reaches it comes out of queues alone. */
const isFedByQueues = (caller: End): boolean => isComponent(caller) && isFedOnly(caller)

const isFedOnly = rememberedFor(
  ({ incoming }: Component): boolean =>
    incoming.length > 0 && incoming.every(({ connection }) => connection.role.value === 'delivery'),
)

/** Of all that ask it for something, each is a clock or says when it asks. */
const isStartedByClock = (caller: End): boolean => isComponent(caller) && isDueOnly(caller)

const isDueOnly = rememberedFor(({ incoming }: Component): boolean => {
  const asked = incoming.filter(
    ({ caller, callee, connection }) => caller !== callee && asking.has(connection.role.value),
  )
  return asked.length > 0 && asked.every(isByTheClock)
})

const asking: ReadonlySet<Role> = new Set(['call', 'enqueue', 'delivery', 'callback', 'control', 'usage'])

const isByTheClock = ({ caller, connection }: Call): boolean =>
  hasKind(caller, 'scheduler') || runsByTheClock(`${headlineOf(caller)} ${wordingOf(connection.arrow)}`)

/** Nothing is in front of it: where it asks an edge it is a client, whatever it is called. */
const isEntry = (caller: End): boolean => isComponent(caller) && caller.incoming.length === 0

/** Nearly all of them end by default: those that don't are known by name. */
const isGateway = (caller: End): boolean =>
  isComponent(caller) && hasKind(caller, 'gateway') && !neverEnds.has(caller.technology?.id ?? '')

const neverEnds: ReadonlySet<string> = new Set(['spring-cloud-gateway'])

/** Ends by default, is started anew, or is run by somebody else. */
const isOthers = (caller: End): boolean =>
  hasKind(caller, 'balancer', 'cdn', 'proxy', 'waf', 'scheduler', 'external') ||
  (isComponent(caller) && caller.technology?.kind === 'auth' && caller.technology.managed === true)

/** By its name, or since it surely calls. */
const isProgram = ({ caller, chances }: Connection): boolean =>
  holdsUpOthers(caller) || (answersOthers(caller) && chances.call >= surely)

const surely = 0.98

const headlineOf = (end: End): string => (isComponent(end) ? end.headline : end.text)

/** What a person looks at, by the end of its name. */
const screen =
  /\b(?:page|screen|view|form|modal|dialog|front-?end|mini app|web ?app|portal|ui|spa|browser|dashboard)s?\W*$/i

/** Nobody runs it yet. */
const notYet =
  /\b(?:planned|future|proposed|not (?:yet )?implemented|roadmap|n[ãa]o implementad\w|planejad\w|planead\w|geplant|prévu)\b|計画|規劃|规划|예정|план(?:ируется)?\b|будущ/i
