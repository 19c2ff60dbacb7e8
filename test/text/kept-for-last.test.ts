import { expect, it, vi } from 'vitest'
import { keptForLast } from '../../src/text/kept-for-last'

it('reads a text once in each way, until another text is asked for', () => {
  const read = vi.fn((source: string, way: string) => (way === 'none' ? undefined : `${source} by ${way}`))
  const kept = keptForLast(read)
  expect([kept('a', 'lines'), kept('a', 'words'), kept('a', 'none'), kept('a', 'lines')]).toEqual([
    'a by lines',
    'a by words',
    undefined,
    'a by lines',
  ])
  kept('a', 'none')
  expect(read).toHaveBeenCalledTimes(3)
  expect([kept('b', 'lines'), kept('a', 'lines')]).toEqual(['b by lines', 'a by lines'])
  expect(read).toHaveBeenCalledTimes(5)
})

it('keeps a text whose reading reads others', () => {
  const read = vi.fn((source: string, depth: number): number =>
    depth === 0 ? 1 : 1 + kept(`${source}.`, depth - 1),
  )
  const kept = keptForLast(read)
  expect([kept('a', 2), kept('a', 2)]).toEqual([3, 3])
  expect(read).toHaveBeenCalledTimes(3)
})
