// Rates that are asked about instead of those that a diagram states.

import { readRate } from '../../model/annotations/metadata/values'
import type { Snapshot } from '../engine/snapshot'
import type { Change } from '../preview/messages'

/** `web=800/s` as a change of what arrives there; undefined if it is written otherwise. */
export function rateChange(written: string): Change | undefined {
  const { entry, rate } = partsOf(written)
  return entry !== '' && isRate(rate) ? { target: entry, key: 'rate', value: rate } : undefined
}

/** A label may hold `=`: the rate stands behind the last. */
function partsOf(written: string): { entry: string; rate: string } {
  const at = written.lastIndexOf('=')
  return { entry: written.slice(0, Math.max(0, at)).trim(), rate: written.slice(at + 1).trim() }
}

/** `web=100..2000/s` as changes from the lower rate to the higher, in equal proportions. */
export function rateSweep(written: string, steps = 10): readonly Change[] | undefined {
  const { entry, rate } = partsOf(written)
  const [low, high = ''] = rate.split('..', 2)
  const [most, least] = [Number.parseFloat(high), Number(low)]
  const unit = high.replace(/^[\d.]+/, '')
  if (entry === '' || !(least > 0) || !(most > least) || !isRate(high)) return undefined
  return Array.from({ length: steps }, (_, step) => {
    const amount = least * (most / least) ** (step / (steps - 1))
    return { target: entry, key: 'rate', value: `${Number(amount.toPrecision(3))}${unit}` }
  })
}

const isRate = (text: string): boolean => 'value' in readRate(text)

/** Whether any diagram has a component of that id or label. */
export const hasComponent = ({ diagrams }: Snapshot, name: string): boolean =>
  diagrams.some(({ system }) => system.components.some(({ id, text }) => id === name || text === name))
