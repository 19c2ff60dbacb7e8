// The one vocabulary in which designs state their figures: keys, value forms, and the types they give.

import type { Span } from '../../text/span'
import type { Figures } from '../figure'
import { arrowVocabulary } from './arrow'
import { groupVocabulary } from './group'
import type { AttributesOf, Key, Vocabulary } from './key'
import { nodeVocabulary } from './node'
import { objectiveVocabulary } from './objective'
import { tableOf } from './reference'

export type { Key, Vocabulary } from './key'
export { arrowVocabulary, groupVocabulary, nodeVocabulary }

/** Durations in milliseconds, shares as fractions, rates per second, sizes in bytes, bandwidths in bytes per second. */
export interface NodeAttributes extends AttributesOf<typeof nodeVocabulary> {}
export interface ArrowAttributes extends AttributesOf<typeof arrowVocabulary> {}
export interface GroupAttributes extends AttributesOf<typeof groupVocabulary> {}
/** What can be stated about a block of a sequence diagram: how often and how likely it happens. */
export interface SectionAttributes
  extends Pick<ArrowAttributes, 'share' | 'calls' | 'optional' | 'interval' | 'flow'> {}

const { share, calls, optional, interval, flow } = arrowVocabulary
export const sectionVocabulary = { share, calls, optional, interval, flow }

export type AttributePlace = 'node' | 'arrow' | 'group'

/** What a flow has to reach. Durations in milliseconds, availability as a fraction. */
export interface Objective {
  readonly from?: string
  readonly to?: string
  readonly availability?: number
  readonly p50?: number
  readonly p95?: number
  readonly p99?: number
  readonly p999?: number
  /** How old messages or results may get, and how long an outage's backlog may last. */
  readonly freshness?: number
  readonly drain?: number
  /** The longest outage that is accepted. */
  readonly rto?: number
  /** Where it is written, if that is in the diagram itself. */
  readonly span?: Span
}

/** What is said for a whole diagram, document or workspace. */
export interface Settings {
  readonly preset?: 'sketch' | 'recommended' | 'strict'
  /** Whether unstated figures are taken from the catalogue or left out. */
  readonly assume: 'catalogue' | 'nothing'
  readonly objectives: Readonly<Record<string, Objective>>
  readonly defaults: { readonly arrow: Figures<ArrowAttributes>; readonly node: Figures<NodeAttributes> }
  /** Ids of the nodes where requests start. */
  readonly entries: readonly string[]
}

/** The keys that can be stated at a place, in the order of the reference page. */
export function vocabularyFor(place: AttributePlace): Vocabulary {
  return vocabularies[place]
}

/** A key by the author's word for it; undefined for words that are none. */
export function keyFor(place: AttributePlace, word: string): Key | undefined {
  const vocabulary = vocabularyFor(place)
  return Object.hasOwn(vocabulary, word) ? vocabulary[word] : undefined
}

/** A value as its key is read: durations in the largest fitting unit, shares as percentages. */
export function writtenValue(name: string, value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(each => writtenValue(name, each)).join(', ')}]`
  if (typeof value !== 'number') return String(value)
  const key = Object.values(vocabularies).find(vocabulary => Object.hasOwn(vocabulary, name))?.[name]
  return key ? key.write(value) : String(value)
}

/** All keys as Markdown, one table for each place where they can be stated, and one for promises. */
export function referenceTable(): string {
  const parts = [
    ['Nodes', nodeVocabulary],
    ['Arrows', arrowVocabulary],
    ['Groups', groupVocabulary],
    ['Objectives', objectiveVocabulary],
  ] as const
  return parts.map(([title, vocabulary]) => `## ${title}\n\n${tableOf(vocabulary)}`).join('\n')
}

/** Keys that Mermaid itself reads from `@{ … }`; ours stand beside them. */
export const mermaidKeys: ReadonlySet<string> = new Set([
  'shape',
  'label',
  'icon',
  'form',
  'pos',
  'img',
  'h',
  'w',
  'constraint',
  'view',
  'animate',
  'animation',
  'curve',
  'class',
  'type',
  'alias',
  'ticket',
  'assigned',
  'priority',
  'links',
])

const vocabularies: Readonly<Record<AttributePlace, Vocabulary>> = {
  node: nodeVocabulary,
  arrow: arrowVocabulary,
  group: groupVocabulary,
}
