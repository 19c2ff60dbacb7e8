// Arrowheads that go with a painted line: Mermaid's own, in its color and grown with its width.

import { svg as create } from '../dom'

export type DrawnEnd = 'marker-start' | 'marker-end'

export interface HeadStyle {
  readonly end: DrawnEnd
  readonly color: string
  /** Of the painted line, and of the line as Mermaid drew it. */
  readonly width: number
  readonly drawnWidth: number
}

export interface DrawnHead {
  readonly url: string
  /** How far the line must stop before its end so that it does not show beside the head's tip. */
  readonly cut: number
}

export interface Arrowheads {
  /** A head like the one of this url; undefined where there is none. */
  readonly like: (url: string | null, style: HeadStyle) => DrawnHead | undefined
  readonly remove: () => void
}

/** Arrowheads are shared by lines that are painted alike. */
export const createArrowheads = (svg: SVGSVGElement): Arrowheads => {
  const originals = new Map([...svg.querySelectorAll('marker')].map(marker => [marker.id, marker]))
  const made = new Map<string, DrawnHead>()
  const shelf = create('defs')
  svg.append(shelf)
  return {
    like: (url, style) => {
      const id = /^url\(["']?#(.+?)["']?\)$/.exec(url ?? '')?.[1] ?? ''
      const original = originals.get(id)
      if (!original) return undefined
      const key = `${id} ${style.end} ${style.color} ${style.width.toFixed(1)}`
      const head = made.get(key) ?? copyOf(original, style, { shelf, id: `${svg.id}-head-${made.size}` })
      made.set(key, head)
      return head
    },
    remove: () => shelf.remove(),
  }
}

const copyOf = (
  original: SVGMarkerElement,
  { end, color, width, drawnWidth }: HeadStyle,
  { shelf, id }: { shelf: SVGDefsElement; id: string },
): DrawnHead => {
  const inStrokeWidths = original.markerUnits.baseVal === SVGMarkerElement.SVG_MARKERUNITS_STROKEWIDTH
  const growth = Math.min(2, Math.max(1, width / 2.6))
  const size = { width: original.markerWidth.baseVal.value, height: original.markerHeight.baseVal.value }
  const frame = original.hasAttribute('viewBox')
    ? original.viewBox.baseVal
    : new DOMRect(0, 0, size.width, size.height)
  const unit = ((inStrokeWidths ? drawnWidth : 1) * size.width) / (frame.width || 1)
  // The tip is on the side that points away from the line, and must stay where it was.
  const tipLeft = end === 'marker-start' && original.getAttribute('orient') !== 'auto-start-reverse'
  const tip = tipLeft ? frame.x : frame.x + frame.width
  const beyond = tip - original.refX.baseVal.value
  const copy = create('marker')
  for (const { name, value } of original.attributes) copy.setAttribute(name, value)
  copy.id = id
  copy.innerHTML = original.innerHTML
  copy.setAttribute('markerUnits', 'userSpaceOnUse')
  copy.setAttribute('viewBox', `${frame.x} ${frame.y} ${frame.width} ${frame.height}`)
  copy.setAttribute('markerWidth', String(frame.width * unit * growth))
  copy.setAttribute('markerHeight', String(frame.height * unit * growth))
  copy.setAttribute('refX', String(tip - beyond / growth))
  for (const shape of copy.querySelectorAll<SVGElement>('*')) {
    shape.style.setProperty('fill', color, 'important')
    shape.style.setProperty('stroke', color, 'important')
  }
  shelf.append(copy)
  return { url: `url(#${id})`, cut: growth > 1 ? Math.max(0, width - Math.abs(beyond) * unit) : 0 }
}
