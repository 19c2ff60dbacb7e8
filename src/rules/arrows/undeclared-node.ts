// Boxes drawn a second time, because an arrow names the label of a box where it needs the id.

import type { System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import type { Node } from '../../syntax/tree'
import type { Span } from '../../text/span'
import { defineRule, type Report } from '../rule'

export const undeclaredNode = defineRule({
  id: 'undeclared-node',
  category: 'arrows',
  speaksOf: 'writing',
  summary: 'An arrow names a box by its label instead of its id, which draws another box.',
  presets: { sketch: 'warning' },
  fixable: 'review',
  options: {},

  *check({ diagram }) {
    const { bare, byLabel } = sorted(diagram)
    for (const node of bare) {
      const [meant, ...others] = byLabel.get(spelled(node.id)) ?? []
      if (meant && others.length === 0) yield judge(node, meant)
    }
  },
})

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
  return { bare: isRare ? bare : [], byLabel }
}

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

function judge({ id, mentions }: Node, meant: Node): Report {
  return {
    at: mentions[0]?.id ?? nowhere,
    message: `“${id}” draws a second box: the box labelled “${meant.text}” has the id ${meant.id}. Arrows of one do not connect to the other. Write ${meant.id}.`,
    related: meant.mentions.slice(0, 1).map(({ span }) => ({ at: span, message: `Its id is ${meant.id}` })),
    fixes: [
      {
        title: `Write ${meant.id}`,
        safe: false,
        edits: mentions.map(mention => ({ span: mention.id, text: meant.id })),
      },
    ],
  }
}

/** A node without a mention does not exist. */
const nowhere: Span = { start: 0, end: 0 }
