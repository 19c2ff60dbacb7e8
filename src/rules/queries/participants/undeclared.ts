// Participants that nothing declares, beside others that have names: a second one is drawn for each.

import { groupedBy } from '../../../model/grouped-by'
import type { Component } from '../../../model/system'
import type { Diagram, Node } from '../../../syntax/tree'
import type { Span } from '../../../text/span'
import { enumeratedFirst } from '../../fixes/enumeration'
import type { Fix, Report } from '../../rule'

/** Participants that nothing declares, beside those that something does. */
export function* undeclaredParticipants(
  { nodes, text }: Diagram,
  components: readonly Component[],
): Iterable<Report> {
  const isDeclared = ({ mentions }: Node): boolean =>
    mentions.some(({ id }) => declaring.test(text.slice(Math.max(0, id.start - longestKeyword), id.start)))
  const declared = new Set(nodes.filter(isDeclared))
  const others = nodes.filter(node => !declared.has(node))
  const known = knownBy([...declared])
  const doubles = new Map(others.map(node => [node, double(node, known)]))
  for (const report of doubles.values()) if (report) yield report
  const areNamed = [...declared].every(({ id, label }) => label !== id)
  const nameless = others.filter(node => !doubles.get(node) && isInitials(node, components))
  if (nameless.length > 0 && declared.size >= fewestNamed && areNamed) yield judgeNameless(nameless)
}

/** Who is declared, by all that may stand for it. */
interface Known {
  readonly ids: ReadonlySet<string>
  readonly swallowing: readonly Node[]
  readonly byLooks: ReadonlyMap<string, readonly Node[]>
  readonly byShort: ReadonlyMap<string, readonly Node[]>
}

const knownBy = (declared: readonly Node[]): Known => ({
  ids: new Set(declared.map(({ id }) => id)),
  swallowing: declared.filter(swallowedIn),
  byLooks: groupedBy(declared, ({ id }) => looks(id)),
  byShort: groupedBy(
    declared.filter(({ text }) => remark.test(text)),
    ({ text }) => looks(text.replace(remark, '')),
  ),
})

function double(node: Node, { ids, swallowing, byLooks, byShort }: Known): Report | undefined {
  const listed = node.id.split(/\s+/)
  if (listed.length > 1 && listed.every(id => ids.has(id))) return judgeListed(node, listed)
  const swallower = swallowing.find(each => swallowedIn(each)?.includes(node.id))
  if (swallower) return judgeSwallowed(node, swallower)
  const [meant, ...others] = byLooks.get(looks(node.id)) ?? []
  if (meant && strayQuote.test(meant.id)) return judgeQuote(node, meant)
  if (meant) return others.length === 0 ? judgeDouble(node, meant) : undefined
  const longer = byShort.get(looks(node.id)) ?? []
  return longer[0] && longer.length === 1 ? judgeShort(node, longer[0]) : undefined
}

/** `Storage (MinIO)` is called `Storage` for short. */
const remark = /\s?[([][^()[\]]*[)\]]$/

/** `RD` for Redis names nothing to whoever reads it; `DB`, `API` and `S3` do. */
function isInitials({ id }: Node, components: readonly Component[]): boolean {
  if (!/^[A-Z][A-Z\d]{0,3}$/.test(id) || everydayInitials.has(id)) return false
  const { kind, technology } = components.find(each => each.id === id) ?? {}
  return !technology && (kind?.confidence ?? 0) < readInName
}

/** Of what many systems have, though no kind follows from it. */
const everydayInitials: ReadonlySet<string> = new Set(
  'SMS OTP CRM ERP CMS POS SSO BFF SPA PWA IOT ETL CRON AI ML LLM RAG PDF CSV HR FE BE UI WEB APP USER'.split(
    ' ',
  ),
)

/** Below, a kind is guessed from the picture, not read in the name. */
const readInName = 0.6

const fewestNamed = 3

const declaring = /\b(?:participant|actor)[ \t]+$/i
const longestKeyword = 40

/** Before `as` stands an id without blanks; with one, all of it is the id: what was meant to be two names. */
function swallowedIn({ id }: Node): readonly [string, string] | undefined {
  const at = id.indexOf(' as ')
  const before = id.slice(0, Math.max(at, 0))
  return /\s/.test(before) ? [before, id.slice(at + ' as '.length)] : undefined
}

/** As it looks: without quotes, capitals, blanks and the difference between letters of two scripts that look alike. */
const looks = (name: string): string =>
  [
    ...name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/["“”\s_-]+/g, ''),
  ]
    .map(letter => alike.get(letter) ?? letter)
    .join('')

/** Of Cyrillic and Latin. */
const alike: ReadonlyMap<string, string> = new Map(
  [...'аеорсухівкмнт'].map((letter, index) => [letter, [...'aeopcyxibkmht'][index]!]),
)

export const renamedTo = ({ mentions }: Pick<Node, 'mentions'>, text: string): readonly Fix[] => [
  { title: `Write ${text}`, safe: false, edits: mentions.map(({ id: span }) => ({ span, text })) },
]

export const declaredHere = (meant: Node) =>
  meant.mentions.slice(0, 1).map(({ span }) => ({ at: span, message: 'Declared here' }))

/** `participant "DB@{ … }`: one quote is no pair, and part of the name. */
const strayQuote = /^["“][^"”]*$|^[^"“]*["”]$/

const judgeQuote = (node: Node, meant: Node): Report => ({
  at: meant.mentions[0]?.id ?? nowhere,
  message: `The quote belongs to the name here, so Mermaid draws a second participant for “${node.id}”, which gets the messages. Write ${node.id}.`,
  related: node.mentions.slice(0, 1).map(({ span: at }) => ({ at, message: 'The second participant' })),
  fixes: renamedTo(meant, node.id),
})

const judgeDouble = (node: Node, meant: Node): Report => ({
  at: node.mentions[0]?.id ?? nowhere,
  message: `“${node.id}” looks like “${meant.id}” but is another id: Mermaid draws a second participant, which does not get the messages of ${meant.id}. Write ${meant.id}.`,
  related: declaredHere(meant),
  fixes: renamedTo(node, meant.id),
})

/** `Note over A B: …`; a note spans two, and all between them. */
const judgeListed = (node: Node, listed: readonly string[]): Report => ({
  at: node.mentions[0]?.id ?? nowhere,
  message: `“${node.id}” is read as one name, so Mermaid draws a participant of its own for it. Names are separated by a comma, and a note spans from the first to the second: write ${listed[0]},${listed.at(-1)}.`,
  fixes: renamedTo(node, `${listed[0]},${listed.at(-1)}`),
})

function judgeShort(node: Node, meant: Node): Report {
  const aliased = meant.id === meant.text ? `${node.id} as ${meant.text}` : undefined
  return aliased && !/\s/.test(node.id) ? judgeUnaliased(node, meant, aliased) : judgeUnlikeItsId(node, meant)
}

/** The label stands where the id belongs, and the messages use the short name: the declaration is mended for all of them. */
const judgeUnaliased = (node: Node, meant: Node, wanted: string): Report => ({
  at: meant.mentions[0]?.id ?? nowhere,
  message: `All of “${meant.id}” is the name here, so Mermaid draws a second participant for “${node.id}”. The messages of one do not reach the other. Write participant ${wanted}${meant.mentions.length > 1 ? `, and ${node.id} in all messages` : ''}.`,
  habit: 'label in the place of the id',
  related: node.mentions.slice(0, 1).map(({ span: at }) => ({ at, message: 'The second participant' })),
  fixes: [
    {
      title: `Write ${wanted}`,
      safe: false,
      edits: meant.mentions.map(({ id: span }, at) => ({ span, text: at === 0 ? wanted : node.id })),
    },
  ],
})

const judgeUnlikeItsId = (node: Node, meant: Node): Report => ({
  at: node.mentions[0]?.id ?? nowhere,
  message: `Nothing declares “${node.id}”: Mermaid draws it as a participant of its own beside “${meant.text}”${meant.id === meant.text ? '' : `, whose id is ${meant.id}`}. The messages of one do not reach the other. Write ${meant.id}.`,
  related: declaredHere(meant),
  fixes: renamedTo(node, meant.id),
})

function judgeSwallowed(node: Node, meant: Node): Report {
  const [before = '', behind = ''] = swallowedIn(meant) ?? []
  const label = node.id === before ? behind : before
  const better = /\s/.test(node.id) ? wordsAlone(node, label) : `${node.id} as ${label}`
  const [{ id: span } = { id: nowhere }] = meant.mentions
  return {
    at: span,
    message: `An id before “as” cannot contain spaces, so Mermaid reads all of “${meant.id}” as one name and draws a second participant for “${node.id}”. ${better ? `Write participant ${better}.` : `Give it an id without spaces, which the messages then name: participant id as ${label}.`}`,
    related: node.mentions.slice(0, 1).map(({ span: at }) => ({ at, message: 'The second participant' })),
    fixes: better ? [{ title: `Write ${better}`, safe: false, edits: [{ span, text: better }] }] : [],
  }
}

/** A name with spaces is its own label. */
const wordsAlone = ({ id }: Node, label: string): string | undefined =>
  looks(id) === looks(label) ? id : undefined

function judgeNameless(nameless: readonly Node[]): Report {
  const [first, ...others] = nameless
  const [areSeveral, names] = [others.length > 0, enumeratedFirst(nameless.map(({ id }) => id))]
  return {
    at: first?.mentions[0]?.id ?? nowhere,
    message: `Nothing in this diagram declares ${names}: Mermaid draws ${areSeveral ? 'them' : 'it'} behind the others and under ${areSeveral ? 'bare ids' : 'its bare id'}, while the others have names. Write participant ${first?.id} as … above the messages${areSeveral ? ', and so for the others' : ''}, or the id that was meant.`,
    related: others.flatMap(({ mentions }) =>
      mentions.slice(0, 1).map(({ id }) => ({ at: id, message: 'Not declared either' })),
    ),
  }
}

/** A node without a mention does not exist. */
export const nowhere: Span = { start: 0, end: 0 }
