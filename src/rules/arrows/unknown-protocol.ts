// Labels that say what is meant but not how the two talk.

import { likelyProtocols } from '../../advice/likely-protocols'
import { protocolLabel } from '../../knowledge'
import { hasKind } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { labelProtocol } from '../fixes/label-protocol'
import { asWritten } from '../queries/places'
import { namesProtocol } from '../queries/protocols-named'
import { defineRule, type Lack } from '../rule'

export const unknownProtocol = defineRule({
  id: 'unknown-protocol',
  category: 'arrows',
  speaksOf: 'omission',
  topic: 'protocol',
  summary: 'A label names no protocol.',
  presets: { strict: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    const labeled = system.connections.filter(
      connection => isRequest(connection) && !isUsed(connection) && saysSomething(connection),
    )
    const spoken = new Set(labeled.filter(namesProtocol).map(pairOf))
    const vague = labeled.filter(each => !namesProtocol(each) && !spoken.has(pairOf(each)))
    const missing = asWritten(vague).map(connection => judge(system, connection))
    const written = asWritten(labeled).length
    yield {
      eligible: written,
      missing,
      message: howMany =>
        `${howMany} labels state a purpose but no protocol. Round trips, timeouts and failures depend on the protocol. Append it to each label: "places orders, HTTPS".`,
      fixTitle: count => `Append the likely protocol to all ${count} labels`,
    }
  },
})

/** A person in front of a screen speaks no protocol, and DNS only says where to go. */
const isUsed = (connection: Connection): boolean => hasKind(connection.caller, 'person', 'dns')

const saysSomething = ({ arrow }: Connection): boolean => arrow.text !== '' || (arrow.technology ?? '') !== ''

/** What two have said once in a trace they need not repeat. */
function pairOf(connection: Connection): string {
  const { caller, callee } = connection
  return `${caller.id}\n${callee.id}`
}

const longestQuote = 40

function judge(system: System, connection: Connection): Lack {
  const { caller, callee } = connection
  const { arrow } = connection
  const names = likelyProtocols(caller, callee).map(protocolLabel)
  const words = arrow.text || (arrow.technology ?? '')
  const said = words.length > longestQuote ? `${words.slice(0, longestQuote - 1)}…` : words
  const brief = `"${said}" says what ${caller.name} wants of ${callee.name}, not how they talk.`
  return {
    at: arrow.labelSpan ?? arrow.operator,
    brief,
    message: `${brief} Round trips, timeouts and failures depend on the protocol. Append it: "${said}, ${names[0]}".`,
    fixes: labelProtocol(system, { connection, title: name => `Append ${name}`, names }),
  }
}
