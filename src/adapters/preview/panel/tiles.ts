// The figures of a flow at a glance, and whether they meet its objective.

import { html } from '../dom'
import { availability, downtime, duration, times } from '../format'
import type { PictureFlow } from '../view'

/** p50, p99, availability with its downtime, and attempts; the goal under them. */
export const tiles = (flow: PictureFlow, nameOf: (id: string) => string): readonly HTMLElement[] => {
  const missed = new Set(flow.objective?.missed ?? [])
  const year = flow.downtimeSecondsPerYear
  const late = missed.has('p99') || missed.has('p95') || missed.has('p999')
  return [
    html(
      'div',
      { class: 'tiles' },
      tile({ value: duration(flow.p50), name: 'p50', missed: missed.has('p50') }),
      tile({
        value: duration(flow.p99),
        name: 'p99',
        missed: late,
        title: flow.p99 === null ? 'More than 1 % of the requests fail or never end' : undefined,
      }),
      tile({
        value: availability(flow.availability),
        name: `${downtime(year)} down / year`,
        missed: missed.has('availability'),
        title: `${downtime(year / 12)} a month, ${downtime((year * 7) / 365)} a week`,
      }),
      tile({
        value: times(flow.attempts),
        name: flow.attempts > 1 ? `attempts at ${nameOf(flow.attemptsAt)}` : 'no attempt is repeated',
        title: 'The largest number of attempts that one request can cause at any component',
      }),
    ),
    html(
      'p',
      { class: 'quiet' },
      `p95 ${duration(flow.p95)} · p99.9 ${duration(flow.p999)} · ${flow.longest === null ? 'no upper bound' : `at the latest ${duration(flow.longest)}`}`,
    ),
    ...(flow.objective ? [goal(flow.objective)] : []),
  ]
}

const goal = ({ text, met }: { readonly text: string; readonly met: boolean }) =>
  html(
    'p',
    { class: met ? 'goal met' : 'goal missed' },
    `${met ? '✓' : '✗'} Goal ${text}`,
    met ? ' is met' : ' is missed',
  )

interface Tile {
  readonly value: string
  readonly name: string
  readonly missed?: boolean
  readonly title?: string | undefined
}

const tile = ({ value, name, missed, title }: Tile) =>
  html(
    'div',
    { class: missed ? 'tile missed' : 'tile', title },
    html('strong', {}, value),
    html('span', {}, name),
  )
