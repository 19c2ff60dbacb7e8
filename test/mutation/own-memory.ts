// What tests keep for later ones. `npm run mutation` runs a test again with one fault after the other, in one process: what
// was worked out with one of them says nothing of the next.

/** Empty again whenever another mutant is switched on. */
export const ownMemory = <M extends object>(make: () => M): M => globalThis.mutation?.memory(make) ?? make()
