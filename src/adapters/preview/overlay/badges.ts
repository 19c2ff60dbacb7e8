// Figures beside the nodes, as large on screen at any zoom: where they cover neither a label nor an arrow nor each other.

import { type Changing, changing, difference } from '../changing'
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
    const size = inDrawing(tagSize(words.text, scene.theme), scene.unit)
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
  const [place] = around(box, inDrawing(tagSize(words.text, scene.theme), scene.unit), scene.unit)
  if (!place) return undefined
  const badge = createBadge(scene, node, { words, place })
  return () => badge.remove()
}

type Spoken = Pick<BadgeScene, 'mode' | 'flow'>

interface BadgeWords {
  readonly text: string
  /** Those parts of it that say what was before something was changed. */
  readonly past: readonly string[]
}

/** What a node's badge says in this mode, the longest first; none where it has nothing to say. */
export const badgeTexts = (node: PreviewNode, spoken: Spoken): readonly BadgeWords[] => {
  if (node.availability === 0) return wordsOfLoss(node, spoken)
  switch (spoken.mode) {
    case 'latency':
      return wordsOfTime(node, spoken)
    case 'availability':
      return wordsOfUptime(node, spoken)
    case 'attempts':
      return wordsOfAttempts(node, spoken)
    case 'utilization':
      return wordsOfLoad(node, spoken)
    case 'plain':
      return []
  }
}

const say = (sentence: (...figures: string[]) => string, ...figures: readonly Changing[]): BadgeWords => ({
  text: sentence(...figures.map(({ text }) => text)),
  past: figures.flatMap(({ past }) => (past === '' ? [] : past)),
})

const wordsOfLoss = ({ before }: PreviewNode, { mode }: Spoken): readonly BadgeWords[] => {
  const down = say(() => t('down'))
  if (mode !== 'availability' || !before?.availability) return [down]
  const past = `${availability(before.availability)} → `
  return [{ text: `${past}${t('down')}`, past: [past] }, down]
}

const wordsOfTime = (node: PreviewNode, { flow }: Spoken): readonly BadgeWords[] => {
  const part = partOf(node, flow, 'latency')
  // A collapsed group has no figures of its own.
  if (typeof node.p99 !== 'number') return part ? [say(share => t('{0} of p99', share), part)] : []
  const own = changing(node.before?.p99, node.p99, durationText)
  const by = own.past === '' ? undefined : difference(node.before?.p99, node.p99)
  return [
    ...(part && by
      ? [say((time, share) => t('own {0} ({1}) · {2} of p99', time, by, share), own, part)]
      : []),
    ...(part ? [say((time, share) => t('own {0} · {1} of p99', time, share), own, part)] : []),
    ...(by ? [say(time => t('own {0} ({1})', time, by), own)] : []),
    say(time => t('own {0}', time), own),
  ]
}

const wordsOfUptime = (node: PreviewNode, { flow }: Spoken): readonly BadgeWords[] => {
  const part = partOf(node, flow, 'unavailability')
  if (node.availability === undefined) return part ? [say(share => t('{0} of downtime', share), part)] : []
  const was = node.before?.availability
  const up = changing(was, node.availability, availability)
  const year = changing(was, node.availability, yearlyDowntime)
  return [
    ...(part ? [say((share, of) => t('{0} up · {1} of downtime', share, of), up, part)] : []),
    say((share, time) => t('{0} up · {1} a year down', share, time), up, year),
    say(share => t('{0} up', share), up),
  ]
}

const wordsOfAttempts = ({ id }: PreviewNode, { flow }: Spoken): readonly BadgeWords[] => {
  const { attempts = 1, before } = shareOf(id, flow) ?? {}
  if (Math.max(attempts, before?.attempts ?? 1) <= 1) return []
  return [say(count => count, changing(before?.attempts, attempts, attemptsText))]
}

const wordsOfLoad = ({ id }: PreviewNode, { flow }: Spoken): readonly BadgeWords[] => {
  const used = flow.load?.find(({ at }) => at === id)
  if (!used) return []
  const busy = changing(used.before?.utilization, used.utilization, percent)
  const rate = changing(used.before?.rate, used.rate, timesText)
  return [
    say((share, count) => t('{0} busy · {1} requests/s', share, count), busy, rate),
    say(share => t('{0} busy', share), busy),
  ]
}

/** What it has of the flow's time or outages, or had before; undefined where that is next to nothing, or nobody is answered. */
const partOf = (
  { id }: PreviewNode,
  flow: PreviewFlow,
  of: 'latency' | 'unavailability',
): Changing | undefined => {
  const share = flow.availability > 0 ? shareOf(id, flow) : undefined
  if (!share || Math.max(share[of], share.before?.[of] ?? 0) < 0.05) return undefined
  return changing(share.before?.[of], share[of], percent)
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
  { words, place }: { words: BadgeWords; place: Box },
): SVGGElement => {
  const weight = weightsOf({ flow, mode }).get(node.id) ?? 0
  const hot = (mode === 'latency' || mode === 'availability') && weight >= 0.25
  const badge = createTag(words.text, {
    past: words.past,
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
