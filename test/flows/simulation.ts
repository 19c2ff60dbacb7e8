// Single requests through a drawn design, by what the documents say of its annotations and without the engine.

import type { Arrow, Node, Picture } from './generated'
import { seeded } from './reference'

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

const percent = (text = '100%'): number => Number.parseFloat(text) / 100
const duration = (text: string | undefined, unstated: number): number =>
  text === undefined ? unstated : Number.parseFloat(text)
const limitOf = ({ timeout }: Node['figures']): number => duration(timeout, Infinity)

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
    const work = inTurn(request, workOf.get(node.id), way)
    return limited({ ms: own + work.ms, ok: work.ok }, limitOf(node.figures))
  }

  const inTurn = (request: Request, work: Work | undefined, way: string): Answer => {
    let spent = 0
    for (const step of work ?? []) {
      const answers = step.map(each =>
        each(
          one => make(request, one, way),
          key => drawOf(request, `${way}/${key}`),
        ),
      )
      spent += Math.max(...answers.map(({ ms }) => ms))
      if (answers.some(({ ok }) => !ok)) return { ms: spent, ok: false }
    }
    return { ms: spent, ok: true }
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
      const second = make(request, { arrow: made.instead, needed: true }, `${key}!`)
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
    const attempt = (): Answer =>
      limited(figures.hedge ? firstOf(copy(), copy(), duration(figures.hedge, 0)) : copy(), limit)
    let spent = 0
    for (let tried = 0; tried < Number(figures.attempts ?? 1); tried++) {
      const { ms, ok } = attempt()
      spent += ms
      if (ok || spent === Infinity) return { ms: spent, ok }
    }
    return { ms: spent, ok: false }
  }

  const entry = workOf.get('web')
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

/** A call as it is made for a request. */
interface Made {
  readonly arrow: Arrow
  readonly instead?: Arrow
  /** Whatever its figures say. */
  readonly needed?: boolean
}

/** Made by `make`; `draw` draws once for a request what has the same key. */
type Act = (make: (made: Made) => Answer, draw: (key: string) => number) => Answer

/** Steps one after another, each of them of what is done together. */
export type Work = readonly (readonly Act[])[]

/** What a component does for a request: reads through a cache, then the rest as it is ordered. */
function workIn(calls: readonly Arrow[], nodeOf: ReadonlyMap<string, Node>): Work {
  const { made, standbyOf } = withoutStandbys(calls)
  const { cache, reads } = cachedReads(made, nodeOf)
  const asMade = (arrow: Arrow): Made => {
    const instead = standbyOf(arrow)
    const isCache = nodeOf.get(arrow.to)!.label.includes('Redis')
    const needed = arrow.figures.optional === undefined && isCache ? false : undefined
    return { arrow, ...(instead && { instead }), ...(needed !== undefined && { needed }) }
  }
  const others = ordered(
    made.filter(arrow => arrow !== cache && !reads.includes(arrow)),
    asMade,
  )
  if (!cache) return others
  const ratio = percent(cache.figures.hitRatio ?? nodeOf.get(cache.to)!.figures.hitRatio ?? '0%')
  return [[cacheAside(ordered(reads, asMade), { ...asMade(cache), needed: true }, ratio)], ...others]
}

/** A hit answers; a miss, and what the cache fails to answer, is read where it is kept. */
const cacheAside =
  (store: Work, cache: Made, ratio: number): Act =>
  (make, draw) => {
    const isHit = draw('hit') < ratio
    const asked = make(cache)
    if (asked.ok && isHit) return asked
    let spent = asked.ms
    for (const step of store) {
      const answers = step.map(act => act(make, draw))
      spent += Math.max(...answers.map(({ ms }) => ms))
      if (answers.some(({ ok }) => !ok)) return { ms: spent, ok: false }
    }
    return { ms: spent, ok: true }
  }

/** What others fall back on is not called otherwise. */
function withoutStandbys(calls: readonly Arrow[]) {
  const standbyOf = ({ figures }: Arrow) => calls.find(({ to }) => to === figures.fallback)
  const standbys = new Set<Arrow>()
  for (const arrow of calls) {
    if (standbys.has(arrow)) continue
    for (let next = standbyOf(arrow); next && !standbys.has(next); next = standbyOf(next)) standbys.add(next)
  }
  return { made: calls.filter(arrow => !standbys.has(arrow)), standbyOf }
}

/** A cache beside stores, or one that is stated to hit beside the only other callee. */
function cachedReads(calls: readonly Arrow[], nodeOf: ReadonlyMap<string, Node>) {
  const none: { readonly cache?: Arrow; readonly reads: readonly Arrow[] } = { reads: [] }
  const labelOf = ({ to }: Arrow) => nodeOf.get(to)!.label
  const cache = calls.find(arrow => labelOf(arrow).includes('Redis'))
  if (!cache) return none
  const others = calls.filter(arrow => arrow !== cache)
  const stores = others.filter(arrow => labelOf(arrow).startsWith('[(') && !labelOf(arrow).includes('Redis'))
  const isStated = nodeOf.get(cache.to)!.figures.hitRatio !== undefined
  const reads = stores.length > 0 ? stores : isStated && others.length === 1 ? others : []
  return reads.length > 0 ? { cache, reads } : none
}

/** Calls whose shares add up to at most 100% are alternatives, in the place of the first; parallel steps are one. */
function ordered(calls: readonly Arrow[], asMade: (arrow: Arrow) => Made): Work {
  const steps = alternativesOf(calls)
  const isParallel = (step: readonly Arrow[]) =>
    step.find(({ figures }) => figures.order !== undefined)?.figures.order === 'parallel'
  const together = steps.filter(isParallel)
  return steps.flatMap(step => {
    if (!together.includes(step)) return [[oneOf(step, asMade)]]
    return step === together[0] ? [together.map(each => oneOf(each, asMade))] : []
  })
}

/** One of them, or none. */
const oneOf =
  (arrows: readonly Arrow[], asMade: (arrow: Arrow) => Made): Act =>
  (make, draw) => {
    if (arrows.length === 1 && arrows[0]!.figures.share === undefined) return make(asMade(arrows[0]!))
    let drawn = draw(arrows.map(({ from, to }) => `${from}>${to}`).join())
    for (const arrow of arrows) {
      const share = percent(arrow.figures.share)
      if (drawn < share) return make(asMade(arrow))
      drawn -= share
    }
    return done
  }

function alternativesOf(calls: readonly Arrow[]): readonly (readonly Arrow[])[] {
  const shared = calls.filter(({ figures }) => figures.share !== undefined)
  const sum = shared.reduce((total, { figures }) => total + percent(figures.share), 0)
  const alternatives = sum <= 1 ? shared : []
  return calls.flatMap(arrow =>
    !alternatives.includes(arrow) ? [[arrow]] : arrow === alternatives[0] ? [alternatives] : [],
  )
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
