// What is assumed about times and calls that are stated in part.

import { callName } from '../../../model/flows/graph'
import type { Call } from '../../../model/system'
import { lognormalQuantile } from '../../latency/lognormal'
import { type Assumptions, milliseconds } from '../assumptions'
import type { CallPolicy } from '../attempts/call-policy'
import { type Duration, USUAL_TAIL } from './duration'

/** The p99 that follows where a single percentile is stated. */
export function noteExtended(
  duration: Duration,
  at: string,
  assumptions: Assumptions,
  tail: number = USUAL_TAIL,
): void {
  if (!duration.extended) return
  const value = milliseconds(lognormalQuantile(duration.lognormal, 0.99))
  assumptions.add({
    at,
    key: 'p99',
    value,
    source: `one percentile stated; usual ratio p99/p50 = ${Number(tail.toPrecision(2))}`,
  })
}

/** What is guessed of how a call is made. */
export function notePolicy(policy: CallPolicy, call: Call, assumptions: Assumptions): void {
  const at = callName(call)
  if (policy.guessedBackoff)
    assumptions.add({ at, key: 'backoff', value: policy.guessedBackoff, source: 'backoff stated in part' })
  const { attempts, timeout, deadline } = policy
  if (attempts > 1 && timeout !== undefined && deadline === undefined && sharesTimeout(call))
    assumptions.add({
      at,
      key: 'timeout',
      value: `${milliseconds(timeout)} for each attempt`,
      source: 'gRPC deadlines and Envoy and Istio timeouts cover all attempts; state `deadline` for that',
    })
}

/** Where the usual timeout is one for all attempts together. */
const sharesTimeout = ({ connection, caller }: Call): boolean =>
  connection.protocol?.value === 'grpc' || /^(?:envoy|istio)$/.test(caller.technology?.id ?? '')
