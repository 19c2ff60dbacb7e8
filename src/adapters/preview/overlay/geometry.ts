// Where Mermaid put things, measured once for each drawing, in the drawing's own coordinates.

import type { Breaths } from '../breaths'
import { keyOf } from '../target'
import { type Box, createObstacles, grow, type Obstacles, type Point } from './box'
import type { DrawnParts } from './parts'
import { pointSpacing, tracePath } from './path-points'

export interface Geometry {
  /** The drawing's own frame. */
  readonly frame: Box
  readonly nodes: ReadonlyMap<string, Box>
  readonly texts: readonly Box[]
  readonly arrows: ReadonlyMap<number, Segment>
  /** Lines and frames that are no arrows: lifelines, notes, labels of fragments. */
  readonly others: readonly Box[]
}

/** An arrow as Mermaid drew it. */
export interface Segment {
  /** Close enough that nothing slips between two. */
  readonly points: readonly Point[]
  readonly length: number
  /** From the element's own coordinates to the drawing's. */
  readonly matrix: DOMMatrix | undefined
  readonly strokeWidth: number
  readonly dashed: boolean
}

export const measure = async (svg: SVGSVGElement, parts: DrawnParts, breaths: Breaths): Promise<Geometry> => {
  const { x, y, width, height } = svg.viewBox.baseVal
  const nodes = boxesOf(svg, parts.nodes)
  await breaths.breathe()
  const texts = visible(svg, 'text, foreignObject')
  await breaths.breathe()
  const arrows = linesOf(svg, parts.arrows)
  await breaths.breathe()
  const others = visible(svg, '.note, .labelBox, .actor-line, .actor-bottom, [class^=activation]')
  return { frame: { x, y, width, height }, nodes, texts, arrows, others }
}

const boxesOf = (svg: SVGSVGElement, nodes: DrawnParts['nodes']): Geometry['nodes'] => {
  const matrixOf = matricesIn(svg)
  return new Map([...nodes].map(([id, element]) => [id, mapped(element.getBBox(), matrixOf(element))]))
}

const visible = (svg: SVGSVGElement, selector: string): Box[] => {
  const matrixOf = matricesIn(svg)
  return [...svg.querySelectorAll<SVGGraphicsElement>(selector)]
    .filter(element => !element.closest('defs, marker'))
    .map(element => mapped(element.getBBox(), matrixOf(element)))
    .filter(box => box.width > 0 || box.height > 0)
}

const linesOf = (svg: SVGSVGElement, arrows: DrawnParts['arrows']): Geometry['arrows'] => {
  const matrixOf = matricesIn(svg)
  return new Map(
    [...arrows].flatMap(([index, element]) => {
      const line = lineOf(element, matrixOf(element))
      return line ? [[index, line]] : []
    }),
  )
}

/** From elements to the drawing; for as long as nobody moves it. */
const matricesIn = (svg: SVGSVGElement): ((element: SVGGraphicsElement) => DOMMatrix | undefined) => {
  const toRoot = svg.getScreenCTM()?.inverse()
  const measured = (element: SVGGraphicsElement) => {
    const matrix = element.getScreenCTM()
    return matrix && toRoot ? toRoot.multiply(matrix) : undefined
  }
  const shared = new Map<Element | null, DOMMatrix | undefined>()
  return element => {
    // What has no transform of its own lies as all of its parent's do.
    if (element.hasAttribute('transform') || element.style.transform) return measured(element)
    const { parentElement: parent } = element
    if (!shared.has(parent)) shared.set(parent, measured(element))
    return shared.get(parent)
  }
}

/**
 * Everything that a badge must not cover, and around nodes as much as keeps it nearer to its own. Of groups that is the
 * frame: things lie inside them. `unit` is how much of the drawing a pixel is.
 */
export const obstaclesOf = (geometry: Geometry, isNode: (id: string) => boolean, unit: number): Obstacles => {
  const obstacles = createObstacles()
  for (const [id, box] of geometry.nodes) {
    if (isNode(id)) obstacles.add(grow(box, aloof * unit), id)
    else for (const side of sidesOf(box)) obstacles.add(grow(side, unit), id)
  }
  for (const box of [...geometry.texts, ...geometry.others]) obstacles.add(grow(box, 1))
  for (const [index, { points }] of geometry.arrows) {
    const owner = keyOf({ kind: 'arrow', index })
    points.slice(1).forEach((point, place) => {
      obstacles.add(grow(spanned(points[place] ?? point, point), pointSpacing / 2), owner)
    })
  }
  return obstacles
}

/** Lines without a width. */
const sidesOf = ({ x, y, width, height }: Box): readonly Box[] => [
  { x, y, width, height: 0 },
  { x, y: y + height, width, height: 0 },
  { x, y, width: 0, height },
  { x: x + width, y, width: 0, height },
]

const spanned = (one: Point, other: Point): Box => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
})

/** Pixels: more than the usual distance of a badge from its own node. */
const aloof = 6

const lineOf = (element: SVGGeometryElement, matrix: DOMMatrix | undefined): Segment | undefined => {
  const line = tracePath(pathDataOf(element))
  if (!line) return undefined
  const { strokeWidth, strokeDasharray } = getComputedStyle(element)
  return {
    points: matrix && !matrix.isIdentity ? line.points.map(point => moved(point, matrix)) : line.points,
    length: line.length,
    matrix,
    strokeWidth: Number.parseFloat(strokeWidth) || 1,
    dashed: /[1-9]/.test(strokeDasharray),
  }
}

const pathDataOf = (element: SVGGeometryElement): string => {
  if (!(element instanceof SVGLineElement)) return element.getAttribute('d') ?? ''
  const { x1, y1, x2, y2 } = element
  return `M${x1.baseVal.value} ${y1.baseVal.value}L${x2.baseVal.value} ${y2.baseVal.value}`
}

const moved = ({ x, y }: Point, { a, b, c, d, e, f }: DOMMatrix): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
})

const mapped = ({ x, y, width, height }: DOMRect, matrix: DOMMatrix | undefined): Box => {
  if (!matrix) return { x, y, width, height }
  const one = moved({ x, y }, matrix)
  const other = moved({ x: x + width, y: y + height }, matrix)
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(other.x - one.x),
    height: Math.abs(other.y - one.y),
  }
}
