// Wheel, pinch, drag, double-click and keys as movements of the picture.

import { clamp } from './transform'

export interface Movements {
  readonly panBy: (x: number, y: number) => void
  /** By a factor, around a point of the viewport. */
  readonly zoomAt: (factor: number, x: number, y: number) => void
  readonly zoomBy: (factor: number) => void
  readonly showAll: () => void
  readonly showNatural: () => void
  /** Back to the first look. */
  readonly home: () => void
  /** Between all of it and its natural size around a point. */
  readonly toggle: (x: number, y: number) => void
}

export const listenToGestures = (viewport: HTMLElement, movements: Movements) => {
  listenToWheel(viewport, movements)
  listenToDrag(viewport, movements)
  listenToKeys(viewport, movements)
  viewport.addEventListener('dblclick', event => {
    if (
      event.target instanceof Element &&
      event.target.closest('.interactive, .handle, .group-toggle, .marker-pin')
    )
      return
    const { left, top } = viewport.getBoundingClientRect()
    movements.toggle(event.clientX - left, event.clientY - top)
  })
}

const listenToWheel = (viewport: HTMLElement, { panBy, zoomAt }: Movements) =>
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

const listenToDrag = (viewport: HTMLElement, { panBy }: Movements) => {
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

const listenToKeys = (viewport: HTMLElement, { panBy, zoomBy, showAll, showNatural, home }: Movements) => {
  const keys = new Map([
    ['ArrowLeft', () => panBy(step, 0)],
    ['ArrowRight', () => panBy(-step, 0)],
    ['ArrowUp', () => panBy(0, step)],
    ['ArrowDown', () => panBy(0, -step)],
    ['+', () => zoomBy(1.25)],
    ['=', () => zoomBy(1.25)],
    ['-', () => zoomBy(0.8)],
    ['0', showAll],
    ['1', showNatural],
    ['Home', home],
  ])
  viewport.addEventListener('keydown', event => {
    const act = keys.get(event.key)
    if (!act || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  })
}
