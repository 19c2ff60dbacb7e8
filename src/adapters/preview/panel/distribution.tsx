// How long requests take: the curve, with percentiles, objectives and the client's timeout as marks.

import { durationText } from '../format'
import { t } from '../translation'
import type { PreviewFlow } from '../view'

/** Nothing where no request is answered. */
export const DurationCurve = ({ flow }: { flow: PreviewFlow }) => {
  const points = flow.distribution
  const end = points.at(-1)?.[0] ?? 0
  if (points.length < 2 || end <= 0) return <p class="quiet">{t('No request is answered.')}</p>
  const marks = marksOf(flow, end)
  return (
    <figure
      class="distribution"
      aria-label={marks.map(({ name, ms }) => `${name} ${durationText(ms)}`).join(', ')}
    >
      <svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
        <path d={areaOf(points, end)} />
      </svg>
      {marks.map(({ name, ms, kind }, row) => (
        <span
          key={name}
          class={`mark ${kind}`}
          style={{ left: `${(ms / end) * 100}%`, '--row': String(row) }}
        >
          <span class={ms > end * (kind === 'percentile' ? 0.8 : 0.7) ? 'left' : ''}>
            {name} {durationText(ms)}
          </span>
        </span>
      ))}
    </figure>
  )
}

interface Mark {
  readonly name: string
  readonly ms: number
  readonly kind: 'percentile' | 'goal' | 'limit'
}

const marksOf = ({ p50, p95, p99, objective, bars }: PreviewFlow, end: number): readonly Mark[] => {
  const percentile = (name: string, ms: number | null): Mark[] =>
    ms === null ? [] : [{ name, ms, kind: 'percentile' }]
  const goals = (objective?.promised ?? []).map(
    ([name, ms]): Mark => ({ name: t('goal for {0}', name), ms, kind: 'goal' }),
  )
  const timeout = patienceOf(bars)
  const limits: Mark[] = timeout === null ? [] : [{ name: t('gives up'), ms: timeout, kind: 'limit' }]
  return [
    ...percentile('p50', p50),
    ...percentile('p95', p95),
    ...percentile('p99', p99),
    ...goals,
    ...limits,
  ].filter(({ ms }) => ms <= end)
}

/** When the client gives up, if it makes one call: where it makes several, no timeout is that of the whole request. */
const patienceOf = (bars: PreviewFlow['bars']): number | null => {
  const [first, ...others] = bars.filter(({ depth }) => depth === 0)
  return others.length === 0 ? (first?.timeout ?? null) : null
}

/** Requests for each bit of time, the most of them at full height. */
const areaOf = (points: PreviewFlow['distribution'], end: number): string => {
  const heights = points.map(([, share], place) => Math.max(0, share - (points[place - 1]?.[1] ?? 0)))
  const highest = Math.max(...heights, 1e-9)
  const line = points.map(
    ([ms], place) =>
      `L${((ms / end) * 100).toFixed(2)} ${(40 - (38 * (heights[place] ?? 0)) / highest).toFixed(2)}`,
  )
  return `M0 40${line.join('')}L100 40Z`
}
