// Times one after another, together, and many times over.

import type { Latency } from '../../latency/latency'

export const inTurn = (steps: readonly Latency[]): Latency => {
  const real = steps.filter(step => !(step.op === 'constant' && step.ms === 0))
  return real.length === 1 ? real[0]! : { op: 'sequence', of: real }
}

/** n times in sequence: a thousand rounds cost ten convolutions. A fraction is a chance. */
export const repeated = (latency: Latency, times: number): Latency => inTurn(doubled(latency, times, inTurn))

/** n times together, as cheap. */
export const sideBySide = (latency: Latency, times: number): Latency =>
  inParallel(doubled(latency, times, inParallel))

const inParallel = (branches: readonly Latency[]): Latency =>
  branches.length === 1 ? branches[0]! : { op: 'parallel', of: branches }

/** Powers of two that add up to so many. */
function doubled(
  latency: Latency,
  times: number,
  join: (parts: readonly Latency[]) => Latency,
): readonly Latency[] {
  const whole = Math.floor(times)
  const parts: Latency[] = []
  let power = latency
  for (let rest = whole; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) parts.push(power)
    if (rest > 1) power = join([power, power])
  }
  if (times > whole) parts.push({ op: 'choice', of: [{ share: times - whole, of: latency }] })
  return parts
}
