// Boxes drawn a second time, because an arrow names the label of a box or of a group where it needs the id, or misspells
// it; and participants that nothing declares, beside others that all have names.

import { slipOf } from '../../knowledge'
import type { System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import type { Group, Node } from '../../syntax/tree'
import { declaredHere, nowhere, renamedTo, undeclaredParticipants } from '../queries/participants/undeclared'
import { defineRule, type Report } from '../rule'

export const undeclaredNode = defineRule({
  id: 'undeclared-node',
  category: 'arrows',
  speaksOf: 'writing',
  summary:
    'An arrow names a box by its label, misspells its id, or names a participant that nothing declares, which draws another.',
  presets: { sketch: 'warning' },
  byAllLines: true,
  fixable: 'review',
  options: {},

  *check({ diagram, components }) {
    const { bare, byLabel } = sorted(diagram)
    for (const node of bare) {
      const [meant, ...others] = byLabel.get(spelled(node.id)) ?? []
      if (meant && others.length === 0 && !standApart(node, meant)) yield judge(node, meant)
      else if (!meant) yield* groupsNamed(node, diagram)
    }
    if (isTimeline(diagram)) yield* undeclaredParticipants(diagram, components)
    else yield* misspelled(bare, diagram)
  },
})

/** In two frames, each is one of its own: `UseCase` of the API, and of the consumer. */
const standApart = (one: Node, other: Node): boolean =>
  one.parent !== undefined && other.parent !== undefined && one.parent !== other.parent

type Diagram = System['diagram']

interface Sorted {
  /** Boxes that nothing labels, where most are labelled. */
  readonly bare: readonly Node[]
  readonly byLabel: ReadonlyMap<string, readonly Node[]>
}

function sorted(diagram: Diagram): Sorted {
  const { nodes } = diagram
  const labelled = nodes.filter(isLabelled)
  const bare = nodes.filter(node => !isLabelled(node))
  const byLabel = new Map<string, Node[]>()
  for (const node of labelled) {
    const name = spelled(node.text)
    const known = byLabel.get(name)
    if (known) known.push(node)
    else byLabel.set(name, [node])
  }
  // Who labels few boxes draws the others by their ids on purpose; participants without a label have a name of their own.
  const isRare = isTimeline(diagram) || bare.length * rare <= labelled.length
  return { bare: isRare ? bare : bare.filter(node => isJoined(node, byLabel)), byLabel }
}

/** `CheckoutAPI` beside `Checkout API`: several words, by their capitals too, are no chance. */
const isJoined = ({ id }: Node, byLabel: Sorted['byLabel']): boolean =>
  /^\p{Lu}/u.test(id) &&
  (byLabel.get(spelled(id)) ?? []).some(({ text }) => text.includes(' ') && text.replaceAll(' ', '') === id)

/** One box in four. */
const rare = 3

/** `User[User]` is labeled as well. */
const isLabelled = ({ id, label, mentions }: Node): boolean =>
  label !== id || mentions.some(mention => mention.label !== undefined)

/** Without capitals and what separates words: `Order_API` is spelled like `order api`. */
const spelled = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Named once, and almost like a box that is labelled. */
function* misspelled(bare: readonly Node[], { nodes }: Diagram): Iterable<Report> {
  const once = bare.filter(({ mentions }) => mentions.length === 1)
  // Many are drawn so on purpose.
  if (once.length === 0 || once.length > fewSlips) return
  const labelled = nodes.filter(isLabelled)
  const ids = labelled.map(({ id }) => id)
  for (const node of once) {
    const slip = slipOf(node.id, ids)
    const meant = labelled.find(({ id }) => id === slip)
    if (meant) yield judgeMisspelled(node, meant)
  }
}

const fewSlips = 10

/** A group whose title is no id: Mermaid numbers those that have none. */
function* groupsNamed(node: Node, { groups, arrows }: Diagram): Iterable<Report> {
  // What only a line about looks names is told as such.
  if (!arrows.some(({ from, to }) => from === node.id || to === node.id)) return
  const [meant, ...others] = groups.filter(({ text }) => spelled(text) === spelled(node.id))
  if (meant && others.length === 0 && meant.variant === 'subgraph' && meant.id !== node.id)
    yield judgeGroup(node, meant)
}

const judgeGroup = ({ id, mentions }: Node, { text, labelSpan, span }: Group): Report => ({
  at: mentions[0]?.id ?? nowhere,
  message: `“${id}” draws a box of its own beside the group “${text}”, which has no id. Arrows of the box do not reach the group. Write subgraph ${id}["${text}"].`,
  related: [{ at: labelSpan ?? span, message: 'The group' }],
})

const judgeMisspelled = (node: Node, meant: Node): Report => ({
  at: node.mentions[0]?.id ?? nowhere,
  message: `“${node.id}” draws a box of its own: nothing else names it, and ${meant.id} (“${meant.text}”) is spelled almost alike. What is meant for ${meant.id} does not reach it. Write ${meant.id}.`,
  related: declaredHere(meant),
  fixes: renamedTo(node, meant.id),
})

function judge({ id, mentions }: Node, meant: Node): Report {
  return {
    at: mentions[0]?.id ?? nowhere,
    message: `“${id}” draws a second box: the box labelled “${meant.text}” has the id ${meant.id}. Arrows of one do not connect to the other. Write ${meant.id}.`,
    related: meant.mentions.slice(0, 1).map(({ span }) => ({ at: span, message: `Its id is ${meant.id}` })),
    fixes: renamedTo({ mentions }, meant.id),
  }
}
