// Long work on the page in tasks that let keystrokes through: in browsers the editor may share the page's thread.

export type Breathe = () => Promise<void>

/** Milliseconds: shorter than a frame. */
const slice = 8

/** Goes on at once until a slice is over, then after whatever else has to be done. */
export const createBreaths = (): Breathe => {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < slice) return
    await new Promise(resolve => setTimeout(resolve))
    since = performance.now()
  }
}
