// The items of the attribution answer under the names it uses.
import { attribute } from '../../src/math/latency/attribution'
import { type Latency, percentilesOf } from '../../src/math/latency/latency'

const NAMES: Record<string, string> = {
  'const 10': 'const',
  'ln(5,45)': 'A',
  'ln(20,200)': 'B(20,200)',
  'ln(30,120)': 'C(30,120)',
  'ln(8,40)': 'D',
}

export function attribution(latency: Latency, percentile: number): Record<string, number> {
  const shares = [...attribute(latency, percentile)].map(([item, ms]) => [NAMES[item] ?? item, ms] as const)
  return { ...Object.fromEntries(shares), q: percentilesOf(latency).at(percentile) }
}
