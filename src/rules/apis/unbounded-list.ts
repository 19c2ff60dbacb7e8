// Lists that are asked for as a whole and grow with the business.

import { isStore } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { wordsOn } from '../fixes/reword-arrow'
import { largeAmount } from '../queries/large-amounts'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const unboundedList = defineRule({
  id: 'unbounded-list',
  category: 'apis',
  speaksOf: 'hazard',
  summary: 'A request reads a whole list that grows without limit.',
  presets: { recommended: 'info' },
  onRequest: true,
  askedForBy: largeAmount,
  told: [
    {
      words: [
        /\b(?:loads?|reads?|fetch(?:es)?|selects?|returns?|pulls?|gets?|lädt|liest|carga|lee|carrega|charge|lit)(?!\p{L})[^.;]{0,30}?(?<!\p{L})(?:all|every|whole|entire|complete|full|the (?:collection|table|catalog(?:ue)?|list)|alle|todos|todas|todo|tous|toutes)(?!\p{L})|\bfetchall\(\)|\bfindAll\(\)|по всей таблице|全件|全量|전체 ?(?:조회|목록)/iu,
        /\b(?:get|request|page|screen|grid|dashboard|click|button|handler|api|call|json|anfrage|seite|petición|pantalla|requisição|tela|requête)\b|кнопк|画面|页面|화면/iu,
      ],
      besides: largeAmount,
      unless:
        /\b(?:stream\w*|batch\w*|chunk\w*|cursors?|pages of|paginat\w*|nightly|migrat\w*|backfill\w*|index\w*|once|cached?)\b/i,
      message:
        'Each such request reads the whole table. It takes longer every month, holds all rows in memory, and a few requests at once stop the service. Let the database filter or add them up, read a page at a time, or keep the totals ready.',
    },
  ],
  options: {},

  *check(system) {
    if (system.flows.length > 0 && system.flows.every(({ background }) => background)) return
    for (const connection of system.connections) {
      if (!isRequest(connection) || connection.role.value !== 'call') continue
      const text = wordingOf(connection.arrow)
      const found = growing.exec(text)?.[0] ?? selectAll.exec(text)?.[0]
      if (found && !bounded.test(text) && !asksForOne(system, connection))
        yield judge(system, connection, found)
    }
  },
})

const nouns =
  'users|orders|events|messages|log(?:s| entries)|transactions|records|rows|documents|customers|payments|invoices|posts|comments|notifications|sessions|transfers|shipments|tickets|readings|measurements'
/** `get all orders`, `GET /getAllOrders`, `fetch all messages`. */
const growing = new RegExp(
  `\\b(?:get|fetch|load|list|read|select|return)s?[ _-]?all[ _-]?(?:the )?(?:${nouns})\\b`,
  'i',
)
const selectAll = new RegExp(
  `\\bselect \\* from (?:\\w+\\.)?(?:${nouns})\\b(?! *(?:where|limit|join|order|group|t?\\.))`,
  'i',
)
/** Something ends it, or it is a job that goes through all of them on purpose. */
const bounded =
  /\b(?:limit|page|paged|paginat\w*|cursor|top \d+|first|last|recent|where|since|after|by|for|of|in|with|unread|active|open|pending|stream\w*|batch\w*|chunk\w*|export|migrat\w*|sync)\b|=/i

/** `findUnique(id)` came just before: the statement behind it is shortened. */
function asksForOne({ diagram, connections }: System, { caller, index }: Connection): boolean {
  if (!isTimeline(diagram)) return false
  const before = connections.findLast(other => other.index < index && other.to === caller)
  return before !== undefined && before.from !== caller && one.test(before.arrow.text)
}

const one = /\b[a-z]+(?:One|Unique|First|ById|ByPk)\b|\bby id\b|\(\s*\w*id\s*\)/i

function judge(system: System, connection: Connection, found: string): Report {
  const { caller, callee } = connection
  const cost = isStore(callee)
    ? 'the table no longer fits into memory'
    : 'the answer no longer fits into a timeout'
  return {
    at:
      wordsOn(system, connection, growing) ??
      wordsOn(system, connection, selectAll) ??
      labelSpanOf(connection),
    message: `${caller.name} asks ${callee.name} for the whole list ("${found}"). The list grows every day in production until ${cost}. Request one page: a limit, and a cursor for the start of the next page.`,
  }
}
