// A seeded Monte Carlo of latency expressions: the independent judge of the engine.
import type { Latency } from '../../src/math/latency/latency'

export type Random = () => number

/** mulberry32: deterministic, good enough for a hundred thousand draws. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const gaussian = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

interface Draw {
  ms: number
  ok: boolean
}

export function draw(latency: Latency, random: Random): Draw {
  switch (latency.op) {
    case 'constant':
      return { ms: latency.ms, ok: true }
    case 'lognormal':
      return { ms: latency.shift + Math.exp(latency.mu + latency.sigma * gaussian(random)), ok: true }
    case 'exponential':
      return { ms: -latency.mean * Math.log(1 - random()), ok: true }
    case 'queue':
      throw new Error('a queue is simulated, not drawn')
    case 'sequence': {
      let ms = 0
      for (const step of latency.of) {
        const one = draw(step, random)
        ms += one.ms
        if (!one.ok) return { ms, ok: false }
      }
      return { ms, ok: true }
    }
    case 'parallel': {
      const all = latency.of.map(branch => draw(branch, random))
      return { ms: Math.max(0, ...all.map(({ ms }) => ms)), ok: all.every(({ ok }) => ok) }
    }
    case 'choice': {
      let u = random()
      for (const { share, of } of latency.of) {
        if (u < share) return draw(of, random)
        u -= share
      }
      return { ms: 0, ok: true }
    }
    case 'call':
      return drawCall(latency, random)
    case 'hedge': {
      const first = draw(latency.of, random)
      const second = draw(latency.of, random)
      const times = [first.ok ? first.ms : Infinity, second.ok ? latency.after + second.ms : Infinity]
      const best = Math.min(...times)
      return best === Infinity
        ? { ms: Math.max(first.ms, latency.after + second.ms), ok: false }
        : { ms: best, ok: true }
    }
    case 'quorum': {
      const all = latency.of.map(copy => draw(copy, random))
      const answers = all.filter(({ ok }) => ok).map(({ ms }) => ms)
      answers.sort((a, b) => a - b)
      const ms = answers[latency.need - 1]
      return ms === undefined ? { ms: Math.max(...all.map(one => one.ms)), ok: false } : { ms, ok: true }
    }
    case 'fallback': {
      const first = draw(latency.of, random)
      if (first.ok) return first
      const second = draw(latency.otherwise, random)
      return { ms: first.ms + second.ms, ok: second.ok }
    }
    case 'optional':
      return { ms: draw(latency.of, random).ms, ok: true }
    case 'down':
      return { ms: latency.hangs ? Infinity : 0, ok: false }
  }
}

function drawCall(call: Extract<Latency, { op: 'call' }>, random: Random): Draw {
  const timeout = call.timeout ?? Infinity
  let ms = 0
  for (let attempt = 0; attempt < call.attempts; attempt++) {
    if (attempt > 0) {
      const wait = call.backoff[Math.min(attempt - 1, call.backoff.length - 1)] ?? 0
      ms +=
        call.jitter === 'full'
          ? wait * random()
          : call.jitter === 'equal'
            ? wait * (0.5 + random() / 2)
            : wait
    }
    if (random() < call.errorRate) {
      ms += Math.min(call.errorMs, timeout)
      continue
    }
    const one = draw(call.of, random)
    ms += Math.min(one.ms, timeout)
    if (one.ok && one.ms <= timeout) return { ms, ok: true }
  }
  return { ms, ok: false }
}
