// How an event goes out together with what is stored, by what the store can do.

import type { Component } from '../../../model/system'
import { saidOf } from '../same-name'

/** How an event goes out with what is stored; an outbox needs a transaction over two tables. */
export function publishedWith({ technology }: Pick<Component, 'technology'>): string {
  if (technology?.protocols[0] === 'resp')
    return 'Take it and add the event to a stream in one script (XADD), relay it from there, and let reservations expire.'
  return isRelational({ technology })
    ? 'Write the event to an outbox table in the same transaction, and relay it from there.'
    : "Publish the store's own change stream (CDC), or publish first and let a consumer write."
}

/** As far as is known: a store without a name is taken for a database with SQL. */
export const isRelational = ({ technology }: Pick<Component, 'technology'>): boolean =>
  !technology || technology.protocols.some(id => sql.has(id))

const sql: ReadonlySet<string> = new Set(['sql', 'postgres', 'mysql', 'tds', 'oracle-net'])

/** The author of the one that writes keeps both together, or knows that nothing does. */
export const settledFor = (writer: string): RegExp =>
  saidOf(writer, relaying, admitted, decided, consumed, pattern, swept, inProcess)

/** Whoever wrote that a lost event is let go has weighed it. */
const decided =
  /\b(?:publish\w*|emit\w*|events?|messages?|broker|kafka|rabbitmq)\b[^.|]{0,60}\b(?:best[- ]effort|fire[- ]and[- ]forget|(?:logged|caught) and (?:swallowed|ignored|logged))\b|\b(?:best[- ]effort|fire[- ]and[- ]forget)\b[^.|\n]{0,40}\b(?:publish\w*|emit\w*|events?)\b/

/** It is published, and a consumer writes: `broker → consumer → repository.Create`. */
const consumed = /\b(?:consumers?|consumidor\w*|worker) (?:→|->|➜|=>) [^\n|:]{0,60}\b(?:repository|repo)\.\w/

/** Somebody looks for what was stored and never announced: a job that expires what is pending, a comparison of both sides. */
const swept =
  /\b(?:time-?out|pending|stale|stuck|recovery|expiry) sweep|\bsweep(?:s|er|ing)?\b[^.\n]{0,60}\b(?:pending|stale|stuck|unsent|unpublished)\b|\b(?:marks?|finds?|fails?|re-?publish\w*|re-?sends?|expires?)\b[^.\n]{0,40}\b(?:stale|stuck|pending|unsent|unpublished|unconfirmed)\b|\bchecks? (?:for )?(?:expired|stale|stuck|overdue) (?!tokens?\b|sessions?\b|cookies?\b|cert|cards?\b)|\breconcil\w* (?:\w+ )?(?:mismatch\w*|missed|lost|gaps|differences)|\b(?:periodic\w*|must|regular\w*|nightly|hourly|daily) reconcil|\bmissed events?\b[^.\n]{0,40}\b(?:harmless|caught|recovered)|\bevents? (?:are|is)\b[^.\n]{0,20}\bwake-?ups?\b/

/** What the picture shows as a broker is a class of the same program. */
const inProcess = /\bin[- ](?:memory|process) (?:event |message |domain event )?(?:bus|queue|broker)\b/

/** A heading, a frame of its own or a list of what is done says that it is so here, whoever writes. */
const pattern =
  /\n[ \t]*(?:[-*+][ \t]+)?(?:✅|✔|\[x\])[^\n]{0,80}\boutbox\b|\n#{1,6} [*_]{0,2}(?:[\d.]{1,8} )?(?:transactional )?outbox\b|\bsubgraph [^\n"[]{0,40}["[][^\n\w]{0,6}transactional outbox/

/** Or what is announced is found without the announcement. */
const relaying =
  /\boutbox|\bcdc\b|change data capture|\b(?:next|periodic|regular|by) poll(?:ing)?\b|\bpolling (?:as )?(?:a )?fall-?back\b|\bqueue\b[^.\n]{0,40}\bis an? (?:\w+ )?table\b/

const admitted =
  /\b(?:no|without(?: an?| the)?|missing|lacks? an?) (?:transactional )?outbox\b|\boutbox\b[^.\n]{0,40}\bnot (?:yet )?(?:implemented|in place|built)|\boutbox\b[^.\n]{0,40}\b(?:deferred|rejected|overkill|out of scope)\b|outbox\S{0,3} ?(?:는|은|이|가)? ?(?:아직 )?(?:구현|적용)되(?:어 있)?지 않|(?:sin|sem|sans|ohne|kein(?:e|en)?) outbox|没有\W?outbox|未实现\W?outbox|outbox\W?(?:は)?未実装/
