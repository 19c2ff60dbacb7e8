// How each family of diagrams is written and what its pictures show: what everybody beyond the parsers asks about a family.

import type { Diagram, Family } from './tree'

export interface Notation {
  /** Whether a prepared text is of this family, once those before it in the table are not: the order is Mermaid's. */
  readonly recognizes: (text: string) => boolean
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
  /** Whether a picture can be drawn with some of its groups as one box each. */
  readonly collapses: boolean
  /** While a new family is read but not yet served everywhere; `test/architecture.test.ts` names the tables without it once this goes. */
  readonly unfinished?: true
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
  architecture: {
    recognizes: text => /^\s*architecture/.test(text),
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
    collapses: true,
  },
  c4: {
    // Looks for most of its headers anywhere in the text, labels included. Few texts have the two characters
    // that all of them begin with: the pattern would look at every place.
    recognizes: text =>
      text.includes('C4') && /^\s*C4Context|C4Container|C4Component|C4Dynamic|C4Deployment/.test(text),
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
    collapses: true,
  },
  sequence: {
    recognizes: text => /^\s*sequenceDiagram/.test(text),
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
    collapses: false,
  },
  flowchart: {
    recognizes: text => /^\s*(?:swimlane-beta\b|graph|flowchart)/.test(text),
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
    collapses: true,
  },
  other: {
    recognizes: () => true,
    draws: 'nothing',
    drawsSteps: false,
    choosesHeads: false,
    labels: { quotes: 'never', holdFigures: false, besideTechnology: false, examples: 'HTTPS, gRPC, SQL' },
    headers: [],
    keywords: [],
    idsBeginStatements: true,
    endsAtSemicolons: false,
    clicks: false,
    collapses: false,
  },
}

const isFamily = (name: string): name is Family => Object.hasOwn(notations, name)
const families = Object.keys(notations).filter(isFamily)

/** The first that recognizes the text. */
export const familyOf = (text: string): Family =>
  families.find(family => notations[family].recognizes(text)) ?? 'other'

/** What differs by family; one that has no line of its own does as `other`. */
export type ByFamily<T> = { readonly other: T } & { readonly [family in Family]?: T }

export const forFamily = <T>(table: ByFamily<T>, { family }: Pick<Diagram, 'family'>): T =>
  table[family] ?? table.other

export const notationOf = ({ family }: Pick<Diagram, 'family'>): Notation => notations[family]

/** Whether it draws what happens for one request, step after step. */
export const isTimeline = (diagram: Pick<Diagram, 'family'>): boolean =>
  notationOf(diagram).draws === 'timeline'

/** Whether its arrows are all that a system ever uses, not what a request needs. */
export const showsUsage = ({ keyword }: Pick<Diagram, 'keyword'>): boolean => keyword === 'C4Context'

/** The first lines that diagrams may begin with. Mermaid asks for the most used families last. */
export const headers: readonly string[] = families.toReversed().flatMap(family => notations[family].headers)
