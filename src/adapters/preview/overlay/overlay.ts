// Everything that lies over Mermaid's drawing: colored arrows, badges, findings, the selection.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { svg as create } from '../dom'
import type { Theme } from '../theme'
import { flowOf, type PreviewNode, type View } from '../view'
import { paintArrows } from './arrows'
import type { Ground } from './background'
import { type BadgeScene, hoverBadge, placeBadges } from './badges'
import { type Box, union } from './box'
import { obstaclesOf } from './geometry'
import { makeTouchable } from './hit-areas'
import { canPin, placeMarkers } from './markers'
import { select } from './selection'

export interface Overlay {
  readonly show: (view: View) => void
  /** Puts a halo around the target and returns it, if the drawing has the target. */
  readonly select: (target: PreviewTarget | undefined) => Element | undefined
  /** The drawing with what lies over and beside it, from the drawing's top left corner. */
  readonly extent: () => Box
  /** The component where the flow on show starts, likewise. */
  readonly beginning: () => Box | undefined
  readonly canPin: (target: PreviewTarget) => boolean
  readonly remove: () => void
}

export interface OverlayParts {
  readonly svg: SVGSVGElement
  readonly ground: Ground
  readonly picture: PreviewModel
  readonly theme: Theme
  readonly reveal: (target: PreviewTarget) => void
  readonly openFindings: (target: PreviewTarget, anchor: Element) => void
}

/** Lays itself over a drawing; `show` makes it visible. */
export const createOverlay = ({
  svg,
  ground,
  picture,
  theme,
  reveal,
  openFindings,
}: OverlayParts): Overlay => {
  const { parts, geometry } = ground
  const ids = new Set(picture.nodes.map(node => node.id))
  let selected: PreviewTarget | undefined
  let layer = create('g')
  let filled: Box[] = []
  let start: string | undefined
  let undo = () => {}

  const clear = () => {
    undo()
    layer.remove()
  }
  const show = (view: View) => {
    clear()
    layer = create('g', { class: 'overlay' })
    svg.append(layer)
    const flow = flowOf(picture, view)
    start = flow?.from
    const mode = picture.architecture.value && flow ? view.mode : 'plain'
    const obstacles = obstaclesOf(geometry, id => ids.has(id))
    const badges = flow && { layer, theme, mode, flow, boxes: geometry.nodes }
    const unpaint = flow
      ? paintArrows(svg, { parts, lines: geometry.arrows }, { mode, flow, theme })
      : () => {}
    const hover = hovering(badges)
    const untouch = makeTouchable(layer, ground, { picture, flow, touch: { reveal, point: hover } })
    const pins = { layer, theme, nodes: geometry.nodes, arrows: geometry.arrows, open: openFindings }
    const pinned = placeMarkers(pins, picture.findings, obstacles)
    filled = [...pinned, ...(badges ? placeBadges(badges, picture.nodes, obstacles) : [])]
    undo = () => {
      unpaint()
      untouch()
    }
    choose(selected)
  }
  const choose = (target: PreviewTarget | undefined) => {
    selected = target
    return select({ layer, theme, ground }, target)
  }
  const fromCorner = ({ x, y, ...size }: Box): Box => ({
    x: x - geometry.frame.x,
    y: y - geometry.frame.y,
    ...size,
  })
  return {
    show,
    select: choose,
    extent: () => fromCorner(union([geometry.frame, ...filled]) ?? geometry.frame),
    beginning: () => {
      const entry = start === undefined ? undefined : geometry.nodes.get(start)
      return entry && fromCorner(entry)
    },
    canPin: target => canPin(geometry, target),
    remove: clear,
  }
}

/** Shows the badge of the node pointed at, unless it wears one. */
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
