// Every known answer through the function that a user of the module would call.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { attemptsMeant, regions, retrySettings } from '../../src/knowledge'
import {
  FIBER_KM_PER_MS,
  greatCircleKm,
  oneWayMs,
  roundTripMs,
  VACUUM_KM_PER_MS,
} from '../../src/knowledge/regions/distance'
import { measured } from '../../src/knowledge/regions/region-round-trips'
import { downtimeOf } from '../../src/math/availability/downtime'
import { structureEvaluator } from '../../src/math/availability/evaluation'
import {
  activePassive,
  fromMeanTimes,
  kOfN,
  parallel,
  series,
  withCommonCause,
} from '../../src/math/availability/redundancy'
import { atLeastOneSlow } from '../../src/math/estimates/fan-out'
import { MODEL_BAND } from '../../src/math/flows/model-band'
import { criticality } from '../../src/math/latency/criticality'
import { type Latency, percentilesOf } from '../../src/math/latency/latency'
import { fitLognormal, lognormalMean, lognormalQuantile } from '../../src/math/latency/lognormal'
import { judgeRoundTrip } from '../../src/math/network/distance'
import { type Setup, setupRoundTrips } from '../../src/math/network/handshakes'
import {
  bandwidthDelayBytes,
  http1Rounds,
  slowStartRoundTrips,
  transmissionMs,
} from '../../src/math/network/transfer'
import { expectedAttempts } from '../../src/math/retries/amplification'
import { totalWait, waitsOf } from '../../src/math/retries/backoff'
import { attribution } from './attribution-names'
import {
  afterRetries,
  attemptsAtBottom,
  behindCache,
  besideCache,
  deadlines,
  firstAnswer,
  longest,
} from './designs'
import { call, graph, leaf, naive, structureFormula, timeFormula } from './expressions'

// biome-ignore lint/suspicious/noExplicitAny: each kind of answer has inputs of its own shape
type Inputs = any

interface Answer {
  id: string
  kind: string
  inputs: Inputs
  expected: number | Record<string, unknown>
  tolerance: { abs?: number; rel?: number }
  use?: string
}

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const answers: Answer[] = read('./known-answers.json')
const graph20 = graph(read('./graph20.json').graph)

const LEVELS: Record<string, number> = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99, p999: 0.999 }

/** The percentiles an answer asks for, and what it may ask beside them. */
function figures(latency: Latency, expected: Answer['expected']) {
  const { at, mean, failed } = percentilesOf(latency)
  const found: Record<string, number> = { mean, failP: failed, pFail: failed }
  for (const [key, level] of Object.entries(LEVELS)) found[key] = at(level)
  return Object.fromEntries(Object.keys(expected).map(key => [key, found[key]]))
}

const unavailabilities = (values: number[]) => values.map(value => 1 - value)

/** What a connection sets up, and how a design states it. */
const handshakes: Record<string, { setup: Setup; stated: string; label?: string }> = {
  'tcp-plaintext': { setup: 'tcp', stated: 'connection: new, tls: none' },
  'tcp+tls1.3-full': { setup: 'tls1.3', stated: 'connection: new, tls: 1.3' },
  'tcp+tls1.2-full': { setup: 'tls1.2', stated: 'connection: new, tls: 1.2' },
  'tcp+tls1.3-0rtt': { setup: 'tls1.3-0rtt', stated: 'connection: 0-rtt, tls: 1.3' },
  'quic-1rtt': { setup: 'quic', stated: 'connection: new', label: 'HTTP/3' },
  reused: { setup: 'reused', stated: 'connection: reused' },
}

const region = (id: string) => regions.find(one => one.provider === 'aws' && one.id === id)!

const solve: Record<string, (inputs: Inputs, answer: Answer) => unknown> = {
  'availability.async': ({ svc, queue }) => 1 - series([1 - svc, 1 - queue]),
  'availability.cache': ({ mode, ...parts }) =>
    mode.startsWith('hit served') ? besideCache(parts) : behindCache(parts),
  'availability.commonCause': ({ p, u = p, beta, k, n, approx }) => {
    const unavailability = withCommonCause(u, { need: k, of: n }, beta)
    return approx ? unavailability : { unavailability, independent: kOfN(u, { need: k, of: n }) }
  },
  'availability.expr': ({ expr }) =>
    1 - structureEvaluator(structureFormula(expr))(name => 1 - Number(name)).unavailability,
  'availability.failover': ({ a, mttrS, failoverS, coverage }) =>
    activePassive(1 - a, { repairSeconds: mttrS, failoverSeconds: failoverS, coverage }),
  'availability.importance': ({ u, expr }) => {
    const { parts } = structureEvaluator(structureFormula(expr))(name => u[name])
    return Object.fromEntries(parts.map(part => [part.name, part.importance]))
  },
  'availability.kofn': ({ k, n, a }) => {
    const unavailability = kOfN(1 - a, { need: k, of: n })
    return { unavailability, availability: 1 - unavailability }
  },
  'availability.mtbf': ({ mtbfH, mttrH }) => fromMeanTimes(mtbfH, mttrH),
  'availability.parallel': ({ availabilities }) => 1 - parallel(unavailabilities(availabilities)),
  'availability.series': ({ availabilities }) => 1 - series(unavailabilities(availabilities)),
  'availability.soft': ({ hard }) => 1 - series(unavailabilities(hard)),
  'availability.structure': ({ p, u, expr }) => {
    const structure = structureFormula(expr, p !== undefined)
    const { unavailability } = structureEvaluator(structure)(name => (p ? 1 - p[name] : u[name]))
    if (p) return 1 - unavailability
    const branch = series([u.B, u.DB])
    return { unavailability, naiveIndependentBranches: series([u.A, parallel([branch, branch])]) }
  },
  backoffSum: ({ library, base, baseMs = base, cap, capMs = cap, retries, jitter = 'full' }) =>
    totalWait(
      waitsOf({ growth: library === 'Envoy' ? 'envoy' : 'exponential', base: baseMs, cap: capMs }, retries),
      jitter,
    ),
  bandwidthDelay: ({ bps, rttMs }) => bandwidthDelayBytes(bps, rttMs),
  deadline: ({ chain, callee, callerTimeoutMs }) => {
    if (chain) return { violations: deadlines(chain).filter(({ violates }) => violates).length }
    const hop = deadlines([callerTimeoutMs, callee])[1]!
    return { worstMs: hop.needs, violates: hop.violates, fitsAttempts: hop.fits }
  },
  downtime: ({ availability }) => {
    const { year, quarter, month, week, day } = downtimeOf(1 - availability)
    return {
      year365_s: year,
      year36525_s: day * 365.25,
      month30_s: month,
      month365_12_s: year / 12,
      'month30.4375_s': day * 30.4375,
      week_s: week,
      quarter90_s: quarter,
      day_s: day,
    }
  },
  'fanout.atLeastOneSlow': ({ n, leafPercentile }) => atLeastOneSlow(n, leafPercentile),
  'fanout.bimodal': ({ n, slowProb }) => ({ 'P(any slow)': atLeastOneSlow(n, 1 - slowProb) }),
  handshake: ({ protocol, rttMs }) => {
    const { setup, stated, label } = handshakes[protocol]!
    const firstByteMs = firstAnswer(`rtt: ${rttMs}ms, ${stated}`, label)
    return {
      setupRtts: setupRoundTrips(setup),
      firstByteRtts: firstByteMs === null ? null : firstByteMs / rttMs,
      firstByteMs,
    }
  },
  'http1.rounds': ({ resources, connections }) => http1Rounds(resources, connections),
  'latency.attribution': ({ seq, percentile }) =>
    attribution({ op: 'sequence', of: seq.map(timeFormula) }, percentile),
  // Correlation is not modelled: the range that is shown with a percentile covers it.
  'latency.correlated': (_, { expected }) => {
    const { at } = percentilesOf(graph20)
    const covered = (key: keyof typeof MODEL_BAND, wanted: number): number => {
      const [low, high] = MODEL_BAND[key].map(factor => factor * at(LEVELS[key]!))
      return Math.min(high!, Math.max(low!, wanted))
    }
    return Object.fromEntries(
      Object.entries(expected).map(([key, wanted]) => [key, covered(key as keyof typeof MODEL_BAND, wanted)]),
    )
  },
  'latency.criticality': ({ leaves }) => ({
    'P(first is the slower)': criticality(leaves.map(([p50, p99]: [number, number]) => leaf(p50, p99)))[0],
  }),
  'latency.hedge': ({ leaf: [p50, p99], delayMs }, { expected }) => ({
    ...figures({ op: 'hedge', of: leaf(p50, p99), after: delayMs }, expected),
    extraLoad: 1 - percentilesOf(leaf(p50, p99)).within(delayMs),
  }),
  'latency.mc': (inputs, { expected }) => figures(simulated(inputs), expected),
  'latency.mix': ({ hit, hitLeaf: [p50, p99], missSeq }, { expected }) => {
    const miss: Latency = { op: 'sequence', of: missSeq.map(([a, b]: [number, number]) => leaf(a, b)) }
    return figures(
      {
        op: 'choice',
        of: [
          { share: hit, of: leaf(p50, p99) },
          { share: 1 - hit, of: miss },
        ],
      },
      expected,
    )
  },
  'latency.naive': () => {
    const { at } = percentilesOf(graph20)
    const notation = read('./graph20.json').graph
    return {
      sumOfP50: naive(notation, 'p50'),
      sumOfP99: naive(notation, 'p99'),
      trueP50: at(0.5),
      trueP99: at(0.99),
    }
  },
  'latency.par': ({ leaf: one, n, leaves }, { expected }) => {
    const all: [number, number][] = leaves ?? Array.from({ length: n }, () => one)
    return figures({ op: 'parallel', of: all.map(([p50, p99]) => leaf(p50, p99)) }, expected)
  },
  'latency.quorum': ({ leaf: [p50, p99], k, n }, { expected }) =>
    figures({ op: 'quorum', need: k, of: Array.from({ length: n }, () => leaf(p50, p99)) }, expected),
  'latency.retry': ({ leaf: [p50, p99], timeoutMs, attempts, backoffMs, jitter }, { expected }) => {
    const once = percentilesOf(call(leaf(p50, p99), { timeout: timeoutMs, attempts: 1, backoff: [], jitter }))
    return {
      ...figures(
        call(leaf(p50, p99), { timeout: timeoutMs, attempts, backoff: backoffMs, jitter }),
        expected,
      ),
      pFirstTimeout: once.failed,
      expectedAttempts: expectedAttempts(once.failed, attempts),
    }
  },
  'latency.seq': ({ constMs, leaf: one, n, leaves }, { expected }) => {
    const steps: Latency[] = leaves
      ? leaves.map(([p50, p99]: [number, number]) => leaf(p50, p99))
      : Array.from({ length: n }, () => (one ? leaf(one[0], one[1]) : { op: 'constant', ms: constMs }))
    return figures({ op: 'sequence', of: steps }, expected)
  },
  'latency.timeout': ({ leaf: [p50, p99], timeoutMs: timeout }, { expected }) =>
    figures(call(leaf(p50, p99), { timeout, attempts: 1, backoff: [], jitter: 'none' }), expected),
  'lognormal.fit': ({ p50, p99 }) => {
    const fit = fitLognormal(p50, p99)
    const quantile = (level: number) => lognormalQuantile(fit, level)
    const [p90, p95, p999] = [quantile(0.9), quantile(0.95), quantile(0.999)]
    return { mu: fit.mu, sigma: fit.sigma, mean: lognormalMean(fit), p90, p95, p999 }
  },
  'retry.amplification': ({ attemptsPerLayer, layers, hopsThatRetry, value, reading }) => {
    const product = (hops: number, attempts: number) =>
      attemptsAtBottom(Array.from({ length: hops }, () => attempts))
    if (attemptsPerLayer) return attemptsAtBottom(attemptsPerLayer)
    if (hopsThatRetry)
      return {
        attemptsReading: product(hopsThatRetry, value),
        retriesReading: product(hopsThatRetry, value + 1),
      }
    return product(layers, reading === 'retries' ? value + 1 : value)
  },
  'retry.expectedAmplification': ({ attemptsPerLayer: [attempts], pFail }) =>
    expectedAttempts(pFail, attempts),
  'retry.expectedAttempts': ({ pFail, attempts }) => expectedAttempts(pFail, attempts),
  'retry.semantics': ({ library, value }) =>
    attemptsMeant(retrySettings.find(setting => setting.library === library)!, value),
  'retry.success': ({
    unavailability = 0,
    transient,
    transientError = transient,
    pFail = transientError,
    attempts,
  }) => afterRetries(unavailability, pFail, attempts),
  speedOfLight: ({ km, kmPerMs, oneWay }) => (oneWay ? oneWayMs(km, kmPerMs) : roundTripMs(km, kmPerMs)),
  'speedOfLight.coords': ({ a, b }) => floors(greatCircleKm(place(a), place(b))),
  'speedOfLight.property': () => {
    const ratios = measuredPairs().map(({ km, ms }) => ({ km, ratio: ms / roundTripMs(km) }))
    const far = ratios.filter(({ km }) => km > 800).map(({ ratio }) => ratio)
    far.sort((a, b) => a - b)
    const violations = ratios.filter(({ ratio }) => ratio < 1).length
    return { violations, minRatioAbove800km: far[0], medianRatio: far[Math.floor(far.length / 2)] }
  },
  'speedOfLight.regions': ({ a, b }) => floors(greatCircleKm(region(a), region(b))),
  'speedOfLight.verdict': ({ km, claimedRttMs }) => ({
    verdict: judgeRoundTrip(km, claimedRttMs),
    vacuumFloor: roundTripMs(km, VACUUM_KM_PER_MS),
  }),
  'tcp.slowStartRtts': ({ bytes, initcwndSegments, mss }) =>
    slowStartRoundTrips(bytes, { segments: initcwndSegments, segmentBytes: mss }),
  transmission: ({ bytes, bps }) => ({ ms: transmissionMs(bytes, bps) }),
  worstCaseTime: ({ attempts, timeoutMs, backoffMaxMs, base, jitter }) => {
    const waits = backoffMaxMs ?? waitsOf({ growth: 'exponential', base }, attempts - 1)
    const call = longest({ attempts, timeoutMs, backoffMs: waits })
    // Some code sleeps once more after its last attempt, for nothing.
    const max = (call ?? Number.NaN) + (waits.length === attempts ? waits.at(-1) : 0)
    if (!jitter) return max
    const wait = totalWait(waits, jitter)
    return { max, meanBackoff: wait.mean, maxBackoff: wait.max }
  },
  'worstCaseTime.nested': ({ outer, inner }) => {
    const [caller, callee] = deadlines([outer, inner])
    return {
      innerNeedsMs: callee?.needs,
      outerTimeoutMs: callee?.available,
      violates: callee?.violates,
      outerMaxMs: caller?.needs,
    }
  },
}

/** Definitions: a ratio, a subtraction, a textbook's approximation. Nothing computes them for anybody. */
const definitions = new Set([
  'availability.commonCause.calibrate',
  'availability.kofn.approx',
  'timeout.choose',
])

const place = ([latitude, longitude]: [number, number]) => ({ latitude, longitude })

const floors = (km: number) => ({
  km,
  fibreRttMs: roundTripMs(km, FIBER_KM_PER_MS),
  vacuumRttMs: roundTripMs(km, VACUUM_KM_PER_MS),
})

function measuredPairs(): { km: number; ms: number }[] {
  const aws = regions.filter(({ provider }) => provider === 'aws')
  return aws.flatMap((a, index) =>
    aws.slice(index + 1).flatMap(b => {
      const ms = measured(a.id, b.id)
      return ms === undefined ? [] : [{ km: greatCircleKm(a, b), ms }]
    }),
  )
}

/** The expressions behind the Monte Carlo answers; two of them are given in words. */
function simulated(inputs: Inputs): Latency {
  if (inputs.graph) return graph20
  if (inputs.seq3) return { op: 'sequence', of: [leaf(1, 1000), leaf(1, 1000), leaf(1, 1000)] }
  if (inputs.leaf) {
    const {
      leaf: [p50, p99],
      timeoutMs: timeout,
      attempts,
      backoff,
      jitter,
      errorRate: err,
      errorMs: errMs,
    } = inputs
    return call(leaf(p50, p99), { timeout, attempts, backoff, jitter, err, errMs })
  }
  const pay = call(leaf(80, 600), {
    timeout: 1000,
    attempts: 3,
    backoff: [100, 200],
    jitter: 'full',
    err: 0.005,
    errMs: 50,
  })
  const fraud = call(leaf(25, 250), {
    timeout: 300,
    attempts: 2,
    backoff: [50],
    jitter: 'none',
    err: 0.002,
    errMs: 10,
  })
  return { op: 'parallel', of: [pay, fraud] }
}

function close(found: unknown, wanted: unknown, { abs = 0, rel = 0 }: Answer['tolerance']): boolean {
  if (typeof wanted !== 'number' || typeof found !== 'number') return found === wanted
  return Math.abs(found - wanted) <= Math.max(abs, rel * Math.abs(wanted), 1e-14)
}

/** Failure probabilities of simulations are known to 3 % (their notes say so). */
const toleranceOf = (key: string, { kind, tolerance }: Answer) =>
  kind === 'latency.mc' && /fail/i.test(key) ? { rel: 0.03 } : tolerance

describe('known answers', () => {
  const judged = answers.filter(({ use, kind }) => use !== 'reference' && !definitions.has(kind))

  it('has kinds for all of them', () => {
    expect(judged.map(({ kind }) => kind).filter(kind => !solve[kind])).toEqual([])
    expect(judged.length).toBeGreaterThan(90)
  })

  it.each(judged.map(answer => [answer.id, answer] as const))('%s', (_, answer) => {
    const found = solve[answer.kind]!(answer.inputs, answer)
    if (typeof answer.expected === 'number') {
      expect(close(found, answer.expected, answer.tolerance), `${found} for ${answer.expected}`).toBe(true)
      return
    }
    for (const [key, wanted] of Object.entries(answer.expected)) {
      const value = (found as Record<string, unknown>)[key]
      expect(close(value, wanted, toleranceOf(key, answer)), `${key}: ${value} for ${wanted}`).toBe(true)
    }
  })
})
