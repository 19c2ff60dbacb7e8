// How an event goes out together with what is stored, by what the store can do.

import type { Component } from '../../../model/system'

/** How an event goes out with what is stored; an outbox needs a transaction over two tables. */
export function publishedWith({ technology }: Pick<Component, 'technology'>): string {
  if (technology?.protocols[0] === 'resp')
    return 'Take it and add the event to a stream in one script (XADD), relay it from there, and let reservations expire.'
  const isRelational = !technology || technology.protocols.some(id => sql.has(id))
  return isRelational
    ? 'Write the event to an outbox table in the same transaction, and relay it from there.'
    : "Publish the store's own change stream (CDC), or publish first and let a consumer write."
}

const sql: ReadonlySet<string> = new Set(['sql', 'postgres', 'mysql', 'tds', 'oracle-net'])
