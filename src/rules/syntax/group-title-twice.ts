// Two groups with one title that an arrow joins: the title was copied, and one of them is something else.

import { groupedBy } from '../../model/grouped-by'
import type { Diagram, Group } from '../../syntax/tree'
import { defineRule, type Report } from '../rule'

export const groupTitleTwice = defineRule({
  id: 'group-title-twice',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'Two groups that hold different things have the same title, and an arrow between them.',
  presets: { sketch: 'info' },
  everyDiagram: true,
  byGroups: true,
  onRequest: true,
  options: {},

  *check({ diagram }) {
    const nodesIn = groupedBy(diagram.nodes, ({ parent }) => parent)
    const known = new Map<string, Titled>()
    for (const group of diagram.groups) {
      const texts = new Set((nodesIn.get(group.id) ?? []).map(({ text }) => withoutNumber(text)))
      const place = `${group.parent ?? ''}\n${group.text.trim().toLowerCase()}`
      const other = known.get(place)
      if (!other) known.set(place, { group, texts })
      else if (isCopiedByMistake({ group, texts }, other) && areJoined(group, other.group, diagram))
        yield judge(group, other.group)
    }
  },
})

interface Titled {
  readonly group: Group
  /** Labels of what stands directly in it, without what counts them. */
  readonly texts: ReadonlySet<string>
}

/** `Form A` and `Form B`, `Order API 1` and `Order API 2` are two of a kind. */
const withoutNumber = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?<=\p{L})(?: (?:\p{L}|\p{N}{1,3})|\p{N}{1,3})$/u, '')

/** An author who names them apart means two things; `pod1` and `pod2`, `runnerA` and `runnerB` are two of a kind. */
function isCopiedByMistake(copy: Titled, other: Titled): boolean {
  const [one, two] = [copy, other].map(({ group: { id } }) => id.toLowerCase())
  if (!copy.group.idSpan || !other.group.idSpan || !copy.group.text.trim()) return false
  if (sharedStart(one!, two!) >= fewestShared) return false
  return copy.texts.size > 0 && other.texts.size > 0 && ![...copy.texts].some(text => other.texts.has(text))
}

/** How many letters both ids begin with. */
function sharedStart(one: string, two: string): number {
  let length = 0
  while (length < one.length && one[length] === two[length]) length++
  return length
}

/** As many letters as name something: what follows tells copies apart. */
const fewestShared = 3

/** Copies stand side by side. Where an arrow leads from one to the other, its ends have one name. */
function areJoined(one: Group, other: Group, { arrows, nodes, groups }: Diagram): boolean {
  const parents = new Map([...nodes, ...groups].map(({ id, parent }) => [id, parent]))
  const isIn = (id: string, { id: group }: Group): boolean => id === group || parents.get(id) === group
  return arrows.some(
    ({ from, to }) => (isIn(from, one) && isIn(to, other)) || (isIn(from, other) && isIn(to, one)),
  )
}

const judge = (group: Group, other: Group): Report => ({
  at: group.labelSpan ?? group.span,
  message: `“${group.text}” is the title of two groups, ${other.id} and ${group.id}, which hold different things. Readers take them for one, or for two copies of the same. Give each a title of its own.`,
  related: [{ at: other.labelSpan ?? other.span, message: `The title of ${other.id}` }],
})
