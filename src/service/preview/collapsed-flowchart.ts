// A flowchart's text written anew with collapsed groups: each a box, with the arrows that lead into it and out of it.

import type { Arrow, Diagram, Group, Node } from '../../syntax/tree'
import type { Span } from '../../text/span'
import type { Translate } from '../../text/translation'
import { type CollapsedParts, contentsText, drawnAs, mergedLabel, quotable } from './collapsed-box'

/** Everything that is not collapsed stays as the author wrote it. */
export function flowchartText(diagram: Diagram, drawn: CollapsedParts): string {
  const { text, header, keyword, direction = '' } = diagram
  return [
    `${text.slice(0, header.start)}${keyword} ${direction}`,
    ...contentsOf(undefined, diagram, drawn),
    ...arrowLines(diagram, drawn),
    ...styleLines(diagram, drawn),
    '',
  ].join('\n')
}

/** Nodes and groups in a group, or at the top. */
function contentsOf(parent: string | undefined, diagram: Diagram, drawn: CollapsedParts): readonly string[] {
  const nodes = diagram.nodes.filter(node => node.parent === parent).flatMap(node => nodeLines(node, diagram))
  const groups = diagram.groups
    .filter(group => group.parent === parent)
    .flatMap(group =>
      drawn.groups.has(group.id) ? [boxLine(group, diagram, drawn)] : groupLines(group, diagram, drawn),
    )
  return [...nodes, ...groups]
}

function nodeLines({ id, mentions, classes }: Node, { text, metadata }: Diagram): readonly string[] {
  const labelled = mentions.findLast(({ label }) => label !== undefined) ?? mentions[0]
  const written = labelled ? cut(text, labelled.label ? labelled.span : labelled.id) : id
  const properties = metadata.filter(({ target, comment }) => target === id && !comment)
  return [
    written,
    ...properties.map(({ span }) => cut(text, span)),
    ...classes.map(name => `class ${id} ${name}`),
  ]
}

function groupLines(group: Group, diagram: Diagram, drawn: CollapsedParts): readonly string[] {
  const { id, direction, span, idSpan } = group
  return [
    idSpan ? cut(diagram.text, span) : `subgraph ${id}["${quotable(group.text)}"]`,
    ...(direction === undefined ? [] : [`direction ${direction}`]),
    ...contentsOf(id, diagram, drawn),
    'end',
  ]
}

/** Drawn as several sheets, which is what it stands for. */
function boxLine({ id, text }: Group, diagram: Diagram, drawn: CollapsedParts): string {
  const label = `${quotable(text || id)}<br>${contentsText({ id }, diagram, drawn)}`
  return `${id}@{ shape: procs, label: "${label}" }`
}

function arrowLines(diagram: Diagram, drawn: CollapsedParts): readonly string[] {
  const { text, arrows } = diagram
  const { boxOf, groups, translate } = drawn
  return arrows.flatMap((arrow, index) => {
    if (drawn.arrows[index] !== index) return []
    const [from, to] = [boxOf(arrow.from), boxOf(arrow.to)]
    const merged = groups.has(from) || groups.has(to) ? drawnAs(index, diagram, drawn) : []
    return [`${from} ${merged.length > 1 ? mergedArrow(merged, translate) : cut(text, arrow.span)} ${to}`]
  })
}

function mergedArrow(arrows: readonly Arrow[], translate: Translate): string {
  const [first] = arrows
  const operator = first?.stroke === 'invisible' ? '~~~' : first?.stroke === 'dotted' ? '-.->' : '-->'
  return operator === '~~~' ? operator : `${operator}|"${quotable(mergedLabel(arrows, translate))}"|`
}

/** What says how things look, as far as they are drawn. Arrows are counted anew. */
function styleLines(diagram: Diagram, drawn: CollapsedParts): readonly string[] {
  const { text, statements, groups, nodes } = diagram
  const isDrawn = (id: string) => drawn.boxOf(id) === id
  const isGroup = new Set(groups.map(({ id }) => id))
  const isKnown = new Set([...isGroup, ...nodes.map(({ id }) => id)])
  return statements.flatMap(span => {
    const line = cut(text, span)
    const [word = '', target = ''] = line.split(/\s+/, 2)
    const rest = line.slice(line.indexOf(target, word.length) + target.length).trim()
    if (word === 'classDef') return [line]
    if (word === 'style') return isKnown.has(target) && isDrawn(target) ? [line] : []
    if (word === 'linkStyle') return linkStyle(target, rest, drawn)
    // Those of nodes stand beside them.
    const named = word === 'class' ? target.split(',').filter(id => isGroup.has(id) && isDrawn(id)) : []
    return named.length > 0 ? [`class ${named.join(',')} ${rest}`] : []
  })
}

function linkStyle(target: string, style: string, { arrows }: CollapsedParts): readonly string[] {
  if (target === 'default') return [`linkStyle default ${style}`]
  const kept = arrows.flatMap((drawn, index) => (drawn === index ? [index] : []))
  const places = target
    .split(',')
    .map(index => kept.indexOf(Number(index)))
    .filter(place => place >= 0)
  return places.length > 0 ? [`linkStyle ${places.join(',')} ${style}`] : []
}

const cut = (text: string, { start, end }: Span): string => text.slice(start, end)
