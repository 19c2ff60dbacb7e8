// The picture area: Mermaid's drawing with its overlay, looked at through pan and zoom.

import { type Card, createCard } from './card'
import { button, html } from './dom'
import { type Drawing, draw } from './drawing'
import { type Exported, toPng, toSvg } from './export'
import type { Send } from './host'
import { legendFor } from './legend'
import { createOverlay, type Ground, type Overlay, survey } from './overlay/overlay'
import { readTheme, type Theme, themeKey } from './theme'
import type { View } from './view'
import { createZoom, type Zoom } from './zoom'
import type { Picture, Target } from '../../service/messages'

export interface Area {
  readonly element: HTMLElement
  /** Draws a picture; a later call overtakes an earlier one. Calls back when the drawing stands or has failed. */
  readonly show: (picture: Picture, view: View) => Promise<void>
  readonly restyle: (view: View) => void
  readonly select: (target: Target) => void
  /** Whether a finding on it has a place in the drawing, or will have once there is one. */
  readonly canPin: (target: Target) => boolean
  /** Sends the picture as a file, if there is one. */
  readonly exportAs: (format: 'svg' | 'png') => Promise<void>
}

/** The last drawing that worked, and what it is of. */
interface Shown {
  readonly svg: SVGSVGElement
  readonly ground: Ground
  readonly overlay: Overlay
  readonly picture: Picture
  readonly theme: Theme
}

/** What was asked for. */
interface Job {
  readonly picture: Picture
  readonly theme: Theme
  /** As chosen when the drawing is there, not when it was asked for. */
  view: View
}

export const createArea = (send: Send): Area => {
  const frame = createFrame()
  const card = createCard(frame.element, send)
  let shown: Shown | undefined
  let wanted: Job | undefined
  let selected: Target | undefined
  const zoom = createZoom({
    viewport: frame.viewport,
    stage: frame.stage,
    content: () => shown?.overlay.extent() ?? { x: 0, y: 0, width: 0, height: 0 },
    moved: card.follow,
  })
  frame.tools.append(...zoomButtons(zoom))
  const clear = () => {
    card.close()
    shown?.overlay.remove()
    shown = undefined
    frame.stage.replaceChildren()
    frame.legend.replaceChildren()
  }
  const restyle = (view: View) => {
    shown?.overlay.show(view)
    if (shown) frame.legend.replaceChildren(...legendFor(shown.picture, view))
  }
  const take = (drawing: Drawing, job: Job) => {
    const another = !isSameDiagram(shown?.picture, job.picture)
    const failed = 'error' in drawing
    const ground = !failed && drawing.svg === shown?.svg ? shown.ground : undefined
    frame.say(failed ? `Mermaid cannot draw this text yet: ${drawing.error}` : '')
    if (another || !failed) clear()
    if (failed) return
    frame.stage.append(drawing.svg)
    shown = layOver(drawing.svg, ground, { job, send, card })
    restyle(job.view)
    shown.overlay.select(selected)
    if (another) zoom.showAll()
    else zoom.settle()
  }
  return {
    element: frame.element,
    show: async (picture, view) => {
      if (!isSameDiagram(wanted?.picture, picture)) selected = undefined
      const job: Job = { picture, view, theme: readTheme() }
      wanted = job
      frame.element.setAttribute('aria-busy', 'true')
      const drawing = await drawingFor(job, shown)
      if (wanted !== job) return
      take(drawing, job)
      frame.element.setAttribute('aria-busy', 'false')
    },
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
      if (!shown) return
      const data = await exported(format, { ...shown, extent: shown.overlay.extent() })
      send({ type: 'export', format, data })
    },
  }
}

/** Only another text or another theme needs another drawing. */
const drawingFor = async ({ picture, theme }: Job, shown: Shown | undefined): Promise<Drawing> => {
  const stays = shown?.picture.text === picture.text && themeKey(shown.theme) === themeKey(theme)
  return stays && shown ? { svg: shown.svg } : draw(picture.text, theme)
}

const layOver = (
  svg: SVGSVGElement,
  known: Ground | undefined,
  { job: { picture, theme }, send, card }: { job: Job; send: Send; card: Card },
): Shown => {
  const ground = known ?? survey(svg, picture)
  const overlay = createOverlay({
    svg,
    ground,
    picture,
    theme,
    reveal: target => send({ type: 'reveal', target }),
    openFindings: (target, anchor) => card.open(picture, target, anchor),
  })
  return { svg, ground, overlay, picture, theme }
}

const zoomButtons = ({ zoomBy, showAll }: Zoom) => [
  button('+', () => zoomBy(1.25), { 'aria-label': 'Zoom in', title: 'Zoom in' }),
  button('−', () => zoomBy(0.8), { 'aria-label': 'Zoom out', title: 'Zoom out' }),
  button('⤢', showAll, { 'aria-label': 'Fit', title: 'Fit' }),
]

/** Nothing names a document: a diagram that has no node left of the one before is another. */
const isSameDiagram = (one: Picture | undefined, other: Picture) =>
  one?.diagram === other.diagram && one.nodes.some(({ id }) => other.nodes.some(node => node.id === id))

const exported = (format: 'svg' | 'png', picture: Exported) =>
  format === 'svg' ? toSvg(picture) : toPng(picture)

const createFrame = () => {
  const stage = html('div', { class: 'stage' })
  const label = 'Diagram. Arrow keys pan, plus and minus zoom, 0 fits.'
  const viewport = html('div', { class: 'viewport', tabindex: 0, role: 'region', 'aria-label': label }, stage)
  const banner = html('p', { class: 'banner', role: 'status', hidden: true })
  const tools = html('div', { class: 'tools', role: 'group', 'aria-label': 'Zoom' })
  const legend = html('div', { class: 'legend' })
  const element = html('main', {}, viewport, banner, html('footer', {}, tools, legend))
  const say = (words: string) => {
    banner.textContent = words
    banner.hidden = words === ''
  }
  return { element, stage, viewport, tools, legend, say }
}
