// What changes when something gets another name: the name, wherever it is written, and nothing else.

import type { System } from '../../model/system'
import { applyEdits, type Edit } from '../../text/edit'
import { analyze } from '../engine/analyze'
import { documentNames } from '../engine/document'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import { namedThingAt } from './names'
import { placeAt } from './place'

/** Edits that give the id at an offset another name, or why that can't be. */
export function renameEdits(
  snapshot: Snapshot,
  offset: number,
  newName: string,
): readonly Edit[] | { readonly error: string } {
  const place = placeAt(snapshot, offset)
  const named = place && namedThingAt(place.diagram.system, place.offset)
  if (!place || !named) return { error: 'There is no id here that could be renamed.' }
  const { block, alone } = place.diagram
  if (idsOf(alone).includes(newName) && newName !== named.id)
    return { error: `“${newName}” is the name of something else in this diagram.` }
  const above = documentNames(snapshot).filter(({ id }) => id === named.id)
  const edits = [
    ...above.map(({ span }) => ({ span, text: newName })),
    ...named.places.map(span => block.editToSource({ span, text: newName })),
  ]
  const renamed = analyze(applyEdits(snapshot.source, edits), withoutOthers(snapshot))
  const error = lost(snapshot, renamed, { index: place.index, from: named.id, to: newName })
  return error === undefined ? edits : { error }
}

/** What other documents state is laid on by label, and is the same afterwards. */
const withoutOthers = ({ context: { language, configuration } }: Snapshot) => ({ language, configuration })

const idsOf = ({ diagram: { nodes, groups, arrows } }: System): string[] =>
  [...nodes, ...groups].map(({ id }) => id).concat(arrows.flatMap(({ id }) => id ?? []))

interface Renaming {
  /** The diagram's. */
  readonly index: number
  readonly from: string
  readonly to: string
}

/** What would not be as before, in words. */
function lost(before: Snapshot, after: Snapshot, renaming: Renaming): string | undefined {
  const { index, from, to } = renaming
  const rename = (id: string): string => (id === from ? to : id)
  if (after.diagrams.length !== before.diagrams.length || !idsOf(after.diagrams[index]!.alone).includes(to))
    return `“${to}” can't be an id here.`
  for (const [at, diagram] of before.diagrams.entries()) {
    const [was, is] = [outlineOf(diagram, at === index ? rename : same), outlineOf(after.diagrams[at]!, same)]
    if (was.drawn !== is.drawn) return `“${to}” can't be an id here.`
    if (was.stated !== is.stated) return whyLost(before, { ...renaming, elsewhere: at !== index })
  }
  return undefined
}

function whyLost(
  { context }: Snapshot,
  { from, to, elsewhere }: Renaming & { readonly elsewhere: boolean },
): string {
  if (elsewhere)
    return `The document's frontmatter refers to “${from}” in other diagrams too. Rename it in all of them by hand.`
  if (context.configuration.nodes && Object.hasOwn(context.configuration.nodes, from))
    return `arrowsmith.config.json states figures for the id “${from}”. Rename it there first.`
  return `“${to}” is not possible everywhere that “${from}” is used, so stated figures would be lost.`
}

const same = (id: string): string => id

/** What is drawn and what is stated, under the names that things are going to have. */
function outlineOf({ alone }: AnalyzedDiagram, rename: (id: string) => string) {
  const { diagram, settings, components, boundaries, connections } = alone
  const { nodes, groups, arrows, steps, problems } = diagram
  const parent = (of: { readonly parent?: string }) => of.parent !== undefined && rename(of.parent)
  const drawn = [
    nodes.map(node => [rename(node.id), parent(node), node.shape, node.classes, node.mentions.length]),
    groups.map(group => [rename(group.id), parent(group), group.variant]),
    arrows.map(({ from, to, id, label }) => [
      rename(from),
      rename(to),
      id !== undefined && rename(id),
      label,
    ]),
    steps.length,
    diagram.references.map(({ id }) => rename(id)),
    problems.map(({ kind }) => kind),
  ]
  const stated = [
    settings.entries.map(rename),
    Object.entries(settings.objectives).map(([name, { from, to }]) => [
      name,
      from && rename(from),
      to && rename(to),
    ]),
    alone.problems.map(({ kind }) => kind),
    ...[...components, ...boundaries, ...connections].map(({ figures }) => statedIn(figures)),
  ]
  return { drawn: JSON.stringify(drawn), stated: JSON.stringify(stated) }
}

const statedIn = (figures: object): readonly string[] =>
  Object.entries(figures).flatMap(([key, figure]) =>
    figure?.stated && figure.origin !== 'label' ? [key] : [],
  )
