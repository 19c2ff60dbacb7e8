// Two networks in one picture whose addresses are the same.

import { framesAround, isComponent } from '../../model/ends'
import type { Boundary, Component, System } from '../../model/system'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const overlappingNetworks = defineRule({
  id: 'overlapping-networks',
  category: 'topology',
  speaksOf: 'contradiction',
  summary: 'Two networks use the same range of addresses.',
  presets: { recommended: 'warning' },
  settledBy: /\boverlap(?:s|ped|ping)?\b(?!-)|\bprivate ?link\b|重複|重叠|중복|пересека/i,
  byGroups: true,
  options: {},

  *check(system) {
    const networks = [...networksIn(system)]
    // Of two ranges that overlap one holds the other: whatever is open holds the next one or is behind it.
    const inOrder = networks.toSorted((a, b) => a.start - b.start || a.bits - b.bits)
    const open: Network[] = []
    for (const next of inOrder) {
      while (open.length > 0 && !doOverlap(open.at(-1)!, next)) open.pop()
      const other = open.findLast(each => !isInside(next.end, each.end) && !isInside(each.end, next.end))
      if (other) {
        const [one, two] = [other, next].toSorted((a, b) => placeOf(a.end).start - placeOf(b.end).start)
        yield judge(one!, two!, networks)
      }
      open.push(next)
    }
  },
})

interface Network {
  readonly end: Component | Boundary
  /** As written: `10.1.0.0/16`. */
  readonly range: string
  /** Its first address as a number. */
  readonly start: number
  /** How many of its bits are fixed. */
  readonly bits: number
}

/** A whole network with one range; a route or a rule of a firewall names those of others. */
function* networksIn({ components, boundaries }: System): Iterable<Network> {
  for (const end of [...boundaries, ...components]) {
    const ranges = [...end.text.matchAll(cidr)]
    const [found] = ranges
    if (!found || ranges.length > 1 || !network.test(end.text) || isApart(end)) continue
    const [a = 0, b = 0, c = 0, d = 0, bits = 0] = found.slice(1).map(Number)
    if (Math.max(a, b, c, d) > 255 || bits < 8 || bits > 30) continue
    yield { end, range: found[0], start: ((a * 256 + b) * 256 + c) * 256 + d, bits }
  }
}

const cidr = /\b(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})\b/g

const network =
  /\b(?:vpcs?|v-?nets?|vcns?|(?:virtual )?networks?|on-?prem\w*|data ?cent(?:er|re)|office|region)\b|网络|ネットワーク/i

/** Copies for trying things out never meet, and containers have addresses of their own on each host. */
const isApart = (end: Component | Boundary): boolean =>
  [end, ...framesAround(end)].some(({ text }) =>
    /\b(?:dev\w*|stag(?:e|ing)|test\w*|qa|uat|sandbox|local\w*|docker|pods?|overlay|cni|rules?|security|routes?|acl)\b/i.test(
      text,
    ),
  )

function doOverlap(one: Network, other: Network): boolean {
  const size = 2 ** (32 - Math.min(one.bits, other.bits))
  return Math.floor(one.start / size) === Math.floor(other.start / size)
}

const isInside = (end: Component | Boundary, frame: Component | Boundary): boolean =>
  !isComponent(frame) && framesAround(end).includes(frame)

function judge(one: Network, other: Network, networks: readonly Network[]): Report {
  const [first, second] = [one, other].map(({ end }) => whereabouts(end))
  const free = freeBeside(one.bits < other.bits ? other : one, networks)
  return {
    at: placeOf(other.end),
    oncePerDocument: one.range,
    message: `${first} and ${second} ${one.range === other.range ? `both use ${one.range}` : `overlap (${one.range}, ${other.range})`}: no peering, VPN or transit gateway can connect them, because an address in one is an address in the other. Give one of them a range of its own${free === undefined ? '' : `, such as ${free}`}.`,
    related: [
      {
        at: placeOf(one.end),
        message: one.range === other.range ? `${one.range} here, too` : `${one.range} here`,
      },
    ],
  }
}

/** What tells two of one name apart is the frame around them. */
function whereabouts(end: Component | Boundary): string {
  const words = end.name
    .replace(cidr, '')
    .replace(/[:,()]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  const name = words.join(' ') || end.name
  const around = framesAround(end)[0]
  return around && around.name !== '' ? `${name} in ${around.name}` : name
}

const placeOf = (end: Component | Boundary) =>
  isComponent(end) ? nameSpan(end) : (end.group.labelSpan ?? end.span)

/** Among so many networks, and so many ranges of a block. */
const mostLookedAt = 100
const mostTries = 64

/** What is set aside for private networks (RFC 1918), by the first address and the fixed bits. */
const privateBlocks: readonly (readonly [start: number, bits: number])[] = [
  [10 * 2 ** 24, 8],
  [172 * 2 ** 24 + 16 * 2 ** 16, 12],
  [192 * 2 ** 24 + 168 * 2 ** 16, 16],
]

/** The next of the same size that the picture leaves free: in the same private block, or in another. */
function freeBeside(one: Network, networks: readonly Network[]): string | undefined {
  if (networks.length > mostLookedAt) return undefined
  const size = 2 ** (32 - one.bits)
  const isIn = (start: number, [first, bits]: readonly [number, number]): boolean =>
    start >= first && start + size <= first + 2 ** (32 - bits)
  const own = Math.floor(one.start / size) * size
  const blocks = privateBlocks.toSorted((a, b) => Number(isIn(own, b)) - Number(isIn(own, a)))
  for (const block of blocks) {
    let start = isIn(own, block) ? own + size : block[0]
    for (let tries = 0; tries < mostTries && isIn(start, block); tries++) {
      const candidate = { ...one, start }
      const taken = networks.find(each => doOverlap(each, candidate))
      if (!taken) return `${addressOf(start)}/${one.bits}`
      start = Math.ceil((taken.start + Math.max(size, 2 ** (32 - taken.bits))) / size) * size
    }
  }
  return undefined
}

const addressOf = (address: number): string =>
  [24, 16, 8, 0].map(shift => Math.floor(address / 2 ** shift) % 256).join('.')
