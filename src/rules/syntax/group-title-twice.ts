// Two groups side by side with one title: it was copied, and one of them is something else.

import { groupedBy } from '../../model/grouped-by'
import type { Group } from '../../syntax/tree'
import { defineRule, type Report } from '../rule'

export const groupTitleTwice = defineRule({
  id: 'group-title-twice',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'Two groups with different ids and contents have the same title.',
  presets: { sketch: 'info' },
  everyDiagram: true,
  options: {},

  *check({ diagram }) {
    const nodesIn = groupedBy(diagram.nodes, ({ parent }) => parent)
    const known = new Map<string, Titled>()
    for (const group of diagram.groups) {
      const texts = new Set((nodesIn.get(group.id) ?? []).map(({ text }) => text))
      const place = `${group.parent ?? ''}\n${group.text.trim().toLowerCase()}`
      const other = known.get(place)
      if (!other) known.set(place, { group, texts })
      else if (isCopiedByMistake({ group, texts }, other)) yield judge(group, other.group)
    }
  },
})

interface Titled {
  readonly group: Group
  /** Labels of what stands directly in it. */
  readonly texts: ReadonlySet<string>
}

/** An author who names them apart means two things; `pod1` and `pod2` are two of a kind, whatever they hold. */
function isCopiedByMistake(copy: Titled, other: Titled): boolean {
  const [one, two] = [copy, other].map(({ group: { id } }) =>
    id.replace(/(?<![\d_-])[\d_-]+$/, '').toLowerCase(),
  )
  if (!copy.group.idSpan || !other.group.idSpan || !copy.group.text.trim()) return false
  if (one!.startsWith(two!) || two!.startsWith(one!)) return false
  return copy.texts.size > 0 && other.texts.size > 0 && ![...copy.texts].some(text => other.texts.has(text))
}

const judge = (group: Group, other: Group): Report => ({
  at: group.labelSpan ?? group.span,
  message: `“${group.text}” is the title of two groups, ${other.id} and ${group.id}, which hold different things. Readers take them for one, or for two copies of the same. Give each a title of its own.`,
  related: [{ at: other.labelSpan ?? other.span, message: `The title of ${other.id}` }],
})
