// Failures behind which a trace goes on as if nothing had failed.

import { saysWrite } from '../../knowledge'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import type { Span } from '../../text/span'
import { labelSpanOf } from '../queries/places'
import { asks, fails, furthest, isAnswer, refuses, saidIn, wasAsked } from '../queries/traces/answers'
import {
  type Branch,
  branchesAround,
  branchesIn,
  isAnotherScenario,
  mayFollow,
  withParents,
} from '../queries/traces/branches'
import { saysFailure } from '../queries/traces/failures'
import { isDoneAnyway, isHabit, saysItEnds } from '../queries/traces/guard-clauses'
import { type RefusedAndAnswered, refusedAndAnswered } from '../queries/traces/refused-and-answered'
import { toldAnyway } from '../queries/traces/told-anyway'
import { defineRule, type Report } from '../rule'

export const goesOnAfterFailure = defineRule({
  id: 'goes-on-after-failure',
  category: 'consistency',
  speaksOf: 'contradiction',
  summary:
    'A branch answers with an error or notes a failed payment, and the flow then continues as if it had succeeded.',
  presets: { recommended: 'info' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    const answered = [...refusedAndAnswered(system)]
    yield* judgeAllAnswered(firstOfFragments(answered), system)
    for (const branch of branchesIn(system.diagram)) {
      const { first, last } = branch
      const isOver = last < first || saysItEnds(branch, system)
      if (isOver || answered.some(each => each.branch === branch)) continue
      const report = isAdding(branch)
        ? (failsTooLate(branch, system) ?? unpaid(branch, system) ?? judgeTold(branch, system))
        : (relayedAsSuccess(branch, system) ?? judgeTold(branch, system))
      if (report) yield report
    }
    yield* successAnyway(system)
  },
})

/** What several sections of one fragment refuse is mended together. */
const firstOfFragments = (answered: readonly RefusedAndAnswered[]): readonly RefusedAndAnswered[] =>
  answered.filter(
    ({ branch }, index) =>
      !branch || answered.findIndex(other => other.branch?.fragment === branch.fragment) === index,
  )

/** Where guard clauses are how the author writes, what is done all the same is told in one place, and the rest to who asks. */
function* judgeAllAnswered(found: readonly RefusedAndAnswered[], system: System): Iterable<Report> {
  const open = found.filter(({ branch }) => !branch || !saysItEnds(branch, system))
  const done = open.filter(({ branch, refusal }) => branch && isDoneAnyway(refusal, system))
  const [first, ...others] = done.map(each => judgeAnswered(each, system))
  if (first) yield { ...first, related: [...(first.related ?? []), ...others.map(alsoRefused)] }
  for (const each of open) {
    const { branch } = each
    if (done.includes(each)) continue
    const report = judgeAnswered(each, system)
    yield branch
      ? {
          ...report,
          onRequest: isHabit(branch, system),
          refutedBy: other => isHabit(branch, system, other),
        }
      : report
  }
}

const alsoRefused = ({ at }: Report) => ({ at, message: 'Refused, and the flow goes on as well' })

/** Whatever was refused is done: each such place is told. What only reads is the habit of a document. */
const habitUnlessChanged = ({ refusal, answer }: RefusedAndAnswered, { connections }: System) =>
  connections
    .slice(refusal.index + 1, answer.index)
    .some(({ role, arrow }) => role.value !== 'reply' && saysWrite(wordingOf(arrow)))
    ? undefined
    : 'answered'

/** With one section, they add steps to what comes next anyway. */
const adding: ReadonlySet<string> = new Set(['alt', 'opt'])

const isAdding = ({ fragment }: Branch): boolean =>
  adding.has(fragment.fragment) && fragment.sections.length === 1

/** In the same round of its loops, and not on a condition of its own: that may be that nothing failed. */
function goesOn(branch: Branch, { index }: Connection, { diagram }: System): boolean {
  const own = withParents(branch)
  const around = branchesAround(diagram, index)
  return (
    own.every(each => each.fragment.fragment !== 'loop' || around.includes(each)) &&
    around.every(each => !isAdding(each) || own.includes(each))
  )
}

const behind = ({ last, section }: Branch, { connections, diagram }: System): readonly Connection[] =>
  connections
    .slice(last + 1, last + furthest)
    .filter(
      ({ index, span }) =>
        mayFollow(diagram, last, index) && !isAnotherScenario(diagram, endOf(section), span),
    )

const endOf = ({ steps, header }: Branch['section']): Span => steps.at(-1)?.span ?? header

/** The one who asked gets an error, and another answer as well. */
function judgeAnswered(found: RefusedAndAnswered, system: System): Report {
  const { refusal, answer, branch } = found
  const { diagram } = system
  const habit = habitUnlessChanged(found, system)
  const [first, then] = [quoted(refusal), quoted(answer)]
  const asker = refusal.to.name
  const related = [{ at: answer.span, message: 'The second answer' }]
  if (!branch)
    return {
      at: labelSpanOf(refusal),
      message: `${first} is drawn as a step that always happens, and ${asker} is answered ${then} as well: a request gets one answer. Draw an alt, with the error in one branch and the rest in the other.`,
      ...(habit && { habit: `${habit}, always` }),
      related,
    }
  const twice = `${asker} is answered ${first} and then ${then}`
  const { fragment, parent, section } = branch
  const isLast = !parent || branchesAround(diagram, answer.index).includes(parent)
  if (isAdding(branch) && isLast) return judge(branch, twice, habit)
  return {
    at: section.header,
    message: `Nothing ends the flow after ${titleOf(branch)}: what stands behind the ${fragment.fragment} happens next. As drawn, ${twice}. ${isAdding(branch) ? `Write break instead of ${fragment.fragment}` : 'Move what follows into the branches that go on'}.`,
    ...(habit && { habit: `${habit}, outside of ${fragment.fragment}` }),
    related,
  }
}

const titleOf = ({ section }: Branch): string => (section.label ? `"${section.label}"` : 'this branch')

function quoted(answer: Connection): string {
  const said = saidIn(answer)
  return `"${said.length > longestQuote ? `${said.slice(0, longestQuote - 1)}…` : said}"`
}

const longestQuote = 50

/** The client has its answer, and is told of a failure behind it. */
function failsTooLate(branch: Branch, system: System): Report | undefined {
  const refusal = system.connections[branch.last]
  if (!refusal || !refuses(refusal, branch) || !fails(refusal)) return undefined
  const before = system.connections.slice(Math.max(0, branch.opening - furthest), branch.opening)
  const asked = before.findLastIndex(
    ({ caller, callee, role }) => asks(role.value) && caller === refusal.to && callee === refusal.from,
  )
  const answer = before
    .slice(asked + 1)
    .find(each => isAnswer(each) && each.from === refusal.from && each.to === refusal.to && !fails(each))
  const isSure =
    asked >= 0 &&
    answer &&
    succeeds.test(saidIn(answer)) &&
    !onlyTaken.test(saidIn(answer)) &&
    !isOnCondition(answer, branch, system) &&
    !isAnotherScenario(system.diagram, answer.span, branch.section.header)
  return isSure
    ? {
        at: branch.section.header,
        message: `${refusal.to.name} is answered "${saidIn(answer)}" in any case, and "${saidIn(refusal)}" afterwards if "${branch.section.label}": a request gets one answer. Draw both in one alt, before anything is answered.`,
        related: [{ at: answer.span, message: 'The first answer' }],
      }
    : undefined
}

/** The outcome comes later. */
const onlyTaken = /\b(?:202|accepted|pending|processing|queued|received|in progress|ack\w*)\b/i

/** In a branch that the other one is not in. */
const isOnCondition = ({ index }: Connection, other: Branch, { diagram }: System): boolean =>
  branchesAround(diagram, index).some(each => !withParents(other).includes(each))

/** An answer names success and failure, and the next is told of success whichever it was. */
function* successAnyway(system: System): Iterable<Report> {
  const { connections, diagram } = system
  for (const outcome of connections) {
    if (!isAnswer(outcome) || !eitherWay.test(saidIn(outcome))) continue
    const told = connections
      .slice(outcome.index + 1, outcome.index + furthest)
      .find(
        each =>
          each.from === outcome.to &&
          each.to !== outcome.from &&
          each.to !== each.from &&
          claimsSuccess.test(saidIn(each)) &&
          !eitherWay.test(saidIn(each)) &&
          mayFollow(diagram, outcome.index, each.index) &&
          !isAnotherScenario(diagram, outcome.span, each.span) &&
          branchesAround(diagram, each.index).every(branch => branch.opening <= outcome.index),
      )
    if (!told) continue
    yield {
      at: told.span,
      message: `${outcome.from.name} answers "${saidIn(outcome)}", and ${told.from.name} tells ${told.to.name} "${saidIn(told)}" whichever it was. Draw it in an alt for success, and in its else what happens otherwise.`,
      related: [{ at: outcome.span, message: 'May be a failure' }],
    }
    return
  }
}

const eitherWay =
  /\b(?:success\w*|succeeded|ok|approved|paid|completed)\b ?(?:[/|,]|\b(?:or|ou|oder|o)\b)[^.]{0,20}\b(?:fail\w*|errors?|declined|rejected|unknown|time-?out)\b|\b(?:fail\w*|errors?|declined|rejected) ?(?:[/|]|\b(?:or|ou|oder|o)\b) ?(?:success\w*|succeeded|ok|approved|paid|completed)\b/i

const claimsSuccess = /(?:^|[^a-z])(?:success(?:ful(?:ly)?)?|succeeded|paid|completed|approved)(?![a-z])/i

/** One way out of several ends with an error for somebody in between, who then tells the client of success whichever it was. */
function relayedAsSuccess(branch: Branch, system: System): Report | undefined {
  const { connections, diagram } = system
  const refusal = connections[branch.last]
  if (branch.fragment.fragment !== 'alt' || !refusal || !fails(refusal) || !refuses(refusal, branch))
    return undefined
  const end =
    branchesIn(diagram).findLast(({ fragment }) => fragment === branch.fragment)?.last ?? branch.last
  const answer = connections
    .slice(end + 1, end + furthest)
    .find(({ from, to }) => from === refusal.to && to !== from)
  const isTold =
    answer !== undefined &&
    isAnswer(answer) &&
    answer.to !== refusal.from &&
    goesOn(branch, answer, system) &&
    wasAsked(answer, branch, system) &&
    succeeds.test(saidIn(answer)) &&
    !isAnotherScenario(diagram, refusal.span, answer.span) &&
    !fails(answer) &&
    !either.test(saidIn(answer))
  return isTold
    ? {
        at: branch.section.header,
        message: `After "${branch.section.label}", ${refusal.from.name} answers "${saidIn(refusal)}", and ${answer.from.name} then tells ${answer.to.name} "${saidIn(answer)}" all the same: that answer stands behind the alt. Draw the answer to ${answer.to.name} inside each branch.`,
        related: [{ at: answer.span, message: 'Told whichever branch was taken' }],
      }
    : undefined
}

/** A branch ends in failure and tells nobody, and whoever waits is told of success whichever it was. */
function judgeTold(branch: Branch, system: System): Report | undefined {
  const found = toldAnyway(branch, system)
  if (!found) return undefined
  const { failed, told } = found
  const { section, fragment } = branch
  return {
    at: section.header,
    message: `After "${section.label}" (${quoted(failed)}), ${told.from.name} tells ${told.to.name} ${quoted(told)} all the same: that stands behind the ${fragment.fragment}. Draw what ${told.to.name} is told inside each branch.`,
    oncePerDocument: `told at ${told.span.start}`,
    related: [{ at: told.span, message: 'Told whichever branch was taken' }],
  }
}

const succeeds =
  /\b(?:success\w*|2\d\d|ok|confirm(?:ed|ation)|granted|welcome|logged in|authenticated|dashboard|healthy)\b/i

/** It stands for all ways out. */
const either = /\b(?:or|results?|responses?)\b|\w\/\w/i

/** Nothing was paid, and what was to be paid for is done all the same. */
function unpaid(branch: Branch, system: System): Report | undefined {
  const { section, first, last } = branch
  if (!money.test(section.label) || !saysFailure(branch)) return undefined
  const inside = system.connections.slice(first, last + 1).map(saidIn)
  if ([section.label, ...inside].some(words => handling.test(words))) return undefined
  const deed = behind(branch, system).find(
    each => !isAnswer(each) && rewarding.test(saidIn(each)) && goesOn(branch, each, system),
  )
  return deed && judge(branch, `"${saidIn(deed)}" follows although the payment failed`)
}

const money =
  /\b(?:payment|charg\w*|capture|debit|card|pago|cobro|pagamento|cobrança|zahlung)\b|결제|支付|扣款|決済|оплат|плат[её]ж/i

const handling =
  /\b(?:retr\w*|abort\w*|stop\w*|end flow|throw\w*|roll\w*|cancel\w*|releas\w*|queue\w*|schedul\w*|compensat\w*|manual\w*|hold|pending|later|again|dunning|40\d)\b/i

const rewarding =
  /\b(?:receipt|ship\w*|dispatch\w*|confirm\w*|complete[ds]?|fulfil\w*|activat\w*|tickets?|success\w*|recibo|confirma\w*)\b/i

function judge(branch: Branch, course: string, habit?: string): Report {
  const { fragment, section } = branch
  const { start } = section.header
  const keyword = fragment.fragment
  const span = { start, end: start + keyword.length }
  return {
    at: section.header,
    message: `Nothing ends the flow after ${titleOf(branch)}, because an ${keyword} without else only adds steps. As drawn, ${course}. Write break instead of ${keyword}, or put what follows into an else.`,
    ...(habit && { habit }),
    fixes: [{ title: 'Write break', safe: false, edits: [{ span, text: 'break' }] }],
  }
}
