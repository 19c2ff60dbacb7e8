// Versions of TLS that nobody should offer or accept any more.

import { isSurelyRemote } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { rewordings, wordsOn } from '../fixes/reword-arrow'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const obsoleteTls = defineRule({
  id: 'obsolete-tls',
  category: 'security',
  speaksOf: 'hazard',
  summary: 'A connection is encrypted with SSL, TLS 1.0 or TLS 1.1.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      const version = versionIn(wordingOf(connection.arrow))
      if (version && connection.network.value) yield judge(system, connection, version)
    }
    for (const part of system.components) {
      const version = versionIn(part.text)
      const isSpokenTo = [...part.incoming, ...part.outgoing].some(call => isSurelyRemote(call.connection))
      if (version && isSpokenTo)
        yield { at: nameSpan(part), message: `${part.name} speaks ${version}. ${why}` }
    }
  },
})

const obsolete = /\b(?:SSL ?v?[23](?:\.0)?|TLS ?v?1(?:\.[01])?)(?![.\d])/i

/** `TLS 1.0 disabled`, `no SSLv3`, `TLS 1.1 → 1.3` tell that it is gone. */
const givenUp =
  /\b(?:no|not|without|disable[sd]?|block(?:s|ed)?|reject(?:s|ed)?|den(?:y|ied)|deprecated|off|removed?|instead|upgrade)\b|→/i

/** The version that a text names, unless it says that it is given up or names a newer one besides. */
function versionIn(text: string): string | undefined {
  if (givenUp.test(text) || /\b1\.[23]\b/.test(text)) return undefined
  return obsolete.exec(text)?.[0]
}

const why =
  'RFC 8996 and the browsers deprecated it: its ciphers can be broken, and newer clients refuse to connect. Write TLS 1.2 or TLS 1.3.'

function judge(system: System, connection: Connection, version: string): Report {
  const { caller, callee, arrow } = connection
  const edits = rewordings(system, connection, { pattern: obsolete, by: 'TLS 1.2' })
  return {
    at: wordsOn(system, connection, obsolete) ?? arrow.labelSpan ?? arrow.operator,
    message: `${caller.name} and ${callee.name} speak ${version}. ${why}`,
    fixes: edits.length > 0 ? [{ title: 'Write TLS 1.2', edits, safe: false }] : [],
  }
}
