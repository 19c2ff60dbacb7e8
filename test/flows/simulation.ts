// Single requests through a drawn design, by what the documents say of its annotations and without the engine.

import type { Arrow, Node, Picture } from './generated'
import { seeded } from './reference'
import { type Act, duration, limitOf, type Made, percent, type Work, workIn } from './work'

/** One request: what is up for all of it, and what it has drawn. */
interface Request {
  readonly random: () => number
  readonly up: Map<string, boolean>
  /** Shares and hits by the way to where they are drawn: attempts come by the same way. */
  readonly draws: Map<string, number>
}

/** Endless where nobody ever hears of it. */
export interface Answer {
  readonly ms: number
  readonly ok: boolean
}

const done: Answer = { ms: 0, ok: true }

/** What one request does in a design. */
export function simulator({ nodes, arrows }: Picture): (request: Request) => Answer {
  const nodeOf = new Map(nodes.map(node => [node.id, node]))
  const workOf = new Map(
    nodes.map(({ id }) => [
      id,
      workIn(
        arrows.filter(({ from }) => from === id),
        nodeOf,
      ),
    ]),
  )

  const visit = (request: Request, node: Node, way: string): Answer => {
    const own = takes(request.random, node)
    const work = inTurn(request, workOf.get(node.id) ?? [], way)
    return limited({ ms: own + work.ms, ok: work.ok }, limitOf(node.figures))
  }

  const inTurn = (request: Request, work: Work, way: string): Answer => {
    let spent = 0
    for (const step of work) {
      const answers = step.map(act => acted(request, act, way))
      spent += Math.max(...answers.map(({ ms }) => ms))
      if (answers.some(({ ok }) => !ok)) return { ms: spent, ok: false }
    }
    return { ms: spent, ok: true }
  }

  const acted = (request: Request, act: Act, way: string): Answer => {
    if (act.kind === 'cached') return cached(request, act, way)
    const key = act.of.map(({ arrow: { from, to } }) => `${from}>${to}`).join()
    let drawn = act.of.every(({ share }) => share >= 1) ? 0 : drawOf(request, `${way}/${key}`)
    for (const made of act.of) {
      if (drawn < made.share) return make(request, made, way)
      drawn -= made.share
    }
    return done
  }

  /** A hit answers; a miss, and what the cache fails to answer, is read where it is kept. */
  const cached = (request: Request, act: Extract<Act, { kind: 'cached' }>, way: string): Answer => {
    const isHit = drawOf(request, `${way}/hit`) < act.ratio
    const asked = make(request, act.cache, way)
    if (asked.ok && isHit) return asked
    const read = inTurn(request, act.store, way)
    return { ms: asked.ms + read.ms, ok: read.ok }
  }

  /** As often as stated, each time with its own fallback. */
  const make = (request: Request, made: Made, way: string): Answer => {
    const { arrow } = made
    const { calls = '1', order, optional } = arrow.figures
    const rounds = Array.from({ length: Number(calls) }, (_, round) => round)
    const once = (round: number): Answer => {
      const key = `${way}/${arrow.from}>${arrow.to}:${round}`
      const first = call(request, arrow, key)
      if (first.ok || !made.instead) return first
      const second = make(request, made.instead, `${key}!`)
      return { ms: first.ms + second.ms, ok: second.ok }
    }
    const needed = made.needed ?? optional !== 'true'
    if (order === 'parallel') {
      const answers = rounds.map(once)
      return { ms: Math.max(...answers.map(({ ms }) => ms)), ok: !needed || answers.every(({ ok }) => ok) }
    }
    let spent = 0
    for (const round of rounds) {
      const answer = once(round)
      spent += answer.ms
      if (!answer.ok) return { ms: spent, ok: !needed }
    }
    return { ms: spent, ok: true }
  }

  const usual = usualFailures({ nodes, arrows })
  const call = (request: Request, arrow: Arrow, way: string): Answer => {
    const { to, figures } = arrow
    const callee = nodeOf.get(to)!
    const network = duration(figures.rtt, 0)
    const limit = limitOf(figures)
    const errors = percent(figures.errorRate ?? '0%')
    const copy = (): Answer => {
      if (!isUp(request, callee))
        return { ms: (callee.figures.fails ?? usual.get(arrow)) === 'hang' ? Infinity : network, ok: false }
      if (request.random() < errors) return { ms: network + duration(callee.figures.p50, 0), ok: false }
      const answer = visit(request, callee, way)
      return { ms: network + answer.ms, ok: answer.ok }
    }
    // No second copy is sent of what is down: it would be down as well.
    const isHedged = figures.hedge !== undefined && isUp(request, callee)
    const attempt = (): Answer =>
      limited(isHedged ? firstOf(copy(), copy(), duration(figures.hedge, 0)) : copy(), limit)
    let spent = 0
    for (let tried = 0; tried < Number(figures.attempts ?? 1); tried++) {
      const { ms, ok } = attempt()
      spent += ms
      if (ok || spent === Infinity) return { ms: spent, ok }
    }
    return { ms: spent, ok: false }
  }

  const entry = workOf.get('web') ?? []
  return request => {
    const answer = inTurn(request, entry, '')
    return answer.ms === Infinity ? { ...answer, ok: false } : answer
  }
}

/** Nobody is taken to wait for what is down where no timeout on the way would end that. */
function usualFailures({ nodes, arrows }: Picture): ReadonlyMap<Arrow, 'hang' | 'refuse'> {
  const endless = new Set(['web'])
  const refusing = new Set<Arrow>()
  const timed = new Set(nodes.filter(({ figures }) => figures.timeout !== undefined).map(({ id }) => id))
  for (const from of endless)
    for (const arrow of arrows) {
      if (arrow.from !== from || arrow.figures.timeout !== undefined) continue
      refusing.add(arrow)
      if (!timed.has(arrow.to)) endless.add(arrow.to)
    }
  return new Map(arrows.map(arrow => [arrow, refusing.has(arrow) ? 'refuse' : 'hang']))
}

const limited = (answer: Answer, limit: number): Answer =>
  answer.ms > limit ? { ms: limit, ok: false } : answer

/** A second copy after a while; the first success counts. */
function firstOf(first: Answer, second: Answer, after: number): Answer {
  if (!first.ok && !second.ok) return { ms: Math.max(first.ms, after + second.ms), ok: false }
  return { ms: Math.min(first.ok ? first.ms : Infinity, second.ok ? after + second.ms : Infinity), ok: true }
}

/** A lognormal through the median and the 99th percentile. */
function takes(random: () => number, { figures: { p50, p99 } }: Node): number {
  if (p50 === undefined || p99 === undefined) return 0
  const [middle, slow] = [duration(p50, 0), duration(p99, 0)]
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return middle * Math.exp((Math.log(slow / middle) / 2.326347874) * normal)
}

/** Copies that are down together with a tenth of their failures; one is enough. */
function isUp({ up, random }: Request, { id, figures }: Node): boolean {
  const known = up.get(id)
  if (known !== undefined) return known
  const unavailable = 1 - percent(figures.availability)
  const copies = Number(figures.replicas ?? 1)
  const fails = (probability: number) => random() < probability
  const none =
    copies === 1
      ? fails(unavailable)
      : fails(0.1 * unavailable) ||
        Array.from({ length: copies }, () => fails(0.9 * unavailable)).every(each => each)
  up.set(id, !none)
  return !none
}

function drawOf({ draws, random }: Request, key: string): number {
  const draw = draws.get(key) ?? random()
  draws.set(key, draw)
  return draw
}

/** Times with everything up, and the share that fails with failures of components too. */
export function simulatedFlow(picture: Picture, requests: number, seed: number) {
  const run = simulator(picture)
  const random = seeded(seed)
  const everything = new Map(picture.nodes.map(({ id }) => [id, true]))
  const times: number[] = []
  let failed = 0
  for (let i = 0; i < requests; i++) {
    const { ms, ok } = run({ random, up: everything, draws: new Map() })
    if (ok) times.push(ms)
    if (!run({ random, up: new Map(), draws: new Map() }).ok) failed++
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
