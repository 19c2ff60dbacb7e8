// Retries of an outage bring more than a component can serve, and keep it down.

import { type ComponentLoad, policyOf, systemFigures } from '../../math'
import { statesCheck } from '../../model/health-checks'
import type { Call, Component, System } from '../../model/system'
import { annotateArrow } from '../fixes/annotate'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const outageSaturates = defineRule({
  id: 'outage-saturates',
  category: 'overload',
  speaksOf: 'hazard',
  summary: 'Retries after an outage bring more requests than a component can serve.',
  presets: { sketch: 'warning' },
  needsFigures: true,
  fixable: 'review',
  options: {},

  *check(system) {
    for (const load of systemFigures(system).load.components.values()) {
      const retrying = retryingTowards(load.component)
      if (load.saturatedInOutage && !load.saturated && retrying.length > 0)
        yield judge(load, retrying, system)
    }
  },
})

/** The calls on the ways to a component that repeat what fails, and that no circuit breaker stops. */
function retryingTowards(component: Component): readonly Call[] {
  const seen = new Set([component])
  const calls: Call[] = []
  for (const each of seen)
    for (const call of each.incoming) {
      seen.add(call.caller)
      if (policyOf(call).attempts > 1 && !statesCheck(call.connection.figures.breaker)) calls.push(call)
    }
  return calls
}

function judge(load: ComponentLoad, retrying: readonly Call[], system: System): Report {
  const { component, rate, outageRate, utilization = 0 } = load
  const attempts = outageRate / rate
  const serves = rate / utilization
  const [nearest] = retrying
  const { figures } = component
  return {
    at: (figures.capacity ?? figures.concurrency)?.span ?? nameSpan(component),
    message: `${component.name} serves ${perSecond(rate)} requests a second of at most ${perSecond(serves)}, but when it is down ${repeated(attempts, serves)}. Retry in one layer only, or let a circuit breaker stop the retries.`,
    related: retrying.map(({ caller, connection }) => ({
      at: (connection.figures.attempts ?? connection.figures.retries)?.span ?? connection.arrow.operator,
      message: `${caller.name} tries again`,
    })),
    fixes: nearest
      ? [
          annotateArrow(system, {
            connection: nearest.connection,
            title: `Add a circuit breaker to the calls to ${nearest.callee.name}`,
            entries: { breaker: true },
          }),
        ]
      : [],
  }
}

/** What becomes of requests in an outage, in words. */
const repeated = (attempts: number, serves: number): string =>
  Number.isFinite(attempts)
    ? `each becomes up to ${perSecond(attempts)} attempts: above ${perSecond(serves / attempts)} a second they overload it again after it recovers`
    : 'each is tried again without limit, which overloads it again after it recovers'

const perSecond = (rate: number): string => String(Number(rate.toPrecision(3)))
