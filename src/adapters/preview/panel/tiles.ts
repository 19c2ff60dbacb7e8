// The figures of a flow at a glance, and whether they meet its objective.

import { html } from '../dom'
import { availability, downtime, durationText, markedFigure, timesText } from '../format'
import type { PreviewFlow } from '../view'

/** p50, p99, availability with its downtime, and attempts; the goal under them. */
export const tiles = (flow: PreviewFlow, nameOf: (id: string) => string): readonly HTMLElement[] => {
  const missed = new Set(flow.objective?.missed ?? [])
  const year = flow.downtimeSecondsPerYear
  const { assumed, gaps } = flow.notes
  const time = (ms: number | null) => markedFigure(durationText(ms), assumed.times)
  const down = (seconds: number) => markedFigure(downtime(seconds), assumed.availability)
  const late = missed.has('p99') || missed.has('p95') || missed.has('p999')
  return [
    html(
      'div',
      { class: 'tiles' },
      tile({ value: time(flow.p50), name: 'p50', missed: missed.has('p50') }),
      tile({
        value: time(flow.p99),
        name: 'p99',
        missed: late,
        title: 'Of the requests that are answered',
      }),
      tile({
        value: markedFigure(availability(flow.availability), assumed.availability),
        name: `${down(year)} down / year`,
        missed: missed.has('availability'),
        title: `${down(year / 12)} a month, ${down((year * 7) / 365)} a week`,
      }),
      tile({
        value: timesText(flow.attempts),
        name: worstCase(flow, nameOf),
        title: 'The largest number of attempts that one request can cause at any component',
      }),
    ),
    html(
      'p',
      { class: 'quiet' },
      `p95 ${time(flow.p95)} · p99.9 ${time(flow.p999)} · ${answered(flow)}${flow.longest === null ? 'no upper bound' : `at the latest ${durationText(flow.longest)}`}`,
    ),
    ...gaps.map(gap => html('p', { class: 'quiet' }, gap)),
    ...(flow.objective ? [goal(flow.objective)] : []),
  ]
}

/** Said where so many fail that percentiles alone would flatter. */
const answered = ({ failed }: PreviewFlow): string =>
  failed >= 0.001 ? `${availability(1 - failed)} answered · ` : ''

/** Calls that are made anyway are told from attempts that repeat them. */
const worstCase = (
  { attempts, attemptsAt, notes: { calls, retried } }: PreviewFlow,
  nameOf: (id: string) => string,
) => {
  if (attempts <= 1) return 'no attempt is repeated'
  if (!retried) return 'calls, one attempt each'
  if (calls >= attempts) return `calls at ${nameOf(attemptsAt)}, one attempt each`
  return `attempts at ${nameOf(attemptsAt)}${calls > 1 ? ` for ${calls} calls` : ''}`
}

const goal = ({ text, met, shortfalls = [] }: NonNullable<PreviewFlow['objective']>) =>
  html(
    'p',
    { class: met ? 'goal met' : 'goal missed' },
    met ? `✓ Goal ${text} is met` : `✗ Goal ${text} is missed: ${shortfalls.join('; ')}`,
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
