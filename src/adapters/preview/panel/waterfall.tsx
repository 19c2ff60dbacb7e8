// One request at a percentile, call by call: when each begins and ends, what it waits for, when it is given up.

import { useState } from 'preact/hooks'
import type { Percentile, PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { difference, formerly } from '../changing'
import { attemptsText, durationText, timesText } from '../format'
import type { HoverCard } from '../hover/hover-card'
import { Choice } from '../inputs'
import { keyOf } from '../target'
import { t } from '../translation'
import { nameOfNode, type PreviewFlow } from '../view'
import type { Reveal } from './section'
import { ticksOf } from './ticks'

type Bar = PreviewFlow['bars'][number]

const limit = 40
const percentiles = ['p50', 'p95', 'p99'] as const

export interface WaterfallProps {
  readonly picture: PreviewModel
  readonly flow: PreviewFlow
  readonly reveal: Reveal
  readonly hoverCard: HoverCard
  readonly choosePercentile: (percentile: Percentile) => void
}

/** A row for each call under the client's; pressing one reveals it. */
export const Waterfall = ({ picture, flow, reveal, hoverCard, choosePercentile }: WaterfallProps) => {
  const [folded, fold] = useState<ReadonlySet<string>>(new Set())
  const total = flow[picture.percentile] ?? Math.max(0, ...flow.bars.map(bar => bar.end))
  // Timeouts far out would squeeze the bars: those stay outside and are told in words.
  const near = flow.bars.flatMap(bar =>
    bar.timeout !== null && bar.timeout <= total * 1.15 ? [bar.timeout] : [],
  )
  const wasTotal = flow.before?.[picture.percentile] ?? total
  const scale = Math.max(total, Math.min(wasTotal, longestPast * total), ...near) || 1
  const isTried = picture.changes.length > 0 && flow.before !== undefined
  const request = { start: 0, end: total, ...(isTried && { before: { start: 0, end: wasTotal } }) }
  const callees = calleeNames(picture)
  const rows = rowsOf(flow.bars, folded).slice(0, limit)
  const toggle = (key: string) => fold(toggled(folded, key))
  const answering = (target: PreviewTarget) => ({
    press: () => reveal(target),
    point: (track: Element, pointer?: PointerEvent) => hoverCard.point(target, track, pointer),
    leave: hoverCard.leave,
  })
  return (
    <div class="request">
      <Choice
        legend={t('Percentile')}
        name="percentile"
        values={percentiles}
        chosen={picture.percentile}
        choose={choosePercentile}
        small
      />
      <div class={isTried ? 'chart tried' : 'chart'}>
        <Axis scale={scale} />
        <Row
          bar={{ ...request, worked: 0, timeout: null, depth: 0, onCriticalPath: false }}
          name={nameOfNode(picture)(flow.from)}
          words={t('{0} waits {1}', nameOfNode(picture)(flow.from), timeInWords(request))}
          scale={scale}
          {...answering({ kind: 'node', id: flow.from })}
        />
        {rows.map(({ bar, key, hasCalls }) => (
          <Row
            key={key}
            bar={{ ...bar, depth: bar.depth + 1 }}
            name={callees.get(keyOf(bar.target)) ?? bar.label}
            attempts={bar.attempts}
            words={describe(bar)}
            scale={scale}
            {...answering(bar.target)}
            folding={hasCalls ? { folded: folded.has(key), toggle: () => toggle(key) } : undefined}
          />
        ))}
      </div>
      <Keys bars={rows.map(({ bar }) => bar)} givesUp={near.length > 0} />
    </div>
  )
}

/** What is seen in the chart, in words. */
const Keys = ({ bars, givesUp }: { bars: readonly Bar[]; givesUp: boolean }) => (
  <p class="keys quiet">
    <span class="key works">{t('works')}</span>
    <span class="key waits">{t('waits for others')}</span>
    {bars.some(wasOtherwise) && <span class="key was">{t('before the changes')}</span>}
    {givesUp && <span class="key gives-up">{t('gives up')}</span>}
    {bars.some(({ attempts }) => attempts > 1) && <span>{`↻ ${t('attempts at most')}`}</span>}
  </p>
)

const Axis = ({ scale }: { scale: number }) => (
  <div class="axis" aria-hidden="true">
    <span />
    <span class="track">
      {ticksOf(scale).map(tick => (
        <span key={tick} class="at" style={{ left: `${(tick / scale) * 100}%` }}>
          {tick === 0 ? '0' : durationText(tick)}
        </span>
      ))}
    </span>
    <span />
  </div>
)

interface RowProps {
  readonly bar: Pick<Bar, 'start' | 'end' | 'worked' | 'timeout' | 'depth' | 'onCriticalPath' | 'before'>
  readonly name: string
  readonly attempts?: number
  readonly words: string
  readonly scale: number
  readonly press: () => void
  /** The pointer or the focus comes to its track, and goes again. */
  readonly point: (track: Element, pointer?: PointerEvent) => void
  readonly leave: () => void
  readonly folding?: { readonly folded: boolean; readonly toggle: () => void } | undefined
}

const Row = ({ bar, name, attempts = 1, words, scale, folding, ...answers }: RowProps) => {
  const part = (ms: number) => `${(ms / scale) * 100}%`
  return (
    <div class="waterfall">
      <span class="label" style={{ paddingLeft: `${Math.min(bar.depth, 8) * 9}px` }}>
        {folding ? (
          <button
            type="button"
            class="fold"
            aria-expanded={!folding.folded}
            aria-label={t('Calls of {0}', name)}
            onClick={folding.toggle}
          >
            {folding.folded ? '▸' : '▾'}
          </button>
        ) : (
          <span class="fold" />
        )}
        <span class="name">{name}</span>
        {attempts > 1 && <span class="again quiet">↻ {timesText(attempts)}</span>}
      </span>
      <button
        type="button"
        class="track"
        aria-label={words}
        onClick={answers.press}
        onPointerEnter={event => answers.point(event.currentTarget, event)}
        onPointerLeave={answers.leave}
        onFocus={event => answers.point(event.currentTarget)}
        onBlur={answers.leave}
      >
        {ticksOf(scale).map(tick => (
          <span key={tick} class="line" style={{ left: part(tick) }} />
        ))}
        <span
          class={bar.onCriticalPath ? 'bar critical' : 'bar'}
          style={{ left: part(bar.start), width: part(bar.end - bar.start) }}
        />
        {bar.worked > bar.start && (
          <span
            class={bar.onCriticalPath ? 'bar work critical' : 'bar work'}
            style={{ left: part(bar.start), width: part(bar.worked - bar.start) }}
          />
        )}
        {wasOtherwise(bar) && <span class="was" style={extent(bar.before, scale)} />}
        {bar.timeout !== null && bar.timeout <= scale && (
          <span class="tick" style={{ left: part(bar.timeout) }} />
        )}
      </button>
      <span class="value">
        <span class="before">{past(bar)}</span>
        {durationText(bar.end - bar.start)}
      </span>
    </div>
  )
}

/** Times the request as it is now: what took longer before goes on beyond the edge, or nobody would see the bars. */
const longestPast = 3

type Spanned = Pick<Bar, 'start' | 'end' | 'before'>

/** How long it took before something was changed; nothing where that reads as it does now. */
const past = ({ start, end, before }: Spanned): string =>
  before ? formerly(durationText(before.end - before.start), durationText(end - start)) : ''

/** `600 → 300 ms (−300 ms)`. */
const timeInWords = (bar: Spanned): string => {
  const [was, now] = [bar.before && bar.before.end - bar.before.start, bar.end - bar.start]
  const words = `${past(bar)}${durationText(now)}`
  return wasOtherwise(bar) ? `${words} (${difference(was, now)})` : words
}

const wasOtherwise = (bar: Spanned): bar is Spanned & { before: NonNullable<Bar['before']> } =>
  past(bar) !== ''

/** Up to the edge. */
const extent = ({ start, end }: { start: number; end: number }, scale: number) => {
  const part = (ms: number) => (Math.min(ms, scale) / scale) * 100
  return { left: `${part(start)}%`, width: `${part(end) - part(start)}%` }
}

const describe = (bar: Bar): string => {
  const when = t('{0}: {1} from {2} on', bar.label, timeInWords(bar), durationText(bar.start))
  return [when, until(bar), ...(bar.onCriticalPath ? [t('on the critical path')] : [])].join(', ')
}

const until = ({ start, timeout, attempts }: Bar): string => {
  if (timeout === null) return t('no timeout bounds it')
  const patience = durationText(timeout - start)
  return attempts > 1
    ? t('gives up after {0} and {1}', patience, attemptsText(attempts))
    : t('gives up after {0}', patience)
}

const toggled = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}

/** Without the calls under what is folded. */
const rowsOf = (bars: readonly Bar[], folded: ReadonlySet<string>) => {
  let hiddenBelow = Infinity
  return bars.flatMap((bar, place) => {
    const key = `${place} ${bar.label}`
    if (bar.depth > hiddenBelow) return []
    hiddenBelow = folded.has(key) ? bar.depth : Infinity
    return [{ bar, key, hasCalls: (bars[place + 1]?.depth ?? 0) > bar.depth }]
  })
}

/** A row has room for who is called; who calls is the row that it is indented under. */
const calleeNames = (picture: PreviewModel): ReadonlyMap<string, string> => {
  const nameOf = nameOfNode(picture)
  return new Map(picture.arrows.map(({ index, to }) => [keyOf({ kind: 'arrow', index }), nameOf(to)]))
}
