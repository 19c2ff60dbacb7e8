// Long work on the page in tasks that let keystrokes through: in browsers the editor may share the page's thread.

export interface Breaths {
  /** Goes on at once until a slice is over, then after whatever else has to be done. */
  readonly breathe: () => Promise<void>
  /** Goes on after whatever else has to be done: before what takes a slice by itself. */
  readonly rest: () => Promise<void>
}

/** Milliseconds: shorter than a frame. */
const slice = 8

export const createBreaths = (): Breaths => {
  let since = performance.now()
  const rest = async () => {
    await new Promise(resolve => setTimeout(resolve))
    since = performance.now()
  }
  return {
    rest,
    breathe: async () => {
      if (performance.now() - since >= slice) await rest()
    },
  }
}
