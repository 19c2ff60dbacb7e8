// A structure as a reduced ordered binary decision diagram: exact probabilities with shared dependencies.

import { type Effort, effortForSystem, takeFrom } from './effort'
import { drawOf, type Flat, type Structure } from './structure'

/** Bryant, "Graph-based algorithms for Boolean function manipulation" (1986). */
export interface DecisionDiagram {
  /** For each node its variable, and the nodes when the variable is down or up. Nodes 0 and 1 are the results. */
  readonly variable: readonly number[]
  readonly down: readonly number[]
  readonly up: readonly number[]
  readonly root: number
  readonly variables: readonly Variable[]
}

/** A component or call by name, or the draw of a choice (up: the first branch is taken). */
export type Variable =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'draw'; readonly share: number }

/** Nodes beyond which the diagram is given up for bounds. */
export const MOST_NODES = 50_000

const FAIL = 0
const SUCCEED = 1
const GIVEN_UP = -1

/**
 * Builds the diagram, or gives undefined when it needs more than `mostNodes` nodes. Depth-first order suits
 * chains and trees; layers that share what is below want neighbors together, which is tried second.
 */
export const decisionDiagram = (
  flat: Flat,
  mostNodes: number = MOST_NODES,
  effort: Effort = effortForSystem(),
): DecisionDiagram | undefined =>
  attempt(flat, depthFirst, { mostNodes, effort }) ?? attempt(flat, neighborsFirst, { mostNodes, effort })

/** What an attempt does not need is given back. */
function attempt(
  flat: Flat,
  ordered: (flat: Flat) => Order,
  { mostNodes, effort }: { readonly mostNodes: number; readonly effort: Effort },
): DecisionDiagram | undefined {
  const nodes = takeFrom(effort, mostNodes)
  if (nodes < flat.steps.length) return undefined
  const diagram = build(flat, withFollowers(ordered(flat), flat), nodes)
  if (diagram) effort.left += nodes - diagram.variable.length
  return diagram
}

function build(flat: Flat, variables: Order, mostNodes: number): DecisionDiagram | undefined {
  const table = createTable(mostNodes)
  const built: number[] = []
  for (const { structure, parts } of flat.steps) {
    const variable = variables.places.get(nameOf(structure))
    const node = buildStep(
      table,
      structure,
      parts.map(part => built[part]!),
      variable ?? 0,
    )
    if (node === GIVEN_UP) return undefined
    built.push(node)
  }
  const { variable, down, up } = table
  return { variable, down, up, root: built[built.length - 1]!, variables: variables.list }
}

interface Order {
  readonly list: Variable[]
  /** By name, or by the draw of a choice. */
  readonly places: Map<string, number>
}

const nameOf = (structure: Structure): string =>
  structure.op === 'up' ? structure.name : structure.op === 'choice' ? drawOf(structure) : ''

/** Variables in the order of the first visit; a choice is drawn before its branches are looked at. */
function depthFirst({ steps }: Flat): Order {
  const order: Order = { list: [], places: new Map() }
  const seen = new Set<number>()
  const visit = (place: number): void => {
    if (seen.has(place)) return
    seen.add(place)
    enter(order, steps[place]!.structure)
    for (const part of steps[place]!.parts) visit(part)
  }
  visit(steps.length - 1)
  return order
}

/** Level by level from the top. */
function neighborsFirst({ steps }: Flat): Order {
  const order: Order = { list: [], places: new Map() }
  const queue = new Set([steps.length - 1])
  for (const place of queue) {
    enter(order, steps[place]!.structure)
    for (const part of steps[place]!.parts) queue.add(part)
  }
  return order
}

function enter({ list, places }: Order, structure: Structure): void {
  if (structure.op === 'up' && !places.has(structure.name)) {
    places.set(structure.name, list.length)
    list.push({ kind: 'name', name: structure.name })
  }
  if (structure.op === 'choice' && !places.has(nameOf(structure))) {
    places.set(nameOf(structure), list.length)
    list.push({ kind: 'draw', share: structure.share })
  }
}

/** What is to stand behind another moves there. */
function withFollowers(order: Order, { steps }: Flat): Order {
  const followers = new Map<number, number[]>()
  const moved = new Set<number>()
  for (const { structure } of steps) {
    if (structure.op !== 'up' || structure.behind === undefined) continue
    const leader = order.places.get(structure.behind)
    const place = order.places.get(structure.name)
    if (leader === undefined || place === undefined || moved.has(place)) continue
    moved.add(place)
    followers.set(leader, [...(followers.get(leader) ?? []), place])
  }
  if (moved.size === 0) return order
  const places = order.list.flatMap((_, place) =>
    moved.has(place) ? [] : [place, ...(followers.get(place) ?? [])],
  )
  const names = [...order.places.keys()]
  return {
    list: places.map(place => order.list[place]!),
    places: new Map(places.map((place, index) => [names[place]!, index])),
  }
}

interface Table {
  readonly variable: number[]
  readonly down: number[]
  readonly up: number[]
  /** The node that tests a variable, GIVEN_UP when the table is full. */
  readonly node: (variable: number, down: number, up: number) => number
  readonly and: (a: number, b: number) => number
  readonly or: (a: number, b: number) => number
  readonly ifThenElse: (variable: number, then: number, otherwise: number) => number
}

function createTable(mostNodes: number): Table {
  // The two results sort after every variable.
  const variable = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]
  const down = [FAIL, SUCCEED]
  const up = [FAIL, SUCCEED]
  const unique = new Map<number, number>()
  const node = (of: number, whenDown: number, whenUp: number): number => {
    if (whenDown === GIVEN_UP || whenUp === GIVEN_UP) return GIVEN_UP
    if (whenDown === whenUp) return whenDown
    const key = (of * 65_536 + whenDown) * 65_536 + whenUp
    const known = unique.get(key)
    if (known !== undefined) return known
    if (variable.length >= mostNodes) return GIVEN_UP
    variable.push(of)
    down.push(whenDown)
    up.push(whenUp)
    unique.set(key, variable.length - 1)
    return variable.length - 1
  }
  /** Applies AND (neutral: succeed) or OR (neutral: fail), remembering every pair. */
  const operation = (neutral: number): ((a: number, b: number) => number) => {
    const known = new Map<number, number>()
    const apply = (a: number, b: number): number => {
      if (a === GIVEN_UP || b === GIVEN_UP) return GIVEN_UP
      if (a === neutral || a === b) return b
      if (b === neutral) return a
      if (a <= 1 || b <= 1) return 1 - neutral
      const key = a < b ? a * 65_536 + b : b * 65_536 + a
      const done = known.get(key)
      if (done !== undefined) return done
      const top = Math.min(variable[a]!, variable[b]!)
      const [aDown, aUp] = variable[a] === top ? [down[a]!, up[a]!] : [a, a]
      const [bDown, bUp] = variable[b] === top ? [down[b]!, up[b]!] : [b, b]
      const whenDown = apply(aDown, bDown)
      const result = whenDown === GIVEN_UP ? GIVEN_UP : node(top, whenDown, apply(aUp, bUp))
      known.set(key, result)
      return result
    }
    return apply
  }
  const and = operation(SUCCEED)
  const or = operation(FAIL)
  const ifThenElse = (of: number, then: number, otherwise: number): number =>
    or(and(node(of, FAIL, SUCCEED), then), and(node(of, SUCCEED, FAIL), otherwise))
  return { variable, down, up, node, and, or, ifThenElse }
}

function buildStep(table: Table, structure: Structure, parts: readonly number[], variable: number): number {
  switch (structure.op) {
    case 'always':
      return SUCCEED
    case 'up':
      return table.node(variable, FAIL, SUCCEED)
    case 'all':
      return parts.reduceRight((rest, part) => table.and(part, rest), SUCCEED)
    case 'any':
      return parts.reduceRight((rest, part) => table.or(part, rest), FAIL)
    case 'choice':
      return table.ifThenElse(variable, parts[0]!, parts[1]!)
    case 'atLeast':
      return atLeast(table, parts, structure.need)
  }
}

/** Top-down over (part, still needed): n·k nodes, where building all subsets would explode. */
function atLeast(table: Table, parts: readonly number[], need: number): number {
  const known = new Map<number, number>()
  const from = (index: number, needed: number): number => {
    if (needed <= 0) return SUCCEED
    if (needed > parts.length - index) return FAIL
    const key = index * (need + 1) + needed
    const done = known.get(key)
    if (done !== undefined) return done
    const withIt = from(index + 1, needed - 1)
    const without = from(index + 1, needed)
    // Needing fewer is always the easier: if-then-else without negation.
    const result = table.or(table.and(parts[index]!, withIt), without)
    known.set(key, result)
    return result
  }
  return from(0, need)
}
