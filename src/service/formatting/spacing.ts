// Blanks between the parts of a statement: around arrows, behind commas and colons, inside of braces.

import { type ByFamily, forFamily } from '../../syntax/notation'
import type { Arrow, Diagram, Metadata } from '../../syntax/tree'
import type { Edit } from '../../text/edit'

/** Each change by itself keeps the parts as they are written. */
export const spacing = (diagram: Diagram): readonly Edit[] =>
  disjoint([
    ...forFamily(aroundArrows, diagram)(diagram),
    ...diagram.metadata.flatMap(block => braces(block, diagram)),
  ])

const aroundArrows: ByFamily<(diagram: Diagram) => readonly Edit[]> = {
  flowchart: diagram => [
    ...diagram.arrows.flatMap(arrow => roundArrow(arrow, diagram)),
    ...ampersands(diagram),
  ],
  sequence: diagram => [
    ...diagram.arrows.flatMap(arrow => inMessage(arrow, diagram)),
    ...diagram.steps.flatMap(({ kind, span }) => (kind === 'note' ? colon(diagram.text, span) : [])),
  ],
  c4: diagram => diagram.statements.flatMap(({ start, end }) => inMacro(diagram.text, { start, end })),
  architecture: diagram => diagram.arrows.flatMap(arrow => betweenSides(arrow, diagram)),
  other: () => [],
}

interface Part {
  readonly start: number
  readonly end: number
}

/** Blanks before and after a part, none of which may be a line break. */
function around(text: string, part: Part, wanted: string): readonly Edit[] {
  const { start, end } = withBlanks(text, part)
  const isFirst = start === 0 || text[start - 1] === '\n'
  const isLast = end === text.length || /[\r\n]/.test(text[end] ?? '')
  return [
    ...(isFirst ? [] : replaced(text, { start, end: part.start }, wanted)),
    ...(isLast ? [] : replaced(text, { start: part.end, end }, wanted)),
  ]
}

const replaced = (text: string, span: Part, wanted: string): readonly Edit[] =>
  text.slice(span.start, span.end) === wanted ? [] : [{ span, text: wanted }]

/** One blank on both sides; `e1@` belongs to its arrow, and the `o` in `---orders` most likely to the name. */
function roundArrow({ idSpan, span }: Arrow, { text }: Diagram): readonly Edit[] {
  const edits = around(text, { start: idSpan?.start ?? span.start, end: span.end }, ' ')
  const isGlued = /^[ox]\w/.test(text.slice(span.end - 1, span.end + 1))
  return isGlued ? edits.filter(edit => edit.span.start < span.end) : edits
}

/** `a:R --> L:b`: the sides belong to the services. */
function betweenSides({ operator }: Arrow, { text }: Diagram): readonly Edit[] {
  const written = text.slice(operator.start, operator.end)
  const [, from = '', middle = '', to = ''] = /^(:[LRTB])(.*)([LRTB]:)$/.exec(written) ?? []
  const sign = middle.trim()
  return sign === ''
    ? []
    : [...around(text, operator, ''), ...replaced(text, operator, `${from} ${sign} ${to}`)]
}

/** `a & b`. */
function ampersands({ text, nodes }: Diagram): readonly Edit[] {
  const ends = new Set(nodes.flatMap(({ mentions }) => mentions.map(({ span }) => span.end)))
  return [...text.matchAll(/(?<![ \t])[ \t]*&[ \t]*/g)].flatMap(({ 0: written, index }) =>
    ends.has(index) ? replaced(text, { start: index, end: index + written.length }, ' & ') : [],
  )
}

/** `web->>+api: asks` */
function inMessage({ operator, fromSpan, toSpan, labelSpan }: Arrow, { text }: Diagram): readonly Edit[] {
  const tight = (start: number, end: number) => {
    const written = text.slice(start, end)
    return /^[ \t+-]*$/.test(written) ? replaced(text, { start, end }, written.replace(/[ \t]+/g, '')) : []
  }
  const before = tight(fromSpan.end, operator.start)
  const after = tight(operator.end, toSpan.start)
  if (!labelSpan) return [...before, ...after]
  const between = { start: toSpan.end, end: labelSpan.start }
  const isColon = /^[ \t]*:[ \t]*$/.test(text.slice(between.start, between.end))
  return [...before, ...after, ...(isColon ? replaced(text, between, ': ') : [])]
}

/** `Note over a, b: text`. */
function colon(text: string, { start, end }: Part): readonly Edit[] {
  const [, before = '', sign = '', rest = ''] =
    /^([^:\n]*)(:[ \t]*)([^\n]*)/.exec(text.slice(start, end)) ?? []
  const head = before.trimEnd()
  const at = { start: start + head.length, end: start + before.length + sign.length }
  return rest.trim() === '' ? [] : replaced(text, at, ': ')
}

/** In characters: a longer call was written by a program, for no one to read. */
const LONGEST = 20_000

/** `Rel(a, b, "asks")`: blanks behind commas, none inside of the brackets, one before a brace. */
function inMacro(text: string, { start, end }: Part): readonly Edit[] {
  const statement = text.slice(start, end)
  if (statement.length > LONGEST || !/^\w+\(/.test(statement)) return []
  const inside = [
    ...statement.matchAll(/"[^"]*"|((?<![ \t])[ \t]*,[ \t]*)|(\([ \t]+)|((?<![ \t])[ \t]+\))/g),
  ].flatMap(({ 0: written, index, 1: comma, 2: opening, 3: closing }): readonly Edit[] => {
    const at = { start: start + index, end: start + index + written.length }
    if (comma !== undefined) return /^[^\S\n]*\S/.test(text.slice(at.end)) ? replaced(text, at, ', ') : []
    if (opening !== undefined) return replaced(text, at, '(')
    return closing === undefined ? [] : replaced(text, at, ')')
  })
  const brace = /^[ \t]*\{/.exec(text.slice(end, end + 50))?.[0]
  return brace === undefined
    ? inside
    : [...inside, ...replaced(text, { start: end, end: end + brace.length }, ' {')]
}

/** `db@{ p99: 20ms, replicas: 2 }` on one line; what goes over several is laid out by its author. */
function braces({ body, comment, span, target }: Metadata, { text }: Diagram): readonly Edit[] {
  const inside = withBlanks(text, body)
  const written = text.slice(inside.start, inside.end)
  if (written.includes('\n')) return []
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1
  const mark = comment ? (/^[ \t]*(%%[ \t]*)/.exec(text.slice(lineStart, span.start))?.[1] ?? '') : ''
  const head = { start: span.start - mark.length, end: span.start }
  return [
    ...(mark === '' || target === '' ? [] : replaced(text, head, '%% ')),
    ...replaced(text, inside, written.trim() === '' ? ' ' : ` ${tidied(written.trim())} `),
  ]
}

/** The blanks around a part belong to it. */
const withBlanks = (text: string, { start, end }: Part): Part => ({
  start: start - (/[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0),
  end: end + (/^[ \t]*/.exec(text.slice(end, end + 200))?.[0].length ?? 0),
})

/** One blank behind commas and colons outside of quotes. */
const tidied = (entries: string): string =>
  entries.replace(/"[^"]*"|'[^']*'|(?<![ \t])[ \t]*,[ \t]*|:[ \t]+/g, part =>
    /^["']/.test(part) ? part : part.startsWith(':') ? ': ' : ', ',
  )

/** Arrows of one statement share their parts: each place is changed once. */
function disjoint(edits: readonly Edit[]): readonly Edit[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let end = -1
  let start = -1
  return ordered.filter(({ span }) => {
    if (span.start < end || (span.start === start && span.end === end)) return false
    start = span.start
    end = span.end
    return true
  })
}
