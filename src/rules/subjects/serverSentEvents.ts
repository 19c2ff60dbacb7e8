// Streams of server-sent events: which arrows carry them, and how they are called.

import { isRequest } from '../../model/requests'
import type { Connection } from '../../model/system'

export const isServerSentEvents = (connection: Connection): boolean =>
  isRequest(connection) && connection.protocols.includes('sse')

export const sseWord = /\bserver[- ]sent[- ]events?\b(?: ?\(SSE\))?|\bSSE\b|\bevent ?source\b/i
