// Changes to try: a component or a region down, another p99. Nothing is sent before Apply.

import type { Change, PreviewModel } from '../../../service/preview/messages'
import { button, html } from '../dom'
import { counted, durationText } from '../format'
import { keyOf } from '../target'
import type { PreviewFlow, PreviewNode } from '../view'
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
  readonly picture: PreviewModel
  readonly flow: PreviewFlow
  readonly draft: Draft
  readonly apply: (changes: readonly Change[]) => void
  /** Show the panel again with the draft as it is now. */
  readonly refresh: () => void
}

const limit = 4

/** Rows for the components of the flow, those that matter most first, for the regions, and what to do with it all. */
export const whatIf = (parts: WhatIfParts): readonly HTMLElement[] => {
  const { picture, flow, draft } = parts
  const actions = createActions(parts)
  const regions = [
    ...new Set(picture.nodes.flatMap(node => (node.region === undefined ? [] : [node.region]))),
  ]
  const components = byWeight(picture.nodes, flow).map(node => componentRow(node, draft, actions.update))
  return [
    ...abridged(components, limit),
    ...regions.map(region =>
      html(
        'div',
        { class: 'row' },
        html('span', {}, region),
        upDown({ target: region, key: 'region' }, draft, actions.update),
      ),
    ),
    actions.element,
  ]
}

/**
 * Elements are updated in place: a press on one of them that takes the focus from a field, and so changes
 * the draft, must still find the element that it began on.
 */
const createActions = ({ picture, draft, apply, refresh }: WhatIfParts) => {
  const state = html('span', { class: 'quiet', role: 'status' })
  const applyButton = button('Apply', () => apply(draft.changes()), { class: 'link', 'data-focus': 'apply' })
  const reset = () => {
    draft.replace([])
    if (picture.changes.length > 0) apply([])
    refresh()
  }
  const resetButton = button('Reset', reset, { class: 'link', 'data-focus': 'reset' })
  const update = () => {
    const pending = !same(draft.changes(), picture.changes)
    const changed = draft.changes().length
    state.textContent =
      changed === 0 ? 'Nothing changed' : `${counted(changed, 'change')}${pending ? '' : ' applied'}`
    applyButton.disabled = !pending
    resetButton.disabled = changed === 0 && picture.changes.length === 0
  }
  update()
  return {
    element: html('div', { class: 'row actions' }, state, html('span', {}, applyButton, resetButton)),
    update,
  }
}

const componentRow = (node: PreviewNode, draft: Draft, update: () => void) =>
  html(
    'div',
    { class: 'row' },
    html('span', {}, node.text),
    html(
      'span',
      { class: 'controls' },
      upDown({ target: node.id, key: 'component' }, draft, update),
      p99Field(node, draft, update),
    ),
  )

const upDown = (what: Pick<Change, 'target' | 'key'>, draft: Draft, update: () => void) => {
  const isDown = () =>
    draft.changes().some(change => change.target === what.target && change.key === what.key)
  const show = () => {
    const down = isDown()
    toggle.textContent = down ? 'down' : 'up'
    toggle.classList.toggle('down', down)
    toggle.setAttribute('aria-checked', String(!down))
  }
  const press = () => {
    if (isDown()) draft.drop(what)
    else draft.set({ ...what, value: 'down' })
    show()
    update()
  }
  const toggle = button('', press, {
    class: 'toggle',
    role: 'switch',
    'aria-label': `${what.target} is up`,
    'data-focus': `${what.key} ${what.target}`,
  })
  show()
  return toggle
}

const p99Field = (node: PreviewNode, draft: Draft, update: () => void) => {
  const what = { target: node.id, key: 'p99' } as const
  const changed = draft.changes().find(change => change.target === what.target && change.key === what.key)
  const written = typeof node.p99 === 'number' ? String(Number(node.p99.toPrecision(3))) : ''
  const type = () => {
    const usable = input.value !== '' && Number.isFinite(input.valueAsNumber) && input.valueAsNumber >= 0
    const changes = usable && input.value !== written
    if (changes) draft.set({ ...what, value: input.value })
    else draft.drop(what)
    input.classList.toggle('changed', changes)
    update()
  }
  const input = html('input', {
    type: 'number',
    min: 0,
    step: 'any',
    value: changed?.value ?? written,
    class: changed && 'changed',
    'aria-label': `p99 of ${node.text} in milliseconds`,
    title: `Now ${durationText(node.p99)}`,
    'data-focus': `p99 ${node.id}`,
    input: type,
  })
  return html('label', {}, 'p99 ', input, ' ms')
}

/** The components of the flow, the largest share of anything first. */
const byWeight = (nodes: readonly PreviewNode[], flow: PreviewFlow): readonly PreviewNode[] => {
  const weights = new Map(
    flow.shares.map(share => [keyOf(share.target), Math.max(share.latency, share.unavailability)]),
  )
  const weight = (node: PreviewNode) => weights.get(keyOf({ kind: 'node', id: node.id }))
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
