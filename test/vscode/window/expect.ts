// Waiting for what will be true in a moment.

/** Asks until the answer is yes, for ten seconds. */
export async function expectSoon(what: string, ask: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await ask()) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`waited in vain until ${what}`)
}
