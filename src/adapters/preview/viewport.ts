// The picture area: Mermaid's drawing with its overlay, looked at through pan and zoom.

import type { PreviewModel, PreviewTarget } from '../../service/preview/messages'
import { createCard } from './card'
import { drawingFor, isSameDiagram, type Job, layOver, type Shown } from './displayed-drawing'
import { button, html } from './dom'
import type { Drawing } from './drawing'
import { toPng, toSvg } from './export'
import type { Send } from './host'
import { legendFor } from './legend'
import { createMinimap } from './minimap'
import type { Box, Size } from './overlay/box'
import { readTheme } from './theme'
import type { Transform } from './transform'
import type { View } from './view'
import { createZoom, type Zoom } from './zoom'

export interface Viewport {
  readonly element: HTMLElement
  /** Draws a picture; a later call overtakes an earlier one. Calls back when the drawing stands or has failed. */
  readonly show: (picture: PreviewModel, view: View) => Promise<void>
  readonly restyle: (view: View) => void
  readonly select: (target: PreviewTarget) => void
  /** Whether a finding on it has a place in the drawing, or will have once there is one. */
  readonly canPin: (target: PreviewTarget) => boolean
  /** Sends the picture as a file, if there is one. */
  readonly exportAs: (format: 'svg' | 'png') => Promise<void>
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
  const minimap = createMinimap((x, y) => zoom.center(x, y))
  frame.element.append(minimap.element)
  const moved = () => {
    if (!shown) return
    const seen = { width: frame.viewport.clientWidth, height: frame.viewport.clientHeight }
    minimap.follow(zoom.now(), seen)
    frame.fade(zoom.now(), seen, shown.overlay.extent())
    frame.percentage(zoom.now().scale)
    card.follow()
  }
  const rested = () => {
    if (!shown) return
    shown.overlay.rescale(zoom.now().scale)
    leave(shown.picture, zoom.chosen())
    card.follow()
  }
  const zoom = zoomIn(frame, () => shown, { moved, rested })
  const clear = () => {
    card.close()
    shown?.overlay.remove()
    shown = undefined
    minimap.element.hidden = true
    frame.empty()
  }
  const restyle = (view: View) => {
    shown?.overlay.show(view)
    if (shown) frame.legend.replaceChildren(...legendFor(shown.picture, view))
  }
  const take = (drawing: Drawing, job: Job) => {
    if ('error' in drawing) return frame.say(whyNot(job.picture, drawing.error))
    const again = shown !== undefined
    const ground = drawing.svg === shown?.svg ? shown.ground : undefined
    clear()
    frame.stage.append(drawing.svg)
    shown = layOver(drawing.svg, ground, { job, send, card })
    restyle(job.view)
    shown.overlay.select(selected)
    const ids = new Set(job.picture.nodes.map(({ id }) => id))
    minimap.draw(shown.ground.geometry, id => ids.has(id))
    sized(shown.ground.geometry.frame)
    if (again) zoom.settle()
    else zoom.open(left(job.picture))
    shown.overlay.rescale(zoom.now().scale)
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
    const drawing = await drawingFor(job, shown)
    if (wanted !== job) return
    take(drawing, job)
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
      if (halo) zoom.bringIntoView(halo)
    },
    canPin: target => shown?.overlay.canPin(target) ?? target.kind !== 'diagram',
    exportAs: async format => {
      if (shown) send({ type: 'export', format, data: await exported(format, shown) })
    },
  }
}

/** In our own words where we have them: they name a line of the document, Mermaid's one of the diagram. */
const whyNot = ({ findings }: PreviewModel, error: string): string => {
  const mistake = findings.find(({ rule, severity }) => rule === 'syntax-error' && severity === 'error')
  return `Mermaid cannot draw this text yet: ${mistake ? `line ${mistake.line}: ${mistake.message}` : error}`
}

const zoomIn = (
  { viewport, stage, tools, shownScale }: ReturnType<typeof createFrame>,
  shown: () => Shown | undefined,
  listeners: { readonly moved: () => void; readonly rested: () => void },
): Zoom => {
  const content = () => {
    const { width, height } = shown()?.ground.geometry.frame ?? { width: 0, height: 0 }
    return { x: 0, y: 0, width, height }
  }
  const beginning = () => shown()?.overlay.beginning()
  const zoom = createZoom({ viewport, stage, content, beginning, ...listeners })
  tools.append(...zoomTools(zoom, shownScale))
  return zoom
}

const zoomTools = ({ zoomBy, showAll, showNatural }: Zoom, shownScale: HTMLElement) => [
  button('−', () => zoomBy(0.8), { 'aria-label': 'Zoom out', title: 'Zoom out (−)' }),
  shownScale,
  button('+', () => zoomBy(1.25), { 'aria-label': 'Zoom in', title: 'Zoom in (+)' }),
  button('Fit', showAll, { title: 'Show all of it (0)' }),
  button('1:1', showNatural, { 'aria-label': 'Natural size', title: 'Natural size (1)' }),
]

/** Badges of the natural size, whatever the zoom is. */
const exported = async (format: 'svg' | 'png', shown: Shown): Promise<string> => {
  shown.overlay.rescale(1)
  const picture = { ...shown, extent: shown.overlay.extent() }
  const made = format === 'svg' ? toSvg(picture) : toPng(picture)
  shown.overlay.rescale(Number(getComputedStyle(shown.svg).getPropertyValue('--zoom')) || 1)
  return made
}

const help =
  'Diagram. Arrow keys pan, plus and minus zoom, 0 shows all of it, 1 its natural size, Home what it began with.'

const createFrame = () => {
  const stage = html('div', { class: 'stage' })
  const viewport = html('div', { class: 'viewport', tabindex: 0, role: 'region', 'aria-label': help }, stage)
  const banner = html('p', { class: 'banner', role: 'status', hidden: true })
  const tools = html('div', { class: 'tools', role: 'group', 'aria-label': 'Zoom' })
  const shownScale = html('output', { 'aria-label': 'Zoom in percent' })
  const legend = html('div', { class: 'legend' })
  const drawing = html('p', { class: 'drawing', 'aria-hidden': 'true' }, 'Drawing…')
  const window = html('div', { class: 'window' }, viewport)
  const element = html('main', {}, window, drawing, banner, html('footer', {}, tools, legend))
  const busy = (drawn: boolean) => element.setAttribute('aria-busy', String(drawn))
  const say = (words: string) => {
    banner.textContent = words
    banner.hidden = words === ''
  }
  const empty = () => {
    say('')
    stage.replaceChildren()
    legend.replaceChildren()
  }
  const percentage = (scale: number) => {
    shownScale.textContent = `${Math.round(scale * 100)}%`
  }
  /** Sides that the drawing goes on beyond. */
  const fade = ({ x, y, scale }: Transform, seen: Size, content: Box) => {
    const sides = {
      left: x + content.x * scale < -1,
      top: y + content.y * scale < -1,
      right: x + (content.x + content.width) * scale > seen.width + 1,
      bottom: y + (content.y + content.height) * scale > seen.height + 1,
    }
    for (const [side, more] of Object.entries(sides)) window.classList.toggle(`more-${side}`, more)
  }
  return { element, stage, viewport, tools, shownScale, legend, say, busy, empty, percentage, fade }
}
