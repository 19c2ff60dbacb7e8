// What the command line prints: results on standard output, complaints on standard error.

/** Prints a result. A reader that has gone away (`| head`) ends the program quietly. */
export function say(text: string): void {
  process.stdout.once('error', error => leaveQuietly(error))
  process.stdout.write(text.endsWith('\n') || text === '' ? text : `${text}\n`)
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
