// Labels that say what is meant but not how the two talk.

import { likelyProtocols } from '../../advice/likely-protocols'
import { protocolLabel } from '../../knowledge'
import { hasKind, isStore } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { labelProtocol } from '../fixes/label-protocol'
import { type Lack, once } from '../queries/once'
import { asWritten } from '../queries/places'
import { defineRule } from '../rule'

export const unknownProtocol = defineRule({
  id: 'unknown-protocol',
  category: 'arrows',
  summary: 'A label names no protocol.',
  presets: { strict: 'info' },
  fixable: 'review',
  options: {},

  *check(system, _, review) {
    const labeled = system.connections.filter(
      connection => isRequest(connection) && !isUsed(connection) && saysSomething(connection),
    )
    const spoken = new Set(labeled.filter(namesProtocol).map(pairOf))
    const vague = labeled.filter(each => !namesProtocol(each) && !spoken.has(pairOf(each)))
    const missing = asWritten(vague).map(connection => judge(system, connection))
    const written = asWritten(labeled).length
    yield* once(system, review, {
      eligible: written,
      missing,
      message: (count, all) =>
        `${count} of ${all} labels say what is meant but not by which protocol. Round trips, timeouts and failures depend on it. Append it to each label: "places orders, HTTPS".`,
      fixTitle: count => `Append the likely protocol to all ${count} labels`,
    })
  },
})

/** A person in front of a screen speaks no protocol, and DNS only says where to go. */
const isUsed = (connection: Connection): boolean => hasKind(connection.caller, 'person', 'dns')

const saysSomething = ({ arrow }: Connection): boolean => arrow.text !== '' || (arrow.technology ?? '') !== ''

/** Or shows it: a method or path is HTTP, a statement SQL, the only protocol of a product is known. */
function namesProtocol(connection: Connection): boolean {
  const { protocols, figures, request, arrow } = connection
  const isStatement = statement.test(arrow.text) && isStore(connection.callee)
  return protocols.length > 0 || figures.protocol !== undefined || request !== undefined || isStatement
}

const statement = /^\W*(?:\d+[.)]\s*)?(?:SELECT|INSERT|UPDATE|DELETE FROM|BEGIN|COMMIT)\b/

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
    message: `${brief} Round trips, timeouts and the way it fails depend on the protocol. Append it: "${said}, ${names[0]}".`,
    fixes: labelProtocol(system, { connection, title: name => `Append ${name}`, names }),
  }
}
