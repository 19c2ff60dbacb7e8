// How surely a box runs by itself: a server, a store, a client, or a part of what one of them is made of.

import { type End, hasKind, isBroker, isClient, isComponent, isEdge, isService, isStore } from './ends'
import { isIdentifier } from './naming'
import { natureOf } from './nature'
import type { Component, Connection } from './system'

/** `runs`: a program of its own. `part`: of one. `unsure`: its name tells neither. */
export type Standing = 'runs' | 'part' | 'unsure'

const known = new WeakMap<Component, Standing>()

export function standingOf(end: End): Standing {
  if (!isComponent(end)) return 'runs'
  const standing = known.get(end) ?? judge(end)
  known.set(end, standing)
  return standing
}

function judge(component: Component): Standing {
  const { kind, technology, headline, node, text } = component
  if (kind?.confidence === 1 || element.test(node.shape) || node.icon || node.junction || drawnElement.test(text) || listens.test(text))
    return 'runs'
  const nature = natureOf(component)
  if (nature !== 'system' && nature !== 'unknown') return 'part'
  const name = nameIn(headline)
  if ((madeOf.test(name) || classOf.test(name)) && !isProduct(component)) return 'part'
  if (isIdentifier(component) && inLayer.test(component.boundary?.text ?? '')) return 'part'
  if (technology || takesPart.test(node.shape) || deployed.test(name) || among.test(component.boundary?.text ?? '')) return 'runs'
  if (concern.test(name)) return 'part'
  if (mayBeWithin.test(name) && hasKind(component, 'service', 'auth')) return 'unsure'
  return kind && nature === 'system' && kind.confidence >= sureness(component) ? 'runs' : 'unsure'
}

/** `Web app` in front and `Gateway` are guesses of what kind they are, not of whether they run. */
const sureness = (component: Component): number => (isClient(component) || isEdge(component) ? 0.5 : 0.6)

/** A participant of a C4 diagram or an element drawn as one is what its macro says. */
const element = /person|system|container|service|group/

/** Who takes part in a sequence has a name of its own. */
const takesPart = /^(?:participant|actor|boundary|control|entity|database|collections|queue)$/

/** `App [Container: Go]`, as flowcharts draw the elements of C4. */
const drawnElement = /\[(?:person|(?:external |software )?system|container)\b/i

/** What things are deployed as, and how many: `Web pod 2`, `Data node`. */
const deployed =
  /(?:\b(?:pods?|instances?|replicas?|nodes?|vms?|servers?|containers?|clusters?|lambdas?|daemons?|cron ?jobs?|brokers?)(?: ?[x×#]?\d+| [a-z])?$|^λ)/i

/** Groups whose members are systems: `External services`, `Lambda functions`. */
const among =
  /\b(?:external|third[- ]party|3rd[- ]party|microservices|services|systems|(?:lambda|cloud) functions|lambdas|providers|integrations)\b/i

/** A port in the label: `Orders :8080`. */
const listens = /\w ?:(?:\d{4,5}|80|443)\b|\bports?:? \d{2,5}\b/i

const nameIn = (headline: string): string => headline.split(/[([,:;|]|\s[-–—+&]\s/, 1)[0]?.trim() ?? ''

/** A store, a broker, another's service runs whatever it is used for; frameworks run our parts. */
export const isProduct = (end: End): boolean =>
  isComponent(end) && end.technology !== undefined && !isService(end) && !isClient(end)

/** What stores, sends on or answers: whoever is drawn beside it must be a program that asks it. */
export const holdsData = (end: End): boolean => isStore(end) || isBroker(end) || hasKind(end, 'cache')

/** Layers, concerns that cut across one program, and the insides of an agent. */
const madeOf =
  /\b(?:layer|logic|components?|(?<!lambda )handlers?|hooks?|guards?|guard ?rails?|validators?|validation|middlewares?|interceptors?|repositor(?:y|ies)|planners?|prompts?|memory|memories|tools?|state machine|circuit breakers?|(?:rate|budget|request) limit(?:er|ing|s)?|throttling|router|routing|parser|parsing|schemas?|event loop|thread pool|config(?:uration)?|params?|sdks?|(?:command|query) ?bus|mediator)$/i

/** The same in names of classes: `OrderRepository`. */
const classOf =
  /\p{Ll}(?:Limiter|Router|Handler|Validator|Guard|Repository|Controller|Interceptor|Breaker|Adapter|Factory)$/u

/** Layers are also drawn around what is deployed in tiers: only classes in them are surely parts. */
const inLayer = /\b(?:presentation|application|domain|business|service|persistence|infrastructure) layer\b/i

/** What every gateway does: whether it asks somebody for it is not said. */
const concern = /^auth(?:entication|ori[sz]ation|[nz])(?:\W+auth\w+)?$/i

/** `Policy engine` may run or be part of what asks it. */
const mayBeWithin = /\b(?:engine|manager)$/i

/** Boxes that stand by themselves because somebody outside reaches them: an edge, a client, a broker. */
export function reachedFromOutside(connections: readonly Connection[]): ReadonlySet<End> {
  const reached = new Set<End>()
  for (const { from, to, role } of connections) {
    if (role.value === 'structure') continue
    if ((isEdge(from) || isClient(from) || isBroker(from)) && standingOf(from) === 'runs') reached.add(to)
  }
  return reached
}
