// Designs drawn at random, answered by a simulation of single requests that knows the documents and not the engine.

import { describe, expect, it } from 'vitest'
import { flowIn } from './door'
import { type Arrow, drawn, mermaid, type Node, type Picture } from './generated'
import { seeded } from './reference'

const exhaustive = process.env.MODE === 'exhaustive'
const designs = exhaustive ? 150 : 30
const requests = exhaustive ? 50_000 : 20_000

/** One request: what is up for all of it, and what it has drawn. */
interface Request {
  readonly random: () => number
  readonly up: Map<string, boolean>
  /** Shares and hits by the way to where they are drawn: attempts come by the same way. */
  readonly draws: Map<string, number>
}

interface Answer {
  readonly ms: number
  readonly ok: boolean
}

const percent = (text: string): number => Number.parseFloat(text) / 100
const ms = (text: string): number => Number.parseFloat(text)

/** What the annotations of a drawn design say, read by hand. */
function simulator({ nodes, arrows }: Picture) {
  const nodeOf = new Map(nodes.map(node => [node.id, node]))
  const callsOf = new Map(nodes.map(({ id }) => [id, arrows.filter(({ from }) => from === id)]))

  const takes = (random: () => number, { figures }: Node): number => {
    if (figures.p50 === undefined || figures.p99 === undefined) return 0
    const [p50, p99] = [ms(figures.p50), ms(figures.p99)]
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    return p50 * Math.exp((Math.log(p99 / p50) / 2.326347874) * normal)
  }

  /** Copies that are down together with a tenth of their failures; one is enough. */
  const isUp = (request: Request, { id, figures }: Node): boolean => {
    const known = request.up.get(id)
    if (known !== undefined) return known
    const down = 1 - percent(figures.availability ?? '100%')
    const copies = Number(figures.replicas ?? 1)
    const { random } = request
    const fails = (probability: number) => random() < probability
    const all =
      copies === 1
        ? fails(down)
        : fails(0.1 * down) || Array.from({ length: copies }, () => fails(0.9 * down)).every(each => each)
    request.up.set(id, !all)
    return !all
  }

  const visit = (request: Request, node: Node, way: string): Answer => {
    if (!isUp(request, node)) return { ms: 0, ok: false }
    const own = takes(request.random, node)
    const work = inTurn(request, callsOf.get(node.id) ?? [], way)
    const all = { ms: own + work.ms, ok: work.ok }
    const limit = node.figures.timeout === undefined ? Infinity : ms(node.figures.timeout)
    return all.ms > limit ? { ms: limit, ok: false } : all
  }

  /** Steps one after another; those marked parallel together, where the first of them is. */
  const inTurn = (request: Request, calls: readonly Arrow[], way: string): Answer => {
    const steps = stepsOf(calls)
    const side = steps.filter(isParallel)
    let spent = 0
    for (const step of steps) {
      if (side.includes(step) && step !== side[0]) continue
      const answers = (step === side[0] ? side : [step]).map(each => oneOf(request, each, way))
      spent += Math.max(...answers.map(each => each.ms))
      if (answers.some(({ ok }) => !ok)) return { ms: spent, ok: false }
    }
    return { ms: spent, ok: true }
  }

  /** One call, or one of several whose shares add up to at most 100 %: drawn once for all attempts. */
  const oneOf = (request: Request, step: readonly Arrow[], way: string): Answer => {
    const key = `${way}/${step.map(({ from, to }) => `${from}>${to}`).join()}`
    let draw = request.draws.get(key) ?? request.random()
    request.draws.set(key, draw)
    for (const arrow of step) {
      const share = percent(arrow.figures.share ?? '100%')
      if (draw < share) return rounds(request, arrow, way)
      draw -= share
    }
    return { ms: 0, ok: true }
  }

  /** One after another; calls marked parallel together. */
  const rounds = (request: Request, arrow: Arrow, way: string): Answer => {
    let spent = 0
    const count = Number(arrow.figures.calls ?? 1)
    const made = (round: number) => call(request, arrow, `${way}/${arrow.from}>${arrow.to}:${round}`)
    if (arrow.figures.order === 'parallel') {
      const answers = Array.from({ length: count }, (_, round) => made(round))
      const ok = arrow.figures.optional === 'true' || answers.every(each => each.ok)
      return { ms: Math.max(...answers.map(each => each.ms)), ok }
    }
    for (let round = 0; round < count; round++) {
      const answer = made(round)
      spent += answer.ms
      if (!answer.ok) return { ms: spent, ok: arrow.figures.optional === 'true' }
    }
    return { ms: spent, ok: true }
  }

  const call = (request: Request, { to, figures }: Arrow, way: string): Answer => {
    const callee = nodeOf.get(to)!
    const network = ms(figures.rtt ?? '0')
    const limit = figures.timeout === undefined ? Infinity : ms(figures.timeout)
    let spent = 0
    for (let attempt = 0; attempt < Number(figures.attempts ?? 1); attempt++) {
      if (request.random() < percent(figures.errorRate ?? '0%')) {
        spent += Math.min(limit, network + ms(callee.figures.p50 ?? '0'))
        continue
      }
      const answer = visit(request, callee, way)
      const took = Math.min(limit, network + answer.ms)
      spent += took
      if (answer.ok && network + answer.ms <= limit) return { ms: spent, ok: true }
    }
    return { ms: spent, ok: false }
  }

  return (request: Request): Answer => inTurn(request, callsOf.get('web') ?? [], '')
}

const isParallel = (step: readonly Arrow[]): boolean =>
  step.find(({ figures }) => figures.order !== undefined)?.figures.order === 'parallel'

/** Calls whose shares add up to at most 100 % are alternatives, in the place of the first. */
function stepsOf(calls: readonly Arrow[]): readonly (readonly Arrow[])[] {
  const shared = calls.filter(({ figures }) => figures.share !== undefined)
  const sum = shared.reduce((total, { figures }) => total + percent(figures.share ?? '0%'), 0)
  const alternatives = sum <= 1 ? shared : []
  return calls.flatMap(arrow =>
    !alternatives.includes(arrow) ? [[arrow]] : arrow === alternatives[0] ? [alternatives] : [],
  )
}

/** Times with everything up, and the share that fails with failures of components too. */
function simulatedFlow(picture: Picture, seed: number) {
  const run = simulator(picture)
  const random = seeded(seed)
  const draws = (up: Map<string, boolean>): Answer => run({ random, up, draws: new Map() })
  const everything = new Map(picture.nodes.map(({ id }) => [id, true]))
  const times: number[] = []
  let failed = 0
  for (let i = 0; i < requests; i++) {
    const { ms: took, ok } = draws(everything)
    if (ok) times.push(took)
    if (!draws(new Map()).ok) failed++
  }
  const sorted = Float64Array.from(times).sort()
  const at = (percentile: number) =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.floor(percentile * sorted.length)))]!
  /** 4 standard errors of the rank, as times. */
  const around = (percentile: number): [number, number] => {
    const error = 4 * Math.sqrt((percentile * (1 - percentile)) / sorted.length)
    return [at(percentile - error), at(percentile + error)]
  }
  return { unavailability: failed / requests, around, answered: times.length / requests }
}

/** What the simulation does not speak of: hedges, caches beside stores. */
const simple = ({ nodes, arrows }: Picture): Picture => ({
  nodes: nodes.map(({ figures: { hitRatio: _, ...figures }, label, ...node }) => ({
    ...node,
    label: label.replace('Redis', 'MySQL'),
    figures,
  })),
  arrows: arrows.map(({ figures: { hedge: _, ...figures }, ...arrow }) => ({ ...arrow, figures })),
})

describe('drawn designs', () => {
  it('have the figures of a simulation', () => {
    const wrong: string[] = []
    for (let seed = 1; seed <= designs; seed++) {
      const picture = simple(drawn(seed))
      const flow = flowIn(mermaid(picture))
      const { unavailability, around, answered } = simulatedFlow(picture, seed)
      const found = 1 - flow.availability
      const error = 4 * Math.sqrt(Math.max(unavailability, 1 / requests) / requests)
      if (Math.abs(found - unavailability) > Math.max(error, 0.02 * unavailability))
        wrong.push(`seed ${seed}: unavailability ${found} instead of ${unavailability}`)
      if (answered < 0.05) continue
      for (const [key, percentile] of [
        ['p50', 0.5],
        ['p95', 0.95],
        ['p99', 0.99],
      ] as const) {
        const [low, high] = around(percentile)
        const time = flow[key] ?? Number.NaN
        if (!(time >= low * 0.99 - 0.01 && time <= high * 1.01 + 0.01))
          wrong.push(`seed ${seed}: ${key} ${time} instead of ${low} to ${high}`)
      }
    }
    expect(wrong).toEqual([])
  }, 3_600_000)
})
