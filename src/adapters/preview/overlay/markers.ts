// Findings pinned to the nodes and arrows they are about: a count, in the color of the worst.

import type { PreviewTarget } from '../../../service/preview/messages'
import { plural } from '../../../text/translation'
import { svg as create } from '../dom'
import { byTarget, keyOf } from '../target'
import { hex, isDark } from '../theme/color'
import type { Theme } from '../theme/theme'
import { t } from '../translation'
import type { PreviewFinding } from '../view'
import { type Box, beside, inDrawing, isInside, type Obstacles, onBorder, onLine } from './box'
import type { Segment } from './geometry'

export interface MarkerScene {
  readonly layer: SVGGElement
  readonly theme: Theme
  readonly nodes: ReadonlyMap<string, Box>
  readonly arrows: ReadonlyMap<number, Segment>
  /** Where pins are in view, where all of the drawing is. */
  readonly seen: Box
  /** How much of the drawing a pixel is. */
  readonly unit: number
  readonly open: (target: PreviewTarget) => void
}

/** Pixels at any zoom. */
const pin = { width: 18, height: 18 }

const severities = ['error', 'warning', 'info', 'hint'] as const

/** A marker for each part of the drawing that has findings; returns the boxes it filled. */
export const placeMarkers = (
  scene: MarkerScene,
  findings: readonly PreviewFinding[],
  obstacles: Obstacles,
): Box[] =>
  [...byTarget(findings).values()].flatMap(group => {
    const target = group[0]?.target
    const box = target && placeOf(scene, target, obstacles)
    if (!target || !box) return []
    obstacles.add(box)
    scene.layer.append(createMarker(scene, group, { target, box }))
    return [box]
  })

/** Whether the drawing has a place for it; findings without one are listed in the panel. */
export const canPin = (
  { nodes, arrows }: Pick<MarkerScene, 'nodes' | 'arrows'>,
  target: PreviewTarget,
): boolean =>
  target.kind === 'node' ? nodes.has(target.id) : target.kind === 'arrow' && arrows.has(target.index)

/** A finding is never left out for want of room: then it lies on the corner of the node or on the line. */
const placeOf = (scene: MarkerScene, target: PreviewTarget, obstacles: Obstacles): Box | undefined => {
  const size = inDrawing(pin, scene.unit)
  if (target.kind === 'node') {
    const box = scene.nodes.get(target.id)
    const places = box ? onBorder(box, size) : []
    return places.find(place => !obstacles.hits(place, target.id)) ?? places[0]
  }
  if (target.kind === 'diagram') return undefined
  const points = scene.arrows.get(target.index)?.points ?? []
  const here = onLine(points, size)
  return (
    beside(points, size, scene.unit).find(place => isInside(place, scene.seen) && !obstacles.hits(place)) ??
    here.find(place => !obstacles.hits(place, keyOf(target))) ??
    here[0]
  )
}

/** In the word for the worst of them. */
const countOf = (count: number, worst: PreviewFinding['severity']): string => {
  switch (worst) {
    case 'error':
      return plural(t, count, ['1 error', '{0} errors'])
    case 'warning':
      return plural(t, count, ['1 warning', '{0} warnings'])
    case 'info':
      return plural(t, count, ['1 note', '{0} notes'])
    case 'hint':
      return plural(t, count, ['1 hint', '{0} hints'])
  }
}

const createMarker = (
  { theme, open }: MarkerScene,
  findings: readonly PreviewFinding[],
  { target, box }: { target: PreviewTarget; box: Box },
): SVGGElement => {
  const worst = severities.find(severity => findings.some(finding => finding.severity === severity)) ?? 'hint'
  const color = worst === 'hint' ? theme.line : theme[worst]
  const ink = isDark(color) ? '#ffffff' : '#000000'
  const act = (event: Event) => {
    event.stopPropagation()
    open(target)
  }
  return create(
    'g',
    {
      class: 'marker-pin',
      'data-target': keyOf(target),
      transform: `translate(${box.x + box.width / 2} ${box.y + box.height / 2})`,
      tabindex: -1,
      role: 'button',
      'aria-haspopup': 'dialog',
      'aria-label': `${countOf(findings.length, worst)}: ${findings[0]?.message ?? ''}`,
      click: act,
      keydown: event => {
        if (event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ')) act(event)
      },
    },
    create(
      'g',
      { class: 'steady' },
      create('circle', {
        r: 8,
        style: `fill: ${hex(color)}; stroke: ${hex(theme.background)}; stroke-width: 1.5`,
      }),
      create(
        'text',
        {
          y: 3.5,
          style: `fill: ${ink}; font: bold 10px ${theme.font}; text-anchor: middle`,
        },
        String(findings.length),
      ),
    ),
  )
}
