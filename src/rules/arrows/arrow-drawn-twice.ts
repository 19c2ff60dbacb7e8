// The same arrow in two places of a flowchart: Mermaid draws a line for each.

import type { Connection, System } from '../../model/system'
import { notationOf } from '../../syntax/notation'
import type { Arrow, Diagram, Mention } from '../../syntax/tree'
import { lastAtMost } from '../../text/lines'
import { withoutArrows } from '../fixes/arrow-removal'
import { defineRule, type Report } from '../rule'

export const arrowDrawnTwice = defineRule({
  id: 'arrow-drawn-twice',
  category: 'arrows',
  speaksOf: 'writing',
  summary: 'The same arrow is written in two places, and two lines are drawn.',
  presets: { sketch: 'info' },
  everyDiagram: true,
  byAllLines: true,
  fixable: 'review',
  options: {},

  *check(system) {
    const { diagram, connections } = system
    // C4 keeps the last of them, and in a trace every message is one more.
    if (!notationOf(diagram).choosesHeads) return
    if (tellsApartByNumber.test(diagram.text) || tellsSteps(diagram)) return
    const titles = titlesIn(diagram)
    const twice = drawnAgain(connections, relabeledIn(diagram)).filter(each => !isTitledApart(each, titles))
    const [first, ...others] = twice
    if (first && !endWays(twice, diagram)) yield judge(system, [first, ...others])
  },
})

/** Lines have colors, and annotations figures, by their numbers. */
const tellsApartByNumber = /^[ \t]{0,40}linkStyle\s{1,9}\d|->[ \t]{0,9}[\w-]{1,60}#\d{1,4}[ \t]{0,9}@\{/m

/** Labels number a story: an arrow is taken as often as the story goes its way. */
const tellsSteps = ({ arrows }: Diagram): boolean =>
  arrows.filter(({ text }) => /^\W{0,3}\d{1,2}[a-z]?[.):]/.test(text)).length >= fewestSteps

const fewestSteps = 3

/** Where comments stand that are neither annotations nor suppressions, behind the start. */
const titlesIn = ({ comments }: Diagram): readonly number[] => [
  0,
  ...comments.flatMap(({ span, text }) =>
    /\p{L}/u.test(text) && !/^arrowsmith|[@^{]/.test(text) ? [span.start] : [],
  ),
]

/** A comment between the two titles another part of the picture. */
const isTitledApart = ({ connection, first }: Again, titles: readonly number[]): boolean =>
  titles[lastAtMost(titles, connection.arrow.statement.start)]! > first.arrow.statement.end

/** `a --> c --> end` and `b --> c --> end`: each way is written down to its end. */
const endWays = (twice: readonly Again[], { arrows }: Diagram): boolean =>
  twice.every(({ connection, first }) => [connection, first].every(({ arrow }) => endsChain(arrow, arrows)))

function endsChain({ statement, span }: Arrow, arrows: readonly Arrow[]): boolean {
  const chain = arrows.filter(other => other.statement.start === statement.start)
  return chain.length > 1 && chain.every(other => other.span.start <= span.start)
}

interface Again {
  readonly connection: Connection
  readonly first: Connection
}

/** Each that stands in an earlier statement as well; what one statement repeats is a list's doing. */
function drawnAgain(connections: readonly Connection[], relabeled: ReadonlySet<string>): readonly Again[] {
  const known = new Map<string, Connection>()
  const again: Again[] = []
  for (const connection of connections) {
    const { arrow } = connection
    if (arrow.stroke === 'invisible' || arrow.from === arrow.to) continue
    if (relabeled.has(arrow.from) || relabeled.has(arrow.to)) continue
    const look = lookOf(arrow)
    const first = known.get(look)
    if (!first) known.set(look, connection)
    else if (first.arrow.statement.start !== arrow.statement.start) again.push({ connection, first })
  }
  return again
}

/** Boxes with two labels were meant to be two: `label-redefined` tells them. */
const relabeledIn = ({ nodes, text }: Diagram): ReadonlySet<string> =>
  new Set(nodes.filter(({ mentions }) => labelsOf(mentions, text).size > 1).map(({ id }) => id))

const labelsOf = (mentions: readonly Mention[], text: string): ReadonlySet<string> =>
  new Set(mentions.flatMap(({ label }) => (label ? [text.slice(label.start, label.end)] : [])))

/** All that a reader could tell two lines apart by; their lengths are the layout's. */
const lookOf = ({ from, to, text, stroke, tail, head, id }: Arrow): string =>
  JSON.stringify([from, to, text.trim(), stroke, tail, head, id])

function judge({ diagram }: System, [one, ...others]: readonly [Again, ...Again[]]): Report {
  const all = [one, ...others]
  const { connection, first } = one
  const times = all.filter(each => each.first === first).length + 1
  const [howOften, which] = times === 2 ? ['twice', 'the two'] : [`${times} times`, 'them']
  const edits = withoutArrows(
    diagram,
    all.map(each => each.connection.arrow),
  )
  return {
    at: connection.arrow.span,
    message: `The arrow from ${first.from.name} to ${first.to.name} is written ${howOften}${amongOthers(all)}, and Mermaid draws a line for each. Readers look for what tells ${which} apart. Keep the first, let the other lead where it was meant to, or label each with what it carries.`,
    related: [
      { at: first.arrow.span, message: 'the same arrow stands here first' },
      ...others.map(each => ({ at: each.connection.arrow.span, message: 'drawn once more here' })),
    ],
    fixes: edits ? [{ title: removalOf(all.length), edits, safe: false }] : [],
  }
}

function amongOthers(all: readonly Again[]): string {
  const others = new Set(all.map(({ first }) => first)).size - 1
  if (others === 0) return ''
  const own = all.filter(({ first }) => first === all[0]?.first).length
  const often = all.length - own === others ? 'twice' : 'several times'
  return others === 1 ? `, another one ${often}` : `, ${others} others ${often}`
}

const removalOf = (count: number): string =>
  count === 1 ? 'Remove the repeated arrow' : `Remove the ${count} repeated arrows`
