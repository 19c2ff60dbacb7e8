// Pan and zoom: wheel, pinch, drag, buttons and keys move one transform.

import { type Box, overlap } from './overlay/box'

interface Transform {
  readonly x: number
  readonly y: number
  readonly scale: number
}

export interface Zoom {
  /** The first look at a diagram: all of it where that can be read, else where it begins. */
  readonly open: () => void
  readonly zoomBy: (factor: number) => void
  /** Shows all of the content, at most at its natural size. */
  readonly showAll: () => void
  /** Pans to an element in the stage, unless some of it is in view already. */
  readonly bringIntoView: (element: Element) => void
  /** After new content of the same diagram: stays where the reader went, else looks anew. */
  readonly settle: () => void
}

export interface ZoomParts {
  /** What is looked through: focusable, clips. */
  readonly viewport: HTMLElement
  /** What moves. */
  readonly stage: HTMLElement
  /** What there is to see, in the stage's own coordinates. */
  readonly content: () => Box
  /** Where reading begins, in the stage's own coordinates; the top left corner if unknown. */
  readonly beginning: () => Box | undefined
  readonly moved: () => void
}

const smallest = 0.05
const largest = 8
const margin = 24

/** At this scale labels are read without effort, and at the smaller one still with some. */
const readable = 0.6
const legible = 0.45

export const createZoom = ({ viewport, stage, content, beginning, moved }: ZoomParts): Zoom => {
  let now: Transform = { x: margin, y: margin, scale: 1 }
  /** Repeated when the viewport or the content changes, until the reader moves. */
  let look: (() => Transform) | undefined

  const apply = (next: Transform) => {
    now = next
    stage.style.transform = `translate(${next.x}px, ${next.y}px) scale(${next.scale})`
    stage.style.setProperty('--zoom', String(next.scale))
    moved()
  }
  const panBy = (x: number, y: number) => {
    look = undefined
    apply({ ...now, x: now.x + x, y: now.y + y })
  }
  const zoomAt = (factor: number, x: number, y: number) => {
    look = undefined
    const scale = clamp(now.scale * factor, Math.min(smallest, now.scale), largest)
    const ratio = scale / now.scale
    apply({ scale, x: x - (x - now.x) * ratio, y: y - (y - now.y) * ratio })
  }
  const zoomBy = (factor: number) => zoomAt(factor, viewport.clientWidth / 2, viewport.clientHeight / 2)
  const lookBy = (chosen: () => Transform) => {
    look = chosen
    apply(chosen())
  }
  const showAll = () => lookBy(() => fitting(viewport, content()))
  const open = () =>
    lookBy(() => {
      const all = fitting(viewport, content())
      return all.scale >= legible ? all : startingAt(beginning(), viewport, content())
    })

  const bringIntoView = (element: Element) => {
    const seen = viewport.getBoundingClientRect()
    const box = element.getBoundingClientRect()
    if (overlap(seen, box)) return
    // No further than needed, so that as much as possible of what was seen stays in view.
    panBy(
      inward(seen.left, seen.right, box.left, box.right),
      inward(seen.top, seen.bottom, box.top, box.bottom),
    )
  }

  listenToWheel(viewport, panBy, zoomAt)
  listenToDrag(viewport, panBy)
  listenToKeys(viewport, { panBy, zoomBy, showAll })
  new ResizeObserver(() => {
    if (look) apply(look())
  }).observe(viewport)

  return { open, zoomBy, bringIntoView, showAll, settle: () => (look ? apply(look()) : moved()) }
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

const fitting = (viewport: HTMLElement, { x, y, width, height }: Box): Transform => {
  const across = (viewport.clientWidth - 2 * margin) / Math.max(1, width)
  const down = (viewport.clientHeight - 2 * margin) / Math.max(1, height)
  const scale = Math.min(1, Math.max(0, across), Math.max(0, down)) || smallest
  return {
    scale,
    x: (viewport.clientWidth - width * scale) / 2 - x * scale,
    y: (viewport.clientHeight - height * scale) / 2 - y * scale,
  }
}

/** Readable, with the beginning in view and no more empty space around the content than has to be. */
const startingAt = (beginning: Box | undefined, viewport: HTMLElement, content: Box): Transform => {
  const { x, y, width, height } = beginning ?? { ...content, width: 0, height: 0 }
  const along = (room: number, start: number, length: number, middle: number) => {
    const [first, last] = [margin - start * readable, room - margin - (start + length) * readable]
    return last > first ? (first + last) / 2 : clamp(room / 2 - middle * readable, last, first)
  }
  return {
    scale: readable,
    x: along(viewport.clientWidth, content.x, content.width, x + width / 2),
    y: along(viewport.clientHeight, content.y, content.height, y + height / 2),
  }
}

/** How far a stretch has to move to lie inside another, with a margin; to its beginning if it is longer. */
const inward = (low: number, high: number, start: number, end: number): number => {
  const [first, last] = [low + margin, high - margin]
  if (start < first || end - start > last - first) return first - start
  return end > last ? last - end : 0
}

const listenToWheel = (
  viewport: HTMLElement,
  panBy: (x: number, y: number) => void,
  zoomAt: (factor: number, x: number, y: number) => void,
) =>
  viewport.addEventListener(
    'wheel',
    event => {
      event.preventDefault()
      // A pinch on a touchpad arrives as a wheel with ctrl.
      if (!event.ctrlKey && !event.metaKey) return panBy(-event.deltaX, -event.deltaY)
      const { left, top } = viewport.getBoundingClientRect()
      zoomAt(Math.exp(-clamp(event.deltaY, -100, 100) * 0.008), event.clientX - left, event.clientY - top)
    },
    { passive: false },
  )

/** A press that moves further than this is a drag, not a click. */
const slack = 4

const listenToDrag = (viewport: HTMLElement, panBy: (x: number, y: number) => void) => {
  let last: { x: number; y: number } | undefined
  let dragging = false
  viewport.addEventListener('pointerdown', event => {
    dragging = false
    if (event.button === 0) last = { x: event.clientX, y: event.clientY }
  })
  viewport.addEventListener('pointermove', event => {
    if (!last) return
    const x = event.clientX - last.x
    const y = event.clientY - last.y
    if (!dragging && Math.hypot(x, y) < slack) return
    // Captured late, so that a click without a drag still reaches what lies under it.
    if (!dragging) viewport.setPointerCapture(event.pointerId)
    dragging = true
    last = { x: event.clientX, y: event.clientY }
    panBy(x, y)
  })
  for (const end of ['pointerup', 'pointercancel']) {
    viewport.addEventListener(end, () => {
      last = undefined
    })
  }
  const swallowAfterDrag = (event: Event) => {
    if (dragging) event.stopPropagation()
    dragging = false
  }
  viewport.addEventListener('click', swallowAfterDrag, { capture: true })
}

const step = 60

const listenToKeys = (
  viewport: HTMLElement,
  {
    panBy,
    zoomBy,
    showAll,
  }: { panBy: (x: number, y: number) => void; zoomBy: (factor: number) => void; showAll: () => void },
) => {
  const keys = new Map([
    ['ArrowLeft', () => panBy(step, 0)],
    ['ArrowRight', () => panBy(-step, 0)],
    ['ArrowUp', () => panBy(0, step)],
    ['ArrowDown', () => panBy(0, -step)],
    ['+', () => zoomBy(1.25)],
    ['=', () => zoomBy(1.25)],
    ['-', () => zoomBy(0.8)],
    ['0', showAll],
  ])
  viewport.addEventListener('keydown', event => {
    const act = keys.get(event.key)
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  })
}
