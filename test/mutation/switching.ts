// A source that holds all its mutants at once. Each is switched on from outside, so that nothing loads anew for it.

import type { Mutant } from './mutants.ts'
import { childrenOf, isFunction, isNode, type Node, treeOf } from './source-tree.ts'

export interface Switched {
  readonly mutant: Mutant
  readonly number: number
}

/**
 * `a < b` becomes `(mutation.is(7) ? a <= b : a < b)`. Loops and functions count their steps, so that a mutant that never
 * stops is stopped; functions also note that their source, by its number, was in use. What keeps answers keeps them for
 * one mutant.
 */
export function withSwitches(text: string, mutants: readonly Switched[], source: number): string {
  const byPlace = Map.groupBy(
    mutants,
    ({ mutant: { expression } }) => `${expression.start}:${expression.end}`,
  )

  /** How many are open around what is written. */
  let functions = 0

  function written(node: Node, parent?: Node): string {
    const here = switchesAt(node)
    if (isFunction(node)) functions++
    const inner = withSteps(node, parent, withOwnMemory(node, joined(node)))
    if (isFunction(node)) functions--
    return here.reduce(
      (rest, { mutant, number }) =>
        mutant.isMethod
          ? `[mutation.is(${number}) ? '${mutant.replacement}' : '${rest}']`
          : `(mutation.is(${number}) ? ${textOf(mutant, node)} : ${rest})`,
      inner,
    )
  }

  /** Of nodes at the same place, as of `a?.b` as a whole and its last part, the outermost has them. */
  function switchesAt({ type, start, end }: Node): readonly Switched[] {
    if (type === 'ExpressionStatement') return []
    const here = byPlace.get(`${start}:${end}`) ?? []
    byPlace.delete(`${start}:${end}`)
    return here
  }

  function textOf({ start, end, replacement }: Mutant, node: Node): string {
    return `${text.slice(node.start, start)}${replacement}${text.slice(end, node.end)}`
  }

  function joined(node: Node): string {
    let [done, at] = ['', node.start]
    for (const child of childrenOf(node)) {
      if (child.start < at) continue
      const between = text.slice(at, child.start)
      const part = written(child, node)
      // `.some` becomes `['some']`.
      done += part.startsWith('[mutation') && !between.endsWith('?.') ? between.replace(/\.$/, '') : between
      done += part
      at = child.end
    }
    return done + text.slice(at, node.end)
  }

  function withSteps(node: Node, parent: Node | undefined, inner: string): string {
    if (node.type === 'ExpressionStatement' && parent && /Block|Program/.test(parent.type)) return `;${inner}`
    const isLoop = parent !== undefined && /^(?:For|While|DoWhile)/.test(parent.type)
    const isBody = isNode(parent?.body) && parent.body.start === node.start && parent.body.end === node.end
    if (!isBody || !(isLoop || isFunction(parent))) return inner
    const step = `mutation.step(${source})`
    if (node.type === 'BlockStatement') return `{ ${step};${inner.slice(1)}`
    return isLoop ? `{ ${step}; ${inner} }` : `(${step}, ${inner})`
  }

  function withOwnMemory(node: Node, inner: string): string {
    const callee = isNode(node.callee) ? String(node.callee.name) : ''
    if (node.type === 'CallExpression' && memories.has(callee)) return `mutation.anew(() => ${inner})`
    const isMemory = node.type === 'NewExpression' && /^(?:Weak)?(?:Map|Set)$/.test(callee)
    return isMemory && functions === 0 && inner.endsWith('()') ? `mutation.memory(() => ${inner})` : inner
  }

  return `const { mutation } = globalThis; ${written(treeOf(text))}`
}

/** What keeps answers for as long as the process lives. */
const memories = new Set(['remembered', 'rememberedBy', 'lazily'])
