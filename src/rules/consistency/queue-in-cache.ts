// Jobs that are dropped when the cache beside them fills up.

import { isBroker } from '../../model/ends'
import type { Component, System } from '../../model/system'
import { nameSpan } from '../queries/places'
import { anyQueue, caching, isRedis, redisStoresIn, usesOf } from '../queries/redis'
import { wholeWords } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

export const queueInCache = defineRule({
  id: 'queue-in-cache',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'One Redis is a cache and a job queue.',
  presets: { recommended: 'info' },
  supersedes: ['redis-for-everything'],
  // A queue of people is what the product is about.
  settledBy:
    /\b(?:patients?|waiting|customers?|visitors?|virtual|entry|match\w*|walk-?in|clinic) queues?\b|\bqueue[ :_-](?:numbers?|tokens?|positions?|tickets?)\b|\bno-?eviction\b|\bvolatile-(?:lru|lfu|ttl)\b|\beviction polic|maxmemory[-_ ]policy/i,
  options: {},

  *check(system) {
    const stores = redisStoresIn(system)
    // Whoever draws two has told them apart.
    const [only] = stores
    if (stores.length !== 1 || !only) return
    const queue =
      usedAs(only, jobs, system) ?? (hasBroker(system) ? undefined : usedAs(only, anyQueue, system))
    if (queue !== undefined && usedAs(only, caching, system) !== undefined && !isMisnamed(only, system))
      yield judge(only, queue)
  },
})

/** Then work is queued there, unless it is said that it is queued here. */
const hasBroker = ({ components }: System): boolean =>
  components.some(part => isBroker(part) && part.technology !== undefined && !isRedis(part))

/** What must not be lost: a stream or a list of work. Pub/Sub keeps nothing anyway. */
const jobs =
  /\bbull(?:mq)?\b|\bcelery\b|\bsidekiq\b|\bresque\b|\barq\b|\bdramatiq\b|\basynq\b|\bbroker\b|\b(?:job|task|work|message)s? ?queues?\b|任务队列|消息队列|작업 큐/i

/** `Redis Cache`, of which every arrow says that it is a queue. A list of uses means each of them. */
const isMisnamed = (store: Component, system: System): boolean => {
  const [own = '', ...arrows] = usesOf(store, system)
  const isList = /[·,/&+|]| and |\bbroker/i.test(own)
  return !isList && !anyQueue.test(own) && arrows.length > 0 && arrows.every(words => anyQueue.test(words))
}

/** The words that say so: its own, or of an arrow at it. */
const usedAs = (store: Component, words: RegExp, system: System): string | undefined =>
  usesOf(store, system)
    .map(text => wholeWords(words, text))
    .find(found => found !== undefined)

const judge = (store: Component, queue: string): Report => ({
  at: nameSpan(store),
  oncePerDocument: true,
  message: `${store.name} is cache and queue ("${queue}") in one, and one eviction policy applies to both. If it evicts, jobs disappear when the cache fills up; if it doesn't, a full cache refuses new jobs. Use an instance for each, and give that of the queue the policy "noeviction", which BullMQ, Celery and Sidekiq need.`,
})
