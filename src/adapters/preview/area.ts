// The picture area: Mermaid's drawing with its overlay, looked at through pan and zoom.

import { createCard } from './card'
import { button, html } from './dom'
import { type Drawing, draw } from './drawing'
import { type Exported, toPng, toSvg } from './export'
import type { Send } from './host'
import { legendFor } from './legend'
import { createOverlay, type Ground, type Overlay, survey } from './overlay/overlay'
import { readTheme, type Theme, themeKey } from './theme'
import type { View } from './view'
import { createZoom } from './zoom'
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
  let failed = false
  let turn = 0
  const zoom = createZoom({
    viewport: frame.viewport,
    stage: frame.stage,
    content: () => shown?.overlay.extent() ?? { x: 0, y: 0, width: 0, height: 0 },
    moved: card.follow,
  })
  frame.tools.append(
    button('+', () => zoom.zoomBy(1.25), { 'aria-label': 'Zoom in' }),
    button('−', () => zoom.zoomBy(0.8), { 'aria-label': 'Zoom out' }),
    button('⤢', zoom.showAll, { 'aria-label': 'Fit', title: 'Fit' }),
  )
  const clear = () => {
    card.close()
    shown?.overlay.remove()
    shown = undefined
    frame.stage.replaceChildren()
  }
  const lay = (svg: SVGSVGElement, ground: Ground, { picture, theme }: Job): Shown => {
    const reveal = (target: Target) => send({ type: 'reveal', target })
    const openFindings = (target: Target, anchor: Element) => card.open(picture, target, anchor)
    const overlay = createOverlay({ svg, ground, picture, theme, reveal, openFindings })
    return { svg, ground, picture, theme, overlay }
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
    shown = lay(drawing.svg, known ?? survey(drawing.svg, job.picture), job)
    restyle(job.view)
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
      const theme = readTheme()
      const stays = shown?.picture.text === picture.text && themeKey(shown.theme) === themeKey(theme)
      const drawing = stays && shown ? { svg: shown.svg } : await draw(picture.text, theme)
      if (mine === turn) take(drawing, { picture, theme, view })
    },
    restyle,
    select: target => shown?.overlay.select(target),
    canPin: target => (shown ? shown.overlay.canPin(target) : !failed && target.kind !== 'diagram'),
    exportAs: async format => shown && exported(format, { ...shown, extent: shown.overlay.extent() }),
  }
}

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
