// One flow of a flowchart as a sequence diagram: the same calls in their order, with the same figures.

import { redrawn } from '../../../model'
import { visitsOf } from '../../../model/flows'
import type { Call, Component, Flow, Plan, System, Visit } from '../../../model/system'
import { writtenValue } from '../../../model/vocabulary'
import { type EvaluatedFlow, evaluatedFlows } from '../../engine/evaluation'
import { areWritable, missingOf, statedBeside, statedLine, statesTheSame } from './new-diagram'

/** Longer flows make no picture that anybody reads. */
const mostVisits = 40

/** The text of the diagram; undefined for flows whose figures it would not keep. */
export function sequenceOf(evaluated: EvaluatedFlow, system: System): string | undefined {
  const { flow } = evaluated
  const visits = visitsOf(flow.plan)
  const callers = [...new Set([flow.entry, ...visits.flatMap(endsOf)])]
  if (visits.length === 0 || visits.length > mostVisits) return undefined
  const asides = handedOver(callers, visits, system)
  const participants = [...new Set([...callers, ...asides.map(({ callee }) => callee)])]
  const messages = areWritable(participants) ? messagesOf(flow.plan, asides) : undefined
  if (!messages) return undefined
  const drawn = redrawn(system, written(flow, participants, messages))
  const known = new Map(drawn.components.map(component => [component.id, component]))
  const text = written(flow, participants, messages, id => known.get(id))
  const settled = redrawn(system, text)
  return keepsFigures(evaluated, participants, settled) ? text : undefined
}

const endsOf = ({ component, call }: Visit): readonly Component[] =>
  call ? [call.caller, component] : [component]

/** What those who take part call without waiting: no figure of the flow rests on it. */
function handedOver(
  callers: readonly Component[],
  visits: readonly Visit[],
  { calls }: System,
): readonly Call[] {
  const awaited = new Set(visits.map(({ call }) => call?.connection))
  return calls.filter(
    ({ caller, connection }) =>
      callers.includes(caller) && connection.mode.value === 'async' && !awaited.has(connection),
  )
}

function written(
  { objective, name }: Flow,
  participants: readonly Component[],
  messages: readonly string[],
  known: (id: string) => Component | undefined = () => undefined,
): string {
  const promised = objective && [
    'arrowsmith:',
    '  objectives:',
    `    ${JSON.stringify(objective.name)}: { ${promises(objective)} }`,
  ]
  return [
    '---',
    `title: ${JSON.stringify(name)}`,
    ...(promised ?? []),
    '---',
    'sequenceDiagram',
    ...participants.map(participant => `  ${introduced(participant)}`),
    ...participants.flatMap(part => {
      const missing = known(part.id) ? missingOf(part, known(part.id)) : {}
      return statedLine(part.id, { ...statedBeside(part), ...missing }).map(line => `  ${line}`)
    }),
    ...messages.map(line => `  ${line}`),
    '',
  ].join('\n')
}

const promises = ({ name: _, span: __, ...objective }: NonNullable<Flow['objective']>): string =>
  Object.entries(objective)
    .map(([key, value]) => `${key}: ${key === 'from' || key === 'to' ? value : promised(key, value)}`)
    .join(', ')

/** Objectives share their keys with components. */
const promised = (key: string, value: unknown): string =>
  writtenValue(key === 'availability' ? key : 'p99', value)

const introduced = ({ id, text, kind }: Component): string =>
  `${kind?.value === 'person' ? 'actor' : 'participant'} ${id} as ${oneLine(text)}`

/** Signs that would end a message or stand for others. */
const oneLine = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().replaceAll('#', '#35;').replaceAll(';', '#59;')

/** Keys that the order of messages and the frames around them say. */
const saidByOrder = ['order', 'share', 'flow']

/** The lines of a plan, each caller with what it hands over; undefined where messages cannot tell it. */
function messagesOf(plan: Plan, asides: readonly Call[]): readonly string[] | undefined {
  const told = new Set<Component>()
  const lines = linesOf(plan, component => {
    const own = told.has(component) ? [] : asides.filter(({ caller }) => caller === component)
    told.add(component)
    return own.flatMap(call => asked(call, '-)'))
  })
  const first = asides.filter(({ caller }) => !told.has(caller)).flatMap(call => asked(call, '-)'))
  return lines && [...lines, ...first]
}

type Asides = (component: Component) => readonly string[]

function linesOf(plan: Plan, asides: Asides): readonly string[] | undefined {
  const inside = (part: Plan) => linesOf(part, asides)
  switch (plan.kind) {
    case 'visit':
      return visited(plan, asides)
    case 'sequence':
      return joined(plan.steps.map(inside))
    case 'parallel':
      return framed(
        plan.branches.map((branch, index) => ({ word: index === 0 ? 'par' : 'and', lines: inside(branch) })),
      )
    case 'choice':
      return chosen(plan, asides)
    case 'cacheAside':
      return plan.assumed ? undefined : throughCache(plan, asides)
    case 'redundant':
      return undefined
  }
}

function visited(
  { call, component, work, async, fallback }: Visit,
  asides: Asides,
): readonly string[] | undefined {
  if (!call || call.callee !== component || fallback) return undefined
  const inside = linesOf(work, asides)
  if (!inside) return undefined
  if (async) return [...asked(call, '-)'), ...inside]
  const answer = `${component.id}-->>${call.caller.id}: response`
  return [...asked(call, '->>'), ...inside, ...asides(component), answer]
}

/** The message of a call, below what is stated of it. */
const asked = ({ connection, caller, callee }: Call, arrow: string): readonly string[] => [
  ...statedLine('', statedBeside(connection, saidByOrder)),
  `${caller.id}${arrow}${callee.id}: ${oneLine(connection.arrow.text) || 'call'}`,
]

type Choice = Extract<Plan, { kind: 'choice' }>

function chosen({ branches, assumed }: Choice, asides: Asides): readonly string[] | undefined {
  if (assumed) return undefined
  const wordFor = (index: number) => (branches.length === 1 ? 'opt' : index === 0 ? 'alt' : 'else')
  return framed(
    branches.map(({ share, plan }, index) => ({
      word: `${wordFor(index)} ${writtenValue('share', share)} of requests`,
      share: writtenValue('share', share),
      lines: linesOf(plan, asides),
    })),
  )
}

type CacheAside = Extract<Plan, { kind: 'cacheAside' }>

/** The cache is asked first, and the store for what it does not have. */
const throughCache = (
  { cache, store, hitRatio }: CacheAside,
  asides: Asides,
): readonly string[] | undefined =>
  joined([
    visited(cache, asides),
    framed([
      {
        word: `opt ${writtenValue('share', 1 - hitRatio)} of requests, which miss`,
        share: writtenValue('share', 1 - hitRatio),
        lines: linesOf(store, asides),
      },
    ]),
  ])

interface Section {
  readonly word: string
  readonly share?: string
  readonly lines: readonly string[] | undefined
}

function framed(sections: readonly Section[]): readonly string[] | undefined {
  const lines = joined(
    sections.map(({ word, share, lines }) => {
      const stated = share === undefined ? [] : statedLine('', { share })
      return lines && [...stated, word, ...lines.map(line => `  ${line}`)]
    }),
  )
  return lines && [...lines, 'end']
}

const joined = (parts: readonly (readonly string[] | undefined)[]): readonly string[] | undefined =>
  parts.every(part => part !== undefined) ? parts.flat() : undefined

/** What counts as the same figure: labels round. */
const tolerance = 0.005

/** The drawing has the one flow, with what is stated of its parts and the figures that they give. */
function keepsFigures(
  { flow, figures }: EvaluatedFlow,
  participants: readonly Component[],
  drawn: System,
): boolean {
  if (drawn.diagram.problems.length > 0) return false
  const [first, ...others] = evaluatedFlows(drawn)
  if (!first || others.length > 0 || (first.objective === undefined) !== (flow.objective === undefined))
    return false
  const now = new Map(drawn.components.map(component => [component.id, component]))
  return (
    participants.every(part => statesTheSame(part, now.get(part.id))) &&
    isNear(first.figures.p50, figures.p50) &&
    isNear(first.figures.p99, figures.p99) &&
    isNear(1 - first.figures.availability, 1 - figures.availability) &&
    first.figures.attempts === figures.attempts
  )
}

const isNear = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= tolerance * Math.max(a, b, 1e-9)
