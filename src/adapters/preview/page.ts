// The preview's page: header, picture and panel, and what happens when a message comes.

import type { PreviewModel, ToPreview } from '../../service/preview/messages'
import { createArrangement } from './arrangement'
import { html } from './dom'
import { type HeaderParts, showHeader } from './header'
import type { WebviewHost } from './host'
import { createPanel } from './panel/panel'
import { createPlaces } from './places'
import type { View } from './view'
import { createViewport } from './viewport'

export interface Page {
  readonly receive: (message: ToPreview) => void
  /** Draws again what is shown, in the theme of the moment. */
  readonly redraw: () => void
}

export const createPage = (root: HTMLElement, host: WebviewHost): Page => {
  const places = createPlaces(host)
  let picture: PreviewModel | undefined
  const area = createViewport({
    send: host.send,
    sized: size => arrangement.arrange(size),
    left: shown => places.of(shown).transform,
    leave: (shown, transform) => places.leave(shown, { transform }),
  })
  const frame = createFrame(root, area.element)
  const arrangement = createArrangement({
    page: frame.element,
    header: frame.header,
    picture: area.element,
    panel: frame.panel,
    changed: () => {
      if (picture) places.leave(picture, { part: arrangement.chosen() })
    },
  })
  area.element.after(arrangement.splitter)

  const choose = (change: Partial<View>) => {
    area.restyle(places.choose(change))
    showAround()
  }
  const header: HeaderParts = {
    root: frame.header,
    send: host.send,
    chooseMode: mode => choose({ mode }),
    showPanel: panel => choose({ panel }),
    exportAs: area.exportAs,
  }
  const panel = createPanel({
    root: frame.panel,
    send: host.send,
    chooseFlow: flow => choose({ flow }),
    pinned: area.canPin,
  })
  const showAround = () => {
    frame.element.classList.toggle('empty', picture === undefined)
    if (!picture) return
    showHeader(header, picture, places.view())
    panel.show(picture, places.view())
    arrangement.arrange()
  }
  /** The figures do not wait for the drawing; what had no place in it is known after it. */
  const show = async (next: PreviewModel) => {
    const isOther = picture?.document !== next.document || picture.diagram !== next.diagram
    picture = next
    if (isOther) arrangement.choose(places.of(next).part)
    showAround()
    await area.show(next, places.view())
    showAround()
  }
  return {
    receive: message => {
      switch (message.type) {
        case 'picture':
          void show(message.picture)
          break
        case 'select':
          area.select(message.target)
          break
        case 'empty':
        case 'failed':
          picture = undefined
          frame.say(message)
          showAround()
      }
    },
    redraw: () => {
      if (picture) void show(picture)
    },
  }
}

const createFrame = (root: HTMLElement, area: HTMLElement) => {
  const header = html('header')
  const panel = html('aside', { 'aria-label': 'Figures', hidden: true })
  const nothing = html('div', { class: 'nothing', role: 'status' })
  const element = html('div', { class: 'preview empty' }, header, area, panel, nothing)
  root.append(element)
  const say = ({ type, reason }: Extract<ToPreview, { reason: string }>) => {
    const failure = type === 'failed' ? html('h1', {}, 'This diagram can’t be shown') : undefined
    nothing.replaceChildren(...(failure ? [failure] : []), html('p', {}, reason))
  }
  return { element, header, panel, say }
}
