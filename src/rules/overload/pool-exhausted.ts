// Calls hold more places of a pool than it has.

import { type ComponentLoad, inFlight, systemFigures } from '../../math'
import { writeDuration } from '../../model/annotations'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const poolExhausted = defineRule({
  id: 'pool-exhausted',
  category: 'overload',
  speaksOf: 'contradiction',
  summary: 'Requests need more places at once than a component has.',
  presets: { sketch: 'warning' },
  needsFigures: true,
  options: {},

  *check(system) {
    for (const load of systemFigures(system).load.components.values())
      if (load.saturated && load.component.figures.concurrency && !load.component.figures.capacity)
        yield judge(load)
  },
})

function judge({ component, rate, heldMs }: ComponentLoad): Report {
  const { concurrency, replicas } = component.figures
  const places = (concurrency?.value ?? 1) * (replicas?.value ?? 1)
  // A hair above a whole number is that number.
  const needed = Math.ceil(inFlight(rate, heldMs) - 0.01)
  const held = Number(heldMs.toPrecision(2))
  return {
    at: concurrency?.span ?? nameSpan(component),
    message: `${component.name} would need ${needed} places and has ${places}: ${Number(rate.toPrecision(3))} requests a second hold one for ${writeDuration(held)} each, including everything that they wait for. Add places or replicas, shorten the calls it waits for, or refuse the rest at once with a rateLimit.`,
  }
}
