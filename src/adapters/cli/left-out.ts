// What is said of diagrams that are too large for all that was asked.

import { complain } from './output'

/** A file with what is left out of its diagrams, each by the line of its header keyword. */
export interface LeftOut {
  readonly path: string
  readonly leftOut: readonly { readonly line: number; readonly message: string }[]
}

export function complainOfSize(files: readonly LeftOut[]): void {
  for (const { path, leftOut } of files)
    for (const { line, message } of leftOut) complain(`${path}:${line}: ${message}`)
}
