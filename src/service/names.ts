// The names in a diagram: which id stands at an offset, and every place that writes it.

import { directoryOf } from '../model/annotations/directory'
import type { System } from '../model/system'
import type { Diagram, Metadata } from '../syntax/tree'
import { contains, type Span } from '../text/span'

/** An id, with every place in the diagram's text that writes it, in order. */
export interface NamedThing {
  readonly id: string
  /** Where it is drawn first. */
  readonly definition: Span
  readonly places: readonly Span[]
}

/** The node, group or arrow whose id stands at an offset of the diagram's text. */
export function namedThingAt({ diagram }: System, offset: number): NamedThing | undefined {
  for (const { id, places } of drawnNames(diagram)) {
    const [definition] = places
    if (!definition) continue
    const mentioned = [
      ...places,
      ...diagram.metadata.flatMap(block => placesInTarget(block, id)),
      ...placesInSettings(diagram, id),
    ]
    if (mentioned.some(place => contains(place, offset)))
      return { id, definition, places: inOrder(mentioned) }
  }
  return undefined
}

function drawnNames(diagram: Diagram): Omit<NamedThing, 'definition'>[] {
  const { nodes, groups } = diagram
  const arrows = [...directoryOf(diagram).arrowsById].map(([id, index]) => {
    const span = diagram.arrows[index]?.idSpan
    return { id, places: span ? [span] : [] }
  })
  return [
    ...nodes.map(({ id, mentions }) => ({ id, places: mentions.map(mention => mention.id) })),
    ...groups.map(({ id, idSpan }) => ({ id, places: idSpan ? [idSpan] : [] })),
    ...arrows,
  ]
}

/** Where a block's target writes an id: alone, or as an end of `a->b`. */
function placesInTarget({ target, targetSpan: { start } }: Metadata, id: string): Span[] {
  const at = (offset: number) => ({ start: start + offset, end: start + offset + id.length })
  if (target === id) return [at(0)]
  if (target === `"${id}"`) return [at(1)]
  const whole = target.replace(/\s*#\d+$/, '')
  return ['', '"'].flatMap(quote => {
    const name = quote + id + quote
    const first = whole.startsWith(name) && isOperator(whole[name.length]) ? [at(quote.length)] : []
    const last = whole.endsWith(name) && isOperator(whole[whole.length - name.length - 1])
    return last ? [...first, at(whole.length - name.length + quote.length)] : first
  })
}

const isOperator = (character: string | undefined): boolean =>
  character !== undefined && /[\s\-=.~<>)|\\/:]/.test(character)

/** Where objectives and entries write an id: in `%% arrowsmith: { … }` and in the frontmatter. */
function placesInSettings({ text, comments, frontmatter }: Diagram, id: string): Span[] {
  const settings = comments.filter(comment => /^arrowsmith\s*:/.test(comment.text)).map(({ span }) => span)
  const sources =
    frontmatter && /^arrowsmith\s*:/m.test(frontmatter.text) ? [frontmatter.span, ...settings] : settings
  return sources.flatMap(source =>
    [
      ...text
        .slice(source.start, source.end)
        .matchAll(/\b(?:(?:from|to)\s*:\s*|entries\s*:\s*\[)([^\],}\r\n]*(?:,[^\]}\r\n]*\])?)/g),
    ].flatMap(({ 0: whole, 1: names = '', index }) =>
      [...names.matchAll(/[^\s,"'[\]]+/g)]
        .filter(([name]) => name === id)
        .map(name => {
          const start = source.start + index + whole.length - names.length + name.index
          return { start, end: start + id.length }
        }),
    ),
  )
}

/** Each place once. */
function inOrder(spans: readonly Span[]): Span[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start)
  return ordered.filter((span, index) => span.start !== ordered[index - 1]?.start)
}
