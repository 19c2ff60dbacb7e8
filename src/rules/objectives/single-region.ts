// Promises that one region cannot keep.

import { regionOf } from '../../knowledge'
import { hasKind, isClient } from '../../model/ends'
import type { Component, System } from '../../model/system'
import { nameSpan } from '../queries/places'
import { commitmentsOf, placeOfCommitment } from '../queries/promises/commitments'
import { allowedOutage } from '../queries/promises/outage'
import { defineRule } from '../rule'

/** For so long a region is down when it fails. */
const usualMinutes = 60

const minute = 60_000
const usualOutage = usualMinutes * minute

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
      default: usualMinutes,
      description:
        'How long an outage of a region lasts, in minutes: a promise of less cannot be kept in one region.',
    },
  },

  promised(promise, system) {
    const region = onlyRegion(system)
    const allowed = allowedOutage(promise)
    if (region === undefined || !allowed || allowed.ms >= usualOutage) return undefined
    return `This promises ${allowed.promise}, and everything in the diagram runs in ${region.name}. ${harm}`
  },

  *check(system, { minutes }) {
    const region = onlyRegion(system)
    if (region === undefined) return
    for (const { objective } of commitmentsOf(system)) {
      const allowed = allowedOutage(objective)
      if (!allowed || allowed.ms >= minutes * minute) continue
      yield {
        at: placeOfCommitment(objective, system),
        message: `${objective.name} promises ${allowed.promise}, and everything runs in ${region.name}. ${harm}`,
        related: region.parts.map(part => ({
          at: nameSpan(part),
          message: `${part.name} runs in ${region.name}`,
        })),
      }
    }
  },
})

const harm =
  'A region fails as a whole every few years, for hours: the first such hour breaks the promise. Run what has to survive in a second region too, or promise less.'

/** The region of all parts that have one. */
function onlyRegion(
  system: System,
): { readonly name: string; readonly parts: readonly Component[] } | undefined {
  const parts = system.components.filter(part => part.figures.region && !isElsewhere(part))
  const [name, ...others] = new Set(parts.map(({ figures }) => nameOf(figures.region?.value ?? '')))
  return parts.length < 2 || others.length > 0 || name === undefined || speaksOfOthers(system)
    ? undefined
    : { name, parts }
}

/** Clients and third parties are where they are. */
const isElsewhere = (part: System['components'][number]): boolean =>
  isClient(part) || hasKind(part, 'external', 'cdn', 'dns')

const nameOf = (written: string): string => regionOf(written)?.id ?? written.toLowerCase()

const speaksOfOthers = ({ components, boundaries }: System): boolean =>
  [...components, ...boundaries].some(({ text }) =>
    /\b(?:multi-?region|dr|disaster|fail-?over|standby)\b/i.test(text),
  )
