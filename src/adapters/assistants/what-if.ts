// What becomes of the flows when a component, a region or a zone is down, slower, or gets another rate.

import * as z from 'zod/mini'
import { changesOf, durationIn, type FlowRow, flowTables, rateChange, type Snapshot } from '../../service'
import { type Change, changeSchema } from '../../service/preview/messages'
import { described, designInput, openDesign } from './design'
import { flowOutput, flowSchema } from './flow-output'
import { defineTool, refused, type ToolRefusal } from './tool'

export const whatIfTool = defineTool({
  name: 'what_if',
  title: 'Try a change of a design',
  description:
    'Computes the request flows of a design before and after hypothetical changes: a component, a region or a zone that is down, a different p99 of a component, a different rate of requests. `changed` names the figures that differ. Use it for questions such as "what if the cache is down" or "how much traffic can it handle". Works offline.',
  input: z.object({
    ...designInput,
    changes: described(
      z.array(changeSchema).check(z.minLength(1)),
      'Each with a `target` (id or label of a component, or the name of a region or zone), a `key` and a `value`: component, region or zone `down`, p99 `250ms`, rate `800/s`, availability and hitRatio `0.999`, replicas `3`.',
    ),
  }),
  output: z.object({
    version: z.literal(1),
    flows: z.array(
      z.object({
        name: z.string(),
        changed: z.array(z.string()),
        before: z.optional(flowSchema),
        after: z.optional(flowSchema),
      }),
    ),
  }),
  async answer({ changes, ...design }, host) {
    const snapshot = await openDesign(design, host)
    if (refused(snapshot)) return snapshot
    const meant = changes.map(change => meantBy(change, snapshot))
    const refusal = meant.find(refused)
    if (refusal) return refusal
    const usable = meant.filter((change): change is Change => !refused(change))
    return { version: 1 as const, flows: paired(flowTables(snapshot), flowTables(snapshot, usable)) }
  },
})

/** The change with the component's id and its value as the engine reads it, or what to write instead. */
function meantBy({ target, key, value }: Change, snapshot: Snapshot): Change | ToolRefusal {
  const components = snapshot.diagrams.flatMap(({ system }) => system.components)
  if (key === 'region' || key === 'zone') {
    const places = new Set(components.flatMap(({ figures }) => figures[key]?.value ?? []))
    return places.has(target) ? { target, key, value: 'down' } : unknown(key, target, [...places])
  }
  const component = components.find(({ id, text }) => id === target || text === target)
  if (!component) return unknown('component', target, components.map(nameOf))
  switch (key) {
    case 'component':
      return { target: component.id, key, value: 'down' }
    case 'p99': {
      const ms = durationIn(value) ?? Number(value)
      return ms > 0 && Number.isFinite(ms)
        ? { target: component.id, key, value: String(ms) }
        : { refusal: `“${value}” is not a latency: write 250ms.` }
    }
    case 'rate':
      return rateChange(`${component.id}=${value}`) ?? { refusal: `“${value}” is not a rate: write 800/s.` }
    case 'availability':
    case 'hitRatio':
    case 'replicas':
      return { target: component.id, key, value }
    case 'group':
    case 'timeout':
    case 'retries':
      return { refusal: `To try another ${key}, change the text.` }
  }
}

const nameOf = ({ id, text }: { readonly id: string; readonly text: string }): string =>
  text === id ? id : `${id} (${text})`

function unknown(what: string, target: string, names: readonly string[]): ToolRefusal {
  const known = names.length === 0 ? 'none' : [...new Set(names)].slice(0, 30).join(', ')
  return { refusal: `No ${what} is called “${target}”. The design has: ${known}.` }
}

/** Each flow with itself: those of one name in their order. */
function paired(before: readonly FlowRow[], after: readonly FlowRow[]) {
  const identity = ({ line, name }: FlowRow) => `${line} ${name}`
  const later = new Map(after.map(row => [identity(row), row]))
  const kept = before.map(row => ({ name: row.name, before: row, after: later.get(identity(row)) }))
  const known = new Set(before.map(identity))
  const added = after.filter(row => !known.has(identity(row))).map(row => ({ name: row.name, after: row }))
  return [...kept, ...added].map(compared)
}

/** Two versions of a flow and the figures that differ. */
export const compared = (pair: {
  readonly name: string
  readonly before?: FlowRow | undefined
  readonly after?: FlowRow | undefined
}) => ({
  name: pair.name,
  changed: pair.before && pair.after ? [...changesOf(pair.before, pair.after)] : [],
  ...(pair.before && { before: flowOutput(pair.before) }),
  ...(pair.after && { after: flowOutput(pair.after) }),
})
