// The figures of a flow beside those of the design as written, part by part.

import type { EvaluatedFlow } from '../engine/evaluation'
import { usedCapacity } from '../flows/flow-summary'
import { sharesOf } from '../flows/shares'
import type { PreviewModel, PreviewTarget } from './messages'

type FlowPicture = PreviewModel['flows'][number]

/** With what shares, bars and loads were before something was changed; `bars` are those of then. */
export function besideBefore(
  picture: FlowPicture,
  written: EvaluatedFlow,
  bars: FlowPicture['bars'],
): FlowPicture {
  const shareBefore = lookUp(sharesOf(written), ({ target }) => partKey(target))
  const loadBefore = lookUp(written.figures.load.map(usedCapacity), ({ at }) => at)
  const keysOfBars = placesOf(bars)
  const barBefore = lookUp(bars, bar => keysOfBars.get(bar))
  const keysNow = placesOf(picture.bars)
  return {
    ...picture,
    shares: picture.shares.map(share => {
      const before = shareBefore(partKey(share.target))
      if (!before) return share
      const { latency, unavailability, attempts } = before
      return { ...share, before: { latency, unavailability, attempts } }
    }),
    bars: picture.bars.map(bar => {
      const before = barBefore(keysNow.get(bar))
      return before ? { ...bar, before: { start: before.start, end: before.end } } : bar
    }),
    ...(picture.load && {
      load: picture.load.map(load => {
        const before = loadBefore(load.at)
        return before ? { ...load, before: { rate: before.rate, utilization: before.utilization } } : load
      }),
    }),
  }
}

const lookUp = <T>(things: readonly T[], keyOf: (thing: T) => string | undefined) => {
  const found = new Map(things.map(thing => [keyOf(thing), thing]))
  return (key: string | undefined): T | undefined => (key === undefined ? undefined : found.get(key))
}

const partKey = (target: PreviewTarget): string =>
  target.kind === 'node'
    ? `node ${target.id}`
    : target.kind === 'arrow'
      ? `arrow ${target.index}`
      : target.kind

/** Of a call that is made in several places the first is the first, whatever is made beside it. */
const placesOf = (bars: FlowPicture['bars']): ReadonlyMap<FlowPicture['bars'][number], string> => {
  const counts = new Map<string, number>()
  return new Map(
    bars.map(bar => {
      const key = partKey(bar.target)
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      return [bar, `${key} ${count}`]
    }),
  )
}
