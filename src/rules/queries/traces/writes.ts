// What a program stores: at a store that is drawn, or in words about itself.

import { saysState, saysWrite, storeWrittenTo, undrawnStore } from '../../../knowledge'
import { hasKind, kindOf } from '../../../model/ends'
import { rememberedFor } from '../../../model/remembered-for'
import type { Call, Component, Connection, System } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import type { Arrow } from '../../../syntax/tree'
import type { Span } from '../../../text/span'
import { labelSpanOf } from '../places'
import { isRedis } from '../redis'
import { notesIn } from './branches'
import { namesRepository } from './repositories'

/** Something that is stored, and when. */
export interface Write {
  /** The place among the arrows; a note's lies between two of them. */
  readonly index: number
  /** The store's name and, where it is drawn, its product. */
  readonly store: Pick<Component, 'name' | 'technology'>
  readonly at: Span
  readonly words: string
}

export const writeOf = ({ connection, callee }: Call): Write => ({
  index: connection.index,
  store: callee,
  at: labelSpanOf(connection),
  words: wordingOf(connection.arrow),
})

/** A call whose words say that something is stored by it, and stays stored. */
export const storesSomething = ({ connection, callee }: Call): boolean =>
  connection.network.value &&
  ((hasKind(callee, 'database') &&
    asks.has(connection.role.value) &&
    saysStore(wordingOf(connection.arrow))) ||
    (connection.role.value === 'call' && (claims(callee, connection) || isRecorded(callee, connection)))) &&
  !namesFiles.test(`${callee.headline} ${connection.arrow.text}`)

/** A snapshot that is taken now and then, or a lease that is held meanwhile, is not the change that an event tells of. */
export const storesTheChange = (call: Call): boolean =>
  storesSomething(call) && !isMomentary(`${call.callee.text} ${wordingOf(call.connection.arrow)}`)

export const isMomentary = (words: string): boolean => nowAndThen.test(words) || /\bleases?\b/i.test(words)

const nowAndThen =
  /\b(?:snapshots?|check-?points?|back-?ups?|auto-?saves?|periodic\w*|flush\w*|every \d+|each (?:minute|hour|night|day)|(?:hour|dai|night|week)ly|at intervals?|on a timer)\b|快照|スナップショット|스냅샷|снимок|instantánea/i

/** `insert webhook event` calls nobody back where a database is told. */
const asks: ReadonlySet<string> = new Set(['call', 'callback'])

/** `ACID Tx` writes as well, and so does `Put order`. */
const saysStore = (words: string): boolean =>
  saysWrite(words) ||
  changesState.test(words) ||
  /\b(?:acid|db) (?:tx|transaction)\b|^\W*(?:\d+\W+)?(?:conditional )?puts? [\w#:]/i.test(words) ||
  rowInState.test(words)

/** `Mark order as paid`, `SET status = 'paid'` */
const changesState = /^\W*(?:\d+\W+)?(?:marks?\b|sets? \w*(?:status|state)\b)/i

/** `Submission(status=queued)` */
const rowInState =
  /^\W*(?!Find|Get|Query|Select|Count|List|Filter|Where|Check|Fetch|Load)\p{Lu}\w{2,30} ?\((?:[\w, =:"']{0,40}\b)?(?:status|state) ?[=:]/u

/** What is left of something scarce is kept in Redis, and one more is taken. */
const claims = (callee: Component, { arrow }: Connection): boolean =>
  isRedis(callee) &&
  (claimedByScript.test(arrow.text) ||
    (/\b(?:reserve|claim|deduct|decr\w*|allocate)s?\b|扣减|예약|선점|차감/i.test(arrow.text) &&
      /\b(?:stocks?|inventory|seats?|slots?|coupons?|balances?|tickets?|quantity)\b|库存|재고|쿠폰|在庫/i.test(
        arrow.text,
      )))

/** `EVALSHA seckill.lua` */
const claimedByScript =
  /\b(?:evalsha|eval|lua)\b[^\n]{0,40}(?:seckill|flash[-_ ]?sale|stock|reserve|deduct|decr|claim|coupon|秒杀|扣减|재고|차감)/i

/** `create job record`, at whoever keeps the records. */
const isRecorded = (callee: Component, { arrow }: Connection): boolean =>
  kindOf(callee) === undefined &&
  /\b(?:create|insert|save|store|persist|write)s? (?:an? |the |new )?(?:\p{L}+ ){0,2}(?:record|row|entry)\b/iu.test(
    arrow.text,
  )

/** First the file, then the message that names it: a file that no message names does no harm. */
export const namesFiles =
  /\b(?:azurite|artifacts?|files?|blobs?|objects?|images?|photos?|videos?|media|segments?|manifests?|uploads?|attachments?|wav|mp[34]|pdfs?|csvs?|parquet|storage|bucket)\b/i

/**
 * `Orders->>Orders: save in PostgreSQL`, a note over it, or a state that it is asked to enter: a store that is not drawn by
 * itself. By the writer's id.
 */
export const writesToOwn = rememberedFor(
  (diagram: System['diagram']): ReadonlyMap<string, readonly Write[]> => {
    const said = [
      ...diagram.arrows.flatMap(({ from, to, text, labelSpan, operator }, index, arrows): Said[] =>
        (from === to || saysState(text)) && !isSavedNext(to, arrows[index + 1])
          ? [{ part: to, text, index, at: labelSpan ?? operator }]
          : [],
      ),
      ...savedIn(diagram),
      ...notesIn(diagram).flatMap(({ over: [part, ...others], text, index, span }): Said[] =>
        part !== undefined && others.length === 0 && deedFirst.test(text)
          ? [{ part, text, index, at: span }]
          : [],
      ),
    ]
    const byPart = new Map<string, Write[]>()
    for (const { part, text, index, at, isSaved } of said) {
      const name = isSaved ? undrawnStore : storeWrittenTo(text)
      if (name === undefined) continue
      const write = { index, store: { name }, at, words: text }
      const known = byPart.get(part)
      if (known) known.push(write)
      else byPart.set(part, [write])
    }
    return byPart
  },
)

/** It creates in memory what it saves with the next message. */
const isSavedNext = (part: string, next: Arrow | undefined): boolean =>
  next?.from === part && next.to !== part && /^\W*(?:save|insert|persist|store|upsert)\b/i.test(next.text)

/** What is said over one participant, and behind which arrow. */
interface Said {
  readonly part: string
  readonly text: string
  readonly index: number
  readonly at: Span
  /** By a repository, which has no other purpose. */
  readonly isSaved?: true
}

/** `save(order)`, at a repository in the same program: the store behind it is not drawn. */
function savedIn({ arrows, nodes }: System['diagram']): readonly Said[] {
  const repositories = new Set(nodes.filter(({ text }) => namesRepository(text)).map(({ id }) => id))
  return arrows.flatMap(({ from, to, text, labelSpan, operator }, index): Said[] =>
    repositories.has(to) && !repositories.has(from) && saving.test(text)
      ? [{ part: from, text, index, at: labelSpan ?? operator, isSaved: true }]
      : [],
  )
}

const saving = /^\W*(?:save|insert|persist|store|create|update|upsert)\w{0,20}\b/i

/** A note that tells a step, not what becomes of it. */
const deedFirst = /^\W{0,4}(?:\d{1,2}\W{1,2})?(?:insert|save|store|persist|write|update)s?\b/i
