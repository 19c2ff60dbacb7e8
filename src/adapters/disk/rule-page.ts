// A rule's page for the terminal: what it teaches and its first flagged diagram (esbuild.mjs keeps that much of it).

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The page of the rule with that id; undefined if the program has been built without pages. */
export function rulePage(id: string): string | undefined {
  const path = join(__dirname, 'rules', `${id}.md`)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
