// Classes of style that no classDef defines.

import { nearest } from '../../model/annotations/nearest'
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
    for (const use of diagram.classes?.uses ?? []) {
      if (!defined.has(use.name) && isOneName(use)) yield judge(use, defined)
    }
  },
})

/** Mermaid gives `default` to all nodes; a list of names is left to it. */
const isOneName = ({ name }: ClassUse): boolean => name !== 'default' && !name.includes(',')

function judge({ name, span }: ClassUse, defined: ReadonlySet<string>): Report {
  const meant = nearest(name, defined)
  const what = `No classDef defines \`${name}\`, so it has no effect in the picture.`
  if (meant === undefined)
    return { at: span, message: `${what} Add \`classDef ${name} …\`, or remove the class.` }
  return {
    at: span,
    message: `${what} Did you mean \`${meant}\`?`,
    fixes: [{ title: `Write \`${meant}\``, edits: [{ span, text: meant }], safe: false }],
  }
}
