// What went wrong in the user's request, in one sentence: a value, not an exception.

export interface FileFailure {
  readonly failure: string
}

export const failure = (sentence: string): FileFailure => ({ failure: sentence })

export const failed = (value: unknown): value is FileFailure =>
  typeof value === 'object' && value !== null && 'failure' in value

/** Why the system refused: `no such file or directory`, without Node's prefix and call. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return /^[A-Z0-9_]+: ([^,]+),/.exec(message)?.[1] ?? message.split('\n', 1)[0] ?? message
}

/** The system's own name of an error: `ENOENT`. */
export const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
