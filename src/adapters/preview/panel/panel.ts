// The side panel: the figures of one flow, where they come from and what would change them.

import type { Change, PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { button, html, keepingFocus } from '../dom'
import { counted, percent } from '../format'
import type { Send } from '../host'
import { flowOf, nameOfNode, type PreviewFlow, type View } from '../view'
import { assumptions, improvements, looseFindings } from './lists'
import { section } from './section'
import { tiles } from './tiles'
import { waterfall } from './waterfall'
import { createDraft, type Draft, whatIf } from './what-if'

export interface Panel {
  readonly show: (picture: PreviewModel, view: View) => void
}

export interface PanelParts {
  readonly root: HTMLElement
  readonly send: Send
  readonly chooseFlow: (name: string) => void
  /** Whether the drawing has a place for a finding's target. */
  readonly pinned: (target: PreviewTarget) => boolean
}

export const createPanel = (parts: PanelParts): Panel => {
  const { root } = parts
  let draft = createDraft()
  let draftOf = ''
  /** What is tried on one diagram is not meant for the next. */
  const currentDraft = (picture: PreviewModel): Draft => {
    const diagram = `${picture.document} ${picture.title} ${picture.diagram}`
    if (draftOf !== diagram) {
      draft = createDraft()
      draft.replace(picture.changes)
      draftOf = diagram
    }
    return draft
  }
  const show = (picture: PreviewModel, view: View) => {
    const refresh = () => show(picture, view)
    const content = contentFor(picture, view, { ...parts, draft: currentDraft(picture), refresh })
    keepingPlace(root, () => root.replaceChildren(...content))
    root.hidden = content.length === 0 || !view.panel
  }
  return { show }
}

interface Context extends PanelParts {
  readonly draft: Draft
  readonly refresh: () => void
}

const contentFor = (picture: PreviewModel, view: View, context: Context): HTMLElement[] => {
  const { pinned, send } = context
  const flow = flowOf(picture, view)
  const loose = section('Findings', looseFindings(picture, pinned, send))
  if (!flow || !picture.architecture.value) return kept(loose)
  return [
    ...whatIfNotice(picture, context),
    heading(picture, flow, context),
    ...flowSections(picture, flow, context),
    ...kept(loose),
  ]
}

const flowSections = (
  picture: PreviewModel,
  flow: PreviewFlow,
  { draft, refresh, send }: Context,
): HTMLElement[] => {
  const reveal = (target: PreviewTarget) => send({ type: 'reveal', target })
  const apply = (changes: readonly Change[]) => send({ type: 'whatIf', changes: [...changes] })
  return [
    ...tiles(flow, nameOfNode(picture)),
    ...kept(section('One request at p99', waterfall(picture, flow.bars, reveal))),
    ...kept(section('What buys most', improvements(flow, reveal))),
    ...kept(section('What if', whatIf({ picture, flow, draft, apply, refresh }))),
    ...kept(section(`Assumed (${percent(flow.assumedShare)} of this p99)`, assumptions(picture, flow, send))),
  ]
}

const kept = (element: HTMLElement | undefined) => (element ? [element] : [])

/** Figures of a changed design must never pass for those of the design. */
const whatIfNotice = (picture: PreviewModel, { draft, send, refresh }: Context): HTMLElement[] => {
  if (picture.changes.length === 0) return []
  const reset = () => {
    draft.replace([])
    send({ type: 'whatIf', changes: [] })
    refresh()
  }
  return [
    html(
      'p',
      { class: 'notice' },
      `What if: these figures are of a design with ${counted(picture.changes.length, 'change')}. `,
      button('Back to the design', reset, { class: 'link' }),
    ),
  ]
}

const heading = (picture: PreviewModel, flow: PreviewFlow, { chooseFlow }: Context) => {
  if (picture.flows.length === 1) return html('h1', {}, flow.name)
  const option = ({ name }: PreviewFlow) =>
    html('option', { value: name, selected: name === flow.name }, name)
  const group = (label: string, flows: readonly PreviewFlow[]) =>
    flows.length === 0 ? undefined : html('optgroup', { label }, ...flows.map(option))
  const select = html(
    'select',
    { 'aria-label': 'Flow', 'data-focus': 'flow', change: () => chooseFlow(select.value) },
    group(
      'Requests',
      picture.flows.filter(each => !each.background),
    ),
    group(
      'Background',
      picture.flows.filter(each => each.background),
    ),
  )
  return html(
    'div',
    { class: 'flows' },
    select,
    html('span', { class: 'quiet' }, counted(picture.flows.length, 'flow')),
  )
}

/** New elements, but what was open stays open and the scroll bar where it was. */
const keepingPlace = (root: HTMLElement, replace: () => void) => {
  const open = [...root.querySelectorAll('details')].map(details => details.open)
  const { scrollTop } = root
  keepingFocus(root, replace)
  root.querySelectorAll('details').forEach((details, place) => {
    details.open = open[place] ?? false
  })
  root.scrollTop = scrollTop
}
