// Server-sent events through a hop that collects a response before it passes it on.

import type { Call, Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { annotatePart } from '../fixes/annotate'
import { wordsOn } from '../fixes/reword-arrow'
import { isServerSentEvents, sseWord } from '../queries/real-time/server-sent-events'
import { defineRule, type Report } from '../rule'

export const sseBuffering = defineRule({
  id: 'sse-buffering',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'Server-sent events pass a hop that buffers responses.',
  presets: { recommended: 'info' },
  fixable: 'review',
  onRequest: true,
  options: {},

  *check(system) {
    for (const hop of system.components) {
      if (!buffers(hop)) continue
      const stream = [...hop.incoming, ...hop.outgoing].find(({ connection }) =>
        isServerSentEvents(connection),
      )
      const isBetween = hop.outgoing.length > 0 && hop.incoming.length > 0
      if (stream && isBetween) yield judge(system, { hop, stream })
    }
  },
})

const passes: ReadonlySet<string> = new Set(['balancer', 'proxy', 'gateway', 'cdn', 'waf'])

/** A product that holds responses back by default, or one that is stated to, and nothing says that it is off. */
function buffers({ technology, figures, kind, text, node, incoming, outgoing }: Component): boolean {
  if (figures.buffering) return figures.buffering.value
  if (!technology?.buffersResponses || !kind || !passes.has(kind.value)) return false
  const around = [...incoming, ...outgoing].map(({ connection }) => wordingOf(connection.arrow))
  return ![text, node.description ?? '', ...around].some(words => switchedOff.test(words))
}

/** `proxy_buffering off`, `no buffering`, `X-Accel-Buffering: no`, `buffering disabled`. */
const switchedOff =
  /unbuffered|\b(?:no|without|disabled?) (?:(?:proxy|response) )?buffer|buffering[ :=]{0,3}(?:is )?(?:off|no|false|disabled)|x-accel|\bflush/i

interface Passage {
  readonly hop: Component
  readonly stream: Call
}

function judge(system: System, { hop, stream }: Passage): Report {
  const { connection } = stream
  const product = hop.technology?.buffersResponses ? ` ${hop.technology.name} does so by default.` : ''
  return {
    at: wordsOn(system, connection, sseWord) ?? connection.arrow.labelSpan ?? connection.arrow.operator,
    message: `Server-sent events pass ${hop.name}, which buffers responses before it passes them on.${product} Events arrive in bursts of several KB, or only when the stream ends. Turn buffering off and state buffering: false on ${hop.name}.`,
    related: [{ at: hop.node.mentions[0]?.span ?? hop.span, message: `${hop.name} buffers` }],
    fixes: [
      annotatePart(system, {
        part: hop,
        title: `State that ${hop.name} does not buffer`,
        entries: { buffering: false },
      }),
    ],
  }
}
