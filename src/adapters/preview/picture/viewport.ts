// The picture area: Mermaid's drawing with its overlay, looked at through pan and zoom.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { button } from '../dom'
import { type ExportChosen, exported } from '../export/exports'
import type { Send } from '../host'
import type { Box, Size } from '../overlay/box'
import { readTheme } from '../theme/theme'
import type { View } from '../view'
import { createMinimap } from '../zoom/minimap'
import type { Transform } from '../zoom/transform'
import { createZoom, type Zoom } from '../zoom/zoom'
import { createCard } from './card'
import { drawingFor, isSameDiagram, type Job, layOver, type Shown } from './displayed-drawing'
import type { Drawing } from './drawing'
import { createFrame, type Frame } from './frame'
import { legendFor } from './legend'

export interface Viewport {
  readonly element: HTMLElement
  /** Draws a picture; a later call overtakes an earlier one. Calls back when the drawing stands or has failed. */
  readonly show: (picture: PreviewModel, view: View) => Promise<void>
  readonly restyle: (view: View) => void
  readonly select: (target: PreviewTarget) => void
  /** Whether a finding on it has a place in the drawing, or will have once there is one. */
  readonly canPin: (target: PreviewTarget) => boolean
  /** Sends the picture, or a report with it, if there is one. */
  readonly exportAs: (chosen: ExportChosen) => Promise<void>
}

export interface ViewportParts {
  readonly send: Send
  /** A drawing of this size is about to be looked at. */
  readonly sized: (content: Size) => void
  /** Where the reader left this diagram; undefined if nowhere. */
  readonly left: (picture: PreviewModel) => Transform | undefined
  readonly leave: (picture: PreviewModel, transform: Transform | undefined) => void
}

export const createViewport = ({ send, sized, left, leave }: ViewportParts): Viewport => {
  const frame = createFrame()
  const card = createCard(frame.element, send)
  let shown: Shown | undefined
  let wanted: Job | undefined
  let selected: PreviewTarget | undefined
  const eyes = createEyes(frame, { shown: () => shown, follow: card.follow, leave })
  const clear = () => {
    card.close()
    shown?.overlay.remove()
    shown = undefined
    eyes.hideMap()
    frame.empty()
  }
  const restyle = (view: View) => {
    shown?.overlay.show(view)
    if (shown) frame.legend.replaceChildren(...legendFor(shown.picture, view))
  }
  const take = (drawing: Drawing, job: Job) => {
    if ('error' in drawing) return frame.say(whyNot(job.picture, drawing.error))
    const before = shown
    clear()
    frame.stage.append(drawing.svg)
    shown = layOver(drawing.svg, drawing.svg === before?.svg ? before.layout : undefined, {
      job,
      reveal: target => send({ type: 'reveal', target }),
      openFindings: target => card.open(job.picture, target),
    })
    restyle(job.view)
    shown.overlay.select(selected)
    sized(shown.layout.geometry.frame)
    eyes.lookAt(shown, before ? 'again' : left(job.picture))
  }
  const show = async (picture: PreviewModel, view: View) => {
    // The picture of one diagram never stands under the figures of another.
    if (!isSameDiagram(wanted?.picture, picture)) {
      selected = undefined
      clear()
    }
    const job: Job = { picture, view, theme: readTheme() }
    wanted = job
    frame.busy(true)
    const drawing = await drawingFor(job, shown, () => wanted === job)
    if (wanted !== job) return
    if (drawing) take(drawing, job)
    frame.busy(false)
  }
  return {
    element: frame.element,
    show,
    restyle: view => {
      if (wanted) wanted.view = view
      restyle(view)
    },
    select: target => {
      selected = target
      const halo = shown?.overlay.select(target)
      if (halo) eyes.bringIntoView(halo)
    },
    canPin: target => shown?.overlay.canPin(target) ?? target.kind !== 'diagram',
    exportAs: async chosen => {
      if (!shown || !wanted) return
      try {
        const message = await exported(chosen, shown, wanted.view)
        if (message) send(message)
        else frame.note('The picture is copied')
      } catch (error) {
        frame.note(`The picture can’t be had: ${error instanceof Error ? error.message : error}`)
      }
    },
  }
}

/** In our own words where we have them: they name a line of the document, Mermaid's one of the diagram. */
const whyNot = ({ findings }: PreviewModel, error: string): string => {
  const mistake = findings.find(({ rule, severity }) => rule === 'syntax-error' && severity === 'error')
  return `Mermaid cannot draw this text yet: ${mistake ? `line ${mistake.line}: ${mistake.message}` : error}`
}

interface Looked {
  readonly shown: () => Shown | undefined
  /** The picture has moved under what stands beside its parts. */
  readonly follow: () => void
  readonly leave: ViewportParts['leave']
}

/** What looks at the drawing: zoom, minimap, the sides where it goes on. */
const createEyes = (frame: Frame, { shown, follow, leave }: Looked) => {
  const minimap = createMinimap((x, y) => zoom.center(x, y))
  const content = (): Box => {
    const { width, height } = shown()?.layout.geometry.frame ?? { width: 0, height: 0 }
    return { x: 0, y: 0, width, height }
  }
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
      if (now) leave(now.picture, zoom.chosen())
      follow()
    },
  })
  frame.window.append(minimap.element)
  frame.tools.append(...zoomTools(zoom, frame.shownScale))
  const lookAt = ({ layout, picture, overlay }: Shown, left: Transform | 'again' | undefined) => {
    const ids = new Set(picture.nodes.map(({ id }) => id))
    minimap.draw(layout.geometry, id => ids.has(id))
    if (left === 'again') zoom.settle()
    else zoom.open(left)
    overlay.rescale(zoom.now().scale)
  }
  const hideMap = () => {
    minimap.element.hidden = true
  }
  return { lookAt, hideMap, bringIntoView: zoom.bringIntoView }
}

const zoomTools = ({ zoomBy, showAll, showNatural }: Zoom, shownScale: HTMLElement) => [
  button('−', () => zoomBy(0.8), { 'aria-label': 'Zoom out', title: 'Zoom out (−)' }),
  shownScale,
  button('+', () => zoomBy(1.25), { 'aria-label': 'Zoom in', title: 'Zoom in (+)' }),
  button('Fit', showAll, { title: 'Show all of it (0)' }),
  button('1:1', showNatural, { 'aria-label': '1:1, natural size', title: 'Natural size (1)' }),
]
