// Requests that one run refuses and answers as well.

import { isClient } from '../../../model/ends'
import type { Connection, System } from '../../../model/system'
import type { FragmentKind } from '../../../syntax/tree'
import { asks, fails, furthest, isAnswer, refuses, saidIn, thereAlready } from './answers'
import { type Branch, branchesAround, isAnotherScenario, mayFollow, notesIn } from './branches'
import { saysFailure } from './failures'

export interface RefusedAndAnswered {
  readonly refusal: Connection
  readonly answer: Connection
  /** The innermost branch around the refusal, if the answer stands outside of it. */
  readonly branch?: Branch
}

export function* refusedAndAnswered(system: System): Iterable<RefusedAndAnswered> {
  const seen = new Set<Connection>()
  for (const request of system.connections) {
    if (request.from === request.to || !isAsked(request)) continue
    const answers = answersTo(request, system)
    for (const refusal of answers) {
      if (seen.has(refusal)) continue
      const found = answeredAfter(refusal, request, answers, system)
      if (!found) continue
      seen.add(refusal)
      yield found
    }
  }
}

const isAsked = ({ role }: Connection): boolean => asks(role.value) || role.value === 'usage'

/** What the asker gets until it asks for something else. */
function answersTo(request: Connection, { connections, diagram }: System): readonly Connection[] {
  const { caller } = request
  const rest = connections.slice(request.index + 1, request.index + furthest)
  const again = rest.findIndex(
    each =>
      each.from === caller &&
      each.to !== caller &&
      !answers(each) &&
      mayFollow(diagram, request.index, each.index),
  )
  return rest
    .slice(0, again < 0 ? furthest : again)
    .filter(each => each.to === caller && answers(each) && mayFollow(diagram, request.index, each.index))
}

/** With a status in front, a solid arrow answers as well. */
const answers = (each: Connection): boolean =>
  each.from !== each.to &&
  (isAnswer(each) || /^\W*(?:[245]\d\d\b|(?:HTTP |API |JSON |final )?response\b)/i.test(saidIn(each)))

function answeredAfter(
  refusal: Connection,
  request: Connection,
  all: readonly Connection[],
  system: System,
): RefusedAndAnswered | undefined {
  const { diagram } = system
  const branch = branchesAround(diagram, refusal.index).find(({ fragment }) => fragment.fragment !== 'rect')
  if (!isRefusal(refusal, request, branch)) return undefined
  const answer = all.find(
    each =>
      each.index > refusal.index &&
      !fails(each) &&
      isFrom(each, refusal, request) &&
      mayFollow(diagram, refusal.index, each.index) &&
      !isAnotherScenario(diagram, refusal.span, each.span) &&
      comesAnyway(each, refusal, system),
  )
  if (!answer) return undefined
  const isOutside = branch && !branchesAround(diagram, answer.index).includes(branch)
  if (isOutside) {
    const isEnd = request.index < branch.opening && endsBranch(refusal, branch, system)
    return isEnd ? { refusal, answer, branch } : undefined
  }
  return isDrawnAsCase(refusal) && !isTriedAgain(refusal, answer, system) ? { refusal, answer } : undefined
}

/** By whom it was asked, or by whoever it was passed on to: then a status tells that both answer one request. */
const isFrom = (answer: Connection, refusal: Connection, { callee }: Connection): boolean =>
  answer.from === callee || /\b2\d\d\b/.test(saidIn(answer)) || /^\W*4\d\d\b/.test(saidIn(refusal))

function isRefusal(answer: Connection, { callee }: Connection, branch: Branch | undefined): boolean {
  const said = saidIn(answer)
  if (bothWays.test(said) || /\b2\d\d\b/.test(said))
    return branch !== undefined && answer.from === callee && isThere(answer, branch)
  if (fails(answer)) return true
  return branch !== undefined && answer.from === callee && saysFailure(branch) && refuses(answer, branch)
}

const bothWays =
  /\b(?:ok|success\w*|valid|accepted|approved|paid|completed)\b ?(?:[/|,+]|\b(?:or|and|ou|oder|o)\b)|(?:[/|]|\bor\b) ?(?:ok|success\w*|valid|accepted|approved|paid)\b/i

const isThere = (answer: Connection, { section }: Branch): boolean =>
  isAnswer(answer) && /\b20[02]\b/.test(saidIn(answer)) && thereAlready.test(section.label)

/** In a branch that one run may leave for what follows: only what the asker tells its own asker comes behind. */
const endsBranch = (
  { index, to }: Connection,
  { fragment, last }: Branch,
  { connections }: System,
): boolean =>
  leaving.has(fragment.fragment) &&
  connections
    .slice(index + 1, last + 1)
    .every(each => answers(each) || each.from === each.to || (each.from === to && isClient(each.to)))

const leaving: ReadonlySet<FragmentKind> = new Set(['alt', 'opt'])

/** In the same round of loops, and on no condition of its own, unless each way out of several has an answer. */
function comesAnyway({ index, to }: Connection, refusal: Connection, system: System): boolean {
  const own = branchesAround(system.diagram, refusal.index)
  const around = branchesAround(system.diagram, index)
  return (
    own.every(branch => around.includes(branch) || !staying.has(branch.fragment.fragment)) &&
    around.every(
      branch =>
        own.includes(branch) || branch.fragment.fragment === 'rect' || isAnsweredInAll(branch, to, system),
    )
  )
}

/** Another round, or what happens at the same time, is no answer to what was refused here. */
const staying: ReadonlySet<FragmentKind> = new Set(['loop', 'par', 'break', 'critical'])

function isAnsweredInAll({ fragment, opening }: Branch, to: Connection['to'], system: System): boolean {
  if (fragment.fragment !== 'alt' || fragment.sections.length === 1) return false
  const near = system.connections.slice(opening, opening + furthest)
  return fragment.sections.every(({ header, steps }) => {
    const end = steps.at(-1)?.span.end ?? header.end
    return near.some(
      each => each.to === to && answers(each) && each.span.start > header.start && each.span.start < end,
    )
  })
}

/** In a line with the rest, `401 if the token is invalid` or `400 ProblemDetails`. */
const isDrawnAsCase = (refusal: Connection): boolean =>
  fails(refusal) && (onCondition.test(saidIn(refusal)) || /^\W*4\d\d\b/.test(saidIn(refusal)))

const onCondition =
  /\b(?:if|when|in case|unless|on (?:errors?|failures?)|si|se|caso|quando|cuando|wenn|falls|jeśli|nếu)\b|если|경우|(?:부족|실패|오류|초과) ?시|場合|如果|若/iu

function isTriedAgain(refusal: Connection, answer: Connection, { connections, diagram }: System): boolean {
  const words = [
    ...connections.slice(refusal.index, answer.index).map(saidIn),
    ...notesIn(diagram)
      .filter(({ index }) => index > refusal.index && index < answer.index)
      .map(({ text }) => text),
  ]
  return words.some(each =>
    /\bretr\w*|\bre-?try|\bagain\b|\bwait|\blater\b|\bback-?off|재시도|重试|再試行|повтор/i.test(each),
  )
}
