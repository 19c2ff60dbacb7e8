// The drawing by keyboard: one tab stop, from which cursor keys lead along the arrows.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { keyOf } from '../target'
import type { PartActions } from './hit-areas'

export interface WalkParts {
  readonly actions: PartActions
  /** The id of the node where the walk begins. */
  readonly start: string | undefined
  readonly signal: AbortSignal
}

/** By the keys of targets: nodes and arrows that take the focus. */
export type Stops = ReadonlyMap<string, SVGElement>

/**
 * Right leads from a node to its first arrow and on to the node at its end, left back; up and down to the next of
 * a node's arrows, or of the nodes. Enter shows the source, F the findings; D takes a node
 * down, C collapses the group around it.
 */
export const walkByKeys = (stops: Stops, picture: PreviewModel, { actions, start, signal }: WalkParts) => {
  const first = start === undefined ? undefined : stops.get(keyOf({ kind: 'node', id: start }))
  let stop = first ?? [...stops.values()][0]
  for (const element of stops.values()) element.setAttribute('tabindex', element === stop ? '0' : '-1')
  const nextOf = neighbors(picture, stops)
  for (const target of targetsOf(picture)) {
    const element = stops.get(keyOf(target))
    element?.addEventListener(
      'focus',
      () => {
        stop?.setAttribute('tabindex', '-1')
        element.setAttribute('tabindex', '0')
        stop = element
      },
      { signal },
    )
    element?.addEventListener(
      'keydown',
      event => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const act = actionOf(event.key, target, actions)
        const next = stops.get(nextOf(target, event.key) ?? '')
        if (!act && !next) return
        event.preventDefault()
        act?.()
        next?.focus()
      },
      { signal },
    )
  }
}

const targetsOf = ({ nodes, arrows }: PreviewModel): readonly PreviewTarget[] => [
  ...nodes.map(({ id }): PreviewTarget => ({ kind: 'node', id })),
  ...arrows.map(({ index }): PreviewTarget => ({ kind: 'arrow', index })),
]

const actionOf = (key: string, target: PreviewTarget, actions: PartActions) => {
  if (key === 'Enter' || key === ' ') return () => actions.reveal(target)
  if (key === 'f' || key === 'F') return () => actions.openFindings(target)
  if ((key === 'd' || key === 'D') && target.kind === 'node') return () => actions.toggleDown(target.id)
  if ((key === 'c' || key === 'C') && target.kind === 'node') return () => actions.toggleGroup(target.id)
  return undefined
}

/** Where a key leads from a target, as the key of another; undefined where there is nothing. */
const neighbors = ({ nodes, arrows }: PreviewModel, stops: Stops) => {
  const node = (id: string) => keyOf({ kind: 'node', id })
  const arrow = (index: number | undefined) =>
    index === undefined ? undefined : keyOf({ kind: 'arrow', index })
  const drawn = nodes.filter(({ id }) => stops.has(node(id)))
  return (target: PreviewTarget, key: string): string | undefined => {
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (target.kind === 'node') {
      if (key === 'ArrowRight') return arrow(arrows.find(({ from }) => from === target.id)?.index)
      if (key === 'ArrowLeft') return arrow(arrows.find(({ to }) => to === target.id)?.index)
      const place = drawn.findIndex(({ id }) => id === target.id)
      const next = by === 0 ? undefined : drawn[place + by]
      return next && node(next.id)
    }
    const here = target.kind === 'arrow' ? arrows.find(({ index }) => index === target.index) : undefined
    if (!here) return undefined
    if (key === 'ArrowRight') return node(here.to)
    if (key === 'ArrowLeft') return node(here.from)
    const siblings = arrows.filter(({ from }) => from === here.from)
    return by === 0 ? undefined : arrow(siblings[siblings.indexOf(here) + by]?.index)
  }
}
