// Rates that are asked about instead of those that a diagram states.

import { readRate } from '../../model/annotations/metadata/values'
import type { Snapshot } from '../engine/snapshot'
import type { Change } from '../preview/messages'

/** `web=800/s` as a change of what arrives there; undefined if it is written otherwise. */
export function rateChange(written: string): Change | undefined {
  const { entry, rate } = /^(?<entry>.+)=(?<rate>[^=]+)$/.exec(written.trim())?.groups ?? {}
  if (entry === undefined || rate === undefined || !isRate(rate)) return undefined
  return { target: entry.trim(), key: 'rate', value: rate.trim() }
}

/** `web=100..2000/s` as changes from the lower rate to the higher, in equal proportions. */
export function rateSweep(written: string, steps = 10): readonly Change[] | undefined {
  const parts = /^(?<entry>.+)=(?<low>[\d.]+?)\.\.(?<high>[\d.]+)(?<unit>[^=\d.]+)$/.exec(
    written.trim(),
  )?.groups
  const { entry, low, high, unit } = parts ?? {}
  const [least, most] = [Number(low), Number(high)]
  if (entry === undefined || !(least > 0) || !(most > least) || !isRate(`${high}${unit}`)) return undefined
  return Array.from({ length: steps }, (_, step) => {
    const amount = least * (most / least) ** (step / (steps - 1))
    return { target: entry.trim(), key: 'rate', value: `${Number(amount.toPrecision(3))}${unit}` }
  })
}

const isRate = (text: string): boolean => 'value' in readRate(text)

/** Whether any diagram has a component of that id or label. */
export const hasComponent = ({ diagrams }: Snapshot, name: string): boolean =>
  diagrams.some(({ system }) => system.components.some(({ id, text }) => id === name || text === name))
