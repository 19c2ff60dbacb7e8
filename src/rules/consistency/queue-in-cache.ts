// Jobs that are dropped when the cache beside them fills up.

import { hasKind, isBroker, isComponent, isSurely } from '../../model/ends'
import type { Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { nameSpan } from '../queries/places'
import { anyQueue } from '../queries/queued-work'
import { defineRule, type Report } from '../rule'

export const queueInCache = defineRule({
  id: 'queue-in-cache',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'One Redis is a cache and a job queue.',
  presets: { recommended: 'info' },
  supersedes: ['redis-for-everything'],
  settledBy: /\bno-?eviction\b|\bvolatile-(?:lru|lfu|ttl)\b|\beviction polic|maxmemory[-_ ]policy/i,
  options: {},

  *check(system) {
    const stores = system.components.filter(isRedis)
    // Whoever draws two has told them apart.
    const [only] = stores
    if (stores.length !== 1 || !only) return
    const queue =
      usedAs(only, jobs, system) ?? (hasBroker(system) ? undefined : usedAs(only, anyQueue, system))
    if (queue !== undefined && usedAs(only, caching, system) !== undefined) yield judge(only, queue)
  },
})

const isRedis = (part: Component): boolean =>
  (hasKind(part, 'cache') || isBroker(part) || hasKind(part, 'database')) &&
  part.technology?.protocols[0] === 'resp'

/** Then work is queued there, unless it is said that it is queued here. */
const hasBroker = ({ components }: System): boolean =>
  components.some(part => isBroker(part) && part.technology !== undefined && !isRedis(part))

const caching = /\bcach(?:e|es|ed|ing|é)\b|缓存|快取|キャッシュ|캐시|кэш/i

/** What must not be lost: a stream or a list of work. Pub/Sub keeps nothing anyway. */
const jobs =
  /\bbull(?:mq)?\b|\bcelery\b|\bsidekiq\b|\bresque\b|\b(?:job|task|work|message)s? ?queues?\b|任务队列|消息队列|작업 큐/i
/** The words that say so: its own, or of an arrow at it. */
function usedAs(part: Component, words: RegExp, { connections }: System): string | undefined {
  const own = `${part.text} ${part.node.description ?? ''}`
  const at = connections
    .filter(({ from, to }) => from === part || to === part)
    .map(({ arrow, from, to }) => `${wordingOf(arrow)} ${nameOfWorker(from === part ? to : from)}`)
  return [own, ...at].map(text => words.exec(text)?.[0]).find(found => found !== undefined)
}

/** `BullMQ worker` takes its jobs from there. */
const nameOfWorker = (end: System['connections'][number]['from']): string =>
  isSurely(end, 'worker') && isComponent(end) && /\bbull(?:mq)?\b|\bcelery\b|\bsidekiq\b/i.test(end.text)
    ? end.text
    : ''

const judge = (store: Component, queue: string): Report => ({
  at: nameSpan(store),
  oncePerDocument: true,
  message: `${store.name} is cache and queue ("${queue}") in one, and one eviction policy applies to both. If it evicts, jobs disappear when the cache fills up; if it doesn't, a full cache refuses new jobs. Use an instance for each, or write the policy down: "volatile-lru", which evicts only keys with an expiry.`,
})
