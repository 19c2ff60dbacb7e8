// What the command line prints: results on standard output, complaints on standard error.

import { fstatSync, writeSync } from 'node:fs'
import { codeOf, reasonOf } from '../disk/failure'
import { exit } from './command'
import { printable, printableLines, withoutCommands } from './printable'

/** Set when nobody reads standard output any more. */
let unread = false

/** Prints a result. When its reader has gone away (`| head`), nothing more is printed and the work goes on: the exit
 * code still tells how it went. */
export function say(text: string): void {
  print(withoutCommands(printableLines(text)))
}

/** Prints what GitHub is to obey, as it is. */
export const sayCommands = (text: string): void => print(text)

/** Prints a document byte for byte: who redirects it wants the file. */
export const sayExactly = (text: string): void => printBytes(Buffer.from(text))

const print = (text: string): void =>
  printBytes(Buffer.from(text.endsWith('\n') || text === '' ? text : `${text}\n`))

function printBytes(bytes: Buffer): void {
  if (unread) return
  const rest = bytes.subarray(standardOutput() ? 0 : writtenAtOnce(bytes))
  if (unread || rest.length === 0) return
  process.stdout.once('error', unwritable)
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
    if (codeOf(error) !== 'EAGAIN') unwritable(error)
  }
  return written
}

/** Prints one sentence about what could not be done. */
export function complain(sentence: string): void {
  // Who doesn't read complaints still gets the exit code.
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {})
  process.stderr.write(`arrowsmith: ${withoutCommands(printable(sentence))}\n`)
}

/** Prints lines about the run itself, beside its result. */
export function remark(lines: string): void {
  process.stderr.write(`${withoutCommands(printableLines(lines))}\n`)
}

/** Puts this line in the place of the last one on the terminal behind standard error; '' takes it away. */
export const showStatus = (line: string): void => void process.stderr.write(`\r\u001b[K${printable(line)}`)

function unwritable(error: unknown): void {
  unread = true
  if (codeOf(error) === 'EPIPE') return
  complain(`the result can't be written: ${reasonOf(error)}`)
  process.exit(exit.unusable)
}
