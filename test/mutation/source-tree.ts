// The syntax tree of a TypeScript source, as far as mutants need it.

import { parseAst } from 'vitest/node'

export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

export const isNode = (part: unknown): part is Node =>
  typeof part === 'object' && part !== null && 'type' in part && 'start' in part && 'end' in part

export function treeOf(text: string): Node {
  const program: unknown = parseAst(text, { lang: 'ts' })
  if (!isNode(program)) throw new Error('no syntax tree')
  return program
}

/** What a node consists of, in order; no types, and no names of properties. */
export function childrenOf(node: Node): readonly Node[] {
  return Object.entries(node)
    .filter(([part]) => part !== 'key' || node.computed === true)
    .flatMap(([, part]) => part)
    .filter(isNode)
    .filter(({ type }) => !type.startsWith('TS') || type.endsWith('Expression'))
    .sort((a, b) => a.start - b.start)
}

export const isFunction = ({ type }: Node): boolean =>
  /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type)
