// Retries at several layers on the way to one target: attempts multiply when it is down.

import { statementWords } from '../../knowledge'
import { type AttemptHop, attemptsTo, hopsTo, type ReachedBy } from '../../math'
import { isService } from '../../model/ends'
import { repeater } from '../../model/hidden-defaults'
import { isCall, statesTries } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { restateArrow } from '../fixes/annotate'
import { defineRule, type Fix, fixOnDemand, type Report } from '../rule'

export const retryLayering = defineRule({
  id: 'retry-layering',
  category: 'retries',
  speaksOf: 'hazard',
  summary: 'Retries at several layers multiply on the path to one target.',
  presets: { sketch: 'warning' },
  fixable: 'review',
  told: [
    {
      words: [statementWords.retrying, statementWords.everyLayer],
      unless:
        /\bonly\b|\bone layer\b|budget|\bno(?:t|ne)?\b|\bnever\b|exhaust|circuit|idempot|workflows?\b|temporal\b|same id\b|messages?\b|consumers?\b|\bqueue|\bmetrics?\b|\bcounters?\b|\bbuttons?\b|\blogs?\b|protokoll|nur\b/i,
      settledBy:
        /retry budgets?|retr(?:y|ies) (?:in|at|on) (?:only )?one (?:layer|place)|retries multiply|no-?retry header/i,
      drawn: system => isLayered(system),
      message:
        'Retries at several layers multiply: 3 attempts at each of 3 layers send 27 requests to a dependency that is down, and keep it down. Retry only in the layer next to that dependency, and let the others pass the error up.',
    },
  ],
  options: {
    max: { default: 4, description: 'The maximum product of attempts.' },
  },

  *check(system, { max }) {
    const paths = [...attemptsTo(system).values()].flatMap(reached => layered(reached, max))
    const passed = new Set(paths.flatMap(({ hops }) => hops.slice(0, -1).map(({ call }) => call)))
    // A path whose last call lies on the way to another target is told there.
    for (const path of paths) if (!passed.has(path.hops.at(-1)!.call)) yield judge(system, path)
  },
})

/** A way to a component on which retries multiply. */
interface LayeredPath {
  readonly component: Component
  readonly hops: readonly AttemptHop[]
  /** The hops that retry. */
  readonly layers: readonly AttemptHop[]
}

/** Ends with a retry itself: a target further on that adds none is the same mistake. */
function layered(reached: ReachedBy, max: number): readonly LayeredPath[] {
  // Its product counts what is repeated and hedged too: retries alone make no more.
  if (reached.product <= max) return []
  const hops = hopsTo(reached)
  const layers = hops.filter(({ attempts }) => attempts > 1)
  const multiply =
    layers.length >= 2 && productOf(layers) > max && layers.at(-1) === hops.at(-1) && layers.some(isChosen)
  return multiply ? [{ component: reached.component, hops, layers }] : []
}

/** Somebody set it up: of SDKs alone nobody knows whether both run where the arrows are drawn. */
const isChosen = ({ call: { connection } }: AttemptHop): boolean =>
  statesTries(connection) || repeater(connection) === 'the mesh'

const productOf = (layers: readonly AttemptHop[]): number =>
  layers.reduce((product, { attempts }) => product * attempts, 1)

function judge(system: System, { component, layers }: LayeredPath): Report {
  const last = layers.at(-1)!
  const factors = layers.map(({ attempts }) => countOf(attempts)).join(' × ')
  const names = layers.map(namedLayer).join(', ')
  return {
    at: placeOf(last),
    message: `${factors} = ${countOf(productOf(layers))} attempts can reach ${component.name} when it is down: ${names}. Such retries keep it down. Retry in one layer and let the others pass the error up.`,
    related: layers.slice(0, -1).map(hop => ({
      at: placeOf(hop),
      message: `${hop.call.caller.name} makes ${countOf(hop.attempts)} attempts`,
    })),
    fixes: layers.map(layer => retryOnlyIn(system, layer, layers)),
  }
}

/** "Order API (3)", "the mesh in front of Order API (3, by default)". */
const namedLayer = ({ call: { caller, connection }, attempts }: AttemptHop): string =>
  statesTries(connection)
    ? `${caller.name} (${countOf(attempts)})`
    : `${repeater(connection)} ${repeater(connection) === 'the mesh' ? 'around' : 'in'} ${caller.name} (${countOf(attempts)}, by default)`

const countOf = (attempts: number): string => (Number.isFinite(attempts) ? String(attempts) : 'unlimited')

/** Where the attempts are written, else the arrow. */
function placeOf({ call: { connection } }: AttemptHop) {
  const { attempts, retries } = connection.figures
  return (attempts ?? retries)?.span ?? connection.arrow.operator
}

function retryOnlyIn(system: System, keeper: AttemptHop, layers: readonly AttemptHop[]): Fix {
  const others = layers.filter(layer => layer !== keeper)
  return fixOnDemand(`Retry only in ${keeper.call.caller.name}`, () =>
    others.flatMap(({ call: { connection } }) => {
      const key = connection.figures.attempts ? 'attempts' : 'retries'
      return restateArrow(system, { connection, key, value: key === 'attempts' ? 1 : 0 })
    }),
  )
}

/** A service that calls a service that calls on: two layers at least. */
const isLayered = ({ calls }: System): boolean =>
  calls.some(call => isHop(call) && call.callee.outgoing.some(isHop))

const isHop = ({ connection, callee }: Call): boolean => isCall(connection) && isService(callee)
