// Halos around parts of the drawing: what the cursor in the source stands on, and what a search found.

import type { PreviewTarget } from '../../../service/preview/messages'
import { svg as create } from '../dom'
import { type Color, hex } from '../theme/color'
import type { Theme } from '../theme/theme'
import { grow } from './box'
import { betweenWords, traced } from './hit-areas'
import type { DrawingLayout } from './layout'

export interface SelectionScene {
  readonly layer: SVGGElement
  readonly theme: Theme
  readonly layout: DrawingLayout
}

export interface Halos {
  /** Puts one around the target, in place of the one before, and returns it. */
  readonly select: (target: PreviewTarget | undefined) => Element | undefined
  /** Puts some around what was found, in place of those before. */
  readonly mark: (targets: readonly PreviewTarget[]) => void
  /** In a new layer. */
  readonly again: () => void
}

export const createHalos = (scene: () => SelectionScene): Halos => {
  let selected: PreviewTarget | undefined
  let marked: readonly PreviewTarget[] = []
  const put = (name: string, targets: readonly PreviewTarget[], color: Color) => {
    const { layer, layout } = scene()
    layer.querySelector(`.${name}`)?.remove()
    const halos = targets.flatMap(target => haloFor({ layout, color }, target) ?? [])
    if (halos.length > 0) layer.prepend(create('g', { class: name }, ...halos))
    return halos[0]
  }
  const select = (target: PreviewTarget | undefined) => {
    selected = target
    return put('selection', target ? [target] : [], scene().theme.info)
  }
  const mark = (targets: readonly PreviewTarget[]) => {
    marked = targets
    put('matches', targets, scene().theme.warning)
  }
  return {
    select,
    mark,
    again: () => {
      select(selected)
      mark(marked)
    },
  }
}

/** A frame around a component, a broad band along an arrow, save where words are; undefined for what the drawing has not. */
export const haloFor = (
  { layout, color: halo }: Pick<SelectionScene, 'layout'> & { color: Color },
  target: PreviewTarget,
): SVGElement | undefined => {
  const color = hex(halo)
  if (target.kind === 'node') {
    const box = layout.geometry.nodes.get(target.id)
    if (!box) return undefined
    const style = `fill: none; stroke: ${color}; stroke-width: 2`
    return create('rect', { ...grow(box, 4), rx: 7, style })
  }
  if (target.kind !== 'arrow') return undefined
  const line = traced(layout, target.index)
  const dashes = betweenWords(layout, target.index)
  const style = `fill: none; stroke: ${color}; stroke-width: 12; stroke-opacity: 0.35; stroke-dasharray: ${dashes}`
  line?.setAttribute('style', style)
  return line
}
