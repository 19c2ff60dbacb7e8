// Lines about looks and links that name something the picture doesn't draw.

import { nearest } from '../../model/annotations/nearest'
import type { Diagram, Reference } from '../../syntax/tree'
import { enumeratedFirst } from '../fixes/enumeration'
import { defineRule, type Report } from '../rule'

export const styledNothing = defineRule({
  id: 'styled-nothing',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'A style, class or link is for something that the diagram does not draw.',
  presets: { sketch: 'hint' },
  raised: 'warning',
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check({ diagram }) {
    const styled = diagram.references.filter(reference => isAboutLooks(reference, diagram))
    if (styled.length === 0) return
    const drawn = drawnIn(diagram, styled)
    const boxes = new Set(diagram.nodes.map(({ id }) => id))
    const unknown = firstOfEach(styled.filter(({ id }) => !drawn.has(id)))
    const plain = unknown.filter(({ id }) => !boxes.has(id) && nearest(id, drawn) === undefined)
    if (plain.length > 0) yield judgePlain(plain)
    for (const reference of unknown)
      if (!plain.includes(reference)) yield judge(reference, drawn, boxes.has(reference.id))
  },
})

const firstOfEach = (references: readonly Reference[]): readonly Reference[] =>
  [...new Map(references.toReversed().map(each => [each.id, each])).values()].toReversed()

/** Groups name themselves, and relations are read elsewhere; a layout has numbers. */
function isAboutLooks({ id, span }: Reference, { text }: Diagram): boolean {
  const before = text.slice(Math.max(0, span.start - longestStatement), span.start)
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf(';')) + 1
  return statement.test(before.slice(start)) && /\p{L}/u.test(id)
}

/** In characters, so that a text in one line is not read again and again. */
const longestStatement = 2000

const statement = /^\s*(?:style|class|click)\s|^\s*Update(?:Rel|Element|Boundary)Style\s?\(/

/** By a line of its own: `style` alone makes a box as well. A box with `:::` behind it is drawn where it refers to itself. */
function drawnIn({ nodes, groups }: Diagram, styled: readonly Reference[]): ReadonlySet<string> {
  const mentioned = new Set(styled.map(({ span }) => span.start))
  const own = nodes.filter(({ mentions }) => mentions.some(({ id }) => !mentioned.has(id.start)))
  return new Set([...own, ...groups].map(({ id }) => id))
}

/** One for all of a diagram that were left behind together. */
function judgePlain(unknown: readonly Reference[]): Report {
  const names = enumeratedFirst(unknown.map(({ id }) => `\`${id}\``))
  const [first, ...others] = unknown
  return {
    at: first!.span,
    message: `Nothing in the diagram has the id ${names}, so ${others.length > 0 ? 'these lines have' : 'this line has'} no effect on ${others.length > 0 ? 'them' : 'it'}. Write the id of a box or group, or remove the name.`,
    related: others.map(({ id, span }) => ({ at: span, message: `nor \`${id}\`` })),
  }
}

/** What is spelled nearly so, and what `style` draws by mistake. */
function judge({ id, span }: Reference, drawn: ReadonlySet<string>, makesBox: boolean): Report {
  const meant = nearest(id, drawn)
  const what = makesBox
    ? `Nothing else names \`${id}\`, so this line draws a box of its own, called \`${id}\`.`
    : `Nothing in the diagram has the id \`${id}\`, so this line has no effect.`
  if (meant === undefined)
    return {
      at: span,
      raised: makesBox,
      message: `${what} Write the id of a box or group, or remove the line.`,
    }
  return {
    at: span,
    raised: makesBox,
    message: `${what} Did you mean \`${meant}\`?`,
    fixes: [{ title: `Write \`${meant}\``, edits: [{ span, text: meant }], safe: false }],
  }
}
