// Changes to try: a component or a region down, another p99. Nothing is sent before Apply.

import { button, html } from '../dom'
import { counted, duration } from '../format'
import { keyOf } from '../target'
import type { PictureFlow, PictureNode } from '../view'
import type { Change, Picture } from '../../../service/messages'
import { abridged } from './section'

/** What is being put together for one diagram; lives longer than the panel's elements. */
export interface Draft {
  readonly changes: () => readonly Change[]
  readonly set: (change: Change) => void
  readonly drop: (change: Pick<Change, 'target' | 'key'>) => void
  readonly replace: (changes: readonly Change[]) => void
}

export const createDraft = (): Draft => {
  let changes: readonly Change[] = []
  const others = ({ target, key }: Pick<Change, 'target' | 'key'>) =>
    changes.filter(change => change.target !== target || change.key !== key)
  return {
    changes: () => changes,
    set: change => {
      changes = [...others(change), change]
    },
    drop: change => {
      changes = others(change)
    },
    replace: all => {
      changes = all
    },
  }
}

export interface WhatIfParts {
  readonly picture: Picture
  readonly flow: PictureFlow
  readonly draft: Draft
  readonly apply: (changes: readonly Change[]) => void
  /** Show the panel again with the draft as it is now. */
  readonly refresh: () => void
}

const limit = 4

/** Rows for the components of the flow and for the regions, those that matter most first. */
export const whatIf = (parts: WhatIfParts): readonly HTMLElement[] => {
  const { picture, flow, draft, apply, refresh } = parts
  const pending = !same(draft.changes(), picture.changes)
  const reset = () => {
    draft.replace([])
    if (picture.changes.length > 0) apply([])
    refresh()
  }
  const regions = [
    ...new Set(picture.nodes.flatMap(node => (node.region === undefined ? [] : [node.region]))),
  ]
  const components = byWeight(picture.nodes, flow).map(node => componentRow(node, parts))
  const rows = [
    ...abridged(components, limit),
    ...regions.map(region =>
      html('div', { class: 'row' }, html('span', {}, region), upDown(region, 'region', parts)),
    ),
  ]
  const changed = draft.changes().length
  const state =
    changed === 0 ? 'Nothing changed' : `${counted(changed, 'change')}${pending ? '' : ' applied'}`
  return [
    ...rows,
    html(
      'div',
      { class: 'row actions' },
      html('span', { class: 'quiet', role: 'status' }, state),
      html(
        'span',
        {},
        button('Apply', () => apply(draft.changes()), {
          class: 'link',
          disabled: !pending,
          'data-focus': 'apply',
        }),
        button('Reset', reset, {
          class: 'link',
          disabled: changed === 0 && picture.changes.length === 0,
          'data-focus': 'reset',
        }),
      ),
    ),
  ]
}

const componentRow = (node: PictureNode, parts: WhatIfParts) =>
  html(
    'div',
    { class: 'row' },
    html('span', {}, node.text),
    html('span', { class: 'controls' }, upDown(node.id, 'component', parts), p99Field(node, parts)),
  )

const upDown = (target: string, key: 'component' | 'region', { draft, refresh }: WhatIfParts) => {
  const down = draft.changes().some(change => change.target === target && change.key === key)
  const toggle = () => {
    if (down) draft.drop({ target, key })
    else draft.set({ target, key, value: 'down' })
    refresh()
  }
  return button(down ? 'down' : 'up', toggle, {
    class: down ? 'toggle down' : 'toggle',
    role: 'switch',
    'aria-checked': down ? 'false' : 'true',
    'aria-label': `${target} is up`,
    'data-focus': `${key} ${target}`,
  })
}

const p99Field = (node: PictureNode, { draft, refresh }: WhatIfParts) => {
  const changed = draft.changes().find(change => change.target === node.id && change.key === 'p99')
  const written = typeof node.p99 === 'number' ? String(Number(node.p99.toPrecision(3))) : ''
  const input = html('input', {
    type: 'number',
    min: 0,
    step: 'any',
    value: changed?.value ?? written,
    class: changed ? 'changed' : undefined,
    'aria-label': `p99 of ${node.text} in milliseconds`,
    title: `Written or assumed: ${duration(node.p99)}`,
    'data-focus': `p99 ${node.id}`,
    change: () => {
      const usable = input.value !== '' && Number.isFinite(input.valueAsNumber) && input.valueAsNumber >= 0
      if (!usable || input.value === written) draft.drop({ target: node.id, key: 'p99' })
      else draft.set({ target: node.id, key: 'p99', value: input.value })
      refresh()
    },
  })
  return html('label', {}, 'p99 ', input, ' ms')
}

/** The components of the flow, the largest share of anything first. */
const byWeight = (nodes: readonly PictureNode[], flow: PictureFlow): readonly PictureNode[] => {
  const weights = new Map(
    flow.shares.map(share => [keyOf(share.target), Math.max(share.latency, share.unavailability)]),
  )
  const weight = (node: PictureNode) => weights.get(keyOf({ kind: 'node', id: node.id }))
  return nodes
    .filter(node => weight(node) !== undefined)
    .sort((one, other) => (weight(other) ?? 0) - (weight(one) ?? 0))
}

const same = (one: readonly Change[], other: readonly Change[]): boolean => {
  const words = (changes: readonly Change[]) =>
    changes
      .map(change => `${change.key} ${change.target} ${change.value}`)
      .sort()
      .join('\n')
  return words(one) === words(other)
}
