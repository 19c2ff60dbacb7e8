// The figures that a label lacks, the most useful first, with values from the time that is left to its caller.

import { leftByCallers, roundDown, suggestedTimeout } from '../../../advice/suggested-timeout'
import { protocolsIn } from '../../../knowledge'
import { protocolById } from '../../../knowledge/protocols/protocol'
import { durationIn, readArrowLabel, writeDuration } from '../../../model/annotations'
import { type End, isBroker, isClient, isComponent } from '../../../model/ends'
import type { Connection, System } from '../../../model/system'
import { arrowVocabulary } from '../../../model/vocabulary'
import { endsHere, type OpenLabel } from '../likely-labels'
import type { Offer } from './offer'

type Stated = ReadonlyMap<string, unknown>
type ArrowKey = keyof typeof arrowVocabulary

interface Figure {
  readonly key: ArrowKey
  readonly label: string
  readonly why?: string | undefined
}

/** A label up to the cursor, and its last part, which may be half typed. */
interface TypedLabel {
  readonly label: string
  readonly part: string
}

/** What can follow a label that reads so far: nothing that it states already. */
export function nextFigures(cursor: OpenLabel, { label, part }: TypedLabel): readonly Offer[] {
  const whole = label + (/^[^|"\])]*/.exec(cursor.after)?.[0] ?? '')
  const stated: Stated = new Map(readArrowLabel(whole).attributes.map(({ key, value }) => [key, value]))
  return usefulFigures(cursor, stated, whole)
    .map(figure => withTyped(figure, part))
    .filter(({ key }) => !stated.has(key))
    .map(({ key, label, why }) => ({
      label,
      kind: 'figure',
      documentation: arrowVocabulary[key].description,
      ...(why !== undefined && { detail: why }),
    }))
}

/** A number that is typed already is the author's own: it is taken in the place of the one that would be offered. */
function withTyped(figure: Figure, part: string): Figure {
  const [, count, unit] = /^(\d+(?:\.\d+)?)(\s?(?:ms|s|m|min))?(?![^\s])/.exec(part) ?? []
  if (count === undefined) return figure
  if (figure.key === 'timeout' && unit !== undefined)
    return { key: 'timeout', label: `${count}${unit} timeout` }
  return figure.key === 'retries' && unit === undefined
    ? { key: 'retries', label: retriesText(Number(count)) }
    : figure
}

function usefulFigures(cursor: OpenLabel, stated: Stated, label: string): readonly Figure[] {
  const ends = endsHere(cursor)
  const spoken = protocolsIn(label).map(({ id }) => protocolById(id))
  const isHandedOver = (ends?.callee && isBroker(ends.callee)) || stated.get('mode') === 'async'
  if (isHandedOver || spoken.some(({ style }) => style === 'message')) return handedOver
  if (spoken.some(({ style }) => style === 'stream')) return streamed
  return [...waitedFor(budgetHere(cursor, ends), stated), ...rarely]
}

const handedOver: readonly Figure[] = [
  { key: 'mode', label: 'async' },
  { key: 'idempotent', label: 'idempotent' },
  { key: 'idempotencyKey', label: 'idempotency key' },
]

const streamed: readonly Figure[] = [
  { key: 'heartbeat', label: 'heartbeat every 30s' },
  { key: 'idleTimeout', label: '60s idle timeout' },
]

const rarely: readonly Figure[] = [
  { key: 'share', label: '10% of traffic' },
  { key: 'calls', label: '3 calls' },
  { key: 'optional', label: 'optional' },
  { key: 'mode', label: 'async' },
]

interface Budget {
  /** Milliseconds: for one attempt. */
  readonly timeout: number
  /** Milliseconds that the caller's own callers leave it; undefined where nobody says. */
  readonly left: number | undefined
  readonly caller: End | undefined
}

/** A call that is drawn has the timeout that the rules suggest; one that is half typed, what its caller has left. */
export function budgetHere(cursor: OpenLabel, ends = endsHere(cursor)): Budget {
  const { system } = cursor.diagram
  const drawn = system.connections.find(
    ({ arrow: { span, to } }) => span.start <= cursor.offset && cursor.offset <= span.end && to !== '',
  )
  return budgetOf(system, drawn, ends?.caller)
}

/** The same for a connection, or for a caller whose callee is not known yet. */
export function budgetOf(
  system: System,
  connection: Connection | undefined,
  caller: End | undefined = connection?.caller,
): Budget {
  const left = caller && isComponent(caller) ? leftByCallers(caller) : Number.POSITIVE_INFINITY
  const isLimited = Number.isFinite(left)
  const usual = caller && isClient(caller) ? 2000 : 1000
  return {
    timeout: connection ? suggestedTimeout(system, connection).value : isLimited ? roundDown(left) : usual,
    left: isLimited ? left : undefined,
    caller,
  }
}

function waitedFor({ timeout, left, caller }: Budget, stated: Stated): readonly Figure[] {
  const within =
    left === undefined ? undefined : `${caller?.text ?? ''} has ${writeDuration(Math.round(left))} left`
  const attempt = millisecondsOf(stated.get('timeout')) ?? timeout
  const retries = retriesWithin(left, attempt)
  const repeated = stated.has('retries') || stated.has('attempts')
  const repetition: readonly Figure[] = [
    { key: 'backoff', label: 'exponential backoff, jitter' },
    {
      key: 'deadline',
      label: `deadline ${writeDuration(left === undefined ? attempt * 3 : roundDown(left))}`,
    },
    { key: 'idempotencyKey', label: 'idempotency key' },
  ]
  return [
    { key: 'timeout', label: `${writeDuration(timeout)} timeout`, why: within },
    ...(repeated ? repetition : []),
    { key: 'retries', label: retriesText(retries), why: within },
    { key: 'idempotent', label: 'idempotent' },
    { key: 'breaker', label: 'circuit breaker' },
    ...(repeated ? [] : repetition),
  ]
}

const millisecondsOf = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : typeof value === 'string' ? durationIn(value) : undefined

/** Two where nobody is in a hurry; as many as fit where somebody is. */
function retriesWithin(left: number | undefined, attempt: number): number {
  if (left === undefined || attempt <= 0) return 2
  return Math.max(0, Math.min(2, Math.floor(left / attempt) - 1))
}

const retriesText = (count: number): string =>
  count === 0 ? 'no retries' : count === 1 ? '1 retry' : `${count} retries`
