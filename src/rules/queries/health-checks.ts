// What a design says of health checks: whether it draws them, and what they touch.

import { isBroker, isStore, kindOf } from '../../model/ends'
import type { Component, System } from '../../model/system'

const checking = /\b(?:health|healthz|livez|readyz|heartbeats?|probes?|outlier)\b|health-?checks?/i

/** Somewhere in the picture health is checked: the author thought of it. */
export const drawsChecks = ({ components, connections }: System): boolean =>
  components.some(({ text }) => checking.test(text)) ||
  connections.some(({ arrow }) => checking.test(arrow.text))

/** What a check names of the things that its component calls: by id, by name, by product, or as "the database". */
export function dependenciesNamed(names: readonly string[], part: Component): readonly Component[] {
  const callees = [...new Set(part.outgoing.map(({ callee }) => callee))]
  return names.flatMap(name => callees.find(callee => isNamed(callee, name.trim().toLowerCase())) ?? [])
}

function isNamed(part: Component, name: string): boolean {
  const { id, text, technology } = part
  if ([id, text, technology?.id, technology?.name].some(known => known?.toLowerCase() === name)) return true
  if (name === 'db' || name === 'database' || name === 'store') return isStore(part)
  return name === 'queue' || name === 'broker' ? isBroker(part) : kindOf(part) === name
}
