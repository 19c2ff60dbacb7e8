// The protocols that fit an arrow which may be half typed: by both of its ends, else by where it starts.

import type { ProtocolId } from '../knowledge'
import { isClient } from '../model/ends'
import type { Component, System } from '../model/system'
import { likelyProtocols } from '../rules/writing/likelyProtocols'
import type { Place } from './place'

export interface OpenLabel extends Place {
  /** The line up to the cursor, and from it. */
  readonly before: string
  readonly after: string
}

/** The likely protocols, best first, each with the ends that it is likely between. */
export function likelyHere({ diagram, offset, before, after }: OpenLabel): ReadonlyMap<ProtocolId, string> {
  const { system } = diagram
  const typed = endsTyped(system, before, after)
  const ends = typed?.to
    ? typed
    : (drawnAt(system, offset, 'span') ?? typed ?? drawnAt(system, offset, 'statement'))
  if (!ends) return new Map()
  const { from, to } = ends
  if (to) return new Map(likelyProtocols(from, to).map(id => [id, `${from.text} → ${to.text}`]))
  return likelyFrom(system, from)
}

interface Ends {
  readonly from: System['connections'][number]['from']
  readonly to?: System['connections'][number]['to']
}

/** The arrow drawn at an offset, or in the statement there. */
const drawnAt = ({ connections }: System, offset: number, part: 'span' | 'statement'): Ends | undefined =>
  connections.find(
    ({ arrow: { [part]: span, to } }) => span.start <= offset && offset <= span.end && to !== '',
  )

/** `orders -->|` names its source only; what follows the closing bar may name the target. */
function endsTyped({ components }: System, before: string, after: string): Ends | undefined {
  const arrow = /(?:<|[ox])?(?:--|==|-\.-)[-=.>ox]*\|"?[^|]*$/.exec(before)
  const source = arrow && before.slice(0, arrow.index).trim()
  const from = source && components.find(({ id, node }) => source === id || writes(source, id, node.text))
  const name = /^[^|]*\|\s*([\p{L}\p{N}_]+)/u.exec(after)?.[1]
  const to = components.find(({ id }) => id === name)
  return from ? { from, ...(to && { to }) } : undefined
}

/** `orders[Order service]`, or the end of a chain that names it last. */
const writes = (source: string, id: string, text: string): boolean =>
  source.endsWith(` ${id}`) || (source.includes(id) && source.includes(text) && /[\])}]$/.test(source))

/** What it speaks to all that it may call, what fits most of them first. */
function likelyFrom({ components, calls }: System, from: Ends['from']): ReadonlyMap<ProtocolId, string> {
  const callers = new Set(calls.filter(({ callee }) => callee === from).map(({ caller }) => caller))
  const callees = components.filter(
    component => component !== from && !isClient(component) && !callers.has(component),
  )
  const fitting = new Map<ProtocolId, { weight: number; to: Component[] }>()
  for (const to of callees) {
    for (const [rank, id] of likelyProtocols(from, to).entries()) {
      const { weight, to: others } = fitting.get(id) ?? { weight: 0, to: [] }
      fitting.set(id, { weight: weight + 1 / (rank + 1), to: [...others, to] })
    }
  }
  const ordered = [...fitting].sort(([, a], [, b]) => b.weight - a.weight).slice(0, 6)
  return new Map(ordered.map(([id, { to }]) => [id, `${from.text} → ${to[0]?.text ?? ''}`]))
}
