// A diagram understood as a system: components, connections, calls and flows, each figure with its provenance.

import type { Inference, Kind, ProtocolId, Technology } from '../knowledge'
import type { Arrow, Diagram, Group, Node, Problem } from '../syntax/tree'
import type { Span } from '../text/span'
import type { Figures } from './figure'
import type { ArrowAttributes, GroupAttributes, NodeAttributes, Objective, Settings } from './vocabulary'

export type { Figure, Figures, Origin } from './figure'

export interface System {
  readonly diagram: Diagram
  /** Whether the diagram shows a design whose arrows are network calls. */
  readonly architecture: Inference<boolean>
  readonly settings: Settings
  readonly components: readonly Component[]
  readonly boundaries: readonly Boundary[]
  /** One for each arrow of the diagram, in its order. */
  readonly connections: readonly Connection[]
  /** The calls that connections stand for, with callers and callees settled; groups expanded to members. */
  readonly calls: readonly Call[]
  readonly flows: readonly Flow[]
  /** Flows that nobody asked for by an objective, beyond those that anybody would read. They are load all the same. */
  readonly unlisted: readonly Flow[]
  /** What browsers ask for in all, where nothing tells which of it belongs together: their flows once more, at once. */
  readonly pages: readonly Flow[]
  /** What is wrong with the annotations: unknown keys, bad values, missing targets, conflicts. */
  readonly problems: readonly AnnotationProblem[]
}

export interface Component {
  readonly id: string
  /** The label as a reader sees it, or the id. */
  readonly text: string
  /** What messages call it: the headline without its figures and quotes around it, cut where a sentence could not hold it. */
  readonly name: string
  /** The first line of the label, which names it; the others describe it. */
  readonly headline: string
  readonly node: Node
  readonly kind?: Inference<Kind>
  readonly technology?: Technology
  readonly figures: Figures<NodeAttributes>
  readonly boundary?: Boundary
  /** The same for all parts of one program; what runs by itself has none. */
  readonly program?: string
  /** Its first mention. */
  readonly span: Span
  readonly incoming: readonly Call[]
  readonly outgoing: readonly Call[]
}

export interface Boundary {
  readonly id: string
  readonly text: string
  readonly name: string
  readonly group: Group
  readonly parent?: Boundary
  readonly members: readonly Component[]
  readonly figures: Figures<GroupAttributes>
  readonly span: Span
}

/** What an arrow stands for. Only `call` and `enqueue` are part of a request's path. */
export type Role =
  | 'call'
  | 'enqueue'
  | 'delivery'
  | 'reply'
  | 'feed'
  | 'replication'
  | 'telemetry'
  | 'control'
  | 'callback'
  | 'usage'
  | 'attachment'
  | 'structure'

export type Mode = 'sync' | 'async' | 'stream'

export interface Connection {
  readonly arrow: Arrow
  /** The arrow's place in `diagram.arrows`. */
  readonly index: number
  /** The ends as drawn: what stands before the arrow's operator, and after it. */
  readonly from: Component | Boundary
  readonly to: Component | Boundary
  /** The ends in calling order, whichever way the arrow is drawn (`db <-- api`, `Rel_Back`); as drawn where it has two heads or none tells. Sentences name these. */
  readonly caller: Component | Boundary
  readonly callee: Component | Boundary
  readonly role: Inference<Role>
  /** Whether the arrow crosses a network between two components; false in diagrams that are no architecture. */
  readonly network: Inference<boolean>
  /** How likely it is what it is taken for. */
  readonly chances: Chances
  /** Which end calls: `from`, `to`, or unknown. */
  readonly direction: Inference<'forward' | 'backward' | 'both' | 'unknown'>
  /** The application protocol, and all protocols named (SSE over HTTP/2: both). */
  readonly protocol?: Inference<ProtocolId>
  readonly protocols: readonly ProtocolId[]
  readonly mode: Inference<Mode>
  readonly figures: Figures<ArrowAttributes>
  /** HTTP method and path where the label names them. */
  readonly request?: { readonly method?: string; readonly path?: string }
  readonly span: Span
}

/** As learned from arrows that people read: of those with a chance of 0.8, four in five are it. */
export interface Chances {
  /** A call between two programs. */
  readonly call: number
  /** Anything that one program sends another. */
  readonly message: number
}

export interface Call {
  readonly connection: Connection
  readonly caller: Component
  readonly callee: Component
}

export interface Flow {
  /** The objective's name, or "Web app → Order service". */
  readonly name: string
  readonly entry: Component
  /** The first component behind the edge (DNS, CDN, balancers, gateways). */
  readonly to: Component
  readonly plan: Plan
  /** Not a user's request: schedulers, consumers, monitoring. Judged by freshness and drain only, not by latency. */
  readonly background: boolean
  /** All that a client asks for together. */
  readonly page?: true
  readonly objective?: StatedObjective
  /** What the reading of the picture assumed: order of calls, dropped back edges … */
  readonly assumptions: readonly Assumption[]
}

export interface StatedObjective extends Objective {
  readonly name: string
  readonly span?: Span
}

export interface Assumption {
  /** A component's id, `caller->callee`, or a flow's name. */
  readonly at: string
  readonly key: string
  readonly value: string
  readonly source: string
}

/** What one request does. */
export type Plan =
  | Visit
  | { readonly kind: 'sequence'; readonly steps: readonly Plan[] }
  | { readonly kind: 'parallel'; readonly branches: readonly Plan[] }
  /** Any `need` of the branches serve; the rest stand by. */
  | {
      readonly kind: 'redundant'
      readonly branches: readonly Plan[]
      readonly need: number
      /** How requests are spread while all are up, adding up to 1; evenly where absent. Standbys have 0. */
      readonly shares?: readonly number[]
      /** How those with a share of 0 take over. */
      readonly takeover?: Takeover
    }
  /** One branch happens, each with its share; shares add up to at most 1, the rest does nothing. */
  | {
      readonly kind: 'choice'
      readonly branches: readonly { readonly share: number; readonly plan: Plan }[]
      /** The shares are an assumed hit ratio: they save time, and no failure. */
      readonly assumed?: boolean
    }
  /** Ask the cache, then the store with probability 1 − hitRatio. An assumed ratio saves time, and no failure. */
  | {
      readonly kind: 'cacheAside'
      readonly cache: Visit
      readonly store: Plan
      readonly hitRatio: number
      readonly assumed: boolean
      readonly failOpen: boolean
    }

/** A standby serves some time after the failure of what it stands by for, if it does. */
export interface Takeover extends Pick<Figures<NodeAttributes>, 'failover' | 'mttr' | 'coverage'> {
  /** The standby's id, or that of the group that stands by. */
  readonly at: string
}

/** A component doing its own work and, after it, what it calls. */
export interface Visit {
  readonly kind: 'visit'
  readonly component: Component
  /** The call that leads here; absent at a flow's entry. */
  readonly call?: Call
  readonly work: Plan
  /** How often the call is made for one request. */
  readonly times: number
  /** Together; one after another if absent. */
  readonly sideBySide?: boolean
  /** The request succeeds without it (and waits for it at most its timeout). */
  readonly optional: boolean
  /** The caller hands a message over, and nobody waits for what comes of it: `work` is empty. */
  readonly async: boolean
  readonly fallback?: Plan
}

export interface AnnotationProblem extends Problem {
  readonly kind:
    | 'unknown-attribute'
    | 'invalid-value'
    | 'unknown-target'
    | 'conflicting-figures'
    | 'unreachable-metadata'
}
