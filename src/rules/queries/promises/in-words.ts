// What the sentences around a design promise: how much of the time it works, how fast it answers, how soon it is back.

import { durationIn } from '../../../model/annotations'

/** Times in milliseconds, shares between 0 and 1. */
export interface PromiseInWords {
  readonly availability?: number
  readonly latency?: { readonly percentile: 'p50' | 'p95' | 'p99'; readonly ms: number }
  /** The longest outage that is accepted. */
  readonly rto?: number
  /** No confirmed write may get lost. */
  readonly losesNothing?: true
}

/** What a sentence promises of the system as it shall be; undefined where it measures, weighs or speaks of others. */
export function promiseIn(sentence: string): PromiseInWords | undefined {
  const words = sentence.replace(/[*_`]/g, '')
  if (words.length > longest || aside.test(words)) return undefined
  const promise = { ...availabilityIn(words), ...latencyIn(words), ...outageIn(words), ...lossIn(words) }
  return Object.keys(promise).length > 0 ? promise : undefined
}

/** Longer ones put words together that have nothing to do with each other. */
const longest = 300

/** What was measured, what might be, what others promise, and what would be so otherwise. */
const aside =
  /\?\s*$|\b(?:if|unless|without|would|could|might|was|were|observed|achieved|last (?:week|month|quarter|year|term)|e\.g|for example|example|durability|alert|each|every|per (?:node|instance|service)|instead|their|its|vendor|provider|offers?|depends|wenn|ohne|wäre|könnte|gemessen|si|sin|sem|sans|seria|sería|mesur\w*|medid\w*)\b|如果|例如|もし|例えば|만약|если|например/iu

function availabilityIn(words: string): Pick<PromiseInWords, 'availability'> {
  const [, behind, before] = promisedShare.exec(words) ?? []
  const share = behind ?? before
  // Divided, 99.99 is none of the shares that people write.
  const availability =
    share === undefined ? undefined : Number((Number(share.replace(',', '.')) / 100).toPrecision(10))
  return availability !== undefined && availability >= 0.9 && availability < 1 ? { availability } : {}
}

const works = String.raw`\b(?:availability|available|uptime|verfügbar(?:keit)?|disponibili(?:dad|dade|té)|disponible|disponível)(?!\p{L})|\b(?:service level|SLA|SLO)\b(?!\p{L})|可用性|可用率|稼働率|가용성|가용률|доступност\p{L}*`
const percent = String.raw`(9\d(?:[.,]\d{1,4})?)\s?%`
const promisedShare = new RegExp(
  `(?:${works})[^.;]{0,80}?${percent}|${percent}[^.;]{0,40}?(?:${works})`,
  'iu',
)

const unit =
  '(?:ms|milliseconds?|s|sec|seconds?|sekunden|segundos?|secondes?|毫秒|秒|ミリ秒|초|밀리초|мс|с|сек)'
const wait = String.raw`(\d{1,5}(?:[.,]\d{1,2})?)\s?(${unit})`
const rank = String.raw`p(50|95|99)|(50|95|99)(?:th)? percentile`
const promisedWait = new RegExp(
  String.raw`${wait}[^.;]{0,20}?\b(?:${rank})\b|\b(?:${rank})\b[^.;\d]{0,30}?${wait}`,
  'iu',
)

/** A wait that is promised, and not one that a box takes. */
const promising =
  /\b(?:slo|slas?|objective|target|goal|budget|within|under|below|at most|must|shall|promise[sd]?|guarantee[sd]?|ziel|innerhalb|höchstens|objetivo|meta|menos de|dentro de|objectif|moins de)\b|[<≤]|以内|不超过|目标|이내|目標|не более|цель/iu

function latencyIn(words: string): Pick<PromiseInWords, 'latency'> {
  if (!promising.test(words)) return {}
  const [, first, firstUnit, ...rest] = promisedWait.exec(words) ?? []
  const [rankA, rankB, rankC, rankD, second, secondUnit] = rest
  const ms = millisecondsOf(first ?? second, firstUnit ?? secondUnit)
  const percentile = rankA ?? rankB ?? rankC ?? rankD
  return ms === undefined || percentile === undefined
    ? {}
    : { latency: { percentile: named(percentile), ms } }
}

const named = (rank: string) => (rank === '50' ? 'p50' : rank === '95' ? 'p95' : 'p99')

function millisecondsOf(amount: string | undefined, written: string | undefined): number | undefined {
  if (amount === undefined || written === undefined) return undefined
  const inThousandths = /^(?:ms|milli|毫|ミリ|밀리|мс)/i.test(written)
  return Number(amount.replace(',', '.')) * (inThousandths ? 1 : 1000)
}

const recovery =
  /\bRTO\b|\brecovery time\b|\bwiederanlauf\p{L}*|\btiempo de recuperación|\btempo de recuperação|\btemps de (?:reprise|rétablissement)|恢复时间|復旧時間|복구 ?(?:목표 ?)?시간|время восстановления/iu

/** `15 minutos`, `5 min`, `30 Sekunden`, `1 h`. */
const outage =
  /(\d{1,3})\s?(s|sec\p{L}*|seg\p{L}*|sek\p{L}*|秒|초|сек\p{L}*|m|min\p{L}*|分钟?|분|мин\p{L}*|h|hours?|hrs?|stunden?|horas?|heures?|小时|時間|시간|час\p{L}*)(?!\p{L})/iu

function outageIn(words: string): Pick<PromiseInWords, 'rto'> {
  const named = recovery.exec(words)
  if (!named) return {}
  const [, amount, written = ''] = outage.exec(words.slice(named.index, named.index + reach)) ?? []
  const rto = amount === undefined ? undefined : durationIn(`${amount}${unitOf(written)}`)
  return rto === undefined ? {} : { rto }
}

/** In characters: further away, a duration is of something else. */
const reach = 80

const unitOf = (written: string): string =>
  /^(?:s|秒|초|с)/i.test(written) ? 's' : /^(?:m|分|분|м)/i.test(written) ? 'min' : 'h'

const noLoss =
  /\bRPO\b\W{0,6}(?:(?:of|is|ist|von|de|é|es)\b\W{0,3})?(?:0(?![.\d])|zero|null|none|nil|cero|nula?)|\bno (?:confirmed|acknowledged|committed|accepted|completed) [^.;]{1,40}\b(?:is|are|gets?|may be|can be|must be) (?:ever )?lost\b|\b(?:zero|no) data loss\b|\bno (?:loss of data|pérdida de datos)\b|\bkein(?:e|en|erlei)? datenverlust|零丢失|数据零丢失|データ(?:損失|ロス)(?:なし|ゼロ)/iu

const lossIn = (words: string): Pick<PromiseInWords, 'losesNothing'> =>
  noLoss.test(words) ? { losesNothing: true } : {}

/** What a part of a document is called that promises nothing of the design as it is drawn. */
export const isPromisedElsewhere = (heading: string): boolean => aboutOthers.test(heading)

const aboutOthers =
  /alternativ|\bbefore\b|\bnon-?goals?\b|out of scope|histor|incident|post-?mortem|roadmap|future|\bphase [2-9]|considered|rejected|comparison|pricing|\bplans?\b|tiers?\b|examples?\b|\btests?\b|\btesting\b|local (?:dev|setup)|glossar|nicht-?ziele|no objetivos|替代|用語|术语/i
