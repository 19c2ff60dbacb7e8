// The Markdown cells of Jupyter notebooks: JSON around texts, with the way there and back.

import { type Node, parseTree } from 'jsonc-parser'
import { blockOf, type DiagramBlock, type Host, type Piece } from '../block'

/** The cells in order, each as a text of its own; none in what is no notebook. */
export function markdownCells(source: string): readonly DiagramBlock[] {
  const cells = memberOf(isNestedTooDeep(source) ? undefined : parseTree(source), 'cells')?.children ?? []
  return cells.flatMap(cell => {
    const content = memberOf(cell, 'source')
    const isMarkdown = memberOf(cell, 'cell_type')?.value === 'markdown'
    return isMarkdown && content ? [cellOf(source, content)] : []
  })
}

/** No notebook comes near, and the reader of JSON calls itself for each level. */
const deepest = 200

function isNestedTooDeep(source: string): boolean {
  let depth = 0
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]
    if (sign === '"') at = closingQuote(source, at)
    else if (sign === '[' || sign === '{') depth++
    else if (sign === ']' || sign === '}') depth--
    if (depth > deepest) return true
  }
  return false
}

/** Where a string ends that opens at an offset. */
function closingQuote(source: string, opening: number): number {
  for (let at = opening + 1; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '"') return at
  }
  return source.length
}

const memberOf = (node: Node | undefined, name: string): Node | undefined =>
  node?.type === 'object'
    ? node.children?.find(({ children: [key] = [] }) => key?.value === name)?.children?.[1]
    : undefined

/** The text is one string, or a list of strings, usually one for each line. */
function cellOf(source: string, content: Node): DiagramBlock {
  const strings = content.type === 'array' ? (content.children ?? []) : [content]
  const pieces = strings.filter(({ type }) => type === 'string').flatMap(string => piecesOf(source, string))
  const { offset, length } = content
  const start = pieces[0]?.start ?? offset
  const span = { start, end: pieces.at(-1)?.end ?? Math.max(start, offset + length) }
  return blockOf(source, pieces, span, hostFor(source, content))
}

function piecesOf(source: string, { offset, length }: Node): Piece[] {
  const [start, end] = [offset + 1, offset + length - 1]
  const pieces: Piece[] = []
  let at = start
  for (const { index, 0: written } of source.slice(start, end).matchAll(/\\(?:u[\da-fA-F]{4}|.)/gs)) {
    if (start + index > at) pieces.push({ start: at, end: start + index })
    at = start + index + written.length
    pieces.push({ start: start + index, end: at, decoded: decodedFrom(written) })
  }
  return at < end || pieces.length === 0 ? [...pieces, { start: at, end }] : pieces
}

const named: ReadonlyMap<string, string> = new Map(
  Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }),
)

function decodedFrom(written: string): string {
  const sign = written.slice(1)
  return sign.length > 1 ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : (named.get(sign) ?? sign)
}

/** New lines become strings of their own where the others are. */
function hostFor(source: string, { type, children = [] }: Node): Host {
  const [first, second] = children
  const between = first && second ? source.slice(first.offset + first.length, second.offset) : ',\n    '
  const lineBreak = type === 'array' ? `\\n"${between}"` : '\\n'
  return {
    encode: text =>
      text
        .split('\n')
        .map(line => JSON.stringify(line).slice(1, -1))
        .join(lineBreak),
    prefixed: false,
  }
}
