// How surely a box runs by itself: a server, a store, a client, or a part of what one of them is made of.

import { type End, hasKind, isBroker, isClient, isComponent, isEdge, isService, kindOf } from '../ends'
import { listsFunctions } from '../headline'
import type { Component, Connection } from '../system'
import { classEnd, isClass, isIdentifier } from './naming'
import { categoryOf, listens, takesPart } from './node-category'

/** `runs`: a program of its own. `part`: of one. `unsure`: its name tells neither. */
export type Deployability = 'runs' | 'part' | 'unsure'

const known = new WeakMap<
  Component,
  { readonly kind: Component['kind']; readonly deployability: Deployability }
>()

/** Kept until its kind is found to be another. */
export function deployabilityOf(end: End): Deployability {
  if (!isComponent(end)) return 'runs'
  const { kind } = end
  const before = known.get(end)
  if (before && before.kind === kind) return before.deployability
  const deployability = judge(end)
  known.set(end, { kind, deployability })
  return deployability
}

function judge(component: Component): Deployability {
  if (isDrawnToRun(component)) return 'runs'
  const category = categoryOf(component)
  if (category !== 'system' && category !== 'unknown') return 'part'
  const name = nameIn(component.headline)
  const group = component.boundary?.text ?? ''
  if (namesPart(component, name, group) || isDescribedByFunctions(component)) return 'part'
  if (component.technology || takesPart(component) || deployed.test(name) || among.test(group)) return 'runs'
  if (concern.test(name)) return 'part'
  if (mayBeWithin.test(name) && hasKind(component, 'service', 'auth')) return 'unsure'
  return category === 'system' && (component.kind?.confidence ?? 0) >= sureness(component) ? 'runs' : 'unsure'
}

/** By its author, by an icon, by the macro of C4, or by the port it listens at. */
const isDrawnToRun = ({ kind, node, text }: Component): boolean =>
  kind?.confidence === 1 ||
  Boolean(node.icon) ||
  node.junction === true ||
  element.test(node.shape) ||
  drawnElement.test(text) ||
  listens.test(text)

function namesPart(component: Component, name: string, group: string): boolean {
  if (library.test(name)) return true
  if ((madeOf.test(name) || classEnd.test(name)) && !isProduct(component)) return true
  return isIdentifier(component) && inLayer.test(group)
}

/** `Price service` above `net_price, gross_price`. Stores and brokers hold what is called so. */
const isDescribedByFunctions = (component: Component): boolean =>
  component.technology === undefined &&
  (isService(component) || kindOf(component) === undefined) &&
  listsFunctions(component.text.slice(component.headline.length))

/** `Web app` in front and `Gateway` are guesses of what kind they are, not of whether they run. */
const sureness = (component: Component): number => (isClient(component) || isEdge(component) ? 0.5 : 0.6)

/** A participant of a C4 diagram or an element drawn as one is what its macro says. */
const element = /person|system|container|service|group/

/** `App [Container: Go]`, as flowcharts draw the elements of C4. */
const drawnElement = /\[(?:person|(?:external |software )?system|container)\b/i

/** What things are deployed as, and how many: `Web pod 2`, `Data node`. */
const deployed =
  /(?:\b(?:pods?|instances?|replicas?|nodes?|vms?|servers?|containers?|clusters?|lambdas?|daemons?|cron ?jobs?|brokers?|(?<!(?:file|operating|type|design|build) )systems?)(?: ?[x×#]?\d+| [a-z])?$|^λ)/i

/** Groups whose members are systems: `External services`, `Lambda functions`. */
const among =
  /\bexternas?\b|\bexternos?\b|\bterce(?:iros|ros)\b|\bexterne[ns]?\b|\bextern[ei]\b|外部|第三方|サードパーティ|외부|внешн|\b(?:external|third[- ]party|3rd[- ]party|microservices|services|systems|(?:lambda|cloud) functions|lambdas|providers|integrations)\b/i

const nameIn = (headline: string): string => headline.split(/[([,:;|]|\s[-–—+&]\s/, 1)[0]?.trim() ?? ''

/** A store, a broker, another's service runs whatever it is used for; frameworks run our parts. */
export const isProduct = (end: End): boolean =>
  isComponent(end) && end.technology !== undefined && !isService(end) && !isClient(end)

/** Layers, concerns that cut across one program, and the insides of an agent. */
const madeOf =
  /\b(?:layer|logic|components?|(?<!lambda )handlers?|hooks?|guards?|guard ?rails?|validators?|validation|middlewares?|interceptors?|repositor(?:y|ies)|planners?|prompts?|memory|memories|tools?|state machine|circuit breakers?|(?:rate|budget|request) limit(?:er|ing|s)?|throttling|router|routing|parser|parsing|schemas?|event loop|thread pool|config(?:uration)?|params?|(?:command|query) ?bus|mediator)$/i

/** Whoever made it, it runs in the process of who uses it. */
export const isLibrary = (end: End): boolean =>
  isComponent(end) && [library, framework].some(names => names.test(nameIn(end.headline)))

const library =
  /\b(?:sdks?|librar(?:y|ies)|(?:application|domain|inbound|outbound|driving|driven) ports?)$|^@[\w.-]+\/[\w.-]+$/i

/** By name, what runs jobs, retries and rules in the program that starts it. */
const framework =
  /^(?:spring (?:batch|scheduler|security|retry|integration|statemachine)|quartz(?:\.net)?|hangfire|apscheduler|node-cron|resilience4j|polly|mediatr|drools)(?: jobs?)?$/i

/** Layers are also drawn around what is deployed in tiers: only classes in them are surely parts. */
const inLayer = /\b(?:presentation|application|domain|business|service|persistence|infrastructure) layer\b/i

/** What every gateway does: whether it asks somebody for it is not said. */
const concern = /^auth(?:entication|ori[sz]ation|[nz])(?:\W+auth\w+)?$/i

/** `Policy engine` may run or be part of what asks it. */
const mayBeWithin = /\b(?:engine|manager)$/i

/** Boxes that stand by themselves because somebody outside reaches them: an edge, a client, a broker. */
export function reachedFromOutside(connections: readonly Connection[]): ReadonlySet<End> {
  const reached = new Set<End>()
  for (const { caller, callee, role } of connections) {
    if (role.value === 'structure') continue
    if ((isEdge(caller) || isClient(caller) || isBroker(caller)) && deployabilityOf(caller) === 'runs')
      reached.add(callee)
  }
  return reached
}

/** Stores, brokers and products run on their own; what runs our code may be a part whatever it is written in. */
export const mayBePart = (component: Component): boolean =>
  isClass(component) ||
  (component.technology === undefined &&
    (kindOf(component) === undefined || hasKind(component, ...drawnInside))) ||
  isService(component)

const drawnInside = ['proxy', 'scheduler'] as const
