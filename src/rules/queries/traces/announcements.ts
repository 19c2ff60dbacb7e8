// What a program tells others over a broker, and has promised to tell.

import { saysPublish } from '../../../knowledge'
import { hasKind, isBroker, isService, kindOf } from '../../../model/ends'
import { rememberedFor } from '../../../model/remembered-for'
import type { Call, Component, Connection } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import { isAside } from '../deeds-aside'
import { isRedis } from '../redis'

/** An event or a job that somebody counts on. */
export const isPublished = (call: Call): boolean => {
  const { connection, callee } = call
  const words = wordingOf(connection.arrow)
  return (
    connection.network.value &&
    connection.arrow.head !== 'cross' &&
    (isKept(call) || isHandedOver(call)) &&
    !toScreens.test(`${callee.id} ${callee.text}`) &&
    !inMemory.test(callee.text) &&
    (!inDatabase.test(callee.text) || isQueueApart(call)) &&
    !idOfDatabase.test(callee.id) &&
    !taking.test(words) &&
    !isRow(call) &&
    !isAside(connection) &&
    !unpromised.test(`${words} ${callee.text}`) &&
    !seen.test(words)
  )
}

/** `INSERT moderation_queue(…)`: a queue that is asked in SQL is a table, which shares the transaction. */
const isRow = ({ connection: { arrow }, callee }: Call): boolean =>
  callee.technology === undefined && sql.test(wordingOf(arrow))

const sql = /^\W*(?:INSERT(?: INTO)?|UPDATE|UPSERT|MERGE) \w/

/** `POST /api/v1/result` to a service called `Broker`. */
const isPosted = ({ connection, callee }: Call): boolean =>
  callee.technology === undefined &&
  connection.request?.method !== undefined &&
  connection.request.path !== undefined

/** Gone with the process, as what it would relay from there, or with the test. */
const inMemory = /\bin[- ]memory\b|\bin[- ]process\b|\bbackground ?tasks?\b|\b(?:test|mock|fake|stub)\b/i

/** The broker that gets it: the sidecar of a program, such as Dapr's, hands on to it what the program publishes. */
export const brokerOf = (call: Call): Component | undefined =>
  isPublished(call) ? call.callee : brokerBehind(call)

/** Where the label says so, or is the name of an event that the broker delivers. */
function brokerBehind(call: Call): Component | undefined {
  const { connection, callee } = call
  const words = wordingOf(connection.arrow)
  if (!connection.network.value || !isSidecar(callee) || words === '' || taking.test(words)) return undefined
  const behind = callee.outgoing.find(isPublished)?.callee
  const delivers = behind?.outgoing.some(
    ({ connection: { role, arrow } }) => role.value === 'delivery' && wordingOf(arrow) === words,
  )
  return delivers || saysIt(call) ? behind : undefined
}

const isSidecar = (part: Component): boolean => hasKind(part, 'mesh') || /\bside-?cars?\b/i.test(part.text)

/** By a broker that keeps it until it is taken; one that the author declared nowhere counts where its label says it. */
const isKept = (call: Call): boolean => {
  const { connection, callee } = call
  if (isObject(callee)) return false
  if (isQueueApart(call)) return true
  const { value } = connection.role
  if (isBroker(callee)) return value === 'enqueue' && !forgets(callee, connection) && !isPosted(call)
  return kindOf(callee) === undefined && (value === 'enqueue' || value === 'call') && publishes(connection)
}

const publishes = ({ arrow }: Connection): boolean =>
  /^\W*(?:\d+\W+)?(?:publish|emit|produce)\w* \w/i.test(arrow.text)

/** Redis Pub/Sub keeps nothing: what is sent there was never promised. Its lists and streams do. */
const forgets = (callee: Component, { arrow }: Connection): boolean =>
  isRedis(callee) &&
  !/\benqueue|\bjobs?\b|\bxadd\b|\b[lr]push\b|^\W*(?:\d+\W+)?queues? (?:[\w-]+ ){0,3}tasks?\b|\.(?:delay|apply_async)\(/i.test(
    arrow.text,
  )

/** `enqueue render job`, drawn right at the worker, or `start process` at an engine. */
const isHandedOver = ({ connection, callee }: Call): boolean =>
  (connection.role.value === 'call' || connection.role.value === 'enqueue') &&
  ((hasKind(callee, 'worker') && enqueuing.test(connection.arrow.text)) ||
    (isProgram(callee) && starting.test(connection.arrow.text)))

/** In words, or as Celery, Sidekiq, Active Job, Dramatiq and RQ write it. */
const enqueuing =
  /^\W*(?:\d+\W+)?enqueues?\b|\.(?:delay|apply_async|perform_async|perform_later|enqueue|send)\(/i

const isProgram = (part: Component): boolean => kindOf(part) === undefined || isService(part)

const starting =
  /^\W*(?:\d+\W+)?(?:starts?|launch(?:es)?) (?:an? |the |new )*(?:[\w-]+ ){0,2}(?:process|workflow|saga)\b|\/(?:process(?:es)?|workflows?|sagas?)(?:\/[\w{}-]+){0,2}\/start\b/i

export const saysIt = ({ connection }: Call): boolean => saysPublish(wordingOf(connection.arrow))

/** What a consumer says to its broker. */
const taking = new RegExp(
  [
    String.raw`\b(?:pull|poll|consume|receive|dequeue|fetch|read|delete|ack|nack|acknowledge|(?<!after )commit|listen|subscribe)(?:s|d|ed|ing)?\b`,
    // Korean, Japanese and Chinese
    '수신|소비|구독|폴링|꺼내|受信|購読|消費|取り出|ポーリング|コンシューム|接收|消费|订阅|轮询|拉取|取出',
    // German, Spanish, Portuguese, French, Polish and Russian
    String.raw`(?<!\p{L})(?:empfäng\p{L}*|empfang\p{L}*|bezieht|beziehen|bezug|konsumier\p{L}*|liest|abonnier\p{L}*|recib\p{L}+|receb\p{L}+|consom\p{L}+|consum\p{L}+|lee[rn]?|l[êe]em?|suscri\p{L}+|inscrev\p{L}+|reçoi\p{L}+|recevoir|récupèr\p{L}+|odbi[eo]r\p{L}*|odczyt\p{L}*|pobier\p{L}*|subskryb\p{L}*|получ\p{L}+|чита\p{L}+|потребл\p{L}+|подпис\p{L}+)`,
  ].join('|'),
  'iu',
)

/** Who misses one asks again, or looks, or the next run finds it; dead letters are handled, not promised. */
const unpromised =
  /\b(?:cache|e-?mails?|notif\w+|dl[qt]s?|dead[- ]?letters?|retry topics?)\b|\b(?:hourly|daily|nightly|weekly|monthly|scheduled|cron) (?:\w+ ){0,2}(?:jobs?|tasks?|runs?|batch(?:es)?)\b/i

/** `UserLoggedIn`, `user.login event`, `page.viewed`: what somebody saw or did changes nothing that others keep. */
const seen =
  /(?:logged|signed)[-_. ]?(?:in|out)|viewed|visited|clicked|(?:log|sign)[-_]?(?:in|out)[-_ ]?(?:event|success\w*|message)|\b(?:user|auth|session|account)[-_.:](?:log|sign)[-_]?(?:in|out)\b/i

/** What pushes to the screens that are open, such as Spring's simple broker, keeps nothing either. */
const toScreens =
  /\bSSE\b|\bSTOMP\b|simple ?broker|シンプルブローカー|\bweb ?sockets?\b|\bSignalR\b|socket\.io/i

/** `DomainEventPublisher` calls its listeners in the same process; where its label says no product, it is none. */
const isObject = (part: Component): boolean =>
  part.technology === undefined &&
  (className.test(part.text) || (unnamedBus.test(part.text) && !reachesServices(part)))

/** What another service gets from it went over a network. */
const reachesServices = rememberedFor(({ outgoing, incoming }: Component): boolean => {
  const senders = new Set(incoming.map(({ caller }) => caller))
  return outgoing.some(
    ({ callee, connection }) =>
      connection.role.value === 'delivery' && isService(callee) && !senders.has(callee),
  )
})

/** `participant QueueDB as Queue`: a waiting list in a database. */
const idOfDatabase = /(?:DB|[_-]db|[Dd]atabase)$/

/** Queues that are tables: a job is inserted in the transaction of what it is about. */
const inDatabase =
  /\b(?:oban|solid ?queue|good_?job|delayed_?job|pg-?boss|pgmq|graphile|river(?: queue)?|hangfire|quartz|db queue)\b/i

/** In a database of its own, beside the one that its jobs are about: no transaction holds both. */
const isQueueApart = ({ connection, caller, callee }: Call): boolean =>
  hasKind(callee, 'database') &&
  inDatabase.test(callee.text) &&
  /^\W*(?:\d+\W+)?enqueues?\b/i.test(wordingOf(connection.arrow)) &&
  caller.outgoing.some(other => other.callee !== callee && hasKind(other.callee, 'database'))

const className = /^\S*\p{Ll}(?:Publisher|Dispatcher|Emitter|EventBus|Mediator|Bus)$/u
const unnamedBus =
  /^(?:(?:internal|in-?(?:process|memory)|domain) )?event ?(?:bus|publisher|dispatcher|emitter)$/i
