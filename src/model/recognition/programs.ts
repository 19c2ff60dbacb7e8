// Which boxes are parts of one program: what they say to each other never leaves the process.

import type { End } from '../ends'
import { isComponent } from '../ends'
import type { Boundary, Component, Connection } from '../system'
import { mayBePart } from './deployability'
import { isClass, isIdentifier, readsAsCode } from './naming'
import { categoryOf } from './node-category'
import { handOn, joinFrameworks, openedGroups, takesIn } from './program-insides'
import { programAround } from './program-titles'

/** The program each part belongs to. Products, stores, brokers and clients run on their own. */
export type Programs = ReadonlyMap<Component, string>

const known = new WeakMap<readonly Connection[], Programs>()

/** Told once for the same connections. */
export function programsOf(components: readonly Component[], connections: readonly Connection[]): Programs {
  const before = known.get(connections)
  if (before) return before
  const programs = programsIn(components, connections)
  known.set(connections, programs)
  return programs
}

function programsIn(components: readonly Component[], connections: readonly Connection[]): Programs {
  const code = showsCode(components, connections)
  const opened = openedGroups(components)
  const programs = new Map<Component, string>()
  for (const component of components) {
    const mayBe = mayBePart(component) || isProviderWithin(component, opened)
    const around = mayBe ? programAround(component.boundary, opened) : undefined
    const written = takesIn(component) || (code && isWrittenAsPart(component))
    const program = around ?? (written ? 'code' : undefined)
    if (program !== undefined) programs.set(component, program)
  }
  handOn(programs, connections)
  joinFrameworks(programs, connections)
  return programs
}

/** Whether both ends are parts of the same program. */
export function staysInProgram(programs: Programs, { from, to }: { from: End; to: End }): boolean {
  if (!isComponent(from) || !isComponent(to)) return false
  const program = programs.get(from)
  return program !== undefined && program === programs.get(to)
}

/** `KeyGateway` beside code is a class too; `OrdersDB` is none, nor is what others or people run. */
const isWrittenAsPart = (component: Component): boolean =>
  isIdentifier(component) && (mayBePart(component) || isGuess(component))

/** Beside controllers, `Fare provider` is a part as well, and no third party. */
const isProviderWithin = (
  { boundary, technology, headline }: Component,
  opened: ReadonlyMap<Boundary, string>,
): boolean =>
  boundary !== undefined &&
  opened.has(boundary) &&
  technology === undefined &&
  /\bproviders?$/i.test(headline)

const isGuess = ({ technology, kind }: Component): boolean =>
  technology === undefined && (kind?.confidence ?? 0) < 0.7 && !clients.has(kind?.value ?? '')

const clients: ReadonlySet<string> = new Set(['person', 'client', 'browser', 'mobile', 'external'])

/** Files, controllers, calls of functions and what they return or throw: names in CamelCase beside them are classes too. */
function showsCode(components: readonly Component[], connections: readonly Connection[]): boolean {
  const written = connections.filter(({ arrow }) => readsAsCode(arrow.text))
  const parts = components.filter(component => categoryOf(component) === 'code' || isClass(component))
  return written.length >= 2 || parts.length >= 2
}
