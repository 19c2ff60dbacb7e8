// Figures and the names beside them: `300ms timeout`, `timeout: 300ms`, `timeout (300ms)`.

import type { LabelFigure, LabelWord } from './words'

/** A name of one or several words, and the key that it stands for on arrows and on nodes. */
export interface Name {
  readonly words: readonly string[]
  readonly arrow?: string
  readonly node?: string
  /** Words that must not stand right before it: `visibility timeout` is no timeout of a call. */
  readonly notAfter?: ReadonlySet<string>
  /** What is larger is something else, in the unit of the key: an average over a day is no latency. */
  readonly most?: number
  /** Names what the figure leaves of the whole: of `10% misses`, the key is about the other 90%. */
  readonly opposite?: true
  /** Means something else where the label names a protocol whose ends ping each other. */
  readonly unlessPinged?: true
}

export interface Named {
  readonly name: Name
  readonly figure: LabelWord
  readonly start: number
  readonly end: number
}

/** Names by their first word, the longest first. */
export type NameIndex = ReadonlyMap<string, readonly Name[]>

/** Finds the named figures of a kind. Each has one name; one in front wins over one behind, as in `5ms p50 80ms p99`. */
export function namedFigures(
  words: readonly LabelWord[],
  names: NameIndex,
  { kind, used = new Set<LabelWord>() }: { kind: LabelFigure; used?: Set<LabelWord> },
): Named[] {
  const found: Named[] = []
  for (let at = 0; at < words.length; at++) {
    const name = nameAt(words, at, names)
    if (!name) continue
    const after = at + name.words.length
    const figure = [figureBefore(words, at, after), figureAfter(words, after)].find(
      word => word?.figure === kind && !used.has(word),
    )
    if (figure) {
      used.add(figure)
      found.push({
        name,
        figure,
        start: Math.min(words[at]!.start, figure.start),
        end: Math.max(words[after - 1]!.end, figure.end),
      })
    }
    at = after - 1
  }
  return found
}

/** The words between the breaks around an index. */
export function segmentAround(words: readonly LabelWord[], index: number): readonly LabelWord[] {
  const belongs = (at: number) => words[at] !== undefined && words[at].kind !== 'break'
  let [first, last] = [index, index]
  while (belongs(first - 1)) first--
  while (belongs(last)) last++
  return words.slice(first, last)
}

export function indexed(names: readonly Name[]): NameIndex {
  const index = new Map<string, Name[]>()
  for (const name of names.toSorted((a, b) => b.words.length - a.words.length)) {
    const first = name.words[0]!
    index.set(first, [...(index.get(first) ?? []), name])
  }
  return index
}

/** The longest name that starts at an index. */
function nameAt(words: readonly LabelWord[], at: number, names: NameIndex): Name | undefined {
  const candidates = names.get(words[at]?.low ?? '') ?? []
  const name = candidates.find(({ words: parts }) =>
    parts.every((part, offset) => words[at + offset]?.low === part),
  )
  return name?.notAfter?.has(words[at - 1]?.low ?? '') ? undefined : name
}

/** What stands right in front: `300ms timeout`, `80ms at p99`, `80ms (p99)`. */
function figureBefore(words: readonly LabelWord[], at: number, after: number): LabelWord | undefined {
  const before = words[at - 1]
  const bracketed = before?.text === '(' && (words[after]?.text ?? ')') === ')'
  const skipped = bracketed || before?.low === 'at' || before?.low === '@' ? 2 : 1
  const figure = words[at - skipped]
  const leading = words[at - skipped - 1]
  if (figure?.kind !== 'figure' || leading?.kind === 'compare') return undefined
  const isTaken = leading?.kind === 'link' && !approximations.has(leading.text)
  const isPause = leading !== undefined && waits.has(leading.low) && words[at]?.low !== 'between'
  return isPause || isTaken ? undefined : figure
}

/** `~20ms p99`: unlike `:` and `=` they belong to the figure, not to a name before it. */
const approximations = new Set(['~', '≈'])

/** What follows, past links and small words: `timeout = 300ms`, `times out after 300ms`, `deadline = now + 800ms`. */
function figureAfter(words: readonly LabelWord[], after: number): LabelWord | undefined {
  const bracketed = words[after]?.text === '(' && (words[after + 2]?.text ?? ')') === ')'
  if (bracketed) return words[after + 1]
  for (const [offset, word] of words.slice(after, after + 5).entries()) {
    if (word.kind === 'figure') return word
    const passes =
      word.kind === 'link' ||
      fillers.has(word.low) ||
      (word.kind === 'plus' && words[after + offset - 1]?.low === 'now')
    if (!passes) return undefined
  }
  return undefined
}

/** After these a duration is a pause or a period, not the figure of the name that follows. */
const waits = new Set([
  'after',
  'wait',
  'waits',
  'every',
  'in',
  'for',
  'within',
  'delay',
  'sleep',
  'than',
  'until',
  'over',
])

const fillers = new Set(
  'of is at to about after within now max maximum up approx around set latency time avg total limit ratio rate slo sla'.split(
    ' ',
  ),
)
