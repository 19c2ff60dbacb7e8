// Programs that are drawn from inside: their controllers and what these call, the classes that a framework calls.

import { isComponent, isService, isStore } from '../ends'
import { groupedBy } from '../grouped-by'
import { namesCall } from '../protocol'
import type { Boundary, Component, Connection } from '../system'
import { mayBePart } from './deployability'
import { isIdentifier } from './naming'
import { listens, takesPart } from './node-category'
import { isLayerOfFramework, isOfCode, isOfSeveral, isTier, namesFramework } from './program-titles'

/** What a program takes its requests in with; networks have routers, and clusters controllers, of their own. */
export const takesIn = ({ headline, technology }: Component): boolean =>
  technology === undefined && insides.test(headline)

const insides =
  /^\W*(?:(?:api|rest|http|route|request|express|graphql) )?(?:routers|routes|controllers|(?:route|request) handlers|resolvers|repositories|use ?cases|controladores|contrôleurs|controller[- ]?schicht|контроллеры|控制器|控制层|コントローラー?|컨트롤러)(?: layer)?\W*$/i

/**
 * Groups that show a program from inside, and which it is: with its controllers or routers, with several handlers; around
 * its layers, where they are drawn.
 */
export function openedGroups(components: readonly Component[]): ReadonlyMap<Boundary, string> {
  const opened = new Map<Boundary, string>()
  const groups = [...new Set(components.flatMap(({ boundary }) => boundary ?? []))]
  for (const group of groups.filter(showsInside)) {
    let place = group
    while (place.parent && isTier(place)) place = place.parent
    if (!isTier(place) && !isOfSeveral(place)) opened.set(place, place.id)
  }
  for (const [place, program] of layersBelow(groups)) opened.set(place, program)
  return opened
}

const showsInside = ({ members }: Boundary): boolean =>
  members.some(takesIn) || members.filter(({ headline }) => handler.test(headline)).length > 1

/** `Order request handler`, `Refund handler`; what handles events or errors may be deployed by itself, or be a step. */
const handler =
  /(?<!\b(?:events?|messages?|lambda|webhooks?|jobs?|queues?|errors?|exceptions?|failure)[ -])\bhandler$/i

/** `Domain services` beside `API layer (FastAPI)`, or beside a layer of controllers, is the next layer of that program. */
function* layersBelow(groups: readonly Boundary[]): Iterable<[Boundary, string]> {
  const top = groups.find(isLayerOfFramework) ?? groups.find(isLayerOfControllers)
  if (!top) return
  for (const place of groups) if (place.parent === top.parent && isOfCode(place)) yield [place, top.id]
}

/** `User Controller` and `Order Controller` in one tier; those of machines and clusters are named for what they control. */
const isLayerOfControllers = (place: Boundary): boolean =>
  isTier(place) &&
  place.members.length > 1 &&
  place.members.every(({ headline }) => controller.test(headline))

const controller =
  /(?<!\b(?:ingress|domain|admission|flight|motor|game|access|edge|network|wireless|storage|device|cluster|gateway|cloud)[ -])controller$/i

/** What controllers and routers hand their requests to is in their program, unless something says that it runs apart. */
export function handOn(programs: Map<Component, string>, connections: readonly Connection[]): void {
  const handed = targets(betweenBoxes(connections.filter(connection => !namesCall(connection))))
  const open = [...programs.keys()].filter(takesIn)
  for (let part = open.pop(); part; part = open.pop()) {
    for (const next of handed.get(part) ?? []) {
      if (programs.has(next) || !mayBeHandedTo(next)) continue
      programs.set(next, programs.get(part)!)
      open.push(next)
    }
  }
}

interface Ends {
  readonly from: Component
  readonly to: Component
}

const betweenBoxes = (connections: readonly Connection[]): readonly Ends[] =>
  connections.flatMap(({ from, to }) => (isComponent(from) && isComponent(to) ? [{ from, to }] : []))

/** Whom each of them leads to. */
function targets(all: readonly Ends[]): ReadonlyMap<Component, readonly Component[]> {
  const groups = groupedBy(all, ({ from }) => from)
  return new Map([...groups].map(([from, ends]) => [from, ends.map(({ to }) => to)]))
}

const mayBeHandedTo = (component: Component): boolean =>
  mayBePart(component) &&
  component.technology === undefined &&
  component.node.icon === undefined &&
  !takesPart(component) &&
  !listens.test(component.text)

/** `OrderService` and `UserService`, which only `NestJS API` calls and which share its store, are classes of it. */
export function joinFrameworks(programs: Map<Component, string>, connections: readonly Connection[]): void {
  const all = betweenBoxes(connections)
  const callers = targets(all.map(({ from, to }) => ({ from: to, to: from })))
  const stores = targets(all.filter(({ to }) => isStore(to)))
  const unlabeled = betweenBoxes(connections.filter(({ arrow }) => arrow.text === ''))
  const called = targets(
    unlabeled.filter(({ from, to }) => isOfFramework(from) && mayBeHandedTo(to) && isIdentifier(to)),
  )
  for (const [program, classes] of called) {
    const own = new Set([program, ...classes])
    const areItsOwn = classes.every(part => callers.get(part)?.every(caller => own.has(caller)))
    const kept = new Set(classes.flatMap(part => stores.get(part) ?? []))
    if (classes.length < 2 || kept.size > 1 || !areItsOwn) continue
    for (const part of own) if (!programs.has(part)) programs.set(part, program.id)
  }
}

const isOfFramework = (component: Component): boolean =>
  isService(component) && component.technology !== undefined && namesFramework(component.technology.name)
