// Compares every diagram under a folder with Mermaid and prints how often they agree, per family.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findDiagrams } from '../../src/text/diagrams'
import { languageOf } from '../../src/text/languages'
import { compare } from './compare'
import { ask } from './oracle'

interface Tally {
  diagrams: number
  verdicts: number
  accepted: number
  trees: number
}

/** Prints a table and the first `show` differences; returns how many diagrams differ. */
export async function checkFolder(folder: string, show: number): Promise<number> {
  const tallies = new Map<string, Tally>()
  const differences: string[] = []
  for (const path of files(folder)) {
    const blocks = findDiagrams(readFileSync(path, 'utf8'), languageOf(path) ?? 'mermaid')
    for (const [index, block] of blocks.entries()) {
      const answer = await ask(block.text)
      const verdict = compare(block.text, answer)
      if (verdict.family === 'other') continue
      const tally = tallies.get(verdict.family) ?? { diagrams: 0, verdicts: 0, accepted: 0, trees: 0 }
      tallies.set(verdict.family, tally)
      tally.diagrams++
      if (verdict.sameVerdict) tally.verdicts++
      if (verdict.accepted && verdict.sameVerdict) tally.accepted++
      if (verdict.accepted && verdict.sameVerdict && verdict.sameTree) tally.trees++
      if (verdict.difference) differences.push(`${path}#${index + 1}: ${verdict.difference.slice(0, 400)}`)
    }
  }
  for (const [family, { diagrams, verdicts, accepted, trees }] of tallies) {
    console.log(`${family}: verdicts ${share(verdicts, diagrams)}, trees ${share(trees, accepted)}`)
  }
  for (const difference of differences.slice(0, show)) console.log(difference)
  return differences.length
}

function share(part: number, whole: number): string {
  return `${part}/${whole} (${whole === 0 ? '–' : ((100 * part) / whole).toFixed(2)} %)`
}

function files(folder: string): string[] {
  if (!statSync(folder).isDirectory()) return [folder]
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter(path => languageOf(path) !== undefined)
}
