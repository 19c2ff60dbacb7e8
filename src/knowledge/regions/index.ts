// Cloud regions: their names in a text, and the round trip between two of them.

import { lazily } from '../lazily'
import { lexiconOf, namesIn } from '../names/lexicon'
import { remembered } from '../remembered'
import { expectedRoundTripMs, greatCircleKm, roundTripMs, VACUUM_KM_PER_MS } from './distance'
import { measured } from './region-round-trips'
import { regionRows } from './region-table'

export type Provider = 'aws' | 'gcp' | 'azure'

/** Somewhere that a round trip can lead to. */
export interface Location {
  readonly id: string
  readonly city: string
  /** Degrees; the city's center, since providers publish no sites: right to about 100 km. */
  readonly latitude: number
  readonly longitude: number
  /** Of a cloud's region. */
  readonly provider?: Provider
}

export interface Region extends Location {
  readonly provider: Provider
}

export interface RegionMention {
  readonly region: Region
  readonly start: number
  readonly end: number
}

export interface RoundTrip {
  /** Median round trip in milliseconds. */
  readonly ms: number
  readonly measured: boolean
  readonly source: string
  /** What light in fiber along the great circle needs, in milliseconds: 200,000 km/s. */
  readonly floorMs: number
  /** What light in a vacuum would need: nothing can be faster. */
  readonly vacuumFloorMs: number
}

export const regions: readonly Region[] = regionRows.map(([provider, id, city, latitude, longitude]) => ({
  provider,
  id,
  city,
  latitude,
  longitude,
}))

/** The regions that a text names, by id (`eu-west-1`, `westeurope`), display name (`West Europe`) or city. */
export const regionsIn = remembered(readRegions)

function readRegions(text: string): readonly RegionMention[] {
  const mentions: RegionMention[] = []
  for (const { value, start, end } of namesIn(lexicon(), text)) {
    const raw = text.slice(start, end).toLowerCase()
    const region = value.find(one => one.id === raw) ?? value[0]
    const zoned = /^[a-f]\b/.exec(text.slice(end))
    if (region) mentions.push({ region, start, end: zoned ? end + 1 : end })
  }
  return mentions
}

/** The region of that name: an id of any provider, its display name, its city, or a zone in it (`us-east-1a`). */
export function regionOf(name: string): Region | undefined {
  const text = name.trim().replace(/^n\.\s/i, 'northern ')
  const only = regionsIn(text)
  return only.length === 1 && only[0]?.start === 0 ? only[0].region : undefined
}

/** The median round trip between two places: measured for pairs of AWS regions, else estimated from distance. */
export function roundTrip(a: Location, b: Location): RoundTrip {
  const km = greatCircleKm(a, b)
  const floorMs = roundTripMs(km)
  const vacuumFloorMs = roundTripMs(km, VACUUM_KM_PER_MS)
  if (a.id === b.id && a.provider === b.provider) {
    return {
      ms: 1,
      measured: false,
      source: 'across zones of one region (IBM Cloud documentation: 0.13–2.2 ms)',
      floorMs: 0,
      vacuumFloorMs: 0,
    }
  }
  const ms = measured(nearestAws(a)?.id ?? a.id, nearestAws(b)?.id ?? b.id)
  const own = a.provider === 'aws' && b.provider === 'aws'
  if (ms !== undefined && own) {
    return {
      ms,
      measured: true,
      source: 'cloudping.co, median over one year to May 2025',
      floorMs,
      vacuumFloorMs,
    }
  }
  if (ms !== undefined && ms >= floorMs) {
    return {
      ms,
      measured: false,
      source: 'cloudping.co, AWS regions in the same cities',
      floorMs,
      vacuumFloorMs,
    }
  }
  const scaled = a.provider && b.provider ? undefined : fromNeighbors(a, b)
  if (scaled && scaled.ms >= floorMs) return { ...scaled, measured: false, floorMs, vacuumFloorMs }
  const estimate = Math.round(expectedRoundTripMs(km) * 10) / 10
  return {
    ms: estimate,
    measured: false,
    source: 'estimate: 13.4 ms + 1.52 × the fiber floor (fits 496 AWS pairs to −26…+31%)',
    floorMs,
    vacuumFloorMs,
  }
}

/** For a city: what is measured between the AWS regions within 500 km, in proportion to the distance. */
function fromNeighbors(a: Location, b: Location): { ms: number; source: string } | undefined {
  const [near, far] = [nearestAws(a, 500), nearestAws(b, 500)]
  const between = near && far && near.id !== far.id ? measured(near.id, far.id) : undefined
  if (between === undefined || !near || !far) return undefined
  return {
    ms: Math.round(between * (greatCircleKm(a, b) / greatCircleKm(near, far))),
    source: `from ${near.id} – ${far.id} (cloudping.co, median over one year to May 2025), by distance`,
  }
}

/** An AWS region within 60 km stands in for a place: their round trips are alike. */
function nearestAws(place: Location, within = 60): Location | undefined {
  if (place.provider === 'aws') return place
  return regions
    .filter(other => other.provider === 'aws' && greatCircleKm(place, other) < within)
    .sort((one, other) => greatCircleKm(place, one) - greatCircleKm(place, other))[0]
}

/** Ids that two providers spell alike once separators are gone share an entry; `regionsIn` tells them apart. */
const lexicon = lazily(() => {
  const named = new Map<string, Region[]>()
  const add = (name: string, region: Region) => {
    const known = named.get(name)
    if (known) known.push(region)
    else named.set(name, [region])
  }
  for (const region of regions) add(region.id.replaceAll('-', ''), region)
  for (const region of regions) for (const city of citiesOf(region)) if (!named.has(city)) add(city, region)
  for (const [name, id] of displayNames) {
    const region = regions.find(one => one.id === id)
    if (region && !named.has(name)) add(name, region)
  }
  return lexiconOf([...named].map(([name, value]) => ({ value, names: [name] })))
})

function citiesOf(region: Region): readonly string[] {
  return region.provider === 'aws' ? [region.city.split(',')[0] ?? region.city] : []
}

const displayNames: readonly (readonly [string, string])[] = [
  ['n. virginia', 'us-east-1'],
  ['northern virginia', 'us-east-1'],
  ['virginia', 'us-east-1'],
  ['ohio', 'us-east-2'],
  ['oregon', 'us-west-2'],
  ['northern california', 'us-west-1'],
  ['n. california', 'us-west-1'],
  ['ireland', 'eu-west-1'],
  ['europe (ireland)', 'eu-west-1'],
  ['uae', 'me-central-1'],
  ['bahrain', 'me-south-1'],
  ['spain', 'eu-south-2'],
  ['iowa', 'us-central1'],
  ['belgium', 'europe-west1'],
  ['netherlands', 'europe-west4'],
  ['finland', 'europe-north1'],
  ['taiwan', 'asia-east1'],
  ['new york', 'us-east-1'],
  ['amsterdam', 'europe-west4'],
  ['los angeles', 'us-west2'],
]
