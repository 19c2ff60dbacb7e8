// Components filled by how much of their capacity is in use.

import { type Color, contrast, hex, mix } from '../theme/color'
import type { Theme } from '../theme/theme'
import type { PreviewFlow } from '../view'
import type { DrawnParts } from './parts'

/**
 * From the theme's background to as much of its color of utilization as words on it bear, and of its color of errors
 * where requests wait or are refused.
 */
export const tintOf = (utilization: number, theme: Theme): Color => {
  const heat = utilization >= 1 ? theme.error : theme.utilization
  return mix(theme.background, strongest(heat, theme), Math.min(1, Math.max(0, utilization)))
}

const strongest = (heat: Color, { background, foreground }: Theme): Color => {
  for (let amount = 0.75; amount > 0; amount -= 0.05) {
    const tint = mix(background, heat, amount)
    if (contrast(tint, foreground) >= 4.5) return tint
  }
  return background
}

const shapes = [
  ':scope > :is(rect, path, polygon, circle, ellipse)',
  ':scope > g:not(.label) > :is(rect, path, polygon, circle, ellipse)',
].join(', ')

/** Fills the components of which a flow knows the load; returns how to take that back. */
export const tintNodes = ({ nodes }: DrawnParts, flow: PreviewFlow, theme: Theme): (() => void) => {
  const filled = (flow.load ?? []).flatMap(({ at, utilization }) => {
    const element = nodes.get(at)
    const tint = hex(tintOf(utilization, theme))
    return [...(element?.querySelectorAll<SVGElement>(shapes) ?? [])]
      .filter(shape => getComputedStyle(shape).fill !== 'none')
      .map(shape => ({ shape, tint, before: shape.getAttribute('style') }))
  })
  for (const { shape, tint } of filled) shape.style.setProperty('fill', tint, 'important')
  return () => {
    for (const { shape, before } of filled) {
      if (before === null) shape.removeAttribute('style')
      else shape.setAttribute('style', before)
    }
  }
}
