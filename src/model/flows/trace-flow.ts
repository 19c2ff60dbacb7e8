// The flow of a sequence diagram: its real order, nesting, branches, loops and parallel parts.

import type { FragmentKind, Section } from '../../syntax/tree'
import { isRetry, roundsWritten } from '../annotations'
import { isClient, isEdge } from '../ends'
import type { Assumption, Call, Component, Connection, Flow, Plan } from '../system'
import type { Exchange, TraceFragment, TraceStep } from '../trace'
import { hitRatioOf, throughCache } from './caches'
import { cutOff, mostHops } from './component-work'
import { flowNaming } from './flow-names'
import { type FlowSource, isOnPath } from './graph'
import { objectivesOf } from './objectives'
import { visitsOf } from './plan'
import { drawnTogether, roundsReader } from './rounds'
import { fallbackOf, isHandedOver, noWork, visitOf } from './visit'

export function traceFlows(source: FlowSource): readonly Flow[] {
  const reader = traceReader(source)
  const opened = enteredAt(source)
  if (!opened) return []
  const plan = reader.steps(opened.steps)
  const visits = visitsOf(plan)
  if (visits.length === 0) return []
  const to = visits.find(({ component }) => !isEdge(component))?.component ?? visits[0]!.component
  const objective = objectivesOf(source).find(each => (each.from ?? opened.entry.id) === opened.entry.id)
  const name = objective?.name ?? flowNaming(source.components)(opened.entry, to)
  const base = { name, entry: opened.entry, to, plan, background: false, assumptions: reader.assumptions }
  return [objective ? { ...base, objective } : base]
}

/** The opener, or the screen in front of the person who opens. */
function enteredAt({
  components,
  trace,
  connections,
}: FlowSource): { entry: Component; steps: readonly TraceStep[] } | undefined {
  const byId = new Map(components.map(component => [component.id, component]))
  const opener = trace.opener === undefined ? undefined : byId.get(trace.opener)
  if (!opener) return undefined
  const first = firstExchange(trace.steps)
  const used = first && connections.find(({ index }) => index === first.arrow)
  const screen = used?.role.value === 'usage' ? byId.get(used.arrow.to) : undefined
  return { entry: screen ?? opener, steps: trace.steps }
}

function firstExchange(steps: readonly TraceStep[]): Exchange | undefined {
  for (const step of steps) {
    if (step.kind === 'exchange') return step
    for (const section of step.sections) {
      const first = firstExchange(section.steps)
      if (first) return first
    }
  }
  return undefined
}

interface TraceReader {
  steps(steps: readonly TraceStep[]): Plan
  readonly assumptions: readonly Assumption[]
}

function traceReader(source: FlowSource): TraceReader {
  const calls = new Map(source.calls.map(call => [call.connection.index, call]))
  const replies = new Map(source.connections.map(connection => [connection.index, connection]))
  const assumptions: Assumption[] = []
  const inside = atMostSoDeep(list => steps(list), assumptions)
  const rounds = roundsReader()

  const steps = (list: readonly TraceStep[]): Plan => {
    const at = list.findIndex(step => brokenOff(step, source) > 0)
    const plans = (at < 0 ? list : list.slice(0, at)).flatMap(step =>
      step.kind === 'exchange' ? exchange(step) : fragment(step),
    )
    if (at >= 0) plans.push(breaking(list.slice(at), brokenOff(list[at], source), steps))
    return plans.length === 1 ? plans[0]! : { kind: 'sequence', steps: plans }
  }

  const exchange = (step: Exchange): readonly Plan[] => {
    const call = calls.get(step.arrow)
    if (!call) return step.steps.length > 0 && !step.async ? [steps(step.steps)] : []
    const isPushed = call.connection.role.value === 'callback' && isClient(call.callee)
    if (isPushed) return [steps(step.steps)]
    if (!isOnPath(call) && !opensByWebhook(source, call)) return []
    if (isHandedOver(call)) return [visitOf(call, { work: noWork, fallback: insteadOf(call) })]
    if (step.async) return []
    const reply = step.reply === undefined ? undefined : replies.get(step.reply)
    const work = ofMisses(call, inside(call.callee, step))
    const visit = visitOf(answeredIn(call, reply), { work, fallback: insteadOf(call) })
    return [rounds({ ...visit, times: 1 }, visit.times).plan]
  }

  const fragment = (step: TraceFragment): readonly Plan[] => {
    const branches = branchesOf(step, source)
    if (step.fragment === 'par')
      return [{ kind: 'parallel', branches: branches.map(branch => steps(branch.steps)) }]
    if (step.fragment === 'rect') return branches.map(branch => steps(branch.steps))
    if (step.fragment === 'loop') return branches.map(branch => inRounds(steps(branch.steps), branch.written))
    const shared = sharedOut(step.fragment, branches)
    assumptions.push(...neverTaken(step.fragment, shared))
    const taken = shared.flatMap(({ share = 0, steps: own }) =>
      share > 0 ? [{ share, plan: steps(own) }] : [],
    )
    if (taken.length === 0) return []
    return taken.length === 1 && taken[0]!.share >= 1
      ? [taken[0]!.plan]
      : [{ kind: 'choice', branches: taken }]
  }

  const inRounds = (plan: Plan, written: Section): Plan => {
    const { plan: all, together } = rounds(plan, roundsIn(written, source, assumptions))
    if (together > 1) assumptions.push(drawnTogether(`loop ${written.label}`.trim(), together))
    return all
  }

  return { steps, assumptions }
}

function roundsIn(written: Section, { sections }: FlowSource, assumptions: Assumption[]): number {
  const stated = sections.get(written)?.calls?.value ?? roundsWritten(written.label)
  // The rounds of a retry are the attempts of the call in it.
  if (isRetry(written.label) && !sections.get(written)?.calls) return 1
  if (stated !== undefined && stated >= 1) return stated
  assumptions.push({
    at: `loop ${written.label}`.trim(),
    key: 'calls',
    value: '1',
    source: 'no number of rounds is stated',
  })
  return 1
}

/** Reads what happens inside a call, as long as there are not too many of them one inside the other. */
function atMostSoDeep(read: (steps: readonly TraceStep[]) => Plan, assumptions: Assumption[]) {
  let hops = 1
  return (callee: Component, { steps }: Exchange): Plan => {
    if (hops >= mostHops && steps.length > 0) {
      assumptions.push(cutOff(callee))
      return noWork
    }
    hops++
    const plan = read(steps)
    hops--
    return plan
  }
}

/** A webhook that opens the trace is the request that it shows. */
const opensByWebhook = ({ trace }: FlowSource, { caller, connection }: Call): boolean =>
  connection.role.value === 'callback' && caller.id === trace.opener

interface Branch {
  readonly written: Section
  readonly steps: readonly TraceStep[]
  /** Of the requests that get there. */
  readonly share: number | undefined
}

const branchesOf = ({ sections }: TraceFragment, source: FlowSource): readonly Branch[] =>
  sections.map(({ written, steps }) => ({
    written,
    steps,
    share: source.sections.get(written)?.share?.value,
  }))

/** The share of requests for which what follows a `break` does not happen. */
const brokenOff = (step: TraceStep | undefined, source: FlowSource): number =>
  step?.kind === 'fragment' && step.fragment === 'break' ? (branchesOf(step, source)[0]?.share ?? 0) : 0

/** What happens in a `break` for a share of requests, and after it for the others. */
function breaking(
  [step, ...rest]: readonly TraceStep[],
  share: number,
  planOf: (steps: readonly TraceStep[]) => Plan,
): Plan {
  const instead = step?.kind === 'fragment' ? step.sections.flatMap(({ steps }) => steps) : []
  const branches = [
    { share, plan: planOf(instead) },
    { share: 1 - share, plan: planOf(rest) },
  ]
  return { kind: 'choice', branches }
}

/** Where one branch is taken, the first without a share has what the others leave. */
function sharedOut(fragment: FragmentKind, branches: readonly Branch[]): readonly Branch[] {
  if (fragment !== 'alt' && fragment !== 'critical') return branches
  const stated = branches.reduce((sum, { share = 0 }) => sum + share, 0)
  const open = branches.findIndex(({ share }) => share === undefined)
  return branches.map((branch, index) => {
    const share = index === open ? Math.max(0, 1 - stated) : branch.share
    return { ...branch, share: share === undefined ? undefined : share / Math.max(1, stated) }
  })
}

/** Said of branches that call something and whose share nobody states. */
const neverTaken = (fragment: FragmentKind, branches: readonly Branch[]): readonly Assumption[] =>
  branches
    .filter(({ share, steps }) => share === undefined && firstExchange(steps))
    .map(({ written }) => ({
      at: `${fragment} ${written.label}`.trim(),
      key: 'share',
      value: '0%',
      source: 'no share is stated',
    }))

/** What a cache with a stated ratio calls, it calls for misses, unless hits and misses are drawn apart. */
function ofMisses(call: Call, work: Plan): Plan {
  if (!hitRatioOf(call)?.stated || visitsAndChoices(work).some(({ kind }) => kind === 'choice')) return work
  return throughCache({ component: call.callee, call }, work, []).plan
}

/** What happens at once inside a call, not what happens inside that. */
const visitsAndChoices = (work: Plan): readonly Plan[] => (work.kind === 'sequence' ? work.steps : [work])

/** Another call of the caller answers instead; what that leads to is not drawn here. */
const insteadOf = (call: Call): Plan | undefined =>
  fallbackOf(call, instead => ({ ...visitOf(instead, { work: noWork }), async: false }))

/** A bare time on the reply says how long the callee took. */
function answeredIn(call: Call, reply: Connection | undefined): Call {
  const { p50, p95, p99, latency } = reply?.figures ?? {}
  const taken = { ...(p50 && { p50 }), ...(p95 && { p95 }), ...(p99 && { p99 }), ...(latency && { latency }) }
  if (Object.keys(taken).length === 0) return call
  return { ...call, connection: { ...call.connection, figures: { ...taken, ...call.connection.figures } } }
}
