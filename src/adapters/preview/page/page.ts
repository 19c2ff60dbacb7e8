// The preview's page: header, picture and panel, and what happens when a message comes.

import type { AskedExport, PreviewModel, ToPreview } from '../../../service/preview/messages'
import { html } from '../dom'
import { createDraft, type Draft } from '../draft'
import type { Send, WebviewHost } from '../host'
import { createHoverCard, type HoverCard } from '../hover/hover-card'
import { createPanel } from '../panel/panel'
import type { Scenarios } from '../panel/scenarios'
import { withShares } from '../pending'
import { createViewport, type Viewport, type ViewportParts } from '../picture/viewport'
import { t } from '../translation'
import type { View } from '../view'
import { createArrangement } from './arrangement'
import { type HeaderParts, showHeader } from './header'
import { createPlaces, type LeftPlaces } from './left-places'

export interface Page {
  readonly receive: (message: ToPreview) => void
  /** Draws again what is shown, in the theme of the moment. */
  readonly redraw: () => void
}

export const createPage = (root: HTMLElement, host: WebviewHost): Page => {
  const places = createPlaces(host)
  let picture: PreviewModel | undefined
  let drawing: Promise<unknown> | undefined
  const draft = createDraft(host.send, () => showAround())
  const hoverCard = createHoverCard(root, host.send)
  const viewport = createViewport({
    ...{ send: host.send, draft, hoverCard },
    sized: size => arrangement.arrange(size),
    ...remembering(places, host.send),
  })
  const frame = createFrame(root, viewport.element)
  const arrangement = createArrangement({
    page: frame.element,
    header: frame.header,
    picture: viewport.element,
    below: viewport.footer,
    changed: () => picture && places.leave(picture, { part: arrangement.chosen() }),
  })
  viewport.element.after(splitting(arrangement.splitter))
  const choose = (change: Partial<View>) => {
    viewport.restyle(places.choose(change))
    showAround()
  }
  listenToKeys(viewport.search)
  const scenarios = scenariosIn(places, () => showAround())
  const around = createAround(frame, { viewport, choose, draft, hoverCard, scenarios, send: host.send })
  const showAround = () => {
    frame.element.classList.toggle('empty', picture === undefined)
    if (picture) around(picture, places.view())
  }
  /** The figures do not wait for the drawing; what had no place in it is known after it. */
  const show = (sent: PreviewModel) => {
    const next = withShares(sent, picture)
    const isOther = picture?.document !== next.document || picture.diagram !== next.diagram
    // What differs is said in the panel.
    if (next.comparison && !picture?.comparison) places.choose({ panel: true })
    picture = next
    draft.follow(next)
    if (isOther) arrangement.choose(places.of(next).part)
    showAround()
    const left = isOther ? leftCollapsed(places, next) : []
    if (left.length > 0) return host.send({ type: 'collapse', groups: left })
    // The drawing waits for whose share is what, which colors it.
    if (!next.pending) drawing = viewport.show(next, places.view()).then(showAround)
  }
  const say = (message: Said) => {
    picture = undefined
    frame.say(message)
    showAround()
  }
  return {
    receive: receiving({
      ...{ show, say, select: viewport.select, chooseFlow: flow => choose({ flow }) },
      explain: hoverCard.receive,
      exportAs: way => void drawing?.then(() => exportAsShown(viewport, picture, way)),
    }),
    redraw: () => picture && show(picture),
  }
}

/** Where the reader goes in a picture, and what they collapse there. */
const remembering = (places: LeftPlaces, send: Send): Pick<ViewportParts, 'left' | 'leave' | 'collapse'> => ({
  left: shown => places.of(shown).transform,
  leave: (shown, transform) => places.leave(shown, { transform }),
  collapse: (shown, groups) => {
    places.leave(shown, { collapsed: [...groups] })
    send({ type: 'collapse', groups: [...groups] })
  },
})

/** Ids of the groups that the reader left as boxes and that are drawn open. */
const leftCollapsed = (places: LeftPlaces, picture: PreviewModel): string[] =>
  (places.of(picture).collapsed ?? []).filter(left =>
    picture.groups.some(({ id, collapsed }) => id === left && collapsed === false),
  )

interface Receivers {
  readonly show: (picture: PreviewModel) => void
  readonly select: Viewport['select']
  readonly chooseFlow: (name: string) => void
  readonly explain: HoverCard['receive']
  readonly exportAs: (way: AskedExport) => void
  readonly say: (message: Said) => void
}

const receiving =
  ({ show, select, chooseFlow, explain, exportAs, say }: Receivers): Page['receive'] =>
  message => {
    if (message.type === 'picture') show(message.picture)
    else if (message.type === 'select') select(message.target)
    else if (message.type === 'flow') chooseFlow(message.name)
    else if (message.type === 'explained') explain(message.target, message.markdown)
    else if (message.type === 'exportAs') exportAs(message.way)
    else say(message)
  }

const splitting = (splitter: HTMLElement) =>
  html('section', { class: 'splitting', 'aria-label': t('Layout') }, splitter)

/** As somebody asked for it outside of the page: in its colors, with figures where there are any. */
const exportAsShown = (viewport: Viewport, picture: PreviewModel | undefined, way: AskedExport) =>
  picture && viewport.exportAs({ way, theme: 'shown', legend: picture.flows.length > 0 })

const scenariosIn = (places: LeftPlaces, changed: () => void): Scenarios => ({
  of: picture => places.of(picture).scenarios ?? [],
  keep: (picture, scenarios) => {
    places.leave(picture, { scenarios: [...scenarios] })
    changed()
  },
})

/** Before the editor: its own search would look for words of the page. */
const listenToKeys = (search: () => void) =>
  window.addEventListener('keydown', event => {
    if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.altKey) return
    event.preventDefault()
    search()
  })

interface AroundParts {
  readonly viewport: Viewport
  readonly choose: (change: Partial<View>) => void
  readonly draft: Draft
  readonly hoverCard: HoverCard
  readonly scenarios: Scenarios
  readonly send: Send
}

/** What stands around the picture: header and panel. */
const createAround = (
  { header, panel }: Frame,
  { viewport, choose, draft, hoverCard, scenarios, send }: AroundParts,
) => {
  const headerParts: HeaderParts = {
    root: header,
    send,
    chooseMode: mode => choose({ mode }),
    showPanel: shown => choose({ panel: shown }),
    exportAs: viewport.exportAs,
  }
  const figures = createPanel({
    root: panel,
    send,
    draft,
    hoverCard,
    scenarios,
    chooseFlow: flow => choose({ flow }),
    pinned: viewport.canPin,
  })
  return (picture: PreviewModel, view: View) => {
    showHeader(headerParts, picture, view)
    figures.show(picture, view)
  }
}

type Said = Extract<ToPreview, { reason: string }>
type Frame = ReturnType<typeof createFrame>

const createFrame = (root: HTMLElement, viewport: HTMLElement) => {
  const header = html('header')
  const panel = html('aside', { 'aria-label': t('Figures'), hidden: true })
  const nothing = html('div', { class: 'nothing', role: 'status' })
  const element = html('div', { class: 'preview empty' }, header, viewport, panel, nothing)
  root.append(element)
  const say = ({ type, reason }: Said) => {
    const failure = type === 'failed' ? html('h1', {}, t('This diagram can’t be shown')) : undefined
    nothing.replaceChildren(...(failure ? [failure] : []), html('p', {}, reason))
  }
  return { element, header, panel, say }
}
