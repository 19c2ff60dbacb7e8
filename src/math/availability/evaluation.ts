// The unavailability of a structure and what each component adds to it: exact, or bounded when capped.

import { boundedEvaluator } from './bounds'
import { type DecisionDiagram, decisionDiagram, MOST_NODES } from './decision-diagram'
import { type Effort, effortForSystem } from './effort'
import { flatten, type Structure } from './structure'
import type { Evaluation } from './unavailability'

/**
 * Exact by decision diagram; above `mostNodes` nodes, by all single and double failures with a bound on the
 * rest. Unavailability is summed from positive terms, never as 1 − availability. The diagram is built once
 * for several sets of unavailabilities.
 */
export function structureEvaluator(
  structure: Structure,
  mostNodes: number = MOST_NODES,
  effort: Effort = effortForSystem(),
): (unavailabilityOf: (name: string) => number) => Evaluation {
  const flat = flatten(structure)
  const diagram = decisionDiagram(flat, mostNodes, effort)
  return diagram
    ? unavailabilityOf => exactEvaluation(diagram, unavailabilityOf)
    : boundedEvaluator(flat, effort)
}

function exactEvaluation(diagram: DecisionDiagram, unavailabilityOf: (name: string) => number): Evaluation {
  const probabilities = downProbabilities(diagram, unavailabilityOf)
  const failed = failures(diagram, probabilities)
  const importance = importances(diagram, probabilities, failed)
  const unavailability = failed[diagram.root]!
  const parts = diagram.variables.flatMap((variable, index) => {
    if (variable.kind === 'draw') return []
    const u = probabilities[index]!
    const own = importance[index]!
    return [{ name: variable.name, unavailability: u, importance: own, gain: own * u }]
  })
  return { unavailability, low: unavailability, high: unavailability, exact: true, parts }
}

function downProbabilities(
  { variables }: DecisionDiagram,
  unavailabilityOf: (name: string) => number,
): Float64Array {
  return Float64Array.from(variables, variable =>
    variable.kind === 'draw' ? 1 - variable.share : Math.min(1, Math.max(0, unavailabilityOf(variable.name))),
  )
}

/** P(failure) from each node on. Parts of a node are built before it, so one pass upwards suffices. */
function failures(
  { variable, down, up }: DecisionDiagram,
  probabilities: Float64Array,
  failed: Float64Array = new Float64Array(variable.length),
): Float64Array {
  failed[0] = 1
  for (let node = 2; node < variable.length; node++) {
    const p = probabilities[variable[node]!]!
    failed[node] = p * failed[down[node]!]! + (1 - p) * failed[up[node]!]!
  }
  return failed
}

/** One pass downwards: P(node is reached) times the difference that its variable makes there. */
function importances(
  { variable, down, up, root, variables }: DecisionDiagram,
  probabilities: Float64Array,
  failed: Float64Array,
): Float64Array {
  const reached = new Float64Array(variable.length)
  reached[root] = 1
  const importance = new Float64Array(variables.length)
  for (let node = root; node >= 2; node--) {
    const probability = reached[node]!
    if (probability === 0) continue
    const of = variable[node]!
    const p = probabilities[of]!
    importance[of]! += probability * (failed[down[node]!]! - failed[up[node]!]!)
    reached[down[node]!]! += probability * p
    reached[up[node]!]! += probability * (1 - p)
  }
  return importance
}
