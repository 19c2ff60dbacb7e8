// The preview's page: header, picture and panel, and what happens when a message comes.

import { createCard } from './card'
import { button, html } from './dom'
import { type Drawing, draw } from './drawing'
import { toPng, toSvg } from './export'
import { showHeader } from './header'
import type { Host } from './host'
import { legendFor } from './legend'
import { createOverlay, type Overlay } from './overlay/overlay'
import { createPanel } from './panel/panel'
import { readTheme, type Theme, themeKey } from './theme'
import type { View } from './view'
import { createZoom } from './zoom'
import type { Picture, Target, ToPreview } from '../../service/messages'

export interface Page {
  readonly receive: (message: ToPreview) => void
  /** Draws again what is shown, in the theme of the moment. */
  readonly redraw: () => void
}

/** What stands in the picture area: the last drawing that worked, and what it is of. */
interface Shown {
  readonly svg: SVGSVGElement
  readonly overlay: Overlay
  readonly picture: Picture
  readonly theme: Theme
}

export const createPage = (root: HTMLElement, host: Host): Page => {
  const frame = createFrame(root)
  const card = createCard(frame.area, host.send)
  let view = host.recall()
  let picture: Picture | undefined
  let shown: Shown | undefined
  let wanted = 0

  const zoom = createZoom({
    viewport: frame.viewport,
    stage: frame.stage,
    content: () => shown?.overlay.extent() ?? { x: 0, y: 0, width: 0, height: 0 },
    moved: card.follow,
  })
  frame.tools.append(
    button('+', () => zoom.zoomBy(1.25), { 'aria-label': 'Zoom in' }),
    button('−', () => zoom.zoomBy(0.8), { 'aria-label': 'Zoom out' }),
    button('⤢', zoom.showAll, { 'aria-label': 'Fit' }),
  )
  const choose = (change: Partial<View>) => {
    view = { ...view, ...change }
    host.remember(view)
    shown?.overlay.show(view)
    showAround()
  }
  const exportAs = async (format: 'svg' | 'png') => {
    if (!shown) return
    const exported = { ...shown, extent: shown.overlay.extent() }
    host.send({ type: 'export', format, data: format === 'svg' ? toSvg(exported) : await toPng(exported) })
  }
  const panel = createPanel({
    root: frame.panel,
    send: host.send,
    chooseFlow: flow => choose({ flow }),
    pinned: target => shown?.overlay.canPin(target) ?? false,
  })
  const header = {
    root: frame.header,
    send: host.send,
    chooseMode: (mode: View['mode']) => choose({ mode }),
    exportAs,
  }
  const showAround = () => {
    if (!picture) return
    showHeader(header, picture, view)
    panel.show(picture, view)
    frame.legend.replaceChildren(...legendFor(picture, view))
  }
  const overlay = (svg: SVGSVGElement, of: Picture, theme: Theme): Shown => ({
    svg,
    picture: of,
    theme,
    overlay: createOverlay({
      svg,
      picture: of,
      theme,
      reveal: (target: Target) => host.send({ type: 'reveal', target }),
      openFindings: (target, anchor) => card.open(of, target, anchor),
    }),
  })
  const take = (drawing: Drawing, of: Picture, theme: Theme) => {
    frame.say('error' in drawing ? `Mermaid cannot draw this text yet: ${drawing.error}` : '')
    if ('error' in drawing) return
    const another = shown?.picture.diagram !== of.diagram || shown.picture.title !== of.title
    card.close()
    shown?.overlay.remove()
    frame.stage.replaceChildren(drawing.svg)
    shown = overlay(drawing.svg, of, theme)
    shown.overlay.show(view)
    if (another) zoom.showAll()
    else zoom.settle()
  }
  const show = async (next: Picture) => {
    picture = next
    wanted += 1
    const turn = wanted
    const theme = readTheme()
    frame.root.classList.remove('empty')
    const stays = shown?.picture.text === next.text && themeKey(shown.theme) === themeKey(theme)
    const drawing = stays && shown ? { svg: shown.svg } : await draw(next.text, theme)
    if (turn !== wanted) return
    take(drawing, next, theme)
    showAround()
  }
  return {
    receive: message => {
      if (message.type === 'picture') void show(message.picture)
      else if (message.type === 'select') shown?.overlay.select(message.target)
      else {
        wanted += 1
        picture = undefined
        frame.root.classList.add('empty')
        frame.reason.textContent = message.reason
      }
    },
    redraw: () => {
      if (picture) void show(picture)
    },
  }
}

const createFrame = (root: HTMLElement) => {
  const header = html('header')
  const banner = html('p', { class: 'banner', role: 'status', hidden: true })
  const stage = html('div', { class: 'stage' })
  const viewport = html(
    'div',
    {
      class: 'viewport',
      tabindex: 0,
      role: 'region',
      'aria-label': 'Diagram. Arrow keys pan, plus and minus zoom, 0 fits.',
    },
    stage,
  )
  const tools = html('div', { class: 'tools', role: 'group', 'aria-label': 'Zoom' })
  const legend = html('div', { class: 'legend' })
  const area = html('main', {}, viewport, banner, tools, legend)
  const panel = html('aside', { 'aria-label': 'Figures', hidden: true })
  const reason = html('p', { class: 'reason' })
  const frame = html(
    'div',
    { class: 'preview empty' },
    header,
    area,
    panel,
    html('div', { class: 'nothing' }, reason),
  )
  root.append(frame)
  const say = (words: string) => {
    banner.textContent = words
    banner.hidden = words === ''
  }
  return { root: frame, header, area, viewport, stage, tools, legend, panel, reason, say }
}
