// What looks at the drawing: zoom, minimap, the sides where it goes on.

import { button } from '../dom'
import type { Box } from '../overlay/box'
import { t } from '../translation'
import { createMinimap } from '../zoom/minimap'
import type { Transform } from '../zoom/transform'
import { createZoom, type Zoom } from '../zoom/zoom'
import type { Shown } from './displayed-drawing'
import type { Frame } from './frame'
import type { ViewportParts } from './viewport'

export interface Looked {
  readonly shown: () => Shown | undefined
  /** The picture has moved under what stands beside its parts. */
  readonly follow: () => void
  readonly leave: ViewportParts['leave']
}

/** Looks at whatever is shown. */
export const createLooking = (frame: Frame, { shown, follow, leave }: Looked) => {
  const minimap = createMinimap((x, y) => zoom.center(x, y))
  const content = (): Box => {
    const { width, height } = shown()?.layout.geometry.frame ?? { width: 0, height: 0 }
    return { x: 0, y: 0, width, height }
  }
  const inStage = (selector: string) => [...frame.stage.querySelectorAll(selector)]
  const keepMapClear = () => minimap.keepClear(inStage(labels), inStage(written))
  const zoom = createZoom({
    viewport: frame.viewport,
    stage: frame.stage,
    content,
    beginning: () => shown()?.overlay.beginning(),
    moved: () => {
      if (!shown()) return
      const seen = { width: frame.viewport.clientWidth, height: frame.viewport.clientHeight }
      minimap.follow(zoom.now(), seen)
      frame.fade(zoom.now(), seen, content())
      frame.percentage(zoom.now().scale)
      follow()
    },
    rested: () => {
      const now = shown()
      now?.overlay.rescale(zoom.now().scale)
      keepMapClear()
      if (now) leave(now.picture, zoom.chosen())
      follow()
    },
  })
  frame.window.append(minimap.element)
  frame.tools.append(...zoomTools(zoom, frame.shownScale))
  const lookAt = ({ layout, drawn, overlay }: Shown, left: Transform | 'again' | undefined) => {
    const ids = new Set(drawn.nodes.map(({ id }) => id))
    minimap.draw(layout.geometry, id => ids.has(id))
    if (left === 'again') zoom.settle()
    else zoom.open(left)
    overlay.rescale(zoom.now().scale)
    keepMapClear()
  }
  const clear = () => {
    minimap.element.hidden = true
    frame.empty()
  }
  return {
    lookAt,
    clear,
    keepMapClear,
    scale: () => zoom.now().scale,
    bringIntoView: zoom.bringIntoView,
    bringToMiddle: zoom.bringToMiddle,
  }
}

/** What keeps its size on screen. */
const labels = '.badge, .marker-pin, .difference-tag, .group-toggle'

/** What Mermaid writes beside lines, and nodes. */
const written = '.edgeLabel, .messageText, .node'

const zoomTools = ({ zoomBy, showAll, showNatural }: Zoom, shownScale: HTMLElement) => [
  button('−', () => zoomBy(0.8), { 'aria-label': t('Zoom out'), title: t('Zoom out (−)') }),
  shownScale,
  button('+', () => zoomBy(1.25), { 'aria-label': t('Zoom in'), title: t('Zoom in (+)') }),
  button(t('Fit'), showAll, { title: t('Show the whole diagram (0)') }),
  button('1:1', showNatural, { 'aria-label': t('1:1, natural size'), title: t('Natural size (1)') }),
]
