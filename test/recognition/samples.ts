// The labelled diagrams of test/samples: what they are, and which of their arrows are no calls.

import { readdirSync, readFileSync } from 'node:fs'
import { readSystem } from '../../src/model'
import type { System } from '../../src/model/system'
import { parseDiagram } from '../../src/syntax'

export type Label = 'yes' | 'no' | 'mixed'

export interface Sample {
  /** The file's name: what kind of diagram this is. */
  readonly kind: string
  readonly name: string
  readonly label: Label
  readonly text: string
}

const folder = 'test/samples'

export const samples: readonly Sample[] = readdirSync(folder)
  .filter(file => file.endsWith('.txt'))
  .sort()
  .flatMap(file => samplesIn(file.replace('.txt', ''), readFileSync(`${folder}/${file}`, 'utf8')))

function samplesIn(kind: string, source: string): Sample[] {
  return source
    .split(/^=== /m)
    .slice(1)
    .map(part => {
      const end = part.indexOf('\n')
      const header = /^(\S+) \| architecture: (yes|no|mixed)$/.exec(part.slice(0, end))
      if (!header) throw new Error(`no header: ${part.slice(0, end)}`)
      return { kind, name: header[1]!, label: header[2] as Label, text: part.slice(end + 1) }
    })
}

export const systemOf = ({ text }: Sample): System => readSystem(parseDiagram(text), {})

/** Whether each arrow of the system truly is a call: those under a comment `not a call` aren't. */
export function trueCalls({ text, label }: Sample, system: System): readonly boolean[] {
  return system.connections.map(({ arrow }) => {
    const lines = text.slice(0, arrow.statement.start).trimEnd().split('\n')
    return label !== 'no' && lines.at(-1)?.trim() !== '%% not a call'
  })
}
