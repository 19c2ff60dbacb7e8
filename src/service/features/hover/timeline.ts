// An arrow's round trips drawn to scale: a new connection, an open one, HTTP/3, and the worst case with its attempts.

import { defaults, protocolById, regionOf, roundTrip } from '../../../knowledge'
import type { DeadlineHop } from '../../../math'
import { isComponent } from '../../../model/ends'
import type { Component, Connection } from '../../../model/system'
import { formatDuration } from '../../../text/figures'
import { Markdown, markdown } from '../../../text/markdown'

/** Columns that the longest row takes. */
const WIDTH = 44

/** A stretch of time in milliseconds and the letter that fills it. */
type Stretch = readonly [letter: string, ms: number]

interface Row {
  readonly label: string
  readonly stretches: readonly Stretch[]
}

interface Trip {
  readonly ms: number
  /** Where the figure comes from. */
  readonly why: string
}

/** A drawing in Markdown; undefined for what is no call, or takes no round trips that are known. */
export function timelineOf(connection: Connection, hop: DeadlineHop | undefined): Markdown | undefined {
  const { caller, callee, network, role, protocol, mode } = connection
  if (!network.value || (role.value !== 'call' && role.value !== 'enqueue')) return undefined
  if (!protocol || !isComponent(caller) || !isComponent(callee) || mode.value === 'stream') return undefined
  const trip = tripOf(connection, caller, callee)
  const work = callee.figures.p50?.value ?? 0
  const rows = rowsOf(connection, trip.ms, work)
  if (rows.length === 0) return undefined
  const worst = hop && worstCase(connection, hop)
  const drawing = [...drawn(rows), ...(worst ? [worst] : [])].join('\n')
  return new Markdown(
    `\`\`\`text\n${drawing}\n\`\`\`\n\n${legend({ connection, trip, work }).source}${worst && hop ? worstLegend(worst, hop).source : ''}`,
  )
}

/** A stated round trip, that between two regions, the last mile, or that between zones. */
function tripOf({ figures }: Connection, caller: Component, callee: Component): Trip {
  const stated = figures.rtt
  if (stated) return { ms: stated.value, why: stated.stated ? 'stated' : stated.source }
  const [from, to] = [caller.figures.region?.value, callee.figures.region?.value]
  const [a, b] = [
    from === undefined ? undefined : regionOf(from),
    to === undefined ? undefined : regionOf(to),
  ]
  if (a && b && a !== b) return { ms: roundTrip(a, b).ms, why: `${a.id} – ${b.id}` }
  const mile = lastMile(caller)
  if (mile !== undefined) return { ms: mile, why: 'assumed: the last mile' }
  return { ms: defaults.crossZoneRoundTrip.ms, why: 'assumed: between zones of a region' }
}

const lastMile = ({ kind }: Component): number | undefined =>
  kind?.value === 'mobile'
    ? defaults.lastMile.mobile
    : kind?.value === 'browser' || kind?.value === 'client' || kind?.value === 'person'
      ? defaults.lastMile.broadband
      : undefined

/** A lookup that no cache has answered, for those outside; within a cluster a millisecond. */
const dnsTime = (trip: number): number => (trip >= defaults.lastMile.broadband ? 20 : 1)

function rowsOf({ protocol, figures }: Connection, trip: number, work: number): Row[] {
  const spoken = protocol && protocolById(protocol.value)
  if (!spoken) return []
  const request: Stretch = ['R', trip + work]
  const dns: Stretch = ['D', dnsTime(trip)]
  const { fresh, earlyData } = spoken.setupRoundTrips
  const quic = fresh === 1 && earlyData === 0
  const tls = figures.tls?.value
  const encrypted = tls === 'none' ? false : tls !== undefined || fresh === 2
  const handshakes: Stretch[] = quic
    ? [['Q', trip]]
    : fresh === 0
      ? []
      : [['T', trip], ...(encrypted ? [['S', trip * (tls === '1.2' ? 2 : 1)] as const] : [])]
  return [
    { label: 'new connection', stretches: [dns, ...handshakes, request] },
    ...(handshakes.length > 0 ? [{ label: 'open connection', stretches: [request] }] : []),
    ...(spoken.http && encrypted && !quic && spoken.id !== 'grpc'
      ? [{ label: 'new, over HTTP/3', stretches: [dns, ['Q', trip] as const, request] }]
      : []),
  ]
}

const LABEL = 18

function drawn(rows: readonly Row[]): string[] {
  const scale = WIDTH / Math.max(...rows.map(({ stretches }) => lengthOf(stretches)))
  return rows.map(({ label, stretches }) => {
    const bar = barOf(stretches, scale)
    return `${label.padEnd(LABEL)}${bar.padEnd(WIDTH + 2)}${formatDuration(lengthOf(stretches))}`
  })
}

const lengthOf = (stretches: readonly Stretch[]): number => stretches.reduce((sum, [, ms]) => sum + ms, 0)

/** Each stretch ends where its time ends, rounded to a column: what is too short for one has none. */
function barOf(stretches: readonly Stretch[], scale: number): string {
  let [bar, end] = ['', 0]
  for (const [letter, ms] of stretches) {
    end += ms
    bar = bar.padEnd(Math.min(WIDTH, Math.round(end * scale)), letter)
  }
  return bar
}

/** No more attempts are drawn. */
const MOST_ATTEMPTS = 8

/** Attempts that all run into the timeout, the pauses between them, and where the caller above gives up. */
function worstCase({ figures }: Connection, { needs, attempts, available }: DeadlineHop): string | undefined {
  const timeout = figures.timeout?.value
  if (timeout === undefined || needs === null || attempts < 2 || attempts > MOST_ATTEMPTS) return undefined
  const pauses = Math.max(0, needs - attempts * timeout)
  const shares = 2 ** (attempts - 1) - 1
  const stretches = Array.from({ length: attempts }, (_, at): Stretch[] => [
    [String(at + 1), timeout],
    ...(at < attempts - 1 ? [['·', (pauses * 2 ** at) / shares] as const] : []),
  ]).flat()
  const scale = WIDTH / Math.max(needs, available ?? 0)
  const bar = barOf(stretches, scale).padEnd(WIDTH)
  const limit = available === null ? -1 : Math.min(WIDTH - 1, Math.round(available * scale))
  return `${'worst case'.padEnd(LABEL)}${limit < 0 ? bar : `${bar.slice(0, limit)}|${bar.slice(limit + 1)}`}`.trimEnd()
}

/** What the figures and signs of the worst case mean. */
function worstLegend(drawn: string, { attempts, limitedBy }: DeadlineHop): Markdown {
  const pause = drawn.includes('·') ? markdown`, · pause` : markdown``
  const gone = drawn.includes('|') && limitedBy ? markdown`, | ${limitedBy.caller.text} gives up` : markdown``
  return markdown` Worst case: attempts 1 to ${attempts}${pause}${gone}.`
}

interface Told {
  readonly connection: Connection
  readonly trip: Trip
  readonly work: number
}

const meanings: ReadonlyMap<string, string> = new Map([
  ['D', 'DNS'],
  ['T', 'TCP'],
  ['S', 'TLS'],
  ['Q', 'QUIC'],
  ['R', 'request'],
])

/** What the letters mean, and what another distance would make of it. */
function legend({ connection, trip, work }: Told): Markdown {
  const rows = rowsOf(connection, trip.ms, work)
  const used = new Set(rows.flatMap(({ stretches }) => stretches.map(([letter]) => letter)))
  const letters = [...meanings].flatMap(([letter, name]) => (used.has(letter) ? [`${letter} ${name}`] : []))
  const far = trip.ms < FAR.ms / 2
  const [first] = rowsOf(connection, far ? FAR.ms : defaults.crossZoneRoundTrip.ms, work)
  // A figure of the arrow is told above, with its source.
  const why = connection.figures.rtt ? markdown`` : markdown` (${trip.why})`
  const answered = work > 0 ? markdown` with ${formatDuration(work)} of work` : markdown``
  const elsewhere = far ? FAR.name : 'within one region'
  return markdown`Round trip ${formatDuration(trip.ms)}${why}: ${letters.join(', ')}${answered}. A new connection ${elsewhere}: ${formatDuration(first ? lengthOf(first.stretches) : null)}.`
}

/** Far enough to be felt. */
const FAR = { ms: 70, name: 'across the Atlantic (70 ms)' } as const
