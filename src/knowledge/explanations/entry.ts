// An explanation: short pieces of Markdown about one concept, and how they are put together for a hover.

import { lazily } from '../lazily'
import { entryTable } from '../names/tables'

export interface Entry {
  readonly id: string
  readonly title: string
  readonly aliases: readonly string[]
  /** Aliases that are everyday words too: a hover shows the entry only where they stand in this spelling. */
  readonly everyday?: readonly string[]
  /** Names that only `explain` looks up: in labels these words mean other things as often as not. */
  readonly typed?: readonly string[]
  readonly topic: Topic
  /** What it is, in one or two sentences. */
  readonly what: string
  /** Where it sits: layer, transport, place in a system. */
  readonly where?: string
  /** What it costs: round trips, bytes, connections, work. */
  readonly cost?: string
  /** When to use it and when not. */
  readonly use?: string
  /** What breaks, and how that shows. */
  readonly breaks?: string
  /** Figures, each with where it comes from. */
  readonly numbers?: string
  /** Ids of entries to read next. */
  readonly see?: readonly string[]
  /** RFC numbers (`RFC 9110`) and https addresses of vendors' and standards' pages. */
  readonly sources: readonly string[]
  /** Month in which its figures were compared with the sources, and which were not: `2026-11 except the SLA`. */
  readonly confirmed?: string
}

export const topics = [
  'layers',
  'network',
  'transport',
  'security',
  'naming',
  'http',
  'methods',
  'status codes',
  'headers',
  'api styles',
  'protocols',
  'real time',
  'balancing',
  'proxies',
  'resilience',
  'latency',
  'availability',
  'caching',
  'data',
  'deployment',
  'products',
  'symptoms',
] as const

export type Topic = (typeof topics)[number]

const parts = [
  ['where', 'Where'],
  ['cost', 'Costs'],
  ['use', 'Use'],
  ['breaks', 'Breaks'],
  ['numbers', 'Numbers'],
] as const

/** Leads from a title to its explanation. */
export type LinkTo = (title: string) => string

/**
 * The entry as Markdown of at most twelve lines; what to read next as links, where something leads there. `rows` are
 * told before its own.
 */
export function renderEntry(entry: Entry, linkTo?: LinkTo, rows: readonly string[] = []): string {
  const lines = [`**${entry.title}** – ${entry.what}`, ...rows]
  for (const [key, label] of parts) {
    const text = entry[key]
    if (text !== undefined) lines.push(`- *${label}:* ${text}`)
  }
  if (entry.see?.length) {
    const next = entry.see.map(id => titles().get(id) ?? id)
    lines.push(`- *See:* ${next.map(title => (linkTo ? `[${title}](${linkTo(title)})` : title)).join(', ')}`)
  }
  if (entry.sources.length > 0)
    lines.push(
      `- *Source:* ${entry.sources.map((source, _, all) => cite(source, all)).join(', ')}${compared(entry)}`,
    )
  return lines.length === 1 ? (lines[0] ?? '') : `${lines[0]}\n\n${lines.slice(1).join('\n')}`
}

/**
 * What is known of a product as rows of the explanation that has its name, so that the name is said once; undefined
 * where the two are about different things.
 */
export function rowsAbout({ title }: Entry, computed: string): readonly string[] | undefined {
  const name = `**${title}** – `
  if (!computed.startsWith(name)) return undefined
  const [facts = '', ...rows] = computed.slice(name.length).split(/\n+/)
  return [`- *Facts:* ${facts}`, ...rows]
}

/** Whether the figures were compared with the sources; nothing where there are none of a product or measurement. */
function compared({ confirmed, numbers, topic }: Entry): string {
  if (confirmed !== undefined) return ` (figures checked ${confirmed})`
  return numbers !== undefined || topic === 'products' ? ' (figures not checked)' : ''
}

/** The anchor of a heading on a page of GitHub's. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const titles = lazily(
  () =>
    new Map(
      entryTable()
        .values()
        .map(({ id, title }) => [id, title]),
    ),
)

/** A link named by its host, and by its page where another source has the same host. */
function cite(source: string, all: readonly string[]): string {
  const rfc = /^RFC (\d+)$/.exec(source)
  if (rfc) return `[${source}](https://www.rfc-editor.org/rfc/rfc${rfc[1]})`
  const host = hostOf(source)
  if (host === undefined) return source
  const page = /([^/#?]+)\/?(?:[#?].*)?$/.exec(source)?.[1]?.replace(/\.\w+$/, '')
  const shared = all.filter(other => hostOf(other) === host).length > 1
  return `[${shared && page ? `${host}: ${page}` : host}](${source})`
}

const hostOf = (source: string): string | undefined => /^https:\/\/(?:www\.)?([^/]+)/.exec(source)?.[1]
