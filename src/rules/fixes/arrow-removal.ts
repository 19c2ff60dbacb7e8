// Arrows taken out of a flowchart, with nothing else lost.

import { groupedBy } from '../../model/grouped-by'
import type { Arrow, Diagram } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import { lineToRemove } from '../../text/lines'
import { encloses, type Span } from '../../text/span'

/** None where one of them stands amid others or in a list, or where it names a box or puts one into a group. */
export function withoutArrows(diagram: Diagram, arrows: readonly Arrow[]): readonly Edit[] | undefined {
  const groups = new Map(diagram.groups.map(({ id, whole }) => [id, whole]))
  const places = new Map(diagram.nodes.map(({ id, parent }) => [id, parent && groups.get(parent)]))
  if (!arrows.every(arrow => isMere(arrow, diagram.text, places))) return undefined
  const removed = new Set(arrows)
  const chains = groupedBy(diagram.arrows, ({ statement }) => statement.start)
  const starts = new Set(arrows.map(({ statement }) => statement.start))
  const edits = [...starts].map(start => withoutPart(diagram.text, chains.get(start) ?? [], removed))
  return edits.every(edit => edit !== undefined) ? edits : undefined
}

/** Its ends stand there as ids alone, and in no group that one of them is in. */
function isMere(arrow: Arrow, text: string, places: ReadonlyMap<string, Span | undefined | ''>): boolean {
  const { from, to, fromSpan, toSpan, statement } = arrow
  if (text.slice(fromSpan.start, fromSpan.end) !== from) return false
  if (text.slice(toSpan.start, toSpan.end) !== to) return false
  return [from, to].every(id => {
    const place = places.get(id)
    return !place || !encloses(place, statement)
  })
}

/** The beginning or the end of a chain, or all of it. */
function withoutPart(text: string, chain: readonly Arrow[], removed: ReadonlySet<Arrow>): Edit | undefined {
  const kept = chain.filter(arrow => !removed.has(arrow))
  const [first, last] = [kept[0], kept.at(-1)]
  const { statement, fromSpan } = chain[0]!
  if (isList(chain)) return undefined
  if (!first || !last) return { span: lineToRemove(text, statement), text: '' }
  const isOneStretch = chain.indexOf(last) - chain.indexOf(first) + 1 === kept.length
  if (!isOneStretch) return undefined
  if (last === chain.at(-1)) return { span: { start: fromSpan.start, end: first.fromSpan.start }, text: '' }
  if (first !== chain[0]) return undefined
  return { span: { start: last.toSpan.end, end: chain.at(-1)!.toSpan.end }, text: '' }
}

const isList = (chain: readonly Arrow[]): boolean =>
  new Set(chain.map(({ operator }) => operator.start)).size < chain.length
