// Which element of Mermaid's drawing is which node and which arrow, by the marks each family leaves.

import type { PreviewModel } from '../../../service/preview/messages'
import type { PreviewArrow } from '../view'

/** What could not be told for sure is missing, and stays as Mermaid drew it. */
export interface DrawnParts {
  /** Nodes, and groups that no node shares its id with. */
  readonly nodes: ReadonlyMap<string, SVGGraphicsElement>
  /** By the arrow's place in the picture. */
  readonly arrows: ReadonlyMap<number, SVGGeometryElement>
}

export const findParts = (svg: SVGSVGElement, picture: PreviewModel): DrawnParts => {
  const kind = svg.getAttribute('aria-roledescription') ?? ''
  if (kind.startsWith('flowchart'))
    return { nodes: flowchartNodes(svg), arrows: linkedArrows(svg, picture.arrows) }
  if (kind === 'sequence') return { nodes: participants(svg), arrows: messages(svg, picture.arrows) }
  if (kind === 'c4') return { nodes: c4Nodes(svg, picture), arrows: relations(svg, picture.arrows) }
  if (kind === 'architecture') return { nodes: services(svg), arrows: linkedArrows(svg, picture.arrows) }
  return { nodes: new Map(), arrows: new Map() }
}

/** Elements by the id that is left when the drawing's own id and a prefix are taken off theirs. */
const byId = (svg: SVGSVGElement, selector: string, pattern: RegExp): [string, SVGGraphicsElement][] =>
  [...svg.querySelectorAll<SVGGraphicsElement>(selector)].flatMap(element => {
    const id = pattern.exec(element.id.slice(svg.id.length + 1))?.[1]
    return id === undefined ? [] : [[id, element]]
  })

const flowchartNodes = (svg: SVGSVGElement) =>
  new Map([
    ...byId(svg, 'g.cluster', /^(.+)$/s),
    ...byId(svg, 'g.node, g.icon-shape, g.image-shape', /^flowchart-(.+)-\d+$/s),
  ])

const c4Nodes = (svg: SVGSVGElement, { groups }: PreviewModel) =>
  new Map([...boundaries(svg, groups), ...byId(svg, 'g.c4-shape', /^(.+)$/s)])

/** C4 leaves no names at its boundaries either, but it draws each after those in it, its label after its frame. */
const boundaries = (
  svg: SVGSVGElement,
  groups: PreviewModel['groups'],
): readonly (readonly [string, SVGGraphicsElement])[] => {
  const inOrderOf = (parent: string | undefined): PreviewModel['groups'] =>
    groups.filter(group => group.parent === parent).flatMap(group => [...inOrderOf(group.id), group])
  const drawn = inOrderOf(undefined)
  const frames = [...svg.querySelectorAll<SVGGElement>(':scope > g:not(.c4-shape)')].flatMap(
    ({ children: [frame, label] }) =>
      frame instanceof SVGRectElement && label instanceof SVGTextElement ? [{ frame, label }] : [],
  )
  if (frames.length !== drawn.length) return []
  return drawn.flatMap(({ id, text }, place) => {
    const { frame, label } = frames[place]!
    return unspaced(text).startsWith(unspaced(label.textContent ?? '')) ? [[id, frame] as const] : []
  })
}

const unspaced = (text: string) => text.replace(/\s/g, '')

const services = (svg: SVGSVGElement) =>
  new Map([
    ...byId(svg, '.architecture-groups rect', /^group-(.+)$/s),
    ...byId(svg, '.architecture-junction rect', /^node-(.+)$/s),
    ...byId(svg, '.architecture-service', /^service-(.+)$/s),
  ])

const participants = (svg: SVGSVGElement) =>
  new Map(
    [...svg.querySelectorAll<SVGGraphicsElement>('[data-et="participant"]')].map(element => [
      element.dataset.id ?? '',
      element,
    ]),
  )

/**
 * Mermaid names a link after its ends and a number: the first between two nodes is 0, the second 2, then 3.
 * Links with an id of the author's own are what is left over, in order.
 */
const linkedArrows = (svg: SVGSVGElement, arrows: readonly PreviewArrow[]) => {
  const paths = [...svg.querySelectorAll<SVGPathElement>('path[data-edge], .architecture-edges path.edge')]
  const named = new Map(paths.map(path => [path.id.slice(svg.id.length + 1), path]))
  const between = new Map<string, number>()
  const found = new Map<number, SVGGeometryElement>()
  for (const { index, from, to } of arrows) {
    const pair = `L_${from}_${to}_`
    const before = between.get(pair) ?? 0
    between.set(pair, before + 1)
    const name = `${pair}${before === 0 ? 0 : before + 1}`
    const path = named.get(name)
    if (path) found.set(index, path)
    named.delete(name)
  }
  const left = [...named.values()]
  const missing = arrows.filter(arrow => !found.has(arrow.index))
  if (left.length !== missing.length) return found
  return new Map([...found, ...missing.map((arrow, place) => [arrow.index, left[place]!] as const)])
}

const messages = (svg: SVGSVGElement, arrows: readonly PreviewArrow[]) =>
  inOrder(
    [...svg.querySelectorAll<SVGGeometryElement>('[data-et="message"]')],
    arrows,
    (element, arrow) => element.dataset.from === arrow.from && element.dataset.to === arrow.to,
  )

/** C4 leaves no names at its lines, but it draws them in the order of the text. */
const relations = (svg: SVGSVGElement, arrows: readonly PreviewArrow[]) =>
  inOrder(
    [...svg.querySelectorAll<SVGGeometryElement>('g > line, g > path')].filter(
      element => element.hasAttribute('marker-end') || element.hasAttribute('marker-start'),
    ),
    arrows,
    () => true,
  )

const inOrder = (
  elements: readonly SVGGeometryElement[],
  arrows: readonly PreviewArrow[],
  fits: (element: SVGGeometryElement, arrow: PreviewArrow) => boolean,
) => {
  const found = new Map<number, SVGGeometryElement>()
  if (elements.length !== arrows.length) return found
  arrows.forEach((arrow, place) => {
    const element = elements[place]
    if (element && fits(element, arrow)) found.set(arrow.index, element)
  })
  return found
}
