// A sign at the corner of each group that collapses it into one box, or opens it again.

import type { PreviewModel } from '../../../service/preview/messages'
import { svg as create } from '../dom'
import { hex } from '../theme/color'
import type { Theme } from '../theme/theme'
import { t } from '../translation'
import { type Box, centered, inDrawing, type Obstacles } from './box'

export interface ToggleScene {
  readonly layer: SVGGElement
  readonly theme: Theme
  /** Of groups and nodes. */
  readonly boxes: ReadonlyMap<string, Box>
  /** How much of the drawing a pixel is. */
  readonly unit: number
  readonly toggle: (id: string) => void
}

/** Pixels at any zoom. */
const side = 16

/** Below this width on screen, in pixels, an open group is nothing but its sign: then it has none. */
const narrowest = 48

/** Returns the boxes that the signs fill. */
export const placeToggles = (
  scene: ToggleScene,
  groups: PreviewModel['groups'],
  obstacles: Obstacles,
): Box[] =>
  groups.flatMap(({ id, text, collapsed }) => {
    const box = scene.boxes.get(id)
    if (!box || collapsed === undefined) return []
    if (!collapsed && box.width < narrowest * scene.unit) return []
    const size = inDrawing({ width: side, height: side }, scene.unit)
    const place = centered({ x: box.x, y: box.y }, size)
    obstacles.add(place)
    scene.layer.append(createToggle(scene, { id, text, collapsed }, place))
    return [place]
  })

interface Toggled {
  readonly id: string
  readonly text: string
  readonly collapsed: boolean
}

const createToggle = ({ theme, toggle }: ToggleScene, { id, text, collapsed }: Toggled, place: Box) => {
  const words = collapsed ? t('Expand {0}', text) : t('Collapse {0}', text)
  const half = side / 2 - 1
  return create(
    'g',
    {
      class: 'group-toggle',
      'data-group': id,
      transform: `translate(${place.x + place.width / 2} ${place.y + place.height / 2})`,
      role: 'button',
      tabindex: -1,
      'aria-label': words,
      'aria-expanded': String(!collapsed),
      click: event => {
        event.stopPropagation()
        toggle(id)
      },
    },
    create('title', {}, `${words} (C)`),
    create(
      'g',
      { class: 'steady' },
      create('rect', {
        ...centered({ x: 0, y: 0 }, { width: 2 * half, height: 2 * half }),
        rx: 3,
        style: `fill: ${hex(theme.background)}; stroke: ${hex(theme.line)}; stroke-width: 1`,
      }),
      create('path', {
        d: `M-4 0H4${collapsed ? 'M0 -4V4' : ''}`,
        style: `fill: none; stroke: ${hex(theme.foreground)}; stroke-width: 1.5`,
      }),
    ),
  )
}
