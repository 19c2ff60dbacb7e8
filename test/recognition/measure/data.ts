// The labelled diagrams that recognition is measured on and learns from: text, surroundings, and what a reader said.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface LabelledArrow {
  readonly index: number
  readonly from: string
  readonly to: string
  readonly class: string
  readonly protocol: string
}

export interface LabelledBox {
  readonly node: string
  readonly kind: string
  readonly technology: string
}

export interface Labelled {
  readonly id: string
  readonly family: string
  /** The repository: held out as a whole. */
  readonly group: string
  readonly path: string
  readonly headings: readonly string[]
  readonly before: string
  readonly label: 'yes' | 'maybe' | 'no'
  readonly confidence: 'high' | 'low'
  readonly kind: string
  readonly text: string
  /** Empty where nobody labelled its arrows and boxes. */
  readonly arrows: readonly LabelledArrow[]
  readonly boxes: readonly LabelledBox[]
}

/** Reads `diagrams.jsonl`, `arrows.tsv` and `nodes.tsv` of a folder. */
export function labelledIn(folder: string): readonly Labelled[] {
  const arrows = rowsIn(join(folder, 'arrows.tsv'))
  const boxes = rowsIn(join(folder, 'nodes.tsv'))
  return readFileSync(join(folder, 'diagrams.jsonl'), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line))
    .map(diagram => ({
      ...diagram,
      arrows: (arrows.get(diagram.id) ?? []).map(row => ({ ...row, index: Number(row.index) })),
      boxes: boxes.get(diagram.id) ?? [],
    }))
}

function rowsIn(path: string): Map<string, Record<string, string>[]> {
  const [header = '', ...lines] = readFileSync(path, 'utf8').split('\n')
  const names = header.split('\t')
  const rows = new Map<string, Record<string, string>[]>()
  for (const line of lines.filter(line => line !== '')) {
    const row = Object.fromEntries(line.split('\t').map((value, at) => [names[at]!, value]))
    rows.set(row.id!, [...(rows.get(row.id!) ?? []), row])
  }
  return rows
}
