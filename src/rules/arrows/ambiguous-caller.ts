// Arrows with two heads whose protocol only lets one of the two ask.

import { protocolById, protocolsIn } from '../../knowledge'
import { isService } from '../../model/ends'
import { isAwaited, isStream } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import type { Edit } from '../../text/edit'
import { lineBelow } from '../fixes/annotate'
import { defineRule, type Fix } from '../rule'

export const ambiguousCaller = defineRule({
  id: 'ambiguous-caller',
  category: 'arrows',
  speaksOf: 'contradiction',
  summary: 'An arrow points both ways although its protocol only lets one end ask.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const connection of system.connections.filter(pointsBothWays)) {
      const { from, to, arrow, protocol } = connection
      const name = protocol ? protocolById(protocol.value).name : 'It'
      yield {
        at: arrow.operator,
        message: `The arrow between ${from.name} and ${to.name} points both ways, but with ${name} one end asks and the other answers. If the second head is the answer, leave it out. If each calls the other these are two calls with timeouts of their own: draw two arrows.${bothStream(protocol?.value)}`,
        fixes: fixesOf(system, connection),
      }
    }
  },
})

/** gRPC can also keep one call open on which both send. */
const bothStream = (id: ProtocolId | undefined): string =>
  id === 'grpc' ? ' If both send on one open call, write gRPC bidi stream.' : ''

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
function oneWay({ diagram: { text, family } }: System, { arrow }: Connection): Edit | undefined {
  if (family === 'c4') {
    const { start } = arrow.statement
    return text.startsWith('BiRel', start)
      ? { span: { start, end: start + 'BiRel'.length }, text: 'Rel' }
      : undefined
  }
  const head = /^<+/.exec(text.slice(arrow.operator.start, arrow.operator.end))?.[0]
  const { start } = arrow.operator
  return head ? { span: { start, end: start + head.length }, text: '' } : undefined
}

/** The call the other way, on a line of its own. */
function wayBack({ diagram }: System, { arrow }: Connection): Edit | undefined {
  const { text, family } = diagram
  const label = arrow.labelSpan ? text.slice(arrow.labelSpan.start, arrow.labelSpan.end) : ''
  const [from, to] = [arrow.from, arrow.to]
  const line = {
    flowchart: label ? `${to} -->|${label}| ${from}` : `${to} --> ${from}`,
    sequence: `${to}->>${from}: ${label}`,
    c4: `Rel(${to}, ${from}${text.slice(arrow.toSpan.end, arrow.statement.end)}`,
    architecture: undefined,
    other: undefined,
  }[family]
  return line === undefined ? undefined : lineBelow(text, arrow.statement, line)
}
