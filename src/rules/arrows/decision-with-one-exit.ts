// Decisions of a flow that only one way leads out of: where the other answer leads is not drawn.

import { groupedBy } from '../../model/grouped-by'
import { decisionShapes } from '../../model/recognition/node-category'
import type { System } from '../../model/system'
import type { Arrow, Node } from '../../syntax/tree'
import type { Span } from '../../text/span'
import { defineRule, type Report } from '../rule'

export const decisionWithOneExit = defineRule({
  id: 'decision-with-one-exit',
  category: 'arrows',
  speaksOf: 'writing',
  summary: 'Only one way leads out of a decision, so where the other answer leads is not drawn.',
  presets: { recommended: 'info' },
  everyDiagram: true,
  byAllLines: true,
  // Who sketches a flow leaves out what is plain.
  onRequest: true,
  settledBy: /\bhappy[- ]path\b|\b(?:only|just) the (?:success|good|main|normal) (?:path|case|flow)/i,
  options: {},

  *check({ diagram }) {
    const flow = flowOf(diagram)
    const found = [...flow.decisions.values()].flat().flatMap(node => loneExitOf(node, flow) ?? [])
    const beside = found.filter(({ passedBy }) => passedBy)
    const open = found.filter(({ passedBy }) => !passedBy)
    if (beside[0]) yield judgeBeside(beside[0], beside.slice(1), diagram)
    if (open[0]) yield judgeOpen(open[0], open.slice(1))
  },
})

type Diagram = System['diagram']
type Ways = ReadonlyMap<string, readonly Arrow[]>

interface Flow {
  /** By what they ask. */
  readonly decisions: ReadonlyMap<string, readonly Node[]>
  /** Whether any has two ways out: where none does, steps are drawn in the shape of decisions. */
  readonly branches: boolean
  readonly leaving: Ways
  readonly coming: Ways
  /** Arrows without words that lead to what leads on. */
  readonly onward: Ways
  /** Whatever stands behind a decision; and each of them, with what stands before one. */
  readonly behind: ReadonlySet<string>
  readonly deciding: ReadonlySet<string>
  /** Groups that arrows lead to or from. */
  readonly linked: ReadonlySet<string>
}

interface Lone {
  readonly node: Node
  readonly exit: Arrow
  /** The way on from the step before it, which asks nothing. */
  readonly passedBy?: Arrow
}

function flowOf(diagram: Diagram): Flow {
  const drawn = diagram.arrows.filter(({ stroke }) => stroke !== 'invisible')
  // A line without a head, or with two, leads out of both.
  const back = drawn.filter(({ head, tail }) => head === 'none' || tail !== 'none')
  const ways = [...drawn, ...back.map(arrow => ({ ...arrow, from: arrow.to, to: arrow.from }))]
  const leaving = groupedBy(ways, ({ from }) => from)
  const coming = groupedBy(ways, ({ to }) => to)
  const decisions = diagram.nodes.filter(({ shape }) => decisionShapes.has(shape))
  const ids = decisions.map(({ id }) => id)
  const before = reached(ids, id => (coming.get(id) ?? []).map(({ from }) => from))
  return {
    decisions: groupedBy(decisions, ({ text }) => text),
    branches: ids.some(id => (leaving.get(id) ?? []).length > 1),
    leaving,
    coming,
    onward: groupedBy(
      ways.filter(({ to, text }) => text === '' && leaving.has(to)),
      ({ from }) => from,
    ),
    behind: reached(ids, id => (leaving.get(id) ?? []).map(({ to }) => to)),
    deciding: new Set([...ids, ...before]),
    linked: linkedGroups(diagram),
  }
}

/** With the groups inside them: what leaves a group may leave any of its boxes. */
function linkedGroups({ groups, arrows }: Diagram): ReadonlySet<string> {
  const inside = groupedBy(groups, ({ parent }) => parent)
  const ends = new Set(arrows.flatMap(({ from, to }) => [from, to]))
  const linked = groups.filter(({ id }) => ends.has(id)).map(({ id }) => id)
  return new Set([...linked, ...reached(linked, id => (inside.get(id) ?? []).map(group => group.id))])
}

/** By one step or more. */
function reached(from: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [...from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const other of next(id)) {
      if (seen.has(other)) continue
      seen.add(other)
      waiting.push(other)
    }
  return seen
}

function loneExitOf(node: Node, flow: Flow): Lone | undefined {
  const [exit, ...others] = flow.leaving.get(node.id) ?? []
  if (!exit || others.length > 0 || !isOneBox(node, flow) || flow.linked.has(node.parent ?? ''))
    return undefined
  const passedBy = wayPast(node, flow)
  if (passedBy) return refuses.test(exit.text) ? { node, exit, passedBy } : undefined
  return isLeftOpen(node, exit, flow) ? { node, exit } : undefined
}

/** Labelled once, and the only one that asks this: another of the name may draw the other answer. */
const isOneBox = ({ mentions, text }: Node, { decisions }: Flow): boolean =>
  mentions.filter(({ label }) => label !== undefined).length === 1 && decisions.get(text)?.length === 1

/** Out of a step that leads to the decision, too. */
const wayPast = ({ id }: Node, { coming, onward }: Flow): Arrow | undefined =>
  (coming.get(id) ?? []).flatMap(({ from }) => onward.get(from)?.find(({ to }) => to !== id) ?? [])[0]

function isLeftOpen(node: Node, { text, to }: Arrow, flow: Flow): boolean {
  // A picture of what goes wrong begins with what is missing.
  if (refuses.test(text)) return (asks(node) || flow.branches) && flow.behind.has(node.id)
  if (passes.test(text)) return asks(node) || flow.branches
  if (!asks(node) || !flow.branches || !flow.coming.has(node.id)) return false
  // What is done only at times, and the last that is done: otherwise nothing is.
  return text === '' || (agrees.test(text) && flow.behind.has(node.id) && flow.deciding.has(to))
}

const asks = ({ text }: Node): boolean => /[?？]\s*$/.test(text)

const agrees = /^\W*(?:y|yes|true|s[ií]|sim|oui|ja|tak|c[óo]|да|evet|ya)(?!\p{L})|^\W*(?:是|有|はい|예|네)/iu
/** Answers of a check: whoever draws one has the other to deal with. */
const passes =
  /^\W*(?:ok|pass(?:e[ds])?|success(?:ful)?|valid|approved|válid[ao]|valide|gültig)(?!\p{L})|^\W*(?:成功|通过|合格|성공)/iu
const refuses =
  /^\W*(?:n|no|false|fail(?:s|ed|ure)?|invalid|rejected|denied|n[ãa]o|nein|nie|kh[ôo]ng|нет|hay[ıi]r|tidak)(?!\p{L})|^\W*non(?!\s*\p{L})|^\W*(?:否|不|没有|无|失败|いいえ|아니오|실패)/iu

function judgeBeside({ node, exit, passedBy }: Lone, others: readonly Lone[], { nodes }: Diagram): Report {
  const nameOf = (id?: string) => named(nodes.find(each => each.id === id)?.text ?? '')
  return {
    at: placeOf(node),
    message: `“${named(node.text)}” stands beside the path: ${nameOf(passedBy?.from)} leads on to ${nameOf(passedBy?.to)} whatever the answer is, so “${named(exit.text)}” stops nothing. Lead the path through the decision, with an arrow for each answer.`,
    related: others.map(other => ({ at: placeOf(other.node), message: 'Beside the path as well' })),
  }
}

function judgeOpen({ node, exit }: Lone, others: readonly Lone[]): Report {
  const [name, answer] = [named(node.text), named(exit.text)]
  return {
    at: placeOf(node),
    message: answer
      ? `“${name}” has one way out, “${answer}”: what happens otherwise is not drawn, so whoever builds it has to guess. Draw an arrow for the other answer, if only to an end.`
      : `“${name}” has one way out, and no answer stands on it: whatever the answer is, the same happens. Draw an arrow for each answer, with the answer on it.`,
    related: others.map(other => ({ at: placeOf(other.node), message: 'One way out as well' })),
  }
}

const placeOf = ({ mentions }: Node): Span => (mentions.find(({ label }) => label) ?? mentions[0]!).span

/** As a sentence can hold it. */
const named = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longestName ? `${line.slice(0, longestName - 1)}…` : line
}

const longestName = 50
