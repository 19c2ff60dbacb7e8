// What flows are called: where they begin, and who answers.

import type { Component } from '../system'

export type FlowNaming = (entry: Component, to: Component) => string

/** `Checkout page → Order service`: the names that messages use, or whole labels where several would share a name. */
export function flowNaming(components: readonly Component[]): FlowNaming {
  const count = new Map<string, number>()
  for (const { name } of components) count.set(name, (count.get(name) ?? 0) + 1)
  const called = ({ name, text }: Component): string => (count.get(name) === 1 ? name : text)
  return (entry, to) => (entry === to ? called(entry) : `${called(entry)} → ${called(to)}`)
}
