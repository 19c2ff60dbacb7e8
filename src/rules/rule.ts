// What a rule is: one value that turns a system into findings.

import type { System } from '../model/system'
import type { Edit } from '../text/edit'
import type { Span } from '../text/span'
import type { PromiseInWords } from './queries/promises/in-words'
import type { Telling } from './telling'
import type { OmissionTopic } from './topics'

export type Severity = 'error' | 'warning' | 'info' | 'hint'
export const presets = ['sketch', 'recommended', 'strict'] as const
export type Preset = (typeof presets)[number]
export type Category =
  | 'arrows'
  | 'timeouts'
  | 'retries'
  | 'overload'
  | 'messaging'
  /** What one request does in several places, and what several requests do in one. */
  | 'consistency'
  | 'real-time'
  | 'apis'
  | 'security'
  | 'load-balancing'
  | 'topology'
  | 'objectives'
  | 'syntax'
  | 'annotations'
  /** Of a workspace's own. */
  | 'conventions'

export interface Fix {
  /** In the imperative: "Add a timeout of 300ms". */
  readonly title: string
  readonly edits: readonly Edit[]
  /** States nothing about the system: may run in fix-all. */
  readonly safe: boolean
}

export interface RelatedPlace {
  readonly at: Span
  readonly message: string
}

/**
 * What a rule yields; spans and edits are offsets in the diagram's text. Parts may be worked out when they are read,
 * so that a copy names them: spread, it would lose them.
 */
export interface Report {
  /** The smallest culprit. */
  readonly at: Span
  /** What is so. Why it hurts. What to write. */
  readonly message: string
  readonly related?: readonly RelatedPlace[]
  readonly fixes?: readonly Fix[]
  /** Use the rule's `raised` severity for this one. */
  readonly raised?: boolean
  /** Another diagram of the document shows what this one was missing: nothing is said then. */
  readonly refutedBy?: (other: System) => boolean
  /** Told at the first place of a document alone, or the first of that name: whoever reads it there knows it of the others. */
  readonly oncePerDocument?: true | string
  /** A habit by that name, which is mended in one way: what a document has of it is told once, with all its places. */
  readonly habit?: string
  /** Words anywhere in the document by which its author has dealt with this one; those of its rule unless stated. */
  readonly settledBy?: RegExp
  /** How likely its place is what the rule takes it for; certain unless stated. Of what is unlikely no omission is told. */
  readonly chance?: number
  /** No reason to ask an author who leaves the topic out: it is told only to those who go into it. */
  readonly isMinor?: boolean
  /** Whoever reads the diagram knows the answer: it is told only to those who want to hear of everything. */
  readonly isEvident?: boolean
  /** The author goes into the topic right here: it is heard like a hazard although its rule speaks of omissions. */
  readonly goesIntoIt?: boolean
  /** Told in trials, and to whoever asks for it. Of its rule unless stated. */
  readonly onRequest?: boolean
  /** Nobody misses it in what is run to develop, to try out or to show something. Of its rule unless stated. */
  readonly inOperation?: true
}

/** What several places of a diagram lack: one report for each, and what is said where one finding stands for all. */
export interface Lacks {
  /** How many places could state what is asked. */
  readonly eligible: number
  /** One judgement for each place that does not, the most telling first. */
  readonly missing: readonly Lack[]
  /** For "8", "8 of 10", "Several" or "Some" places. What is so. What stating it would buy. What to write. */
  readonly message: (howMany: string) => string
  /** The title of the fix that mends all places: each by its first fix. */
  readonly fixTitle: (missing: number) => string
}

/** A judgement that can say in a sentence what is so, without working out what to write. */
export interface Lack extends Report {
  /** The first sentence of its message unless stated. */
  readonly brief?: string
  /** Places with one subject are about one thing, drawn several times: it is counted and listed once. */
  readonly subject?: string
}

export type OptionValue = number | boolean | string
export interface RuleOption<V extends OptionValue = OptionValue> {
  readonly default: V
  readonly description: string
  /** The values accepted, for string options. */
  readonly choices?: readonly string[]
}
type Widened<V> = V extends number ? number : V extends boolean ? boolean : string
export type OptionValues<O> = {
  readonly [K in keyof O]: O[K] extends RuleOption<infer V> ? Widened<V> : never
}

/**
 * What a rule speaks of decides when it is heard (`service/engine/hearing.ts`). A hazard is there and is dangerous, of a
 * contradiction both sides are there, and writing is about the text: these are always heard. An omission is something
 * that nobody said: it is heard as far as the author goes into its topic.
 */
export type SpokenOf =
  | {
      readonly speaksOf: 'hazard' | 'contradiction' | 'writing'
      readonly topic?: OmissionTopic
      readonly asksFirst?: never
    }
  | {
      readonly speaksOf: 'omission'
      readonly topic: OmissionTopic
      /** Asks, once, for a topic of which the document states nothing. */
      readonly asksFirst?: true
    }

export type RuleDefinition<O extends Readonly<Record<string, RuleOption>>> = SpokenOf & RuleBody<O>

interface RuleBody<O extends Readonly<Record<string, RuleOption>>> {
  /** Names the problem; also file name, settings key and page. Permanent. */
  readonly id: string
  readonly category: Category
  /** One sentence that names what is flagged. */
  readonly summary: string
  /** Severity by the weakest preset that turns the rule on; stronger presets inherit. Empty: off unless configured. */
  readonly presets: Readonly<Partial<Record<Preset, Severity>>>
  /** Severity of a finding marked `raised`. */
  readonly raised?: Severity
  /** Words anywhere in the document, its configuration snippets included, by which its author has dealt with the hazard. */
  readonly settledBy?: RegExp
  /** About a system in operation: nobody misses it in what is run to develop, to try out or to show something. */
  readonly inOperation?: true
  /**
   * What works and could be better, and what is so only if nothing that the picture leaves out says otherwise: told in
   * trials, and to whoever asks for it.
   */
  readonly onRequest?: true
  /** Words anywhere in the document by which its author asks for it: they claim what it puts into question. */
  readonly askedForBy?: RegExp
  /** Sentences that tell the same hazard: they are looked for around the diagrams. */
  readonly told?: readonly Telling[]
  /** What it says of a promise that the words around a design make, if what the picture states breaks it. `mentions` tells whether words are anywhere in the document. */
  readonly promised?: (
    promise: PromiseInWords,
    system: System,
    mentions: (words: RegExp) => boolean,
  ) => string | undefined
  /** Off the typing path: needs figures that take long. */
  readonly needsFigures?: boolean
  /** Applies to diagrams that are no architecture too: syntax, annotations, and words that mean the same everywhere. */
  readonly everyDiagram?: boolean
  /** Argues with what stands in which group: silent where a missing or surplus `end` leaves that open. */
  readonly byGroups?: true
  /** Argues with what stands in no line, or in two: silent where a line cannot be read, which may be the one. */
  readonly byAllLines?: true
  /** Some of its findings offer a fix: one to look at, or one that states nothing about the system. */
  readonly fixable?: 'review' | 'safe'
  /** Rules that see the same mistake more vaguely: they are silent where this one speaks. */
  readonly supersedes?: readonly string[]
  readonly options: O
  check(system: System, options: OptionValues<O>, review: Review): Iterable<Report | Lacks>
}

/** The circumstances of one run over one diagram. */
export interface Review {
  /** The preset in force: some rules ask more under `strict`. */
  readonly preset: Preset
  /** What all other rules left behind; empty for all but `unused-suppression`, which runs last. */
  readonly unusedSuppressions: readonly UnusedSuppression[]
  /** Whether what this rule says here goes unheard: its author suppressed it, or a syntax error speaks instead. */
  isSilent(at: Span): boolean
}

export interface UnusedSuppression {
  /** The rule's name in the comment, or the whole comment. */
  readonly at: Span
  /** The rule it names, none if it stands for all. */
  readonly rule?: string
  /** No rule has that name. */
  readonly unknown: boolean
  /** A rule that exists and is spelled nearly so, where the named one doesn't exist. */
  readonly meant?: string
  /** What its author wrote behind `--`. */
  readonly reason?: string
  /** The edit that takes it away. */
  readonly removal: Edit
}

export type Rule = RuleDefinition<Readonly<Record<string, RuleOption>>>

/** A fix, to be reviewed unless it is `safe`, whose edits are worked out when they are first asked for: few of those offered are ever applied. */
export const fixOnDemand = (title: string, make: () => readonly Edit[], safe = false): Fix =>
  new FixOnDemand(title, make, safe)

/** A class, since its objects share the accessor: one written in a literal costs more than the rest of the object. */
class FixOnDemand implements Fix {
  readonly #make: () => readonly Edit[]
  #made: readonly Edit[] | undefined

  constructor(
    readonly title: string,
    make: () => readonly Edit[],
    readonly safe: boolean,
  ) {
    this.#make = make
  }

  get edits(): readonly Edit[] {
    this.#made ??= this.#make()
    return this.#made
  }
}

/** Infers the types of a rule's options. */
export function defineRule<const O extends Readonly<Record<string, RuleOption>>>(
  definition: RuleDefinition<O>,
): Rule {
  return definition
}
