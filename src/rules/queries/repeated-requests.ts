// Requests that a trace draws a second time, because no answer came or somebody retries.

import { purposeOf } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'

export interface RepeatedRequest {
  readonly first: Connection
  readonly again: Connection
}

/** Each request that is sent again, with the last time it was sent before. */
export function repeatedRequestsIn({ connections, diagram }: System): readonly RepeatedRequest[] {
  if (!isTimeline(diagram)) return []
  return connections.flatMap(again => {
    const first = again.role.value === 'call' ? sentBefore(again, connections) : undefined
    return first ? [{ first, again }] : []
  })
}

/** So many messages later it is another operation. */
const furthest = 12

function sentBefore(again: Connection, connections: readonly Connection[]): Connection | undefined {
  const before = connections.slice(Math.max(0, again.index - furthest), again.index)
  const isSame = (other: Connection): boolean =>
    other.role.value === 'call' &&
    other.from === again.from &&
    other.to === again.to &&
    asksTheSame(purposeOf(other), purposeOf(again))
  const first = before.findLast(isSame)
  if (!first) return undefined
  const between = before.slice(before.indexOf(first) + 1)
  if (between.some(({ arrow }) => refused.test(arrow.text))) return undefined
  if (retry.test(again.arrow.text)) return first
  return [first, ...between].some(isLost) &&
    !isAskedOtherwise(again, between, connections.slice(0, first.index))
    ? first
    : undefined
}

/** Its caller has been asked for something else since: "emit order.paid", then "emit order.shipped". */
function isAskedOtherwise(
  { from }: Connection,
  between: readonly Connection[],
  before: readonly Connection[],
): boolean {
  const asks = (other: Connection): boolean =>
    other.to === from && other.from !== from && other.role.value === 'call' && !isLost(other)
  const since = between.findLast(asks)
  const reason = before.findLast(asks)
  return since !== undefined && reason !== undefined && !asksTheSame(purposeOf(reason), purposeOf(since))
}

const retry =
  /\bretr(?:y|ies|ied|ying)\b|\b(?:2nd|second|third|next|new) (?:attempt|try)\b|\bre-?(?:send|sent|submit|attempt)s?\b|重试|重發|リトライ|再試行|再送|재시도|\breintent|nova tentativa|\berneut|nouvelle tentative|повтор/i

/** An answer by which nothing was done. */
const refused =
  /\b4(?:0[013]|09|22|29)\b|\bunauthori[sz]ed\b|\bforbidden\b|\binvalid\b|\b(?:rate limit|throttl|expired|too many)\w*|\brejected\b|\bdeclined\b/i

/** "POST /charges" and "POST /charges (retry)", or "Retry" alone. */
function asksTheSame(first: string, again: string): boolean {
  const said = withoutRetry(again)
  return first !== '' && (said === '' || said === withoutRetry(first))
}

const withoutRetry = (purpose: string): string =>
  purpose
    .toLowerCase()
    .replace(retry, ' ')
    .replace(
      /\b(?:the|a|an|again|same|request|call|attempt|with|of)\b|[^\p{L}\p{N}/{}]+|(?<!\/)\b\d+\b/giu,
      ' ',
    )
    .trim()

/** A message that never arrives, or the news that no answer has come. */
const isLost = ({ arrow }: Connection): boolean =>
  arrow.head === 'cross' || silence.test(wordingOf(arrow).replace(timer, ' '))

/** One that is set or cleared has not run out. */
const timer =
  /\b(?:schedules?|cancels?|sets?|clears?|starts?|stops?|configures?)\b[^.\n]{0,20}\btime-?outs?\b|\btime-?out (?:jobs?|tasks?|timers?|values?)\b/gi

const silence =
  /\btime[- ]?(?:d )?outs?\b|\btimed out\b|\bno (?:answer|response|reply)\b|\blost\b|\bconnection (?:reset|lost|dropped)\b|\b50[0234]\b|超时|タイムアウト|타임아웃|tiempo agotado|тайм-?аут/i
