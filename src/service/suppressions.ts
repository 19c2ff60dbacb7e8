// Comments that silence rules: which findings they reach, and which of them reach none.

import { nearest } from '../model/annotations/nearest'
import type { UnusedSuppression } from '../rules/rule'
import type { Comment, Diagram } from '../syntax/tree'
import type { Edit } from '../text/edit'
import { wholeLine } from '../text/lines'
import type { Span } from '../text/span'

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
  return directives.flatMap((directive, index) => {
    if (directive.verb === 'enable') return []
    const later = directives.slice(index + 1)
    return named(directive).map(name => ({
      ...entryOf(directive, name, text),
      range:
        directive.verb === 'disable'
          ? openRange(directive, { name, later, first, end: text.length })
          : nextLine(text, directive.span),
    }))
  })
}

/** The suppressions of a whole document, in its own comments outside of code; offsets in the source. */
export function suppressionsAround(
  source: string,
  isCode: (offset: number) => boolean,
): readonly Suppression[] {
  return hostComments(source)
    .filter(({ span }) => !isCode(span.start))
    .flatMap(comment => directiveIn(comment, source))
    .filter(({ verb }) => verb === 'disable')
    .flatMap(directive =>
      named(directive).map(name => ({
        ...entryOf(directive, name, source),
        range: { start: 0, end: source.length },
      })),
    )
}

/** The first suppression that reaches a finding. */
export function suppressionOf(
  rule: string,
  offset: number,
  all: readonly Suppression[],
): Suppression | undefined {
  return all.find(
    ({ rule: of, range }) => (of ?? rule) === rule && range.start <= offset && offset <= range.end,
  )
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
}

interface Directive {
  readonly verb: 'disable' | 'disable-next-line' | 'enable'
  readonly names: readonly Name[]
  readonly reason?: string
  /** The whole comment. */
  readonly span: Span
}

const opening = /^arrowsmith-(disable-next-line|disable|enable)(?![\w-])/

function directiveIn({ span, text }: Comment, source: string): Directive[] {
  const verb = opening.exec(text)?.[1]
  if (verb !== 'disable' && verb !== 'disable-next-line' && verb !== 'enable') return []
  const start = source.indexOf(text, span.start)
  const dashes = text.indexOf(' -- ')
  const body = dashes < 0 ? text : text.slice(0, dashes)
  const from = `arrowsmith-${verb}`.length
  const names = [...body.slice(from).matchAll(/[\w-]+/g)].map(({ 0: rule, index }) => ({
    rule,
    span: { start: start + from + index, end: start + from + index + rule.length },
  }))
  const reason = dashes < 0 ? '' : text.slice(dashes + 4).trim()
  return [{ verb, names, span, ...(reason !== '' && { reason }) }]
}

const named = ({ names, span }: Directive): readonly Name[] => (names.length > 0 ? names : [{ span }])

function entryOf(directive: Directive, { rule, span }: Name, text: string): Omit<Suppression, 'range'> {
  return {
    at: span,
    removal: removalOf(directive, span, text),
    ...(rule !== undefined && { rule }),
    ...(directive.reason !== undefined && { reason: directive.reason }),
  }
}

/** One of several names goes with its comma; the only one takes its line with it. */
function removalOf({ names, span }: Directive, name: Span, text: string): Edit {
  const index = names.findIndex(({ span: other }) => other.start === name.start)
  const [before, after] = [names[index - 1], names[index + 1]]
  if (after) return { span: { start: name.start, end: after.span.start }, text: '' }
  if (before) return { span: { start: before.span.end, end: name.end }, text: '' }
  return { span: wholeLine(text, span), text: '' }
}

interface Extent {
  readonly name: Name
  readonly later: readonly Directive[]
  /** Where the first statement begins. */
  readonly first: number
  readonly end: number
}

/** To the `enable` that names the rule or all; before the first statement it covers the header too. */
function openRange({ span }: Directive, { name, later, first, end }: Extent): Span {
  const enables = ({ verb, names }: Directive) =>
    verb === 'enable' && (names.length === 0 || names.some(({ rule }) => rule === name.rule))
  return { start: span.start < first ? 0 : span.start, end: later.find(enables)?.span.start ?? end }
}

/** The next line with something other than a comment, and the comments before it. */
function nextLine(text: string, span: Span): Span {
  const lines = /[^\n]*(?:\n|$)/y
  lines.lastIndex = lineEnd(text, span.end)
  while (lines.lastIndex < text.length) {
    const start = lines.lastIndex
    const line = lines.exec(text)?.[0] ?? ''
    const content = line.trim()
    if (content !== '' && !content.startsWith('%%'))
      return { start: span.end, end: start + line.trimEnd().length }
    if (line === '') break
  }
  return { start: span.end, end: text.length }
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
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
