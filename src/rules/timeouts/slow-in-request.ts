// Work of seconds or minutes that a client waits for.

import { runsByTheClock } from '../../knowledge'
import { writeDuration } from '../../model/annotations'
import { holdsData, isClient, isComponent } from '../../model/ends'
import { partsOfPlan } from '../../model/flows/plan'
import { isAwaited } from '../../model/requests'
import type { Component, Connection, Figure, Plan, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { isAnsweredLater, isWhole, modelsAwaited, uploadsRead } from '../queries/traces/awaited-models'
import { waitingClient } from '../queries/traces/waiting-client'
import { defineRule, type Report } from '../rule'

/** People wait for much else. */
const computed =
  /\b(?:requests?|responses?|answers?|repl(?:y|ies)|calls?|calling|endpoints?|pages?|https?|browsers?|connections?|apis?|exports?|imports?|reports?|uploads?|downloads?|jobs?|results?|(?:generat|render|process|calculat|comput|convert|conversion|transcod|train|index|analy[sz]|back-?up)\w*)\b|anfrage|bericht|antwort|aufruf|informe|respuesta|petición|exporta|导出|报表|请求|响应|处理|生成|レポート|リクエスト|エクスポート|処理|生成/i

export const slowInRequest = defineRule({
  id: 'slow-in-request',
  category: 'timeouts',
  speaksOf: 'hazard',
  summary: 'A client waits for work that takes seconds or minutes.',
  presets: { recommended: 'info' },
  told: [
    {
      words: [
        /\b(?:users?|browsers?|clients?|callers?|customers?|apps?|requests?|connections?|visitors?)\b|benutzer|kunde|cliente|usuario|用户|ユーザー/i,
        /\bwaits?\b|\bis (?:kept|held) open\b|\bstays? open\b|\bblocks (?:the|until|while|a)\b|\bsynchronous(?:ly)?\b|\b(?:in|within|during|inside) the (?:same )?(?:http )?request\b|\bwartet\b|\bespera\b|等待|同步|待つ|待ち|同期/i,
        computed,
        /\b(?:minutes?|[2-9]\d (?:s|sec|seconds)|\d+ ?min)\b|\bminuten\b|\bminutos?\b|分钟|分(?:かかる|間)/i,
      ],
      unless:
        /\btime-?out|\bpoll|\b202\b|\bqueue|\basync|\bbackground|\bnot\b|\bno\b|\bcron\b|\bevery\b|\bttl\b|\bexpir|\bretr|\bweb ?sockets?\b|\bsse\b|\blong[- ]poll|\bidle\b|\block\b|\bper minute\b|\brate\b|window|heartbeat|\bsession|replicat|\bbefore (?:it|they|asking)\b/i,
      message:
        'A request that takes minutes holds a connection all that time. A timeout on its path (60 s at most load balancers) ends it half done, and the client repeats it. Put the work on a queue, answer 202 Accepted with a status URL, and let a worker do it.',
    },
  ],
  onRequest: true,
  options: {
    seconds: {
      default: 10,
      description: 'Work with a median of this many seconds does not belong in a request.',
    },
  },

  *check(system, { seconds }) {
    yield* modelsAwaited(system)
    yield* uploadsRead(system)
    const judged = new Set<number>()
    for (const { connection, client } of madeInRequests(system)) {
      if (judged.has(connection.index) || isAnsweredLater(connection)) continue
      const slowness = slownessOf(connection, seconds * 1000, system)
      if (!slowness) continue
      judged.add(connection.index)
      yield judge(connection, client, slowness)
    }
    for (const { connection, client } of doneInRequests(system)) {
      const what = connection.arrow.text.trim()
      if (takesLong(what) && !runsByTheClock(what)) yield judgeOwn(connection, client, what)
    }
  },
})

interface Waited {
  readonly connection: Connection
  /** Who waits for all of it. */
  readonly client: Component
}

/** The calls that happen while a client waits for an answer. */
function* madeInRequests({ flows }: System): Iterable<Waited> {
  const seen = new Map<Component | undefined, Set<Plan>>()
  function* walk(plan: Plan, client: Component | undefined): Iterable<Waited> {
    const known = seen.get(client) ?? new Set()
    seen.set(client, known)
    if (known.has(plan)) return
    known.add(plan)
    if (plan.kind !== 'visit') {
      for (const part of partsOfPlan(plan)) yield* walk(part, client)
      return
    }
    const { call, work, async } = plan
    if (async) return
    const asks = call && isClient(call.caller) && isAwaited(call.connection)
    const waiting = asks ? call.caller : call && isClient(call.caller) ? undefined : client
    if (call && waiting) yield { connection: call.connection, client: waiting }
    yield* walk(work, waiting)
  }
  for (const flow of flows) if (!flow.background) yield* walk(flow.plan, undefined)
}

/** What a participant does itself between a client's request and the answer to it. */
function* doneInRequests(system: System): Iterable<Waited> {
  if (!isTimeline(system.diagram)) return
  for (const own of system.connections) {
    if (own.from !== own.to || isClient(own.from)) continue
    const waiting = waitingClient(own, system)
    if (waiting && !isOneItem(waiting.request)) yield { connection: own, client: waiting.client }
  }
}

/** `GET /results/{id}/export`: of one there is little to put together. */
const isOneItem = ({ arrow }: Connection): boolean =>
  /\/(?:[{:<]\w{1,40}[}>]?|\d{1,9})\/\w{0,12}(?:export|pdf|print|download|report)\b/i.test(wordingOf(arrow))

const slow =
  /\b(?:transcod\w*|re-?encod(?:e|es|ing)|(?:generat|creat|build|render|produc|export)\w* (?:(?:the|an?|monthly|annual|yearly|full|large) )*(?:pdfs|pdf reports?|reports?|zip|archive|exports?|csv|excel|spreadsheet|videos?|podcast|back-?up|sitemap)|(?:report|video) (?:generation|rendering|processing)|train(?:s|ing)? (?:(?:the|an?) )?models?|fine-?tun\w+|bulk[- ](?:import|export|insert|load|update)s?|import(?:s|ing)? (?:(?:the|an?|all) )*(?:csv|catalog(?:ue)?|products|customers)|re-?index(?:es|ing)?|full (?:scan|sync|back-?up)|crawl(?:s|ing)?|scrap(?:e|es|ing)|process(?:es|ing)? (?:the )?videos?|resiz(?:e|es|ing) (?:(?:the|all) )*(?:images|photos|videos)|ocr)\b/i

/** A page or two are there at once. */
const small =
  /\b(?:boarding|tickets?|vouchers?|receipts?|invoices?|certificates?|labels?|badges?|pass(?:es)?|cards?|letters?|single|one[- ]page|preview|thumbnails?|facturas?|recibos?|comprobantes?|faturas?|boletos?|rechnung\w*|reçus?|chèques?)\b|发票|收据|請求書|領収書|영수증|квитанц/iu

/** What only puts it somewhere, starts it, or streams while it goes on. */
const handedOver =
  /\b(?:a?sync\w*|queue\w*|enqueue\w*|background|jobs?|schedul\w*|trigger\w*|start\w*|kick\w*|submit\w*|request(?:s|ed)?|notify|notif\w+|publish\w*|webhook|202|later|status|progress|stream\w*|fetch\w*|get|download\w*|upload\w*|read|list|store\w*|save\w*|cached?|view|send\w*|deliver\w*)\b/i

const takesLong = (words: string): boolean =>
  slow.test(words) && !handedOver.test(words) && !small.test(words)

interface Slowness {
  readonly why: string
  /** By a figure: nothing else in the document makes it fast. */
  readonly isStated: boolean
}

/** By its figures, else by its words; the client's own request only by its figures. */
function slownessOf(connection: Connection, limit: number, system: System): Slowness | undefined {
  const typical = typicalOf(connection)
  if (typical?.stated && typical.value >= limit)
    return { why: `takes ${writeDuration(typical.value)}`, isStated: true }
  const words = connection.arrow.text
  if (isClient(connection.caller) || !takesLong(words) || isInsert(connection)) return undefined
  if (isWhole(connection.caller) || runsByTheClock(`${connection.caller.text} ${words}`)) return undefined
  // A trace that draws no answer to the client shows nobody who waits for it.
  if (isTimeline(system.diagram) && !waitingClient(connection, system)) return undefined
  return { why: 'takes seconds or minutes', isStated: false }
}

/** A store puts nothing together: `Create report` adds the row of one. */
const isInsert = ({ callee, arrow }: Connection): boolean =>
  holdsData(callee) && /^\W*(?:creat|add|sav|insert|record|stor)\w*\b/i.test(arrow.text)

function typicalOf({ figures, callee }: Connection): Figure<number> | undefined {
  const own = isComponent(callee) ? callee.figures : {}
  return figures.p50 ?? figures.latency ?? own.p50 ?? own.latency
}

const remedy = 'Put it on a queue, answer 202 Accepted with a status URL, and let a worker do it.'

function judge(connection: Connection, client: Component, { why, isStated }: Slowness): Report {
  const { caller, callee } = connection
  const work = isClient(caller) ? undefined : slow.exec(connection.arrow.text)?.[0]
  const what = work === undefined ? `the answer of ${callee.name}` : `"${work}" at ${callee.name}`
  return {
    at: labelSpanOf(connection),
    message: `${client.name} waits for ${what}, which ${why}. Meanwhile it holds a connection and a user waits, and a timeout on the path can end it half done. ${remedy}`,
    onRequest: !isStated,
  }
}

const judgeOwn = (connection: Connection, client: Component, what: string): Report => ({
  at: labelSpanOf(connection),
  message: `${client.name} waits while ${connection.from.name} does "${what}", which takes seconds or minutes. Meanwhile it holds a connection and a user waits, and a timeout on the path can end it half done. ${remedy}`,
})
