// The figures of a flow at a glance, and whether they meet its objective.

import { unlimitedAttempts } from '../../../service/preview/messages'
import { difference } from '../changing'
import { availability, downtime, durationText, markedFigure, timesText } from '../format'
import { goalParts } from '../goal'
import { t } from '../translation'
import type { PreviewFlow } from '../view'
import { Prose } from './section'

export interface TilesProps {
  readonly flow: PreviewFlow
  readonly nameOf: (id: string) => string
}

/** What the flow is, in sentences; its figures; its goal; what is left out. */
export const Overview = ({ flow, nameOf }: TilesProps) => (
  <>
    <p class="overview" aria-live="polite">
      {flow.overview}
    </p>
    <Tiles flow={flow} nameOf={nameOf} />
    {flow.objective && <Goal objective={flow.objective} />}
    {isDown(flow) ? undefined : <p class="quiet">{furtherFigures(flow)}</p>}
    {flow.notes.gaps.map(gap => (
      <p key={gap} class="quiet">
        <Prose text={gap} />
      </p>
    ))}
  </>
)

/** Hardly a request gets through: percentiles would be of those that there are none of. */
export const isDown = ({ availability: up }: Pick<PreviewFlow, 'availability'>) => availability(up) === '0%'

const Tiles = ({ flow, nameOf }: TilesProps) => {
  const { before, objective } = flow
  const missed = new Set(objective?.parts.flatMap(({ measure, met }) => (met ? [] : measure)))
  const { assumed } = flow.notes
  const time = (ms: number | null, of = flow.availability) =>
    isDown({ availability: of }) ? t('no answer') : markedFigure(durationText(ms), assumed.times)
  const up = (fraction: number) => markedFigure(availability(fraction), assumed.availability && fraction > 0)
  const down = (seconds: number) => markedFigure(downtime(seconds), assumed.availability)
  const year = flow.downtimeSecondsPerYear
  return (
    <div class="tiles">
      <Tile
        name="p50"
        value={time(flow.p50)}
        before={before && time(before.p50, before.availability)}
        difference={isDown(flow) ? undefined : difference(before?.p50, flow.p50)}
        missed={missed.has('p50')}
        title={t('Half of the requests that are answered are faster')}
      />
      <Tile
        name="p99"
        value={time(flow.p99)}
        before={before && time(before.p99, before.availability)}
        difference={isDown(flow) ? undefined : difference(before?.p99, flow.p99)}
        missed={missed.has('p99') || missed.has('p95') || missed.has('p999')}
        title={t('99 of 100 requests that are answered are faster')}
      />
      <Tile
        name={flow.availability === 0 ? t('down') : t('{0} down a year', down(year))}
        value={up(flow.availability)}
        before={before && up(before.availability)}
        difference={isDown(flow) ? undefined : difference(before?.downtimeSecondsPerYear, year, downtime)}
        missed={missed.has('availability')}
        title={t('{0} a month, {1} a week', down(year / 12), down((year * 7) / 365))}
      />
      <Tile
        name={attemptsName(flow, nameOf)}
        value={timesText(flow.attempts)}
        before={before && timesText(before.attempts)}
        difference={difference(bounded(before?.attempts), bounded(flow.attempts), timesText)}
        title={t('The most that one request can cause at any component')}
      />
    </div>
  )
}

interface TileProps {
  readonly value: string
  readonly name: string
  readonly before?: string | undefined
  readonly difference?: string | undefined
  readonly missed?: boolean
  readonly title: string
}

const Tile = ({ value, name, before, difference: by, missed, title }: TileProps) => (
  <div class={missed ? 'tile missed' : 'tile'} title={title}>
    <strong>
      {before !== undefined && before !== value && <span class="before">{before} → </span>}
      {value}
    </strong>
    <span>
      {name}
      {before !== value && by ? ` (${by})` : ''}
    </span>
  </div>
)

const bounded = (attempts: number | undefined): number | null =>
  attempts !== undefined && attempts < unlimitedAttempts ? attempts : null

/** Calls that are made anyway are told from attempts that repeat them. */
const attemptsName = (
  { attempts, attemptsAt, notes: { calls, retried } }: PreviewFlow,
  nameOf: TilesProps['nameOf'],
) => {
  if (attempts <= 1) return t('attempt for each call')
  if (!retried) return t('calls, one attempt each')
  if (calls >= attempts) return t('calls at {0}, one attempt each', nameOf(attemptsAt))
  return calls > 1
    ? t('attempts at {0} when it is down, for {1} calls', nameOf(attemptsAt), timesText(calls))
    : t('attempts at {0} when it is down', nameOf(attemptsAt))
}

const furtherFigures = (flow: PreviewFlow): string => {
  const answered = flow.failed >= 0.001 ? [t('{0} answered', availability(1 - flow.failed))] : []
  const longest =
    flow.longest === null
      ? t('no timeout bounds the whole request')
      : t('at most {0}, when every call runs into its timeout', changing(flow, 'longest', false))
  const { times } = flow.notes.assumed
  const percentiles = [`p95 ${changing(flow, 'p95', times)}`, `p99.9 ${changing(flow, 'p999', times)}`]
  return [...percentiles, ...answered, longest].join(' · ')
}

/** A time with what it was before, where that was another. */
const changing = (flow: PreviewFlow, key: 'p95' | 'p999' | 'longest', assumed: boolean): string => {
  const { before } = flow
  const now = markedFigure(durationText(flow[key]), assumed)
  if (!before || before[key] === null || isDown(before)) return now
  const was = markedFigure(durationText(before[key]), assumed)
  return was === now ? now : `${was} → ${now} (${difference(before[key], flow[key])})`
}

interface GoalProps {
  readonly objective: NonNullable<PreviewFlow['objective']>
}

const Goal = ({ objective }: GoalProps) => {
  const { text, met, shortfalls } = objective
  if (met) return <p class="goal met">✓ {t('Goal met: {0}', text)}</p>
  const { missed, kept } = goalParts(objective)
  return (
    <p class="goal missed">
      ✗ {t('Goal missed: {0}.', missed.join(', '))} {capitalized(shortfalls.join('; '))}.
      {kept.length > 0 && <span class="met"> ✓ {t('{0} is met.', kept.join(', '))}</span>}
    </p>
  )
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The flows of a picture with their figures, to choose from. */
export const flowLabel = (flow: PreviewFlow): string =>
  isDown(flow)
    ? t('{0} – no answer', flow.name)
    : t('{0} – {1} at p99, {2} up', flow.name, durationText(flow.p99), availability(flow.availability))
