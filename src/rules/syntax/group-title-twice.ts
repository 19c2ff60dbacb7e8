// Two groups side by side with one title: it was copied, and one of them is something else.

import type { Diagram, Group } from '../../syntax/tree'
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
    const known = new Map<string, Group>()
    for (const group of diagram.groups) {
      const place = `${group.parent ?? ''}\n${group.text.trim().toLowerCase()}`
      const other = known.get(place)
      if (!other) known.set(place, group)
      else if (isCopiedByMistake(group, other, diagram)) yield judge(group, other)
    }
  },
})

/** An author who names them apart means two things; `pod1` and `pod2` are two of a kind, whatever they hold. */
function isCopiedByMistake(group: Group, other: Group, { nodes }: Diagram): boolean {
  const [one, two] = [group, other].map(({ id }) => id.replace(/(?<![\d_-])[\d_-]+$/, '').toLowerCase())
  if (!group.idSpan || !other.idSpan || !group.text.trim()) return false
  if (one!.startsWith(two!) || two!.startsWith(one!)) return false
  const held = (id: string) => new Set(nodes.flatMap(({ parent, text }) => (parent === id ? [text] : [])))
  const [mine, theirs] = [held(group.id), held(other.id)]
  return mine.size > 0 && theirs.size > 0 && ![...mine].some(text => theirs.has(text))
}

const judge = (group: Group, other: Group): Report => ({
  at: group.labelSpan ?? group.span,
  message: `“${group.text}” is the title of two groups, ${other.id} and ${group.id}, which hold different things. Readers take them for one, or for two copies of the same. Give each a title of its own.`,
  related: [{ at: other.labelSpan ?? other.span, message: `The title of ${other.id}` }],
})
