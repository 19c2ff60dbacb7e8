// Pages found by counting the rows before them.

import { isRequest } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { wordsOn } from '../fixes/reword-arrow'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const offsetPagination = defineRule({
  id: 'offset-pagination',
  category: 'protocols',
  speaksOf: 'hazard',
  summary: 'Pages are asked for by an offset or a page number.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    const judged = new Set<string>()
    for (const connection of system.connections) {
      if (!isRequest(connection) || connection.role.value !== 'call') continue
      const found = counted.exec(wordingOf(connection.arrow))?.[0]
      const list = connection.request?.path?.replace(/\?.*/, '') ?? connection.callee.id
      if (!found || judged.has(list)) continue
      judged.add(list)
      yield judge(system, connection, found)
    }
  },
})

/** `?offset=40`, `&page=3`, `LIMIT 20 OFFSET 40`, "offset pagination". A cursor may be called a page token. */
const counted =
  /[?&](?:offset|skip|page|page_?(?:no|num|number|index))=[\w{}:.]{0,20}|\blimit \S{1,20} offset \S{1,20}|\boffset(?:[- ]based)? paginat\w*/i

function judge(system: System, connection: Connection, found: string): Report {
  const { caller, callee } = connection
  return {
    at: wordsOn(system, connection, counted) ?? labelSpanOf(connection),
    message: `${caller.name} asks ${callee.name} for pages by counting ("${found}"). All rows before the page are read and thrown away, and rows that come in meanwhile appear twice or not at all. Ask for what comes after the last row seen: a cursor.`,
  }
}
