// How far a long run is, on a terminal: a line on standard error that is gone when the work is done.

import { fstatSync } from 'node:fs'
import { showStatus } from './output'

export interface Progress {
  /** A file has been read, or judged: twice for each. */
  step(): void
  end(): void
}

const silent: Progress = { step() {}, end() {} }

/** Milliseconds: a shorter run says nothing, and the line isn't written more often. */
const pause = 200

function isDevice(stream: number): boolean {
  try {
    return fstatSync(stream).isCharacterDevice()
  } catch {
    return false
  }
}

/** Nothing is shown where nobody watches: without a terminal, on CI servers, or on one that knows no control codes. */
export async function startProgress(files: number): Promise<Progress> {
  const { CI, TERM } = process.env
  if (files < 2 || CI || TERM === 'dumb' || !isDevice(2)) return silent
  // Node takes long to load it.
  const { isatty } = await import('node:tty')
  if (!isatty(2)) return silent
  let steps = 0
  let shownAt = Date.now()
  let isShown = false
  return {
    step() {
      steps++
      const now = Date.now()
      if (now - shownAt < pause) return
      shownAt = now
      isShown = true
      const share = Math.min(99, Math.floor((50 * steps) / files))
      showStatus(`${share}% of ${files} documents`)
    },
    end() {
      if (isShown) showStatus('')
    },
  }
}
