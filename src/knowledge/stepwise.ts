// Long work in steps: whoever runs it decides when to go on, or not to.

/** Yields wherever it can be interrupted; every step takes a few milliseconds. */
export type Steps<T> = Generator<undefined, T>

/** All steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
