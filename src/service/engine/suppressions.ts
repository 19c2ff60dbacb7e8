// Comments that silence rules: which findings they reach, and which of them reach none.

import { rememberedFor } from '../../model/remembered-for'
import type { UnusedSuppression } from '../../rules/rule'
import { nearest } from '../../syntax/nearest'
import type { Comment, Diagram } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import { lastAtMost, lineToRemove } from '../../text/lines'
import { contains, type Span } from '../../text/span'

/** One rule that one comment silences. */
export interface Suppression {
  /** None: all rules. */
  readonly rule?: string
  /** The rule's name in the comment, or the whole comment. */
  readonly at: Span
  /** Findings that begin here are suppressed. */
  readonly range: Span
  readonly reason?: string
  readonly removal: Edit
}

/** The suppressions in a diagram's own comments; spans are offsets in the diagram's text. */
export function suppressionsIn({ text, comments, statements }: Diagram): readonly Suppression[] {
  const directives = comments.flatMap(comment => directiveIn(comment, text))
  const first = statements[0]?.start ?? text.length
  const nextContent = contentAfter(text)
  const enables = emptyEnables()
  const found: Suppression[][] = []
  // From the last to the first: what is switched on again below is known then.
  for (const directive of directives.toReversed()) {
    if (directive.verb === 'enable') enables.add(directive)
    else
      found.push(
        named(directive).map(name => ({
          ...entryOf(directive, name, text),
          range:
            directive.verb === 'disable'
              ? openRange(directive, { first, end: enables.after(name) ?? text.length })
              : { start: directive.span.end, end: nextContent(directive.span.end) },
        })),
      )
  }
  return found.reverse().flat()
}

/** Where rules are switched on again, nearest first. */
function emptyEnables() {
  let all: number | undefined
  const byRule = new Map<string | undefined, number>()
  return {
    add({ names, span }: Directive) {
      if (names.length === 0) all = span.start
      for (const { rule } of names) byRule.set(rule, span.start)
    },
    after: ({ rule }: Name): number | undefined =>
      [all, byRule.get(rule)].reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a)),
  }
}

/** The suppressions of a whole document, and of its next line, in its own comments outside of code; offsets in the source. */
export function suppressionsAround(
  source: string,
  isCode: (offset: number) => boolean,
): readonly Suppression[] {
  const directives = hostComments(source)
    .filter(({ span }) => !isCode(span.start))
    .flatMap(comment => directiveIn(comment, source))
    .filter(({ verb }) => verb !== 'enable')
  const nextContent = directives.some(isOfNextLine) ? contentAfter(source) : undefined
  return directives.flatMap(directive => {
    const { end } = directive.span
    const range =
      nextContent && isOfNextLine(directive)
        ? { start: end, end: nextContent(end) }
        : { start: 0, end: source.length }
    return named(directive).map(name => ({ ...entryOf(directive, name, source), range }))
  })
}

const isOfNextLine = ({ verb }: Directive): boolean => verb === 'disable-next-line'

/** The first suppression that reaches a finding. */
export const suppressionOf = (
  rule: string,
  offset: number,
  all: readonly Suppression[],
): Suppression | undefined => (all.length === 0 ? undefined : reachesOf(all)(rule)(offset))

type Reach = (offset: number) => Suppression | undefined

/** Looked through once for each rule: there may be as many suppressions as findings. */
const reachesOf = rememberedFor((all: readonly Suppression[]): ((rule: string) => Reach) => {
  const known = new Map<string, Reach>()
  return rule => {
    const reach = known.get(rule) ?? firstReaching(all.filter(({ rule: of }) => (of ?? rule) === rule))
    known.set(rule, reach)
    return reach
  }
})

/** Nearly in the order of their starts, so that the first that ends behind an offset mostly is the one. */
function firstReaching(suppressions: readonly Suppression[]): Reach {
  let furthest = -1
  const reach = suppressions.map(({ range }) => {
    furthest = Math.max(furthest, range.end)
    return furthest
  })
  return offset => {
    let index = reach.length > 0 && reach[0]! < offset ? lastAtMost(reach, offset - 1) + 1 : 0
    while (index < suppressions.length && !contains(suppressions[index]!.range, offset)) index++
    return suppressions[index]
  }
}

/** What `unused-suppression` is told about a suppression that reached nothing. */
export function unusedOf(suppression: Suppression, ruleIds: readonly string[]): UnusedSuppression {
  const { rule, at, removal, reason } = suppression
  const unknown = rule !== undefined && !ruleIds.includes(rule)
  const meant = unknown ? nearest(rule, ruleIds) : undefined
  return {
    at,
    removal,
    unknown,
    ...(rule !== undefined && { rule }),
    ...(meant !== undefined && { meant }),
    ...(reason !== undefined && { reason }),
  }
}

interface Name {
  readonly rule?: string
  readonly span: Span
  /** Its place among the names of its comment. */
  readonly index: number
}

interface Directive {
  readonly verb: 'disable' | 'disable-next-line' | 'enable'
  readonly names: readonly Name[]
  readonly reason?: string
  /** The whole comment. */
  readonly span: Span
}

const opening = /^arrowsmith-(disable-next-line|disable|enable)(?![^\s,;:])/

function directiveIn({ span, text }: Comment, source: string): Directive[] {
  const verb = opening.exec(text)?.[1]
  if (verb !== 'disable' && verb !== 'disable-next-line' && verb !== 'enable') return []
  const start = source.indexOf(text, span.start)
  const dashes = text.indexOf(' -- ')
  const body = dashes < 0 ? text : text.slice(0, dashes)
  const from = `arrowsmith-${verb}`.length
  // A name goes as a whole: half of `%%{-x` would be a directive.
  const names = [...body.slice(from).matchAll(/[^\s,;:]+/g)].map(({ 0: rule, index: at }, index) => ({
    rule,
    span: { start: start + from + at, end: start + from + at + rule.length },
    index,
  }))
  const reason = dashes < 0 ? '' : text.slice(dashes + 4).trim()
  return [{ verb, names, span, ...(reason !== '' && { reason }) }]
}

const named = ({ names, span }: Directive): readonly Name[] =>
  names.length > 0 ? names : [{ span, index: 0 }]

function entryOf(directive: Directive, name: Name, text: string): Omit<Suppression, 'range'> {
  const { rule, span } = name
  return {
    at: span,
    removal: removalOf(directive, name, text),
    ...(rule !== undefined && { rule }),
    ...(directive.reason !== undefined && { reason: directive.reason }),
  }
}

/** One of several names goes with its comma; the only one takes its line with it. */
function removalOf({ names, span }: Directive, name: Name, text: string): Edit {
  const { start, end } = name.span
  const [before, after] = [names[name.index - 1], names[name.index + 1]]
  if (after) return { span: { start, end: after.span.start }, text: '' }
  if (before) return { span: { start: before.span.end, end }, text: '' }
  return { span: lineToRemove(text, span), text: '' }
}

interface Extent {
  /** Where the first statement begins. */
  readonly first: number
  readonly end: number
}

/** Before the first statement it covers the header too. */
const openRange = ({ span }: Directive, { first, end }: Extent): Span => ({
  start: span.start < first ? 0 : span.start,
  end,
})

/** The end of the next line with something other than a comment; what stands on the line of the offset is passed. */
function contentAfter(text: string): (offset: number) => number {
  const ends: number[] = []
  const starts: number[] = []
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
    const content = line.trim()
    if (content === '' || content.startsWith('%%')) continue
    starts.push(index)
    ends.push(index + line.trimEnd().length)
  }
  return offset => {
    const next = (starts[0] ?? 0) > offset ? 0 : lastAtMost(starts, offset) + 1
    return ends[next] ?? text.length
  }
}

/** `<!-- … -->`, `{/* … *\/}`, `// …` and `.. …` that begin with our name. */
function hostComments(source: string): Comment[] {
  const comments = source.matchAll(/(<!--|\{\/\*|^[ \t]*\/\/|^[ \t]*\.\.)[ \t]*(arrowsmith-[^\r\n]*)/gm)
  return [...comments].map(({ index, 1: open = '', 2: rest = '', 0: whole }) => {
    const closing = closings.find(({ opens }) => opens === open)?.closes
    const end = closing === undefined ? rest.length : rest.indexOf(closing)
    const content = end < 0 ? rest : rest.slice(0, end)
    const start = index + whole.length - rest.length
    const closed = closing === undefined || end < 0 ? start + content.length : start + end + closing.length
    return { text: content.trim(), span: { start: index, end: closed } }
  })
}

const closings = [
  { opens: '<!--', closes: '-->' },
  { opens: '{/*', closes: '*/}' },
]
