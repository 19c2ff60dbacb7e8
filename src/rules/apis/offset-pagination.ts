// Pages found by counting the rows before them.

import { isComponent } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { wordsOn } from '../fixes/reword-arrow'
import { largeAmount } from '../queries/large-amounts'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const offsetPagination = defineRule({
  id: 'offset-pagination',
  category: 'apis',
  speaksOf: 'hazard',
  summary: 'Pages are requested by an offset or a page number.',
  presets: { recommended: 'info' },
  onRequest: true,
  askedForBy: largeAmount,
  options: {},

  *check(system, _, { preset }) {
    const judged = new Set<string>()
    for (const connection of system.connections) {
      if (!isRequest(connection) || connection.role.value !== 'call') continue
      const found = counted.exec(wordingOf(connection.arrow))?.[0]
      const list = connection.request?.path?.replace(/\?.*/, '') ?? connection.callee.id
      if (!found || judged.has(list) || isHop(connection)) continue
      judged.add(list)
      if (preset === 'strict' || isMoving(connection, found)) yield judge(system, connection, found)
    }
  },
})

/** Between a client and what answers: whoever passes the request on is asked for the same pages. */
const isHop = ({ caller }: Connection): boolean =>
  isComponent(caller) && caller.incoming.some(({ connection }) => counted.test(wordingOf(connection.arrow)))

/** New rows come in while somebody reads on, or a statement counts rows, here or behind whoever is asked. */
const isMoving = ({ arrow, callee }: Connection, found: string): boolean =>
  countsRows.test(found) ||
  moving.test(wordingOf(arrow)) ||
  (isComponent(callee) &&
    callee.outgoing.some(({ connection }) => countsRows.test(wordingOf(connection.arrow))))

const countsRows = /\boffset\b/i

const moving =
  /\b(?:feeds?|timelines?|messages?|chats?|conversations?|events?|logs?|audits?|transactions?|ledgers?|notifications?|entries|records|activit(?:y|ies)|histor(?:y|ies)|posts?|comments?|replies|orders|trades|payments|readings|measurements)\b/i

/** `?offset=40`, `&page=3`, `LIMIT 20 OFFSET 40`, "offset pagination". A cursor may be called a page token. */
const counted =
  /[?&](?:offset|skip|page|page_?(?:no|num|number|index))=[\w{}:.]{0,20}|\blimit \S{1,20} offset \S{1,20}|\boffset \S{1,20} limit \S{1,20}|\boffset(?:[- ]based)? paginat\w*/i

function judge(system: System, connection: Connection, found: string): Report {
  const { caller, callee } = connection
  return {
    at: wordsOn(system, connection, counted) ?? labelSpanOf(connection),
    oncePerDocument: true,
    message: `${caller.name} requests pages of ${callee.name} by number ("${found}"). All rows before the page are read and discarded, and rows are repeated or skipped when others are added. Use a cursor: request what comes after the last row seen.`,
  }
}
