// Where findings point to in a component or an arrow.

import type { Component, Connection } from '../../model/system'
import type { Span } from '../../text/span'

/** A component's label where it is first mentioned, or the mention. */
export const nameSpan = ({ node, span }: Component): Span => node.mentions[0]?.label ?? span

/** An arrow's label, or the arrow where it has none. */
export const labelSpanOf = ({ arrow }: Connection): Span => arrow.labelSpan ?? arrow.operator
