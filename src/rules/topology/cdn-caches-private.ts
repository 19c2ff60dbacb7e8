// Answers for one user in a cache for all.

import { hasKind } from '../../model/ends'
import type { Call, Component } from '../../model/system'
import { defineRule, type Report } from '../rule'

export const cdnCachesPrivate = defineRule({
  id: 'cdn-caches-private',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'A CDN caches responses that belong to one user.',
  presets: { strict: 'warning' },
  options: {},

  *check(system) {
    for (const cdn of system.components.filter(part => hasKind(part, 'cdn'))) {
      const call = [...cdn.incoming, ...cdn.outgoing].find(each => isPersonal(each) && isCached(each, cdn))
      if (call) yield judge(cdn, call)
    }
  },
})

const personalPath =
  /\/(?:me|my|account|profile|cart|basket|checkout|settings|inbox|wallet|dashboard|notifications)\b/i
const personalWords =
  /\b(?:per-?user|personal\w*|authenticated|logged-?in|session|account|profile|cart|basket)\b/i
const guarded =
  /\b(?:no-?store|no-?cache|private|bypass\w*|uncached|not cached|vary|keyed|pass(?:es|ed)?[- ]?through|public|dynamic)\b/i

function isPersonal({ connection }: Call): boolean {
  const { arrow, request, role } = connection
  if (role.value !== 'call' || guarded.test(arrow.text)) return false
  return personalPath.test(request?.path ?? '') || personalWords.test(arrow.text)
}

/** Where caching is stated: a CDN also passes on what it does not keep. */
function isCached({ connection }: Call, { figures, text }: Component): boolean {
  const { ttl, hitRatio } = connection.figures
  if (guarded.test(text)) return false
  if (ttl?.stated || hitRatio?.stated) return (ttl?.value ?? 1) > 0
  return (
    /\bcache[sd]?\b/i.test(connection.arrow.text) || (figures.ttl?.stated === true && figures.ttl.value > 0)
  )
}

function judge(cdn: Component, { connection }: Call): Report {
  const { arrow, request } = connection
  const what = request?.path ?? `“${arrow.text}”`
  return {
    at: arrow.labelSpan ?? arrow.operator,
    message: `${cdn.name} caches ${what}, which differs from user to user: the first user's answer is shown to everybody who requests the same URL. Send Cache-Control: private, no-store there and let ${cdn.name} pass it through, or make the user part of the cache key.`,
  }
}
