// Phrases with figures in them – `1 Gbps × 100 ms`, `three nines`, `New York to London` – and what they come to.

import { entryById, type Sense } from '../../knowledge'
import { addressReaders } from './addresses'
import type { AmountReader } from './amount'
import { placeReaders } from './places'
import { reliabilityReaders } from './reliability'
import { settingReaders } from './settings'
import { trafficReaders } from './traffic'

const readers: readonly AmountReader[] = [
  ...addressReaders,
  ...settingReaders,
  ...trafficReaders,
  ...reliabilityReaders,
  ...placeReaders,
]

/** No phrase is longer; a bound keeps the search short whatever is typed. */
const LONGEST = 120

/** What a phrase comes to when the whole of it is an amount; the first reading that fits. */
export function amountIn(text: string): Sense | undefined {
  if (text.length > LONGEST) return undefined
  for (const { pattern, read } of readers) {
    const match = pattern.exec(text)
    const amount = match && read(match)
    if (!amount) continue
    const entry = amount.entry === undefined ? undefined : entryById(amount.entry)
    return { computed: amount.computed, ...(entry && { entry }) }
  }
  return undefined
}
