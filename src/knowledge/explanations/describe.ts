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
export function describeTechnology(technology: Technology): string {
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
    promise(technology),
  ]
  return [`**${name}** – ${facts.filter(fact => fact !== '').join('; ')}.`, ...unconfigured(technology)].join(
    ' ',
  )
}

/** The same, and what the arithmetic takes for its latency and availability, each with where it comes from. */
export function describeWithFigures(technology: Technology): string {
  const figures = technology.embedded === true ? undefined : defaultFigures(technology, technology.kind)
  if (!figures || !servesCalls(technology)) return describeTechnology(technology)
  const { p50, p99, availability } = figures
  const latency = p50 && p99 ? [`p50 ${p50.value} ms, p99 ${p99.value} ms (${told(p99)})`] : []
  const available = availability
    ? [`availability ${Number((availability.value * 100).toFixed(5))}% (${told(availability)})`]
    : []
  const all = [...latency, ...available]
  return all.length === 0
    ? describeTechnology(technology)
    : `${describeTechnology(technology)}\n\n- *Figures:* ${all.join('; ')}.`
}

const told = ({ source, tag }: SourcedFigure): string =>
  tag === 'assumption' ? `assumed: ${source}` : `${tag}: ${source}`

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
