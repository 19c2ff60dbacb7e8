// What the industry knows of one product: what it is, what it speaks, how it behaves on a request path.

import { figuresOf } from '../figures/component-figures'
import type { ProtocolId } from '../protocols/protocol'
import type { Kind } from '../recognition/kind'

export type NetworkLayer = 'L4' | 'L7'

/**
 * How a hop treats a WebSocket: `native` passes it on as it stands, `configure` needs settings, `none` can't,
 * `terminates` ends the socket itself and turns messages into calls.
 */
export type WebSocketSupport = 'native' | 'configure' | 'none' | 'terminates'

export interface Technology {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Names that are everyday words too: they count only in this spelling. */
  readonly everyday?: readonly string[]
  readonly kind: Kind
  /** Other kinds it is used as, when a word beside the name says so (`Redis queue`, `nginx ingress`). */
  readonly mayBe?: readonly Kind[]
  /** For what balances or proxies: the layer it works at. */
  readonly layer?: NetworkLayer | 'both'
  /** Spoken by its callers, best first. */
  readonly protocols: readonly ProtocolId[]
  readonly port?: number
  /** Run by a provider who publishes an SLA or at least runs the replicas. */
  readonly managed?: boolean
  readonly webSocket?: WebSocketSupport
  /** Holds a response back until it is complete unless told otherwise: breaks SSE. */
  readonly buffersResponses?: boolean
  /** Ejects dead backends without being configured to. */
  readonly healthChecksByDefault?: boolean
  /** Lives inside its caller's process or device: no network call. */
  readonly embedded?: boolean
  /** One of many that a program is made with: a box is one only where that is its whole name. */
  readonly library?: boolean
  /** Builds, ships or reconciles software: no request passes it. */
  readonly delivers?: boolean
  /** A programming language or what runs it: a product beside it says more. */
  readonly language?: boolean
  /** A concept rather than a product: `CMS`, `SMTP server`. */
  readonly generic?: boolean
  /** Id in the catalogue of figures (figures.ts). */
  readonly figures?: string
}

/** A row of the catalogue: what differs from the rest of its family. */
export interface TechnologyRow extends Partial<Technology> {
  readonly id: string
  readonly name: string
  /** Products of which all the same is known: a name, or a name and its aliases. */
  readonly alike?: readonly (string | readonly [string, ...string[]])[]
  /** The same for products whose names are everyday words: they count only in this spelling. */
  readonly alikeWords?: readonly string[]
}

/** Technologies that share most of their properties. */
export function family(
  shared: Partial<Technology> & Pick<Technology, 'kind'>,
  rows: readonly TechnologyRow[],
): readonly Technology[] {
  const all: Technology[] = []
  const sharedElsewhere = { ...shared, port: undefined }
  for (const row of rows) {
    all.push(complete(shared, row, row))
    // A port and an SLA are a product's own: what is alike in everything else listens elsewhere and promises else.
    const { port, figures, ...others } = row
    const rest = { ...others, figures: promises(figures) ? undefined : figures }
    const sharedByAlike = port === undefined ? shared : sharedElsewhere
    for (const names of row.alike ?? []) all.push(complete(sharedByAlike, rest, product(names)))
    for (const name of row.alikeWords ?? [])
      all.push(complete(sharedByAlike, rest, { ...product(name), everyday: [name] }))
  }
  return all
}

/** Whether figures hold an SLA, which is a promise about one product. */
const promises = (figures: string | undefined): boolean =>
  figures !== undefined && figuresOf(figures)?.availability?.tag === 'SLA'

type Names = Pick<Technology, 'id' | 'name'> & Partial<Pick<Technology, 'aliases' | 'everyday'>>

const none: readonly never[] = []

/** One literal of one shape for all: the catalogue is built at start-up, and spreading is several times slower. */
function complete(
  shared: Partial<Technology> & Pick<Technology, 'kind'>,
  row: TechnologyRow,
  names: Names,
): Technology {
  return {
    id: names.id,
    name: names.name,
    aliases: names.aliases ?? none,
    everyday: names.everyday,
    kind: row.kind ?? shared.kind,
    mayBe: row.mayBe ?? shared.mayBe,
    layer: row.layer ?? shared.layer,
    protocols: row.protocols ?? shared.protocols ?? none,
    port: row.port ?? shared.port,
    managed: row.managed ?? shared.managed,
    webSocket: row.webSocket ?? shared.webSocket,
    buffersResponses: row.buffersResponses ?? shared.buffersResponses,
    healthChecksByDefault: row.healthChecksByDefault ?? shared.healthChecksByDefault,
    embedded: row.embedded ?? shared.embedded,
    library: row.library ?? shared.library,
    delivers: row.delivers ?? shared.delivers,
    language: languages.has(names.id),
    generic: concepts.has(names.id),
    figures: row.figures ?? shared.figures,
  }
}

const ids = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const languages = ids(
  'java kotlin scala clojure groovy openjdk nodejs typescript python php golang cpp rust elixir erlang',
)

const concepts = ids(
  'bi-tool blockchain ci-cd cms git-server in-process-cache ldap-directory load-generator local-disk local-storage mcp-client microcontroller network-file-system network-switch plc rpc-node smtp-server vpn-gateway vps',
)

function product(names: string | readonly [string, ...string[]]): Names {
  const [name, ...aliases] = typeof names === 'string' ? [names] : names
  return { id: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), name, aliases }
}
