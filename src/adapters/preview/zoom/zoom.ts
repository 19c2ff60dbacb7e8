// Pan and zoom: gestures, buttons and keys move one transform.

import { type Box, isInside, overlap, type Size } from '../overlay/box'
import { listenToGestures, type Movements } from './gestures'
import { clamp, firstLook, fitting, largest, margin, scaledAt, smallest, type Transform } from './transform'

export interface Zoom extends Pick<Movements, 'zoomBy' | 'showAll' | 'showNatural' | 'home'> {
  /** The first look at a diagram, or the one that the reader left. */
  readonly open: (left?: Transform) => void
  /** Pans to an element in the stage, unless some of it is in view already. */
  readonly bringIntoView: (element: Element | undefined) => void
  /** Pans until an element in the stage is in the middle, unless all of it is in view already, away from the edges. */
  readonly bringToMiddle: (element: Element | undefined) => void
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
  /** After the last of many movements, or at once after a jump. */
  readonly rested: () => void
}

/** Milliseconds without a movement after which the picture is taken to rest. */
const pause = 120

export const createZoom = (parts: ZoomParts): Zoom => {
  const { viewport, content, beginning } = parts
  const stand = createStand(parts)
  const room = () => ({ width: viewport.clientWidth, height: viewport.clientHeight })
  const middle = () => ({ x: viewport.clientWidth / 2, y: viewport.clientHeight / 2 })
  const scaledTo = (scale: number, at = middle()) => scaledAt(stand.now(), scale, at)
  const panBy = (x: number, y: number) => {
    const now = stand.now()
    stand.move({ ...now, x: now.x + x, y: now.y + y })
  }
  const zoomedBy = (factor: number, at = middle()) => {
    const { scale } = stand.now()
    return scaledTo(clamp(scale * factor, Math.min(smallest, scale), largest), at)
  }
  const showAll = () => stand.lookBy(() => fitting(room(), content()))
  const home = () => stand.lookBy(() => firstLook(room(), content(), beginning()), { first: true })
  const movements: Movements = {
    panBy,
    zoomAt: (factor, x, y) => stand.move(zoomedBy(factor, { x, y })),
    zoomBy: factor => stand.jump(zoomedBy(factor)),
    showAll,
    showNatural: () => stand.jump(scaledTo(1)),
    home,
    toggle: (x, y) => (stand.now().scale < 0.99 ? stand.jump(scaledTo(1, { x, y })) : showAll()),
  }
  listenToGestures(viewport, movements)
  new ResizeObserver(stand.settle).observe(viewport)
  return {
    ...movements,
    open: left => (left && isInView(left, room(), content()) ? stand.jump(left) : home()),
    bringIntoView: element => {
      const shift = element && shiftInto(viewport.getBoundingClientRect(), element.getBoundingClientRect())
      if (shift) panBy(...shift)
    },
    bringToMiddle: element => {
      if (!element) return
      const [seen, box] = [viewport.getBoundingClientRect(), element.getBoundingClientRect()]
      if (isWellInside(box, seen)) return
      panBy(
        seen.left + seen.width / 2 - box.left - box.width / 2,
        seen.top + seen.height / 2 - box.top - box.height / 2,
      )
    },
    center: (x, y) => {
      const { scale } = stand.now()
      stand.move({ scale, x: middle().x - x * scale, y: middle().y - y * scale })
    },
    settle: stand.settle,
    now: stand.now,
    chosen: stand.chosen,
  }
}

/** The transform of the moment, and whether it is repeated when the viewport or the content changes. */
const createStand = ({ stage, moved, rested }: ZoomParts) => {
  let now: Transform = { x: margin, y: margin, scale: 1 }
  /** Until the reader moves. */
  let look: (() => Transform) | undefined
  let isFirst = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const apply = (next: Transform) => {
    now = next
    stage.style.transform = `translate(${next.x}px, ${next.y}px) scale(${next.scale})`
    stage.style.setProperty('--zoom', String(next.scale))
    moved()
    clearTimeout(timer)
    timer = setTimeout(rested, pause)
  }
  const rest = () => {
    clearTimeout(timer)
    rested()
  }
  const move = (next: Transform) => {
    look = undefined
    isFirst = false
    apply(next)
  }
  return {
    now: () => now,
    chosen: () => (isFirst ? undefined : now),
    /** One of many steps. */
    move,
    /** A single step, after which the reader looks. */
    jump: (next: Transform) => {
      move(next)
      rest()
    },
    lookBy: (chosen: () => Transform, { first = false } = {}) => {
      look = chosen
      isFirst = first
      apply(chosen())
      rest()
    },
    settle: () => (look ? apply(look()) : moved()),
  }
}

/** Also clear of the bar that searches, at the top. */
const isWellInside = (box: DOMRect, seen: DOMRect): boolean =>
  isInside(box, {
    x: seen.x + 8,
    y: seen.y + searchHeight,
    width: seen.width - 16,
    height: seen.height - searchHeight - 8,
  })

/** Pixels. */
const searchHeight = 46

/** A drawing may have become another since it was left. */
const isInView = ({ x, y, scale }: Transform, room: Size, content: Box): boolean =>
  overlap(
    { x: 0, y: 0, ...room },
    {
      x: x + content.x * scale,
      y: y + content.y * scale,
      width: content.width * scale,
      height: content.height * scale,
    },
  )

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
