// The figures that people write on arrows and nodes anyway. What isn't certain is left alone.

import { remembered } from '../../../knowledge'
import { coldStartsIn } from './cold-starts'
import { countsIn } from './counts'
import { durationsIn } from './durations'
import { labelFallbacks } from './fallbacks'
import { keysIn } from './keys'
import type { LabelAttribute, LabelReading } from './label-reading'
import { pairedPercentiles } from './percentiles'
import { phrasesIn } from './phrases'
import { ratesIn } from './rates'
import { requestIn } from './request'
import { sharesIn } from './shares'
import { sizesIn } from './sizes'
import { labelWords } from './words'

/** Reads a call's label: `gRPC, 300ms timeout, 2 retries` states a timeout and retries. Linear, never throws. */
export const readArrowLabel = remembered(text => readLabel(text, 'arrow'))

/** Reads a node's label: `Orders ×3, p99 40ms` states replicas and a percentile. Linear, never throws. */
export const readNodeLabel = remembered(text => readLabel(text, 'node'))

const longestLabel = 2000

function readLabel(text: string, place: 'arrow' | 'node'): LabelReading {
  if (text === '' || text.length > longestLabel) return { attributes: [] }
  const words = labelWords(text)
  const durations = durationsIn(text, words, place)
  const request = place === 'arrow' ? requestIn(words) : undefined
  // Keys first: of what begins at one place the first counts, and the words of `jitter: false` alone say the opposite.
  const found = [
    ...keysIn(text, place),
    ...pairedPercentiles(text),
    ...durations.named,
    ...countsIn(words, place),
    ...sharesIn(words, place),
    ...ratesIn(text, place),
    ...phrasesIn(words, place),
  ]
  if (request?.method) found.push(request.method)
  if (place === 'arrow') found.push(...orderIn(text), ...labelFallbacks(words, text), ...sizesIn(text))
  else found.push(...coldStartsIn(words))
  const attributes = found.sort((a, b) => a.start - b.start)
  return {
    attributes: attributes.filter(
      ({ key }, index) => attributes.findIndex(other => other.key === key) === index,
    ),
    ...(request && { request: request.request }),
    ...(durations.bare && { bareDuration: durations.bare }),
    ...(durations.unnamed && { unnamedDuration: durations.unnamed }),
  }
}

/** `1. Login`, `(2) check`, `3) charge`, `① ask`: the place in the order of calls. */
function orderIn(text: string): LabelAttribute[] {
  const match = /^\s*(?:\((\d{1,2})\)|(\d{1,2})(?:\)|\.(?=\s|[a-z]))|([①-⑨]))/i.exec(text)
  if (!match || text.slice(match[0].length).trim() === '') return []
  const [whole, bracketed, dotted, circled] = match
  const value =
    circled === undefined ? Number(bracketed ?? dotted) : circled.charCodeAt(0) - '①'.charCodeAt(0) + 1
  return [{ key: 'order', value, start: 0, end: whole.length }]
}
