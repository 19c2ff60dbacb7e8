// A queue as a distribution: the wait for a free place and the time in it, as far as patience lasts.

import { answeredWithin, offeredWait, type QueueLaw } from '../queueing/impatient-queue'
import { constant, type Distribution, settle, superpose } from './distribution'
import { readerOf, supportOf } from './distribution-reader'
import type { Grid } from './grid'
import { later, normalized, type Outcome, shown } from './outcome'

/**
 * What a request meets that waits for its turn and then takes what `inner` takes. How many are answered is decided
 * by who gives up where too little time is left; how long they take, by a queue that fills up to the last moment.
 * So no more of them are answered within any time when more arrive or each takes longer.
 */
export function withQueue(inner: Outcome, law: QueueLaw): Outcome {
  const { grid } = inner.success
  const { patience } = law
  const reader = readerOf(inner.success)
  const served = (ms: number): number => (ms <= 0 ? 0 : Math.min(1, reader.upTo(ms)))
  const answered = answeredWithin(offeredWait(law, served), law, served)(patience)
  const full = offeredWait(law, ms => (ms > 0 ? 1 : 0))
  const atoms = inner.success.atoms
    .filter(({ at }) => at < patience)
    .map(({ at, mass }) => ({ at, mass: full.none * mass }))
  const inTime = answeredWithin(full, law, served)
  const onGrid = (ms: number): number =>
    atoms.reduce((rest, { at, mass }) => (at <= ms ? rest - mass : rest), Math.min(answered, inTime(ms)))
  const from = inner.success.mass.length > 0 ? inner.success.offset : supportOf(inner.success)[0]
  const binned = binnedBetween(grid, onGrid, { from, to: patience })
  const lastMoment = constant(grid, patience, Math.max(0, answered - inTime(patience)))
  const lost = Math.max(0, 1 - answered)
  return {
    success: normalized(superpose(grid, [{ ...binned, atoms }, lastMoment]), answered),
    failed: lost + answered * inner.failed,
    stuck: answered * inner.stuck,
    failure: later(grid, () => [
      { measure: constant(grid, patience), weight: lost },
      ...(shown(inner) > 0 ? [{ measure: inner.failure(), weight: answered * shown(inner) }] : []),
    ]),
  }
}

/** A distribution by its cumulative probabilities between two times. */
function binnedBetween(
  grid: Grid,
  upTo: (ms: number) => number,
  { from, to }: { readonly from: number; readonly to: number },
): Distribution {
  const mass = new Float64Array(grid.points.length)
  // Times closer together than a hundred-thousandth of the span don't differ.
  const first = grid.edges.findIndex(edge => edge >= (to - from) / 100_000)
  let before = 0
  for (let k = Math.max(0, first); k < mass.length; k++) {
    const here = upTo(Math.min(from + grid.edges[k]!, to))
    mass[k] = Math.max(0, here - before)
    before = Math.max(before, here)
    if (from + grid.edges[k]! >= to) break
  }
  return settle({ grid, atoms: [], offset: from, first: 0, mass, upper: to })
}
