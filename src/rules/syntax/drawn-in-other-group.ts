// Boxes that an arrow draws into one group although another lists them: the group that ends first has them.

import { groupedBy } from '../../model/grouped-by'
import { headlineOf } from '../../model/headline'
import type { Diagram, Group, Mention, Node } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import { lastAtMost } from '../../text/lines'
import { enclosedIn, encloses, type Span } from '../../text/span'
import { enumeratedFirst } from '../fixes/enumeration'
import { movedToEnd } from '../fixes/move-lines'
import { defineRule, type Report } from '../rule'

export const drawnInOtherGroup = defineRule({
  id: 'drawn-in-other-group',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'A box is listed in one group and drawn in another, which names it and ends first.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  byGroups: true,
  fixable: 'review',
  options: {},

  *check({ diagram }) {
    if (diagram.groups.length < 2 || !isAllSubgraphs(diagram)) return
    const byId = new Map(diagram.groups.map(group => [group.id, group]))
    const known = { byId, isListing: listingsIn(diagram), groupAt: groupsAround(diagram.groups) }
    const lost = diagram.nodes.flatMap(node => lostIn(node, diagram, known))
    const pairs = groupedBy(lost, ({ drawn, listed }) => `${drawn.id}\n${listed.id}`)
    for (const boxes of pairs.values()) yield judge(boxes, diagram, known)
  },
})

interface Lost {
  readonly node: Node
  /** Where its author lists it. */
  readonly home: Mention
  readonly listed: Group
  readonly drawn: Group
  /** What names it in the group that draws it. */
  readonly taken: Mention
}

/** Only flowcharts have them. Two headers of one id make one group, of which the tree has the first. */
const isAllSubgraphs = ({ text, groups }: Diagram): boolean =>
  (text.match(/^[ \t]*subgraph\b/gm) ?? []).length === groups.length

interface Known {
  readonly byId: ReadonlyMap<string, Group>
  readonly isListing: (mention: Mention) => boolean
  /** The innermost one. */
  readonly groupAt: (at: Span) => Group | undefined
}

function lostIn(node: Node, diagram: Diagram, { byId, isListing, groupAt }: Known): readonly Lost[] {
  const drawn = node.parent === undefined ? undefined : byId.get(node.parent)
  if (!drawn || byId.has(node.id) || node.mentions.length < 2) return []
  const around = node.mentions
    .filter(({ span }) => !isStyled(span, diagram.text))
    .map(mention => ({ mention, group: groupAt(mention.span) }))
  const within = around.filter(({ group }) => group === drawn).map(({ mention }) => mention)
  const home = around.find(({ mention, group }) => group && group !== drawn && isListing(mention))
  const [taken] = within
  if (!home?.group || !taken || within.some(each => isListing(each) && isAsGood(each, home.mention)))
    return []
  return [{ node, home: home.mention, listed: home.group, drawn, taken }]
}

const isStyled = ({ start }: Span, text: string): boolean =>
  /^[ \t]*style[ \t]+$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start).slice(-longestIndent))
const longestIndent = 200

/** A line that says nothing but the box: its id, or its id and label. */
function listingsIn({ arrows, text }: Diagram): (mention: Mention) => boolean {
  const isInArrow = enclosedIn(arrows.map(({ statement }) => statement))
  return ({ span, label }) =>
    !isInArrow(span) && (label !== undefined || !/^:::|^@\{/.test(text.slice(span.end, span.end + 3)))
}

/** Of two lines of that kind, the one with a label says where the box is from. */
const isAsGood = (mention: Mention, home: Mention): boolean =>
  mention.label !== undefined || home.label === undefined

/** In as many steps as groups are nested. */
function groupsAround(groups: readonly Group[]): Known['groupAt'] {
  const inOrder = groups.toSorted((a, b) => a.whole.start - b.whole.start)
  const starts = inOrder.map(({ whole }) => whole.start)
  const outer: number[] = []
  const around = (at: Span, from: number): number => {
    let index = from
    while (index >= 0 && !encloses(inOrder[index]!.whole, at)) index = outer[index]!
    return index
  }
  for (const [index, { whole }] of inOrder.entries()) outer.push(around(whole, index - 1))
  return at => inOrder[around(at, lastAtMost(starts, at.start))]
}

function judge(boxes: readonly Lost[], diagram: Diagram, { groupAt }: Known): Report {
  const { drawn, listed, taken } = boxes[0]!
  const isOne = boxes.length === 1
  const it = isOne ? 'it' : 'them'
  const naming = namingBefore(boxes, diagram, groupAt)
  const moved = movedBehind(naming, { boxes, diagram, groupAt })
  const remedy = !naming.every(each => isArrow(each, diagram))
    ? `List ${it} in one group alone.`
    : `Move ${naming.length === 1 ? 'that arrow' : `the arrows to ${it}`} below the last \`end\`.`
  return {
    at: taken.span,
    message: `${enumeratedFirst(boxes.map(({ node }) => nameOf(node)))} ${isOne ? 'is' : 'are'} drawn inside “${nameOf(drawn)}”, although “${nameOf(listed)}” lists ${it}${isEmpty(listed, diagram) ? ' and stays empty' : ''}. Of all groups that name a box, even in an arrow, the one that ends first has it. ${remedy}`,
    related: boxes.map(({ node, home }) => ({
      at: home.span,
      message: `${nameOf(node)} is listed here, in “${nameOf(listed)}”`,
    })),
    fixes: moved
      ? [
          {
            title: `Move ${naming.length === 1 ? 'the arrow' : 'the arrows'} to the end`,
            edits: moved,
            safe: false,
          },
        ]
      : [],
  }
}

const nameOf = (drawn: Node | Group): string => headlineOf(drawn).name.replace(/:$/, '') || drawn.id

const isEmpty = ({ id }: Group, { nodes, groups }: Diagram): boolean =>
  ![...nodes, ...groups].some(({ parent }) => parent === id)

const isArrow = (at: Span, { arrows }: Diagram): boolean =>
  arrows.some(({ statement }) => encloses(statement, at))

/** What names them in groups that end before the one that lists them. */
const namingBefore = (
  boxes: readonly Lost[],
  { statements }: Diagram,
  groupAt: Known['groupAt'],
): readonly Span[] =>
  statements.filter(statement =>
    boxes.some(({ node, listed }) =>
      node.mentions.some(({ span }) => encloses(statement, span) && takesFrom(groupAt(span), listed)),
    ),
  )

/** Of two groups that name a box, the one that ends first draws it. */
const takesFrom = (group: Group | undefined, listed: Group): boolean =>
  group !== undefined && group !== listed && group.whole.end < listed.whole.end

/** Not where one of the lines keeps another box in its group, or arrows are numbered. */
function movedBehind(naming: readonly Span[], taken: Taken): readonly Edit[] | undefined {
  const { boxes, diagram } = taken
  if (/^[ \t]*linkStyle[ \t]+\d/m.test(diagram.text)) return undefined
  const lost = new Set(boxes.map(({ node }) => node.id))
  const stay = diagram.nodes.every(node => lost.has(node.id) || staysWithout(node, naming, taken))
  return stay && naming.every(each => isArrow(each, diagram)) ? movedToEnd(diagram.text, naming) : undefined
}

interface Taken extends Pick<Known, 'groupAt'> {
  readonly boxes: readonly Lost[]
  readonly diagram: Diagram
}

/** Whether another line names it in the group where it is drawn. */
function staysWithout({ mentions, parent }: Node, moved: readonly Span[], { groupAt }: Taken): boolean {
  const isMoved = ({ span }: Mention) => moved.some(each => encloses(each, span))
  if (parent === undefined || !mentions.some(isMoved)) return true
  return mentions.some(mention => !isMoved(mention) && groupAt(mention.span)?.id === parent)
}
