// Messages that are larger than what the product in their way accepts.

import { type MessageLimit, messageLimitOf, messageLimitOfProtocol } from '../../knowledge'
import { writeBytes } from '../../model/annotations'
import { isComponent } from '../../model/ends'
import { isStream } from '../../model/requests'
import type { Connection, Figure } from '../../model/system'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const payloadTooLarge = defineRule({
  id: 'payload-too-large',
  category: 'messaging',
  speaksOf: 'contradiction',
  summary: 'A message is larger than the broker, function or gateway in its way accepts.',
  presets: { recommended: 'warning' },
  settledBy:
    /\bmax(?:imum)?[ _.-]?(?:message|record|request|payload|body|item)\w*|\bmessage\.max\.bytes\b|\bclaim[- ]check\b|\bchunk(?:s|ed|ing)?\b|\bpresigned\b|\bpre-signed\b/i,
  told: [
    {
      words: [
        /\bbase64\b|\b(?:whole|entire|full|complete) (?:file|image|document|pdf|video|scan|attachment|audio)s?\b|komplette\w* datei|archivo completo|完整(?:文件|图片)|ファイル(?:全体|本体)/i,
        /\b(?:on|onto|into|in|through|over|via|as|to)\b[^.]{0,30}\b(?:queues?|messages?|topics?|bus|brokers?|sqs|kafka|rabbitmq|kinesis|pub\/sub|service bus)\b|in die (?:warteschlange|queue)|\ba la cola\b|放入(?:队列|消息)|キューに/i,
      ],
      unless:
        /\b(?:urls?|references?|pointers?|links?|keys?|ids?|metadata|path|s3|gcs|blobs?|buckets?|object stor(?:e|age)|hash|checksums?|ftp)\b|\bnot\b|\bnever\b|n['’]t\b/i,
      message:
        'The message is large. SQS and Kafka refuse more than about 1 MB unless configured otherwise, large messages fill the memory of brokers and consumers, and each retry sends all of it again. Put the data into object storage and send its address (claim check).',
    },
  ],
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      const { payload } = connection.figures
      const limited = payload?.stated && connection.network.value ? limitOn(connection) : undefined
      if (payload && limited && payload.value > limited.limit.bytes) yield judge(connection, payload, limited)
    }
  },
})

interface Limited {
  readonly limit: MessageLimit
  /** What sets it, as a sentence names it. */
  readonly by: string
}

/** Of a broker at either end, of what answers a request, or of the protocol. A stream sends as many messages as it likes. */
function limitOn(connection: Connection): Limited | undefined {
  const { caller, callee, role, protocols } = connection
  const takers = role.value === 'call' ? [callee] : [callee, caller]
  for (const end of takers) {
    const limit = isComponent(end) ? messageLimitOf(end.technology) : undefined
    if (limit) return { limit, by: end.name }
  }
  if (isStream(connection)) return undefined
  const [byProtocol] = protocols.flatMap(id => messageLimitOfProtocol(id) ?? [])
  return byProtocol && { limit: byProtocol, by: 'gRPC' }
}

function judge(connection: Connection, payload: Figure<number>, { limit, by }: Limited): Report {
  const accepts = `accepts at most ${limit.written}${limit.isHard ? '' : ' unless configured'}`
  const raise = limit.isHard ? '' : ', or raise the limit on every hop and say so'
  return {
    at: payload.span ?? labelSpanOf(connection),
    message: `${writeBytes(payload.value)} is more than ${by} takes: it ${accepts} (${limit.source}). Larger messages are refused, and a producer that retries stays stuck on one. Put the data into object storage and send its address (claim check)${raise}.`,
  }
}
