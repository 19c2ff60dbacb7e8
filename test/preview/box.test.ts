// Where badges and markers may go.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  around,
  beside,
  createObstacles,
  onBorder,
  overlap,
  union,
} from '../../src/adapters/preview/overlay/box'
import { obstaclesOf } from '../../src/adapters/preview/overlay/geometry'
import { tracePath } from '../../src/adapters/preview/overlay/path-points'

const coordinate = fc.integer({ min: -500, max: 500 })
const extent = fc.integer({ min: 1, max: 300 })
const box = fc.record({ x: coordinate, y: coordinate, width: extent, height: extent })

describe('obstacles', () => {
  it('hit exactly what overlaps one of them, however large', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 20 }), box, (boxes, candidate) => {
        const obstacles = createObstacles()
        for (const each of boxes) obstacles.add(each)
        expect(obstacles.hits(candidate)).toBe(boxes.some(each => overlap(each, candidate)))
      }),
    )
  })

  it('let a thing lie on its own body', () => {
    const obstacles = createObstacles()
    obstacles.add({ x: 0, y: 0, width: 10, height: 10 }, 'a')
    expect(obstacles.hits({ x: 5, y: 5, width: 10, height: 10 }, 'a')).toBe(false)
    expect(obstacles.hits({ x: 5, y: 5, width: 10, height: 10 }, 'b')).toBe(true)
  })
})

describe('an arrow', () => {
  const line = (length: number) => ({
    points: tracePath(`M0 0H${length}`)?.points ?? [],
    length,
    matrix: undefined,
    strokeWidth: 1,
    dashed: false,
  })
  const obstaclesAround = (length: number) =>
    obstaclesOf(
      {
        frame: { x: 0, y: 0, width: length, height: 100 },
        nodes: new Map(),
        texts: [],
        others: [],
        arrows: new Map([[3, line(length)]]),
      },
      () => true,
      1,
    )

  it.each([100, 20_000])('of %i pixels keeps things off it, and not off what is beside it', length => {
    const obstacles = obstaclesAround(length)
    for (let x = 0; x < length; x += length / 50) {
      expect(obstacles.hits({ x, y: -2, width: 6, height: 4 })).toBe(true)
      expect(obstacles.hits({ x, y: 6, width: 6, height: 4 })).toBe(false)
      expect(obstacles.hits({ x, y: -2, width: 6, height: 4 }, 'arrow 3')).toBe(false)
    }
  })
})

describe('places', () => {
  it('around a box are all outside it', () => {
    fc.assert(
      fc.property(box, extent, extent, (body, width, height) => {
        for (const place of around(body, { width, height })) expect(overlap(place, body)).toBe(false)
      }),
    )
  })

  it('on a border touch the box', () => {
    const body = { x: 0, y: 0, width: 100, height: 40 }
    for (const place of onBorder(body, { width: 18, height: 18 })) expect(overlap(place, body)).toBe(true)
  })

  it('beside a line do not lie on it', () => {
    const points = Array.from({ length: 21 }, (_, x) => ({ x: x * 10, y: 5 }))
    const places = beside(points, { width: 18, height: 18 })
    expect(places.length).toBeGreaterThan(10)
    for (const place of places) expect(overlap(place, { x: 0, y: 5, width: 200, height: 0.1 })).toBe(false)
  })
})

it('the union of no boxes is none', () => {
  expect(union([])).toBeUndefined()
})
