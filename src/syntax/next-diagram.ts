// Several diagrams one below the other in one text: Mermaid reads all of it as the first, and refuses it.

import { type Span, span } from '../text/span'
import { lineAround } from './problems'

/** The header of another diagram below statements of the first, if one stands alone on its line. */
export function nextDiagram(text: string): Span | undefined {
  for (const { index, 0: line } of text.matchAll(headerAlone)) {
    const start = index + line.length - line.trimStart().length
    if (countOfStatements(text.slice(0, start)) > 1) return span(start, index + line.trimEnd().length)
  }
  return undefined
}

const headerAlone =
  /^[ \t]*(?:mindmap|kanban|timeline|journey|gantt|pie|gitGraph|classDiagram(?:-v2)?|erDiagram|requirementDiagram|stateDiagram(?:-v2)?|quadrantChart|(?:sankey|packet|xychart|block|architecture)-beta|sequenceDiagram|C4(?:Context|Container|Component|Dynamic|Deployment)|(?:graph|flowchart(?:-elk)?)[ \t]+(?:LR|RL|TB|TD|BT);?)[ \t]*$/gm

/** The header of the first is one of them. */
const countOfStatements = (text: string): number =>
  text.split('\n').filter(line => line.trim() !== '' && !/^\s*%%/.test(line)).length

/** Whether all that follows it may belong to the first: the same kind, and no third behind it. */
export const isRepeated = ({ start, end }: Span, text: string): boolean =>
  /^\s*(?:graph|flowchart)/.test(text) &&
  /^(?:graph|flowchart)/.test(text.slice(start, end)) &&
  [...text.matchAll(headerAlone)].filter(({ index }) => index >= end).length === 0

export const secondDiagram = (at: Span, text: string): string =>
  `\`${lineAround(at.start, text).text.trim()}\` begins another diagram, and a text holds only one: move this line and what follows into a diagram of its own`
