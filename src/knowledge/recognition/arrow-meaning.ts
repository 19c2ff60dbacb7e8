// Reads the words on an arrow: is it a call at all, or a reply, an event, a dependency, a branch of a decision?

import { namesIn } from '../names/lexicon'
import { arrowTable } from '../names/tables'
import { remembered } from '../remembered'
import type { ArrowMeaning } from './arrow-phrases'
import type { Inference } from './kind'

export type { ArrowMeaning } from './arrow-phrases'

/** What the words of a label say the arrow means; nothing if they don't say. */
export const arrowMeaning = remembered(readMeaning)

function readMeaning(label: string): Inference<ArrowMeaning> | undefined {
  const text = label.trim()
  if (text === '') return undefined
  return statusReply(text) ?? requestLine(text) ?? gesture(text) ?? eventName(text) ?? worded(text)
}

/** The earliest meanings in the list win: a verb that says "not a call" decides before one that says "call". */
const order: Readonly<Record<ArrowMeaning, number>> = {
  gesture: 0,
  containment: 0,
  dependency: 1,
  signing: 1,
  webhook: 2,
  redirect: 3,
  replication: 4,
  decision: 5,
  reply: 6,
  subscription: 7,
  async: 8,
  telemetry: 9,
  control: 10,
  call: 11,
  'data-flow': 12,
}

function worded(text: string): Inference<ArrowMeaning> | undefined {
  let best: { meaning: ArrowMeaning; confidence: number; start: number; end: number } | undefined
  for (const { value, start, end } of namesIn(arrowTable(), text)) {
    const alone = isAlone(text, start, end)
    if (value.whole && !alone) continue
    const first = alone || opens(text, start)
    if (!first && mustOpen.has(value.meaning)) continue
    const confidence = first ? value.confidence : value.confidence * 0.8
    if (
      !best ||
      confidence > best.confidence + 0.1 ||
      (confidence > best.confidence - 0.1 && order[value.meaning] < order[best.meaning])
    ) {
      best = { meaning: value.meaning, confidence, start, end }
    }
  }
  return (
    best && {
      value: best.meaning,
      confidence: best.confidence,
      why: `'${text.slice(best.start, best.end)}' on the arrow`,
    }
  )
}

/** These need their verb up front: `depends on stock`, not `acts based on stock`. */
const mustOpen: ReadonlySet<ArrowMeaning> = new Set(['containment', 'dependency', 'decision'])

/** At the start of the label, after `1.`, a colon or `is`. */
function opens(text: string, start: number): boolean {
  return /^(?:[^\p{L}]*|.{0,40}:\s*)(?:(?:is|are|was|were|gets|can be)\s+)?$/iu.test(text.slice(0, start))
}

function isAlone(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, start)) && !/[\p{L}\p{N}]/u.test(text.slice(end))
}

/** `200 OK`, `201 Created`, `404`, `HTTP 503`: a status code answers. */
function statusReply(text: string): Inference<ArrowMeaning> | undefined {
  const match = /^(?:HTTP\/?[\d.]*\s+)?([1-5]\d\d)(?:\s+[A-Z][\w ]*)?(?=$|[\s:,({+-])/.exec(text)
  if (!match || /^[\d.]*\s?(?:ms|s|rps|req|MB|KB|GB|users|items)\b/i.test(text.slice(match[1]?.length ?? 0)))
    return undefined
  const code = Number(match[1])
  const redirects = code >= 300 && code < 400 && code !== 304
  if (code === 100 || (code > 103 && code < 200) || code > 511) return undefined
  return { value: redirects ? 'redirect' : 'reply', confidence: 0.9, why: `status ${code} on the arrow` }
}

const gestures =
  /^[^\p{L}]*(?:user )?(?:(?:double[- ])?clicks?|taps?|press(?:es)?|swipes?|scrolls?|drags?|fills?(?: in| out)?(?! cache)|types in)\b/iu

const opening =
  /^[^\p{L}]*(?:user )?opens?\b(?=.*\b(?:page|app|browser|site|website|screen|form|link|dashboard|url|tab|menu|view)\b|(?!.*\b(?:connections?|conn|sockets?|websockets?|ws|streams?|channels?|sessions?|transactions?|tx|tunnels?|circuits?|accounts?|tickets?|issues?|orders?|files?|positions?)\b))/iu

/** `Click "Pay"`, `Fill in the form`, `Open the page`; connections, sessions and accounts are opened by programs. */
function gesture(text: string): Inference<ArrowMeaning> | undefined {
  const match = gestures.exec(text) ?? opening.exec(text)
  return match ? { value: 'gesture', confidence: 0.85, why: `'${match[0].trim()}' on the arrow` } : undefined
}

/** `OrderPlaced`, `PaymentFailed.v1`, `order.shipped`: something that has happened, told to whom it concerns. */
const happened =
  /^(?!(?:Get|Set|Create|Update|Delete|List|Fetch|Send|Load|Is|Has|Add|Find)\p{Lu})(?:(?:\p{Lu}[\p{Ll}\d]*)+(?:\p{Lu}\p{Ll}+[^e]ed|Sent|Paid|Lost|Sold)|[a-z_.]+\.[a-z_]+(?:[^e]ed|sent|paid|lost|sold))(?:\.?[vV]\d+)?(?: event)?(?: ?[({].*)?$/u

const longestEvent = 80

function eventName(text: string): Inference<ArrowMeaning> | undefined {
  return text.length <= longestEvent && happened.test(text)
    ? { value: 'async', confidence: 0.85, why: `'${text}' is the name of an event` }
    : undefined
}

/** `GET /metrics`, `GET /actuator/prometheus`: whoever asks for figures watches. */
const scrape = /^GET (?:\S+\/)?\/?(?:metrics|prometheus|federate)\b/

function requestLine(text: string): Inference<ArrowMeaning> | undefined {
  if (scrape.test(text)) return { value: 'telemetry', confidence: 0.95, why: 'a request for metrics' }
  const match = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)\b/.exec(text)
  return match ? { value: 'call', confidence: 0.95, why: `'${match[0]}' on the arrow` } : undefined
}

const missing = /\bmiss(?:es|ing)?\b|\bread[- ]?through\b|\borigin\b|\bfetch(?:es)?\b/i

/** `on a miss`, `origin fetch`: what a cache asks for. */
export const tellsOfMiss = (text: string): boolean => missing.test(text)
