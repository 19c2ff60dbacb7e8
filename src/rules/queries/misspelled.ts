// Ids that are another one with a letter too many, too few, or out of place.

/** By what remains of them without one letter: two ids that share that differ in a single place. */
export class Spellings<Named extends { readonly id: string }> {
  private readonly known = new Map<string, Set<Named>>()

  constructor(all: readonly Named[]) {
    for (const named of all)
      for (const rest of restsOf(named.id)) {
        const known = this.known.get(rest)
        if (known) known.add(named)
        else this.known.set(rest, new Set([named]))
      }
  }

  /** The one that is meant by a slip of the pen; none where two might be. */
  meantBy(id: string): Named | undefined {
    const all = new Set(restsOf(id).flatMap(rest => [...(this.known.get(rest) ?? [])]))
    const [meant, ...others] = [...all].filter(named => isSlip(id, named.id))
    return others.length === 0 ? meant : undefined
  }
}

/** Shorter ones are abbreviations, which differ in one letter on purpose; longer ones are sentences. */
const shortest = 5
const longest = 60

const restsOf = (id: string): readonly string[] =>
  id.length < shortest || id.length > longest
    ? []
    : [id, ...Array.from({ length: id.length }, (_, at) => id.slice(0, at) + id.slice(at + 1))]

/** Copies are told apart by what stands first or last, by numbers and by capitals, and several from one by an `s`. */
function isSlip(one: string, other: string): boolean {
  if (one === other || one[0] !== other[0] || one.at(-1) !== other.at(-1)) return false
  if (one.replace(/\D/g, '') !== other.replace(/\D/g, '')) return false
  let start = 0
  while (one[start] === other[start]) start++
  const [extra, missing] = one.length > other.length ? [one[start], ''] : [other[start], one[start] ?? '']
  const isExchanged = one.length === other.length
  return isExchanged ? !/\p{Lu}/u.test(`${extra}${missing}`) : !/[s_-]/i.test(extra ?? '')
}
