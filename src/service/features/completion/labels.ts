// Between the bars of an arrow, in a message's text, in a C4 relation's technology: protocols, then figures.

import { protocolLabel, protocolsIn } from '../../../knowledge'
import { type ProtocolId, protocols } from '../../../knowledge/protocols/protocol'
import { type ByFamily, forFamily } from '../../../syntax/notation'
import { likelyHere, messageTyped } from '../likely-labels'
import type { CompletionContext } from './cursor'
import { nextFigures } from './next-figures'
import type { CompletionReader, Offer } from './offer'

export const labeled: CompletionReader = cursor => {
  const label = labelBefore(cursor)
  if (label === undefined) return undefined
  if (isReply(cursor)) return []
  const part = /[^,(]*$/.exec(label)?.[0].trimStart() ?? ''
  const namesProtocol = /\s$/.test(part) && protocolsIn(part).length > 0
  if (namesProtocol || label.slice(0, label.length - part.length).trim() !== '') {
    const from = cursor.offset - (namesProtocol ? 0 : part.length)
    return nextFigures(cursor, { label, part }).map(figure => ({ ...figure, from }))
  }
  return protocolsHere(cursor)
}

/** A dotted message against a call: what comes back names no protocol. */
function isReply({ before, diagram: { system } }: CompletionContext): boolean {
  if (!/--[>x)]/.test(before)) return false
  const message = messageTyped(system, before)
  return system.connections.some(
    ({ caller, callee }) => message && caller === message.callee && callee === message.caller,
  )
}

/** What is written of the label at the cursor; undefined where there is none. */
function labelBefore({ before, diagram }: CompletionContext): string | undefined {
  const inBars = /(?:--|==|-\.-|-)[>ox]?\|"?([^|]*)$/.exec(before)
  if (inBars) return inBars[1]
  return forFamily(inLabel, diagram.system.diagram)(before)
}

/** How each family writes the text of an arrow otherwise than in bars. */
const inLabel: ByFamily<(before: string) => string | undefined> = {
  flowchart: () => undefined,
  sequence: before =>
    before.startsWith('%') || !isAfterArrow(before) ? undefined : before.split(':').at(-1),
  c4: before => /\bRel\w*\([^,]+,[^,]+,\s*"[^"]*",\s*"?([^"]*)$/.exec(before)?.[1],
  architecture: before => {
    const opened = before.lastIndexOf('-[')
    return opened > before.lastIndexOf(']') ? before.slice(opened + 2) : undefined
  },
  other: () => undefined,
}

/** Behind the colon of a message: an arrow stands before it, and no other colon between. */
const isAfterArrow = (line: string): boolean => />|-[x)]/.test(line.split(':').at(-2) ?? '')

/** Named most on the arrows of design docs; the others follow in the order of their table. */
const usual: readonly ProtocolId[] = [
  ...(['https', 'grpc', 'rest', 'graphql', 'websocket', 'sse'] as const),
  ...(['sql', 'resp', 'kafka', 'amqp', 'mqtt'] as const),
]

function protocolsHere(cursor: CompletionContext): readonly Offer[] {
  const likely = likelyHere(cursor)
  const known = protocols.filter(({ layer }) => layer === 'application').map(({ id }) => id)
  const others = [...new Set([...usual, ...known])].filter(id => !likely.has(id))
  const inBars = /\|"?[^|]*$/.test(cursor.before)
  const closing = inBars && !cursor.after.includes('|') ? '|' : ''
  const offered = [...likely, ...others.map(id => [id, undefined] as const)]
  return offered.map(([id, detail]) => {
    const label = protocolLabel(id)
    return { label, kind: 'protocol', insert: label + closing, ...(detail !== undefined && { detail }) }
  })
}
