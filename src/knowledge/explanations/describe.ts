// Puts what is known of a technology into one line of Markdown.

import { figuresOf, type SourcedFigure } from '../figures/component-figures'
import { defaultFigures } from '../figures/default-figures'
import { hiddenDefaultsOf } from '../figures/hidden-defaults'
import { protocolById } from '../protocols/protocol'
import type { Kind } from '../recognition/kind'
import type { Technology } from '../technologies/technology'

const kindNames: Readonly<Record<Kind, string>> = {
  person: 'a person',
  client: 'a client',
  browser: 'runs in the browser',
  mobile: 'runs on phones',
  service: 'a service or what one is built with',
  worker: 'works in the background',
  function: 'functions',
  gateway: 'an API gateway',
  balancer: 'a load balancer',
  cdn: 'a CDN',
  waf: 'a web application firewall',
  dns: 'DNS',
  cache: 'a cache',
  database: 'a database',
  warehouse: 'a data warehouse',
  queue: 'a message queue',
  stream: 'an event stream',
  objectStore: 'file or object storage',
  search: 'a search engine',
  external: 'a third party',
  auth: 'identity and access',
  proxy: 'a proxy',
  mesh: 'a service mesh',
  registry: 'a registry',
  scheduler: 'a scheduler or pipeline',
  monitoring: 'monitoring',
  firewall: 'a firewall',
  nat: 'a network gateway',
  signaling: 'a signaling server',
  stun: 'a STUN server',
  turn: 'a TURN relay',
  sfu: 'a media server',
}

const webSocketNotes = {
  native: 'passes WebSockets on by itself',
  configure: 'passes WebSockets on when configured to',
  none: 'passes no WebSockets on',
  terminates: 'ends WebSockets itself',
} as const

/** What is known of a technology: kind, layer, protocols, port, behavior, SLA. */
export const describeTechnology = (technology: Technology): string =>
  described(technology, [promise(technology)])

function described(technology: Technology, promised: readonly string[]): string {
  const { name, kind, layer, protocols, port, webSocket } = technology
  const spoken = protocols.slice(0, 3).map(id => protocolById(id)?.name ?? id)
  const facts = [
    kindNames[kind],
    layer === undefined ? '' : layer === 'both' ? 'layer 4 and 7' : `layer ${layer.slice(1)}`,
    spoken.length === 0 ? '' : `speaks ${spoken.join(', ')}${port === undefined ? '' : ` on port ${port}`}`,
    webSocket === undefined ? '' : webSocketNotes[webSocket],
    technology.buffersResponses === true ? 'buffers responses unless told not to' : '',
    technology.healthChecksByDefault === undefined
      ? ''
      : technology.healthChecksByDefault
        ? 'checks health by default'
        : 'checks health only when configured',
    technology.embedded === true
      ? 'lives in its caller’s process or host'
      : technology.managed === true
        ? 'managed'
        : '',
    ...promised,
  ]
  return [`**${name}** – ${facts.filter(fact => fact !== '').join('; ')}.`, ...unconfigured(technology)].join(
    ' ',
  )
}

/** The same, and what is known or assumed of its latency and availability. */
export function describeWithFigures(technology: Technology): string {
  const figures = technology.embedded === true ? undefined : defaultFigures(technology, technology.kind)
  if (!figures || !servesCalls(technology)) return describeTechnology(technology)
  const { p50, p99, availability } = figures
  const told: readonly Told[] = [
    ...(p50 && p99 ? [{ figure: p99, text: `p50 ${p50.value} ms, p99 ${p99.value} ms` }] : []),
    ...(availability
      ? [{ figure: availability, text: `availability ${Number((availability.value * 100).toFixed(5))}%` }]
      : []),
  ]
  const known = told.filter(({ figure }) => figure.tag !== 'assumption')
  const assumed = told.filter(({ figure }) => figure.tag === 'assumption')
  const lines = [
    ...lineOf('Figures', known, ({ tag, source }) => `${tag}: ${source}`),
    ...lineOf('Assumed unless you state them', assumed, reasonOf),
  ]
  return `${described(technology, [])}\n\n${lines.join('\n')}`
}

interface Told {
  readonly figure: SourcedFigure
  readonly text: string
}

const lineOf = (
  label: string,
  all: readonly Told[],
  whence: (figure: SourcedFigure) => string,
): readonly string[] =>
  all.length === 0
    ? []
    : [`- *${label}:* ${all.map(({ figure, text }) => inParentheses(text, whence(figure))).join('; ')}.`]

const inParentheses = (text: string, source: string): string => (source === '' ? text : `${text} (${source})`)

/** Why a guess is that size; that it is a guess is said once. */
const reasonOf = ({ source }: SourcedFigure): string => source.replace(/(?:^|, )engineering judgment$/, '')

/** A language, a browser, what only ships software: nobody waits for it. */
const servesCalls = ({ kind, language, delivers }: Technology): boolean =>
  language !== true &&
  delivers !== true &&
  !['person', 'client', 'browser', 'mobile', 'worker', 'scheduler', 'monitoring'].includes(kind)

/** What it does by itself, with its sources: no diagram shows it. */
function unconfigured(technology: Technology): readonly string[] {
  const rows = hiddenDefaultsOf(technology)
  if (rows.length === 0) return []
  const says = rows.map(({ says, since }) => (since ? `${says} (since ${since})` : says))
  // The document; which setting it is stands in the ledger.
  const sources = [...new Set(rows.map(({ source }) => source.split(/[,:]/, 1)[0]))]
  return [`By default it ${says.join('; it ')} (${sources.join('; ')}).`]
}

function promise({ figures }: Technology): string {
  const availability = figures === undefined ? undefined : figuresOf(figures)?.availability
  return availability?.tag === 'SLA' ? `SLA ${Number((availability.value * 100).toFixed(5))}%` : ''
}
