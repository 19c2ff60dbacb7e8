// Rates in a label: `HTTPS, 500 rps`, `Order API, capacity 300/s`, `rate limit 100 req/min`.

import { AMOUNT, AMOUNT_START, partAround, ungrouped } from './amounts'
import type { LabelAttribute } from './label-reading'

const things = 'req(?:uests?|s)?|calls?|quer(?:y|ies)|msgs?|messages?|events?|orders?|writes?|reads?|tx'
const rate = new RegExp(
  `${AMOUNT_START}(${AMOUNT})[ \\t]?([km]|million|thousand)?[ \\t]?(?:(rps|qps|tps|rpm)\\b|(?:(?:${things})[ \\t]?)?(?:\\/|per |an? )[ \\t]?(s(?:ec(?:ond)?)?|min(?:ute)?|h(?:our)?|day)\\b)(?![/\\w])`,
  'gi',
)

/** Of each of many, which says nothing of the whole; or a story. */
const isOther =
  /\b(?:per|each|every) (?:user|client|device|sensor|tenant|key|ip|account|customer|connection|node|pod|replica|instance|partition|shard|worker)|\b(?:over|more|above|under|below|less|if|when|until|alert\w*|threshold|average|retr(?:y|ies)|poll\w*|heartbeat\w*|ping\w*|cost\w*|price\w*)\b|[$€£]/i

/** On an arrow, how often it is made; in a box only what words tell apart: load, capacity or limit. Each stated once. */
export function ratesIn(label: string, place: 'arrow' | 'node'): LabelAttribute[] {
  const found = [...label.matchAll(rate)].flatMap(match => rateAt(label, match, place) ?? [])
  return found.filter(({ key }) => found.filter(other => other.key === key).length === 1)
}

function rateAt(
  label: string,
  { index, 0: whole, 1: number = '', 2: thousands = '', 3: per, 4: unit = '' }: RegExpExecArray,
  place: 'arrow' | 'node',
): LabelAttribute | undefined {
  const part = partAround(label, index)
  const name = names.find(({ words }) => words.test(part.text))
  const key = name ? name[place] : place === 'arrow' || namesAsker.test(label) ? 'rate' : undefined
  if (key === undefined || isOther.test(part.text)) return undefined
  const word = name?.words.exec(part.text)
  const end = index + whole.length
  const named = word ? part.start + word.index : index
  return {
    key,
    value: `${ungrouped(number)}${multiple(thousands)}/${perTime(per, unit)}`,
    start: Math.min(named, index),
    end: word ? Math.max(named + word[0].length, end) : end,
  }
}

/** The first that occurs beside it says what a rate is. */
const names: readonly { readonly words: RegExp; readonly node?: string; readonly arrow?: string }[] = [
  { words: /\b(?:rate[ -]?limit\w*|throttl\w*|limit\w*|quota)\b/i, node: 'rateLimit' },
  {
    words:
      /\b(?:capacity|handles|serves|max(?:imum)?(?: throughput)?|up to|at most|can take|sustains|(?:load[- ]?)?tested (?:to|at|for|with|up to))\b/i,
    node: 'capacity',
  },
  { words: /\b(?:rate|load|traffic|incoming|arrivals?|peak)\b/i, node: 'rate', arrow: 'rate' },
]

const multiple = (written: string): string => (written === '' ? '' : /^m/i.test(written) ? 'M' : 'k')

/** Who only sends requests: all that such a box says of a rate is how many. */
const namesAsker =
  /^\W{0,3}(?:(?:web|mobile|ios|android|desktop|end|client|single[- ]page)[- ]?){0,2}(?:apps?|users?|clients?|browsers?|visitors?|customers?|devices?|frontend|spa)(?=\s*(?:[,;:(<|\n–—-]|$))/i

const perTime = (per: string | undefined, unit: string): string =>
  per === undefined ? unit.toLowerCase() : per.toLowerCase() === 'rpm' ? 'min' : 's'
