// Server-sent events to browsers over HTTP/1.1, where six streams use up the origin.

import { isSurely } from '../../model/ends'
import type { Connection } from '../../model/system'
import { rewordArrow, wordsOn } from '../fixes/reword-arrow'
import { isServerSentEvents } from '../queries/real-time/server-sent-events'
import { defineRule } from '../rule'

export const sseHttp1Limit = defineRule({
  id: 'sse-http1-limit',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'Server-sent events reach a browser over HTTP/1.1.',
  presets: { strict: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const { connection, caller, callee } of system.calls) {
      const browser = [caller, callee].find(end => isSurely(end, 'browser'))
      if (!browser || !isServerSentEvents(connection) || !isHttp1(connection)) continue
      const server = browser === caller ? callee : caller
      const { arrow } = connection
      yield {
        at: wordsOn(system, connection, word) ?? arrow.labelSpan ?? arrow.operator,
        message: `${browser.name} receives events from ${server.name} over HTTP/1.1: each stream occupies one of the 6 connections per origin that a browser opens. The seventh tab, and every request after the sixth, hangs until one closes. Offer the stream over HTTP/2.`,
        fixes: rewordArrow(system, connection, { title: 'Use HTTP/2', pattern: word, by: 'HTTP/2' }),
      }
    }
  },
})

const word = /\bhttp\/?1(?:\.[01])?\b|\bh1\b/i

const isHttp1 = ({ protocols }: Connection): boolean =>
  protocols.includes('http1') && !protocols.some(id => id === 'http2' || id === 'http3')
