// Native metadata turned into the form behind `%%`, which every Mermaid draws past.

import { arrowTarget, partTarget } from '../../model/annotations/metadata/target-names'
import { mermaidKeys } from '../../model/vocabulary'
import { parseDiagram } from '../../syntax'
import type { Diagram, Metadata } from '../../syntax/tree'
import { encloses, span } from '../../text/span'
import { escaped } from '../queries/visible-text'
import type { Fix } from '../rule'
import { lineBelow } from './annotate'

const title = 'Write the metadata after %%'

/** The fix for a node's block; none where Mermaid itself reads one of its keys. */
export function commentedBlock(diagram: Diagram, block: Metadata): readonly Fix[] {
  const comment = commentOf(diagram, block, partTarget(block.target))
  const statement = diagram.statements.find(
    ({ start, end }) => start <= block.span.start && block.span.start <= end,
  )
  if (comment === undefined || !statement) return []
  const node = diagram.nodes.find(({ id }) => id === block.target)
  const isDrawn = node?.mentions.some(({ id }) => !encloses(block.span, id)) === true
  if (isDrawn && isAlone(diagram, block))
    return [{ title, edits: [{ span: block.span, text: comment }], safe: true }]
  if (!isNodeAlone(block.target)) return []
  const { text } = diagram
  const braces = span(text.lastIndexOf('@{', block.body.start), text.indexOf('}', block.body.end) + 1)
  const removal = { span: braces, text: '' }
  return [{ title, edits: [removal, lineBelow(diagram.text, statement, comment)], safe: true }]
}

/** Some keywords are ids only before a block. */
const isNodeAlone = (id: string): boolean => parseDiagram(`flowchart\n${id}`).problems.length === 0

/** The fix for an arrow's id and all blocks that name it; none where it serves Mermaid too. */
export function commentedArrow(diagram: Diagram, index: number): readonly Fix[] {
  const { id, idSpan } = diagram.arrows[index] ?? {}
  if (id === undefined || !idSpan || !/^\w+$/.test(id)) return []
  const blocks = diagram.metadata.filter(({ target }) => target === id)
  const native = blocks.filter(({ comment }) => !comment)
  if (mentionsOf(id, diagram) !== native.length + 1) return []
  const target = arrowTarget(diagram, index)
  const edits = blocks.flatMap(block => {
    if (block.comment) return [{ span: block.targetSpan, text: target }]
    const text = isAlone(diagram, block) && commentOf(diagram, block, target)
    return text ? [{ span: block.span, text }] : []
  })
  if (edits.length < blocks.length) return []
  return [{ title, edits: [{ span: span(idSpan.start, idSpan.end + 1), text: '' }, ...edits], safe: true }]
}

const mentionsOf = (id: string, { text }: Diagram): number =>
  text.replace(/%%.*/g, '').match(new RegExp(`\\b${escaped(id)}\\b`, 'g'))?.length ?? 0

/** One line, or nothing where the block is not closed, a value runs over several or repeats another, or a key is Mermaid's. */
function commentOf({ text }: Diagram, { attributes, body }: Metadata, target: string): string | undefined {
  const values = attributes.map(({ valueSpan }) => text.slice(valueSpan.start, valueSpan.end))
  if (text[body.end] !== '}' || values.some(value => value.includes('\n') || value.startsWith('*')))
    return undefined
  const pairs = attributes.map(({ key }, index) => `${key}: ${values[index]}`)
  if (pairs.length === 0) return undefined
  return attributes.some(({ key }) => mermaidKeys.has(key))
    ? undefined
    : `%% ${target}@{ ${pairs.join(', ')} }`
}

function isAlone({ text }: Diagram, { span: { start, end } }: Metadata): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const after = /^[^\n]*/.exec(text.slice(end))?.[0] ?? ''
  return `${before}${after}`.trim() === ''
}
