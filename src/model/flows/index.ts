// The request flows of a system: from each entry to the component that answers, and what that calls.

import { isTimeline } from '../../syntax/notation'
import { isClient, isEdge } from '../ends'
import type { Assumption, Component, Flow, Plan, StatedObjective } from '../system'
import { type Planner, plannerOf } from './component-work'
import { entriesOf, type FlowEntry } from './entries'
import { type FlowNaming, flowNaming } from './flow-names'
import { type FlowSource, type Follows, pathCalls } from './graph'
import { objectivesOf, towards } from './objectives'
import { visitsOf } from './plan'
import { type Route, routesFrom, routesOf } from './routes'
import { traceFlows } from './trace-flow'

export { visitsIn, visitsOf } from './plan'

/** More flows than this in one diagram are not listed. */
const mostFlows = 32

export function flowsOf(source: FlowSource): readonly Flow[] {
  if (source.calls.length === 0) return []
  if (isTimeline(source.diagram)) return traceFlows(source)
  const everything: Follows = () => true
  const planner = plannerOf(everything)
  const naming = flowNaming(source.components)
  const flows = entriesOf(source).flatMap(entry => flowsFrom(entry, { planner, naming, follows: everything }))
  return listed(withObjectives(flows, { source, planner, naming }))
}

/** Flows with an objective first where there are too many. */
function listed(flows: readonly Flow[]): readonly Flow[] {
  if (flows.length <= mostFlows) return flows
  const promised = flows.filter(({ objective }) => objective)
  const others = flows.filter(({ objective }) => !objective)
  const kept = new Set([...promised, ...others].slice(0, mostFlows))
  return flows.filter(flow => kept.has(flow))
}

interface Walk {
  readonly planner: Planner
  readonly naming: FlowNaming
  readonly follows: Follows
}

function flowsFrom(entry: FlowEntry, { planner, naming, follows }: Walk): readonly Flow[] {
  const { component, background } = entry
  if (!separatesFlows(component)) {
    return [
      flowOf({
        entry: component,
        to: component,
        plan: planner.work(component),
        background,
        planner,
        naming,
        assumptions: [],
      }),
    ]
  }
  return routes(component, planner, follows).map(({ to, plan, assumptions }) =>
    flowOf({ entry: component, to, plan, background, planner, naming, assumptions }),
  )
}

const routes = (entry: Component, planner: Planner, follows: Follows): readonly Route[] =>
  isEdge(entry)
    ? routesFrom(entry, planner, follows)
    : pathCalls(entry, follows).flatMap(call => routesOf(call, planner, follows))

/** Each arrow out of a client or an edge is a request of its own; a service makes all its calls for one. */
const separatesFlows = (component: Component): boolean =>
  isClient(component) || isEdge(component) || component.kind === undefined

interface FlowParts {
  readonly entry: Component
  readonly to: Component
  readonly plan: Plan
  readonly background: boolean
  readonly planner: Planner
  readonly naming: FlowNaming
  readonly assumptions: readonly Assumption[]
}

function flowOf({ entry, to, plan, background, planner, naming, assumptions }: FlowParts): Flow {
  let all: readonly Assumption[] | undefined
  return {
    name: naming(entry, to),
    entry,
    to,
    plan,
    background,
    // Only what works figures out asks for them.
    get assumptions() {
      all ??= distinct([...assumptions, ...worksOf(plan).flatMap(planner.assumptionsOf)])
      return all
    },
  }
}

/** What is done in a flow, each piece of work once. */
const worksOf = (plan: Plan): readonly Plan[] => [
  ...new Set([plan, ...visitsOf(plan).map(({ work }) => work)]),
]

/** A component that is planned anew for another way assumes the same again. */
const distinct = (assumptions: readonly Assumption[]): readonly Assumption[] => [
  ...new Map(assumptions.map(each => [`${each.at}\n${each.key}\n${each.value}`, each])).values(),
]

interface Planned {
  readonly source: FlowSource
  /** Follows everything. */
  readonly planner: Planner
  readonly naming: FlowNaming
}

/** An objective goes to the flow it names, or makes a flow of its own towards its target. */
function withObjectives(flows: readonly Flow[], planned: Planned): readonly Flow[] {
  const { source, naming } = planned
  let result = [...flows]
  for (const objective of objectivesOf(source)) {
    const fitting = result.filter(flow => fits(flow, objective))
    const own = new Map(fitting.map(flow => [flow, ownOf(flow, objective, { source, naming })]))
    if (fitting.length > 0)
      result = result.map(flow => {
        const mine = own.get(flow)
        return mine ? judged(mine, objective, fitting.length) : flow
      })
    else result.push(...flowTowards(objective, planned))
  }
  return result
}

/** The flow with the calls that belong to it: those that name it, and those that name none. */
function ownOf(flow: Flow, { name }: StatedObjective, { source, naming }: Omit<Planned, 'planner'>): Flow {
  const follows = belongingTo(name)
  if (source.calls.every(follows)) return flow
  const entry = { component: flow.entry, background: false }
  return (
    flowsFrom(entry, { planner: plannerOf(follows), naming, follows }).find(({ to }) => to === flow.to) ??
    flow
  )
}

const belongingTo =
  (name: string): Follows =>
  ({ connection }) =>
    connection.figures.flow?.value.includes(name) ?? true

function fits({ entry, to, background, objective }: Flow, wanted: StatedObjective): boolean {
  if (background || objective) return false
  return (
    (wanted.from === undefined || wanted.from === entry.id) &&
    (wanted.to === undefined || wanted.to === to.id)
  )
}

const judged = (flow: Flow, objective: StatedObjective, shared: number): Flow => ({
  ...flow,
  name: shared === 1 ? objective.name : `${objective.name}: ${flow.name}`,
  objective,
})

/** Keeps the calls on paths to the objective's target, plus all that the target itself calls. */
function flowTowards(
  objective: StatedObjective,
  { source, planner: everything, naming }: Planned,
): readonly Flow[] {
  const target = source.components.find(({ id }) => id === objective.to)
  const from = source.components.find(({ id }) => id === objective.from)
  if (objective.to !== undefined && !target) return []
  const leads = target && towards(target)
  const belongs = belongingTo(objective.name)
  const follows: Follows = call => (leads?.follows(call) ?? true) && belongs(call)
  const isAllFollowedBehind = leads && source.calls.every(belongs) ? leads.isBeyond : (): boolean => false
  const planner = plannerOf(follows, { planner: everything, isAllFollowedBehind })
  const entries = from ? [{ component: from, background: false }] : entriesOf(source)
  const flows = entries
    .flatMap(entry => flowsFrom(entry, { planner, naming, follows }))
    .filter(({ plan }) => reaches(plan, target))
  return flows.map(flow => judged({ ...flow, to: target ?? flow.to }, objective, flows.length))
}

const reaches = (plan: Plan, target: Component | undefined): boolean =>
  !target || visitsOf(plan).some(({ component }) => component === target)
