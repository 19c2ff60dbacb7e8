// Phrases with figures in them – `1 Gbps × 100 ms`, `three nines`, `New York to London` – and what they come to.

import { entryById, type Sense } from '../../knowledge'
import { addressReaders } from './addresses'
import type { AmountReader } from './amount'
import { capacityReaders } from './capacity'
import { defaultReaders } from './defaults'
import { endpointReaders } from './endpoints'
import { exchangeReaders } from './exchanges'
import { pauseReaders } from './pauses'
import { placeReaders } from './places'
import { reliabilityReaders } from './reliability'
import { retryReaders } from './retries'
import { settingReaders } from './settings'
import { standardReaders } from './standards'
import { trafficReaders } from './traffic'

const readers: readonly AmountReader[] = [
  ...endpointReaders,
  ...addressReaders,
  ...exchangeReaders,
  ...trafficReaders,
  ...settingReaders,
  ...pauseReaders,
  ...retryReaders,
  ...standardReaders,
  ...reliabilityReaders,
  ...capacityReaders,
  ...defaultReaders,
  ...placeReaders,
]

/** No phrase is longer; a bound keeps the search short whatever is typed. */
const LONGEST = 120

/** What a phrase comes to when the whole of it is an amount; the first reading that fits. */
export function amountIn(text: string): Sense | undefined {
  if (text.length > LONGEST) return undefined
  const plain = plainly(text)
  return amountOf(plain) ?? amountOf(figureFirst(plain))
}

function amountOf(plain: string): Sense | undefined {
  for (const { pattern, read } of readers) {
    const match = pattern.exec(plain)
    const amount = match && read(match)
    if (!amount) continue
    const entry = amount.entry === undefined ? undefined : entryById(amount.entry)
    return { computed: amount.computed, ...(entry && { entry }) }
  }
  return undefined
}

/** `utilization 90%` and `cache hit ratio: 95 %` as `90% utilization` and `95 % cache hit ratio`. */
const figureFirst = (plain: string): string =>
  plain.replace(/^([a-z][a-z -]{2,40}?)(?: (?:of|at|is))?[ :=]+(\d[\d.,]* ?%)$/i, '$2 $1')

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** `3⁴ = 81`, `100K+ RPS` and `3-second timeout` as the readers expect them: `3^4`, `100K RPS`, `3 second timeout`. */
const plainly = (text: string): string =>
  text
    .replace(/[⁰¹²³⁴-⁹]+/g, raised => `^${[...raised].map(digit => superscripts.indexOf(digit)).join('')}`)
    .replace(
      /^(?:subnet calculator|(?:how many )?(?:hosts|ips|addresses) (?:in|of)|size of|cidr|subnet) (?:an? )?(?=[\d/])/i,
      '',
    )
    .replace(/(?<=\^\d{1,3}) ?= ?[\d,]+$/, '')
    .replace(/(?<=\d[kKMGB]?)\+(?= ?[a-zA-Z])/, '')
    .replace(/^([~≈≥≤<>]|about |around |up to ) ?(?=\d)/i, '')
    .replace(/(?<=\d)-(?=[a-z]{3,}\b)/gi, ' ')
    .replace(/(?<=\d) M (?=[a-z])/, 'M ')
