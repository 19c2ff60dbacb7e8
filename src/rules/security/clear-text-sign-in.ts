// Passwords that cross a network as they are.

import { isComponent } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { wordsOn } from '../fixes/reword-arrow'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const clearTextSignIn = defineRule({
  id: 'clear-text-sign-in',
  category: 'security',
  speaksOf: 'hazard',
  summary: 'Passwords are sent unencrypted: a simple bind over LDAP, Telnet, or HTTP Basic without TLS.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    const judged = new Set<Connection['callee']>()
    for (const connection of system.connections) {
      const { callee, network, role, figures } = connection
      if (!network.value || role.value === 'reply' || judged.has(callee)) continue
      if (figures.tls && figures.tls.value !== 'none') continue
      const found = weakIn(connection)
      if (!found) continue
      judged.add(callee)
      yield judge(system, connection, found)
    }
  },
})

interface Weakness {
  readonly words: RegExp
  readonly name: string
  readonly instead: string
}

/** `LDAP` alone may be either: what tells is the scheme, the port, or that a password is sent. */
const weaknesses: readonly Weakness[] = [
  {
    words:
      /\bldap:\/\/|\bldap\b[^,;|\n]{0,12}\b389\b|\b389\b[^,;|\n]{0,6}\bldap\b|\bldap\b(?: simple)? bind\b/i,
    name: 'LDAP',
    instead: 'LDAPS (port 636), or StartTLS before the bind',
  },
  { words: /\btelnet\b/i, name: 'Telnet', instead: 'SSH' },
  {
    words:
      /\bhttp:\/\/[^\s|]*[^|\n]{0,30}\bbasic(?: auth\w*)?\b|\bbasic auth\w*[^|\n]{0,30}\b(?:over|via) http\b(?!s)/i,
    name: 'HTTP Basic',
    instead: 'HTTPS',
  },
]

/** The port of the directory may stand in its box, where the arrow says nothing else. */
const directoryPort = /\b(?:(?:open)?ldap|directory|freeipa)\b[^\n]{0,40}\n?[^\n]{0,12}:389\b/i

const encrypted =
  /\bldaps\b|\b636\b|\bstart ?-?tls\b|\bm?tls\b|\bssl\b|\bhttps\b|\bwireguard\b|\bvpn\b|\bipsec\b/i

/** Telnet is what its author tries a server of plain lines with: nobody logs in to a machine. */
const isOwnProtocol =
  /\b(?:tcp|chat|game|mud|socket|line|smtp) ?servers?\b|\b(?:chat|broker|redis|memcached)\b/i

function weakIn({ arrow, callee }: Connection): Weakness | undefined {
  const said = wordingOf(arrow)
  if (encrypted.test(said) || encrypted.test(callee.text)) return undefined
  const written = weaknesses.find(
    ({ words, name }) => words.test(said) && (name !== 'Telnet' || !isOwnProtocol.test(callee.text)),
  )
  if (written) return written
  return isComponent(callee) && directoryPort.test(callee.text) ? weaknesses[0] : undefined
}

function judge(system: System, connection: Connection, { words, name, instead }: Weakness): Report {
  const { caller, callee } = connection
  return {
    at: wordsOn(system, connection, words) ?? labelSpanOf(connection),
    message: `${caller.name} signs in at ${callee.name} over ${name} without encryption. Whoever can listen on that network, such as one infected host, reads the passwords of everybody who signs in. Write ${instead}.`,
  }
}
