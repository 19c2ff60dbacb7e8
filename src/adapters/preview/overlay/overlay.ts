// Everything that lies over Mermaid's drawing: colored arrows, badges, findings, the selection.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { svg as create } from '../dom'
import type { Theme } from '../theme/theme'
import { type ColorMode, flowOf, type PreviewFlow, type PreviewNode, type View } from '../view'
import { type ArrowPaint, paintArrows } from './arrows'
import { type BadgeScene, hoverBadge, placeBadges } from './badges'
import { type Box, type Point, union } from './box'
import { showDifferences } from './differences'
import { obstaclesOf } from './geometry'
import { placeToggles } from './group-toggles'
import { makeInteractive, type PartActions } from './hit-areas'
import type { DrawingLayout } from './layout'
import { canPin, placeMarkers } from './markers'
import { showOutage } from './outage'
import { seenAtFirst } from './seen'
import { createHalos } from './selection'
import { tintNodes } from './tints'

export interface Overlay {
  readonly show: (view: View) => void
  /** Places badges and findings for a picture shown at this scale; before that is known there are none. */
  readonly rescale: (scale: number) => void
  /** Puts a halo around the target and returns it, if the drawing has the target. */
  readonly select: (target: PreviewTarget | undefined) => Element | undefined
  /** Halos around what a search found, in place of those before. */
  readonly mark: (targets: readonly PreviewTarget[]) => void
  /** The drawing with what lies over and beside it, from the drawing's top left corner. */
  readonly extent: () => Box
  /** The component where the flow on show starts, likewise. */
  readonly beginning: () => Box | undefined
  readonly canPin: (target: PreviewTarget) => boolean
  readonly remove: () => void
}

export interface OverlayParts {
  readonly svg: SVGSVGElement
  readonly layout: DrawingLayout
  /** As it is drawn. */
  readonly picture: PreviewModel
  /** Those of the design, whether drawn as boxes or not. */
  readonly groups: PreviewModel['groups']
  readonly theme: Theme
  readonly reveal: (target: PreviewTarget) => void
  readonly openFindings: (target: PreviewTarget) => void
  readonly hoverCard: PartActions['hoverCard']
  /** Opens the menu of a part at a place of the window. */
  readonly openMenu: (target: PreviewTarget, at: Point) => void
  /** Tries a component as down, or as up again. */
  readonly toggleDown: (id: string) => void
  /** Collapses a group, or the one around a component, or opens it again. */
  readonly toggleGroup: (id: string) => void
}

/** Lays itself over a drawing; `show` makes it visible. */
export const createOverlay = (parts: OverlayParts): Overlay => {
  const { svg, layout, picture, theme } = parts
  const { geometry } = layout
  const halos = createHalos(() => ({ layer, theme, layout }))
  let layer = create('g')
  let flow: PreviewFlow | undefined
  let mode: ColorMode = 'plain'
  let unit: number | undefined
  let labels: Labels | undefined
  let undo = () => {}
  const clear = () => {
    undo()
    layer.remove()
  }
  const label = () => {
    labels?.layer.remove()
    if (unit === undefined) return
    labels = labelsFor(parts, { flow, mode, unit })
    layer.append(labels.layer)
  }
  const show = (view: View) => {
    clear()
    layer = create('g', { class: 'overlay' })
    svg.append(layer)
    flow = flowOf(picture, view)
    mode = picture.architecture.value && flow ? view.mode : 'plain'
    const unpaint = paint(svg, layout, flow && { mode, flow, theme })
    const actions: PartActions = { ...parts, point: node => labels?.hover(node) }
    const unlisten = makeInteractive(layer, layout, { picture, flow, actions })
    const restore = showOutage({ layer, theme, layout, picture, flow })
    label()
    undo = () => {
      restore()
      unpaint()
      unlisten()
    }
    halos.again()
  }
  return {
    show,
    rescale: scale => {
      if (unit !== undefined && Math.abs(unit * scale - 1) < 0.02) return
      unit = 1 / scale
      label()
    },
    select: halos.select,
    mark: halos.mark,
    extent: () =>
      movedBy(union([geometry.frame, ...(labels?.filled ?? [])]) ?? geometry.frame, geometry.frame),
    beginning: () => {
      const entry = flow && geometry.nodes.get(flow.from)
      return entry && movedBy(entry, geometry.frame)
    },
    canPin: target => canPin(geometry, target),
    remove: clear,
  }
}

const paint = (svg: SVGSVGElement, { parts, geometry }: DrawingLayout, painting: ArrowPaint | undefined) => {
  if (!painting) return () => {}
  const { mode, flow, theme } = painting
  const unpaint = paintArrows(svg, { parts, lines: geometry.arrows }, painting)
  const untint = mode === 'utilization' ? tintNodes(parts, flow, theme) : () => {}
  return () => {
    untint()
    unpaint()
  }
}

const movedBy = ({ x, y, ...size }: Box, origin: Point): Box => ({
  x: x - origin.x,
  y: y - origin.y,
  ...size,
})

interface Labels {
  readonly layer: SVGGElement
  readonly filled: Box[]
  /** Shows the badge of the node pointed at, unless it wears one. */
  readonly hover: (node: PreviewNode | undefined) => void
}

interface Labeling {
  readonly flow: PreviewFlow | undefined
  readonly mode: ColorMode
  readonly unit: number
}

/** What keeps its size on screen: findings and differences first, since none of them is left out, then badges. */
const labelsFor = (
  { layout, picture, groups, theme, openFindings, toggleGroup }: OverlayParts,
  { flow, mode, unit }: Labeling,
): Labels => {
  const layer = create('g')
  const { geometry } = layout
  const ids = new Set(picture.nodes.map(node => node.id))
  const obstacles = obstaclesOf(geometry, id => ids.has(id), unit)
  const toggles = { layer, theme, unit, boxes: geometry.nodes, toggle: toggleGroup }
  const toggled = placeToggles(toggles, groups, obstacles)
  const { frame, nodes: boxes, arrows } = geometry
  const seen = seenAtFirst(frame, unit)
  const pins = { layer, theme, unit, seen, nodes: boxes, arrows, open: openFindings }
  const pinned = placeMarkers(pins, picture.findings, obstacles)
  const { comparison } = picture
  const tagged = comparison ? showDifferences({ layer, theme, layout, unit }, comparison, obstacles) : []
  const scene = flow && { layer, theme, mode, flow, boxes, frame, unit }
  const placed = scene ? placeBadges(scene, picture.nodes, obstacles) : []
  return { layer, filled: [...toggled, ...pinned, ...tagged, ...placed], hover: hovering(scene) }
}

const hovering = (scene: BadgeScene | undefined) => {
  let hide: (() => void) | undefined
  return (node: PreviewNode | undefined) => {
    hide?.()
    hide = undefined
    if (!scene || !node) return
    const worn = [...scene.layer.querySelectorAll<SVGGElement>('.badge')].some(
      ({ dataset }) => dataset.node === node.id,
    )
    if (!worn) hide = hoverBadge(scene, node)
  }
}
