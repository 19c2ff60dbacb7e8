// The protocols that fit an arrow which may be half typed: by both of its ends, else by where it starts.

import { likelyProtocols } from '../../advice/likely-protocols'
import type { ProtocolId } from '../../knowledge'
import { type End, isClient } from '../../model/ends'
import type { Component, System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import type { CursorPlace } from './place'

export interface OpenLabel extends CursorPlace {
  /** The line up to the cursor, and from it. */
  readonly before: string
  readonly after: string
}

/** The likely protocols, best first, each with the ends that it is likely between. */
export function likelyHere(label: OpenLabel): ReadonlyMap<ProtocolId, string> {
  const ends = endsHere(label)
  if (!ends) return new Map()
  const { caller, callee } = ends
  if (callee)
    return new Map(likelyProtocols(caller, callee).map(id => [id, `${caller.text} → ${callee.text}`]))
  return likelyFrom(label.diagram.system, caller)
}

export interface TypedEnds {
  readonly caller: End
  readonly callee?: End
}

/** The ends of the arrow that the label is typed on, as far as they are known. */
export function endsHere({ diagram, offset, before, after }: OpenLabel): TypedEnds | undefined {
  const { system } = diagram
  const typed = endsTyped(system, before, after)
  if (typed?.callee) return typed
  return drawnAt(system, offset, 'span') ?? typed ?? drawnAt(system, offset, 'statement')
}

/** The arrow drawn at an offset, or in the statement there. */
const drawnAt = (
  { connections }: System,
  offset: number,
  part: 'span' | 'statement',
): TypedEnds | undefined =>
  connections.find(
    ({ arrow: { [part]: span, to } }) => span.start <= offset && offset <= span.end && to !== '',
  )

/** `orders -->|` names its source only; what follows the closing bar may name the target. */
function endsTyped(system: System, before: string, after: string): TypedEnds | undefined {
  const message = messageTyped(system, before)
  if (message) return message
  const caller = /\|"?[^|]*$/.test(before) ? callerTyped(system, before) : undefined
  const name = /^[^|]*\|\s*([\p{L}\p{N}_]+)/u.exec(after)?.[1]
  const callee = system.components.find(({ id }) => id === name)
  return caller ? { caller, ...(callee && { callee }) } : undefined
}

/** `api->>db: ` names both; a message without a text is none yet. */
export function messageTyped({ components, diagram }: System, before: string): TypedEnds | undefined {
  if (!isTimeline(diagram)) return undefined
  const drawn = before.slice(0, Math.max(0, before.lastIndexOf(':')))
  const arrow = /(?:<<)?-{1,2}(?:>>|[>x)])/.exec(drawn)
  if (!arrow) return undefined
  const to = drawn.slice(arrow.index + arrow[0].length).trim()
  const ends = [drawn.slice(0, arrow.index).trim(), to.replace(/^[+-]\s*/, '')]
  const [caller, callee] = ends.map(name => components.find(({ id }) => id === name))
  return caller && callee && { caller, callee }
}

/** What stands before the last arrow of a line, which ends in the arrow, in its label or in the word behind it. */
export function callerTyped({ components }: System, before: string): Component | undefined {
  const drawn = withoutLabel(before)
  const arrow = /(?:(?<=\s)[ox]|<)?(?:-{2}|==|-\.|->)[-=.>ox)]*$/.exec(drawn)
  const source =
    arrow &&
    drawn
      .slice(0, arrow.index)
      .trim()
      .replace(/:[LRTB]$/, '')
  return source ? componentWritten(components, source) : undefined
}

/** The component that a text ends with: its id, or its id and label in a shape. */
export const componentWritten = (components: readonly Component[], source: string): Component | undefined =>
  components.find(({ id, node }) => source === id || writes(source, id, node.text))

/** A line up to its last arrow: without a label that is open or closed behind it, and without a word after both. */
function withoutLabel(before: string): string {
  const parts = before.split('|')
  const isOpen = parts.length % 2 === 0
  const line = isOpen ? parts.slice(0, -1).join('|') : before.replace(/[+-]?[\w.]*$/, '').trimEnd()
  return (line.endsWith('|') ? parts.slice(0, -2).join('|') : line).trimEnd()
}

/** `orders[Order service]`, or the end of a chain that names it last. */
const writes = (source: string, id: string, text: string): boolean =>
  source.endsWith(` ${id}`) || (source.includes(id) && source.includes(text) && /[\])}]$/.test(source))

/** What it speaks to all that it may call, what fits most of them first. */
function likelyFrom({ components, calls }: System, caller: End): ReadonlyMap<ProtocolId, string> {
  const callers = new Set(calls.filter(({ callee }) => callee === caller).map(call => call.caller))
  const callees = components.filter(
    component => component !== caller && !isClient(component) && !callers.has(component),
  )
  const fitting = new Map<ProtocolId, { weight: number; callees: Component[] }>()
  for (const callee of callees) {
    for (const [rank, id] of likelyProtocols(caller, callee).entries()) {
      const { weight, callees: others } = fitting.get(id) ?? { weight: 0, callees: [] }
      fitting.set(id, { weight: weight + 1 / (rank + 1), callees: [...others, callee] })
    }
  }
  const ordered = [...fitting].sort(([, a], [, b]) => b.weight - a.weight).slice(0, 6)
  return new Map(
    ordered.map(
      ([
        id,
        {
          callees: [first],
        },
      ]) => [id, `${caller.text} → ${first?.text ?? ''}`],
    ),
  )
}
