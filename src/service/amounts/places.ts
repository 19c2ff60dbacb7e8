// Distances between cities and regions: how far, what light needs, what is usual.

import { greatCircleKm, placeNamed, type Region, regionOf, regionsIn, roundTrip } from '../../knowledge'
import { type Amount, type AmountReader, figureText, NUMBER, numberIn, phrase, timeText } from './amount'

export const placeReaders: readonly AmountReader[] = [
  {
    pattern: phrase(
      '(?:(?:latency|distance|rtt|ping|round[ -]trip)(?: time)? )?(?:from |between )?([\\p{L}\\d.,() -]{2,40}?) ?(?:\\bto\\b|→|->|↔|<->|–|—|\\/| - |\\band\\b|\\bvs\\b) ?([\\p{L}\\d.,() -]{2,40}?)(?: (?:latency|rtt|ping|round[ -]trip(?: time)?|distance))?',
    ),
    read: ([, from, to]) => between(from, to),
  },
  { pattern: phrase('([\\p{L} .]{3,30})-([\\p{L} .]{3,30})'), read: ([, from, to]) => between(from, to) },
  {
    pattern: phrase('trans-?atlantic(?: (?:latency|rtt|round trip|call|link))?'),
    read: () => between('new york', 'london'),
  },
  {
    pattern: phrase('trans-?pacific(?: (?:latency|rtt|round trip|call|link))?'),
    read: () => between('oregon', 'tokyo'),
  },
  {
    pattern: phrase('(?:us |usa )?(?:coast[ -]to[ -]coast|cross-?country)(?: (?:latency|rtt|round trip))?'),
    read: () => between('new york', 'los angeles'),
  },
  { pattern: phrase('(?:a?round|across) the (?:world|globe)(?: in fiber)?'), read: () => far(40_000) },
  {
    pattern: phrase(
      `${NUMBER} ?(km|kilomet(?:er|re)s?|mi|miles?)(?: (?:of |in )?(?:fib(?:er|re)|cable|distance|away))?`,
    ),
    read: ([, digits, scale, unit = '']) => far(numberIn(digits, scale) * (/^mi/i.test(unit) ? 1.609344 : 1)),
  },
  { pattern: phrase('.{10,120}'), read: ([text]) => placesSaid(text) },
  { pattern: phrase('([\\p{L}\\d.,() -]{2,40})'), read: ([, name]) => alone(name) },
  { pattern: phrase('([a-z]{3})\\d?'), read: ([name, code = '']) => airport(name, code) },
]

/** Codes of airports, by which Vercel, DigitalOcean, Fly.io and most CDNs name their places. */
const airports: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ams: 'Amsterdam',
    arn: 'Stockholm',
    atl: 'Atlanta',
    blr: 'Bangalore',
    bom: 'Mumbai',
    cdg: 'Paris',
    cle: 'Columbus, Ohio',
    cpt: 'Cape Town',
    dfw: 'Dallas',
    dub: 'Dublin',
    dxb: 'Dubai',
    ewr: 'Newark, New Jersey',
    fra: 'Frankfurt',
    ash: 'Ashburn, Virginia',
    fsn: 'Falkenstein, Germany',
    gru: 'São Paulo',
    hel: 'Helsinki',
    hil: 'Hillsboro, Oregon',
    hkg: 'Hong Kong',
    hnd: 'Tokyo',
    iad: 'Ashburn, Virginia',
    icn: 'Seoul',
    jnb: 'Johannesburg',
    kix: 'Osaka',
    lax: 'Los Angeles',
    lhr: 'London',
    lon: 'London',
    mia: 'Miami',
    nbg: 'Nuremberg',
    nrt: 'Tokyo',
    nyc: 'New York',
    ord: 'Chicago',
    pdx: 'Portland, Oregon',
    sea: 'Seattle',
    sfo: 'San Francisco',
    sgp: 'Singapore',
    sjc: 'San Jose, California',
    syd: 'Sydney',
    waw: 'Warsaw',
    yyz: 'Toronto',
  }),
)

function airport(name: string, code: string): Amount | undefined {
  const city = airports.get(code.toLowerCase())
  return city === undefined
    ? undefined
    : {
        computed: `**${name}**: ${city}. Vercel, DigitalOcean, Fly.io and most CDNs name their places by the codes of airports, Hetzner by its own.`,
        entry: 'edge-location',
      }
}

/** The floor that a distance sets. */
function far(km: number): Amount {
  return {
    computed: `**${figureText(km)} km**: light in fiber (200,000 km/s) needs ${timeText(km / 200)} one way, ${timeText(km / 100)} there and back. Real routes take about half as long again, and routers and the last mile some 10 ms more.`,
    entry: 'speed-of-light',
  }
}

/** "Why is Tokyo so slow from Virginia": two places in a sentence about how far or slow. */
function placesSaid(text: string): Amount | undefined {
  if (
    !/\b(?:slow|fast|far|latency|ping|rtt|distance|delay|lag|ms|round trip|fib(?:er|re)|cable)\b/i.test(text)
  )
    return undefined
  const [from, to, more] = [...new Set(regionsIn(text).map(({ region }) => region.id))]
  if (from !== undefined && to !== undefined) return more === undefined ? between(from, to) : undefined
  return placesInTurn(text.replace(/ (?:latency|ping|rtt|distance|round trip|fib(?:er|re)|cable)$/i, ''))
}

/** `London New York`: two names of places and nothing else. */
function placesInTurn(text: string): Amount | undefined {
  const words = text.split(' ')
  for (let at = 1; at < Math.min(words.length, 6); at++) {
    const found = between(words.slice(0, at).join(' '), words.slice(at).join(' '))
    if (found) return found
  }
  return undefined
}

function between(from = '', to = ''): Amount | undefined {
  const [a, b] = [placeNamed(from), placeNamed(to)]
  if (!a || !b || a.city === b.city) return undefined
  const { ms, floorMs, source } = roundTrip(a, b)
  return {
    computed: `**${a.city} – ${b.city}**: ${figureText(greatCircleKm(a, b))} km; light in fiber needs ${timeText(floorMs)} there and back; usual ${timeText(ms)} (${source}).`,
    entry: 'speed-of-light',
  }
}

const farPlaces = ['us-east-1', 'eu-west-1', 'ap-northeast-1'] as const
const providers = { aws: 'AWS', gcp: 'Google Cloud', azure: 'Azure' } as const

function alone(name = ''): Amount | undefined {
  const region = regionOf(name)
  if (!region || /\s(?:cache|service|db|server)\b/i.test(name)) return undefined
  const trips = farPlaces.flatMap(id => tripTo(region, id))
  return {
    computed: `**${region.id}**: a region of ${providers[region.provider]} in ${region.city}. Round trips: within a zone under 0.5 ms, between its zones about 1 ms${trips.join('')}.`,
    entry: 'region',
  }
}

function tripTo(region: Region, id: string): string[] {
  const other = regionOf(id)
  return other && other.city !== region.city
    ? [`, to ${other.city} ${timeText(roundTrip(region, other).ms)}`]
    : []
}
