// How much work the availabilities of one system may be.

/** What is left of it, shared by all its flows: nodes of decision diagrams, and what takes as long. */
export interface Effort {
  left: number
}

/** About a second. */
export const effortForSystem = (): Effort => ({ left: 300_000 })

/** Values of parts that are worked out in the time of one node. */
export const VALUES_PER_NODE = 40

/** Takes as much as wanted, or what is left. */
export function takeFrom(effort: Effort, wanted: number): number {
  const taken = Math.min(effort.left, wanted)
  effort.left -= taken
  return taken
}
