// Pages: what a client asks for together.

import { hasKind } from '../ends'
import type { Assumption, Call, Component, Flow, Plan } from '../system'
import type { Planner } from './component-work'
import { type Follows, pathCalls } from './graph'
import { orderedSteps } from './ordered-steps'
import { routesOf } from './routes'

export interface PlannedPage extends Pick<Flow, 'name' | 'plan'> {
  readonly page: true
  readonly assumptions: readonly Assumption[]
}

/** Calls that one client makes for one page. */
export interface PageCalls {
  readonly name: string
  readonly calls: readonly Call[]
}

/** The pages that its arrows name, each by several of them. */
export function statedPages(client: Component, follows: Follows): readonly PageCalls[] {
  const pages = new Map<string, Call[]>()
  for (const call of pathCalls(client, follows))
    for (const name of flowsNamed(call)) pages.set(name, [...(pages.get(name) ?? []), call])
  return [...pages].filter(([, calls]) => calls.length > 1).map(([name, calls]) => ({ name, calls }))
}

const flowsNamed = ({ connection }: Call): readonly string[] => connection.figures.flow?.value ?? []

/** All that a browser asks for, where nothing tells which of it belongs together. */
export function assumedPage(client: Component, follows: Follows, called: string): PageCalls | undefined {
  const calls = pathCalls(client, follows)
  const isOne = calls.length > 1 && calls.every(call => flowsNamed(call).length === 0)
  return isOne && hasKind(client, 'browser')
    ? { name: `${called}: ${calls.length === 2 ? 'both' : `all ${calls.length}`} calls at once`, calls }
    : undefined
}

/** Its calls are made at once unless an order is stated. */
export function pageOf({ name, calls }: PageCalls, { client, planner, follows }: PageReading): PlannedPage {
  const assumptions: Assumption[] = []
  const visit = (call: Call): Plan => {
    const routes = routesOf(call, planner, follows)
    assumptions.push(...routes.flatMap(route => route.assumptions))
    const [only, ...others] = routes.map(route => route.plan)
    return only && others.length === 0 ? only : { kind: 'parallel', branches: routes.map(({ plan }) => plan) }
  }
  const assume = (assumption: Assumption) => assumptions.push(assumption)
  const steps = orderedSteps(calls, { component: client, visit, assume, usually: 'parallel' })
  const plan: Plan = steps.length === 1 ? steps[0]! : { kind: 'sequence', steps }
  return { name, page: true, plan, assumptions }
}

interface PageReading {
  readonly client: Component
  readonly planner: Planner
  readonly follows: Follows
}
