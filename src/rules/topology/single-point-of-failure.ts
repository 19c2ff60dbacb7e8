// Single instances that take every request down with them.

import { defaults } from '../../knowledge'
import { downtimeOf } from '../../math'
import { withCommonCause } from '../../math/availability/redundancy'
import { writeShare } from '../../model/annotations'
import {
  hasKind,
  isBroker,
  isClient,
  isComponent,
  isDrawnExternal,
  isKubernetesService,
  isProbable,
  isStore,
} from '../../model/ends'
import { neededBy } from '../../model/flows/dependence'
import { normalizedName } from '../../model/flows/replicas'
import { isRequest } from '../../model/requests'
import type { Component, System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import { enumeratedFirst } from '../fixes/enumeration'
import { restatePart } from '../fixes/restate-part'
import { nameSpan } from '../queries/places'
import { promisedOfOne } from '../queries/promises/of-one'
import { defineRule, type Fix, type Report } from '../rule'
import { startsSimple } from '../topics-in-prose'

/** Who writes that there is one has gone into it, and knows it. */
const known = { goesIntoIt: true, onRequest: true } as const

/** In words, too. */
const accepted = new RegExp(
  [
    String.raw`\bno (?:ha|high[- ]availability)\b|\bha is (?:not|out of)\b|\bnon-?goals?\b[^.\n]{0,60}\b(?:ha|availability)\b`,
    startsSimple.source,
  ].join('|'),
  'i',
)

export const singlePointOfFailure = defineRule({
  id: 'single-point-of-failure',
  category: 'topology',
  speaksOf: 'omission',
  topic: 'replicas',
  summary: 'If one instance fails, every request fails.',
  inOperation: true,
  presets: { recommended: 'info', strict: 'warning' },
  fixable: 'review',
  settledBy: accepted,
  supersedes: ['single-zone', 'single-region'],
  options: {},

  promised: (promise, system) => promisedOfOne(promise, system.components.filter(mayBeSingle)),

  *check(system, _, review) {
    const twice = review.preset === 'strict' ? drawnTwice(system) : undefined
    const candidates = system.components.filter(mayBeSingle).map(part => ({
      part,
      single: whySingle(part, system),
      unknown: twice && !twice.has(part) ? whyUnknown(part) : undefined,
    }))
    if (candidates.every(({ single, unknown }) => (single ?? unknown) === undefined)) return
    const needed = neededByAll(system)
    const isAlwaysNeeded = (part: Component) => needed.every(parts => parts.has(part))
    for (const { part, single } of candidates) {
      if (single === undefined) continue
      if (isAlwaysNeeded(part)) yield { ...judge(system, part, single), ...known }
      else if (isStatedSingle(part) && keepsData(part)) yield { ...judgePart(system, part), ...known }
    }
    const eligible = candidates.filter(({ part }) => isAlwaysNeeded(part))
    const open = eligible.filter(({ single }) => single === undefined)
    if (twice)
      yield {
        eligible: open.length,
        missing: open.flatMap(({ part, unknown }) => (unknown ? [judge(system, part, unknown)] : [])),
        message: count =>
          `${count} components that every request needs have no stated second instance. The first one that fails, or is restarted for an update, is an outage. State replicas: on each, with the actual number.`,
        fixTitle: count => `State replicas: 2 on all ${count}`,
      }
  },
})

/** Ours to replicate, and not replicated by a provider who promises 99.95% or more or runs edges all over the world. */
function mayBeSingle(part: Component): boolean {
  const { technology, figures } = part
  if (!isProbable(part) || isClient(part) || technology?.embedded || isModule(part)) return false
  if (hasKind(part, 'external', 'dns', 'nat', 'mesh', 'cdn', 'waf') || isDrawnExternal(part)) return false
  if (isKubernetesService(part)) return false
  if (figures.managed?.value) return false
  return !(technology?.managed && (figures.availability?.value ?? 1) >= 0.9995)
}

/** A part of a program is copied with the program. */
const isModule = ({ text, technology }: Component): boolean =>
  technology === undefined &&
  /\b(?:modules?|librar(?:y|ies)|packages?|plug-?ins?|middlewares?|sdk)\b/i.test(text)

/** What each flow needs; nothing where there are no flows. */
function neededByAll({ flows }: System): readonly ReadonlySet<Component>[] {
  const needed = flows.filter(({ background }) => !background).map(({ plan }) => neededBy(plan))
  return needed.length > 0 ? needed : [new Set()]
}

const isStatedSingle = ({ figures: { replicas } }: Component): boolean =>
  replicas?.stated === true && replicas.value <= 1

/** Called by somebody, and what it keeps is nowhere else. */
const keepsData = (part: Component): boolean =>
  (isStore(part) || isBroker(part)) && part.incoming.some(({ connection }) => isRequest(connection))

/** A sequence diagram draws who takes part in a request: standbys don't. */
function whySingle(part: Component, system: System): string | undefined {
  const { replicas } = part.figures
  if (startsSimple.test(part.text)) return undefined
  if (replicas) return replicas.stated && replicas.value <= 1 ? 'runs as one instance' : undefined
  if (isTimeline(system.diagram) || !isStore(part)) return undefined
  const alone =
    leading.test(part.headline) && !hasSecond(part, system) && !several.test(part.node.description ?? '')
  return alone && !isToldApart(part, system) ? 'is named a primary and no replica is stated' : undefined
}

/** In its name, where it tells a copy from others: `MySQL primary`, `primary node`. A `Primary database` is the main one. */
const leading =
  /\bprimary\b(?![ -](?:\w+ ){0,2}(?:data ?(?:bases?|stores?)|dbs?|rdbms|sql|stores?|storage|caches?|sources?|data)\b)|\b(?:master|leader)\b(?! data\b)/i

const secondary = /\b(?:replicas?|standby|secondary|slaves?|followers?|fail-?over|backup)\b/i

const hasSecond = (part: Component, { components, connections }: System): boolean =>
  secondary.test(part.text) ||
  components.some(({ text }) => secondary.test(text)) ||
  connections.some(
    ({ role, caller, callee }) => role.value === 'replication' && (caller === part || callee === part),
  )

/** Beside `Postgres jobs` and `Postgres cache`, `Postgres primary` names its purpose. */
const isToldApart = (part: Component, { components }: System): boolean =>
  part.technology !== undefined &&
  components.some(other => other !== part && isStore(other) && other.technology === part.technology)

/** Names of things that are several by nature. */
const several =
  /\b(?:clusters?|fleet|pool|pods|nodes|instances|servers|services|workers|shards?|sharded|replicated|ring|ha|multi-?az|auto-?scal\w*|asg|serverless|tier|farm|x\d+|\d+x)\b/i

/** Components with a twin of the same name and kind, and stores that are copied. */
function drawnTwice({ components, connections }: System): ReadonlySet<Component> {
  const byName = new Map<string, Component[]>()
  for (const part of components) {
    const name = `${normalizedName(part)} ${part.kind?.value}`
    byName.set(name, [...(byName.get(name) ?? []), part])
  }
  const twins = [...byName.values()].filter(({ length }) => length > 1).flat()
  const copied = connections.filter(({ role }) => role.value === 'replication')
  return new Set([...twins, ...copied.flatMap(({ caller, callee }) => [caller, callee]).filter(isComponent)])
}

function whyUnknown({ text, figures, boundary, technology }: Component): string | undefined {
  const { replicas, quorum, active, failover, zone } = figures
  const copied = replicas || quorum || active || failover || (zone && zone.value.length > 1)
  if (copied || technology?.managed || several.test(`${text} ${boundary?.text ?? ''}`)) return undefined
  return 'states no second instance'
}

function judge(system: System, part: Component, why: string): Report {
  const replicas = part.figures.replicas
  const flows = system.flows.filter(({ background }) => !background).length
  return {
    at: replicas?.span ?? nameSpan(part),
    // A table of what runs where says it as well as the picture.
    ...(!replicas && {
      settledBy: decided,
    }),
    message: `${part.name} ${why}, and ${whoNeeds(flows)} it. ${costOf(part)}Write replicas: 2, or add a fallback.`,
    fixes: [stateTwo(system, part)],
  }
}

/** Copies that the text tells of, or that there is to be one. */
const decided = new RegExp(
  [
    String.raw`\breplicas?\b|\bstandby\b|\bfail-?over\b|\bmulti-?az\b`,
    String.raw`\b(?:one|single) (?:\w+ ){0,3}(?:databases?|db|instances?|nodes?|servers?)\b`,
    accepted.source,
  ].join('|'),
  'i',
)

const stateTwo = (system: System, part: Component): Fix =>
  restatePart(system, { part, title: 'State two replicas', key: 'replicas', value: 2, inLabel: '2 replicas' })

const whoNeeds = (flows: number): string => {
  if (flows === 1) return 'every request needs'
  return flows === 2 ? 'both flows need' : `all ${flows} flows need`
}

/** Some requests need it, or what goes on behind them. */
function judgePart(system: System, part: Component): Report {
  const callers = [...new Set(part.incoming.map(({ caller }) => caller.name))]
  return {
    at: part.figures.replicas?.span ?? nameSpan(part),
    message: `${part.name} runs as one instance: when it restarts or fails, ${enumeratedFirst(callers)} ${callers.length === 1 ? 'goes' : 'go'} without it. ${costOf(part)}Write replicas: 2, or state a fallback.`,
    fixes: [stateTwo(system, part)],
  }
}

/** What one instance costs in a year, and what a second would leave of that. */
function costOf({ figures }: Component): string {
  const { availability } = figures
  if (!availability || availability.value >= 1) return ''
  const one = 1 - availability.value
  const beta = figures.commonCause?.value ?? defaults.betaFactor.value
  const two = withCommonCause(one, { need: 1, of: 2 }, beta)
  const origin = availability.stated ? '' : ' (assumed)'
  return `At ${writeShare(availability.value)}${origin} that is ${hours(one)} of outage a year; two leave ${hours(two)}. `
}

const hours = (unavailability: number): string =>
  `${Number((downtimeOf(unavailability).year / 3600).toPrecision(2))} h`
