// Figures from the label into braces and back, and braces from before `%%` to behind it and back.

import { textWithout } from '../../../model/annotations/labels/without-figures'
import { isPlain } from '../../../model/annotations/metadata/target-names'
import type { Figure, System } from '../../../model/system'
import { writtenValue } from '../../../model/vocabulary'
import {
  braces,
  entriesInBlock,
  lineBelow,
  ownBlockOf,
  type StatedEntries,
} from '../../../rules/fixes/annotate'
import { commentedArrow, commentedBlock } from '../../../rules/fixes/commented-block'
import type { Diagram, Metadata } from '../../../syntax/tree'
import type { Edit } from '../../../text/edit'
import { encloses, type Span } from '../../../text/span'
import { phraseIn } from './label-phrases'
import { isConnection, type Owner, ownerAt } from './owner'
import type { Rewriting, Selected } from './refactoring'

/** In families whose `@{ … }` Mermaid reads itself. */
export const movedWithNative = (selected: Selected): readonly Rewriting[] => moved(selected, true)

/** In families that state figures in labels and behind `%%`. */
export const movedBehindComments = (selected: Selected): readonly Rewriting[] => moved(selected, false)

function moved({ system, selection }: Selected, native: boolean): readonly Rewriting[] {
  const owner = ownerAt(system, selection.start)
  if (!owner) return []
  const block = ownBlockOf(system, owner)
  return [
    ...outOfLabel(system, owner, native),
    ...(block ? intoLabel(system, owner, block) : []),
    ...(block && native ? acrossComment(system, owner, block) : []),
  ].map(rewriting => ({ kind: 'rewrite', ...rewriting }))
}

type Untitled = Omit<Rewriting, 'kind'>

/** What says how a call is made, or what a thing is, stays in the label. */
const staysInLabel: ReadonlySet<string> = new Set([
  ...['method', 'order', 'mode', 'tls', 'algorithm', 'layer', 'share', 'active', 'fallback'],
])

function outOfLabel(system: System, owner: Owner, native: boolean): readonly Untitled[] {
  const label = labelOf(owner)
  const figures = figuresOf(owner).flatMap(([key, { origin, span, value }]) =>
    origin === 'label' && span && !staysInLabel.has(key) ? [{ key, span, value }] : [],
  )
  if (!label || figures.length === 0 || figures.some(({ span }) => !encloses(label, span))) return []
  const stripped = withoutFigures(
    system.diagram.text,
    label,
    figures.map(({ span }) => span),
  )
  if (!stripped) return []
  const entries = Object.fromEntries(figures.map(({ key, value }) => [key, entryOf(key, value)]))
  const block = ownBlockOf(system, owner)
  if (block) {
    const title = `Move the figures of the label into ${block.comment ? 'the line after %%' : '@{ }'}`
    return [{ title, edits: [stripped, ...entriesInBlock(system, owner, entries)] }]
  }
  const behind = {
    title: 'Move the figures of the label after %%',
    edits: [stripped, ...entriesInBlock(system, owner, entries)],
  }
  const inBraces = native ? nativeBlock(system, owner, braces(entries)) : undefined
  return inBraces
    ? [behind, { title: 'Move the figures of the label into @{ }', edits: [stripped, ...inBraces] }]
    : [behind]
}

function withoutFigures(text: string, label: Span, figures: readonly Span[]): Edit | undefined {
  const { content, start } = withoutQuotes(text, label)
  const left = textWithout(
    content,
    figures
      .map(each => ({ start: each.start - start, end: each.end - start }))
      .sort((a, b) => a.start - b.start),
  )
  const tidied = left && withoutOuterBreaks(left)
  return tidied ? { span: { start, end: start + content.length }, text: tidied } : undefined
}

/** The label without blanks and quote signs around it. */
function withoutQuotes(text: string, label: Span): { readonly content: string; readonly start: number } {
  const isAround = (at: number) => /["`\s]/.test(text[at] ?? '')
  let { start, end } = label
  while (start < end && isAround(start)) start++
  while (end > start && isAround(end - 1)) end--
  return { content: text.slice(start, end), start }
}

function withoutOuterBreaks(text: string): string {
  const lines = text.split(/(<br\s*\/?>)/i)
  const isEmpty = (part: string) => part.trim() === '' || /^<br/i.test(part)
  const first = lines.findIndex(part => !isEmpty(part))
  const last = lines.findLastIndex(part => !isEmpty(part))
  return lines
    .slice(Math.max(first, 0), last + 1)
    .join('')
    .trim()
}

/** All that the braces state, as phrases at the end of the label; nothing where some of it has no phrase. */
function intoLabel({ diagram }: System, owner: Owner, block: Metadata): readonly Untitled[] {
  const label = labelOf(owner)
  const figures = new Map(figuresOf(owner))
  const phrases = block.attributes.map(({ key }) => {
    const figure = figures.get(key)
    return figure?.origin === 'metadata'
      ? phraseIn(isConnection(owner) ? 'arrow' : 'node', key, figure.value)
      : undefined
  })
  if (!label || phrases.length === 0 || phrases.includes(undefined)) return []
  const removal = withoutBlock(diagram, block)
  if (!removal) return []
  const added = withPhrases(diagram, label, { owner, phrases: phrases.join(', ') })
  return [{ title: 'Move the figures into the label', edits: [added, removal] }]
}

/** Below the name of a component; in quotes where a label has none: figures have signs that it must not. */
function withPhrases(
  { text }: Diagram,
  label: Span,
  { owner, phrases }: { readonly owner: Owner; readonly phrases: string },
): Edit {
  const last = withoutQuotes(text, label)
  const content = text.slice(label.start, last.start + last.content.length)
  const isQuoted = /["`]/.test(`${text[label.start - 1]}${text[label.start]}`)
  const isMessage = text.slice(0, label.start).trimEnd().endsWith(':')
  const said = `${content}${isConnection(owner) ? ', ' : '<br/>'}${phrases}`
  return {
    span: { start: label.start, end: label.start + content.length },
    text: isQuoted || isMessage ? said : `"${said}"`,
  }
}

/** From `%%` into braces that Mermaid reads, or the other way round. */
function acrossComment(system: System, owner: Owner, block: Metadata): readonly Untitled[] {
  const { diagram } = system
  if (!block.comment) {
    const fixes = isConnection(owner) ? commentedArrow(diagram, owner.index) : commentedBlock(diagram, block)
    return fixes.map(({ title, edits }) => ({ title, edits }))
  }
  const removal = withoutBlock(diagram, block)
  const body = diagram.text.slice(block.body.start, block.body.end).trim()
  const inBraces = removal && nativeBlock(system, owner, body)
  return inBraces ? [{ title: 'Write the metadata as @{ } of Mermaid', edits: [removal, ...inBraces] }] : []
}

/** Braces on a line of their own; an arrow without an id gets one. */
function nativeBlock({ diagram }: System, owner: Owner, body: string): readonly Edit[] | undefined {
  if (!isConnection(owner)) {
    const [first] = owner.node.mentions
    const statement = diagram.statements.find(each => first && encloses(each, first.span))
    return statement && isPlain(owner.id)
      ? [lineBelow(diagram.text, statement, `${owner.id}@{ ${body} }`)]
      : undefined
  }
  const { id: given, operator, statement } = owner.arrow
  if (diagram.arrows.some(each => each !== owner.arrow && each.operator.start === operator.start))
    return undefined
  const id = given ?? freeArrowId(diagram)
  const naming =
    given === undefined ? [{ span: { start: operator.start, end: operator.start }, text: `${id}@` }] : []
  return [...naming, lineBelow(diagram.text, statement, `${id}@{ ${body} }`)]
}

function freeArrowId({ nodes, groups, arrows }: Diagram): string {
  const taken = new Set([...nodes, ...groups, ...arrows].map(({ id }) => id))
  let number = 1
  while (taken.has(`e${number}`)) number++
  return `e${number}`
}

/** A block that has its line for itself goes with the line. */
function withoutBlock({ text }: Diagram, { span, comment }: Metadata): Edit | undefined {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1
  const lineEnd = text.indexOf('\n', span.end)
  const end = lineEnd < 0 ? text.length : lineEnd
  const around = `${text.slice(lineStart, span.start)}${text.slice(span.end, end)}`.trim()
  if (around !== (comment ? '%%' : '')) return undefined
  return { span: { start: Math.max(0, lineStart - 1), end }, text: '' }
}

function labelOf(owner: Owner): Span | undefined {
  if (!isConnection(owner)) return owner.node.mentions.findLast(({ label }) => label)?.label
  return owner.arrow.labelSpan
}

const figuresOf = ({ figures }: Owner): readonly (readonly [string, Figure<unknown>])[] =>
  Object.entries<Figure<unknown> | undefined>(figures).flatMap(([key, figure]) =>
    figure ? [[key, figure] as const] : [],
  )

const entryOf = (key: string, value: unknown): StatedEntries[string] =>
  typeof value === 'boolean' ? value : writtenValue(key, value)
