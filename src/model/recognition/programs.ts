// Which boxes are parts of one program: what they say to each other never leaves the process.

import type { End } from '../ends'
import { hasKind, isComponent, isService, kindOf } from '../ends'
import type { Boundary, Component, Connection } from '../system'
import { isClass, isIdentifier, readsAsCode } from './naming'
import { categoryOf } from './node-category'

/** The program each part belongs to. Products, stores, brokers and clients run on their own. */
export type Programs = ReadonlyMap<Component, string>

export function programsOf(components: readonly Component[], connections: readonly Connection[]): Programs {
  const code = showsCode(components, connections)
  const programs = new Map<Component, string>()
  for (const component of components) {
    const around = mayBePart(component) ? programAround(component.boundary) : undefined
    const program = around ?? (code && isWrittenAsPart(component) ? 'code' : undefined)
    if (program !== undefined) programs.set(component, program)
  }
  return programs
}

/** Whether both ends are parts of the same program. */
export function staysInProgram(programs: Programs, { from, to }: { from: End; to: End }): boolean {
  if (!isComponent(from) || !isComponent(to)) return false
  const program = programs.get(from)
  return program !== undefined && program === programs.get(to)
}

/** Stores, brokers and products run on their own; what runs our code may be a part whatever it is written in. */
const mayBePart = (component: Component): boolean =>
  isClass(component) ||
  (component.technology === undefined &&
    (kindOf(component) === undefined || hasKind(component, ...inside))) ||
  isService(component)

const inside = ['proxy', 'scheduler'] as const

/** `KeyGateway` beside code is a class too; `OrdersDB` is none, nor is what others or people run. */
const isWrittenAsPart = (component: Component): boolean =>
  isIdentifier(component) && (mayBePart(component) || isGuess(component))

const isGuess = ({ technology, kind }: Component): boolean =>
  technology === undefined && (kind?.confidence ?? 0) < 0.7 && !clients.has(kind?.value ?? '')

const clients: ReadonlySet<string> = new Set(['person', 'client', 'browser', 'mobile', 'external'])

/** The program that layers are of. */
export const layerWords = 'layers'

/** The outermost group around it that stands for one program. */
export function programAround(boundary: Boundary | undefined): string | undefined {
  let program: string | undefined
  for (let place = boundary; place; place = place.parent) {
    if (isLayer.test(place.text)) program ??= layerWords
    else if (isProgram(place)) program = place.id
  }
  return program
}

/** `Order service`, `Payments API (port 8080)`; `Core services` and `External service` are several. */
function isProgram({ text }: Boundary): boolean {
  if (ofFramework.test(text)) return true
  const name = text.replace(/(?<!\s)\s*(?:[([:]|[-–—|·] ).*$/, '').replace(/^[^\p{L}]+/u, '')
  return program.test(name) && !several.test(name)
}

const program =
  /(?:^|[\s-])(?:(?:micro)?service|server|app|application|monolith|process|api gateway|daemon|bff)$/i

/** One framework runs one program; a language may be that of many. */
const ofFramework =
  /^\W*backend \((?:fast ?api|django|flask|express(?:\.js)?|spring boot|nest(?:\.?js)?|rails|laravel|asp\.net core|gin|fastify)(?: [\d.]+)?\)$/i

const several =
  /^(?:service|server|app|application|microservice)$|\b(?:external|core|shared|cloud|managed|web|client|mobile|business|domain|platform|micro|aws|azure|gcp)[ -]?(?:service|server|app|application)$/i

/** Layers of a program, as in a hexagonal or clean architecture. */
const isLayer =
  /^\W*(?:domain|use ?cases?|repositor(?:y|ies)|controllers?|handlers?|business logic|interfaces?)(?: layer)?\W*$/i

/** Files, controllers, calls of functions and what they return or throw: names in CamelCase beside them are classes too. */
function showsCode(components: readonly Component[], connections: readonly Connection[]): boolean {
  const written = connections.filter(({ arrow }) => readsAsCode(arrow.text))
  const parts = components.filter(component => categoryOf(component) === 'code' || isClass(component))
  return written.length >= 2 || parts.length >= 2
}
