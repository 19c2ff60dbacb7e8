// The committed diagrams: text files with one diagram after another, `======` between them, `␍` for a carriage return.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const families = ['flowchart', 'sequence', 'c4', 'architecture'] as const
export type CaseFamily = (typeof families)[number]

export function casesOf(family: CaseFamily): string[] {
  const text = readFileSync(join(import.meta.dirname, 'cases', `${family}.txt`), 'utf8')
  return text
    .slice(0, -1)
    .split('\n======\n')
    .map(diagram => diagram.replaceAll('␍', '\r'))
}
