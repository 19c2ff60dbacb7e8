// Long work in slices, between which the extension host hears keystrokes.

import type { Steps } from '../../service'

/** Milliseconds: shorter than a frame. */
const slice = 8

/** What comes of all steps; undefined if that is not wanted any more before it is there. */
export async function inSlices<T>(steps: Steps<T>, isWanted = () => true): Promise<T | undefined> {
  for (;;) {
    const end = performance.now() + slice
    while (performance.now() < end) {
      const step = steps.next()
      if (step.done) return step.value
    }
    await new Promise(resolve => setTimeout(resolve))
    if (!isWanted()) return undefined
  }
}
