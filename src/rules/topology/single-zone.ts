// Copies that all stand in one availability zone.

import { framesAround, hasKind } from '../../model/ends'
import { replicaSets } from '../../model/flows/replicas'
import { isRequest } from '../../model/requests'
import type { Component, Figure, System } from '../../model/system'
import { enumeratedFirst } from '../fixes/enumeration'
import { nameSpan } from '../queries/places'
import { allowedOutage } from '../queries/promises/outage'
import { defineRule, type Report } from '../rule'

export const singleZone = defineRule({
  id: 'single-zone',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'All copies of a component run in one zone.',
  inOperation: true,
  presets: { recommended: 'info' },
  onRequest: true,
  byGroups: true,
  supersedes: ['single-region'],
  options: {},

  promised(promise, system) {
    const allowed = allowedOutage(promise)
    const inside = allowed && allowed.ms < longestOutage ? onlyZone(system) : undefined
    if (!allowed || !inside) return undefined
    const names = enumeratedFirst(inside.parts.map(({ name }) => name))
    return `This promises ${allowed.promise}, and ${names} run in one zone (${inside.zone.name}). ${harm}`
  },

  *check(system) {
    const judged = new Set<Component>()
    for (const set of system.components.flatMap(setsBehind)) {
      const zone = commonZone(set)
      if (!zone || set.some(part => judged.has(part))) continue
      for (const part of set) judged.add(part)
      yield judgeSet(set, zone, system)
    }
    for (const part of system.components.filter(each => !judged.has(each) && isCopied(each))) {
      const zone = commonZone([part])
      if (zone) yield judgeCopies(part, zone)
    }
  },
})

/** Milliseconds: who accepts more in a year can wait for a zone. */
const longestOutage = 5 * 60 * 60_000

/** The group of a zone, where the picture has one, and what runs in it that no provider spreads. */
function onlyZone({ boundaries, components }: System) {
  const [zone, ...others] = boundaries.filter(({ text }) => zoneTitle.test(text))
  if (!zone || others.length > 0) return undefined
  const parts = components.filter(part => !isRegional(part) && framesAround(part).includes(zone))
  return parts.length > 1 ? { zone, parts } : undefined
}

/** `Availability Zone A`, `AZ 1`, `eu-central-1a`. */
const zoneTitle =
  /\bavailability zone\b(?!s)|\bAZ[ -]?(?:\d?[a-f]|\d)\b|\b[a-z]{2}[- ][a-z]{4,9}[- ]\d ?[a-f]\b|\b(?:europe|us|asia|australia|northamerica|southamerica|me|africa)[- ][a-z]{4,9}\d[- ][a-f]\b|\bVerfügbarkeitszone\b|可用区/i

const isRegional = ({ technology, figures }: Component): boolean =>
  technology?.managed === true || figures.managed?.value === true

const isCopied = (part: Component): boolean =>
  (part.figures.replicas?.value ?? 1) > 1 &&
  part.incoming.some(({ connection }) => isRequest(connection)) &&
  !isRegional(part)

/** Copies drawn one by one behind something that chooses among them. */
function setsBehind(part: Component): readonly (readonly Component[])[] {
  if (!hasKind(part, 'balancer', 'dns', 'gateway', 'proxy')) return []
  const servers = part.outgoing.filter(call => isRequest(call.connection) && !isRegional(call.callee))
  const sets = replicaSets(servers).map(set => [...new Set(set.map(({ callee }) => callee))])
  return sets.filter(set => set.length > 1)
}

/** The one zone that all of them state. */
function commonZone(parts: readonly Component[]): Figure<readonly string[]> | undefined {
  const zones = parts.map(({ figures }) => figures.zone)
  const [first] = zones
  if (!first?.stated || first.value.length !== 1) return undefined
  return zones.every(zone => zone?.value.length === 1 && zone.value[0] === first.value[0]) ? first : undefined
}

const harm =
  'Zones fail as a whole (power, cooling, network), and availability promises depend on them: EC2 promises 99.5% for one instance and 99.99% across two zones. Spread the copies over two or three.'

function judgeSet(set: readonly Component[], zone: Figure<readonly string[]>, { diagram }: System): Report {
  const [first, ...rest] = set
  return {
    at: first ? nameSpan(first) : diagram.header,
    message: `${enumeratedFirst(set.map(({ name }) => name))} ${set.length > 2 ? 'all' : 'both'} run in ${zone.value[0]}. ${harm}`,
    related: rest.map(part => ({ at: nameSpan(part), message: `${part.name} runs in ${zone.value[0]} too` })),
  }
}

function judgeCopies(part: Component, zone: Figure<readonly string[]>): Report {
  return {
    at: part.figures.zone?.span ?? nameSpan(part),
    message: `All ${part.figures.replicas?.value} copies of ${part.name} run in ${zone.value[0]}. ${harm}`,
  }
}
