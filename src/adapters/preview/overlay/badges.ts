// Figures beside the nodes, as large on screen at any zoom: where they cover neither a label nor an arrow nor each other.

import { attemptsText, availability, durationText, percent, timesText, yearlyDowntime } from '../format'
import { keyOf } from '../target'
import { mix } from '../theme/color'
import type { Theme } from '../theme/theme'
import { t } from '../translation'
import type { ColorMode, PreviewFlow, PreviewNode } from '../view'
import { apart, around, type Box, createObstacles, grow, inDrawing, isInside, type Obstacles } from './box'
import { seenAtFirst } from './seen'
import { createTag, tagSize } from './tag'

/** Above this many nodes only those on the critical path wear a badge; the others show theirs on hover. */
export const crowd = 40

export interface BadgeScene {
  readonly layer: SVGGElement
  readonly theme: Theme
  readonly mode: ColorMode
  readonly flow: PreviewFlow
  readonly boxes: ReadonlyMap<string, Box>
  /** Badges stay inside, give or take a margin: what is shown at first shows them too. */
  readonly frame: Box
  /** How much of the drawing a pixel is. */
  readonly unit: number
}

/** A badge at each node of the flow that has figures and room for one; returns the boxes it filled. */
export const placeBadges = (
  scene: BadgeScene,
  nodes: readonly PreviewNode[],
  obstacles: Obstacles,
): Box[] => {
  const critical = new Set(scene.flow.criticalPath)
  const weights = weightsOf(scene)
  const rank = ({ id }: PreviewNode) => (critical.has(id) ? 1 : 0) + (weights.get(id) ?? 0)
  const surroundings = { obstacles, neighbours: bodiesOf(scene, nodes) }
  return nodes
    .filter(({ id }) => weights.has(id) && (nodes.length <= crowd || critical.has(id)))
    .sort((one, other) => rank(other) - rank(one))
    .flatMap(node => placeBadge(scene, node, surroundings))
}

interface Surroundings {
  readonly obstacles: Obstacles
  /** The nodes themselves: a badge is nearer to its own than to any other. */
  readonly neighbours: Obstacles
}

const bodiesOf = ({ boxes }: BadgeScene, nodes: readonly PreviewNode[]): Obstacles => {
  const bodies = createObstacles()
  for (const { id } of nodes) {
    const box = boxes.get(id)
    if (box) bodies.add(box, id)
  }
  return bodies
}

/** Who weighs most finds room first, and with all it has to say if there is room for that. */
const placeBadge = (scene: BadgeScene, node: PreviewNode, { obstacles, neighbours }: Surroundings): Box[] => {
  const box = scene.boxes.get(node.id)
  const seen = seenAtFirst(scene.frame, scene.unit)
  if (!box) return []
  for (const words of badgeTexts(node, scene)) {
    const size = inDrawing(tagSize(words, scene.theme), scene.unit)
    const place = around(box, size, scene.unit).find(
      candidate =>
        isInside(candidate, seen) &&
        !obstacles.hits(candidate, node.id) &&
        !neighbours.hits(grow(candidate, apart(candidate, box)), node.id),
    )
    if (!place) continue
    obstacles.add(grow(place, 3 * scene.unit))
    createBadge(scene, node, { words, place })
    return [place]
  }
  return []
}

/** A badge that comes for as long as a node is pointed at; covers whatever is there. */
export const hoverBadge = (scene: BadgeScene, node: PreviewNode): (() => void) | undefined => {
  const [words] = badgeTexts(node, scene)
  const box = scene.boxes.get(node.id)
  if (!words || !box) return undefined
  const [place] = around(box, inDrawing(tagSize(words, scene.theme), scene.unit), scene.unit)
  if (!place) return undefined
  const badge = createBadge(scene, node, { words, place })
  return () => badge.remove()
}

type Spoken = Pick<BadgeScene, 'mode' | 'flow'>

/** What a node's badge says in this mode, the longest first; none where it has nothing to say. */
export const badgeTexts = (node: PreviewNode, { mode, flow }: Spoken): readonly string[] => {
  if (node.availability === 0) return [t('down')]
  const share = flow.availability > 0 ? shareOf(node.id, flow) : undefined
  const has = (part: number | undefined): part is number => part !== undefined && part >= 0.05
  if (mode === 'latency' && typeof node.p99 === 'number') {
    const own = durationText(node.p99)
    const part = has(share?.latency) ? [t('own {0} · {1} of p99', own, percent(share.latency))] : []
    return [...part, t('own {0}', own), own]
  }
  if (mode === 'availability' && node.availability !== undefined) {
    const up = availability(node.availability)
    const part = has(share?.unavailability)
      ? [t('{0} up · {1} of downtime', up, percent(share.unavailability))]
      : []
    return [...part, t('{0} up · {1} a year down', up, yearlyDowntime(node.availability)), up]
  }
  if (mode === 'attempts') {
    const attempts = share?.attempts ?? 1
    return attempts > 1 ? [attemptsText(attempts)] : []
  }
  // A collapsed group has no figures of its own.
  if (mode === 'latency' && has(share?.latency)) return [t('{0} of p99', percent(share.latency))]
  if (mode === 'availability' && has(share?.unavailability))
    return [t('{0} of downtime', percent(share.unavailability))]
  const used = mode === 'utilization' && flow.load?.find(({ at }) => at === node.id)
  if (!used) return []
  const busy = percent(used.utilization)
  return [t('{0} busy · {1} requests/s', busy, timesText(used.rate)), t('{0} busy', busy)]
}

const shareOf = (id: string, flow: PreviewFlow) =>
  flow.shares.find(each => keyOf(each.target) === keyOf({ kind: 'node', id }))

/** Of the nodes on the flow, 0..1. */
const weightsOf = ({ flow, mode }: Spoken): ReadonlyMap<string, number> =>
  new Map(
    flow.shares.flatMap(({ target, latency, unavailability }) =>
      target.kind === 'node'
        ? [[target.id, mode === 'availability' ? unavailability : latency] as const]
        : [],
    ),
  )

const createBadge = (
  { layer, theme, mode, flow, unit }: BadgeScene,
  node: PreviewNode,
  { words, place }: { words: string; place: Box },
): SVGGElement => {
  const weight = weightsOf({ flow, mode }).get(node.id) ?? 0
  const hot = (mode === 'latency' || mode === 'availability') && weight >= 0.25
  const badge = createTag(words, {
    ...{ place, unit, theme, class: 'badge', dashed: node.assumed },
    colors: badgeColors(theme, mode, hot),
  })
  badge.dataset.node = node.id
  layer.append(badge)
  return badge
}

const badgeColors = (theme: Theme, mode: ColorMode, hot: boolean) => {
  const heat = mode === 'plain' ? theme.line : theme[mode]
  if (theme.highContrast)
    return { fill: theme.background, edge: hot ? heat : theme.foreground, ink: theme.foreground }
  return {
    fill: mix(theme.background, hot ? heat : theme.foreground, 0.1),
    edge: hot ? heat : mix(theme.background, theme.foreground, 0.3),
    ink: theme.foreground,
  }
}
