// Two lists joined by one arrow, each box to each, where the names come in pairs.

import { groupedBy } from '../../model/grouped-by'
import type { Connection } from '../../model/system'
import type { Edit } from '../../text/edit'
import { defineRule, type Report } from '../rule'

export const ampersandCrossed = defineRule({
  id: 'ampersand-crossed',
  category: 'arrows',
  speaksOf: 'writing',
  summary: 'An arrow between two lists joins each box to each, but their names come in pairs.',
  presets: { sketch: 'info' },
  everyDiagram: true,
  byAllLines: true,
  fixable: 'review',
  options: {},

  *check({ diagram, connections }) {
    for (const crossed of groupedBy(connections, ({ arrow }) => arrow.operator.start).values()) {
      const pairs = crossed.length < fewestArrows ? [] : pairsAmong(crossed)
      const [first] = pairs
      if (first) yield judge(diagram.text, crossed, [first, ...pairs.slice(1)])
    }
  },
})

/** Two by two. */
const fewestArrows = 4

/** From each box of the first list to the one of the second that shares its words; none if that leaves out or doubles any. */
function pairsAmong(crossed: readonly Connection[]): readonly Connection[] {
  const [ends, others] = [namesOf(crossed, 'from'), namesOf(crossed, 'to')]
  if (crossed.some(({ from, to }) => from === to)) return []
  if (ends.size !== others.size || ends.size ** 2 !== crossed.length) return []
  const [own, theirs] = [wordsIn(ends), wordsIn(others)]
  const coreOf = (name: string) =>
    wordsOf(name)
      .filter(word => own.has(word) && theirs.has(word))
      .toSorted()
      .join(' ')
  const cores = new Set([...ends.values()].map(coreOf))
  if (cores.size < ends.size || cores.has('')) return []
  const pairs = crossed.filter(({ from, to }) => coreOf(from.name) === coreOf(to.name))
  const reached = new Set(pairs.map(({ to }) => to))
  return pairs.length === ends.size && reached.size === ends.size ? pairs : []
}

const namesOf = (crossed: readonly Connection[], end: 'from' | 'to'): ReadonlyMap<string, string> =>
  new Map(crossed.map(connection => [connection[end].id, connection[end].name]))

const wordsIn = (names: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set([...names.values()].flatMap(wordsOf))

/** `OrderService` has two; numbers and single letters tell copies apart, and copies are asked by all. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(word => word.length > 1)

function judge(
  text: string,
  crossed: readonly Connection[],
  pairs: readonly [Connection, ...Connection[]],
): Report {
  const [first] = pairs
  const named = pairs.slice(0, 2).map(({ from, to }) => `${from.name} and ${to.name}`)
  const edit = inPairs(text, crossed, pairs)
  return {
    at: first.arrow.span,
    message: `This draws ${crossed.length} arrows, from each of ${pairs.length} to each of ${pairs.length}, although their names come in pairs (${named.join(', ')}${pairs.length > 2 ? ' …' : ''}). Readers take it for a mesh in which all depend on all. Write an arrow for each pair.`,
    fixes: edit ? [{ title: `Draw the ${pairs.length} pairs`, edits: [edit], safe: false }] : [],
  }
}

/** A statement for each, where this one draws nothing else: the lists of a chain have two sides. */
function inPairs(
  text: string,
  crossed: readonly Connection[],
  pairs: readonly Connection[],
): Edit | undefined {
  const [first, last] = [crossed[0]!.arrow, crossed.at(-1)!.arrow]
  const { statement } = first
  if (first.fromSpan.start !== statement.start || last.toSpan.end !== statement.end) return undefined
  if (crossed.some(({ arrow }) => arrow.id !== undefined)) return undefined
  const between = text.slice(last.fromSpan.end, first.toSpan.start)
  const before = text.slice(text.lastIndexOf('\n', statement.start - 1) + 1, statement.start)
  const indent = before.trim() === '' ? before : ''
  const written = pairs.map(
    ({ arrow: { fromSpan, toSpan } }) =>
      text.slice(fromSpan.start, fromSpan.end) + between + text.slice(toSpan.start, toSpan.end),
  )
  return { span: statement, text: written.join(`\n${indent}`) }
}
