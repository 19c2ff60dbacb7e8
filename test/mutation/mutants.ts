// Small faults that a programmer might make, one at a time: another operator, a boundary, a condition turned round.

import { costsIn } from './costs.ts'
import { childrenOf, isNode, type Node, treeOf } from './source-tree.ts'

export interface Mutant {
  /** From the project's root, with `/`. */
  readonly file: string
  readonly line: number
  readonly start: number
  readonly end: number
  readonly replacement: string
  /** The expression that has another value, by its place. */
  readonly expression: { readonly start: number; readonly end: number }
  /** What is replaced is the name of a method. */
  readonly isMethod: boolean
  /** The file and its changed lines before and after: a name that outlives changes elsewhere in the file. */
  readonly name: string
}

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

/** The operator that turns a comparison round, rather than moving it by one. */
const turnedRound = ({ operator }: Node): string | undefined =>
  /[<>=]=?/.test(String(operator)) ? operators[String(operator)]?.at(-1) : undefined

const methods: Readonly<Record<string, string>> = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  some: 'every',
  every: 'some',
}

/** All mutants of a source, in order. Types, texts of messages and patterns are left alone. */
export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const found: Mutant[] = []
  const program = treeOf(text)
  const costs = costsIn(program, text)
  const visit = (node: Node): void => {
    mutate(node, text, ({ start, end }, replacement, expression) => {
      if (costs.has(node) && replacement !== turnedRound(node)) return
      if (isNode(node.test) && costs.has(node.test) && replacement === 'false') return
      const line = text.slice(0, start).split('\n').length
      const name = nameOf(file, text, { start, end, replacement })
      found.push({
        file,
        line,
        start,
        end,
        replacement,
        expression: expression ?? { start, end },
        isMethod: node.type === 'CallExpression',
        name,
      })
    })
    childrenOf(node).forEach(visit)
  }
  visit(program)
  return found
}

interface Place {
  readonly start: number
  readonly end: number
}

function nameOf(
  file: string,
  text: string,
  { start, end, replacement }: Place & { readonly replacement: string },
): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const lineEnd = text.indexOf('\n', end)
  const after = text.slice(end, lineEnd < 0 ? text.length : lineEnd)
  const [original, mutated] = [text.slice(start, end), replacement].map(middle =>
    `${before}${middle}${after}`.replace(/\s+/g, ' ').trim(),
  )
  return `${file}: ${original} → ${mutated}`
}

type Add = (place: Place, replacement: string, expression?: Place) => void

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
  for (const other of operators[written] ?? []) add({ start, end: start + written.length }, other, node)
}

/** `'a' + b` puts texts together. */
const isText = ({ type, value }: Node): boolean => type === 'TemplateLiteral' || typeof value === 'string'

function method(callee: Node | undefined, add: Add): void {
  const property = callee?.type === 'MemberExpression' ? callee.property : undefined
  if (!isNode(property) || typeof property.name !== 'string') return
  const other = Object.hasOwn(methods, property.name) ? methods[property.name] : undefined
  if (other !== undefined) add(property, other)
}
