// Arrows colored and widened by their share of the figure on view.

import { svg as create } from '../dom'
import { type Color, hex, mix } from '../color'
import { keyOf } from '../target'
import type { Theme } from '../theme'
import type { Mode, PictureFlow } from '../view'
import type { Parts } from './parts'

export interface ArrowPaint {
  readonly mode: Mode
  readonly flow: PictureFlow
  readonly theme: Theme
}

/** Gives arrows color and width; returns how to take them back. */
export const paintArrows = (svg: SVGSVGElement, parts: Parts, paint: ArrowPaint): (() => void) => {
  if (paint.mode === 'plain') return () => {}
  const markers = create('defs')
  svg.append(markers)
  const weights = weightsOf(paint)
  const undo = [...parts.arrows].map(([index, element]) => {
    const weight = weights.get(keyOf({ kind: 'arrow', index }))
    const stroke = strokeOf(weight, paint)
    return repaint(element, stroke, { svg, markers })
  })
  return () => {
    for (const restore of undo) restore()
    markers.remove()
  }
}

interface Weight {
  /** 0..1 */
  readonly share: number
  readonly critical: boolean
}

/** Latency colors the critical path alone; a share of the unavailability or of the load counts wherever it is. */
const weightsOf = ({ mode, flow }: ArrowPaint): Map<string, Weight> => {
  const critical = new Set(flow.bars.filter(bar => bar.onCriticalPath).map(bar => keyOf(bar.target)))
  const most = Math.max(2, ...flow.shares.map(share => share.attempts ?? 0))
  return new Map(
    flow.shares.map(share => {
      const key = keyOf(share.target)
      if (mode === 'latency') return [key, { share: share.latency, critical: critical.has(key) }]
      if (mode === 'availability')
        return [key, { share: share.unavailability, critical: share.unavailability > 0 }]
      const attempts = share.attempts ?? 1
      return [key, { share: (attempts - 1) / (most - 1), critical: attempts > 1 }]
    }),
  )
}

interface Stroke {
  readonly color: Color
  readonly width: number
  readonly opacity: number
  readonly steady: boolean
}

const strokeOf = (weight: Weight | undefined, { mode, theme }: ArrowPaint): Stroke => {
  if (!weight) return { color: theme.line, width: 1.2, opacity: theme.highContrast ? 1 : 0.5, steady: false }
  const heat = mode === 'plain' ? theme.line : theme[mode]
  const share = Math.min(1, Math.max(0, weight.share))
  return {
    color: weight.critical ? mix(theme.line, heat, 0.35 + 0.65 * Math.sqrt(share)) : theme.line,
    width: 1.6 + 4.9 * share,
    opacity: 1,
    steady: weight.critical,
  }
}

/** The colored ones keep a width that can be seen when a large picture is shown small. */
const strokeWidth = ({ width, steady }: Stroke) =>
  steady ? `calc(${width}px * clamp(1, 0.45 / var(--zoom, 1), 4))` : `${width}px`

interface Canvas {
  readonly svg: SVGSVGElement
  readonly markers: SVGDefsElement
}

const repaint = (element: SVGGeometryElement, stroke: Stroke, canvas: Canvas): (() => void) => {
  const color = hex(stroke.color)
  const heads = [...(element.parentElement?.querySelectorAll<SVGElement>('polygon.arrow') ?? [])]
  const touched = [element, ...heads]
  const before = touched.map(each => each.getAttribute('style'))
  const ends = (['marker-start', 'marker-end'] as const).map(end => [end, element.getAttribute(end)] as const)
  const drawnWidth = Number.parseFloat(getComputedStyle(element).strokeWidth) || 1
  element.style.setProperty('stroke', color, 'important')
  element.style.setProperty('stroke-width', strokeWidth(stroke), 'important')
  element.style.setProperty('opacity', String(stroke.opacity))
  for (const head of heads) head.style.setProperty('fill', color, 'important')
  for (const [end, url] of ends) {
    const marker = coloredMarker(canvas, url, { color, width: stroke.width, drawnWidth })
    if (marker) element.setAttribute(end, `url(#${marker.id})`)
  }
  return () => {
    touched.forEach((each, place) => {
      restore(each, 'style', before[place] ?? null)
    })
    for (const [end, url] of ends) restore(element, end, url)
  }
}

const restore = (element: Element, name: string, value: string | null) => {
  if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}

/** Mermaid's own arrowhead in the line's color, grown with its width. */
const coloredMarker = (
  { svg, markers }: Canvas,
  url: string | null,
  { color, width, drawnWidth }: { color: string; width: number; drawnWidth: number },
): SVGMarkerElement | undefined => {
  const id = /^url\(["']?#(.+?)["']?\)$/.exec(url ?? '')?.[1]
  const original = [...svg.querySelectorAll('marker')].find(marker => marker.id === id)
  if (!original) return undefined
  const inStrokeWidths = original.markerUnits.baseVal === SVGMarkerElement.SVG_MARKERUNITS_STROKEWIDTH
  const scale = (inStrokeWidths ? drawnWidth : 1) * Math.min(2, Math.max(1, width / 2.6))
  const copy = create('marker')
  for (const { name, value } of original.attributes) copy.setAttribute(name, value)
  copy.id = `${svg.id}-head-${markers.childElementCount}`
  copy.innerHTML = original.innerHTML
  copy.setAttribute('markerUnits', 'userSpaceOnUse')
  // Without a view box the shape would keep its size in a larger frame.
  const { value: across } = original.markerWidth.baseVal
  const { value: down } = original.markerHeight.baseVal
  if (!original.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${across} ${down}`)
  copy.setAttribute('markerWidth', String(across * scale))
  copy.setAttribute('markerHeight', String(down * scale))
  for (const shape of copy.querySelectorAll<SVGElement>('*')) {
    shape.style.setProperty('fill', color, 'important')
    shape.style.setProperty('stroke', color, 'important')
  }
  markers.append(copy)
  return copy
}
