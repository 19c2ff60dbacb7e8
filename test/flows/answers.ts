// A design with an answer that a pocket calculator gives, as a test.

import { expect, it } from 'vitest'
import type { FlowRow } from '../../src/service'
import { flowsIn } from './door'

export interface Answer
  extends Partial<Pick<FlowRow, 'p50' | 'p95' | 'p99' | 'availability' | 'failed' | 'attempts' | 'longest'>> {
  readonly name: string
  /** Utilization by id. */
  readonly load?: Readonly<Record<string, number>>
  readonly diagram: string
}

/** Where nothing else is stated, a component never fails and takes no time. */
export function check({ name, diagram, load = {}, ...expected }: Answer): void {
  it(name, () => {
    const [flow] = flowsIn(`${diagram}\n%% arrowsmith: { assume: nothing }\n`)
    for (const [id, full] of Object.entries(load))
      expect(flow?.load?.find(({ at }) => at === id)?.utilization, id).toBeCloseTo(full, 6)
    for (const [key, value] of Object.entries(expected)) {
      const found = flow?.[key as keyof typeof expected]
      if (typeof value !== 'number' || typeof found !== 'number') expect(found, key).toBe(value)
      else if (key === 'availability') expect(1 - found, key).toBeCloseTo(1 - value, 9)
      else
        expect(Math.abs(found - value), `${key} ${found} instead of ${value}`).toBeLessThanOrEqual(
          (key === 'p95' ? 0.011 : 0.001) * value,
        )
    }
  })
}
