// The worst that growth has shown: four times the text takes little more than four times as long. `npm run growth` measures everything.

import { describe, expect, it } from 'vitest'
import { measured } from './measure'
import { texts } from './texts'

/** Generators, a size at which they take long enough to be measured, and what is asked unless it is the usual. */
const worst: readonly {
  readonly name: string
  readonly units: number
  readonly doors?: readonly string[]
}[] = [
  { name: 'flowchart: arrows from one node', units: 400 },
  { name: 'flowchart: the same arrow', units: 400 },
  { name: 'flowchart: one node redefined', units: 1000 },
  { name: 'flowchart: one error a line', units: 1000 },
  { name: 'flowchart: metadata without end', units: 1000 },
  { name: 'flowchart: text of an arrow without end', units: 1000 },
  { name: 'sequence: chained messages', units: 400 },
  { name: 'sequence: messages both ways', units: 400 },
  { name: 'c4: relations unclosed', units: 6000, doors: ['findings'] },
  { name: 'suppressions: before each arrow', units: 400 },
  { name: 'suppressions: switched off', units: 400 },
  { name: 'markdown: a suppression of the same rule', units: 6000, doors: ['findings'] },
  { name: 'annotations: of arrows', units: 300 },
  { name: 'markdown: fences stating the same', units: 60 },
  { name: 'flowchart: a ladder of timeouts', units: 300 },
  { name: 'flowchart: a ladder', units: 500, doors: ['layout'] },
  { name: 'flowchart: caches', units: 150, doors: ['flows', 'failures'] },
  { name: 'flowchart: copies', units: 300, doors: ['findings'] },
  { name: 'flowchart: a node in many groups', units: 2000, doors: ['layout'] },
  { name: 'flowchart: accessible descriptions without end', units: 2000, doors: ['layout'] },
  { name: 'c4: accessible descriptions without end', units: 2400, doors: ['findings'] },
  { name: 'c4: many arguments', units: 4000, doors: ['layout'] },
  { name: 'sequence: parallel parts', units: 1000, doors: ['failures'] },
  { name: 'sequence: replies without a call', units: 1400, doors: ['findings'] },
]

const usual = ['findings', 'flows', 'inspect', 'fixAll']

/** Four times as long is linear; sixteen times is what each of them took. */
const steepest = 4 ** 1.5

/** Less than this is noise. */
const leastSeconds = 0.02

const steepness = (short: number, long: number): number => long / Math.max(short, leastSeconds)

/** Milliseconds, however busy the machine is. */
const patience = 300_000

describe('time grows with the text, not with its square', { timeout: patience }, () => {
  it.each(worst)('$name', async ({ name, units, doors = usual }) => {
    const generator = texts.find(known => known.name === name)
    if (!generator) return expect.fail(`no generator is called ${name}`)
    const asked = { ...generator, doors }
    const round = async (size: number) => {
      let sum = 0
      for await (const { seconds } of measured(asked, [size], { seconds: 20 })) sum += seconds
      return sum
    }
    await round(50)
    await round(50)
    let [short, long] = [await round(units), await round(4 * units)]
    // A collection of garbage in between only ever makes it longer.
    if (steepness(short, long) >= steepest)
      [short, long] = [Math.min(short, await round(units)), Math.min(long, await round(4 * units))]
    expect(steepness(short, long)).toBeLessThan(steepest)
  })
})
