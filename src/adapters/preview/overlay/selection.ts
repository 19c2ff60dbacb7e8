// The part of the drawing that the cursor in the source stands on.

import type { PreviewTarget } from '../../../service/preview/messages'
import { svg as create } from '../dom'
import { hex } from '../theme/color'
import type { Theme } from '../theme/theme'
import { grow } from './box'
import { traced } from './hit-areas'
import type { DrawingLayout } from './layout'

export interface SelectionScene {
  readonly layer: SVGGElement
  readonly theme: Theme
  readonly layout: DrawingLayout
}

/** Puts a halo around the target, in place of the one before. */
export const select = (scene: SelectionScene, target: PreviewTarget | undefined): Element | undefined => {
  scene.layer.querySelector('.selection')?.remove()
  const halo = target && haloFor(scene, target)
  if (halo) scene.layer.prepend(create('g', { class: 'selection' }, halo))
  return halo
}

const haloFor = ({ theme, layout }: SelectionScene, target: PreviewTarget): SVGElement | undefined => {
  const color = hex(theme.info)
  if (target.kind === 'node') {
    const box = layout.geometry.nodes.get(target.id)
    if (!box) return undefined
    const style = `fill: none; stroke: ${color}; stroke-width: 2`
    return create('rect', { ...grow(box, 4), rx: 7, style })
  }
  const halo = target.kind === 'arrow' ? traced(layout, target.index) : undefined
  if (!halo) return undefined
  halo.setAttribute('style', `fill: none; stroke: ${color}; stroke-width: 12; stroke-opacity: 0.35`)
  return halo
}
