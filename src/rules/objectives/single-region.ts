// Promises that one region cannot keep.

import { regionOf } from '../../knowledge'
import { writeDuration, writeShare } from '../../model/annotations'
import { hasKind, isClient } from '../../model/ends'
import type { StatedObjective, System } from '../../model/system'
import { commitmentsOf, placeOfCommitment } from '../queries/commitments'
import { nameSpan } from '../queries/places'
import { defineRule } from '../rule'

export const singleRegion = defineRule({
  id: 'single-region',
  category: 'objectives',
  speaksOf: 'contradiction',
  summary: 'A promise of four nines, or of a short outage, depends on one region.',
  inOperation: true,
  presets: { recommended: 'info' },
  byGroups: true,
  options: {
    minutes: {
      default: 60,
      description:
        'How long an outage of a region lasts, in minutes: a promise of less cannot be kept in one region.',
    },
  },

  *check(system, { minutes }) {
    const placed = system.components.filter(part => part.figures.region && !isElsewhere(part))
    const regions = new Set(placed.map(({ figures }) => nameOf(figures.region?.value ?? '')))
    const [region] = regions
    if (placed.length < 2 || regions.size !== 1 || region === undefined || speaksOfOthers(system)) return
    for (const { objective } of commitmentsOf(system)) {
      const allowed = allowedOutage(objective)
      if (!allowed || allowed.ms >= minutes * minute) continue
      yield {
        at: placeOfCommitment(objective, system),
        message: `${objective.name} promises ${allowed.promise}, and everything runs in ${region}. A region fails as a whole every few years, for hours: the first such hour breaks the promise. Run what has to survive in a second region too, or promise less.`,
        related: placed.map(part => ({ at: nameSpan(part), message: `${part.name} runs in ${region}` })),
      }
    }
  },
})

const minute = 60_000
const year = 365.25 * 24 * 60 * minute

/** Clients and third parties are where they are. */
const isElsewhere = (part: System['components'][number]): boolean =>
  isClient(part) || hasKind(part, 'external', 'cdn', 'dns')

const nameOf = (written: string): string => regionOf(written)?.id ?? written.toLowerCase()

const speaksOfOthers = ({ components, boundaries }: System): boolean =>
  [...components, ...boundaries].some(({ text }) =>
    /\b(?:multi-?region|dr|disaster|fail-?over|standby)\b/i.test(text),
  )

/** Milliseconds of outage a year, or at once. */
function allowedOutage({ availability, rto }: StatedObjective) {
  if (rto !== undefined) return { ms: rto, promise: `an outage of at most ${writeDuration(rto)}` }
  if (availability === undefined) return undefined
  return {
    ms: (1 - availability) * year,
    promise: `${writeShare(availability)}, ${writeDuration(Math.round(((1 - availability) * year) / minute) * minute)} of outage a year`,
  }
}
