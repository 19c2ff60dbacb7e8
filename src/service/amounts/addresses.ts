// Addresses: IPv6, netmasks, and blocks with a wildcard. Single IPv4 addresses and CIDR blocks are read in labels too.

import { quantityAt } from '../../knowledge'
import { type Amount, type AmountReader, phrase } from './amount'

const IPV4 = String.raw`((?:\d{1,3}\.){3}\d{1,3})`

export const addressReaders: readonly AmountReader[] = [
  {
    pattern: phrase('((?:255|254|252|248|240|224|192|128|0)(?:\\.(?:255|254|252|248|240|224|192|128|0)){3})'),
    read: ([, mask]) => netmask(mask),
  },
  {
    pattern: phrase('(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3}|x|\\*)\\.(?:x|\\*|\\d{1,3}-\\d{1,3})'),
    read: wildcard,
  },
  {
    pattern: phrase(`${IPV4} ?(?:-|–|to|\\.\\.) ?${IPV4}`),
    read: ([, from, to]) => range(from, to),
  },
  {
    pattern: phrase(
      `(?:how many |number of )?(?:usable )?(?:ips|addresses|hosts|ip addresses)(?: are)?(?: there)? (?:in|of|for) (?:a |an )?(?:${IPV4})?\\/(\\d{1,2})(?: subnet| block)?`,
    ),
    read: ([, base = '10.0.0.0', bits]) => sized(base, bits),
  },
  {
    pattern: phrase(
      `(?:split (?:a )?)?(?:${IPV4})?\\/(\\d{1,2}) (?:split )?(?:in|into|to|as) (?:\\w+ )?\\/(\\d{1,2})s?`,
    ),
    read: ([, , whole, part]) => split(Number(whole), Number(part)),
  },
  {
    pattern: phrase('\\[?([0-9a-f]*:[0-9a-f:.]*)\\]?(?:\\/(\\d{1,3}))?'),
    read: ([, text, bits]) => ipv6(text, bits),
  },
]

function netmask(mask = ''): Amount | undefined {
  const bits = mask
    .split('.')
    .map(octet => Number(octet).toString(2).padStart(8, '0'))
    .join('')
  const prefix = bits.indexOf('0') < 0 ? 32 : bits.indexOf('0')
  if (prefix === 0 || bits.includes('1', prefix)) return undefined
  const count = 2 ** (32 - prefix)
  return {
    computed: `**${mask}** is the netmask of a /${prefix}: ${count.toLocaleString('en-US')} ${count === 1 ? 'address' : 'addresses'}.`,
    entry: 'cidr',
  }
}

function sized(base: string, bits = ''): Amount | undefined {
  const quantity = quantityAt(`${base}/${bits}`, 0)
  return quantity && { computed: quantity.markdown, entry: 'cidr' }
}

function split(whole: number, part: number): Amount | undefined {
  if (whole > part || part > 32) return undefined
  return {
    computed: `**/${whole}** holds ${(2 ** (part - whole)).toLocaleString('en-US')} blocks of /${part} with ${(2 ** (32 - part)).toLocaleString('en-US')} addresses each.`,
    entry: 'cidr',
  }
}

function wildcard([, first, second, third]: RegExpExecArray): Amount | undefined {
  const wide = third === 'x' || third === '*'
  const block = `${first}.${second}.${wide ? 0 : third}.0/${wide ? 16 : 24}`
  const quantity = quantityAt(block, 0)
  return quantity && { computed: `${block}: ${quantity.markdown}`, entry: 'cidr' }
}

/** `10.0.0.0 – 10.0.0.255`: how many addresses, and whether one block has them all. */
function range(from = '', to = ''): Amount | undefined {
  const [first, last] = [valueOfAddress(from), valueOfAddress(to)]
  if (first === undefined || last === undefined || last < first) return undefined
  const count = last - first + 1
  const bits = Math.log2(count)
  const block =
    Number.isInteger(bits) && first % count === 0 ? quantityAt(`${from}/${32 - bits}`, 0) : undefined
  return {
    computed:
      block?.markdown ??
      `**${from}–${to}**: ${count.toLocaleString('en-US')} addresses, which no single block holds.`,
    entry: 'cidr',
  }
}

function valueOfAddress(address: string): number | undefined {
  const octets = address.split('.').map(Number)
  return octets.some(octet => octet > 255) ? undefined : octets.reduce((sum, octet) => sum * 256 + octet, 0)
}

/** First groups and length of a prefix, and what lies in it (RFC 4291 and the IANA registry of special addresses). */
const special: readonly (readonly [prefix: string, bits: number, meaning: string, entry?: string])[] = [
  ['0000:0000:0000:0000:0000:0000:0000:0001', 128, 'loopback: this host', 'private-address'],
  ['0000:0000:0000:0000:0000:0000:0000:0000', 128, '“any address”', 'private-address'],
  ['2606:4700:4700:0000:0000:0000:0000:1111', 128, 'Cloudflare’s public DNS resolver', 'dns'],
  ['2001:4860:4860:0000:0000:0000:0000:8888', 128, 'Google’s public DNS resolver', 'dns'],
  ['0000:0000:0000:0000:0000:ffff', 96, 'an IPv4 address written as IPv6', 'ipv4'],
  ['0064:ff9b', 96, 'NAT64: an IPv4 host reached from IPv6 only'],
  ['2001:0db8', 32, 'for documentation (RFC 3849)'],
  ['2002', 16, '6to4, obsolete'],
  ['fe80', 10, 'link-local: never routed, one per interface'],
  ['fc00', 7, 'unique local: private (RFC 4193)', 'private-address'],
  ['ff00', 8, 'multicast', 'multicast'],
  ['2000', 3, 'global unicast: reachable from the internet'],
]

function ipv6(text = '', bits?: string): Amount | undefined {
  const groups = groupsOf(withoutDotted(text))
  const prefix = bits === undefined ? undefined : Number(bits)
  if (!groups || (prefix !== undefined && prefix > 128)) return undefined
  if (prefix === 0) return everyAddress(text)
  const found = special.find(
    ([base, length]) => inBlock(groups, groupsOf(`${base}::`) ?? [], length) || base === full(groups),
  )
  const meaning = found?.[2] ?? 'reserved'
  const written = `${text}${prefix === undefined ? '' : `/${prefix}`}`
  return {
    computed: `**${written}**: ${meaning}${prefix === undefined ? '' : sizeOf(prefix)}.`,
    entry: found?.[3] ?? 'ipv6',
  }
}

const everyAddress = (text: string): Amount => ({
  computed: `**${text}/0**: every IPv6 address (2^128), the default route. In a rule of a firewall: open to the world.`,
  entry: 'routing-table',
})

/** `::ffff:10.0.0.1`: the last two groups written as IPv4. */
const withoutDotted = (text: string): string =>
  text.replace(/(?<=:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (whole, ...octets: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = octets.slice(0, 4).map(Number)
    return Math.max(a, b, c, d) > 255 ? whole : `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })

const full = (groups: readonly number[]): string =>
  groups.map(group => group.toString(16).padStart(4, '0')).join(':')

const sizeOf = (prefix: number): string =>
  prefix === 64
    ? '; one subnet of 2⁶⁴ addresses'
    : prefix < 64
      ? `; ${64 - prefix <= 20 ? (2 ** (64 - prefix)).toLocaleString('en-US') : `2^${64 - prefix}`} subnets of /64`
      : `; 2^${128 - prefix} addresses`

/** The eight groups of an address; undefined if it is none. */
function groupsOf(text: string): readonly number[] | undefined {
  const [head = '', tail, more] = text.split('::')
  if (more !== undefined || /:::|^:[^:]|[^:]:$/.test(text)) return undefined
  const [before, after] = [hextets(head), tail === undefined ? [] : hextets(tail)]
  if (!before || !after) return undefined
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1 && !(missing === 0)) return undefined
  return [...before, ...Array.from({ length: Math.max(0, missing) }, () => 0), ...after]
}

function hextets(text: string): number[] | undefined {
  if (text === '') return []
  const parts = text.split(':')
  return parts.every(part => /^[0-9a-f]{1,4}$/i.test(part))
    ? parts.map(part => Number.parseInt(part, 16))
    : undefined
}

const inBlock = (groups: readonly number[], base: readonly number[], bits: number): boolean =>
  groups.every((group, at) => {
    const left = Math.min(16, Math.max(0, bits - 16 * at))
    return Math.floor(group / 2 ** (16 - left)) === Math.floor((base[at] ?? 0) / 2 ** (16 - left))
  })
