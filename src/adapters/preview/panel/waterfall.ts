// One request at its p99, call by call: when each begins and ends, and when it would be given up.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { html } from '../dom'
import { attemptsText, durationText } from '../format'
import { keyOf } from '../target'
import { nameOfNode, type PreviewFlow } from '../view'
import { abridged } from './section'

type Bar = PreviewFlow['bars'][number]

const limit = 24

/** A row for each call; pressing one reveals it. */
export const waterfall = (
  picture: PreviewModel,
  bars: readonly Bar[],
  reveal: (target: PreviewTarget) => void,
): readonly HTMLElement[] => {
  const callees = calleeNames(picture)
  const end = Math.max(0, ...bars.map(bar => bar.end))
  // Timeouts far out would squeeze the bars: those stay outside and are told in words.
  const timeouts = bars.flatMap(bar =>
    bar.timeout !== null && bar.timeout <= end * 1.25 ? [bar.timeout] : [],
  )
  const scale = Math.max(end, ...timeouts) || 1
  const own = ownTimes(bars)
  return abridged(
    bars.map((bar, place) =>
      row(bar, {
        name: callees.get(keyOf(bar.target)) ?? bar.label,
        scale,
        heat: (own[place] ?? 0) / (end || 1),
        reveal,
      }),
    ),
    limit,
  )
}

/** What of each call is not spent in the calls under it. */
const ownTimes = (bars: readonly Bar[]): readonly number[] => {
  const own = bars.map(bar => bar.end - bar.start)
  const callers: { place: number; depth: number; covered: number }[] = []
  bars.forEach((bar, place) => {
    while ((callers.at(-1)?.depth ?? -1) >= bar.depth) callers.pop()
    const caller = callers.at(-1)
    if (caller) {
      own[caller.place]! -= Math.max(0, bar.end - Math.max(bar.start, caller.covered))
      caller.covered = Math.max(caller.covered, bar.end)
    }
    callers.push({ place, depth: bar.depth, covered: bar.start })
  })
  return own
}

/** A row has room for who is called; who calls is the row that it is indented under. */
const calleeNames = (picture: PreviewModel): ReadonlyMap<string, string> => {
  const nameOf = nameOfNode(picture)
  return new Map(picture.arrows.map(({ index, to }) => [keyOf({ kind: 'arrow', index }), nameOf(to)]))
}

interface Row {
  readonly name: string
  /** Milliseconds across the whole track. */
  readonly scale: number
  /** The call's own share of the whole request, 0..1. */
  readonly heat: number
  readonly reveal: (target: PreviewTarget) => void
}

const row = (bar: Bar, { name, scale, heat, reveal }: Row) => {
  const length = durationText(bar.end - bar.start)
  const until =
    bar.timeout === null
      ? 'no timeout bounds it'
      : `gives up after ${durationText(bar.timeout - bar.start)}${bar.attempts > 1 ? ` and ${attemptsText(bar.attempts)}` : ''}`
  const block = html('span', { class: bar.onCriticalPath ? 'bar critical' : 'bar' })
  block.style.setProperty('--heat', `${Math.min(100, 30 + 100 * heat)}%`)
  block.style.left = `${(bar.start / scale) * 100}%`
  block.style.width = `${((bar.end - bar.start) / scale) * 100}%`
  const tick = bar.timeout !== null && bar.timeout <= scale ? html('span', { class: 'tick' }) : undefined
  if (tick && bar.timeout !== null) tick.style.left = `${(bar.timeout / scale) * 100}%`
  const label = html('span', { class: 'label' }, name)
  label.style.paddingLeft = `${Math.min(bar.depth, 8) * 8}px`
  return html(
    'button',
    {
      type: 'button',
      class: 'waterfall',
      title: `${bar.label}: from ${durationText(bar.start)} to ${durationText(bar.end)}, ${until}`,
      'aria-label': `${bar.label}: ${length}, ${until}${bar.onCriticalPath ? ', on the critical path' : ''}`,
      click: () => reveal(bar.target),
    },
    label,
    html('span', { class: 'track' }, block, tick),
    html('span', { class: 'value' }, length),
  )
}
