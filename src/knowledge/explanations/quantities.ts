// Computes what a quantity in a text means: addresses of a CIDR block, downtime of 99.95%, seconds for 10 MB.

import { portEntries, ports } from '../protocols/ports'

export interface Quantity {
  readonly markdown: string
  readonly start: number
  readonly end: number
  /** Id of the entry that explains its sort. */
  readonly entry?: string
}

/** The quantity that covers an offset of a text, if one does. Looks no further than one line. */
export function quantityAt(text: string, offset: number): Quantity | undefined {
  for (const { pattern, read } of readers) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (offset < start || offset > end) continue
      const known = read(match)
      if (known) return { ...known, start, end }
    }
  }
  return undefined
}

type Reading = Pick<Quantity, 'markdown' | 'entry'>

const readers: readonly {
  readonly pattern: RegExp
  readonly read: (match: RegExpMatchArray) => Reading | undefined
}[] = [
  { pattern: /\b(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?(?![\d.])/g, read: address },
  { pattern: /(?:(?<![\d:]):|\bport[ :]{1,2}|\b(?:tcp|udp)[ /:])(\d{2,5})\b(?![.:]\d)/gi, read: port },
  { pattern: /(?<![\d.])(\d{1,3}(?:\.\d{1,6})?)\s?%/g, read: percentage },
  {
    pattern:
      /(?<![\w.])(\d{1,9}(?:\.\d{1,6})?)\s?(us|µs|ms|msec|secs?|seconds?|s|mins?|minutes?|m|hours?|hrs?|h)(?![\w/])/g,
    read: duration,
  },
  { pattern: /(?<![\w.])(\d{1,9}(?:\.\d{1,6})?)\s?([kKMGT]i?B|bytes|B)(?![\w/])/g, read: size },
  {
    pattern:
      /(?<![\w.])(\d{1,9}(?:\.\d{1,6})?)\s?([kKM])?\s?(?:\/\s?s(?:ec)?|rps|qps|tps|req\/s(?:ec)?|requests\/s(?:ec)?)(?!\w)/g,
    read: rate,
  },
]

function address([, a, b, c, d, bits]: RegExpMatchArray): Reading | undefined {
  const octets = [a, b, c, d].map(Number)
  if (octets.some(octet => octet > 255)) return undefined
  const value = octets.reduce((sum, octet) => sum * 256 + octet, 0)
  const sort = addressSort(value)
  if (bits === undefined) return { markdown: `${octets.join('.')}: ${sort}.`, entry: 'private-address' }
  const prefix = Number(bits)
  return prefix > 32 ? undefined : { markdown: block(value, prefix, sort), entry: 'cidr' }
}

function block(value: number, prefix: number, sort: string): string {
  const count = 2 ** (32 - prefix)
  const first = Math.floor(value / count) * count
  const off = first === value ? '' : ` (the block begins at ${dotted(first)})`
  const range = `${dotted(first)}–${dotted(first + count - 1)}${off}`
  const usable = prefix >= 31 ? count : count - 2
  const reserved =
    prefix > 28 ? 'too small for a cloud subnet (/28 at least)' : `${grouped(count - 5)} in an AWS subnet`
  return `/${prefix}: **${grouped(count)} addresses**, ${range}, ${sort}. Usable hosts: ${grouped(usable)}; ${reserved}.`
}

const special: readonly (readonly [string, number, string])[] = [
  ['1.1.1.1', 32, 'public: Cloudflare’s DNS resolver, anycast'],
  ['1.0.0.1', 32, 'public: Cloudflare’s DNS resolver, anycast'],
  ['8.8.8.8', 32, 'public: Google’s DNS resolver, anycast'],
  ['8.8.4.4', 32, 'public: Google’s DNS resolver, anycast'],
  ['9.9.9.9', 32, 'public: Quad9’s DNS resolver, anycast'],
  ['169.254.169.254', 32, 'link-local: the metadata service of cloud instances; it hands out credentials'],
  ['255.255.255.255', 32, 'broadcast on the local network'],
  ['10.0.0.0', 8, 'private (RFC 1918)'],
  ['172.16.0.0', 12, 'private (RFC 1918)'],
  ['192.168.0.0', 16, 'private (RFC 1918)'],
  ['127.0.0.0', 8, 'loopback: this host'],
  ['169.254.0.0', 16, 'link-local (cloud metadata lives at 169.254.169.254)'],
  ['100.64.0.0', 10, 'shared by carrier-grade NAT (RFC 6598)'],
  ['224.0.0.0', 4, 'multicast'],
  ['192.0.2.0', 24, 'for documentation'],
  ['198.51.100.0', 24, 'for documentation'],
  ['203.0.113.0', 24, 'for documentation'],
  ['198.18.0.0', 15, 'for benchmarks of networks (RFC 2544)'],
  ['192.0.0.0', 24, 'for protocols (IANA)'],
  ['240.0.0.0', 4, 'reserved, never routed'],
  ['0.0.0.0', 8, '“any address” or “this network”'],
]

function addressSort(value: number): string {
  const found = special.find(([base, prefix]) => {
    const size = 2 ** (32 - prefix)
    return Math.floor(value / size) === Math.floor(number(base) / size)
  })
  return found ? found[2] : 'public: reachable from the internet'
}

function number(base: string): number {
  return base.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map(shift => Math.floor(value / 2 ** shift) % 256).join('.')
}

function port([, digits]: RegExpMatchArray): Reading | undefined {
  const known = ports[Number(digits)]
  if (known === undefined) return undefined
  const entry = portEntries[Number(digits)]
  return { markdown: `**Port ${digits}**: ${known}.`, ...(entry === undefined ? {} : { entry }) }
}

function percentage(match: RegExpMatchArray): Reading | undefined {
  const [whole, digits] = match
  const share = Number(digits) / 100
  if (share < 0.9 || share > 1) return undefined
  const before = match.input?.slice(Math.max(0, (match.index ?? 0) - 24), match.index) ?? ''
  if (otherShares.test(before)) return undefined
  const alone = match.input?.trim() === whole
  if (share < 0.99 && !alone && !/avail|uptime|\bsl[ao]\b/i.test(before)) return undefined
  const down = 1 - share
  if (down === 0)
    return {
      markdown: '**100%** available: never down, which nothing behind a network is.',
      entry: 'availability',
    }
  const year = span(down * 365 * 86400)
  const month = span(down * 30 * 86400)
  const week = span(down * 7 * 86400)
  return {
    markdown: `**${digits}%** available: down ${year} a year, ${month} in 30 days, ${week} a week.`,
    entry: 'availability',
  }
}

/** Shares of something else than time: "hit ratio 95%" says nothing about downtime. */
const otherShares =
  /\b(?:hits?|ratio|rate|cpu|memory|disk|coverage|discount|traffic|users|load|sampl\w+)\b[^%]*$/i

/** Seconds in words, in the largest unit that fits. */
function span(seconds: number): string {
  if (seconds < 60) return `${round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${round(seconds / 60)} min`
  if (minutes < 2880) return `${round(seconds / 3600)} h`
  return `${round(seconds / 86400)} days`
}

const milliseconds: ReadonlyMap<string, number> = new Map(
  Object.entries({
    us: 0.001,
    µs: 0.001,
    ms: 1,
    msec: 1,
    s: 1000,
    sec: 1000,
    second: 1000,
    m: 60000,
    min: 60000,
    minute: 60000,
    h: 3600000,
    hr: 3600000,
    hour: 3600000,
  }),
)

function duration([, digits, unit = '']: RegExpMatchArray): Reading | undefined {
  const factor = milliseconds.get(unit) ?? milliseconds.get(unit.replace(/s$/, ''))
  if (factor === undefined) return undefined
  const ms = Number(digits) * factor
  const light =
    ms > 2000 ? '' : ` Light in fiber goes ${grouped(Math.round(ms * 100))} km and back in that time.`
  return {
    markdown: `**${digits} ${unit}**: ${ms > 60000 ? inOtherUnits(ms, unit) : feeling(ms)}.${light}`,
    entry: ms > 60000 ? undefined : 'perception',
  }
}

function feeling(ms: number): string {
  if (ms < 0.5) return 'less than a round trip between zones'
  if (ms <= 10) return 'about a call within a region'
  if (ms <= 100) return 'feels immediate to a user'
  if (ms <= 1000) return 'noticed by a user, without breaking the train of thought'
  if (ms <= 10000) return 'a wait: show progress'
  return 'longer than users stay'
}

function inOtherUnits(ms: number, unit: string): string {
  const seconds = ms / 1000
  return /^(?:m?s|m?sec|seconds?|secs)$/.test(unit) ? span(seconds) : `${grouped(Math.round(seconds))} s`
}

const bytes: ReadonlyMap<string, number> = new Map(
  Object.entries({
    B: 1,
    bytes: 1,
    kB: 1e3,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 1024,
    kiB: 1024,
    MiB: 1024 ** 2,
    GiB: 1024 ** 3,
    TiB: 1024 ** 4,
  }),
)

function size([, digits, unit = '']: RegExpMatchArray): Reading | undefined {
  const factor = bytes.get(unit)
  if (factor === undefined) return undefined
  const amount = Number(digits) * factor
  const rounds = Math.max(1, Math.ceil(Math.log2(amount / 14600 + 1)))
  const at = (mbit: number) =>
    span((amount * 8) / (mbit * 1e6)).replace(
      /^0\.0*(\d+) s$/,
      () => `${round((amount * 8) / (mbit * 1e3))} ms`,
    )
  const cold =
    amount > 1e8
      ? ''
      : ` A fresh TCP connection needs ${rounds} round ${rounds === 1 ? 'trip' : 'trips'} (slow start).`
  return {
    markdown: `**${digits} ${unit}**: ${at(1000)} at 1 Gbit/s, ${at(100)} at 100 Mbit/s.${cold}`,
    entry: 'bandwidth',
  }
}

function rate([, digits, scale]: RegExpMatchArray): Reading | undefined {
  const perSecond = Number(digits) * (scale === undefined ? 1 : scale === 'M' ? 1e6 : 1e3)
  const day = grouped(Math.round(perSecond * 86400))
  const busy = grouped(Math.max(1, Math.ceil(perSecond * 0.1)))
  return {
    markdown: `**${grouped(perSecond)}/s**: ${day} a day; at 100 ms each ${busy} in flight (Little’s law).`,
    entry: 'littles-law',
  }
}

function round(value: number): string {
  return String(Number(value.toPrecision(3)))
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}
