// Selected lines of a flowchart put into a frame of their own.

import { redrawn } from '../../../model'
import type { System } from '../../../model/system'
import type { Diagram } from '../../../syntax/tree'
import { applyEdits, type Edit } from '../../../text/edit'
import { encloses, overlaps, type Span } from '../../../text/span'
import { indentationLevel } from '../../formatting/indentation'
import type { Rewriting, Selected } from './refactoring'

/** For whole lines that draw something, whose frames begin and end among them. */
export function extractedSubgraph({ system, selection }: Selected): readonly Rewriting[] {
  const { diagram } = system
  if (selection.start === selection.end) return []
  const lines = wholeLines(diagram.text, selection)
  const drawn = diagram.statements.filter(statement => overlaps(statement, lines))
  const cutsFrame = diagram.groups.some(
    ({ whole }) => overlaps(whole, lines) && !encloses(whole, lines) && !encloses(lines, whole),
  )
  if (drawn.length === 0 || cutsFrame || !drawn.every(statement => encloses(lines, statement))) return []
  const id = freeGroupId(diagram)
  const edits = framed(diagram, lines, `subgraph ${id} [Group]`)
  const members = membersOf(id, edits, system)
  if (members === 0) return []
  const title = `Extract ${members === 1 ? 'the component' : `${members} components`} to a subgraph`
  return [{ title, kind: 'extract', edits }]
}

/** Of the selection: a line at whose beginning it ends is not part of it. */
function wholeLines(text: string, { start, end }: Span): Span {
  const last = text[end - 1] === '\n' ? end - 1 : end
  const lineEnd = text.indexOf('\n', last)
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd }
}

function framed(diagram: Diagram, { start, end }: Span, header: string): readonly Edit[] {
  const lines = diagram.text.slice(start, end).split('\n')
  const level = indentationLevel(diagram)
  const indentation = /^[ \t]*/.exec(lines.find(line => line.trim() !== '') ?? '')?.[0] ?? ''
  const inside = lines.map(line => (line.trim() === '' ? line : level + line))
  const written = [`${indentation}${header}`, ...inside, `${indentation}end`].join('\n')
  return [{ span: { start, end }, text: written }]
}

/** How many components the frame has; none where it takes one out of another frame. */
function membersOf(id: string, edits: readonly Edit[], system: System): number {
  const after = redrawn(system, applyEdits(system.diagram.text, edits)).diagram
  const before = new Map(system.diagram.nodes.map(node => [node.id, node.parent]))
  const parent = after.groups.find(group => group.id === id)?.parent
  const isKept = after.nodes.every(node => node.parent === before.get(node.id) || node.parent === id)
  const members = after.nodes.filter(node => node.parent === id)
  return isKept && members.every(node => before.get(node.id) === parent) ? members.length : 0
}

function freeGroupId({ nodes, groups, arrows }: Diagram): string {
  const taken = new Set([...nodes, ...groups, ...arrows].map(({ id }) => id))
  let number = 1
  while (taken.has(`group${number}`)) number++
  return `group${number}`
}
