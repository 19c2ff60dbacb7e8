// What differs from the version that a picture is compared with: new and changed parts, and calls that are gone.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { svg as create } from '../dom'
import { hex, mix } from '../theme/color'
import type { Theme } from '../theme/theme'
import { t } from '../translation'
import {
  around,
  type Box,
  beside,
  inDrawing,
  isInside,
  type Obstacles,
  onBorder,
  onLine,
  type Point,
  type Size,
} from './box'
import type { DrawingLayout } from './layout'
import { seenAtFirst } from './seen'
import { haloFor } from './selection'
import { createTag, tagSize } from './tag'

export interface DifferenceScene {
  readonly layer: SVGGElement
  readonly theme: Theme
  readonly layout: DrawingLayout
  /** How much of the drawing a pixel is. */
  readonly unit: number
}

type Comparison = NonNullable<PreviewModel['comparison']>

const words = { added: t('new'), changed: t('changed'), removed: t('removed') } as const

/** Halos and tags in the colors of a diff; returns the boxes of the tags. */
export const showDifferences = (
  scene: DifferenceScene,
  { parts, removed }: Comparison,
  obstacles: Obstacles,
): Box[] => {
  const tagged = parts.flatMap(({ change, target }) => {
    const halo = haloFor({ ...scene, color: colorOf(change, scene.theme) }, target)
    if (halo) scene.layer.append(create('g', { class: `difference ${change}` }, halo))
    return halo ? placeTag(scene, change, placesOf(scene, target), obstacles) : []
  })
  const gone = removed.flatMap(({ ends }) => {
    const line = ends && between(scene.layout, ends)
    if (!line) return []
    scene.layer.append(create('g', { class: 'difference removed' }, drawLine(line, scene.theme)))
    return placeTag(scene, 'removed', alongLine(line, scene.unit), obstacles)
  })
  return [...tagged, ...gone]
}

const colorOf = (change: keyof typeof words, theme: Theme) =>
  change === 'added' ? theme.good : change === 'removed' ? theme.error : theme.warning

/** Beside what a tag is about, and on it. */
type Places = (size: Size) => { readonly beside: readonly Box[]; readonly on: readonly Box[] }

const placesOf = ({ layout: { geometry }, unit }: DifferenceScene, target: PreviewTarget): Places => {
  const box = target.kind === 'node' ? geometry.nodes.get(target.id) : undefined
  if (box) return size => ({ beside: around(box, size, unit), on: onBorder(box, size) })
  const line = target.kind === 'arrow' ? geometry.arrows.get(target.index)?.points : undefined
  return alongLine(line ?? [], unit)
}

const alongLine =
  (line: readonly Point[], unit: number): Places =>
  size => ({ beside: beside(line, size, unit), on: onLine(line, size) })

/** Never left out for want of room: what is new has to be seen. */
const placeTag = (
  { layer, theme, layout, unit }: DifferenceScene,
  change: keyof typeof words,
  places: Places,
  obstacles: Obstacles,
): Box[] => {
  const text = words[change]
  const { beside, on } = places(inDrawing(tagSize(text, theme), unit))
  const free = beside.filter(candidate => !obstacles.hits(candidate))
  const { frame } = layout.geometry
  const seen = seenAtFirst(frame, unit)
  const isSeen = (candidate: Box) => isInside(candidate, seen)
  // What lies beyond the drawing may be out of view: rather it covers something of what it is about.
  const place =
    free.find(candidate => isInside(candidate, frame)) ?? free.find(isSeen) ?? on.find(isSeen) ?? on[0]
  if (!place) return []
  obstacles.add(place)
  const color = colorOf(change, theme)
  const colors = { fill: mix(theme.background, color, 0.15), edge: color, ink: theme.foreground }
  layer.append(createTag(text, { place, unit, theme, colors, class: 'difference-tag' }))
  return [place]
}

/** The points of a bow from the border of one box to that of another: straight, it might lie on what stands between. */
const between = (
  { geometry }: DrawingLayout,
  { from, to }: { from: string; to: string },
): readonly Point[] | undefined => {
  const [one, other] = [geometry.nodes.get(from), geometry.nodes.get(to)]
  if (!one || !other) return undefined
  const [start, end] = [middleOf(one), middleOf(other)]
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1
  const aside = Math.max(40, length * 0.25) / length
  const side = end.x < start.x ? -1 : 1
  const top = {
    x: (start.x + end.x) / 2 + (end.y - start.y) * aside * side,
    y: (start.y + end.y) / 2 - (end.x - start.x) * aside * side,
  }
  const [first, last] = [outside(one, start, top) / 2, 1 - outside(other, end, top) / 2]
  return Array.from({ length: 17 }, (_, step) => {
    const part = first + ((last - first) * step) / 16
    const weights = [(1 - part) ** 2, 2 * part * (1 - part), part ** 2] as const
    return {
      x: weights[0] * start.x + weights[1] * top.x + weights[2] * end.x,
      y: weights[0] * start.y + weights[1] * top.y + weights[2] * end.y,
    }
  })
}

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

/** The part of the way from the middle of a box to elsewhere that lies inside of it. */
const outside = ({ width, height }: Box, from: Point, to: Point): number =>
  Math.min(
    1,
    width / 2 / Math.max(1e-9, Math.abs(to.x - from.x)),
    height / 2 / Math.max(1e-9, Math.abs(to.y - from.y)),
  )

const drawLine = (points: readonly Point[], theme: Theme): SVGElement =>
  create('path', {
    d: `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`,
    style: `fill: none; stroke: ${hex(theme.error)}; stroke-width: 2; stroke-dasharray: 6 4`,
  })
