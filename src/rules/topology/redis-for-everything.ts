// One Redis that is several things at once, which fail together.

import type { Component } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import { enumeratedFirst } from '../fixes/enumeration'
import { nameSpan } from '../queries/places'
import { anyQueue, caching, redisStoresIn, usesOf } from '../queries/redis'
import { defineRule, type Report } from '../rule'

export const redisForEverything = defineRule({
  id: 'redis-for-everything',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'One Redis has several jobs, some of which must not be lost.',
  presets: { recommended: 'info' },
  onRequest: true,
  settledBy:
    /\b(?:redis|valkey|elasticache|keydb)\b[^.|\n]{0,100}\b(?:sentinel|cluster|replicas?|fail-?over|multi-?az|standby|fails? (?:open|closed)|fall-?backs?|degrad\w*|unavailable|outage)\b|\b(?:sentinel|replicated|fall-?backs?|without) [^.|\n]{0,60}\b(?:redis|valkey)\b/i,
  options: {
    jobs: { default: 3, description: 'So many jobs of one instance are reported.' },
  },

  *check(system, { jobs }) {
    if (isTimeline(system.diagram)) return
    const [only, ...others] = redisStoresIn(system)
    // Whoever draws two has told their jobs apart.
    if (!only || others.length > 0) return
    const [own = '', ...at] = usesOf(only, system)
    if (copied.test(own)) return
    // What keeps sessions is called a cache as well.
    const said = [own, ...at].join(' | ').replace(/\bsessions?[- ]cache\b/gi, 'sessions')
    const found = duties.filter(({ words }) => words.test(said))
    if (found.length >= jobs && found.some(({ isKept }) => isKept)) yield judge(only, found)
  },
})

interface Duty {
  readonly name: string
  readonly words: RegExp
  /** What happens without it. */
  readonly lost: string
  /** A cache may be emptied at any time; this may not. */
  readonly isKept: boolean
}

const queueing = new RegExp(
  String.raw`${anyQueue.source}|\bbull(?:mq)?\b|\bcelery\b|\bstreams?\b|\bbroker\b`,
  'i',
)

const duties: readonly Duty[] = [
  {
    name: 'sessions',
    words: /\bsessions?\b|세션|セッション|会话|сесси/i,
    lost: 'everybody is signed out',
    isKept: true,
  },
  {
    name: 'locks',
    words: /\block(?:s|ing)?\b|\bredlock\b|\bleases?\b|分布式锁|ロック|분산 ?락|блокировк/i,
    lost: 'locks are gone while their holders go on',
    isKept: true,
  },
  {
    name: 'queues',
    words: queueing,
    lost: 'queued work is lost',
    isKept: true,
  },
  {
    name: 'idempotency keys',
    words: /\bidempoten\w*|\bde-?dup\w*/i,
    lost: 'repeated requests run twice',
    isKept: true,
  },
  { name: 'presence', words: /\bpresence\b/i, lost: 'everybody seems to be offline', isKept: true },
  {
    name: 'Pub/Sub',
    words: /\bpub[/ -]?sub\b|\bfan-?out\b/i,
    lost: 'live messages stop',
    isKept: false,
  },
  {
    name: 'rate limits',
    words: /\brate[- ]?limit\w*|\bthrottl\w*|\badmission\b|限流/i,
    lost: 'rates are unlimited or every request is refused',
    isKept: false,
  },
  {
    name: 'a cache',
    words: caching,
    lost: 'all reads go to the database',
    isKept: false,
  },
]

const copied =
  /\b(?:clusters?|sentinels?|replicas?|replicated|multi-?az|ha|standby|instances|shards?|sharded|x\d+|\d+x|\d nodes)\b/i

const judge = (store: Component, found: readonly Duty[]): Report => ({
  at: nameSpan(store),
  oncePerDocument: true,
  message: `${store.name} is there for ${enumeratedFirst(found.map(({ name }) => name))}, and no second instance is stated. When it restarts or is full, ${found
    .slice(0, 2)
    .map(({ lost }) => lost)
    .join(
      ' and ',
    )}. Put what must not be lost on an instance of its own with a replica, and write what happens without it.`,
})
