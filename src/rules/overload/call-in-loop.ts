// Calls made once for each item of a list.

import { namesLanguageModel, runsByTheClock, saysWrite } from '../../knowledge'
import { isPerItem, writeDuration } from '../../model/annotations'
import { type End, hasKind, holdsData, isClient, isComponent, isService, isStore } from '../../model/ends'
import { isAwaited, isSurelyRemote } from '../../model/requests'
import type { Connection, Flow } from '../../model/system'
import type { Section, Step } from '../../syntax/tree'
import { isOutsider, isVendors } from '../queries/outsiders'
import { asWords } from '../queries/visible-text'
import { isAbroad } from '../queries/where-it-hurts'
import { defineRule, type Report } from '../rule'

export const callInLoop = defineRule({
  id: 'call-in-loop',
  category: 'overload',
  speaksOf: 'hazard',
  summary: 'A call is made once for each item.',
  presets: { recommended: 'info' },
  told: [
    {
      words: [
        /\b(?:one|a|single|separate|its own) (?:\w+ )?(?:calls?|requests?|quer(?:y|ies)|lookups?|round[- ]?trips?) (?:for|per) (?:each|every|item|row|line|product|article|record|user|id)|\b(?:je|pro) (?:artikel|position|zeile|datensatz|kunde|produkt)\b.{0,20}\b(?:aufruf|anfrage|abfrage)|(?:una|un) (?:llamada|consulta|petición) por (?:cada )?(?!segundo|minuto|hora|día|semana|mes|solicitud|sesión)\p{L}+|每(?:个|条|件)(?:商品|记录|订单|用户).{0,10}(?:调用|请求|查询)一次|(?:商品|レコード|ユーザー?)ごとに.{0,10}(?:呼び出|リクエスト|問い合わせ|クエリ)/iu,
      ],
      unless:
        /\bper (?:second|minute|hour|day|week|month)\b|\band (?:second|minute|hour|day)\b|\bat a time\b|\blimit|\ballow|\bquotas?\b|\bmáximo\b|\bbatch|\bbulk\b|\bparallel\b|\bnot\b|\bno\b|\binstead\b|\bonly one\b|data ?loader|\bjust one\b|\bexactly one\b/i,
      message:
        'One call for each item adds up: 100 calls of 10 ms take 1 s, each can fail by itself, and a long list becomes a burst. Fetch all items in one call (a batch endpoint), or a page at a time.',
    },
  ],
  options: {},

  *check({ connections, diagram, flows }) {
    const [first] = connections
    if (first && (startsByTheClock(first.from) || (flows.length > 0 && flows.every(isBackground)))) return
    const paced = new Set(pacedIn(diagram.steps))
    const batchable = new Map(
      connections
        .filter(connection => mayBeBatched(connection) && !paced.has(connection.index))
        .map(connection => [connection.index, connection]),
    )
    for (const connection of batchable.values()) {
      const { text } = connection.arrow
      if (perItem.test(text) && !together.test(text)) yield judge(connection, text)
    }
    const startsByItself = startersIn(connections)
    const byIndex = new Map(connections.map(connection => [connection.index, connection]))
    for (const section of itemLoops(diagram.steps)) {
      const calls = arrowsIn(section.steps).flatMap(index => byIndex.get(index) ?? [])
      if (calls.some(isPacedByHand) || startsByItself(calls[0])) continue
      yield* judgeLoop(section, batchable)
    }
  },
})

const perItem =
  /\b(?:for|per) (?:each|every)\b|\bforeach\b|\beach (?:item|order|line|row|record|user|product|id|key|entry|result)\b|\bper (?:item|row|record|line|product|id|key|entry)\b|\bone by one\b|\bn ?\+ ?1\b|\bin a loop\b/i
/** Waiting, repeating and transporting are what loops are for, and of several parties each must be told. */
const together =
  /\b(?:avoid|prevent|eliminat|without|no)\w* (?:the )?n ?\+ ?1|\bpoll|\bretr(?:y|ies)|until|while|heartbeat|\bping|stream|batch|bulk|chunk|\bpage|\bcron|schedul|attempt|backoff|every \d|\binterval|\bsecond|\bminute|\bhour|\bday|parallel|concurren|message|event|\b(?:every|each) (?:\w+ )?(?:updates?|ticks?|changes?|signals?|readings?|frames?)\b|\b(?:every|each) (?:\w+ )?(?:requests?|calls?|times?)\b|\b(?:each|every) (?:\w+ )?(?:workers?|agents?|nodes?|shards?|partitions?|replicas?|instances?|regions?|services?|clients?|consumers?|hosts?|servers?|peers?|tenants?|backends?|providers?|platforms?|channels?)\b|\b(?:cada|jede[rsn]?|chaque|ogni) (?:plata?form|provee?dor|canal|kanal|plattform|plateforme|anbieter|fournisseur|piattaform)/i

/** What runs at night may take its time. */
const isBackground = ({ background }: Flow): boolean => background
const startsByTheClock = (end: End): boolean =>
  hasKind(end, 'scheduler') || runsByTheClock(end.text) || filling.test(end.text)
const filling = /\bwarm(?:er|ing|-?up)\b|\bingest(?:ion|or|er)?\b|\bindexer\b|\bcrawler\b|\betl\b/i

/** Somebody scans, picks or types one item after the other: no batch saves the walk. */
const isPacedByHand = ({ from, role }: Connection): boolean => isClient(from) && role.value !== 'reply'

/** Whom nobody asked before, where the picture shows who asks for other things. */
function startersIn(connections: readonly Connection[]): (first: Connection | undefined) => boolean {
  if (!connections.some(({ caller }) => isClient(caller))) return () => false
  const asked = new Map<End, number>()
  for (const { from, to, index, role } of connections)
    if (from !== to && role.value !== 'reply' && !asked.has(to)) asked.set(to, index)
  return first => first !== undefined && (asked.get(first.from) ?? Infinity) > first.index
}

function mayBeBatched(connection: Connection): boolean {
  if (!isAwaited(connection)) return false
  const { caller, callee, arrow } = connection
  const answers = isService(callee) || isStore(callee) || hasKind(callee, 'cache', 'external')
  return (
    answers &&
    !isClient(caller) &&
    !isOutsider(caller) &&
    !isVendors(caller) &&
    !startsByTheClock(caller) &&
    !writesRow(connection) &&
    !actsForOne(connection) &&
    !namesLanguageModel(callee.text, arrow.text) &&
    !isolates.test(callee.text) &&
    (isElsewhere(connection) || !(isMethodCall(arrow.text) || computes(connection)))
  )
}

/** Data, a third party, or an arrow that says how the two talk. */
const isElsewhere = (connection: Connection): boolean =>
  holdsData(connection.callee) || isAbroad(connection.callee) || isSurelyRemote(connection)

/** `price_of(item)`: another object of the same program answers it just as well. */
const isMethodCall = (text: string): boolean =>
  /^\W{0,4}(?:\d{1,3}\W{1,3})?\w[\w.]{0,80}\([^()]*\)\W{0,4}$/.test(text)

/** It takes as long as its work does, wherever that is done: no list of keys makes it less. */
const computes = ({ callee, arrow }: Connection): boolean =>
  !holdsData(callee) && computing.test(`${asWords(callee.text)} ${asWords(arrow.text)}`)

const computing =
  /\b(?:analy[sz](?:es?|ers?|ing|is)|classif\w*|predict\w*|scor(?:e|es|er|ing)|inference|infers?|detect\w*|embeddings?|transcri\w*|transcod\w*|translat\w*|summari[sz]\w*|renders?|rendering|nlp|ocr|ml)\b/i

/** In one transaction with the others: there is nothing to fetch at once. */
const writesRow = ({ callee, arrow: { text } }: Connection): boolean =>
  holdsData(callee) && (saysWrite(text) || changes.test(text))

/** `DEL basket:7`, `remove row`, `paid = true`: what is there already is changed, and nothing comes back. */
const changes =
  /(?:^|[\s.:(])(?:del|unlink|expire|(?:delet|remov|revok|clear|mark|flag|disabl|enabl|deactivat|expir|archiv|unset|reset)(?:e|es|s)?)\b(?!\w)|(?<![?&<>!=\w-])[\w.]{1,40} ?= ?(?:true|false|null|now|['"]?[A-Z_]{3,}\b)/i

/** Each succeeds or fails for itself: a refund, a seat given back, a message to somebody. */
const actsForOne = ({ callee, arrow: { text } }: Connection): boolean =>
  !holdsData(callee) &&
  [forOne, forOneElsewhere].some(each => each.test(asWords(text))) &&
  !readsIt.test(text)

const readsIt = /\b(?:get|fetch|read|list|load|quer(?:y|ies)|look ?up|check|validate)/i

const forOne =
  /\b(?:refund|release|cancel|remove|revoke|subscribe|unsubscribe|charge|capture|pay|payout|transfer|reverse|void|compensate|send|upload|notif(?:y|ies)|e-?mail|ship|dispatch|terminate|provision)(?:s|e?d)?\b/i

/** The same in other languages: sends, uploads, tells somebody. */
const forOneElsewhere =
  /\b(?:envi(?:ar?|an|amos)|mandar?|sub(?:e|ir)|notifica\p{L}*|sende[tn]?|(?:ver)?schick\p{L}*|hochlad\p{L}*|lädt|benachrichtig\p{L}*|envo(?:ie|yer)|téléverse\p{L}*)(?!\p{L})|发送|上传|通知|送信|アップロード|전송|업로드|отправ|загруж|уведом/iu

/** One run each is what they are for. */
const isolates = /\b(?:sandbox(?:es)?|containers?|micro-?vms?|isolates?|test runners?)\b/i

function* itemLoops(steps: readonly Step[]): Iterable<Section> {
  for (const step of steps) {
    if (step.kind !== 'fragment') continue
    for (const section of step.sections) {
      if (step.fragment === 'loop' && isOverItems(section.label)) yield section
      else yield* itemLoops(section.steps)
    }
  }
}

/** What happens every so often: nobody waits for it. */
function* pacedIn(steps: readonly Step[]): Iterable<number> {
  for (const step of steps) {
    if (step.kind !== 'fragment') continue
    for (const { label, steps: inner } of step.sections)
      if (step.fragment === 'loop' && byTheClock(label)) yield* arrowsIn(inner)
      else yield* pacedIn(inner)
  }
}

const byTheClock = (title: string): boolean =>
  /\bevery \d|\b(?:each|every) (?:minute|hour|day|night)\b/i.test(title)

/** `for each candidate (up to 3)`, `for each level (4, 5, 6)`: so few that no batch pays. */
function isOfFew(title: string): boolean {
  const [, most] = /\b(?:up to|at most|max(?:imum)?(?: of)?|top|first|≤) ?(\d{1,6})\b/i.exec(title) ?? []
  if (most !== undefined) return Number(most) <= few
  const [list] = /\((?:[\w.-]{1,20}, ?){1,4}[\w.-]{1,20}\)/.exec(title) ?? []
  return list !== undefined
}

const few = 5

const isOverItems = (title: string): boolean =>
  !isOfFew(title) &&
  (isPerItem(title) || perItem.test(`for ${title}`.replace(/^for (?=for\b)/i, ''))) &&
  !together.test(title)

/** Speaks of the first call of a loop; the others are related. */
function* judgeLoop(section: Section, batchable: ReadonlyMap<number, Connection>): Iterable<Report> {
  const [first, ...rest] = arrowsIn(section.steps).flatMap(index => batchable.get(index) ?? [])
  if (!first || together.test(first.arrow.text)) return
  const report = judge(first, section.label)
  const related = rest.map(({ arrow, callee }) => ({
    at: arrow.operator,
    message: `so does the call to ${callee.name}`,
  }))
  yield { ...report, related: [{ at: section.header, message: 'The loop' }, ...related] }
}

function arrowsIn(steps: readonly Step[]): readonly number[] {
  return steps.flatMap(step => {
    if (step.kind === 'message') return [step.arrow]
    return step.kind === 'fragment' ? step.sections.flatMap(section => arrowsIn(section.steps)) : []
  })
}

function judge(connection: Connection, said: string): Report {
  const { caller, callee } = connection
  const each = statedTime(connection)
  const sum = each > 0 ? `: each adds ${writeDuration(each)} (50 of them ${writeDuration(50 * each)})` : ''
  return {
    at: connection.arrow.operator,
    // Whether it is worth a batch depends on how many they are and how long each takes, which is said nowhere.
    onRequest: each === 0,
    message: `${caller.name} calls ${callee.name} once for each item ("${said.trim()}")${sum}, and one slow answer holds up the rest. ${atOnce(connection)}, or make the calls in parallel.`,
  }
}

/** In milliseconds; what is assumed of other calls says nothing of this one. */
function statedTime({ callee, figures }: Connection): number {
  const answer = isComponent(callee) ? (callee.figures.p50 ?? callee.figures.latency) : undefined
  return [answer, figures.rtt].reduce((sum, figure) => sum + (figure?.stated ? figure.value : 0), 0)
}

/** In the words of whoever answers. */
function atOnce(connection: Connection): string {
  const { callee, arrow } = connection
  if (saysWrite(arrow.text) || posts.test(arrow.text) || computes(connection))
    return 'Send all of them in one call (a bulk endpoint)'
  if (hasKind(callee, 'cache')) return 'Fetch all of them in one call (multi-get)'
  return `Fetch all of them in one call (${isStore(callee) ? 'IN list, join' : 'a batch endpoint'})`
}

const posts = /^\W*(?:\d+\W+)?(?:POST|PUT|PATCH)\b/
