// How each family of diagrams is written and what its pictures show: what everybody beyond the parsers asks about a family.

import type { Diagram, Family } from './tree'

export interface Notation {
  /** `timeline`: what happens for one request, in order. `graph`: who calls whom at all. `nothing`: no calls. */
  readonly draws: 'timeline' | 'graph' | 'nothing'
  /** Whether its boxes may be steps of a procedure; elsewhere they are named things. */
  readonly drawsSteps: boolean
  /** Whether an arrow without a head was meant to have none: elsewhere all have one, or hardly any. */
  readonly choosesHeads: boolean
  readonly labels: Labels
  /** First lines of its diagrams, the usual one first. */
  readonly headers: readonly string[]
  /** What begins its statements, besides ids. */
  readonly keywords: readonly string[]
  readonly idsBeginStatements: boolean
  /** Whether a semicolon ends a statement, so that another may stand behind it. */
  readonly endsAtSemicolons: boolean
  /** Whether `click` makes a link of a box. */
  readonly clicks: boolean
}

/** The texts of arrows. */
interface Labels {
  readonly quotes: 'optional' | 'always' | 'never'
  /** Whether a text may hold figures with their units, brackets and commas. */
  readonly holdFigures: boolean
  /** Whether arrows have an argument of its own for the technology. */
  readonly besideTechnology: boolean
  /** Three of them with a protocol each. */
  readonly examples: string
}

const notations: Readonly<Record<Family, Notation>> = {
  flowchart: {
    draws: 'graph',
    drawsSteps: true,
    choosesHeads: true,
    labels: {
      quotes: 'optional',
      holdFigures: true,
      besideTechnology: false,
      examples: '-->|HTTPS|, -->|gRPC|, -->|SQL|',
    },
    headers: ['flowchart LR', 'flowchart TB'],
    keywords: ['subgraph', 'end', 'direction LR', 'classDef', 'class', 'style', 'linkStyle', 'click'],
    idsBeginStatements: true,
    endsAtSemicolons: true,
    clicks: true,
  },
  sequence: {
    draws: 'timeline',
    drawsSteps: false,
    choosesHeads: false,
    labels: { quotes: 'never', holdFigures: true, besideTechnology: false, examples: 'HTTPS, gRPC, SQL' },
    headers: ['sequenceDiagram'],
    keywords: [
      ...['participant', 'actor', 'loop', 'alt', 'else', 'opt', 'par', 'and', 'critical', 'break', 'end'],
      ...['Note over', 'activate', 'deactivate', 'box', 'autonumber'],
    ],
    idsBeginStatements: true,
    endsAtSemicolons: true,
    clicks: false,
  },
  c4: {
    draws: 'graph',
    drawsSteps: false,
    choosesHeads: false,
    labels: { quotes: 'always', holdFigures: true, besideTechnology: true, examples: 'HTTPS, gRPC, SQL' },
    headers: ['C4Context', 'C4Container', 'C4Dynamic'],
    keywords: [
      ...['Person', 'System', 'System_Ext', 'SystemDb', 'Container', 'ContainerDb', 'ContainerQueue'],
      ...['Component', 'System_Boundary', 'Container_Boundary', 'Rel', 'BiRel', 'title'],
    ],
    idsBeginStatements: false,
    endsAtSemicolons: false,
    clicks: false,
  },
  architecture: {
    draws: 'graph',
    drawsSteps: false,
    choosesHeads: false,
    labels: {
      quotes: 'never',
      holdFigures: false,
      besideTechnology: false,
      examples: '-[HTTPS]->, -[gRPC]->, -[SQL]->',
    },
    headers: ['architecture-beta'],
    keywords: ['group', 'service', 'junction'],
    idsBeginStatements: true,
    endsAtSemicolons: false,
    clicks: false,
  },
  other: {
    draws: 'nothing',
    drawsSteps: false,
    choosesHeads: false,
    labels: { quotes: 'never', holdFigures: false, besideTechnology: false, examples: 'HTTPS, gRPC, SQL' },
    headers: [],
    keywords: [],
    idsBeginStatements: true,
    endsAtSemicolons: false,
    clicks: false,
  },
}

export const notationOf = ({ family }: Pick<Diagram, 'family'>): Notation => notations[family]

/** Whether it draws what happens for one request, step after step. */
export const isTimeline = (diagram: Pick<Diagram, 'family'>): boolean =>
  notationOf(diagram).draws === 'timeline'

/** Whether its arrows are all that a system ever uses, not what a request needs. */
export const showsUsage = ({ keyword }: Pick<Diagram, 'keyword'>): boolean => keyword === 'C4Context'

/** The first lines that diagrams may begin with. */
export const headers: readonly string[] = Object.values(notations).flatMap(notation => notation.headers)
