// What the command line prints: results on standard output, complaints on standard error.

import { fstatSync, writeSync } from 'node:fs'

/** Prints a result. A reader that has gone away (`| head`) ends the program quietly. */
export function say(text: string): void {
  const bytes = Buffer.from(text.endsWith('\n') || text === '' ? text : `${text}\n`)
  const rest = bytes.subarray(standardOutput() ? 0 : writtenAtOnce(bytes))
  if (rest.length === 0) return
  process.stdout.once('error', leaveQuietly)
  process.stdout.write(rest)
}

/** The stream behind standard output where that is a terminal. Files and pipes do without: Node takes long to make one. */
export function standardOutput(): NodeJS.WriteStream | undefined {
  try {
    const stats = fstatSync(1)
    return stats.isFile() || stats.isFIFO() || stats.isSocket() ? undefined : process.stdout
  } catch {
    return process.stdout
  }
}

/** Writes until all is written or a pipe that somebody has set not to wait is full; gives the number of bytes. */
function writtenAtOnce(bytes: Buffer): number {
  let written = 0
  try {
    while (written < bytes.length) written += writeSync(1, bytes, written)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (!('code' in error) || error.code !== 'EAGAIN') leaveQuietly(error)
  }
  return written
}

/** Prints one sentence about what could not be done. */
export function complain(sentence: string): void {
  process.stderr.write(`arrowsmith: ${sentence}\n`)
}

function leaveQuietly(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') process.exit()
  complain(`can't write the result: ${error.message}`)
  process.exit(2)
}
