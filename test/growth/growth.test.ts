// The worst that growth has shown: four times the text takes little more than four times as long. `npm run growth` measures everything.

import { describe, expect, it } from 'vitest'
import { measured } from './measure'
import { texts } from './texts'

/** Generators, and a size at which they take long enough to be measured. */
const worst: readonly (readonly [name: string, units: number])[] = [
  ['flowchart: arrows from one node', 400],
  ['flowchart: the same arrow', 400],
  ['flowchart: one node redefined', 1000],
  ['flowchart: one error a line', 1000],
  ['flowchart: metadata without end', 1000],
  ['flowchart: text of an arrow without end', 1000],
  ['sequence: chained messages', 400],
  ['sequence: messages both ways', 400],
  ['c4: relations unclosed', 1000],
  ['suppressions: before each arrow', 400],
  ['suppressions: switched off', 400],
  ['annotations: of arrows', 300],
  ['markdown: fences stating the same', 150],
]

/** Four times as long is linear; sixteen times is what each of them took. */
const steepest = 4 ** 1.5

/** Less than this is noise. */
const leastSeconds = 0.02

describe('time grows with the text, not with its square', () => {
  it.each(worst)('%s', (name, units) => {
    const generator = texts.find(known => known.name === name)
    if (!generator) return expect.fail(`no generator is called ${name}`)
    const secondsAt = (size: number) => {
      const rounds = Array.from({ length: 2 }, () =>
        Array.from(
          measured({ ...generator, doors: ['findings', 'flows', 'inspect', 'fixAll'] }, [size], {
            seconds: 20,
          }),
        ).reduce((sum, { seconds }) => sum + seconds, 0),
      )
      return Math.min(...rounds)
    }
    secondsAt(50)
    const [short, long] = [secondsAt(units), secondsAt(4 * units)]
    expect(long / Math.max(short, leastSeconds)).toBeLessThan(steepest)
  })
})
