// The picture area: Mermaid's drawing with its overlay, looked at through pan and zoom.

import type { PreviewModel, PreviewTarget } from '../../service/preview/messages'
import { createCard } from './card'
import { drawingFor, isSameDiagram, type Job, layOver, type Shown } from './displayed-drawing'
import { button, html } from './dom'
import type { Drawing } from './drawing'
import { toPng, toSvg } from './export'
import type { Send } from './host'
import { legendFor } from './legend'
import { readTheme } from './theme'
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

export const createViewport = (send: Send): Viewport => {
  const frame = createFrame()
  const card = createCard(frame.element, send)
  let shown: Shown | undefined
  let wanted: Job | undefined
  let selected: PreviewTarget | undefined
  const zoom = zoomIn(frame, () => shown, card.follow)
  const clear = () => {
    card.close()
    shown?.overlay.remove()
    shown = undefined
    frame.empty()
  }
  const restyle = (view: View) => {
    shown?.overlay.show(view)
    if (shown) frame.legend.replaceChildren(...legendFor(shown.picture, view))
  }
  const take = (drawing: Drawing, job: Job) => {
    if ('error' in drawing) return frame.say(whyNot(job.picture, drawing.error))
    const comeIntoView = shown ? zoom.settle : zoom.open
    const ground = drawing.svg === shown?.svg ? shown.ground : undefined
    clear()
    frame.stage.append(drawing.svg)
    shown = layOver(drawing.svg, ground, { job, send, card })
    restyle(job.view)
    shown.overlay.select(selected)
    comeIntoView()
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
  { viewport, stage, tools }: ReturnType<typeof createFrame>,
  shown: () => Shown | undefined,
  moved: () => void,
): Zoom => {
  const content = () => shown()?.overlay.extent() ?? { x: 0, y: 0, width: 0, height: 0 }
  const beginning = () => shown()?.overlay.beginning()
  const zoom = createZoom({ viewport, stage, content, beginning, moved })
  tools.append(...zoomButtons(zoom))
  return zoom
}

const zoomButtons = ({ zoomBy, showAll }: Zoom) => [
  button('+', () => zoomBy(1.25), { 'aria-label': 'Zoom in', title: 'Zoom in' }),
  button('−', () => zoomBy(0.8), { 'aria-label': 'Zoom out', title: 'Zoom out' }),
  button('⤢', showAll, { 'aria-label': 'Fit', title: 'Fit' }),
]

const exported = (format: 'svg' | 'png', shown: Shown): string | Promise<string> => {
  const picture = { ...shown, extent: shown.overlay.extent() }
  return format === 'svg' ? toSvg(picture) : toPng(picture)
}

const createFrame = () => {
  const stage = html('div', { class: 'stage' })
  const label = 'Diagram. Arrow keys pan, plus and minus zoom, 0 fits.'
  const viewport = html('div', { class: 'viewport', tabindex: 0, role: 'region', 'aria-label': label }, stage)
  const banner = html('p', { class: 'banner', role: 'status', hidden: true })
  const tools = html('div', { class: 'tools', role: 'group', 'aria-label': 'Zoom' })
  const legend = html('div', { class: 'legend' })
  const drawing = html('p', { class: 'drawing', 'aria-hidden': 'true' }, 'Drawing…')
  const element = html('main', {}, viewport, drawing, banner, html('footer', {}, tools, legend))
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
  return { element, stage, viewport, tools, legend, say, busy, empty }
}
