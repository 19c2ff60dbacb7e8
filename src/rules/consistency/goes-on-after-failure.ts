// Failures behind which a trace goes on as if nothing had failed.

import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { type Branch, branchAround, branchesIn, mayFollow } from '../queries/traces/branches'
import { saysFailure, saysFailureInWords } from '../queries/traces/failures'
import { defineRule, type Report } from '../rule'

export const goesOnAfterFailure = defineRule({
  id: 'goes-on-after-failure',
  category: 'consistency',
  speaksOf: 'contradiction',
  summary:
    'A branch answers with an error or notes a failed payment, and the flow then continues as if it had succeeded.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    for (const branch of branchesIn(system.diagram)) {
      const { first, last } = branch
      if (last < first) continue
      const report = isAdding(branch)
        ? (answeredTwice(branch, system) ?? unpaid(branch, system))
        : relayedAsSuccess(branch, system)
      if (report) yield report
    }
  },
})

/** With one section, they add steps to what comes next anyway. */
const adding: ReadonlySet<string> = new Set(['alt', 'opt'])

const isAdding = ({ fragment }: Branch): boolean =>
  adding.has(fragment.fragment) && fragment.sections.length === 1

function lineOf(branch: Branch | undefined): readonly Branch[] {
  const line: Branch[] = []
  for (let at = branch; at; at = at.parent) line.push(at)
  return line
}

/** In the same round of its loops, and not on a condition of its own: that may be that nothing failed. */
function goesOn(branch: Branch, { index }: Connection, { diagram }: System): boolean {
  const own = lineOf(branch)
  const around = lineOf(branchAround(diagram, index))
  return (
    own.every(each => each.fragment.fragment !== 'loop' || around.includes(each)) &&
    around.every(each => !isAdding(each) || own.includes(each))
  )
}

/** So many messages later, something else goes on. */
const furthest = 60

const behind = ({ last }: Branch, { connections, diagram }: System): readonly Connection[] =>
  connections.slice(last + 1, last + furthest).filter(({ index }) => mayFollow(diagram, last, index))

/** The branch ends with an error for who asked, who then gets the answer as well. */
function answeredTwice(branch: Branch, system: System): Report | undefined {
  const refusal = system.connections[branch.last]
  if (!refusal || !refuses(refusal, branch) || !wasAsked(refusal, branch, system)) return undefined
  const { from: server, to: client } = refusal
  const rest = behind(branch, system)
  const again = rest.findIndex(
    ({ caller, callee, role }) => asks(role.value) && caller === client && callee === server,
  )
  const answer = rest
    .slice(0, again < 0 ? furthest : again)
    .find(
      each =>
        isAnswer(each) &&
        each.from === server &&
        each.to === client &&
        !fails(each) &&
        goesOn(branch, each, system),
    )
  return (
    answer &&
    judge(
      branch,
      'answered',
      `${client.name} is answered "${wordsOf(refusal)}" and then "${wordsOf(answer)}"`,
    )
  )
}

const isAnswer = ({ role }: Connection): boolean => role.value === 'reply'

const asks = (role: string): boolean => role === 'call' || role === 'enqueue'

const fails = ({ arrow }: Connection): boolean =>
  refused.test(wordingOf(arrow)) || saysFailureInWords(wordingOf(arrow))

const succeeded = /\b2\d\d\b/

const refused = /\b[45]\d\d\b|\bbanned\b|\bforbidden\b|\bunauthori[sz]ed\b|\bdenied\b|\bnot found\b/i

const refuses = (answer: Connection, branch: Branch): boolean =>
  isAnswer(answer) &&
  answer.from !== answer.to &&
  !succeeded.test(wordsOf(answer)) &&
  (fails(answer) || saysFailure(branch))

/** By whom it is refused now, before the branch. */
const wasAsked = ({ from, to }: Connection, { opening }: Branch, { connections }: System): boolean =>
  connections
    .slice(Math.max(0, opening - furthest), opening)
    .some(({ caller, callee, role }) => asks(role.value) && caller === to && callee === from)

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
    succeeds.test(wordsOf(answer)) &&
    !fails(answer) &&
    !either.test(wordsOf(answer))
  return isTold
    ? {
        at: branch.section.header,
        oncePerDocument: 'relayed',
        message: `After "${branch.section.label}", ${refusal.from.name} answers "${wordsOf(refusal)}", and ${answer.from.name} then tells ${answer.to.name} "${wordsOf(answer)}" all the same: that answer stands behind the alt. Draw the answer to ${answer.to.name} inside each branch.`,
        related: [{ at: answer.span, message: 'Told whichever branch was taken' }],
      }
    : undefined
}

const succeeds =
  /\b(?:success\w*|2\d\d|ok|confirm(?:ed|ation)|granted|welcome|logged in|authenticated|dashboard|healthy)\b/i

/** It stands for all ways out. */
const either = /\b(?:or|results?|responses?)\b|\w\/\w/i

/** Nothing was paid, and what was to be paid for is done all the same. */
function unpaid(branch: Branch, system: System): Report | undefined {
  const { section, first, last } = branch
  if (!money.test(section.label) || !saysFailure(branch)) return undefined
  const inside = system.connections.slice(first, last + 1).map(wordsOf)
  if ([section.label, ...inside].some(words => handling.test(words))) return undefined
  const deed = behind(branch, system).find(
    each => !isAnswer(each) && rewarding.test(wordsOf(each)) && goesOn(branch, each, system),
  )
  return deed && judge(branch, 'unpaid', `"${wordsOf(deed)}" follows although the payment failed`)
}

const money =
  /\b(?:payment|charg\w*|capture|debit|card|pago|cobro|pagamento|cobrança|zahlung)\b|결제|支付|扣款|決済|оплат|плат[её]ж/i

const handling =
  /\b(?:retr\w*|abort\w*|stop\w*|end flow|throw\w*|roll\w*|cancel\w*|releas\w*|queue\w*|schedul\w*|compensat\w*|manual\w*|hold|pending|later|again|dunning|40\d)\b/i

const rewarding =
  /\b(?:receipt|ship\w*|dispatch\w*|confirm\w*|complete[ds]?|fulfil\w*|activat\w*|tickets?|success\w*|recibo|confirma\w*)\b/i

const wordsOf = ({ arrow }: Connection): string => wordingOf(arrow)

function judge({ fragment, section }: Branch, kind: 'answered' | 'unpaid', course: string): Report {
  const { start } = section.header
  const keyword = fragment.fragment
  const span = { start, end: start + keyword.length }
  return {
    at: section.header,
    oncePerDocument: kind,
    message: `Nothing ends the flow after "${section.label}", because an ${keyword} without else only adds steps. As drawn, ${course}. Write break instead of ${keyword}, or put what follows into an else.`,
    fixes: [{ title: 'Write break', safe: false, edits: [{ span, text: 'break' }] }],
  }
}
