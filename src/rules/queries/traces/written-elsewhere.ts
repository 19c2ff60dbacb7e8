// Pictures without an order in which a write and an event of one handler are not made one after the other.

import { framesAround } from '../../../model/ends'
import { methodOf } from '../../../model/requests'
import type { Call, Component } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import { asWords } from '../visible-text'

/** What is stored comes of the event, not with it. */
export const isForConsumer = (write: Call, broker: Component): boolean =>
  isForCallback(write, broker) ||
  (unsaid.test(wordingOf(write.connection.arrow).trim()) && isKeptBehind(broker))

/** The consumer of what was published calls back, and the write is drawn behind that or stores what came of it. */
function isForCallback({ connection, caller }: Call, broker: Component): boolean {
  const callback = consumersOf(broker)
    .flatMap(({ outgoing }) => outgoing)
    .find(({ callee, connection: { role } }) => callee === caller && callsBack.has(role.value))
  if (!callback || methodOf(callback.connection) === 'GET') return false
  return connection.index > callback.connection.index || outcome.test(wordingOf(connection.arrow))
}

const callsBack: ReadonlySet<string> = new Set(['call', 'callback'])

const outcome = /\b(?:status(?:es)?|results?|outcomes?|progress|responses?)\b/i

/** Nothing tells what is written. */
const unsaid = /^(?:sql|jdbc|r2dbc|read\W+write|crud|tcp)?$/i

/** `Lambda: validate / persist`, some steps behind the broker. */
const isKeptBehind = (broker: Component): boolean => {
  const near = consumersOf(broker)
  return [...near, ...near.flatMap(({ outgoing }) => outgoing.map(({ callee }) => callee))].some(({ text }) =>
    keeping.test(text),
  )
}

const keeping = /\bpersist(?:s|ence|er)?\b|\b(?:db|database|event|data)[- ]writers?\b/i

const consumersOf = ({ outgoing }: Component): readonly Component[] =>
  outgoing.flatMap(({ callee, connection: { role } }) => (sets.has(role.value) ? [callee] : []))

/** `triggers` starts who gets it. */
const sets: ReadonlySet<string> = new Set(['delivery', 'control', 'call'])

/** `Atomic ingestion transaction`, drawn around both. */
export const areFramedAsOne = ({ callee }: Call, broker: Component): boolean => {
  const frames = framesAround(broker)
  return framesAround(callee).some(frame => frames.includes(frame) && atOnce.test(asWords(frame.text)))
}

/** A transaction of a database, not one of money. */
const atOnce =
  /\batomic(?:ally)?\b|\b(?:one|single|same|acid|db|database|local|write) transaction\b|^\W*(?:\w+ ){0,3}transaction\W*$/i
