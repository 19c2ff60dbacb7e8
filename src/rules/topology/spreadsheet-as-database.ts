// A spreadsheet that programs keep their data in.

import { saysWrite, storeShapes } from '../../knowledge'
import { isClient, isComponent } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

const sheets =
  'google[- ]?(?:spread)?sheets?|g-?sheets?|spread ?sheets?|excel(?: (?:files?|sheets?|workbooks?|online))?|airtable|notion'

const anySheet = new RegExp(`\\b(?:${sheets})\\b`, 'i')
const doubts = String.raw`quotas?|rate[- ]limit\w*|good enough|deliberate\w*|on purpose|migrat\w*|replac\w*|mvp|prototype|at first|for now|low volume`
const near = String.raw`\b[^.|\n]{0,120}\b`

/** Its author knows the limits, or wants to leave it. */
const weighed = new RegExp(
  `\\b(?:${sheets})${near}(?:${doubts})\\b|\\b(?:${doubts})${near}(?:${sheets})\\b`,
  'i',
)

export const spreadsheetAsDatabase = defineRule({
  id: 'spreadsheet-as-database',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'Programs keep their data in a spreadsheet, Airtable or Notion.',
  inOperation: true,
  presets: { recommended: 'info' },
  settledBy: weighed,
  told: [
    {
      words: [
        anySheet,
        /\b(?:as|is|are) (?:the|our|a|its|an)? ?(?:primary |main |only |single |app(?:lication)?'?s? |simple |central )?(?:database|data ?store|db)\b/i,
      ],
      unless: /\b(?:export|import|report|no code|like|similar|vector|template)\w*\b/i,
      message:
        'A spreadsheet is the database here. It has no transactions and no locks: of two changes to one row at the same time, one is lost. Keep the data in a database, and fill the sheet from there for people to read.',
    },
  ],
  options: {},

  *check(system) {
    for (const sheet of system.components) {
      if (!named.test(sheet.text)) continue
      const uses = usesOf(sheet, system)
      const writers = programsOf(uses.filter(({ arrow }) => saysWrite(wordingOf(arrow))))
      if (isDrawnAsDatabase(sheet) ? uses.length > 0 : writers.length > 1 && !isEditedByHand(sheet, system))
        yield judge(sheet, writers)
    }
  },
})

const named = new RegExp(String.raw`^\W*(?:${sheets})\b|\.xlsx\b`, 'i')

/** By its shape, or by its words: a table in Notion is called a database there whatever it is for. */
const isDrawnAsDatabase = ({ node, text }: Component): boolean =>
  !aside.test(text) &&
  (storeShapes.has(node.shape) ||
    (/\b(?:database|db|data ?store|storage|banco de dados|base de datos)\b/i.test(text) &&
      !/\bnotion\b/i.test(text)))

/** What leaves for people to read, or comes from them once. */
const aside =
  /\bper[- ]user\b|\b(?:exports?\w*|reports?\w*|imports?\w*|backups?|logs?|logging|audit|dashboards?|analytics|templates?|sync\w*|copy|mirror\w*|ingest\w*|source|extract\w*|upload\w*|download\w*|knowledge|docs?|documents?|parse\w*|load\w*|append\w*|archiv\w*|notif\w*)\b/i

/** By programs while they serve somebody. */
const usesOf = (sheet: Component, { connections }: System): readonly Connection[] =>
  connections.filter(
    ({ caller, callee, arrow, role }) =>
      callee === sheet &&
      isComponent(caller) &&
      !isClient(caller) &&
      role.value !== 'reply' &&
      !aside.test(`${wordingOf(arrow)} ${caller.text}`),
  )

const programsOf = (uses: readonly Connection[]): readonly Component[] => [
  ...new Set(uses.map(({ caller }) => caller).filter(isComponent)),
]

const isEditedByHand = (sheet: Component, { connections }: System): boolean =>
  connections.some(({ from, to }) => (to === sheet && isClient(from)) || (from === sheet && isClient(to)))

/** As their documentation states it. */
const limits = [
  [
    /\bg(?:oogle)?[- ]?(?:spread)?sheets?\b/i,
    ' Its API takes 300 writes a minute from one project, 60 from one user.',
  ],
  [/\bairtable\b/i, ' Its API takes 5 requests a second.'],
  [/\bnotion\b/i, ' Its API takes 3 requests a second on average.'],
  [/\bexcel\b|\.xlsx\b/i, ' And the file is written as a whole.'],
] as const

const limitOf = ({ text }: Component): string => limits.find(([name]) => name.test(text))?.[1] ?? ''

const judge = (sheet: Component, writers: readonly Component[]): Report => ({
  at: nameSpan(sheet),
  oncePerDocument: true,
  message: `Programs keep their data in ${sheet.name}. It has no transactions and no locks: of two changes to one row at the same time, one is lost.${limitOf(sheet)} Keep the data in a database, and fill the sheet from there for people to read.`,
  related: writers.map(({ name, span }) => ({ at: span, message: `${name} writes to it` })),
})
