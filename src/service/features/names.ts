// The names in a diagram: which id stands at an offset, and every place that writes it.

import { directoryOf } from '../../model/annotations/metadata/directory'
import { readSettings } from '../../model/annotations/metadata/settings'
import { namesInTarget } from '../../model/annotations/metadata/targets'
import type { System } from '../../model/system'
import type { Attribute, Diagram, Reference } from '../../syntax/tree'
import { contains, encloses, type Span, span } from '../../text/span'

/** An id, with every place in the diagram's text that writes it, in order. */
export interface NamedThing {
  readonly id: string
  /** Where it is drawn first. */
  readonly definition: Span
  readonly places: readonly Span[]
}

/** The node, group or arrow whose id stands at an offset of the diagram's text. */
export function namedThingAt({ diagram }: System, offset: number): NamedThing | undefined {
  const here = [...drawnNames(diagram), ...otherNames(diagram)].find(({ span }) => contains(span, offset))
  return here && namedThing(diagram, here.id)
}

/** The node, group or arrow of an id. */
export function namedThing(diagram: Diagram, id: string): NamedThing | undefined {
  const drawn = drawnNames(diagram)
  const definition = drawn.find(each => each.id === id)
  if (!definition) return undefined
  const places = [...drawn, ...otherNames(diagram)].filter(each => each.id === id).map(({ span }) => span)
  return { id, definition: definition.span, places: inOrder(places) }
}

/** Where nodes, groups and arrows are drawn. */
function drawnNames(diagram: Diagram): readonly Reference[] {
  return [
    ...diagram.nodes.flatMap(({ id, mentions }) => mentions.map(mention => ({ id, span: mention.id }))),
    ...diagram.groups.flatMap(({ id, idSpan }) => (idSpan ? [{ id, span: idSpan }] : [])),
    ...diagram.arrows.flatMap(({ id, idSpan }) => (id !== undefined && idSpan ? [{ id, span: idSpan }] : [])),
  ]
}

/** Where they are named otherwise: in styles and the like, before metadata and in it, in settings. */
function otherNames(diagram: Diagram): readonly Reference[] {
  const directory = directoryOf(diagram)
  const settings = readSettings(diagram, directory.idOf)
  return [
    ...diagram.references,
    ...diagram.metadata.flatMap(block => namesInTarget(block, directory)),
    ...diagram.metadata
      .flatMap(({ attributes }) => attributes.filter(namesOthers))
      .flatMap(namesInValue(diagram)),
    ...settings.names.map(({ id, span: place }) => ({ id, span: unquoted(diagram.text, place) })),
  ]
}

/** Keys whose values may be ids. */
const namesOthers = ({ key }: Attribute): boolean => key === 'liveness' || key === 'readiness'

const namesInValue =
  ({ text }: Diagram) =>
  ({ valueSpan }: Attribute): readonly Reference[] =>
    Array.from(text.slice(valueSpan.start, valueSpan.end).matchAll(/[^\s,[\]"']+/g), ({ 0: id, index }) => ({
      id,
      span: span(valueSpan.start + index, valueSpan.start + index + id.length),
    }))

/** A value without the quotes around it. */
export function unquoted(text: string, { start, end }: Span): Span {
  const quoted = /^["']/.test(text.slice(start, end)) && text[start] === text[end - 1] && end - start > 1
  return quoted ? span(start + 1, end - 1) : span(start, end)
}

/** Each place once, the smallest of those that overlap. */
function inOrder(spans: readonly Span[]): Span[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
  return ordered.filter((place, index) => index === 0 || !encloses(place, ordered[index - 1]!))
}
