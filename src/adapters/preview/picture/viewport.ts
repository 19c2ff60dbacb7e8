// The picture area: Mermaid's drawing with its overlay, looked at through pan and zoom.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { button } from '../dom'
import type { Draft } from '../draft'
import type { Drawing } from '../drawing/drawing'
import { type ExportChosen, exported } from '../export/exports'
import type { Send } from '../host'
import type { HoverCard } from '../hover/hover-card'
import type { Size } from '../overlay/box'
import { readTheme } from '../theme/theme'
import { t } from '../translation'
import type { View } from '../view'
import type { Transform } from '../zoom/transform'
import { createAnswers } from './answers'
import {
  type AnswersOf,
  drawingFor,
  isSameDiagram,
  type Job,
  prepared,
  type Shown,
} from './displayed-drawing'
import { drawnTarget } from './drawn-picture'
import { createFrame, type Frame, putInto } from './frame'
import { legendFor } from './legend'
import { createLooking } from './looking'
import { createSearchBar } from './search-bar'

export interface Viewport {
  readonly element: HTMLElement
  /** Buttons and legend, under the drawing. */
  readonly footer: HTMLElement
  /** Draws a picture; a later call overtakes an earlier one. Calls back when the drawing stands or has failed. */
  readonly show: (picture: PreviewModel, view: View) => Promise<void>
  readonly restyle: (view: View) => void
  readonly select: (target: PreviewTarget) => void
  /** Whether a finding on it has a place in the drawing, or will have once there is one. */
  readonly canPin: (target: PreviewTarget) => boolean
  /** Opens the search in the picture. */
  readonly search: () => void
  /** Sends the picture, or a report with it, if there is one. */
  readonly exportAs: (chosen: ExportChosen) => Promise<unknown>
}

export interface ViewportParts {
  readonly send: Send
  readonly draft: Draft
  readonly hoverCard: HoverCard
  /** A drawing of this size is about to be looked at. */
  readonly sized: (content: Size) => void
  /** Where the reader left this diagram; undefined if nowhere. */
  readonly left: (picture: PreviewModel) => Transform | undefined
  readonly leave: (picture: PreviewModel, transform: Transform | undefined) => void
  /** Draws these groups as one box each, and the others as they are written. */
  readonly collapse: (picture: PreviewModel, groups: readonly string[]) => void
}

export const createViewport = (parts: ViewportParts): Viewport => {
  const frame = createFrame()
  const display = createDisplay(frame, parts)
  let wanted: Job | undefined
  const show = async (picture: PreviewModel, view: View) => {
    const job: Job = { picture, view, theme: readTheme() }
    // The picture of one diagram never stands under the figures of another.
    if (!isSameDiagram(wanted?.picture, picture)) display.forget()
    wanted = job
    frame.busy(true)
    const drawing = await drawingFor(job, display.shown(), () => wanted === job)
    if (!drawing) return
    if (await display.take(drawing, job, () => wanted === job)) frame.busy(false)
  }
  return {
    element: frame.element,
    footer: frame.footer,
    show,
    restyle: view => {
      if (wanted) wanted.view = view
      display.restyle(view)
    },
    select: display.select,
    canPin: display.canPin,
    search: display.search,
    exportAs: async chosen => {
      const shown = display.shown()
      const outlets = { send: parts.send, note: frame.note }
      return shown && wanted && exportOf(chosen, { shown, view: wanted.view }, outlets)
    },
  }
}

/** What stands in the frame: the last drawing, what is marked in it, and what its parts answer. */
const createDisplay = (
  frame: Frame,
  { send, draft, hoverCard, sized, left, leave, collapse }: ViewportParts,
) => {
  let shown: Shown | undefined
  let selected: PreviewTarget | undefined
  /** The group that was collapsed or expanded last, until it is drawn so. */
  let pressed: string | undefined
  const answers = createAnswers(frame.element, {
    send,
    draft,
    hoverCard,
    note: frame.note,
    collapse: (picture, groups, group) => {
      pressed = group
      collapse(picture, groups)
    },
  })
  const looking = createLooking(frame, { shown: () => shown, follow: answers.follow, leave })
  // What the keys come to is panned to: the browser would scroll, and nothing else would know of that.
  frame.stage.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) looking.bringIntoView(target)
  })
  const asDrawn = (target: PreviewTarget) => (shown ? drawnTarget(shown.picture)(target) : target)
  const select = (target: PreviewTarget | undefined) => {
    selected = target
    return shown?.overlay.select(target && asDrawn(target))
  }
  const search = createSearch(frame, { shown: () => shown, looking, select })
  const restyle = (view: View) => {
    shown?.overlay.show(view)
    if (shown) frame.legend.replaceChildren(...legendFor(shown.picture, view, shown.theme))
    looking.keepMapClear()
  }
  const put = (next: Shown, job: Job, preparedFor: View) => {
    const before = shown
    const { svg } = next
    answers.close()
    // What lay over a drawing that goes, goes with it.
    if (svg === before?.svg) before.overlay.remove()
    shown = next
    frame.say('')
    putInto(frame.stage, svg)
    if (svg === before?.svg || job.view !== preparedFor) restyle(job.view)
    else frame.legend.replaceChildren(...legendFor(next.picture, job.view, next.theme))
    select(selected)
    sized(shown.layout.geometry.frame)
    looking.lookAt(shown, before ? 'again' : left(job.picture))
    search.follow()
    if (svg === before?.svg) return
    if (pressed !== undefined) looking.bringIntoView(focusOn(shown, pressed))
    pressed = undefined
  }
  return {
    shown: () => shown,
    select: (target: PreviewTarget) => looking.bringIntoView(select(target)),
    canPin: (target: PreviewTarget) => shown?.overlay.canPin(asDrawn(target)) ?? target.kind !== 'diagram',
    search: search.open,
    restyle,
    take: taking(frame, { shown: () => shown, answersOf: answers.of, scale: looking.scale, put }),
    forget: () => {
      answers.close()
      shown?.overlay.remove()
      selected = undefined
      shown = undefined
      looking.clear()
    },
  }
}

interface Taking {
  readonly shown: () => Shown | undefined
  readonly answersOf: AnswersOf
  /** Of the moment. */
  readonly scale: () => number
  /** Shows what was prepared for a view. */
  readonly put: (next: Shown, job: Job, view: View) => void
}

/** Gives whether a drawing is on show then: another may be wanted by the time it could be. */
const taking =
  (frame: Frame, { shown, answersOf, scale, put }: Taking) =>
  async (drawing: Drawing, job: Job, isWanted: () => boolean): Promise<boolean> => {
    if ('error' in drawing) {
      frame.say(whyNot(job.picture, drawing.error))
      return true
    }
    const { svg } = drawing
    const { view } = job
    const before = shown()
    const next = await prepared(svg, before, {
      ...{ job, answersOf, stage: frame.stage },
      scale: before && scale(),
    })
    if (isWanted()) put(next, job, view)
    else if (svg !== shown()?.svg) svg.remove()
    return isWanted()
  }

/** On the box of a collapsed group, or on the first component of one that is open again. */
const focusOn = ({ drawn, layout }: Shown, group: string): Element | undefined => {
  const node = drawn.nodes.find(({ id, groups }) => id === group || groups.includes(group))
  const element = node && layout.parts.nodes.get(node.id)
  element?.focus({ preventScroll: true })
  return element
}

const createSearch = (
  frame: Frame,
  {
    shown,
    looking,
    select,
  }: {
    shown: () => Shown | undefined
    looking: ReturnType<typeof createLooking>
    select: (target: PreviewTarget) => Element | undefined
  },
) => {
  const search = createSearchBar({
    picture: () => shown()?.picture,
    mark: (matches, current) => {
      const now = shown()
      now?.overlay.mark(matches.map(drawnTarget(now.picture)))
      if (current) looking.bringToMiddle(select(current))
    },
    leave: () => frame.viewport.focus(),
  })
  frame.window.append(search.element)
  frame.tools.append(button(t('Find'), search.open, { title: t('Find in the picture (Ctrl+F)') }))
  return search
}

const exportOf = async (
  chosen: ExportChosen,
  { shown, view }: { shown: Shown; view: View },
  { send, note }: { send: Send; note: (words: string) => void },
) => {
  try {
    const message = await exported(chosen, shown, view)
    if (message) send(message)
    else note(t('The picture is copied'))
  } catch (error) {
    const why = error instanceof Error ? error.message : error
    note(
      chosen.way === 'copy'
        ? t('The picture could not be copied: {0}', String(why))
        : t('The picture could not be exported: {0}', String(why)),
    )
  }
}

/** In our own words where we have them: they name a line of the document, Mermaid's one of the diagram. */
const whyNot = ({ findings }: PreviewModel, error: string): string => {
  const mistake = findings.find(({ rule, severity }) => rule === 'syntax-error' && severity === 'error')
  return mistake
    ? t('Mermaid cannot draw this text yet. Line {0}: {1}', mistake.line, mistake.message)
    : t('Mermaid cannot draw this text yet: {0}', error)
}
