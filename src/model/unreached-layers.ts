// Layers of stores and brokers that no arrow reaches, in pictures that join nearly everything else.

import { framesAround, hasKind, holdsData, isService, isSurely, kindOf } from './ends'
import type { Boundary, Component, System } from './system'

export interface Layer {
  readonly frame: Boundary
  /** All that stands in it, at any depth. */
  readonly members: readonly [Component, Component, ...Component[]]
}

/** `bare`: what no arrow touches, nor a frame around it. */
export function unreachedLayers(
  { components, boundaries }: System,
  bare: readonly Component[],
): readonly Layer[] {
  if (bare.length < 2) return []
  const frames = new Set(boundaries.map(({ id }) => id))
  const parts = components.filter(({ id, node }) => !frames.has(id) && !node.junction)
  const membersOf = membersByFrame(parts)
  const untouched = new Set(bare)
  const layers = boundaries.flatMap((frame): readonly Layer[] => {
    const [first, second, ...others] = membersOf.get(frame) ?? []
    if (!first || !second || onTheSide.test(frame.text)) return []
    const members = [first, second, ...others] as const
    return members.every(part => untouched.has(part) && isKept(part)) ? [{ frame, members }] : []
  })
  const among = new Set(layers.map(({ frame }) => frame))
  const outermost = layers.filter(({ frame }) => !framesAround(frame).some(around => among.has(around)))
  const kept = new Set(outermost.flatMap(({ members }) => members))
  const others = parts.filter(part => !kept.has(part))
  return joinsOthers(others, untouched) ? outermost : []
}

function membersByFrame(parts: readonly Component[]): ReadonlyMap<Boundary, readonly Component[]> {
  const members = new Map<Boundary, Component[]>()
  for (const part of parts)
    for (const frame of framesAround(part)) {
      const known = members.get(frame)
      if (known) known.push(part)
      else members.set(frame, [part])
    }
  return members
}

/** Surely keeps something for others that are drawn. */
const isKept = (part: Component): boolean => {
  const kind = kindOf(part)
  return holdsData(part) && kind !== undefined && isSurely(part, kind) && !onTheSide.test(part.text)
}

/** Programs that could ask it have arrows, and so has nearly all that isn't usually drawn without. */
function joinsOthers(others: readonly Component[], untouched: ReadonlySet<Component>): boolean {
  const joined = others.filter(part => !untouched.has(part))
  const loose = others.filter(
    part =>
      untouched.has(part) && !hasKind(part, 'nat', 'firewall', 'monitoring', 'registry', 'scheduler', 'mesh'),
  )
  return joined.filter(isService).length >= fewestServices && loose.length * hardlyAny <= joined.length
}

const fewestServices = 3
/** At most one in so many besides. */
const hardlyAny = 5

/** What serves those who run it, isn't there yet, or explains the picture. */
const onTheSide =
  /\b(?:legend|key|notes?|symbols?|technolog\w*|tech stack|back-?ups?|archives?|planned|future|optional|deprecated|legacy|tbd|local\w*|mocks?|tests?|demo|monitoring|observability|logging|metrics|ci|cd|dev\w*|standby|disaster)\b/i
