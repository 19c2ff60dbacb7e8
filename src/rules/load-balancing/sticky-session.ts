// Clients that are bound to one server.

import { hasKind } from '../../model/ends'
import type { Component } from '../../model/system'
import type { Span } from '../../text/span'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const stickySession = defineRule({
  id: 'sticky-session',
  category: 'load-balancing',
  speaksOf: 'hazard',
  summary: 'A balancer binds each client to one server.',
  presets: { recommended: 'info' },
  raised: 'warning',
  settledBy:
    /\b(?:redis|valkey|memcached|shared|central|distributed|external)[^.|\n>]{0,30}\bsessions?\b|\bsessions? (?:cache|store|storage)\b|\bspring session\b/i,
  told: [
    {
      words: [
        /\bsticky\b|\bsession affinity\b|粘性会话|会话保持|スティッキー/i,
        /auto-?scal|\bscal(?:es?|ed|ing) (?:out|in|up|from|between|horizontally)|\bhpa\b|自动扩缩|オートスケール/i,
      ],
      unless: /\bno(?:t|n)?\b|\bwithout\b|\bdisable|n['’]t\b/i,
      message:
        'Clients stay on the server they started with. New servers get none of the existing load, and a server that is scaled in loses its sessions. Keep sessions in a store that every server reads, such as Redis, or in a signed token, and turn stickiness off.',
    },
  ],
  onRequest: true,
  options: {},

  *check(system) {
    for (const part of system.components) {
      const affinity = part.outgoing.length > 0 ? affinityOf(part) : undefined
      if (affinity && !keepsSockets(part)) yield judge(part, affinity)
    }
  },
})

/** A WebSocket stays with its server anyway. */
const keepsSockets = ({ incoming, outgoing }: Component): boolean =>
  [...incoming, ...outgoing].some(
    ({ connection, callee }) =>
      connection.protocols.includes('websocket') ||
      /\bws\b|web-?sockets?|socket\.?io|signalr|\bchat\b/i.test(callee.text),
  )

interface Affinity {
  readonly at: Span
  readonly byAddress: boolean
  /** " by cookie", or nothing where it isn't said. */
  readonly how: string
}

function affinityOf(part: Component): Affinity | undefined {
  const { sticky, algorithm } = part.figures
  const label = nameSpan(part)
  const isHop = hasKind(part, 'balancer', 'proxy', 'gateway')
  // Notes stick as well: what a name says counts for those that pass requests on.
  if (sticky?.stated && (isHop || sticky.origin !== 'label')) {
    const { value } = sticky
    if (value === false) return undefined
    const byAddress = value === 'source-ip'
    const how = byAddress ? ' by its address' : typeof value === 'string' ? ` by ${value}` : ''
    return { at: sticky.span ?? label, byAddress, how }
  }
  if (algorithm?.stated && algorithm.value === 'ip-hash')
    return { at: algorithm.span ?? label, byAddress: true, how: ' by its address' }
  return isHop ? named(part, label) : undefined
}

const affinity = /\bsticky|session affinity|session persistence\b/i
const denied = /\b(?:no|non|not|without|disable\w*|avoid)[- ](?:\w+ )?(?:sticky|session affinity)/i

/** In its own label or on the arrows to its servers. */
function named({ text, incoming, outgoing }: Component, label: Span): Affinity | undefined {
  const says = (words: string): boolean => affinity.test(words) && !denied.test(words)
  const isSaidBefore = incoming.some(({ connection }) => says(connection.arrow.text))
  if (says(text) && !isSaidBefore) return { at: label, byAddress: false, how: '' }
  const arrow = outgoing.find(({ connection }) => says(connection.arrow.text))?.connection.arrow
  return arrow && { at: arrow.labelSpan ?? arrow.operator, byAddress: false, how: '' }
}

function judge(part: Component, { at, byAddress, how }: Affinity): Report {
  const harm = byAddress
    ? 'All clients behind one address (an office, a mobile carrier) land on one server, and a phone that changes networks loses its session.'
    : 'A server that dies or is deployed loses its sessions, and a new one gets none of the existing load.'
  return {
    at,
    message: `${part.name} binds each client to one server${how}. ${harm} Keep the session where every server can read it: in a shared store such as Redis, or in a signed token.`,
    raised: byAddress,
  }
}
