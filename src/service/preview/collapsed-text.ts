// What Mermaid draws of a diagram with collapsed groups, by its family.

import { type ByFamily, forFamily } from '../../syntax/notation'
import type { Diagram } from '../../syntax/tree'
import { architectureText, c4Text } from './collapsed-blocks'
import type { CollapsedParts } from './collapsed-box'
import { flowchartText } from './collapsed-flowchart'

/** The diagram's text written anew. */
export const collapsedText = (diagram: Diagram, drawn: CollapsedParts): string =>
  forFamily(writers, diagram)(diagram, drawn)

const asItIs = ({ text }: Diagram): string => text

/** Participants in a box share one time: a box of their messages would say nothing of their order. */
const writers: ByFamily<(diagram: Diagram, drawn: CollapsedParts) => string> = {
  architecture: architectureText,
  c4: c4Text,
  sequence: asItIs,
  flowchart: flowchartText,
  other: asItIs,
}
