// What nobody would send on purpose: texts and messages with something in them deleted, doubled or replaced.

/** `SEED=2 npm run fuzz` draws other numbers. */
const shift = 7919 * (Number(process.env.SEED ?? 1) - 1)

/** The same numbers in every run: from 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed + shift
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = <T>(things: readonly T[], random: () => number): T =>
  things[Math.floor(random() * things.length)]!

/** One stretch of the text deleted, doubled or replaced by something that means something. */
export function mangled(text: string, random: () => number): string {
  const start = Math.floor(random() * text.length)
  const end = Math.min(text.length, start + Math.floor(random() * 12))
  const piece = pick(['', text.slice(start, end).repeat(2), ...pieces], random)
  return text.slice(0, start) + piece + text.slice(end)
}

const pieces = ['-->', '@{', '}', '"', '|', '\n', '%%', ';', '\r\n', '@{ p99: 1ms', 'end']

/** The text as somebody reads it who gets its bytes with some of them changed, lost or doubled. */
export function garbled(text: string, random: () => number): string {
  const bytes = [...Buffer.from(text)]
  for (let round = 1 + Math.floor(random() * 6); round > 0; round--) {
    const at = Math.floor(random() * (bytes.length + 1))
    const lost = Math.floor(random() * 3)
    bytes.splice(at, lost, ...Array.from({ length: Math.floor(random() * 3) }, () => byteFrom(random)))
  }
  return Buffer.from(bytes).toString('utf8')
}

/** Any byte, and more often than others those that begin or end something. */
const byteFrom = (random: () => number): number =>
  random() < 0.5
    ? Math.floor(random() * 256)
    : pick('\0\t\n\r "#%&\'()*,-./:;<=>@[\\]`{|}~'.split(''), random).charCodeAt(0)

/** A copy of a message with one thing in it replaced, doubled or gone. */
export function mutated(message: unknown, random: () => number): unknown {
  if (typeof message !== 'object' || message === null || random() < 0.15) return pick(strange, random)
  if (Array.isArray(message)) {
    if (message.length === 0) return [pick(strange, random)]
    const at = Math.floor(random() * message.length)
    const rest = random() < 0.2 ? [message[at]] : []
    return [...message.slice(0, at), mutated(message[at], random), ...rest, ...message.slice(at + 1)]
  }
  const entries = Object.entries(message)
  const at = Math.floor(random() * entries.length)
  return Object.fromEntries(
    entries.flatMap(([key, value], place) =>
      place !== at ? [[key, value]] : random() < 0.1 ? [] : [[key, mutated(value, random)]],
    ),
  )
}

/** What no message should have, and what a careless one has. */
const strange: readonly unknown[] = [
  ...[null, undefined, true, '', 'node', '\u0000\ud800', 'x'.repeat(5000), '<img src=x onerror=alert(1)>'],
  ...[0, -1, 0.5, 1e308, -1e308, 2 ** 53, Number.NaN, Infinity, -Infinity],
  ...[[], {}, [[]], { kind: 'node' }, { kind: 'arrow', index: 1e9 }, { kind: 'diagram' }],
]
