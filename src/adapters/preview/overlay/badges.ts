// Figures beside the nodes, where they cover neither a label nor an arrow nor each other.

import { hex, mix } from '../color'
import { svg as create } from '../dom'
import { availability, durationText, timesText, yearlyDowntime } from '../format'
import { keyOf } from '../target'
import type { Theme } from '../theme'
import type { ColorMode, PreviewFlow, PreviewNode } from '../view'
import { around, type Box, type Obstacles, type Size } from './box'

/** Above this many nodes only those on the critical path wear a badge; the others show theirs on hover. */
export const crowd = 40

export interface BadgeScene {
  readonly layer: SVGGElement
  readonly theme: Theme
  readonly mode: ColorMode
  readonly flow: PreviewFlow
  readonly boxes: ReadonlyMap<string, Box>
}

/** A badge at each node of the flow that has figures and room for one; returns the boxes it filled. */
export const placeBadges = (
  scene: BadgeScene,
  nodes: readonly PreviewNode[],
  obstacles: Obstacles,
): Box[] => {
  const critical = new Set(scene.flow.criticalPath)
  const shares = new Map(scene.flow.shares.map(share => [keyOf(share.target), share]))
  const shown = nodes
    .filter(node => shares.has(keyOf({ kind: 'node', id: node.id })))
    .filter(node => nodes.length <= crowd || critical.has(node.id))
    // Who is first finds room first.
    .sort((one, other) => Number(critical.has(other.id)) - Number(critical.has(one.id)))
  return shown.flatMap(node => {
    const text = badgeText(node, scene)
    const box = scene.boxes.get(node.id)
    if (!text || !box) return []
    const badge = createBadge(scene, node, text)
    const place = around(box, badge.size).find(candidate => !obstacles.hits(candidate))
    if (!place) {
      badge.element.remove()
      return []
    }
    obstacles.add(place)
    badge.moveTo(place)
    return [place]
  })
}

/** A badge that comes for as long as a node is pointed at; covers whatever is there. */
export const hoverBadge = (scene: BadgeScene, node: PreviewNode): (() => void) | undefined => {
  const text = badgeText(node, scene)
  const box = scene.boxes.get(node.id)
  if (!text || !box) return undefined
  const badge = createBadge(scene, node, text)
  const [place] = around(box, badge.size)
  if (place) badge.moveTo(place)
  return () => badge.element.remove()
}

/** What a node's badge says in this mode; undefined where it has nothing to say. */
export const badgeText = (
  node: PreviewNode,
  { mode, flow }: { readonly mode: ColorMode; readonly flow: PreviewFlow },
): string | undefined => {
  if (mode === 'plain') return undefined
  if (mode === 'load') {
    const attempts = flow.shares.find(
      share => keyOf(share.target) === keyOf({ kind: 'node', id: node.id }),
    )?.attempts
    return attempts === undefined || attempts <= 1 ? undefined : timesText(attempts)
  }
  const up = node.availability === undefined ? undefined : availability(node.availability)
  if (mode === 'availability') return up && `${up} · ${yearlyDowntime(node.availability ?? 1)}/year`
  const late = node.p99 === undefined ? undefined : durationText(node.p99)
  return late && up ? `${late} · ${up}` : (late ?? up)
}

const createBadge = ({ layer, theme, mode, flow }: BadgeScene, node: PreviewNode, words: string) => {
  const share = flow.shares.find(each => keyOf(each.target) === keyOf({ kind: 'node', id: node.id }))
  const weight = mode === 'latency' ? share?.latency : mode === 'availability' ? share?.unavailability : 0
  const heat = mode === 'plain' ? theme.line : theme[mode]
  const hot = (weight ?? 0) >= 0.25
  const ink = hot ? mix(theme.foreground, heat, theme.highContrast ? 0 : 0.6) : theme.foreground
  const edge = hot ? heat : mix(theme.background, theme.foreground, theme.highContrast ? 1 : 0.3)
  const text = create(
    'text',
    {
      x: 8,
      style: `fill: ${hex(ink)}; font: 11px ${theme.font}; text-anchor: start; dominant-baseline: central`,
    },
    words,
  )
  const plate = create('rect', {
    rx: 9,
    ry: 9,
    style: `fill: ${hex(mix(theme.background, hot ? heat : theme.foreground, theme.highContrast ? 0 : 0.12))}; stroke: ${hex(edge)}; stroke-width: 1${node.assumed ? '; stroke-dasharray: 2 2' : ''}`,
  })
  const element = create('g', { class: 'badge', 'data-node': node.id }, plate, text)
  layer.append(element)
  const size: Size = { width: Math.ceil(widthOf(words, theme)) + 16, height: 18 }
  plate.setAttribute('width', String(size.width))
  plate.setAttribute('height', String(size.height))
  text.setAttribute('y', String(size.height / 2))
  return {
    element,
    size,
    moveTo: ({ x, y }: Box) => element.setAttribute('transform', `translate(${x} ${y})`),
  }
}

/** Without asking the page, which would have to lay itself out again for each badge. */
const widthOf = (words: string, theme: Theme): number => {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return words.length * 7
  context.font = `11px ${theme.font}`
  return context.measureText(words).width
}
