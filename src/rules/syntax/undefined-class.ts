// Classes of style that no classDef defines.

import { nearest } from '../../syntax/nearest'
import type { ClassUse } from '../../syntax/tree'
import { defineRule, type Report } from '../rule'

export const undefinedClass = defineRule({
  id: 'undefined-class',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'A node gets a class that no `classDef` defines.',
  presets: { sketch: 'hint' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check({ diagram }) {
    const defined = new Set(diagram.classes?.definitions)
    if (defined.size === 0 || /\bthemeCSS\b/.test(diagram.text)) return
    const unknown = new Map<string, [ClassUse, ...ClassUse[]]>()
    for (const use of diagram.classes?.uses ?? []) {
      if (defined.has(use.name) || !isOneName(use)) continue
      const known = unknown.get(use.name)
      if (known) known.push(use)
      else unknown.set(use.name, [use])
    }
    for (const uses of unknown.values()) yield judge(uses, defined)
  },
})

/** Mermaid gives `default` to all nodes; a list of names is left to it. */
const isOneName = ({ name }: ClassUse): boolean => name !== 'default' && !name.includes(',')

/** Said once, however many nodes are given the class. */
function judge([first, ...others]: readonly [ClassUse, ...ClassUse[]], defined: ReadonlySet<string>): Report {
  const { name, span } = first
  const meant = nearest(name, defined)
  const what = `No classDef defines \`${name}\`, so it has no effect in the picture.`
  const related = others.map(({ span: at }) => ({ at, message: 'Given here, too' }))
  if (meant === undefined)
    return {
      at: span,
      oncePerDocument: name,
      message: `${what} Add \`classDef ${name} …\`, or remove the class.`,
      related,
    }
  const edits = [first, ...others].map(use => ({ span: use.span, text: meant }))
  return {
    at: span,
    message: `${what} Did you mean \`${meant}\`?`,
    related,
    fixes: [{ title: `Write \`${meant}\``, edits, safe: false }],
  }
}
