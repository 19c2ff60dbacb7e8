// How picture and panel share the page: beside or above each other, whichever shows more of the picture.

import { html } from '../dom'
import type { Size } from '../overlay/box'
import { t } from '../translation'
import { clamp, fitting, neededHeight } from '../zoom/transform'

export interface Arrangement {
  /** What is dragged, or moved by arrow keys, to share the page otherwise. */
  readonly splitter: HTMLElement
  /** Shares the page anew, for a drawing of this size or for the last one. */
  readonly arrange: (content?: Size) => void
  /** The picture's part of the page if the reader chose one, 0..1. */
  readonly chosen: () => number | undefined
  readonly choose: (part: number | undefined) => void
}

export interface ArrangementParts {
  readonly page: HTMLElement
  readonly header: HTMLElement
  readonly picture: HTMLElement
  /** What stands under the drawing, in the picture's part of the page. */
  readonly below: HTMLElement
  /** After the reader chose another part. */
  readonly changed: () => void
}

/** The page is wide enough for both beside each other. */
const wide = 900
const narrowestPanel = 320
/** Room for buttons and legend under the drawing, where they need one line. */
const leastFooter = 44
const [leastHeight, mostHeight] = [150, 0.62]

export const createArrangement = (parts: ArrangementParts): Arrangement => {
  const { page, header, below } = parts
  const splitter = html('div', {
    class: 'splitter',
    role: 'separator',
    tabindex: 0,
    'aria-label': t('Size of the picture'),
    'aria-valuemin': 10,
    'aria-valuemax': 90,
  })
  let content: Size = { width: 1, height: 1 }
  let chosen: number | undefined
  const room = (): Size => ({
    width: page.clientWidth,
    height: Math.max(1, page.clientHeight - header.offsetHeight),
  })
  const arrange = (next = content) => {
    content = next
    const all = room()
    const footer = Math.max(leastFooter, below.offsetHeight)
    const beside = isBeside(all, content)
    const length = pictureLength(all, content, { beside, chosen, footer })
    page.classList.toggle('beside', beside)
    page.style.setProperty('--picture', `${Math.round(length)}px`)
    splitter.setAttribute('aria-orientation', beside ? 'vertical' : 'horizontal')
    const part = length / (beside ? all.width : all.height)
    splitter.setAttribute('aria-valuenow', String(Math.round(clamp(part, 0.1, 0.9) * 100)))
  }
  const choose = (part: number | undefined) => {
    chosen = part === undefined ? undefined : clamp(part, 0.1, 0.9)
    arrange()
  }
  listenTo(splitter, parts, part => {
    choose(part)
    parts.changed()
  })
  const observer = new ResizeObserver(() => arrange())
  for (const element of [page, header, below]) observer.observe(element)
  return { splitter, arrange, chosen: () => chosen, choose }
}

const panelWidth = (all: Size) => Math.max(narrowestPanel, Math.min(520, all.width * 0.32))

/** Beside, unless the picture comes out larger above. */
const isBeside = (all: Size, content: Size): boolean => {
  if (all.width < wide) return false
  const drawing = { x: 0, y: 0, ...content }
  const beside = fitting({ width: all.width - panelWidth(all), height: all.height - leastFooter }, drawing)
  const above = fitting({ width: all.width, height: all.height * mostHeight - leastFooter }, drawing)
  return beside.scale >= above.scale * 0.92
}

const pictureLength = (
  all: Size,
  content: Size,
  { beside, chosen, footer }: { beside: boolean; chosen: number | undefined; footer: number },
): number => {
  if (beside) return chosen === undefined ? all.width - panelWidth(all) : all.width * chosen
  if (chosen !== undefined) return all.height * chosen
  const needed = neededHeight(all.width, content) + footer
  return clamp(needed, Math.min(leastHeight + footer, all.height / 2), all.height * mostHeight)
}

const listenTo = (
  splitter: HTMLElement,
  { page, header, picture }: ArrangementParts,
  choose: (part: number | undefined) => void,
) => {
  const isBeside = () => page.classList.contains('beside')
  const whole = () => (isBeside() ? page.clientWidth : page.clientHeight - header.offsetHeight)
  splitter.addEventListener('pointerdown', event => {
    event.preventDefault()
    splitter.setPointerCapture(event.pointerId)
  })
  splitter.addEventListener('pointermove', event => {
    if (!splitter.hasPointerCapture(event.pointerId)) return
    choose((isBeside() ? event.clientX : event.clientY - header.offsetHeight) / whole())
  })
  splitter.addEventListener('dblclick', () => choose(undefined))
  splitter.addEventListener('keydown', ({ key }) => {
    const now = (isBeside() ? picture.offsetWidth : picture.offsetHeight) / whole()
    if (key === 'ArrowLeft' || key === 'ArrowUp') choose(now - 0.05)
    if (key === 'ArrowRight' || key === 'ArrowDown') choose(now + 0.05)
    if (key === 'Home') choose(undefined)
  })
}
