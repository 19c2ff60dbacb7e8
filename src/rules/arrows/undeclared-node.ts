// Boxes drawn a second time, because an arrow names the label of a box or of a group where it needs the id, or misspells it.

import { slipOf } from '../../knowledge'
import type { System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import type { Group, Node } from '../../syntax/tree'
import type { Span } from '../../text/span'
import { defineRule, type Fix, type Report } from '../rule'

export const undeclaredNode = defineRule({
  id: 'undeclared-node',
  category: 'arrows',
  speaksOf: 'writing',
  summary:
    'An arrow names a box by its label instead of its id, or misspells the id, which draws another box.',
  presets: { sketch: 'warning' },
  fixable: 'review',
  options: {},

  *check({ diagram }) {
    const { bare, byLabel } = sorted(diagram)
    for (const node of bare) {
      const [meant, ...others] = byLabel.get(spelled(node.id)) ?? []
      if (meant && others.length === 0 && !standApart(node, meant)) yield judge(node, meant)
      else if (!meant) yield* groupsNamed(node, diagram)
    }
    if (isTimeline(diagram)) yield* doubles(diagram)
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

/** What participants are called that nothing declares, beside those that something does. */
function* doubles({ nodes, text }: Diagram): Iterable<Report> {
  const isDeclared = ({ mentions }: Node): boolean =>
    mentions.some(({ id }) => declaring.test(text.slice(Math.max(0, id.start - longestKeyword), id.start)))
  const declared = nodes.filter(isDeclared)
  for (const node of nodes) {
    if (declared.includes(node)) continue
    const swallowing = declared.find(each => swallowedIn(each)?.includes(node.id))
    const [meant, ...others] = declared.filter(({ id }) => looks(id) === looks(node.id))
    if (swallowing) yield judgeSwallowed(node, swallowing)
    else if (meant && others.length === 0) yield judgeDouble(node, meant)
  }
}

const declaring = /\b(?:participant|actor)[ \t]+$/i
const longestKeyword = 40

/** Before `as` stands an id without blanks; with one, all of it is the id: what was meant to be two names. */
function swallowedIn({ id }: Node): readonly [string, string] | undefined {
  const at = id.indexOf(' as ')
  const before = id.slice(0, Math.max(at, 0))
  return /\s/.test(before) ? [before, id.slice(at + ' as '.length)] : undefined
}

/** As it looks: without quotes, capitals, blanks and the difference between letters of two scripts that look alike. */
const looks = (name: string): string =>
  [
    ...name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/["“”\s_-]+/g, ''),
  ]
    .map(letter => alike.get(letter) ?? letter)
    .join('')

/** Of Cyrillic and Latin. */
const alike: ReadonlyMap<string, string> = new Map(
  [...'аеорсухівкмнт'].map((letter, index) => [letter, [...'aeopcyxibkmht'][index]!]),
)

const renamed = ({ mentions }: Pick<Node, 'mentions'>, text: string): readonly Fix[] => [
  { title: `Write ${text}`, safe: false, edits: mentions.map(({ id: span }) => ({ span, text })) },
]

const declaredHere = (meant: Node) =>
  meant.mentions.slice(0, 1).map(({ span }) => ({ at: span, message: 'Declared here' }))

const judgeDouble = (node: Node, meant: Node): Report => ({
  at: node.mentions[0]?.id ?? nowhere,
  message: `“${node.id}” looks like “${meant.id}” but is another id: Mermaid draws a second participant, which does not get the messages of ${meant.id}. Write ${meant.id}.`,
  related: declaredHere(meant),
  fixes: renamed(node, meant.id),
})

function judgeSwallowed(node: Node, meant: Node): Report {
  const [before = '', behind = ''] = swallowedIn(meant) ?? []
  const label = node.id === before ? behind : before
  const better = /\s/.test(node.id) ? wordsAlone(node, label) : `${node.id} as ${label}`
  const [{ id: span } = { id: nowhere }] = meant.mentions
  return {
    at: span,
    message: `An id before “as” cannot contain spaces, so Mermaid reads all of “${meant.id}” as one name and draws a second participant for “${node.id}”. ${better ? `Write participant ${better}.` : `Give it an id without spaces, which the messages then name: participant id as ${label}.`}`,
    related: node.mentions.slice(0, 1).map(({ span: at }) => ({ at, message: 'The second participant' })),
    fixes: better ? [{ title: `Write ${better}`, safe: false, edits: [{ span, text: better }] }] : [],
  }
}

/** A name with spaces is its own label. */
const wordsAlone = ({ id }: Node, label: string): string | undefined =>
  looks(id) === looks(label) ? id : undefined

const judgeGroup = ({ id, mentions }: Node, { text, labelSpan, span }: Group): Report => ({
  at: mentions[0]?.id ?? nowhere,
  message: `“${id}” draws a box of its own beside the group “${text}”, which has no id. Arrows of the box do not reach the group. Write subgraph ${id}["${text}"].`,
  related: [{ at: labelSpan ?? span, message: 'The group' }],
})

const judgeMisspelled = (node: Node, meant: Node): Report => ({
  at: node.mentions[0]?.id ?? nowhere,
  message: `“${node.id}” draws a box of its own: nothing else names it, and ${meant.id} (“${meant.text}”) is spelled almost alike. What is meant for ${meant.id} does not reach it. Write ${meant.id}.`,
  related: declaredHere(meant),
  fixes: renamed(node, meant.id),
})

function judge({ id, mentions }: Node, meant: Node): Report {
  return {
    at: mentions[0]?.id ?? nowhere,
    message: `“${id}” draws a second box: the box labelled “${meant.text}” has the id ${meant.id}. Arrows of one do not connect to the other. Write ${meant.id}.`,
    related: meant.mentions.slice(0, 1).map(({ span }) => ({ at: span, message: `Its id is ${meant.id}` })),
    fixes: renamed({ mentions }, meant.id),
  }
}

/** A node without a mention does not exist. */
const nowhere: Span = { start: 0, end: 0 }
