// The picture as it is drawn: a collapsed group is a component, and what is said of its members is said of it.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { plural } from '../../../text/translation'
import { keyOf } from '../target'
import { t } from '../translation'
import type { PreviewArrow, PreviewFlow, PreviewNode } from '../view'

type Share = PreviewFlow['shares'][number]

/** The same picture where no group is collapsed. */
export const drawnPicture = (picture: PreviewModel): PreviewModel => {
  const boxes = picture.groups.filter(({ collapsed }) => collapsed)
  if (boxes.length === 0) return picture
  const asDrawn = drawnTarget(picture)
  const aimed = <T extends { readonly target: PreviewTarget }>(things: readonly T[]): T[] =>
    things.map(thing => ({ ...thing, target: asDrawn(thing.target) }))
  const boxOf = boxesIn(picture)
  return {
    ...picture,
    nodes: [
      ...picture.nodes.filter(({ drawnAs }) => drawnAs === undefined),
      ...boxes.map(({ id, text }) => boxNode(picture, id, text)),
    ],
    groups: picture.groups.filter(({ id, collapsed }) => !collapsed && boxOf(id) === id),
    arrows: arrowsDrawn(picture, boxOf),
    flows: picture.flows.map(flow => ({
      ...flow,
      from: boxOf(flow.from),
      criticalPath: [...new Set(flow.criticalPath.map(boxOf))],
      bars: aimed(flow.bars),
      shares: sharesTogether(aimed(flow.shares)),
      // The fullest comes first.
      ...(flow.load && { load: firstOfEach(flow.load.map(each => ({ ...each, at: boxOf(each.at) }))) }),
    })),
    findings: aimed(picture.findings),
    ...(picture.comparison && { comparison: comparisonDrawn(picture.comparison, asDrawn, boxOf) }),
  }
}

/** What a part of the diagram is drawn as. */
export const drawnTarget = (picture: PreviewModel): ((target: PreviewTarget) => PreviewTarget) => {
  const boxOf = boxesIn(picture)
  const arrows = new Map(picture.arrows.map(arrow => [arrow.index, arrow]))
  return target => {
    if (target.kind === 'node') return { kind: 'node', id: boxOf(target.id) }
    const arrow = target.kind === 'arrow' ? arrows.get(target.index) : undefined
    if (arrow?.drawnAs === null) return { kind: 'node', id: boxOf(arrow.from) }
    return arrow?.drawnAs === undefined ? target : { kind: 'arrow', index: arrow.drawnAs }
  }
}

type BoxOf = (id: string) => string

const boxesIn = ({ nodes, groups }: PreviewModel): BoxOf => {
  const byId = new Map(groups.map(group => [group.id, group]))
  const boxes = new Map(nodes.flatMap(({ id, drawnAs }) => (drawnAs === undefined ? [] : [[id, drawnAs]])))
  for (const { id } of groups)
    for (let group = byId.get(id); group; group = byId.get(group.parent ?? ''))
      if (group.collapsed) boxes.set(id, group.id)
  return id => boxes.get(id) ?? id
}

const boxNode = ({ nodes, groups }: PreviewModel, id: string, text: string): PreviewNode => {
  const members = nodes.filter(({ drawnAs }) => drawnAs === id)
  const around = members[0]?.groups ?? []
  return {
    id,
    text: groups.find(group => group.id === id)?.text ?? text,
    kind: plural(t, members.length, ['1 component', '{0} components']),
    assumed: members.some(({ assumed }) => assumed),
    line: members[0]?.line ?? 1,
    groups: around.slice(around.indexOf(id)),
    ...(members.length > 0 && members.every(({ availability }) => availability === 0) && { availability: 0 }),
  }
}

const arrowsDrawn = ({ arrows }: PreviewModel, boxOf: BoxOf): PreviewArrow[] =>
  arrows
    .filter(({ index, drawnAs }) => drawnAs === undefined || drawnAs === index)
    .map(arrow => ({
      ...arrow,
      from: boxOf(arrow.from),
      to: boxOf(arrow.to),
      text: [...new Set(arrows.filter(isFor(arrow)).map(({ text }) => text))].filter(Boolean).join(', '),
    }))

const isFor =
  ({ index }: PreviewArrow) =>
  (other: PreviewArrow): boolean =>
    other.index === index || other.drawnAs === index

/** Own times add up, as do the times of calls; of attempts and percentiles the highest counts. */
const sharesTogether = (shares: readonly Share[]): Share[] => {
  const together = new Map<string, Share>()
  for (const share of shares) {
    const key = keyOf(share.target)
    const before = together.get(key)
    together.set(key, before ? added(before, share) : share)
  }
  return [...together.values()]
}

const added = (one: Share, other: Share): Share => ({
  target: one.target,
  ...summed(one, other),
  ...(one.before && other.before && { before: summed(one.before, other.before) }),
  p99: one.p99 === null || other.p99 === null ? null : Math.max(one.p99, other.p99),
})

type Parts = NonNullable<Share['before']>

const summed = (one: Parts, other: Parts): Parts => ({
  latency: Math.min(1, one.latency + other.latency),
  unavailability: Math.min(1, one.unavailability + other.unavailability),
  attempts: Math.max(one.attempts ?? 1, other.attempts ?? 1),
})

const firstOfEach = <T extends { readonly at: string }>(things: readonly T[]): T[] =>
  things.filter((thing, place) => things.findIndex(({ at }) => at === thing.at) === place)

type Comparison = NonNullable<PreviewModel['comparison']>

const comparisonDrawn = (
  comparison: Comparison,
  asDrawn: (target: PreviewTarget) => PreviewTarget,
  boxOf: BoxOf,
): Comparison => {
  const seen = new Set<string>()
  return {
    ...comparison,
    // A box wears one tag, however much is new in it.
    parts: comparison.parts.flatMap(part => {
      const target = asDrawn(part.target)
      const key = keyOf(target)
      if (seen.has(key)) return []
      seen.add(key)
      const isWhole = key === keyOf(part.target)
      return [{ ...part, target, change: isWhole ? part.change : ('changed' as const) }]
    }),
    removed: comparison.removed.map(({ ends, ...gone }) => ({
      ...gone,
      ...(ends &&
        boxOf(ends.from) !== boxOf(ends.to) && { ends: { from: boxOf(ends.from), to: boxOf(ends.to) } }),
    })),
  }
}
