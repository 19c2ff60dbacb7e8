// Promises that rest on a single machine.

import type { Component } from '../../../model/system'
import type { PromiseInWords } from './in-words'
import { allowedOutage } from './outage'

/** What is said of a promise that one of these cannot keep, because its author draws it as the only one. */
export function promisedOfOne(promise: PromiseInWords, parts: readonly Component[]): string | undefined {
  const allowed = allowedOutage(promise)
  if (!allowed || allowed.ms >= longestRebuild) return undefined
  const single = parts.find(isOnlyOne)
  return (
    single &&
    `This promises ${allowed.promise}, and ${single.name} is drawn as a single server. When it fails, it has to be repaired or rebuilt from a backup, which takes hours. Add a standby that takes over by itself, or promise what a rebuild takes.`
  )
}

/** Milliseconds: what is promised more generously than this can be kept by rebuilding. */
const longestRebuild = 10 * 60 * 60_000

const isOnlyOne = ({ figures: { replicas }, text, node }: Component): boolean =>
  (replicas ? replicas.stated && replicas.value <= 1 : false) ||
  alone.test(`${text} ${node.description ?? ''}`)

const alone =
  /\b(?:single|only one) (?:\w+ )?(?:server|instance|node|host|machine|vm|box)\b|\bein(?:zelner|ziger) server\b|\bservidor único|\búnico servidor\b|\bserveur unique\b|单(?:机|实例|节点|台服务器)|単一(?:サーバ|インスタンス|構成)|1台構成|단일 ?(?:서버|인스턴스|노드)|единственный сервер|один сервер/iu
