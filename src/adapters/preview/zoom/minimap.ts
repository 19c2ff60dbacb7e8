// The whole drawing in small, with a frame around what is in view; shown where that is not all of it.

import { html, svg } from '../dom'
import { grow, overlap } from '../overlay/box'
import type { Geometry } from '../overlay/geometry'
import { t } from '../translation'
import { mapSize, type Transform } from './transform'

export interface Minimap {
  readonly element: HTMLElement
  readonly draw: (geometry: Geometry, isNode: (id: string) => boolean) => void
  /** Moves to a corner where it covers nothing, if there is one; labels that it covers all the same are hidden. */
  readonly keepClear: (labels: readonly Element[], others: readonly Element[]) => void
  /** Moves the frame; hides everything where nothing is out of view. */
  readonly follow: (transform: Transform, room: { readonly width: number; readonly height: number }) => void
}

/** `goTo` gets places of the drawing, from its top left corner. */
export const createMinimap = (goTo: (x: number, y: number) => void): Minimap => {
  const frame = svg('rect', { class: 'frame' })
  const boxes = svg('g')
  const map = svg('svg', { 'aria-hidden': 'true' }, boxes, frame)
  const element = html('div', { class: 'minimap', hidden: true, title: t('Click to go there') }, map)
  let size = { width: 1, height: 1 }

  whileHeld(element, event => {
    const { left, top, width, height } = map.getBoundingClientRect()
    goTo(((event.clientX - left) / width) * size.width, ((event.clientY - top) / height) * size.height)
  })
  return {
    element,
    draw: (geometry, isNode) => {
      const { width, height } = geometry.frame
      size = { width, height }
      map.setAttribute('viewBox', `0 0 ${width} ${height}`)
      for (const [name, pixels] of Object.entries(mapSize(size))) map.setAttribute(name, String(pixels))
      boxes.setAttribute('transform', `translate(${-geometry.frame.x} ${-geometry.frame.y})`)
      boxes.replaceChildren(...shapesOf(geometry, isNode))
    },
    keepClear: (labels, others) => {
      const boxes = element.hidden ? [] : [...labels, ...others].map(label => label.getBoundingClientRect())
      const covered = () => {
        const own = grow(element.getBoundingClientRect(), 2)
        return boxes.map(box => overlap(box, own))
      }
      const standIn = (corner: readonly string[]) => {
        for (const side of ['left', 'top']) element.classList.toggle(side, corner.includes(side))
        return !covered().includes(true)
      }
      if (covered().includes(true) && !corners.some(standIn)) standIn([])
      const hidden = covered()
      for (const [place, label] of labels.entries())
        label.classList.toggle('under-map', hidden[place] === true)
    },
    follow: ({ x, y, scale }, room) => {
      const seen = { x: -x / scale, y: -y / scale, width: room.width / scale, height: room.height / scale }
      const across = seen.x <= 1 && seen.x + seen.width >= size.width - 1
      const down = seen.y <= 1 && seen.y + seen.height >= size.height - 1
      element.hidden = across && down
      for (const [name, value] of Object.entries(seen)) frame.setAttribute(name, String(value))
    },
  }
}

/** At the bottom right, where nothing is said otherwise; never at the top right, where searches are. */
const corners = [[], ['left'], ['left', 'top']] as const

const shapesOf = ({ nodes, arrows }: Geometry, isNode: (id: string) => boolean): readonly SVGElement[] => {
  const lines = [...arrows.values()].map(({ points }) =>
    points
      .filter((_, place) => place % 8 === 0 || place === points.length - 1)
      .map((point, place) => `${place === 0 ? 'M' : 'L'}${point.x.toFixed(0)} ${point.y.toFixed(0)}`)
      .join(''),
  )
  const boxes = [...nodes].map(([id, { x, y, width, height }]) =>
    svg('rect', { class: isNode(id) ? 'box' : 'group', x, y, width, height }),
  )
  return [svg('path', { class: 'lines', d: lines.join('') }), ...boxes]
}

const whileHeld = (element: HTMLElement, act: (event: PointerEvent) => void) => {
  element.addEventListener('pointerdown', event => {
    event.preventDefault()
    element.setPointerCapture(event.pointerId)
    act(event)
  })
  element.addEventListener('pointermove', event => {
    if (element.hasPointerCapture(event.pointerId)) act(event)
  })
}
