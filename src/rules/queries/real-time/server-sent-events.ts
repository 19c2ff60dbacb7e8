// Streams of server-sent events: which arrows carry them, and how they are called.

import { isRequest } from '../../../model/requests'
import type { Connection } from '../../../model/system'

/** In traces the answer often names them: `GET /events`, answered by `SSE stream`. */
export const isServerSentEvents = (connection: Connection): boolean =>
  connection.protocols.includes('sse') &&
  (isRequest(connection) || (connection.network.value && connection.role.value === 'reply'))

export const sseWord = /\bserver[- ]sent[- ]events?\b(?: ?\(SSE\))?|\bSSE\b|\bevent ?source\b/i
