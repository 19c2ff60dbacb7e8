// Tokens that a browser is said to send in a header of its WebSocket.

import { hasKind, isClient, isComponent } from '../../model/ends'
import type { Component, Connection } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { labelSpanOf } from '../queries/places'
import { defineRule } from '../rule'

export const websocketHeaderAuth = defineRule({
  id: 'websocket-header-auth',
  category: 'real-time',
  speaksOf: 'contradiction',
  summary: 'A browser sends its token in a header of a WebSocket, which browsers cannot do.',
  presets: { recommended: 'warning' },
  // These send it in a frame, a query or a request of their own, whatever an arrow calls that.
  settledBy:
    /\bsocket\.?io\b|\bstomp\b|\bsock\.?js\b|\bsignal ?r\b|\bconnection_?(?:init|params)\b|\bsub-?protocol\b|\bsec-websocket-protocol\b|\bengine\.?io\b|\bcentrifug[eo]\b|\bpusher\b|\bably\b/i,
  options: {},

  *check({ connections }) {
    for (const connection of connections) {
      if (!sendsHeader(connection)) continue
      const { caller, callee } = connection
      yield {
        at: labelSpanOf(connection),
        oncePerDocument: true,
        message: `${caller.name} opens a WebSocket to ${callee.name} with its token in a header, which browsers don't allow: new WebSocket() takes an address and subprotocols, no headers. Send the token in the first message, a ticket that is good once in the address, or an HttpOnly cookie.`,
      }
    }
  },
})

function sendsHeader({ caller, callee, role, network, protocols, arrow }: Connection): boolean {
  const words = wordingOf(arrow)
  return (
    network.value &&
    role.value !== 'reply' &&
    isComponent(caller) &&
    isBrowser(caller) &&
    isComponent(callee) &&
    !isClient(callee) &&
    (protocols.includes('websocket') || opening.test(words)) &&
    inHeader.test(words) &&
    !otherwise.test(words)
  )
}

/** Drawn as one, or named after what runs in one alone. */
const isBrowser = (part: Component): boolean =>
  !elsewhere.test(part.text) &&
  (hasKind(part, 'browser') ||
    (isClient(part) && runsInBrowser.test(`${part.text} ${part.technology?.name ?? ''}`)))

const runsInBrowser =
  /\b(?:browser|web ?(?:app|client|ui|page|front-?end|dashboard)|spa|single[- ]page app\w*|react(?:\.?js)?|vue(?:\.?js)?|angular|svelte|next\.?js|nuxt)\b/i

/** Another program may send what it likes. */
const elsewhere =
  /\b(?:native|mobile|ios|android|flutter|expo|electron|tauri|desktop|cli|sdk|server|bff|device|extension|bot)\b/i

const opening = /\bweb ?sockets?\b|\bwss?\b|\bupgrade\b[^.]{0,20}\/ws\b/i

const inHeader =
  /\bauthorization\b|\bbearer\b|\bx-(?:auth|api|access)[\w-]*|\b(?:jwt|token|auth\w*|credentials)\b[^.,;]{0,20}\b(?:in|via|as|through)\b (?:the |an? )?(?:\w+ )?headers?\b|\bheaders?\b[^.,;]{0,12}\b(?:jwt|tokens?)\b/i

/** It names the way by which a browser does send it. */
const otherwise =
  /\bcookies?\b|\bquery\b|[?&]\w*token=|\bfirst (?:message|frame)\b|\bticket\b|\bauth\s?:\s?\{|\bpayload\b|\bin the url\b|\bsse\b|\bpolling\b/i
