// Sequence diagrams: what notes say of the participants they stand over, and how long replies took.

import { isTimeline } from '../../../syntax/notation'
import type { Arrow, Diagram, Step } from '../../../syntax/tree'
import type { Span } from '../../../text/span'
import type { FigureLayers } from '../figure-layers'
import { sectionsOf } from '../metadata/directory'
import { durationIn } from '../metadata/values'
import { attributeAt, layOnArrow, layOnNode } from './label-layers'
import type { LabelAttribute } from './label-reading'
import { readArrowLabel, readNodeLabel } from './read-label'

/** Reads notes and bare times on replies into the layers. */
export function layNotes(diagram: Diagram, layers: FigureLayers): void {
  if (!isTimeline(diagram)) return
  const lists = [diagram.steps, ...sectionsOf(diagram.steps).map(({ steps }) => steps)]
  for (const steps of lists) {
    for (const [index, step] of steps.entries()) {
      const place = { steps, index, diagram, layers }
      if (step.kind === 'note') layNote(step, place)
      if (step.kind === 'message') layThought(step.arrow, place)
    }
  }
  layReplyTimes(diagram, layers)
  layOwnTimes(diagram, layers)
}

/**
 * `API->>API: render (50ms)` is work of its own: added up where all of it is done whenever the participant is called,
 * which is drawn once.
 */
function layOwnTimes(diagram: Diagram, layers: FigureLayers): void {
  const asked = new Map<string, number>()
  for (const { from, to, stroke } of diagram.arrows)
    if (from !== to && stroke !== 'dotted') asked.set(to, (asked.get(to) ?? 0) + 1)
  for (const [id, work] of ownWork(diagram)) {
    const [first] = work
    if (!first || (asked.get(id) ?? 0) > 1 || !work.every(({ always }) => always)) continue
    const value = `${work.reduce((sum, { ms }) => sum + ms, 0)}ms`
    layOnNode(layers, id, {
      attributes: [attributeAt({ key: 'latency', value, start: 0, end: 0 }, first.at)],
      origin: 'note',
    })
  }
}

interface OwnWork {
  readonly ms: number
  readonly at: Span
  /** Outside of branches and loops. */
  readonly always: boolean
}

/** What each participant says that its own work takes. */
function ownWork({ steps, arrows }: Diagram): ReadonlyMap<string, readonly OwnWork[]> {
  const always = new Set(steps.flatMap(step => (step.kind === 'message' ? [step.arrow] : [])))
  const worked = new Map<string, OwnWork[]>()
  for (const [index, { from, to, text, labelSpan, span }] of arrows.entries()) {
    const ms = from === to ? timeTaken(text) : undefined
    if (ms === undefined) continue
    const work = worked.get(from) ?? []
    work.push({ ms, at: labelSpan ?? span, always: always.has(index) })
    worked.set(from, work)
  }
  return worked
}

/** What passes between two tries, or until something ends, is no work. */
const pause =
  /\b(?:waits?|sleeps?|pauses?|back-?off|retr(?:y|ies)|time-?outs?|times out|timers?|schedules?|every|expires?|delays?|polls?|locks?|debounce|interval)\b/i

/** Milliseconds of `render (50ms)` and `render, takes 50ms`. */
function timeTaken(text: string): number | undefined {
  if (pause.test(text)) return undefined
  const { attributes, bareDuration } = readArrowLabel(text)
  const time = attributes.find(({ key }) => key === 'latency') ?? bareDuration
  return time && durationIn(String(time.value))
}

interface Place {
  readonly steps: readonly Step[]
  readonly index: number
  readonly diagram: Diagram
  readonly layers: FigureLayers
}

/**
 * `Note over API: budget 800ms` is the API's own deadline. `timeout 400ms, 2 retries` belongs to the call that follows,
 * if the participant makes one next; over two participants to the call between them.
 */
function layNote({ over, text, span }: Extract<Step, { kind: 'note' }>, place: Place): void {
  const { layers } = place
  const attributesOf = (found: readonly LabelAttribute[]) =>
    found.map(attribute => attributeAt(attribute, span))
  const [participant, other] = over
  const ofOne = polls.test(text) ? aheadKeys : callKeys
  const ofCall = other === undefined ? ofOne : keysBetween
  const onCall = readArrowLabel(text).attributes.filter(({ key }) => ofCall.has(key))
  const call = callBeside(place, participant, other)
  if (call !== undefined) {
    const own = other === undefined ? onCall.filter(({ key }) => key !== 'deadline') : onCall
    layOnArrow(layers, call, { attributes: attributesOf(own), origin: 'note' })
  }
  if (participant === undefined || other !== undefined) return
  const taken =
    call === undefined || onCall.some(({ key }) => key === 'deadline') ? nodeKeys : nodeKeysBesideCall
  const onNode = readNodeLabel(text).attributes.filter(({ key }) => taken.has(key))
  layOnNode(layers, participant, { attributes: attributesOf(onNode), origin: 'note' })
}

/** `API->>API: retry 3 times` is about the call before it, `Web->>Web: poll every 5s` about the one after. */
function layThought(index: number, place: Place): void {
  const { diagram, layers } = place
  const arrow = diagram.arrows[index]
  if (!arrow || arrow.from !== arrow.to) return
  const { attributes } = readArrowLabel(arrow.text)
  const at = arrow.labelSpan ?? arrow.span
  const tell = (call: number | undefined, keys: ReadonlySet<string>) => {
    if (call === undefined) return
    const said = attributes.filter(({ key }) => keys.has(key))
    layOnArrow(layers, call, { attributes: said.map(each => attributeAt(each, at)), origin: 'note' })
  }
  const before = callBefore(place, arrow.from)
  const after = callBeside(place, arrow.from, undefined)
  tell(before ?? after, retryKeys)
  tell(after, aheadKeys)
}

/** The last call that a participant made to another one, past its answer. */
function callBefore({ steps, index, diagram }: Place, from: string): number | undefined {
  for (let distance = 1; distance <= 5; distance++) {
    const step = steps[index - distance]
    if (!step || step.kind === 'fragment') return undefined
    const arrow = step.kind === 'message' ? diagram.arrows[step.arrow] : undefined
    if (step.kind === 'message' && arrow?.from === from && arrow.to !== from && arrow.stroke !== 'dotted')
      return step.arrow
  }
  return undefined
}

/** The next message if the participant sends it, to the other one where two are named; for two also the last message. */
function callBeside(
  { steps, index, diagram }: Place,
  from: string | undefined,
  to: string | undefined,
): number | undefined {
  const isMeant = (arrow: Arrow | undefined) =>
    to === undefined
      ? arrow?.from === from && arrow?.stroke !== 'dotted'
      : (arrow?.from === from && arrow?.to === to) || (arrow?.from === to && arrow?.to === from)
  const next = nearestMessage(steps, index, 1)
  if (next !== undefined && isMeant(diagram.arrows[next])) return next
  const last = to === undefined ? undefined : nearestMessage(steps, index, -1)
  return last !== undefined && isMeant(diagram.arrows[last]) ? last : undefined
}

/** The message beside a note, past other notes and activations; a few steps away at most. */
function nearestMessage(steps: readonly Step[], index: number, direction: 1 | -1): number | undefined {
  for (let distance = 1; distance <= 5; distance++) {
    const step = steps[index + direction * distance]
    if (step?.kind === 'message') return step.arrow
    if (!step || step.kind === 'fragment') return undefined
  }
  return undefined
}

/** A reply labeled with nothing but a time says how long its call took. */
function layReplyTimes({ arrows }: Diagram, layers: FigureLayers): void {
  const open = new Map<string, number[]>()
  for (const [index, { from, to, stroke, text, labelSpan, span }] of arrows.entries()) {
    const waiting = open.get(`${to}\u0000${from}`) ?? []
    const time = readArrowLabel(text).bareDuration
    const isReply = from !== to && (stroke === 'dotted' || time !== undefined)
    const call = isReply ? waiting.pop() : undefined
    if (call === undefined) {
      const calls = open.get(`${from}\u0000${to}`)
      if (calls) calls.push(index)
      else open.set(`${from}\u0000${to}`, [index])
    } else if (time) layOnArrow(layers, call, { attributes: [attributeAt(time, labelSpan ?? span)] })
  }
}

const callKeys = new Set([
  'timeout',
  'deadline',
  'connectTimeout',
  'retries',
  'attempts',
  'backoff',
  'baseDelay',
  'maxDelay',
  'jitter',
])
const retryKeys = new Set(['retries', 'attempts', 'backoff', 'baseDelay', 'maxDelay', 'jitter'])
const aheadKeys = new Set(['timeout', 'interval'])
const polls = /\bpoll/i
/** What is said over two can only be of their calls. */
const keysBetween = new Set([...callKeys, 'interval', 'breaker', 'idempotent', 'idempotencyKey'])
const nodeKeysBesideCall = new Set([
  'p50',
  'p95',
  'p99',
  'latency',
  'replicas',
  'availability',
  'hitRatio',
  'ttl',
])
const nodeKeys = new Set([...nodeKeysBesideCall, 'timeout', 'idleTimeout'])
