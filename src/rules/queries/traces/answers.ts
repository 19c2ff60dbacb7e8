// What a trace's answers say: to whom, of success or of failure.

import type { Connection, System } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import type { Branch } from './branches'
import { saysFailure, saysFailureInWords } from './failures'

/** So many messages later, something else goes on. */
export const furthest = 60

export const saidIn = ({ arrow }: Connection): string => wordingOf(arrow)

export const isAnswer = ({ role }: Connection): boolean => role.value === 'reply'

export const asks = (role: string): boolean => role === 'call' || role === 'enqueue'

export const fails = ({ arrow }: Connection): boolean =>
  refused.test(wordingOf(arrow)) || saysFailureInWords(wordingOf(arrow))

const succeeded = /\b2\d\d\b/

const refused = /\b[45]\d\d\b|\bbanned\b|\bforbidden\b|\bunauthori[sz]ed\b|\bdenied\b|\bnot found\b/i

export const refuses = (answer: Connection, branch: Branch): boolean =>
  isAnswer(answer) &&
  answer.from !== answer.to &&
  !succeeded.test(saidIn(answer)) &&
  (fails(answer) || saysFailure(branch))

/** By whom it is refused now, before the branch. */
export const wasAsked = ({ from, to }: Connection, { opening }: Branch, { connections }: System): boolean =>
  connections
    .slice(Math.max(0, opening - furthest), opening)
    .some(({ caller, callee, role }) => asks(role.value) && caller === to && callee === from)

export const thereAlready =
  /\b(?:already|exists?|existing|duplicates?|cache hit|cached|found in cache|replay)\b/i
