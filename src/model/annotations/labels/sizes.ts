// Sizes and bandwidths in the label of a call: `HTTPS, 2 MB at 100 Mbps`.

import { AMOUNT, AMOUNT_START, partAround, ungrouped } from './amounts'
import type { LabelAttribute } from './label-reading'

const size = new RegExp(`${AMOUNT_START}(${AMOUNT})[ \\t]?([km]i?b)(?![\\w/])`, 'gi')
const bandwidth = new RegExp(`${AMOUNT_START}(${AMOUNT})[ \\t]?([kmg](?:bps|bit\\/s|b\\/s))(?![\\w/])`, 'gi')

/** A size that is no payload: what is allowed, kept, or sent at a time. */
const isLimit =
  /\b(?:max\w*|limit\w*|up to|at most|under|below|less|over|more|above|chunks?|pages?|parts?|blocks?|heap|memory|ram|disk|buffers?|quota|each|per|every)\b/i

/** What crosses and what the network carries, where the label says each once and as no limit. */
export function sizesIn(label: string): LabelAttribute[] {
  return [...onlyOne(label, size, 'payload'), ...onlyOne(label, bandwidth, 'bandwidth')]
}

function onlyOne(label: string, written: RegExp, key: string): LabelAttribute[] {
  const [found, ...others] = label.matchAll(written)
  if (!found || others.length > 0 || isLimit.test(partAround(label, found.index).text)) return []
  const [whole, number = '', unit = ''] = found
  return [{ key, value: `${ungrouped(number)}${unit}`, start: found.index, end: found.index + whole.length }]
}
