// Places that decide what an answer costs, not what it is. A fault there is nothing that a test of behavior could notice,
// so no mutant is made of them:
// - the guard of a memory, `const known = kept.get(key)` and `if (known) return known` before `kept.set(…)`: without it
//   the same is worked out again. Turned round instead of left out, it is a mutant like others;
// - the number in `const MOST_… =`, the room's name for how much is worked out before something coarser takes over.
//   One more or less shows nowhere, in the number or in what is compared with it; never giving up shows nowhere either;
// - what is taken from a store of work, `effort.left -= …`, and whether there is just enough of it.
// Nor of facts: the numbers in a row `[/pattern/, …]`, such as the version that a kind of diagram came with, and in a table
// of at least three products or names with a number each. They are read in the sources that are named beside them; a test
// could only repeat them.

import { childrenOf, isFunction, isNode, type Node } from './source-tree.ts'

/** The tests of memory guards and of limits, the numbers of limits and facts, and the counts of work, by their nodes. */
export function costsIn(program: Node, text: string): ReadonlySet<Node> {
  const found = new Set<Node>()
  const visit = (node: Node, around: Node): void => {
    if (node.type === 'VariableDeclarator' && /^MOST_/.test(nameOf(node.id))) numbersIn(node, found)
    const children = childrenOf(node)
    if (node.type === 'ArrayExpression' && isPattern(children[0])) numbersIn(node, found)
    if (node.type === 'ObjectExpression' && around === program && isTable(children)) numbersIn(node, found)
    if (node.type === 'BinaryExpression' && [node.left, node.right].some(isLimit)) found.add(node)
    if (node.type === 'AssignmentExpression' && isLimit(node.left)) allIn(node, found)
    children.forEach((child, index) => {
      const test = guardOf(children[index - 1], child, text.slice(around.start, around.end))
      if (test) found.add(test)
      visit(child, isFunction(child) ? child : around)
    })
  }
  visit(program, program)
  return found
}

/** `MOST_NODES`, `effort.left`. */
const isLimit = (node: unknown): boolean =>
  isNode(node) &&
  (/^MOST_/.test(nameOf(node)) || (node.type === 'MemberExpression' && nameOf(node.property) === 'left'))

function allIn(node: Node, found: Set<Node>): void {
  found.add(node)
  for (const child of childrenOf(node)) allIn(child, found)
}

/** `{ alb: 60_000, nlb: 350_000, … }`, outside of functions. */
const isTable = (properties: readonly Node[]): boolean =>
  properties.length >= 3 &&
  properties.every(
    ({ value }) => isNode(value) && value.type === 'Literal' && typeof value.value === 'number',
  )

const isPattern = (node: Node | undefined): boolean => node?.type === 'Literal' && 'regex' in node

const nameOf = (node: unknown): string =>
  isNode(node) && node.type === 'Identifier' ? String(node.name) : ''

function numbersIn(node: Node, found: Set<Node>): void {
  if (node.type === 'Literal') found.add(node)
  for (const child of childrenOf(node)) numbersIn(child, found)
}

/** `const known = kept.get(key)` before `if (known) return known` or `if (known !== undefined) return known.answer`. */
function guardOf(
  before: Node | undefined,
  { type, test, consequent }: Node,
  around: string,
): Node | undefined {
  if (
    type !== 'IfStatement' ||
    before?.type !== 'VariableDeclaration' ||
    !isNode(test) ||
    !isNode(consequent)
  )
    return undefined
  const [declared] = childrenOf(before)
  const call = declared?.init
  const callee = isNode(call) && call.type === 'CallExpression' ? call.callee : undefined
  if (!declared || !isNode(callee) || callee.type !== 'MemberExpression' || nameOf(callee.property) !== 'get')
    return undefined
  const known = nameOf(declared.id)
  const asked = test.type === 'BinaryExpression' && test.operator === '!==' ? test.left : test
  const returned = consequent.type === 'ReturnStatement' ? consequent.argument : undefined
  const given = isNode(returned) && returned.type === 'MemberExpression' ? returned.object : returned
  const isGuard = known !== '' && nameOf(asked) === known && nameOf(given) === known
  return isGuard && around.includes(`${nameOf(callee.object)}.set(`) ? test : undefined
}
