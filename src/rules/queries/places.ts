// Where findings point to in a component or an arrow.

import type { Component, Connection } from '../../model/system'
import type { Span } from '../../text/span'

/** A component's label, wherever it is written, or where it is first mentioned. */
export const nameSpan = ({ node, span }: Component): Span =>
  node.mentions.find(({ label }) => label !== undefined)?.label ?? span

/** An arrow's label, or the arrow where it has none. */
export const labelSpanOf = ({ arrow }: Connection): Span => arrow.labelSpan ?? arrow.operator

/** `a --> b & c` is written once, and one label is all it can take: the first of the arrows that it draws. */
export function asWritten(connections: readonly Connection[]): readonly Connection[] {
  const seen = new Set<number>()
  return connections.filter(({ arrow: { operator } }) => {
    const isNew = !seen.has(operator.start)
    seen.add(operator.start)
    return isNew
  })
}
