// WebSockets over which a client asks and a server answers, as HTTP does by itself.

import { protocolsIn } from '../../knowledge'
import { wordingOf } from '../../model/wording'
import { rewordArrow, wordsOn } from '../fixes/reword-arrow'
import { labelSpanOf } from '../queries/places'
import { clientSockets, socketWord } from '../queries/real-time/web-sockets'
import { defineRule } from '../rule'

export const websocketRequestResponse = defineRule({
  id: 'websocket-request-response',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'A WebSocket only carries requests and their answers.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    const judged = new Set<number>()
    for (const { connection, caller, callee } of clientSockets(system)) {
      const words = `${wordingOf(connection.arrow)} ${callee.text}`
      const isSaid = protocolsIn(wordingOf(connection.arrow)).some(({ id }) => id === 'websocket')
      if (judged.has(connection.index) || !isSaid || connection.direction.value === 'both') continue
      if (!asking.test(words) || more.test(words)) continue
      judged.add(connection.index)
      yield {
        at: wordsOn(system, connection, socketWord) ?? labelSpanOf(connection),
        message: `The WebSocket between ${caller.name} and ${callee.name} only carries requests and responses. It lacks what HTTP has for them: status codes, caches, retries, balancing and timeouts for each request. Write HTTPS.`,
        fixes: rewordArrow(system, connection, { title: 'Use HTTPS', pattern: socketWord, by: 'HTTPS' }),
      }
    }
  },
})

const asking =
  /\brequest(?:s)?[-/ ](?:and )?(?:response|repl(?:y|ies)|answers?)\b|\bcrud\b|\bquer(?:y|ies) only\b|\blookups?\b/i
/** Something comes unasked, or goes on. */
const more =
  /\bpush\w*|\bnotif\w*|\blive\b|\bstream\w*|\bsubscri\w*|\bevents?\b|\bupdates?\b|\bchats?\b|\bgames?\b|\bcollab\w*|\bpresence|\btwo[- ]way|\bbidi|\bduplex|\breal[- ]?time|\bfeeds?\b|\bmessag\w*/i
