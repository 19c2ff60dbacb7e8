// Parts of a diagram that is written anew: participants and calls with all that is stated of them.

import { isPlain } from '../../../model/annotations/metadata/target-names'
import type { Component, Connection, Figure, Origin } from '../../../model/system'
import { writtenValue } from '../../../model/vocabulary'
import { braces, type StatedEntries } from '../../../rules/fixes/annotate'
import { statedIn } from './same-saying'

/** What is stated beside the label, in the diagram itself: the rest applies to a new diagram as well. */
const beside: ReadonlySet<Origin> = new Set(['metadata', 'note', 'group', 'diagram'])

/** Entries for braces, without some keys. */
export function statedBeside(
  { figures }: Component | Connection,
  without: readonly string[] = [],
): StatedEntries {
  const entries = Object.entries<Figure<unknown> | undefined>(figures).flatMap(([key, figure]) =>
    figure && beside.has(figure.origin) && !without.includes(key)
      ? [[key, entryFor(key, figure.value)] as const]
      : [],
  )
  return Object.fromEntries(entries)
}

const entryFor = (key: string, value: unknown): StatedEntries[string] =>
  typeof value === 'boolean' || isNames(value) ? value : writtenValue(key, value)

const isNames = (value: unknown): value is readonly string[] => Array.isArray(value)

/** `%% target@{ … }`; nothing where nothing is stated. */
export const statedLine = (target: string, entries: StatedEntries): readonly string[] =>
  Object.keys(entries).length === 0 ? [] : [`%% ${target}@{ ${braces(entries)} }`]

/** What has to be stated so that a component drawn anew is taken for what it was. */
export function missingOf(before: Component, now: Component | undefined): StatedEntries {
  return {
    ...(before.kind && before.kind.value !== now?.kind?.value && { kind: before.kind.value }),
    ...(before.technology && before.technology.id !== now?.technology?.id && { tech: before.technology.id }),
  }
}

/** Whether the same is stated of both. */
export const statesTheSame = (before: Component, now: Component | undefined): boolean =>
  now !== undefined &&
  before.kind?.value === now.kind?.value &&
  before.technology?.id === now.technology?.id &&
  String(statedIn(before.figures)) === String(statedIn(now.figures))

/** Ids that every family takes as they are. */
export const areWritable = (components: readonly Component[]): boolean =>
  components.every(({ id }) => isPlain(id) && !/^end$/i.test(id))

/** Arrows by which one component asks another for something: no answers, no work of its own, no groups. */
export const askingIn = (connections: readonly Connection[]): readonly Connection[] =>
  connections.filter(
    ({ caller, callee, role }) =>
      caller !== callee && role.value !== 'reply' && 'node' in caller && 'node' in callee,
  )

/** One line, as labels in quotes hold it. */
export const quotedLabel = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().replaceAll('#', '#35;').replaceAll('"', '#quot;')
