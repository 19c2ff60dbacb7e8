// The worst that one request of a drawn design can come to: everything runs into its timeout and is tried again.

import type { Arrow, Node, Picture } from './generated'
import { type Act, duration, limitOf, type Made, type Work, workIn } from './work'

export interface WorstCase {
  /** Milliseconds by the timeouts alone; Infinity where none ends it. */
  readonly longest: number
  /** The most attempts at any component. */
  readonly attempts: number
}

interface Worst {
  readonly ms: number
  readonly attempts: ReadonlyMap<string, number>
}

const nothing: Worst = { ms: 0, attempts: new Map() }

export function worstCase({ nodes, arrows }: Picture): WorstCase {
  const nodeOf = new Map(nodes.map(node => [node.id, node]))
  const workOf = (id: string): Work =>
    workIn(
      arrows.filter(({ from }) => from === id),
      nodeOf,
    )

  const inTurn = (work: Work): Worst =>
    work.reduce((all, step) => after(all, together(step.map(acted))), nothing)

  const acted = (act: Act): Worst =>
    act.kind === 'cached' ? after(make(act.cache), inTurn(act.store)) : either(act.of.map(make))

  const make = ({ arrow, instead }: Made): Worst => {
    const { calls = '1', order } = arrow.figures
    const first = call(arrow)
    const one = instead ? after(first, make(instead)) : first
    const all = times(one, Number(calls))
    return order === 'parallel' ? { ...all, ms: one.ms } : all
  }

  /** What calls nothing may take forever; what calls others lasts as long as they do. */
  const answered = ({ id, figures }: Node): Worst => {
    const work = workOf(id)
    const below = inTurn(work)
    const ms = Math.min(limitOf(figures), work.length > 0 ? below.ms : Infinity)
    return { ms, attempts: new Map([...below.attempts, [id, 1]]) }
  }

  const call = ({ to, figures }: Arrow): Worst => {
    const once = answered(nodeOf.get(to)!)
    const hedged = figures.hedge === undefined ? once : after(once, once)
    const ms = Math.min(limitOf(figures), once.ms + duration(figures.hedge, 0))
    return times({ ...hedged, ms }, Number(figures.attempts ?? 1))
  }

  const { ms, attempts } = inTurn(workOf('web'))
  return { longest: ms, attempts: Math.max(...attempts.values()) }
}

const sum = (a: number, b: number): number => a + b

const after = (a: Worst, b: Worst): Worst => ({ ms: a.ms + b.ms, attempts: merged([a, b], sum) })

const together = (all: readonly Worst[]): Worst => ({
  ms: Math.max(...all.map(({ ms }) => ms)),
  attempts: merged(all, sum),
})

const either = (all: readonly Worst[]): Worst => ({
  ms: Math.max(...all.map(({ ms }) => ms)),
  attempts: merged(all, Math.max),
})

const times = ({ ms, attempts }: Worst, n: number): Worst => ({
  ms: ms * n,
  attempts: new Map([...attempts].map(([id, count]) => [id, count * n])),
})

function merged(all: readonly Worst[], join: (a: number, b: number) => number): ReadonlyMap<string, number> {
  const attempts = new Map<string, number>()
  for (const [id, count] of all.flatMap(each => [...each.attempts])) {
    const before = attempts.get(id)
    attempts.set(id, before === undefined ? count : join(before, count))
  }
  return attempts
}
