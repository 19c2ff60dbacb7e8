// More requests arrive than a component is stated to serve.

import { type ComponentLoad, systemFigures } from '../../math'
import { overloadText } from '../fixes/overload'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const capacityExceeded = defineRule({
  id: 'capacity-exceeded',
  category: 'overload',
  speaksOf: 'contradiction',
  summary: 'More requests reach a component than its capacity.',
  presets: { sketch: 'warning' },
  needsFigures: true,
  options: {},

  *check(system) {
    for (const load of systemFigures(system).load.components.values())
      if (load.saturated && load.component.figures.capacity) yield judge(load)
  },
})

function judge(load: ComponentLoad): Report {
  const { component, unlimited, lost } = load
  const consequence = unlimited
    ? 'Their wait grows without limit, because no timeout ends it.'
    : `${Math.ceil(lost * 100)}% of them wait in vain until their callers time out, and retries add to it.`
  return {
    at: component.figures.capacity?.span ?? nameSpan(component),
    message: `${overloadText(load)}. ${consequence} Add replicas or capacity, add a cache in front of it, or refuse the rest at once with a rateLimit.`,
  }
}
