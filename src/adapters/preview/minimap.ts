// The whole drawing in small, with a frame around what is in view; shown where that is not all of it.

import { html, svg } from './dom'
import type { Geometry } from './overlay/geometry'
import type { Transform } from './transform'

export interface Minimap {
  readonly element: HTMLElement
  readonly draw: (geometry: Geometry, isNode: (id: string) => boolean) => void
  /** Moves the frame; hides everything where nothing is out of view. */
  readonly follow: (transform: Transform, room: { readonly width: number; readonly height: number }) => void
}

const largest = { width: 168, height: 104 }

/** `goTo` gets places of the drawing, from its top left corner. */
export const createMinimap = (goTo: (x: number, y: number) => void): Minimap => {
  const frame = svg('rect', { class: 'frame' })
  const boxes = svg('g')
  const map = svg('svg', { 'aria-hidden': 'true' }, boxes, frame)
  const element = html('div', { class: 'minimap', hidden: true, title: 'Press to go there' }, map)
  let size = { width: 1, height: 1 }

  const go = (event: PointerEvent) => {
    const { left, top, width, height } = map.getBoundingClientRect()
    goTo(((event.clientX - left) / width) * size.width, ((event.clientY - top) / height) * size.height)
  }
  element.addEventListener('pointerdown', event => {
    event.preventDefault()
    element.setPointerCapture(event.pointerId)
    go(event)
  })
  element.addEventListener('pointermove', event => {
    if (element.hasPointerCapture(event.pointerId)) go(event)
  })
  return {
    element,
    draw: ({ frame: { x, y, width, height }, nodes, arrows }, isNode) => {
      size = { width, height }
      const scale = Math.min(largest.width / width, largest.height / height)
      map.setAttribute('viewBox', `0 0 ${width} ${height}`)
      map.setAttribute('width', String(Math.max(24, width * scale)))
      map.setAttribute('height', String(Math.max(16, height * scale)))
      const lines = [...arrows.values()].map(({ points }) =>
        points
          .filter((_, place) => place % 8 === 0 || place === points.length - 1)
          .map(
            (point, place) =>
              `${place === 0 ? 'M' : 'L'}${(point.x - x).toFixed(0)} ${(point.y - y).toFixed(0)}`,
          )
          .join(''),
      )
      const rectangles = [...nodes].map(([id, box]) =>
        svg('rect', {
          class: isNode(id) ? 'box' : 'group',
          x: box.x - x,
          y: box.y - y,
          width: box.width,
          height: box.height,
        }),
      )
      boxes.replaceChildren(svg('path', { class: 'lines', d: lines.join('') }), ...rectangles)
    },
    follow: (transform, room) => {
      const { scale } = transform
      const seen = {
        x: -transform.x / scale,
        y: -transform.y / scale,
        width: room.width / scale,
        height: room.height / scale,
      }
      const all =
        seen.x <= 1 &&
        seen.y <= 1 &&
        seen.x + seen.width >= size.width - 1 &&
        seen.y + seen.height >= size.height - 1
      element.hidden = all
      for (const [name, value] of Object.entries(seen)) frame.setAttribute(name, String(value))
    },
  }
}
