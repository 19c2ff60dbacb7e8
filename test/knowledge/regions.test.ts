// Regions: names, distances, round trips.

import { describe, expect, it } from 'vitest'
import { greatCircleKm, regionOf, regions, regionsIn, roundTrip } from '../../src/knowledge'
import { measured } from '../../src/knowledge/regions/region-round-trips'

describe('names of regions', () => {
  it.each([
    ['eu-west-1', 'eu-west-1'],
    ['EU-West-1', 'eu-west-1'],
    ['us-east-1', 'us-east-1'],
    ['us-east1', 'us-east1'],
    ['us-east-1a', 'us-east-1'],
    ['westeurope', 'westeurope'],
    ['West Europe', 'westeurope'],
    ['Frankfurt', 'eu-central-1'],
    ['N. Virginia', 'us-east-1'],
    ['asia-northeast1', 'asia-northeast1'],
  ])('%s is %s', (name, id) => {
    expect(regionOf(name)?.id).toBe(id)
  })

  it('finds every id, and no region in other words', () => {
    for (const region of regions) expect(regionOf(region.id), region.id).toEqual(region)
    expect(regionOf('atlantis')).toBeUndefined()
    expect(regionsIn('Primary (eu-west-1) → standby in us-west-2').map(one => one.region.id)).toEqual([
      'eu-west-1',
      'us-west-2',
    ])
  })
})

describe('round trips', () => {
  const between = (a: string, b: string) => {
    const [from, to] = [regionOf(a), regionOf(b)]
    if (!from || !to) throw new Error('unknown region')
    return roundTrip(from, to)
  }

  it('are measured between AWS regions', () => {
    expect(between('us-east-1', 'eu-west-2')).toMatchObject({ ms: 77.6, measured: true })
    expect(between('eu-west-2', 'us-east-1')).toMatchObject({ ms: 77.6, measured: true })
    expect(between('us-east-1', 'eu-west-2').floorMs).toBeCloseTo(59.2, 1)
  })

  it('never undercut light in fiber, and never light in a vacuum', () => {
    for (const a of regions) {
      for (const b of regions) {
        const { ms, floorMs, vacuumFloorMs } = roundTrip(a, b)
        expect(ms, `${a.id} ${b.id}`).toBeGreaterThanOrEqual(floorMs)
        expect(vacuumFloorMs).toBeLessThanOrEqual(floorMs)
      }
    }
  })

  it('are estimated where nobody measured', () => {
    expect(between('westeurope', 'japaneast')).toMatchObject({ measured: false })
    expect(measured('eu-west-1', 'nowhere-1')).toBeUndefined()
    expect(between('eu-west-1', 'eu-west-1')).toMatchObject({ ms: 1, floorMs: 0 })
  })

  it('follow the great circle', () => {
    const [london, virginia] = [regionOf('eu-west-2'), regionOf('us-east-1')]
    expect(london && virginia && greatCircleKm(london, virginia)).toBeCloseTo(5917, -1)
  })
})
