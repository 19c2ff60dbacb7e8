// Pan and zoom: gestures, buttons and keys move one transform.

import { listenToGestures, type Movements } from './gestures'
import { type Box, overlap } from './overlay/box'
import { clamp, firstLook, fitting, largest, margin, scaledAt, smallest, type Transform } from './transform'

export interface Zoom extends Pick<Movements, 'zoomBy' | 'showAll' | 'showNatural' | 'home'> {
  /** The first look at a diagram, or the one that the reader left. */
  readonly open: (left?: Transform) => void
  /** Pans to an element in the stage, unless some of it is in view already. */
  readonly bringIntoView: (element: Element) => void
  /** Puts a place of the stage into the middle. */
  readonly center: (x: number, y: number) => void
  /** After new content of the same diagram: stays where the reader went, else looks anew. */
  readonly settle: () => void
  readonly now: () => Transform
  /** Where the reader went; undefined for the first look. */
  readonly chosen: () => Transform | undefined
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
  /** After the last of many movements. */
  readonly rested: () => void
}

/** Milliseconds without a movement after which the picture is taken to rest. */
const pause = 120

export const createZoom = (parts: ZoomParts): Zoom => {
  const { viewport, stage, content, beginning } = parts
  let now: Transform = { x: margin, y: margin, scale: 1 }
  /** Repeated when the viewport or the content changes, until the reader moves. */
  let look: (() => Transform) | undefined
  let first = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const room = () => ({ width: viewport.clientWidth, height: viewport.clientHeight })
  const apply = (next: Transform) => {
    now = next
    stage.style.transform = `translate(${next.x}px, ${next.y}px) scale(${next.scale})`
    stage.style.setProperty('--zoom', String(next.scale))
    parts.moved()
    clearTimeout(timer)
    timer = setTimeout(parts.rested, pause)
  }
  const move = (next: Transform) => {
    look = undefined
    first = false
    apply(next)
  }
  const lookBy = (chosen: () => Transform, isFirst = false) => {
    look = chosen
    first = isFirst
    apply(chosen())
    parts.rested()
  }
  const scaleTo = (scale: number, x: number, y: number) => move(scaledAt(now, scale, { x, y }))
  const middle = () => [viewport.clientWidth / 2, viewport.clientHeight / 2] as const
  const panBy = (x: number, y: number) => move({ ...now, x: now.x + x, y: now.y + y })
  const zoomAt = (factor: number, x: number, y: number) =>
    scaleTo(clamp(now.scale * factor, Math.min(smallest, now.scale), largest), x, y)
  const showAll = () => lookBy(() => fitting(room(), content()))
  const home = () => lookBy(() => firstLook(room(), content(), beginning()), true)
  const movements: Movements = {
    panBy,
    zoomAt,
    zoomBy: factor => zoomAt(factor, ...middle()),
    showAll,
    showNatural: () => scaleTo(1, ...middle()),
    home,
    toggle: (x, y) => (now.scale < 0.99 ? scaleTo(1, x, y) : showAll()),
  }
  listenToGestures(viewport, movements)
  new ResizeObserver(() => {
    if (look) apply(look())
    else parts.moved()
  }).observe(viewport)

  return {
    ...movements,
    open: left => (left ? move(left) : home()),
    bringIntoView: element => {
      const shift = shiftInto(viewport.getBoundingClientRect(), element.getBoundingClientRect())
      if (shift) panBy(...shift)
    },
    center: (x, y) => {
      const [across, down] = middle()
      move({ ...now, x: across - x * now.scale, y: down - y * now.scale })
    },
    settle: () => (look ? apply(look()) : parts.moved()),
    now: () => now,
    chosen: () => (first ? undefined : now),
  }
}

/** No further than needed, so that as much as possible of what was seen stays in view; undefined where some of it is. */
const shiftInto = (seen: DOMRect, box: DOMRect): readonly [number, number] | undefined =>
  overlap(seen, box)
    ? undefined
    : [inward(seen.left, seen.right, box.left, box.right), inward(seen.top, seen.bottom, box.top, box.bottom)]

/** How far a stretch has to move to lie inside another, with a margin; to its beginning if it is longer. */
const inward = (low: number, high: number, start: number, end: number): number => {
  const [first, last] = [low + margin, high - margin]
  if (start < first || end - start > last - first) return first - start
  return end > last ? last - end : 0
}
