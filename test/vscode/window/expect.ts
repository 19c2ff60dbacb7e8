// Waiting for what will be true in a moment.

/** Seconds after which nobody waits any more: only a state ends a wait, however busy the machine is. */
export const patience = 180

/** Asks until the answer is yes. */
export async function expectSoon(what: string, ask: () => Promise<boolean>): Promise<void> {
  if (!(await isSoon(ask, patience))) throw new Error(`waited in vain until ${what}`)
}

/** Whether the answer becomes yes within some seconds. */
export async function isSoon(ask: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    if (await ask()) return true
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return false
}

/** Whether an action of Playwright's comes to its end. */
export const succeeds = (action: Promise<unknown>): Promise<boolean> =>
  action.then(
    () => true,
    () => false,
  )
