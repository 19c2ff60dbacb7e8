// What is worked out once for each diagram or system, and asked for by many.

/** The same function, which looks at each thing only once. */
export function rememberedFor<K extends object, T>(find: (thing: K) => T): (thing: K) => T {
  const known = new WeakMap<K, { readonly found: T }>()
  return thing => {
    const before = known.get(thing)
    if (before) return before.found
    const found = find(thing)
    known.set(thing, { found })
    return found
  }
}
