// Clients that ask a server again and again whether there is news.

import { intervalIn, writeDuration } from '../../model/annotations'
import { hasKind, isBroker, isClient, isEdge, isStore } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Call, System } from '../../model/system'
import type { Step } from '../../syntax/tree'
import { rewordArrow, wordsOn } from '../fixes/reword-arrow'
import { defineRule, type Report } from '../rule'

/** Somebody has weighed it against pushing. */
const decided =
  /\bpolling\b[^.\n]{0,60}\b(?:is|was|seems) (?:\w+ )?(?:enough|sufficient|fine|acceptable|simpler|good enough|chosen)\b|\bpolling (?:suffices|instead of|rather than|over) |\b(?:chose|prefer\w*|decided|start\w*) (?:\w+ ){0,3}polling\b|폴링(?:으로|이|은)[^.\n]{0,12}(?:충분|선택|채택)|ポーリング[^。\n]{0,20}(?:十分|採用|選択)|轮询[^。\n]{0,20}(?:足够|够用|选择)/i

export const shortPolling = defineRule({
  id: 'short-polling',
  category: 'apis',
  speaksOf: 'hazard',
  summary: 'A client polls a server that could push.',
  presets: { recommended: 'info' },
  fixable: 'review',
  settledBy: decided,
  options: { seconds: { default: 30, description: 'Polling at this interval or a longer one is fine.' } },

  *check(system, { seconds }) {
    const loops = new Map(loopsAround(system.diagram.steps, ''))
    for (const call of system.calls.filter(asksForNews)) {
      const loop = loops.get(call.connection.index) ?? ''
      const interval = intervalOf(call, loop)
      if (interval !== undefined && interval < seconds * 1000) yield judge(system, call, interval)
    }
  },
})

const polling = /\b(?:short[- ])?(?:http )?poll(?:s|ed|ing)?\b/i
const asking = /\bpoll|\brefresh|\bchecks?\b|\bstatus\b|\bGET\b|\bfetch|\bloads?\b|\bupdates\b/i
const pushed: ReadonlySet<string> = new Set([
  'long-polling',
  'sse',
  'websocket',
  'webrtc',
  'webtransport',
  'mqtt',
  'grpc',
])

/** `Push status`, `telemetry`: a device tells how it is, and wants no answer. */
const reporting =
  /^\W*(?:\d+\W+)?(?:(?:push|publish|broadcast)(?:es)?|(?:send|report|emit|upload|stream|post|submit|share|write|update|announce)s?|env[ií]a(?:r|ndo)?|envoie|envoyer|sendet?|meldet?)\b(?! \/)(?!.*\b(?:requests?|quer(?:y|ies)|get|poll\w*)\b)|\btelemetry\b|\bticks?\b/i

/** A client's request for something that may have changed. What it reports at intervals is none. */
function asksForNews({ connection, caller, callee }: Call): boolean {
  const { arrow, protocols, figures } = connection
  if (!isRequest(connection) || !isClient(caller) || isClient(callee)) return false
  if (isStore(callee) || isBroker(callee) || hasKind(callee, 'monitoring', 'cdn', 'dns', 'external'))
    return false
  if (
    protocols.some(id => pushed.has(id)) ||
    /long[- ]poll|heart ?beat|\bping\b|position|location|report|segment|chunk|playlist|manifest|\bframes?\b/i.test(
      arrow.text,
    )
  ) {
    return false
  }
  if (reporting.test(arrow.text)) return false
  const method = figures.method?.value ?? 'GET'
  return asking.test(arrow.text) && /^(?:GET|HEAD)$/i.test(method)
}

/** "interval: 5s", "5s interval". */
const interval =
  /\binterval\W{1,3}(\d+(?:\.\d+)?)\s*(ms|s|secs?|seconds?)\b|\b(\d+(?:\.\d+)?)[\s-]?(ms|s|secs?|seconds?) intervals?\b/i
const pollsAt = /\bpoll\w*\W{1,3}(?:(?:at|interval)\W{1,3})?(\d+(?:\.\d+)?)\s*(ms|s|secs?|seconds?)\b/i

/** Milliseconds, from its figures, its label or the loop around it. */
function intervalOf({ connection }: Call, loop: string): number | undefined {
  const { figures, arrow } = connection
  if (figures.interval) return figures.interval.value
  const said = (text: string) => milliseconds(pollsAt.exec(text)) ?? intervalIn(text) ?? named(text)
  return said(arrow.text) ?? said(loop)
}

const named = (text: string): number | undefined => milliseconds(interval.exec(text))

function milliseconds(match: RegExpExecArray | null): number | undefined {
  const [, count, unit, countBefore, unitBefore] = match ?? []
  return match ? Number(count ?? countBefore) * ((unit ?? unitBefore) === 'ms' ? 1 : 1000) : undefined
}

/** The label of the innermost loop around each message. */
function* loopsAround(steps: readonly Step[], label: string): Iterable<readonly [number, string]> {
  for (const step of steps) {
    if (step.kind === 'message') yield [step.arrow, label]
    if (step.kind !== 'fragment') continue
    for (const section of step.sections) {
      yield* loopsAround(section.steps, step.fragment === 'loop' ? section.label : label)
    }
  }
}

function judge(system: System, { connection, caller, callee }: Call, interval: number): Report {
  const { arrow, figures } = connection
  const each = writeDuration(interval)
  const late = writeDuration(interval / 2)
  const load = Math.round(1000 / (interval / 1000)).toLocaleString('en')
  const cost = isOfOneTask(arrow.text)
    ? `Most of these requests are wasted, and its result is seen ${late} late on average.`
    : `Each 1,000 clients make ${load} requests per second, most of them wasted, and news is ${late} old on average.`
  const word = wordsOn(system, connection, polling)
  return {
    at:
      word ??
      (isSaidOnArrow(connection) ? figures.interval?.span : undefined) ??
      arrow.labelSpan ??
      arrow.operator,
    message: `${caller.name} asks ${callee.name} every ${each}, whether there is news or not. ${cost} Let ${isEdge(callee) ? `what answers behind ${callee.name}` : callee.name} push: write SSE, or long polling if streams are blocked.`,
    // Some seconds are what a dashboard can wait for.
    onRequest: interval >= bearable,
    fixes: isSaidOnArrow(connection) ? pushes(system, connection) : [],
  }
}

/** Milliseconds. */
const bearable = 5000

/** It is asked while a task runs, and by few of all clients at once. */
const isOfOneTask = (words: string): boolean =>
  /\b(?:tasks?|jobs?|status|progress|results?|runs?|executions?)\b/i.test(words)

/** The interval of a loop stays where it is: no label mends that. */
const isSaidOnArrow = ({ arrow, figures }: Call['connection']): boolean =>
  (figures.interval !== undefined && figures.interval.origin !== 'note') ||
  [pollsAt, interval].some(says => says.test(arrow.text)) ||
  intervalIn(arrow.text) !== undefined

/** "polls every 5s", the word and its interval. */
const phrase =
  /\b(?:short[- ])?(?:http )?poll(?:s|ed|ing)?\b(?:\W{1,3}(?:every|at|each|interval)?\W{0,3}\d+(?:\.\d+)?\s*(?:ms|secs?|seconds?|s)\b\)?)?/i

const pushes = (system: System, connection: Call['connection']) => [
  ...rewordArrow(system, connection, { title: 'Use server-sent events', pattern: phrase, by: 'SSE' }),
  ...rewordArrow(system, connection, { title: 'Use long polling', pattern: phrase, by: 'long polling' }),
]
