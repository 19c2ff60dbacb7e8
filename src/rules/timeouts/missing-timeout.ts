// Calls whose caller waits forever.

import { limitsOf } from '../../advice/settable-timeout'
import { type Suggestion, suggestedTimeout } from '../../advice/suggested-timeout'
import { defaults, protocolsIn } from '../../knowledge'
import { durationIn, readArrowLabel, writeDuration } from '../../model/annotations'
import { type End, hasKind, isComponent, isStore, translatesAddresses } from '../../model/ends'
import { isAwaited, isStream } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import type { Span } from '../../text/span'
import { annotateArrow } from '../fixes/annotate'
import { enumerated } from '../fixes/enumeration'
import { rewordArrow, wordsOn } from '../fixes/reword-arrow'
import { isWorthAsking } from '../queries/asked'
import { escaped } from '../queries/visible-text'
import { endsWait, isMinorWait, showsTimeout, subjectOfWait } from '../queries/waits-that-matter'
import { isAbroad, whereItHurts } from '../queries/where-it-hurts'
import { defineRule, type Fix, type Lack, type Report } from '../rule'

export const missingTimeout = defineRule({
  id: 'missing-timeout',
  category: 'timeouts',
  speaksOf: 'omission',
  topic: 'timeout',
  asksFirst: true,
  summary: 'A synchronous call states no timeout.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system, _, review) {
    const isAsked = (each: Connection) =>
      isWorthAsking(each, review.preset) && (review.preset === 'strict' || !isSurfing(each))
    const isAnswered = (each: Connection) => showsTimeout(system, subjectOfWait(each))
    const waiting = system.connections.filter(
      each => waits(each) && isAsked(each) && !isAnswered(each) && !isCutOff(each),
    )
    const isLeftAlone = (each: Connection) =>
      review.preset !== 'strict' && isUnbounded(each) && (defaultOf(each) !== undefined || isBalanced(each))
    const eligible = waiting.filter(each => !isLeftAlone(each))
    const unbounded = eligible.filter(isUnbounded)
    const unnamed = new Map(unbounded.flatMap(each => unnamedIn(each).map(one => [each, one] as const)))
    for (const [connection, duration] of unnamed) yield question(system, connection, duration)
    const silent = unbounded.filter(each => !unnamed.has(each))
    const sore = whereItHurts(silent.filter(each => !isMinorWait(each, system)))
    const isSore = (each: Connection) => each.callee === sore?.callee
    const inOrder = [...silent.filter(isSore), ...silent.filter(each => !isSore(each))]
    const missing = inOrder.map(each => new WaitsForever(system, each))
    yield {
      eligible: eligible.length - unnamed.size,
      missing,
      message: howMany =>
        `${howMany} synchronous calls state no timeout, and most clients wait forever by default. ${sore?.reason ?? 'A call that hangs holds up everything in front of it.'} State timeout: on each, a little above the call's slowest normal latency.${remarkOn(waiting.filter(each => isLeftAlone(each) && !isBalanced(each)))}`,
      fixTitle: count => `State a timeout on all ${count} arrows, estimated where no latency is stated`,
    }
  },
})

/** Somebody waits for an answer. Streams live as long as they are used; their sign of life is a heartbeat. */
function waits(connection: Connection): boolean {
  const { caller, callee } = connection
  if (!isAwaited(connection) || isStream(connection) || [caller, callee].some(isJunction)) return false
  if ([blocking, atStart].some(words => words.test(connection.arrow.text)) || translatesAddresses(caller))
    return false
  // How long another organization waits for us is nothing that we could state.
  if (hasKind(caller, 'person', 'dns', 'waf') || isAbroad(caller)) return false
  // Most caches ask no database, however it is drawn; one that does is set up by its own product.
  if (hasKind(caller, 'cache') && isComponent(callee) && isStore(callee)) return false
  return !hasKind(callee, 'dns', 'stun') && !takesJobs(connection)
}

/** A worker asks a store that is a queue for the next job, and waits for it. */
const takesJobs = ({ caller, callee }: Connection): boolean =>
  hasKind(caller, 'worker') &&
  isComponent(callee) &&
  (isStore(callee) || hasKind(callee, 'cache')) &&
  /\bqueues?\b|\bpub ?\/? ?sub\b|\bbroker\b|队列|キュー|큐/iu.test(callee.text)

/** Its product cannot be set to wait until the usual answer is there: another rule says so, and no timeout helps. */
function isCutOff({ caller, callee, figures }: Connection): boolean {
  const most = limitsOf(caller)?.most
  const own = isComponent(callee) ? callee.figures : {}
  const usual = figures.p50 ?? figures.latency ?? own.p50 ?? own.latency
  return most !== undefined && usual?.stated === true && usual.value >= most
}

/** How long a browser waits for a page is nothing that its server could state. */
const isSurfing = ({ caller }: Connection): boolean =>
  hasKind(caller, 'browser', 'client') && isComponent(caller) && browser.test(caller.headline)

const browser = /\b(?:browsers?|navegador|navigateur)\b|浏览器|ブラウザ|브라우저|браузер/iu

/** Waiting for the next message is what they are for. */
const blocking = /\bb(?:[lr]m?pop|lmove|rpoplpush|zpop\w*)\b|\bxread(?:group)?\b|\blong[- ]poll/i

/** No request waits for what a program reads when it starts. */
const atStart =
  /\bstart-?up\b|\b(?:on|at|during) boot\b|기동 ?시|起動時|启动时|при запуске|au démarrage|al (?:iniciar|arrancar)|na inicialização|beim start/i

/** Where lines meet nobody waits. */
const isJunction = (end: End): boolean => isComponent(end) && end.node.junction === true

function isUnbounded({ figures }: Connection): boolean {
  return figures.timeout === undefined && figures.deadline === undefined
}

/** Why fewer calls are counted than are drawn. */
function remarkOn(leftAlone: readonly Connection[]): string {
  const products = [...new Set(leftAlone.map(each => productOf(each.caller)))]
  return products.length === 0
    ? ''
    : ` Calls by ${enumerated(products)} are not counted: they end by default.`
}

/** With its product, which another box of that name in the document may not have: `CloudFront` names it, `API gateway` does not. */
function productOf(caller: End): string {
  const product = isComponent(caller) ? caller.technology?.name : undefined
  const [maker = '', name = maker, ...further] = product?.toLowerCase().split(' ') ?? []
  const named = further.length === 0 ? [maker, name] : [maker]
  const isNamed = named.some(word => caller.text.toLowerCase().includes(word))
  return isNamed ? caller.name : `${caller.name} (${product})`
}

/** What the product that waits does unless configured. */
const defaultOf = (connection: Connection) => limitsOf(connection.caller)?.byDefault

/** Whatever the product, it ends idle requests by default. */
const isBalanced = ({ caller }: Connection): boolean =>
  hasKind(caller, 'balancer') && isComponent(caller) && caller.technology === undefined

interface Unnamed {
  readonly text: string
  readonly isLimit: boolean
  /** As it is written, with what belongs to it. */
  readonly words: string
}

/** A duration in its label of which nothing tells whether it is the timeout. */
function unnamedIn({ arrow, callee }: Connection): readonly Unnamed[] {
  return [arrow.text, arrow.technology ?? '']
    .flatMap(label => {
      const found = readArrowLabel(label).unnamedDuration
      return found && isAboutTheCall(label, found) && !isLifetime(found.text, callee)
        ? [{ ...found, words: label.slice(found.start, found.end) }]
        : []
    })
    .slice(0, 1)
}

/** Minutes in front of a store are how long it keeps something. */
const isLifetime = (duration: string, callee: End): boolean =>
  isComponent(callee) &&
  (isStore(callee) || hasKind(callee, 'cache')) &&
  (durationIn(duration) ?? 0) >= 60_000

/** `SQL, 500ms`, not how long a link, a lock or a script lives: `sign URL (600s)`. */
function isAboutTheCall(
  label: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const others = `${label.slice(0, start)} ${label.slice(end)}`.match(/\p{L}[\p{L}\p{N}]+/gu) ?? []
  // Where nothing separates words, four signs are a sentence.
  const isPhrase = others.some(word =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u.test(word),
  )
  return (others.length <= 1 && !isPhrase) || (protocolsIn(label).length > 0 && !/\w\(/.test(label))
}

/** The timeout to write is worked out where it is read: most of these are only counted. */
class WaitsForever implements Lack {
  readonly at: Span
  readonly chance: number
  readonly brief: string
  readonly isMinor: boolean
  readonly subject: string
  /** Another picture of the two ends it. */
  readonly refutedBy = (other: System): boolean => endsWait(other, this.subject)
  readonly #connection: Connection
  readonly #system: System
  #suggestion: Suggestion | undefined

  constructor(system: System, connection: Connection) {
    this.at = connection.arrow.operator
    this.chance = connection.chances.call
    this.brief = briefOf(connection)
    this.isMinor = isMinorWait(connection, system)
    this.subject = subjectOfWait(connection)
    this.#system = system
    this.#connection = connection
  }

  get message(): string {
    const basis = this.#suggested.estimated ? ', an estimate from assumed latencies' : ''
    const { caller, callee } = this.#connection
    const cost = isAbroad(callee)
      ? `An outage at ${callee.name}, a third party, holds up everything that waits for ${caller.name}.`
      : 'If no answer comes, the caller hangs too.'
    return `${this.brief} ${cost} Write timeout: ${this.#timeout}${basis}.`
  }

  get fixes(): readonly Fix[] {
    const timeout = this.#timeout
    const title = `State a timeout of ${timeout}${this.#suggested.estimated ? ', an estimate' : ''}`
    return [annotateArrow(this.#system, { connection: this.#connection, title, entries: { timeout } })]
  }

  get #suggested(): Suggestion {
    this.#suggestion ??= suggestedTimeout(this.#system, this.#connection)
    return this.#suggestion
  }

  get #timeout(): string {
    return writeDuration(this.#suggested.value)
  }
}

/** Of names in singular and plural alike. */
function briefOf(connection: Connection): string {
  const { caller, callee } = connection
  const usual = defaultOf(connection)
  const arrow = `${caller.name} → ${callee.name}`
  if (!usual) return `No timeout: ${arrow}.`
  return `No timeout but the default of ${writeDuration(usual.value)} (${usual.source}): ${arrow}.`
}

/** The label may state it already: asked, not guessed. */
function question(system: System, connection: Connection, { text, isLimit, words }: Unnamed): Report {
  const { arrow, caller, callee } = connection
  const latency = `${isLimit ? 'p99' : 'p50'} ${text}`
  const pattern = new RegExp(escaped(words))
  const replaced = (title: string, by: string) => rewordArrow(system, connection, { title, pattern, by })
  const shown = durationIn(text) ?? 0
  const p99 = shown * (isLimit ? 1 : defaults.tailRatio.value)
  return {
    at: wordsOn(system, connection, pattern) ?? arrow.operator,
    goesIntoIt: true,
    message: `The label does not say whether ${text} is the timeout or the latency of ${caller.name} → ${callee.name}, so it counts as neither. Write ${text} timeout, or ${latency} and a timeout above it.`,
    get fixes() {
      const timeout = writeDuration(suggestedTimeout(system, connection, { shown, p99 }).value)
      return [
        ...replaced(`It is the timeout: write ${text} timeout`, `${text} timeout`),
        ...replaced(
          `It is the latency: write ${latency} and a timeout of ${timeout}`,
          `${latency}, ${timeout} timeout`,
        ),
      ]
    },
  }
}
