// Caches whose expired entries are fetched by everybody at once.

import { statementWords } from '../../knowledge'
import { writeDuration } from '../../model/annotations'
import { hasKind, isService, isStore, isSurely } from '../../model/ends'
import { isAwaited, isCall } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { defineRule } from '../rule'

/** Also where something clears all of it at one moment. */
const expiring =
  /\bexpir|\binvalidated?\b|\bevicted\b|\bttls?\b|\bflushed\b|(?:läuft|laufen)(?=\b.*\bab\b)|\bcaduca|\bvence|过期|失效|期限切れ|만료|истека/i

export const cacheStampede = defineRule({
  id: 'cache-stampede',
  category: 'overload',
  speaksOf: 'omission',
  topic: 'cache fill',
  summary: 'Nothing collapses concurrent cache misses into one request to the origin.',
  presets: { recommended: 'info' },
  told: [
    {
      words: [
        /cach|\bkeys?\b|\bentries\b|缓存|緩存|キャッシュ|캐시|кеш|кэш/i,
        expiring,
        statementWords.together,
      ],
      unless:
        /jitter|stagger|random|coalesc|single[- ]?flight|\block\b|warm(?:ed)? again|\btransaction|错开|随机|ランダム|zufällig|aleatori/i,
      message:
        'Many cache entries are missing at the same time. Their requests all go to the store behind the cache, which is sized for a normal rate of misses. Spread the expiries (TTL plus up to 10% at random), and let one request fill an entry while the others wait.',
    },
  ],
  options: {},

  *check(system) {
    for (const cache of system.components.filter(mayStampede)) {
      const fill = fillOf(cache)
      if (!fill) continue
      const { callee, connection } = fill
      yield {
        goesIntoIt: expiresUnderLoad(cache, system),
        at: cache.node.mentions[0]?.id ?? cache.span,
        message: `When an entry of ${cache.name} expires, every request for it goes to ${callee.name} until the first has filled it${gathering(callee)}. Popular entries turn into bursts that can bring ${callee.name} down. Write coalesce: true (one fill for all) or staleWhileRevalidate: 30s (serve the old answer meanwhile).`,
        related: [{ at: connection.arrow.operator, message: `Misses are fetched from ${callee.name}` }],
      }
    }
  },
})

/** A burst of this many requests a second is more than a store is sized for. */
const manyRequests = 100

/** How long entries live and how often they are asked for are both stated. */
function expiresUnderLoad(
  { figures, incoming, outgoing }: Component,
  { components, calls }: System,
): boolean {
  const around = [...incoming, ...outgoing].map(({ connection }) => connection.figures)
  const expires = [figures, ...around].some(({ ttl }) => ttl?.stated)
  const rates = [...components, ...calls.map(({ connection }) => connection)].map(each => each.figures.rate)
  return expires && rates.some(rate => rate?.stated && rate.value >= manyRequests)
}

/** They ask the origin once for concurrent misses of one key unless told otherwise. */
const collapsing: ReadonlySet<string> = new Set(['cloudfront', 'fastly', 'varnish', 'cloudflare'])
/** Nothing there is filled from a store when it expires, or only one device's worth of it. */
const otherUses =
  /session|queue|inbox|\bidem\b|in-?flight|lock|limit|pub.?sub|broker|leader|token|presence|cart|single.?flight|coalesc|stale|idempoten|dedup|sorted set|write.(?:behind|back)|counter|\b(?:geo|in.app|local|on.device)\b/i

/** A bare Redis may hold anything; one that is called a cache, whose entries expire or are missed, holds copies. */
const asCache = /cach|memcached|varnish|\bttl\b|\bexpir|\bmiss|\bhit\b/i

function mayStampede(component: Component): boolean {
  const { figures, technology, text, incoming } = component
  if (!isSurely(component, 'cache', 'cdn')) return false
  if (figures.coalesce?.value === true || (figures.staleWhileRevalidate?.value ?? false) !== false)
    return false
  const used = [text, ...incoming.map(({ connection }) => connection.arrow.text)].join(' ')
  if (collapsing.has(technology?.id ?? '') || otherUses.test(used)) return false
  return hasKind(component, 'cdn') || fills(component) || asCache.test(used)
}

/** The call that fills it: its own, or that of the caller who asks the store beside it. */
function fillOf(cache: Component): Call | undefined {
  const own = cache.outgoing.find(({ callee, connection }) => isCall(connection) && isOrigin(callee, cache))
  if (own || hasKind(cache, 'cdn')) return own
  const askers = cache.incoming.filter(({ connection }) => isCall(connection)).map(({ caller }) => caller)
  return askers
    .flatMap(({ outgoing }) => outgoing)
    .find(
      call =>
        hasKind(call.callee, 'database', 'search', 'external') &&
        isAwaited(call.connection) &&
        !isWrittenOnly(call),
    )
}

/** Nothing is read there when an entry is missing. */
const isWrittenOnly = ({ callee, connection }: Call): boolean =>
  /\b(?:outbox|audit)\b/i.test(callee.text) ||
  /\b(?:events?|inserts?|appends?|logs?)\b/i.test(connection.arrow.text)

const fills = (cache: Component): boolean =>
  cache.outgoing.some(({ callee, connection }) => isCall(connection) && isOrigin(callee, cache))

const isOrigin = (callee: Component, cache: Component): boolean =>
  isStore(callee) ||
  (hasKind(cache, 'cdn') && (isService(callee) || hasKind(callee, 'balancer', 'gateway', 'proxy')))

/** How long the crowd gathers, where the origin states how long it takes. */
function gathering({ figures }: Component): string {
  const fill = figures.p50 ?? figures.latency
  return fill?.stated ? `, ${writeDuration(fill.value)} later at best` : ''
}
