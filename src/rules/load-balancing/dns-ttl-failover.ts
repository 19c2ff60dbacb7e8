// Fail-overs by DNS whose old answers are kept for long.

import { writeDuration } from '../../model/annotations'
import { hasKind } from '../../model/ends'
import type { Component, Figure, System } from '../../model/system'
import { restatePart } from '../fixes/restate-part'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const dnsTtlFailover = defineRule({
  id: 'dns-ttl-failover',
  category: 'load-balancing',
  speaksOf: 'hazard',
  summary: 'DNS fails over with a TTL of more than a minute.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: { max: { default: 60, description: 'The longest TTL accepted, in seconds.' } },

  *check(system, { max }) {
    for (const part of system.components.filter(each => hasKind(each, 'dns') && movesClients(each))) {
      const ttl = part.figures.ttl ?? ttlOnArrows(part)
      if (ttl?.stated && ttl.value > max * 1000) yield judge(system, { part, ttl, max })
    }
  },
})

const failingOver = /\b(?:fail-?over|standby|secondary|passive|dr|disaster|backup)\b/i

/** From one of several targets to another. */
function movesClients({ text, outgoing }: Component): boolean {
  const targets = new Set(outgoing.map(({ callee }) => callee))
  const words = [text, ...outgoing.map(({ connection, callee }) => `${connection.arrow.text} ${callee.text}`)]
  return targets.size > 1 && (words.some(word => failingOver.test(word)) || areAlternatives([...targets]))
}

/** Regions, or a standby that is stated. */
function areAlternatives(targets: readonly Component[]): boolean {
  const regions = targets.flatMap(({ figures }) => figures.region?.value ?? [])
  return new Set(regions).size > 1 || targets.some(({ figures }) => figures.active?.value === 'passive')
}

const ttlOnArrows = ({ incoming, outgoing }: Component): Figure<number> | undefined =>
  [...incoming, ...outgoing].map(({ connection }) => connection.figures.ttl).find(ttl => ttl?.stated)

interface SlowMove {
  readonly part: Component
  readonly ttl: Figure<number>
  readonly max: number
}

function judge(system: System, { part, ttl, max }: SlowMove): Report {
  const wanted = writeDuration(max * 1000)
  const [first] = part.outgoing
  return {
    at: ttl.span ?? nameSpan(part),
    message: `${part.name} fails over with a TTL of ${writeDuration(ttl.value)}: for that long after the failure is noticed, clients keep calling ${first?.callee.name ?? 'the dead address'}, half of them for ${writeDuration(ttl.value / 2)} or more. Write ttl: ${wanted}.`,
    fixes:
      ttl === part.figures.ttl
        ? [
            restatePart(system, {
              part,
              title: `Lower the TTL to ${wanted}`,
              key: 'ttl',
              value: wanted,
              inLabel: `TTL ${wanted}`,
            }),
          ]
        : [],
  }
}
