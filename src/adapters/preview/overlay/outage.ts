// What is tried as down, struck out in the drawing, and what needs it, dimmed.

import type { PreviewModel } from '../../../service/preview/messages'
import { svg as create } from '../dom'
import { hex } from '../theme/color'
import type { Theme } from '../theme/theme'
import type { PreviewFlow } from '../view'
import { grow } from './box'
import type { DrawingLayout } from './layout'

export interface OutageScene {
  readonly layer: SVGGElement
  readonly theme: Theme
  readonly layout: DrawingLayout
  readonly picture: PreviewModel
  readonly flow: PreviewFlow | undefined
}

/** Strikes out what is down; returns how to take back what else it changed. */
export const showOutage = ({ layer, theme, layout, picture, flow }: OutageScene): (() => void) => {
  const down = downIn(picture)
  if (down.size === 0) return () => {}
  layer.append(...[...down].flatMap(id => strike(layout, id, theme)))
  const lost = flow?.availability === 0 ? callersOf(picture, down) : new Set<string>()
  const { nodes, arrows } = layout.parts
  const dimmed = [
    ...[...lost].filter(id => !down.has(id)).flatMap(id => nodes.get(id) ?? []),
    // Calls that end at what is lost are not answered either.
    ...picture.arrows.filter(({ to }) => lost.has(to)).flatMap(({ index }) => arrows.get(index) ?? []),
  ]
  for (const element of dimmed) element.classList.add('dimmed')
  layer.append(create('style', {}, dimming(theme)))
  return () => {
    for (const element of dimmed) element.classList.remove('dimmed')
  }
}

/** Goes with the drawing, into exports too. Words stay legible; in high contrast dashes say what faintness can't. */
const dimming = ({ highContrast }: Theme): string => {
  const shapes = ['rect', 'path', 'polygon', 'circle', 'ellipse'].map(shape => `.dimmed ${shape}`)
  const looks = highContrast ? 'opacity: 0.75; stroke-dasharray: 5 4' : 'opacity: 0.5'
  return `path.dimmed, line.dimmed, ${shapes.join(', ')} { ${looks} } .dimmed text, .dimmed foreignObject { opacity: 0.8 }`
}

/** Ids of nodes. */
export const downIn = ({ nodes, changes }: PreviewModel): ReadonlySet<string> =>
  new Set(
    nodes
      .filter(({ id, region, zones = [], groups }) =>
        changes.some(({ key, target }) => {
          if (key === 'component') return target === id
          if (key === 'region') return target === region
          if (key === 'zone') return zones.length > 0 && zones.every(zone => zone === target)
          return key === 'group' && groups.includes(target)
        }),
      )
      .map(({ id }) => id),
  )

/** Everything from which calls lead to one of them. */
const callersOf = ({ arrows }: PreviewModel, called: ReadonlySet<string>): ReadonlySet<string> => {
  const found = new Set(called)
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const { from, to, role } of arrows) if (role === 'call' && found.has(to)) found.add(from)
  }
  return found
}

const strike = ({ geometry }: DrawingLayout, id: string, theme: Theme): readonly SVGElement[] => {
  const box = geometry.nodes.get(id)
  if (!box) return []
  const { x, y, width, height } = grow(box, 2)
  const style = `fill: none; stroke: ${hex(theme.error)}; stroke-width: 2.5`
  return [
    create(
      'g',
      { class: 'down-mark', 'data-down': id },
      create('rect', { x, y, width, height, rx: 4, style }),
      create('path', { d: `M${x} ${y + height}L${x + width} ${y}`, style }),
    ),
  ]
}
