// Where tables say a diagram is.

import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import { inSource } from '../features/place'

/** The line of a diagram's header keyword in the source. */
export const headerLine = (diagram: AnalyzedDiagram, { lines }: Snapshot): number =>
  lines.positionAt(inSource(diagram, diagram.system.diagram.header).start).line
