// Lines about looks and links that name something the picture doesn't draw, or not yet.

import { headlineOf } from '../../model/headline'
import type { System } from '../../model/system'
import { nearest, plain } from '../../syntax/nearest'
import type { Diagram, Reference } from '../../syntax/tree'
import { lineToRemove } from '../../text/lines'
import { encloses } from '../../text/span'
import { enumeratedFirst } from '../fixes/enumeration'
import { movedToEnd } from '../fixes/move-lines'
import { defineRule, fixOnDemand, type Report } from '../rule'

export const styledNothing = defineRule({
  id: 'styled-nothing',
  category: 'syntax',
  speaksOf: 'writing',
  summary:
    'A style, class or link is for something that the diagram does not draw, or draws only further down.',
  presets: { sketch: 'hint' },
  raised: 'warning',
  everyDiagram: true,
  byGroups: true,
  fixable: 'review',
  options: {},

  *check({ diagram }) {
    const lines = linesAboutLooks(diagram)
    if (lines.length === 0) return
    const drawn = drawnIn(diagram, lines)
    const early = tooEarly(diagram, lines, drawn)
    if (early.length > 0) yield judgeEarly(early, diagram)
    const boxes = new Set(diagram.nodes.map(({ id }) => id))
    const unknown = firstOfEach(lines.filter(({ id }) => !drawn.has(id)))
    const misspelled = unknown.flatMap(line => {
      const meant = meantBy(line, lines, drawn)
      return meant === undefined ? [] : [{ line, meant }]
    })
    const left = unknown.filter(each => !misspelled.some(({ line }) => line === each))
    const listed = left.filter(line => boxes.has(line.id) && isList(line, drawn))
    const stray = left.filter(line => boxes.has(line.id) && !listed.includes(line))
    const idle = left.filter(({ id }) => !boxes.has(id))
    if (listed.length > 0) yield judgeListed(listed, diagram)
    for (const { line, meant } of misspelled) yield judgeMisspelled(line, meant, boxes.has(line.id))
    if (stray.length > 0) yield judgeStray(stray, diagram)
    // Names of a list that stands in the wrong place are no second mistake.
    if (idle.length > 0 && early.length === 0) yield judgeIdle(idle)
  },
})

/** One name in such a line. */
interface Line extends Reference {
  /** `style`, `class`, `click`, `UpdateElementStyle` … */
  readonly verb: string
}

const firstOfEach = (lines: readonly Line[]): readonly Line[] =>
  [...new Map(lines.toReversed().map(each => [each.id, each])).values()].toReversed()

/** Groups name themselves, and relations are read elsewhere; a layout has numbers. */
const linesAboutLooks = ({ references, text }: Diagram): readonly Line[] =>
  references.flatMap(({ id, span }) => {
    const before = text.slice(Math.max(0, span.start - longestStatement), span.start)
    const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf(';')) + 1
    const [, word, macro] = statement.exec(before.slice(start)) ?? []
    const verb = word ?? macro
    return verb !== undefined && /\p{L}/u.test(id) ? [{ id, span, verb }] : []
  })

/** In characters, so that a text in one line is not read again and again. */
const longestStatement = 2000

const statement = /^\s*(?:(style|class|click)\s|(Update(?:Rel|Element|Boundary)Style)\s?\()/

/** By a line of its own: `style` alone makes a box as well. A box with `:::` behind it is drawn where it refers to itself. */
function drawnIn({ nodes, groups, arrows }: Diagram, lines: readonly Line[]): ReadonlySet<string> {
  const mentioned = new Set(lines.map(({ span }) => span.start))
  const own = nodes.filter(({ mentions }) => mentions.some(({ id }) => !mentioned.has(id.start)))
  return new Set([...own, ...groups, ...arrows].flatMap(({ id }) => id ?? []))
}

/** Mermaid gives a class, a link or a look to what it has read by then; `style` alone is kept for later. */
function tooEarly(diagram: Diagram, lines: readonly Line[], drawn: ReadonlySet<string>): readonly Line[] {
  const known = knownFrom(diagram)
  const waits = ({ verb }: Line) => verb !== 'style' && verb !== 'UpdateRelStyle'
  const isInTime = ({ id, span }: Line) => span.start > (known.get(id) ?? Number.POSITIVE_INFINITY)
  const settled = new Set(lines.filter(line => waits(line) && isInTime(line)).map(({ id }) => id))
  return lines.filter(line => waits(line) && drawn.has(line.id) && !settled.has(line.id) && !isInTime(line))
}

/** Where each id is first read: a subgraph is known behind its `end`, a boundary where it begins. Arrows have ids, too. */
function knownFrom({ nodes, groups, arrows }: Diagram): ReadonlyMap<string, number> {
  const known = new Map(
    groups.map(({ id, span, whole, variant }) => [id, variant === 'subgraph' ? whole.end : span.start]),
  )
  for (const { id, span } of arrows) if (id !== undefined) known.set(id, span.start)
  for (const { id, mentions } of nodes) {
    const first = mentions[0]?.id.start
    if (first !== undefined) known.set(id, Math.min(first, known.get(id) ?? first))
  }
  return known
}

function judgeEarly(early: readonly Line[], diagram: Diagram): Report {
  const names = new Map([...diagram.nodes, ...diagram.groups].map(each => [each.id, headlineOf(each).name]))
  const statements = statementsOf(early, diagram)
  const [first, ...others] = [
    ...new Map(early.toReversed().map(each => [statements.get(each), each])).values(),
  ].toReversed()
  const isOne = others.length === 0
  const called = [...new Set(early.map(({ id }) => names.get(id) || id))]
  const moved = movedToEnd(diagram.text, [...new Set(statements.values())])
  return {
    at: first!.span,
    message: `${enumeratedFirst(called)} ${called.length > 1 ? 'stand' : 'stands'} below ${isOne ? 'this line' : 'these lines'}. Mermaid applies a ${whatOf(early)} only to what it has read by then, so ${called.length > 1 ? 'they are' : 'it is'} drawn without. Move ${isOne ? 'the line' : 'the lines'} below the boxes and groups.`,
    related: others.map(({ span }) => ({ at: span, message: 'This line stands above what it names, too' })),
    fixes: moved
      ? [{ title: `Move ${isOne ? 'the line' : 'the lines'} to the end`, edits: moved, safe: false }]
      : [],
  }
}

function whatOf(lines: readonly Line[]): string {
  if (lines.every(({ verb }) => verb === 'class')) return 'class'
  if (lines.every(({ verb }) => verb === 'click')) return 'link'
  return lines.some(({ verb }) => verb === 'click') ? 'class or link' : 'style'
}

const statementsOf = (lines: readonly Line[], { statements }: Diagram) =>
  new Map(lines.map(line => [line, statements.find(each => encloses(each, line.span)) ?? line.span]))

/** A name that another line of the kind has already is no slip of the pen, nor is one of another number. */
function meantBy({ id, verb }: Line, lines: readonly Line[], drawn: ReadonlySet<string>): string | undefined {
  const styled = new Set(lines.filter(line => line.verb === verb).map(line => line.id))
  const meant = nearest(
    id,
    [...drawn].filter(each => !styled.has(each)),
  )
  if (meant === undefined || withoutDigits(meant) === withoutDigits(id)) return undefined
  return plain(meant) === plain(id) || id.length >= shortestMisspelled ? meant : undefined
}

const withoutDigits = (id: string): string => id.replace(/\d+/g, '')

/** Shorter ids are abbreviations: one letter makes another of them. */
const shortestMisspelled = 4

function judgeMisspelled({ id, span }: Line, meant: string, makesBox: boolean): Report {
  return {
    at: span,
    raised: makesBox,
    message: `${makesBox ? `Nothing else names \`${id}\`, so this line draws a box of its own, called \`${id}\`.` : `Nothing in the diagram has the id \`${id}\`, so this line has no effect.`} Did you mean \`${meant}\`?`,
    fixes: [{ title: `Write \`${meant}\``, edits: [{ span, text: meant }], safe: false }],
  }
}

/** `style a,b fill:…`: what `class` takes, `style` does not. */
const isList = ({ id, verb }: Line, drawn: ReadonlySet<string>): boolean =>
  verb === 'style' && id.includes(',') && id.split(',').every(each => drawn.has(each))

function judgeListed(listed: readonly Line[], diagram: Diagram): Report {
  const [first, ...others] = listed
  const edits = listed.flatMap(({ id, span }) => {
    const statement = diagram.statements.find(each => encloses(each, span))
    if (!statement) return []
    const text = diagram.text.slice(statement.start, statement.end).trimEnd()
    const start = diagram.text.lastIndexOf('\n', span.start - 1) + 1
    const indent = /^[ \t]*/.exec(diagram.text.slice(start))?.[0] ?? ''
    const lines = id.split(',').map(each => text.trimStart().replace(id, () => each))
    return [
      {
        span: { start: statement.start, end: statement.start + text.length },
        text: lines.join(`\n${indent}`),
      },
    ]
  })
  return {
    at: first!.span,
    raised: true,
    message: `A style line takes one id, so Mermaid draws a box of its own, called \`${first!.id}\`, and the boxes in it keep their looks. Write one style line for each, or give them a class, which takes a list.`,
    related: others.map(({ id, span }) => ({ at: span, message: `This line draws \`${id}\`` })),
    fixes: [{ title: 'Write a style line for each', edits, safe: false }],
  }
}

/** What `style` draws by mistake. */
function judgeStray(stray: readonly Line[], diagram: Diagram): Report {
  const names = enumeratedFirst(stray.map(({ id }) => `\`${id}\``))
  const [first, ...others] = stray
  const isOne = others.length === 0
  const removed = () =>
    stray.flatMap(({ id }) =>
      diagram.statements
        .filter(({ start, end }) => styleOf(diagram.text.slice(start, end)) === id)
        .map(each => ({ span: lineToRemove(diagram.text, each), text: '' })),
    )
  return {
    at: first!.span,
    raised: true,
    message: isOne
      ? `Nothing else names ${names}, so this line draws a box of its own, called ${names}. Write the id of a box or group, or remove the line.`
      : `Nothing else names ${names}, so these lines draw boxes of their own by these names. Write ids of boxes or groups, or remove the lines.`,
    related: others.map(({ id, span }) => ({ at: span, message: `This line draws \`${id}\`` })),
    // Lines beside each other share the break between them: one at a time.
    fixes: isOne ? [fixOnDemand('Remove the line', removed)] : [],
  }
}

const styleOf = (text: string): string | undefined => /^\s*style\s+(\S+)/.exec(text)?.[1]

/** One for all of a diagram that were left behind together, unless they are from a list that several diagrams share. */
function judgeIdle(idle: readonly Line[]): Report {
  const names = enumeratedFirst(idle.map(({ id }) => `\`${id}\``))
  const [first, ...others] = idle
  return {
    at: first!.span,
    message: `Nothing in the diagram has the id ${names}, so ${others.length > 0 ? 'these lines have' : 'this line has'} no effect on ${others.length > 0 ? 'them' : 'it'}. Write the id of a box or group, or remove the name.`,
    related: others.map(({ id, span }) => ({ at: span, message: `nor \`${id}\`` })),
    refutedBy: other => isDrawnIn(other, idle),
  }
}

function isDrawnIn({ diagram: { nodes, groups } }: System, idle: readonly Line[]): boolean {
  const drawn = new Set([...nodes, ...groups].map(({ id }) => id))
  return idle.every(({ id }) => drawn.has(id))
}
