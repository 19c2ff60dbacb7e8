// Redis and what takes its place, and what a picture says that it is used for.

import { type End, hasKind, isBroker, isComponent, isSurely } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'

export const isRedis = (end: End): boolean => isComponent(end) && end.technology?.protocols[0] === 'resp'

/** Each that keeps something, whatever it is drawn as. */
export const redisStoresIn = ({ components }: System): readonly Component[] =>
  components.filter(part => isRedis(part) && (hasKind(part, 'cache', 'database') || isBroker(part)))

/** Its own words, then those of each arrow at it with the worker that takes its jobs there. */
export const usesOf = (store: Component, { connections }: System): readonly string[] => [
  `${store.text} ${store.node.description ?? ''}`,
  ...connections
    .filter(({ from, to }) => from === store || to === store)
    .map(({ arrow, from, to }) => `${wordingOf(arrow)} ${queueOf(from === store ? to : from)}`),
]

/** `BullMQ worker` takes its jobs from there. */
const queueOf = (end: Connection['from']): string =>
  isSurely(end, 'worker') && isComponent(end) && /\bbull(?:mq)?\b|\bcelery\b|\bsidekiq\b/i.test(end.text)
    ? end.text
    : ''

/** Where users stand in line, how long it is and where each of them is, are no work. */
export const anyQueue =
  /(?<!\b(?:waiting|virtual|user|customer)[ -])\bqueues?\b(?! (?:states?|status|positions?|lengths?|size|depth|numbers?|tokens?))|队列|キュー|очеред/i

export const caching = /\bcach(?:e|es|ed|ing|é)\b|缓存|快取|キャッシュ|캐시|кэш/i
