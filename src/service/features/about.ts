// What the analysis knows of one component, arrow or group, in a few lines of Markdown.

import { hiddenDefaultsOf, protocolById } from '../../knowledge'
import { type DeadlineHop, deadlinesOf } from '../../math'
import { isComponent } from '../../model/ends'
import { visitsOf } from '../../model/flows/plan'
import { hiddenTimeout } from '../../model/hidden-defaults'
import type { Boundary, Component, Connection, System } from '../../model/system'
import type { AttributePlace } from '../../model/vocabulary'
import { estimate, formatDowntime, formatDuration, formatPercentage } from '../../text/figures'
import { joined, type Markdown, markdown } from '../../text/markdown'
import { attributedFlows, type EvaluatedFlow, isEvaluated } from '../engine/evaluation'
import { overloads, sharesLeftOut } from '../flows/flow-notes'
import { sharesOf } from '../flows/shares'
import { writtenFigures } from '../flows/written-figures'
import type { PreviewTarget } from '../preview/messages'
import type { Subject } from './place'

/** A headline and at most a handful of facts; undefined for what the analysis knows nothing of. */
export function aboutSubject(subject: Subject, system: System, waits: boolean): Markdown | undefined {
  const shares = waits || isEvaluated(system, { attribution: true }) ? attributedFlows(system) : []
  switch (subject.kind) {
    case 'component':
      return aboutComponent(subject.component, shares)
    case 'connection':
      return aboutConnection(subject.connection, system, shares)
    case 'boundary':
      return aboutBoundary(subject.boundary)
    default:
      return undefined
  }
}

function aboutComponent(component: Component, evaluated: readonly EvaluatedFlow[]): Markdown {
  const { id, text, kind, technology, figures } = component
  const what = [technology?.name === text ? undefined : technology?.name, kind?.value]
    .filter(fact => fact !== undefined)
    .join(', ')
  const why = kind ? ` (${kind.why})` : ''
  return listed(markdown`**${text}** – ${what === '' ? 'not recognized' : what}${why}`, [
    ...factsOf(figures, 'node'),
    ...sharesIn(evaluated, { kind: 'node', id }),
  ])
}

function aboutConnection(
  connection: Connection,
  system: System,
  evaluated: readonly EvaluatedFlow[],
): Markdown {
  const { index, caller, callee, role, network, protocol, mode, figures } = connection
  const speaks = protocol ? [`${protocolById(protocol.value)?.name ?? protocol.value} (${protocol.why})`] : []
  const carried = network.value
    ? [role.value, ...speaks, `${mode.value} (${mode.why})`]
    : [`no network call: ${network.why}`]
  return listed(markdown`**${caller.text} → ${callee.text}** – ${carried.join(' · ')}`, [
    ...factsOf(figures, 'arrow'),
    ...unstatedIn(connection),
    ...(network.value ? budgetOf(connection, system) : []),
    ...sharesIn(evaluated, { kind: 'arrow', index }),
  ])
}

/** What the product at its start does since nobody says otherwise. */
function unstatedIn(connection: Connection): Markdown[] {
  const { role, caller } = connection
  const timeout = role.value === 'call' ? hiddenTimeout(connection) : undefined
  const redelivery =
    role.value === 'delivery' && isComponent(caller) && caller.technology
      ? hiddenDefaultsOf(caller.technology).find(({ key }) => key === 'redelivery')
      : undefined
  const defaults = [timeout, redelivery].filter(each => each !== undefined)
  return defaults.map(
    ({ says, source, since }) =>
      markdown`by default ${caller.text} ${says}${since === undefined ? '' : ` (since ${since})`} – ${source}`,
  )
}

function aboutBoundary({ text, members, figures }: Boundary): Markdown {
  const size = members.length === 1 ? '1 member' : `${members.length} members`
  return listed(markdown`**${text}** – ${size}`, factsOf(figures, 'group'))
}

const listed = (headline: Markdown, facts: readonly Markdown[]): Markdown =>
  facts.length === 0
    ? headline
    : markdown`${headline}\n\n${joined(
        facts.map(fact => markdown`- ${fact}`),
        '\n',
      )}`

/** The headline tells these. */
const told: ReadonlySet<string> = new Set(['kind', 'tech', 'protocol', 'method', 'mode'])

/** The figures, those of one source in one line. */
function factsOf(figures: object, place: AttributePlace): Markdown[] {
  const bySource = new Map<string, Markdown[]>()
  for (const { key, value, source } of writtenFigures(figures, place)) {
    if (told.has(key)) continue
    const fact = value === 'true' ? markdown`**${key}**` : markdown`${key} **${value}**`
    bySource.set(source, [...(bySource.get(source) ?? []), fact])
  }
  return [...bySource].map(([source, facts]) => markdown`${joined(facts, ', ')} – ${source}`)
}

/** The longest that a call can take, against what its callers leave for it. */
function budgetOf(connection: Connection, system: System): Markdown[] {
  const tightest = tightestHop(connection, system)
  return tightest ? [markdown`${needsOf(tightest)}${leftFor(tightest)}`] : []
}

/** The call in the flow that leaves it the least time. */
export function tightestHop({ index }: Connection, { flows }: System): DeadlineHop | undefined {
  const hops = flows
    .filter(({ background }) => !background)
    .flatMap(flow => deadlinesOf(flow).filter(({ call }) => call.connection.index === index))
  return hops.sort((a, b) => (a.available ?? Infinity) - (b.available ?? Infinity))[0]
}

function needsOf({ needs, attempts }: DeadlineHop): Markdown {
  const tries = attempts > 1 ? ` in ${Number.isFinite(attempts) ? attempts : 'unlimited'} attempts` : ''
  return needs === null
    ? markdown`can take forever${tries}: no timeout ends it`
    : markdown`at worst **${formatDuration(needs)}**${tries}`
}

function leftFor({ needs, available, limitedBy, violates }: DeadlineHop): Markdown {
  if (available === null || !limitedBy) return markdown``
  const wait = markdown`the **${formatDuration(available)}** that ${limitedBy.caller.text} waits`
  if (needs === null) return markdown`; ${limitedBy.caller.text} waits **${formatDuration(available)}**`
  return violates ? markdown`, longer than ${wait}` : markdown`, within ${wait}`
}

const mostFlows = 2

/** What it has of each request's p99 and downtime. */
function sharesIn(all: readonly EvaluatedFlow[], target: PreviewTarget): Markdown[] {
  const lines = all
    .filter(({ flow }) => !flow.background)
    .flatMap(evaluated => {
      if (evaluated.figures.attribution === null)
        return passes(evaluated, target) ? [markdown`${evaluated.flow.name}: ${sharesLeftOut}`] : []
      const share = sharesOf(evaluated).find(each => isSame(each.target, target))
      const [overload] = overloads(evaluated.figures)
      if (share && overload !== undefined) return [markdown`${evaluated.flow.name}: ${overload}`]
      if (!share || (share.latency < 0.005 && share.unavailability < 0.005)) return []
      const { p99, failed, downtimeSecondsPerYear } = evaluated.figures
      const answered = failed >= 0.001 ? markdown`; ${formatPercentage(1 - failed)} answered` : markdown``
      return [
        markdown`in ${evaluated.flow.name}: **${Math.round(share.latency * 100)}%** of its p99 (${estimate(p99)}${answered}), **${Math.round(share.unavailability * 100)}%** of its downtime (${formatDowntime(downtimeSecondsPerYear)})`,
      ]
    })
  return lines.slice(0, mostFlows)
}

const passes = ({ flow }: EvaluatedFlow, target: PreviewTarget): boolean =>
  visitsOf(flow.plan).some(
    ({ component, call }) =>
      isSame(target, { kind: 'node', id: component.id }) ||
      (call !== undefined && isSame(target, { kind: 'arrow', index: call.connection.index })),
  )

const isSame = (a: PreviewTarget, b: PreviewTarget): boolean => JSON.stringify(a) === JSON.stringify(b)
