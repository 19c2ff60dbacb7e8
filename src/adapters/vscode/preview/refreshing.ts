// Pictures one after the other: of changes that come faster than they are worked out, some are shown, and the last.

import type { Steps } from '../../../service'
import { inSlices } from '../slices'

export interface Refreshing {
  /** Shows what there is to show now, as soon as that is worked out; what takes long, its figures first if wished. */
  readonly refresh: (wish?: { readonly figuresFirst: boolean }) => void
  /** What is being worked out, until it is shown. */
  readonly settled: () => Promise<void> | undefined
}

export interface RefreshingParts<Message> {
  readonly work: (extent: { readonly figuresOnly: boolean }) => Steps<Message>
  /** Changes with what is on show: what was worked out for something else is of no use. */
  readonly turn: () => number
  readonly show: (message: Message) => void
}

/** Milliseconds that nobody notices. */
const short = 80

export const createRefreshing = <Message>({ work, turn, show }: RefreshingParts<Message>): Refreshing => {
  let wanted: { readonly figuresFirst: boolean } | undefined
  let running: Promise<void> | undefined
  let lastTook = 0
  const one = async ({ figuresFirst }: { readonly figuresFirst: boolean }) => {
    const now = turn()
    const isCurrent = () => now === turn()
    const start = performance.now()
    const isSplit = figuresFirst && lastTook > short
    const figures = isSplit && (await inSlices(work({ figuresOnly: true }), isCurrent))
    if (figures) show(figures)
    // Where figures are shown, the rest can wait for the last change.
    const whole = await inSlices(work({ figuresOnly: false }), () => isCurrent() && !(isSplit && wanted))
    if (!whole) return
    lastTook = performance.now() - start
    show(whole)
  }
  const run = async () => {
    try {
      while (wanted) {
        const wish = wanted
        wanted = undefined
        await one(wish)
      }
    } finally {
      // At once: whoever asks from now on is not heard by this loop.
      running = undefined
    }
  }
  return {
    refresh: ({ figuresFirst } = { figuresFirst: false }) => {
      wanted = { figuresFirst: figuresFirst && wanted?.figuresFirst !== false }
      running ??= run()
    },
    settled: () => running,
  }
}
