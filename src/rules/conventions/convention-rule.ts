// A convention as a rule: heard, suppressed and reported like those that ship.

import { protocolsIn } from '../../knowledge'
import { isRequest } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { nameSpan } from '../queries/places'
import { defineRule, type Report, type Rule } from '../rule'
import type { Convention, ConventionClaim } from './convention'
import { fits, selects } from './selection'

/** One rule for each convention, on in all presets. */
export const conventionRule = ({ id, severity, message, demand }: Convention): Rule =>
  defineRule({
    id,
    category: 'conventions',
    speaksOf: 'hazard',
    summary: message ?? `A convention of this workspace: ${id}.`,
    presets: severity === 'off' ? {} : { sketch: severity },
    options: {},

    *check(system) {
      for (const { at, said } of breaches(demand, system))
        yield { at, message: message === undefined ? said : `${said} ${message}` }
    },
  })

interface Breach extends Pick<Report, 'at'> {
  readonly said: string
}

function* breaches(demand: ConventionClaim, system: System): Iterable<Breach> {
  if (demand.kind === 'part-requires' || demand.kind === 'named') {
    for (const part of system.components) {
      const said = selects(demand.of, part) ? lackOf(demand, part) : undefined
      if (said !== undefined) yield { at: nameSpan(part), said }
    }
    return
  }
  const judged = new Set<number>()
  for (const call of system.calls) {
    const { connection } = call
    const said = isRequest(connection) && !judged.has(connection.index) ? breachOf(demand, call) : undefined
    if (said === undefined) continue
    judged.add(connection.index)
    yield { at: connection.arrow.operator, said }
  }
}

type PartDemand = Extract<ConventionClaim, { kind: 'part-requires' | 'named' }>
type CallDemand = Exclude<ConventionClaim, PartDemand>

function lackOf(demand: PartDemand, part: Component): string | undefined {
  if (demand.kind === 'named')
    return fits(demand.pattern, part.name)
      ? undefined
      : `${part.name} does not follow the naming of this workspace: ${demand.pattern}.`
  const names = part.technology ?? part.node.technology
  return demand.technology && names === undefined ? `${part.name} names no technology.` : undefined
}

function breachOf(demand: CallDemand, { connection, caller, callee }: Call): string | undefined {
  const [isFrom, isTo] = [selects(demand.from, caller), selects(demand.to, callee)]
  switch (demand.kind) {
    case 'forbidden':
      return isFrom && isTo ? `${caller.name} must not call ${callee.name}.` : undefined
    case 'calls-only':
      return isFrom && !isTo
        ? `${caller.name} must not call ${callee.name}, which is not on its list of allowed calls.`
        : undefined
    case 'called-only-by':
      return isTo && !isFrom ? `${callee.name} must not be called by ${caller.name}.` : undefined
    case 'call-requires':
      return isFrom && isTo ? lackOnCall(demand, { connection, caller, callee }) : undefined
  }
}

function lackOnCall(
  { label, protocols }: Extract<ConventionClaim, { kind: 'call-requires' }>,
  { connection, caller, callee }: Call,
): string | undefined {
  const words = wordingOf(connection.arrow)
  const call = `The call from ${caller.name} to ${callee.name}`
  if (label && words === '') return `${call} has no label.`
  if (protocols.length === 0) return undefined
  const named = connection.figures.protocol || protocolsIn(words).length > 0 ? connection.protocols : []
  if (named.length === 0) return `${call} names no protocol.`
  const accepted = protocols.flatMap(name => (name === '*' ? named : protocolsIn(name).map(({ id }) => id)))
  return named.some(id => accepted.includes(id))
    ? undefined
    : `${call} speaks none of ${protocols.join(', ')}.`
}
