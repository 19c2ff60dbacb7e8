// The syntax tree of a TypeScript source, as far as mutants and the survey of tests need it.

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

/** A function's body: statements in braces or one expression. */
export interface Body {
  readonly start: number
  readonly end: number
  readonly isBlock: boolean
}

/** The bodies of all functions of a source, outer ones before inner ones. */
export function bodiesOf(text: string): readonly Body[] {
  const found: Body[] = []
  const visit = (node: Node): void => {
    if (/Function/.test(node.type) && isNode(node.body)) {
      const { start, end, type } = node.body
      found.push({ start, end, isBlock: type === 'BlockStatement' })
    }
    for (const part of Object.values(node).flat()) if (isNode(part)) visit(part)
  }
  visit(treeOf(text))
  return found
}

/** A source that notes in `globalThis.reached` which of its functions were called: the n-th at place `first` + n. */
export function noting(text: string, first: number): string {
  const inserted = bodiesOf(text).flatMap(({ start, end, isBlock }, place) => {
    const note = `(globalThis.reached[${first + place}] = 1)`
    return isBlock
      ? [{ at: start + 1, text: ` ${note};` }]
      : [
          { at: start, text: `(${note}, ` },
          { at: end, text: ')' },
        ]
  })
  let noted = text
  // From the end on, so that earlier places stay where they are; inner closings before outer ones.
  for (const { at, text: note } of inserted.sort((a, b) => b.at - a.at)) {
    noted = `${noted.slice(0, at)}${note}${noted.slice(at)}`
  }
  return noted
}
