// The request flows of a system: from each entry to the component that answers, and what that calls.

import { isTimeline } from '../../syntax/notation'
import { isClient, isEdge } from '../ends'
import type { Assumption, Component, Flow, Plan, StatedObjective, System } from '../system'
import { consumptionsIn, startedByClock } from './background'
import { type Planner, plannerOf } from './component-work'
import { entriesOf, type FlowEntry } from './entries'
import { type FlowNaming, flowNaming } from './flow-names'
import { type FlowSource, type Follows, pathCalls } from './graph'
import { isForBackground, objectivesOf, towards } from './objectives'
import { assumedPage, type PageCalls, pageOf, statedPages } from './pages'
import { visitsOf } from './plan'
import { routesFrom, routesOf } from './routes'
import { traceFlows } from './trace-flow'

export { visitsIn, visitsOf } from './plan'

/** More flows than this in one diagram are listed only where they have objectives. */
const mostFlows = 32

export function flowsOf(source: FlowSource): Pick<System, 'flows' | 'unlisted'> {
  if (source.calls.length === 0) return { flows: [], unlisted: [] }
  if (isTimeline(source.diagram)) return { flows: traceFlows(source), unlisted: [] }
  const planner = plannerOf(everything)
  const naming = flowNaming(source.components)
  const all = entriesOf(source)
  const consumptions = consumptionsIn(source, planner)
  const consuming = new Set(consumptions.map(({ to }) => to))
  const entries = all.filter(({ component, background }) => !background || !consuming.has(component))
  const flows = [
    ...[...entries, ...startedByClock(source, entries)].flatMap(entry =>
      flowsFrom(entry, { planner, naming, follows: everything }),
    ),
    ...consumptions.map(each => flowOf({ ...each, background: true, planner, naming, assumptions: [] })),
  ]
  return listed(withObjectives(flows, { source, planner, naming }))
}

/** Where there are too many, all flows with an objective, and of the others the first. */
function listed(all: readonly Flow[]): Pick<System, 'flows' | 'unlisted'> {
  const promised = all.filter(({ objective }) => objective)
  const others = all.filter(({ objective }) => !objective).slice(0, Math.max(0, mostFlows - promised.length))
  const kept = new Set([...promised, ...others])
  return { flows: all.filter(flow => kept.has(flow)), unlisted: all.filter(flow => !kept.has(flow)) }
}

interface Walk {
  readonly planner: Planner
  readonly naming: FlowNaming
  readonly follows: Follows
}

function flowsFrom({ component, background }: FlowEntry, walk: Walk): readonly Flow[] {
  const { planner, naming, follows } = walk
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
  const parts = { entry: component, background, planner, naming }
  if (isEdge(component))
    return routesFrom(component, planner, follows).map(route => flowOf({ ...parts, ...route }))
  const stated = statedPages(component, follows)
  const onPages = new Set(stated.flatMap(({ calls }) => calls))
  const apart = pathCalls(component, follows).filter(call => !onPages.has(call))
  return [
    ...stated.map(calls => pageFlow(component, calls, { ...walk, ...walkOfOwn(calls.name, follows) })),
    ...apart.flatMap(call => routesOf(call, planner, follows)).map(route => flowOf({ ...parts, ...route })),
  ]
}

const pageFlow = (client: Component, calls: PageCalls, walk: Walk): Flow =>
  flowOf({
    entry: client,
    to: client,
    background: false,
    planner: walk.planner,
    naming: walk.naming,
    ...pageOf(calls, { ...walk, client }),
  })

/** What browsers ask for in all, where nothing tells which of it belongs together. */
export function pagesOf(source: FlowSource): readonly Flow[] {
  if (isTimeline(source.diagram)) return []
  const naming = flowNaming(source.components)
  const walk: Walk = { planner: plannerOf(everything), naming, follows: everything }
  return entriesOf(source).flatMap(({ component }) => {
    const calls = assumedPage(component, everything, naming(component, component))
    return calls ? [pageFlow(component, calls, walk)] : []
  })
}

const everything: Follows = () => true

/** Only along calls that belong to the flow of that name. */
function walkOfOwn(name: string, follows: Follows): Pick<Walk, 'planner' | 'follows'> {
  const belongs = belongingTo(name)
  const own: Follows = call => follows(call) && belongs(call)
  return { planner: plannerOf(own), follows: own }
}

/** Each arrow out of a client or an edge is a request of its own; a service makes all its calls for one. */
const separatesFlows = (component: Component): boolean =>
  isClient(component) || isEdge(component) || component.kind === undefined

interface FlowParts extends Pick<Flow, 'page'> {
  /** Unless it follows from the ends. */
  readonly name?: string
  readonly entry: Component
  readonly to: Component
  readonly plan: Plan
  readonly background: boolean
  readonly planner: Planner
  readonly naming: FlowNaming
  readonly assumptions: readonly Assumption[]
}

function flowOf({ planner, naming, assumptions, ...parts }: FlowParts): Flow {
  const { entry, to, plan, background, page, name = naming(entry, to) } = parts
  let all: readonly Assumption[] | undefined
  return {
    ...{ name, entry, to, plan, background },
    ...(page && { page }),
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
  const result = [...flows]
  const added: Flow[] = []
  const placesOf = new Map<string, number[]>()
  flows.forEach(({ entry: { id } }, place) => {
    const known = placesOf.get(id)
    if (known) known.push(place)
    else placesOf.set(id, [place])
  })
  for (const objective of objectivesOf(source)) {
    const from = objective.from === undefined ? result.keys() : (placesOf.get(objective.from) ?? [])
    const all = [...from].filter(place => fits(result[place]!, objective))
    const pages = all.filter(place => result[place]!.page)
    const fitting = pages.length > 0 ? pages : all
    for (const place of fitting) {
      const own = ownOf(result[place]!, objective, { source, naming })
      result[place] = judged(own, objective, fitting.length)
    }
    if (fitting.length === 0 && !isForBackground(objective)) added.push(...flowTowards(objective, planned))
  }
  return [...result, ...added]
}

/** The flow with the calls that belong to it: those that name it, and those that name none. */
function ownOf(flow: Flow, { name }: StatedObjective, { source, naming }: Omit<Planned, 'planner'>): Flow {
  if (flow.page) return flow
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

/** A page fits an objective of its name, background work one of freshness; requests whose arrow names other flows fit none. */
function fits(flow: Flow, wanted: StatedObjective): boolean {
  const { entry, to, plan, background, objective, page } = flow
  if (objective || background !== isForBackground(wanted) || (page && flow.name !== wanted.name)) return false
  if (plan.kind === 'visit' && plan.call && !belongingTo(wanted.name)(plan.call)) return false
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
