// A what-if of a large design: its figures are shown first, and whose share is what once nothing else is tried.

import { afterEach, expect, it, vi } from 'vitest'

vi.mock('vscode', () => ({}))

afterEach(() => vi.restoreAllMocks())

/** A panel whose pictures take a number of steps of 60 ms each: two for the figures, five for the rest. */
const refreshing = async () => {
  const { createRefreshing } = await import('../../src/adapters/vscode/preview/refreshing')
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const shown: string[] = []
  let version = 0
  let reaction = (_: string) => {}
  const { refresh, settled } = createRefreshing<string>({
    *work({ figuresOnly }) {
      for (let step = 0; step < (figuresOnly ? 2 : 5); step++) {
        now += 60
        yield
      }
      return `${figuresOnly ? 'figures' : 'whole'} ${version}`
    },
    turn: () => 0,
    show: message => {
      shown.push(message)
      reaction(message)
    },
  })
  const change = (figuresFirst: boolean) => {
    version++
    refresh({ figuresFirst })
  }
  const whenShown = (message: string, act: () => void) => {
    reaction = latest => {
      if (latest === message) act()
    }
  }
  return { shown, change, settled, whenShown }
}

it('shows the figures of what takes long before the rest', async () => {
  const { shown, change, settled } = await refreshing()
  change(false)
  await settled()
  change(true)
  await settled()
  expect(shown).toEqual(['whole 1', 'figures 2', 'whole 2'])
})

it('leaves the rest of a change out when the next one is there', async () => {
  const { shown, change, settled, whenShown } = await refreshing()
  change(false)
  await settled()
  whenShown('figures 2', () => change(true))
  change(true)
  await settled()
  expect(shown).toEqual(['whole 1', 'figures 2', 'figures 3', 'whole 3'])
})

it('draws a text that was changed meanwhile as a whole: what was known of another belongs to other parts', async () => {
  const { shown, change, settled, whenShown } = await refreshing()
  change(false)
  await settled()
  whenShown('figures 2', () => {
    change(false)
    change(true)
  })
  change(true)
  await settled()
  expect(shown).toEqual(['whole 1', 'figures 2', 'whole 4'])
})
