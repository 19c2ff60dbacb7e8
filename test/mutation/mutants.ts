// Small faults that a programmer might make, one at a time: another operator, a boundary, a condition turned round.

import { parseAst } from 'vitest/node'

export interface Mutant {
  /** From the project's root, with `/`. */
  readonly file: string
  readonly line: number
  readonly start: number
  readonly end: number
  readonly original: string
  readonly replacement: string
}

/** A mutant by what it does, for lists that outlive changes elsewhere in its file. */
export const nameOf = ({ file, line, original, replacement }: Mutant): string =>
  `${file}:${line}: ${oneLine(original)} → ${oneLine(replacement)}`

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

const operators: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '**': ['*'],
  '%': ['*'],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
}

const methods: Readonly<Record<string, string>> = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  some: 'every',
  every: 'some',
}

/** A node of the tree, as far as mutants are made of it. */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

/** All mutants of a source, in order. Types, texts of messages and patterns are left alone. */
export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const found: Mutant[] = []
  const add: Add = ({ start, end }, replacement) =>
    found.push({
      file,
      line: text.slice(0, start).split('\n').length,
      start,
      end,
      original: text.slice(start, end),
      replacement,
    })
  const visit = (node: Node): void => {
    if (node.type.startsWith('TS') && !node.type.endsWith('Expression')) return
    mutate(node, text, add)
    for (const part of Object.values(node).flat()) if (isNode(part)) visit(part)
  }
  const program: unknown = parseAst(text, { lang: 'ts' })
  if (isNode(program)) visit(program)
  return found
}

type Add = (place: { readonly start: number; readonly end: number }, replacement: string) => void

const isNode = (part: unknown): part is Node =>
  typeof part === 'object' && part !== null && 'type' in part && 'start' in part && 'end' in part

function mutate(node: Node, text: string, add: Add): void {
  const part = (name: string): Node | undefined => {
    const found = node[name]
    return isNode(found) ? found : undefined
  }
  const [left, right, test, argument] = ['left', 'right', 'test', 'argument'].map(part)
  if (/^(?:Binary|Logical|Assignment)Expression$/.test(node.type) && left && right) {
    if (![left, right].some(isText)) operator(node, { left, right, text, add })
  } else if (node.type === 'Literal' && typeof node.value === 'number') {
    add(node, node.value === 0 ? '1' : `(${node.value} + 1)`)
  } else if (node.type === 'Literal' && typeof node.value === 'boolean') {
    add(node, String(!node.value))
  } else if (node.type === 'UnaryExpression' && node.operator === '!' && argument) {
    add(node, text.slice(argument.start, argument.end))
  } else if (node.type === 'ConditionalExpression' && test) {
    add(test, 'true')
    add(test, 'false')
  } else if (node.type === 'IfStatement' && test) {
    add(test, 'false')
  } else if (node.type === 'CallExpression') {
    method(part('callee'), add)
  }
}

interface Operation {
  readonly left: Node
  readonly right: Node
  readonly text: string
  readonly add: Add
}

function operator(node: Node, { left, right, text, add }: Operation): void {
  const written = String(node.operator)
  const start = text.indexOf(written, left.end)
  if (start < 0 || start >= right.start) return
  for (const other of operators[written] ?? []) add({ start, end: start + written.length }, other)
}

/** `'a' + b` puts texts together. */
const isText = ({ type, value }: Node): boolean => type === 'TemplateLiteral' || typeof value === 'string'

function method(callee: Node | undefined, add: Add): void {
  const property = callee?.type === 'MemberExpression' ? callee.property : undefined
  if (!isNode(property) || typeof property.name !== 'string') return
  const other = Object.hasOwn(methods, property.name) ? methods[property.name] : undefined
  if (other !== undefined) add(property, other)
}
