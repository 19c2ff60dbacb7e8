// What was measured so far, a line of JSON for each generator: the whole takes hours, and may be run in pieces.

import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Measurement } from './measure'

export interface Row {
  readonly generator: string
  readonly door: string
  readonly exponent?: number
  readonly longest: Measurement
  /** Why the measurement ended early. */
  readonly end?: string
}

interface Result {
  readonly name: string
  /** Tells which sources were measured. */
  readonly build: string
  readonly rows: readonly Row[]
}

/** The results in a file, which need not exist yet. */
export function keptIn(path: string) {
  const results = new Map<string, Result>()
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []
  for (const line of lines) {
    const result: Result = JSON.parse(line)
    results.set(result.name, result)
  }
  return {
    of: (name: string) => results.get(name),
    keep(name: string, build: string, rows: readonly Row[]) {
      const result = { name, build, rows }
      results.set(name, result)
      appendFileSync(path, `${JSON.stringify(result)}\n`)
    },
    forget(names: readonly string[]) {
      for (const name of names) results.delete(name)
      writeFileSync(path, [...results.values()].map(result => `${JSON.stringify(result)}\n`).join(''))
    },
  }
}
