// What a request needs: the parts that a flow's availability is made of.

import type { Call, Component, Visit } from '../../../model/system'
import type { Doubt } from './component-availability'

/** A component that must be up, a call that must get through, or what copies share. */
export interface Part {
  readonly name: string
  readonly unavailability: (doubt: Doubt) => number
  readonly component?: Component
  readonly call?: Call
  /** Of what has outages: whether it is down for a visit. Chances that are drawn for each request have none. */
  readonly strikes?: (visit: Visit) => boolean
}

/** What a promise covers does not ask for the component itself. */
export const downWith =
  (component: Component) =>
  (visit: Visit): boolean =>
    visit.component === component && !visit.call?.connection.figures.availability
