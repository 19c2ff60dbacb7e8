// Static files that every client fetches from the origin.

import { defaults } from '../../knowledge'
import { hasKind } from '../../model/ends'
import type { Call } from '../../model/system'
import { defineRule, type Report } from '../rule'

export const missingCdn = defineRule({
  id: 'missing-cdn',
  category: 'topology',
  speaksOf: 'omission',
  topic: 'caching',
  summary: 'Clients fetch static files from the origin.',
  presets: { strict: 'info' },
  options: {},

  *check(system) {
    const judged = new Set<number>()
    for (const call of system.calls.filter(fetchesFiles)) {
      if (judged.has(call.connection.index)) continue
      judged.add(call.connection.index)
      yield judge(call)
    }
  },
})

const files =
  /\b(?:static|assets?|images?|videos?|media|css|javascript|bundles?|fonts?|thumbnails?|photos|pictures|downloads?|avatars?)\b/i
/** What is named for these serves them; an `Image API` may do anything with images. */
const served = /\b(?:static|assets?|spa|css|bundles?)\b/i
const otherwise =
  /\b(?:uploads?|put|post|publish\w*|cdn|edge|stream\w*|live|webrtc|whip|whep|rtmp|signed|pre-?signed|private|generate\w*|process\w*|analy[sz]e\w*)\b/i

/** A client that says it gets files, from something that is no CDN. */
function fetchesFiles({ connection, caller, callee }: Call): boolean {
  const { arrow, role, network } = connection
  if (!network.value || role.value !== 'call' || !hasKind(caller, 'browser', 'mobile')) return false
  if (!hasKind(callee, 'objectStore', 'service', 'balancer', 'gateway', 'proxy', 'database')) return false
  if (otherwise.test(`${arrow.text} ${callee.text}`)) return false
  return files.test(arrow.text) || (hasKind(callee, 'objectStore') ? files : served).test(callee.text)
}

function judge({ connection, caller, callee }: Call): Report {
  const { arrow } = connection
  const rtt = hasKind(caller, 'mobile') ? defaults.lastMile.mobile : defaults.lastMile.broadband
  return {
    at: arrow.labelSpan ?? arrow.operator,
    message: `${caller.name} fetches files from ${callee.name} itself, so every request travels the whole distance for the same bytes. The nearest edge of a CDN is about ${rtt} ms away and, at a hit ratio of 95%, answers 19 of 20 requests. Put a CDN in front.`,
  }
}
