// Whether the technology found in a box is the one that a reader saw there.

import { type Technology, technologiesIn } from '../../../src/knowledge'
import { fold } from '../../../src/knowledge/names/lexicon'
import type { Classifier } from '../../../src/model/recognition/classifier'
import type { Component } from '../../../src/model/system'
import type { Labelled } from './data'
import { systemBy } from './questions'
import { percent } from './report'

/** Readers seldom listed languages and concepts, and often wrote down what only the rest of the picture tells. */
export type Outcome =
  | 'right'
  | 'missed'
  | 'another'
  | 'invented'
  | 'drawn'
  | 'none'
  | 'a language or a concept'
  | 'not written in the box'

export interface Found {
  readonly outcome: Outcome
  readonly label: string
  readonly truth: string
  readonly found: string | undefined
}

export function technologiesFound(of: Labelled, classify: Classifier): readonly Found[] {
  if (of.boxes.length === 0) return []
  const boxes = new Map(of.boxes.map(box => [box.node, box]))
  return systemBy(of, classify).components.flatMap(component => {
    const { id, text, technology } = component
    const box = boxes.get(id)
    if (!box || box.kind === 'group') return []
    const outcome = outcomeOf(box.technology, component)
    const label = `${id}[${text}]`.replaceAll('\n', ' | ')
    return [{ outcome, label, truth: box.technology, found: technology?.name }]
  })
}

export function technologyFigures(found: readonly Found[]): string {
  const number = (...outcomes: readonly Outcome[]) =>
    found.filter(({ outcome }) => outcomes.includes(outcome)).length
  const written = number('right', 'missed', 'another')
  const unsaid = number('invented', 'drawn', 'none', 'a language or a concept')
  return [
    `${percent(number('right'), written)} of ${written} that boxes write right`,
    `${percent(number('another'), written)} another`,
    `${percent(number('invented', 'drawn'), unsaid)} of ${unsaid} that no reader listed, ${percent(number('invented'), unsaid)} invented`,
    `languages and concepts that no reader listed: ${number('a language or a concept')}`,
    `told to readers by the rest of the picture: ${number('not written in the box')}`,
  ].join(', ')
}

function outcomeOf(said: string, component: Component): Outcome {
  const { technology } = component
  if (unsaid.has(said)) {
    if (!technology) return 'none'
    if (technology.language || technology.generic) return 'a language or a concept'
    return isDrawn(component, technology) ? 'drawn' : 'invented'
  }
  if (technology) return isSame(said, technology) ? 'right' : 'another'
  return isWritten(said, component) ? 'missed' : 'not written in the box'
}

/** In the argument of C4 that names the technology, or as its icon: whatever the reader left out. */
const isDrawn = ({ node }: Component, { id }: Technology): boolean =>
  technologiesIn(`${node.technology ?? ''}, ${node.icon ?? ''}`).some(
    ({ technology }) => technology.id === id,
  )

const unsaid: ReadonlySet<string> = new Set(['-', '', '?'])

/** Readers say `Postgres/Citus` and `RDS` where the catalog says `Amazon RDS for PostgreSQL`. */
function isSame(said: string, { id, name, aliases }: Technology): boolean {
  if (technologiesIn(said).some(({ technology }) => technology.id === id)) return true
  const key = fold(said)
  return [name, ...aliases].map(fold).some(one => key.includes(one) || one.includes(key))
}

/** One of the names as a whole, with or without its vendor: `Runner` in a box writes no GitLab Runner. */
function isWritten(said: string, { id, text, node }: Component): boolean {
  const own = fold([id, text, node.technology, node.description, node.icon].join(' '))
  return said
    .split(/\s*[/,]\s*/)
    .map(name => fold(name.replace(vendors, '')))
    .some(name => name.length > 2 && own.includes(name))
}

const vendors = /^(?:Amazon|AWS|Apache|Azure|Google(?: Cloud)?|Microsoft) (?=\S)/
