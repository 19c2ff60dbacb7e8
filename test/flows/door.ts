// The public door: a diagram in, its flows out.

import { analyze, defaultConfiguration, type FlowRow, flowTables } from '../../src/service'

/** The flows of a diagram in a file of its own. Annotations that cannot be read fail the test. */
export function flowsIn(diagram: string): readonly FlowRow[] {
  const snapshot = analyze(diagram, { language: 'mermaid', configuration: defaultConfiguration })
  const problems = snapshot.diagrams.flatMap(({ system }) => system.problems.map(({ message }) => message))
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return flowTables(snapshot)
}

export function flowIn(diagram: string): FlowRow {
  const [flow, ...others] = flowsIn(diagram)
  if (!flow || others.length > 0) throw new Error(`${others.length + (flow ? 1 : 0)} flows instead of one`)
  return flow
}
