// Reading a JSON tree with what is wrong in it: settings by name, choices, scalars.

import { getNodeValue, type Node } from 'jsonc-parser'
import type { OptionValue } from '../../rules/rule'
import { nearest } from '../../syntax/nearest'

/** Takes what is wrong and where. */
export type ProblemSink = (place: Pick<Node, 'offset' | 'length'>, message: string) => void

export interface SettingEntry {
  readonly key: Node
  readonly name: string
  readonly value: Node
}

/** The settings of an object; of several with one name, the last, as everywhere in JSON. */
export function settingsIn(node: Node): SettingEntry[] {
  return [...new Map(writtenIn(node).map(entry => [entry.name, entry])).values()]
}

function writtenIn({ type, children = [] }: Node): SettingEntry[] {
  if (type !== 'object') return []
  return children.flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ key, value, name: String(getNodeValue(key)) }] : [],
  )
}

/** Reports each name that an object of the tree holds once more. */
export function reportRepeated(tree: Node, report: ProblemSink): void {
  for (const open = [tree]; open.length > 0; ) {
    const node = open.pop()!
    const names = new Set<string>()
    for (const { key, name } of writtenIn(node)) {
      if (names.has(name))
        report(key, `"${name}" is set more than once here, and the last one counts. Remove the others.`)
      names.add(name)
    }
    open.push(...(node.children ?? []))
  }
}

export function readScalar(node: Node): OptionValue | undefined {
  const value: unknown = getNodeValue(node)
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
    ? value
    : undefined
}

export function readChoice<V extends string | boolean>(
  node: Node | undefined,
  choices: readonly V[],
  report: ProblemSink,
): V | undefined {
  if (!node) return undefined
  const value: unknown = getNodeValue(node)
  const found = choices.find(choice => choice === value)
  if (found !== undefined) return found
  const texts = choices.map(choice => JSON.stringify(choice))
  const meant = typeof value === 'string' ? nearest(value, choices.map(String)) : undefined
  report(
    node,
    `${JSON.stringify(value)} is not one of ${texts.join(', ')}.${meant ? ` Did you mean "${meant}"?` : ''}`,
  )
  return undefined
}

export function unknownName(what: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  return `There is no ${what} called "${name}".${meant ? ` Did you mean "${meant}"?` : ''}`
}
