// Nodes and arrows that answer to pointer and keyboard: a press reveals them in the source.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { plural } from '../../../text/translation'
import { svg as create } from '../dom'
import { availability, durationText, percent } from '../format'
import type { HoverCard } from '../hover/hover-card'
import { byTarget, keyOf } from '../target'
import { t } from '../translation'
import { nameOfNode, type PreviewArrow, type PreviewFlow, type PreviewNode } from '../view'
import { grow, isIn, type Point } from './box'
import type { DrawingLayout } from './layout'
import { walkByKeys } from './walk'

export interface PartActions {
  readonly reveal: (target: PreviewTarget) => void
  /** The pointer rests on a node or the focus is on it; undefined: no longer. */
  readonly point: (node: PreviewNode | undefined) => void
  /** Says what there is to say of a part that the pointer rests on, until it has gone. */
  readonly hoverCard: Pick<HoverCard, 'point' | 'leave'>
  readonly openFindings: (target: PreviewTarget) => void
  readonly openMenu: (target: PreviewTarget, at: Point) => void
  readonly toggleDown: (id: string) => void
  readonly toggleGroup: (id: string) => void
}

/** Makes the parts of the drawing answer; once for each drawing and picture. Returns how to undo it. */
export const makeInteractive = (
  layer: SVGGElement,
  layout: DrawingLayout,
  { picture, flow, actions }: { picture: PreviewModel; flow: PreviewFlow | undefined; actions: PartActions },
): (() => void) => {
  const gone = new AbortController()
  const nameOf = nameOfNode(picture)
  const findings = byTarget(picture.findings)
  const noteOf = (target: PreviewTarget) => {
    const count = findings.get(keyOf(target))?.length ?? 0
    return count === 0 ? '' : `, ${plural(t, count, ['1 finding: press F', '{0} findings: press F'])}`
  }
  const stops = new Map<string, SVGElement>()
  for (const node of picture.nodes) {
    const element = layout.parts.nodes.get(node.id)
    if (!element) continue
    const target: PreviewTarget = { kind: 'node', id: node.id }
    listenToNode(element, node, { actions, signal: gone.signal })
    explainBy(actions, element, { target, signal: gone.signal })
    element.dataset.words = describeNode(node)
    element.setAttribute('aria-label', describeNode(node) + noteOf(target))
    stops.set(keyOf(target), element)
  }
  for (const arrow of picture.arrows) {
    const line = traced(layout, arrow.index)
    if (!line) continue
    const target: PreviewTarget = { kind: 'arrow', index: arrow.index }
    const handle = handleFor(line, arrow, {
      label: describeArrow(arrow, flow, nameOf) + noteOf(target),
      actions,
    })
    explainBy(actions, handle, { target, signal: gone.signal })
    handle.addEventListener('focus', () =>
      line.style.setProperty('--between-words', betweenWords(layout, arrow.index)),
    )
    layer.append(handle)
    stops.set(keyOf(target), handle)
  }
  for (const { id } of picture.groups) {
    const element = layout.parts.nodes.get(id)
    if (element) answerMenu(element, { kind: 'node', id }, { actions, signal: gone.signal })
  }
  walkByKeys(stops, picture, { actions, start: flow?.from, signal: gone.signal })
  return () => gone.abort()
}

const explainBy = (
  { hoverCard }: PartActions,
  element: SVGGraphicsElement,
  { target, signal }: { target: PreviewTarget; signal: AbortSignal },
) => {
  const point = (event: PointerEvent) => hoverCard.point(target, element, event)
  element.addEventListener('pointerenter', point, { signal })
  element.addEventListener('pointerleave', hoverCard.leave, { signal })
  // A press leads somewhere: what is said here is in the way.
  element.addEventListener('pointerdown', hoverCard.leave, { signal })
  // An empty title: the browser shows none then, not even Mermaid's for the whole drawing.
  const title = create('title')
  element.prepend(title)
  signal.addEventListener('abort', () => title.remove())
}

const listenToNode = (
  element: SVGGraphicsElement,
  node: PreviewNode,
  { actions, signal }: { actions: PartActions; signal: AbortSignal },
) => {
  element.classList.add('interactive')
  element.setAttribute('role', 'button')
  element.addEventListener('click', () => actions.reveal({ kind: 'node', id: node.id }), { signal })
  answerMenu(element, { kind: 'node', id: node.id }, { actions, signal })
  for (const name of ['pointerenter', 'focus'])
    element.addEventListener(name, () => actions.point(node), { signal })
  for (const name of ['pointerleave', 'blur']) {
    element.addEventListener(name, () => actions.point(undefined), { signal })
  }
}

/** The right button, or the menu key on what has the focus. */
const answerMenu = (
  element: SVGGraphicsElement,
  target: PreviewTarget,
  { actions, signal }: { actions: PartActions; signal: AbortSignal },
) => {
  const open = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const { left, bottom } = element.getBoundingClientRect()
    const byKey = event.clientX === 0 && event.clientY === 0
    actions.openMenu(target, byKey ? { x: left, y: bottom } : { x: event.clientX, y: event.clientY })
  }
  element.addEventListener('contextmenu', open, { signal })
}

/** In words, for screen readers: what the badge says and where the node stands. */
const describeNode = (node: PreviewNode): string =>
  [
    node.text,
    node.kind,
    node.p99 === undefined ? undefined : t('p99 {0}', durationText(node.p99)),
    node.availability === undefined ? undefined : t('available {0}', availability(node.availability)),
    node.assumed ? t('assumed') : undefined,
    t('line {0}', node.line),
  ]
    .filter(words => words !== undefined)
    .join(', ')

/** An arrow is too thin to hit: this is the same line, wide and invisible. */
const handleFor = (
  line: SVGElement,
  arrow: PreviewArrow,
  { label, actions }: { label: string; actions: PartActions },
): SVGGElement =>
  create(
    'g',
    {
      class: 'handle',
      role: 'button',
      'aria-label': label,
      'data-arrow': arrow.index,
      click: () => actions.reveal({ kind: 'arrow', index: arrow.index }),
    },
    line,
  )

const describeArrow = (
  arrow: PreviewArrow,
  flow: PreviewFlow | undefined,
  nameOf: (id: string) => string,
): string => {
  const name = `${nameOf(arrow.from)} → ${nameOf(arrow.to)}${arrow.text ? `: ${arrow.text}` : ''}`
  const key = keyOf({ kind: 'arrow', index: arrow.index })
  const share = flow?.shares.find(each => keyOf(each.target) === key)
  if (!flow) return name
  if (!share) return `${name}, ${t('Not on the path of this request ({0})', roleName(arrow.role))}`
  const figures = [
    t('p99 {0}', durationText(share.p99)),
    t('{0} of the p99', percent(share.latency)),
    t('{0} of the unavailability', percent(share.unavailability)),
  ]
  return `${name}, ${figures.join(', ')}`
}

/** What an arrow stands for, where that is no call. */
const roleName = (role: PreviewArrow['role']): string => roleNames.get(role) ?? role

const roleNames: ReadonlyMap<string, string> = new Map([
  ['call', t('call')],
  ['enqueue', t('enqueue')],
  ['delivery', t('delivery')],
  ['reply', t('reply')],
  ['feed', t('feed')],
  ['replication', t('replication')],
  ['telemetry', t('telemetry')],
  ['control', t('control')],
  ['callback', t('callback')],
  ['usage', t('usage')],
  ['attachment', t('attachment')],
  ['structure', t('structure')],
])

/** Dashes of a line over an arrow that leave out the words on it. */
export const betweenWords = ({ geometry: { arrows, texts } }: DrawingLayout, arrow: number): string => {
  const { points = [], length = 0 } = arrows.get(arrow) ?? {}
  const lengthOf = (steps: number) => (length * steps) / Math.max(1, points.length - 1)
  const dashes: number[] = []
  let covered = false
  let since = 0
  // Lines of words stand apart by less than that.
  const words = texts.map(text => grow(text, 5))
  points.forEach((point, step) => {
    if (words.some(word => isIn(word, point)) === covered) return
    dashes.push(lengthOf(step - since))
    covered = !covered
    since = step
  })
  return dashes.length === 0 ? 'none' : [...dashes, length].join(' ')
}

/** A bare line in the drawing's coordinates over one of Mermaid's. */
export const traced = ({ parts, geometry }: DrawingLayout, arrow: number): SVGElement | undefined => {
  const element = parts.arrows.get(arrow)
  if (!element) return undefined
  const line = create(element instanceof SVGLineElement ? 'line' : 'path', { style: 'fill: none' })
  for (const name of ['d', 'x1', 'y1', 'x2', 'y2']) {
    const value = element.getAttribute(name)
    if (value !== null) line.setAttribute(name, value)
  }
  const matrix = geometry.arrows.get(arrow)?.matrix
  if (matrix && !matrix.isIdentity) {
    const { a, b, c, d, e, f } = matrix
    line.setAttribute('transform', `matrix(${[a, b, c, d, e, f].join(' ')})`)
  }
  return line
}
