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
  readonly exportAs: (format: 'svg' | 'png') => Promise<string | undefined>
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
  readonly view: View
}

export const createArea = (send: Send): Area => {
  const frame = createFrame()
  const card = createCard(frame.element, send)
  let shown: Shown | undefined
  let wanted: Picture | undefined
  let selected: Target | undefined
  let failed = false
  let turn = 0
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
  }
  const take = (drawing: Drawing, job: Job) => {
    const another =
      shown?.picture.diagram !== job.picture.diagram || shown.picture.title !== job.picture.title
    failed = 'error' in drawing
    if (failed && another) clear()
    frame.say('error' in drawing ? `Mermaid cannot draw this text yet: ${drawing.error}` : '')
    if ('error' in drawing) return
    const known = drawing.svg === shown?.svg ? shown.ground : undefined
    clear()
    frame.stage.append(drawing.svg)
    const ground = known ?? survey(drawing.svg, job.picture)
    shown = { ...job, svg: drawing.svg, ground, overlay: overlayOn(drawing.svg, ground, { job, send, card }) }
    restyle(job.view)
    shown.overlay.select(selected)
    if (another) zoom.showAll()
    else zoom.settle()
  }
  const restyle = (view: View) => {
    if (!shown) return
    shown.overlay.show(view)
    frame.legend.replaceChildren(...legendFor(shown.picture, view))
  }
  return {
    element: frame.element,
    show: async (picture, view) => {
      turn += 1
      const mine = turn
      if (!isSameDiagram(wanted, picture)) selected = undefined
      wanted = picture
      frame.element.setAttribute('aria-busy', 'true')
      const theme = readTheme()
      const stays = shown?.picture.text === picture.text && themeKey(shown.theme) === themeKey(theme)
      const drawing = stays && shown ? { svg: shown.svg } : await draw(picture.text, theme)
      if (mine !== turn) return
      take(drawing, { picture, theme, view })
      frame.element.setAttribute('aria-busy', 'false')
    },
    restyle,
    select: target => {
      selected = target
      const halo = shown?.overlay.select(target)
      if (halo) zoom.bringIntoView(halo)
    },
    canPin: target => (shown ? shown.overlay.canPin(target) : !failed && target.kind !== 'diagram'),
    exportAs: async format => shown && exported(format, { ...shown, extent: shown.overlay.extent() }),
  }
}

const overlayOn = (
  svg: SVGSVGElement,
  ground: Ground,
  { job: { picture, theme }, send, card }: { job: Job; send: Send; card: Card },
) =>
  createOverlay({
    svg,
    ground,
    picture,
    theme,
    reveal: target => send({ type: 'reveal', target }),
    openFindings: (target, anchor) => card.open(picture, target, anchor),
  })

const zoomButtons = ({ zoomBy, showAll }: Zoom) => [
  button('+', () => zoomBy(1.25), { 'aria-label': 'Zoom in', title: 'Zoom in' }),
  button('−', () => zoomBy(0.8), { 'aria-label': 'Zoom out', title: 'Zoom out' }),
  button('⤢', showAll, { 'aria-label': 'Fit', title: 'Fit' }),
]

const isSameDiagram = (one: Picture | undefined, other: Picture) =>
  one?.diagram === other.diagram && one.title === other.title

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
