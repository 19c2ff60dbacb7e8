// What one request does, written by hand and worked out by brute force: every case enumerated, or a million draws.

/** What a request meets on its way. A component is up or down for all of a request; chances are drawn anew. */
export interface World {
  readonly up: (name: string, availability: number) => boolean
  readonly happens: (probability: number) => boolean
  /** Milliseconds of a lognormal through its median and 99th percentile. */
  readonly takes: (p50: number, p99: number) => number
  readonly between: (low: number, high: number) => number
}

export interface Answer {
  readonly ms: number
  readonly ok: boolean
}

export type Task = (world: World) => Answer

/** Own time first, then what it calls, one after another; the first failure ends it. */
export function component(name: string, figures: Figures, ...calls: readonly Task[]): Task {
  const { availability = 1, p50 = 0, p99 = p50 } = figures
  return world => {
    if (!world.up(name, availability)) return { ms: 0, ok: false }
    const work = inOrder(...calls)(world)
    return { ms: (p50 > 0 ? world.takes(p50, p99) : 0) + work.ms, ok: work.ok }
  }
}

export interface Figures {
  readonly availability?: number
  readonly p50?: number
  /** Equal to the median where it is left out. */
  readonly p99?: number
}

export function inOrder(...tasks: readonly Task[]): Task {
  return world => {
    let ms = 0
    for (const task of tasks) {
      const answer = task(world)
      ms += answer.ms
      if (!answer.ok) return { ms, ok: false }
    }
    return { ms, ok: true }
  }
}

export function together(...tasks: readonly Task[]): Task {
  return world => {
    const answers = tasks.map(task => task(world))
    return { ms: Math.max(...answers.map(({ ms }) => ms)), ok: answers.every(({ ok }) => ok) }
  }
}

/** With this probability, else nothing happens. */
export const sometimes =
  (share: number, task: Task): Task =>
  world =>
    world.happens(share) ? task(world) : { ms: 0, ok: true }

/** One of two. */
export const either =
  (share: number, task: Task, otherwise: Task): Task =>
  world =>
    world.happens(share) ? task(world) : otherwise(world)

/** Waited for, and not needed. */
export const ignoring =
  (task: Task): Task =>
  world => ({ ms: task(world).ms, ok: true })

export const orElse =
  (task: Task, instead: Task): Task =>
  world => {
    const first = task(world)
    if (first.ok) return first
    const second = instead(world)
    return { ms: first.ms + second.ms, ok: second.ok }
  }

export interface Manner {
  readonly timeout?: number
  readonly deadline?: number
  /** The first included. */
  readonly attempts?: number
  readonly errorRate?: number
  /** When an error shows. */
  readonly errorMs?: number
  /** Before the second attempt, the third, …; drawn from zero up with full jitter. */
  readonly waits?: readonly number[]
  readonly fullJitter?: boolean
  readonly rtt?: number
}

/** A call over the network, tried until it succeeds. */
export function call(task: Task, manner: Manner): Task {
  const { timeout = Infinity, deadline = Infinity, attempts = 1, waits = [], rtt = 0 } = manner
  const { errorRate = 0, errorMs = 0, fullJitter = false } = manner
  const attempt = (world: World): Answer => {
    if (errorRate > 0 && world.happens(errorRate)) return { ms: Math.min(timeout, errorMs), ok: false }
    const { ms, ok } = task(world)
    return ms + rtt > timeout ? { ms: timeout, ok: false } : { ms: ms + rtt, ok }
  }
  return world => {
    let ms = 0
    for (let tried = 0; tried < attempts; tried++) {
      const wait = waits[tried - 1] ?? 0
      ms += fullJitter ? world.between(0, wait) : wait
      const answer = attempt(world)
      ms += answer.ms
      if (answer.ok) return ms > deadline ? { ms: deadline, ok: false } : { ms, ok: true }
    }
    return { ms: Math.min(ms, deadline), ok: false }
  }
}

/** A second copy after a while; the first success counts. */
export const hedged =
  (task: Task, after: number): Task =>
  world => {
    const [first, second] = [task(world), task(world)]
    if (!first.ok && !second.ok) return { ms: Math.max(first.ms, after + second.ms), ok: false }
    return {
      ms: Math.min(first.ok ? first.ms : Infinity, second.ok ? after + second.ms : Infinity),
      ok: true,
    }
  }

/** Cache, then store where it misses or is down. */
export const cacheAside =
  (hitRatio: number, cache: Task, store: Task): Task =>
  world => {
    const asked = cache(world)
    if (asked.ok && world.happens(hitRatio)) return asked
    const read = store(world)
    return { ms: asked.ms + read.ms, ok: read.ok }
  }

/** Equal copies that share a part of their failures: enough of them must be up. */
export function copies(
  name: string,
  {
    availability,
    of,
    need = 1,
    beta = 0.1,
  }: { availability: number; of: number; need?: number; beta?: number },
): Task {
  const down = 1 - availability
  return world => {
    const shared = world.up(`${name}: all`, 1 - beta * down)
    const single = Array.from({ length: of }, (_, i) => world.up(`${name} ${i}`, 1 - (1 - beta) * down))
    return { ms: 0, ok: shared && single.filter(isUp => isUp).length >= need }
  }
}

/** P(the request fails), by going through every combination of what may be up and what may happen. */
export function unavailabilityByEnumeration(task: Task): number {
  let failing = 0
  let chosen: boolean[] = []
  for (;;) {
    const { ok, probability, choices } = runWith(task, chosen)
    if (!ok) failing += probability
    const last = choices.lastIndexOf(true)
    if (last < 0) return failing
    chosen = [...choices.slice(0, last), false]
  }
}

/** Runs with these choices; what comes after them is chosen true. */
function runWith(task: Task, chosen: readonly boolean[]) {
  const choices: boolean[] = []
  const seen = new Map<string, boolean>()
  let probability = 1
  const choose = (p: number): boolean => {
    if (p >= 1) return true
    if (p <= 0) return false
    const choice = chosen[choices.length] ?? true
    choices.push(choice)
    probability *= choice ? p : 1 - p
    return choice
  }
  const { ok } = task({
    up: (name, availability) => {
      const known = seen.get(name) ?? choose(availability)
      seen.set(name, known)
      return known
    },
    happens: choose,
    takes: p50 => p50,
    between: low => low,
  })
  return { ok, probability, choices }
}

export interface Sampled {
  /** Milliseconds of the requests that succeed. */
  readonly at: (percentile: number) => number
  readonly failed: number
}

/** Times with every component up, by a seeded Monte Carlo. */
export function sample(task: Task, draws: number, seed = 20_240_229): Sampled {
  const random = seeded(seed)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const world: World = {
    up: (_, availability) => availability > 0,
    happens: probability => random() < probability,
    takes: (p50, p99) => (p99 === p50 ? p50 : p50 * Math.exp((Math.log(p99 / p50) / 2.326347874) * normal())),
    between: (low, high) => low + (high - low) * random(),
  }
  const times: number[] = []
  for (let i = 0; i < draws; i++) {
    const { ms, ok } = task(world)
    if (ok) times.push(ms)
  }
  const sorted = Float64Array.from(times).sort()
  const at = (percentile: number): number => sorted[Math.floor(percentile * sorted.length)]!
  return { at, failed: 1 - times.length / draws }
}

/** xorshift32, scrambled: deterministic. */
export function seeded(seed: number): () => number {
  let state = seed | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (Math.imul(state, 0x9e3779b1) >>> 0) / 4294967296
  }
}
