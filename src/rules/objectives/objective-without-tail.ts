// Promises about the middle of the distribution: half of all requests may take any time.

import { writeDuration } from '../../model/annotations'
import { commitmentName, commitmentsOf, placeOfCommitment } from '../queries/promises/commitments'
import { defineRule } from '../rule'

export const objectiveWithoutTail = defineRule({
  id: 'objective-without-tail',
  category: 'objectives',
  speaksOf: 'hazard',
  summary: 'An objective promises a median but nothing about slow requests.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    for (const { objective, flows } of commitmentsOf(system)) {
      const { p50, p95, p99, p999 } = objective
      if (p50 === undefined || (p95 ?? p99 ?? p999) !== undefined) continue
      const name = flows[0] ? commitmentName({ objective, flows }, flows[0]) : objective.name
      yield {
        at: placeOfCommitment(objective, system),
        message: `${name} promises p50 ${writeDuration(p50)}, and nothing about the slower half. A page that needs 20 such answers shows the slowest of them, so most users meet the tail. Promise p99, or p95, too.`,
      }
    }
  },
})
