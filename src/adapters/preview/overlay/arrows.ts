// Arrows colored and widened by their share of the figure on view.

import { keyOf } from '../target'
import { type Color, hex, mix } from '../theme/color'
import type { Theme } from '../theme/theme'
import type { ColorMode, PreviewFlow } from '../view'
import { type Arrowheads, createArrowheads } from './arrowheads'
import type { Segment } from './geometry'
import type { DrawnParts } from './parts'

export interface ArrowPaint {
  readonly mode: ColorMode
  readonly flow: PreviewFlow
  readonly theme: Theme
}

/** Gives arrows color and width; returns how to take them back. */
export const paintArrows = (
  svg: SVGSVGElement,
  { parts, lines }: Painted,
  paint: ArrowPaint,
): (() => void) => {
  if (paint.mode === 'plain') return () => {}
  const arrowheads = createArrowheads(svg)
  const weights = weightsOf(paint)
  const undo = [...parts.arrows].flatMap(([index, element]) => {
    const line = lines.get(index)
    const weight = weights.get(keyOf({ kind: 'arrow', index }))
    return line ? [repaint(element, strokeOf(weight, paint), { arrowheads, line })] : []
  })
  return () => {
    for (const restore of undo) restore()
    arrowheads.remove()
  }
}

export interface Painted {
  readonly parts: DrawnParts
  readonly lines: ReadonlyMap<number, Segment>
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
      if (mode === 'utilization') return [key, { share: 0, critical: false }]
      const attempts = share.attempts ?? 1
      return [key, { share: (attempts - 1) / (most - 1), critical: attempts > 1 }]
    }),
  )
}

interface Stroke {
  readonly color: Color
  readonly width: number
  /** Off the path of the request: told by dashes, since a fainter line could not be seen. */
  readonly off: boolean
  readonly steady: boolean
}

const strokeOf = (weight: Weight | undefined, { mode, theme }: ArrowPaint): Stroke => {
  if (!weight) return { color: theme.line, width: 1.2, off: true, steady: false }
  const heat = mode === 'plain' ? theme.line : theme[mode]
  const share = Math.min(1, Math.max(0, weight.share))
  return {
    color: weight.critical ? mix(theme.line, heat, 0.35 + 0.65 * Math.sqrt(share)) : theme.line,
    width: 1.6 + 4.9 * share,
    off: false,
    steady: weight.critical,
  }
}

/** The colored ones keep a width that can be seen when a large picture is shown small. */
const strokeWidth = ({ width, steady }: Stroke) =>
  steady ? `calc(${width}px * clamp(1, 0.45 / var(--zoom, 1), 4))` : `${width}px`

interface Tools {
  readonly arrowheads: Arrowheads
  readonly line: Segment
}

const repaint = (element: SVGGeometryElement, stroke: Stroke, { arrowheads, line }: Tools): (() => void) => {
  const color = hex(stroke.color)
  const tips = [...(element.parentElement?.querySelectorAll<SVGElement>(':scope > polygon.arrow') ?? [])]
  const painted = [element, ...tips]
  const before = painted.map(each => each.getAttribute('style'))
  const ends = (['marker-start', 'marker-end'] as const).map(end => [end, element.getAttribute(end)] as const)
  element.style.setProperty('stroke', color, 'important')
  element.style.setProperty('stroke-width', strokeWidth(stroke), 'important')
  for (const tip of tips) tip.style.setProperty('fill', color, 'important')
  const cuts = ends.map(([end, url]) => {
    const head = arrowheads.like(url, { end, color, width: stroke.width, drawnWidth: line.strokeWidth })
    if (head) element.setAttribute(end, head.url)
    return head?.cut ?? 0
  })
  if (stroke.off && !line.dashed) element.style.setProperty('stroke-dasharray', '2 4', 'important')
  else shorten(element, line, cuts)
  return () => {
    painted.forEach((each, place) => {
      restore(each, 'style', before[place] ?? null)
    })
    for (const [end, url] of ends) restore(element, end, url)
  }
}

/** A wide line stops before its head's tip; a dashed one has no end to speak of. */
const shorten = (
  element: SVGGeometryElement,
  { length, dashed }: Segment,
  [start = 0, end = 0]: readonly number[],
) => {
  if (dashed || start + end === 0 || length <= start + end) return
  element.style.setProperty('stroke-dasharray', `0 ${start} ${length - start - end} ${end + 1}`, 'important')
}

const restore = (element: Element, name: string, value: string | null) => {
  if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}
