// Arrows with two heads whose protocol only lets one of the two ask.

import { protocolById, protocolsIn } from '../../knowledge'
import { isService } from '../../model/ends'
import { isAwaited, isStream } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { type ByFamily, forFamily } from '../../syntax/notation'
import type { Arrow } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import { lineBelow } from '../fixes/annotate'
import { bothNamed } from '../queries/same-name'
import { defineRule, type Fix } from '../rule'

export const ambiguousCaller = defineRule({
  id: 'ambiguous-caller',
  category: 'arrows',
  speaksOf: 'contradiction',
  summary: 'An arrow points both ways, although only one end can send requests in its protocol.',
  presets: { strict: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const connection of system.connections.filter(pointsBothWays)) {
      const { from, to, arrow, protocol } = connection
      const name = protocol ? protocolById(protocol.value).name : 'It'
      yield {
        at: arrow.operator,
        message: `The arrow between ${bothNamed(from, to)} points both ways, but with ${name} one end asks and the other answers. Remove the head at the caller's end, or draw two arrows if each calls the other${bothStream(protocol?.value)}.`,
        fixes: fixesOf(system, connection),
      }
    }
  },
})

/** gRPC can also keep one call open on which both send. */
const bothStream = (id: ProtocolId | undefined): string =>
  id === 'grpc' ? '; if both send on one open call, write gRPC bidi stream' : ''

function pointsBothWays(connection: Connection): boolean {
  const { direction, protocol, protocols, from, to, figures, arrow } = connection
  if (direction.value !== 'both' || !isAwaited(connection) || isStream(connection)) return false
  const isSaid = figures.protocol !== undefined || protocolsIn(wordingOf(arrow)).length > 0
  const isNamed =
    isSaid && protocol !== undefined && protocol.confidence >= 0.7 && isApplication(protocol.value)
  const asks = isNamed && protocols.every(id => !isApplication(id) || isRequestResponse(id))
  return asks && isService(from) && isService(to)
}

type ProtocolId = Connection['protocols'][number]

const isApplication = (id: ProtocolId): boolean => protocolById(id).layer === 'application'

function isRequestResponse(id: ProtocolId): boolean {
  const { style, twoWay } = protocolById(id)
  return style === 'request' && (!twoWay || id === 'grpc')
}

function fixesOf(system: System, connection: Connection): readonly Fix[] {
  const { from, to } = connection
  const only = oneWay(system, connection)
  const back = wayBack(system, connection)
  if (!only) return []
  const caller = { title: `Only ${from.name} calls ${to.name}`, edits: [only], safe: false }
  return back ? [caller, { title: 'Draw two arrows', edits: [only, back], safe: false }] : [caller]
}

/** The same arrow without the head at its start. */
function oneWay({ diagram }: System, { arrow }: Connection): Edit | undefined {
  const { start } = arrow.statement
  if (diagram.text.startsWith('BiRel', start))
    return { span: { start, end: start + 'BiRel'.length }, text: 'Rel' }
  const { operator } = arrow
  const head = /^<+/.exec(diagram.text.slice(operator.start, operator.end))?.[0]
  return head ? { span: { start: operator.start, end: operator.start + head.length }, text: '' } : undefined
}

/** The call the other way, on a line of its own. */
function wayBack({ diagram }: System, { arrow }: Connection): Edit | undefined {
  const line = forFamily(turned, diagram)(arrow, diagram.text)
  return line === undefined ? undefined : lineBelow(diagram.text, arrow.statement, line)
}

/** How each family draws an arrow with the same label back; undefined where that takes a place on the boxes' sides. */
const turned: ByFamily<(arrow: Arrow, text: string) => string | undefined> = {
  flowchart: (arrow, text) => {
    const label = labelIn(arrow, text)
    return label ? `${arrow.to} -->|${label}| ${arrow.from}` : `${arrow.to} --> ${arrow.from}`
  },
  sequence: (arrow, text) => `${arrow.to}->>${arrow.from}: ${labelIn(arrow, text)}`,
  c4: ({ from, to, toSpan, statement }, text) => `Rel(${to}, ${from}${text.slice(toSpan.end, statement.end)}`,
  architecture: () => undefined,
  other: () => undefined,
}

const labelIn = ({ labelSpan }: Arrow, text: string): string =>
  labelSpan ? text.slice(labelSpan.start, labelSpan.end) : ''
