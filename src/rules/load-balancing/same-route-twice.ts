// A gateway that sends one path to two services.

import { framesAround, hasKind, isComponent, isProbable } from '../../model/ends'
import { groupedBy } from '../../model/grouped-by'
import { isCall } from '../../model/requests'
import type { Component, Connection } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { bothNamed } from '../queries/same-name'
import { asWords } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

export const sameRouteTwice = defineRule({
  id: 'same-route-twice',
  category: 'load-balancing',
  speaksOf: 'contradiction',
  summary: 'A gateway sends the same path to two different services.',
  presets: { recommended: 'warning' },
  options: {},

  *check({ diagram, components, connections }) {
    if (isTimeline(diagram)) return
    const leaving = groupedBy(connections, ({ caller }) => caller)
    for (const part of components.filter(routes))
      for (const rules of groupedBy(routesAmong(leaving.get(part) ?? []), ({ rule }) => rule).values()) {
        const clash = clashAmong(rules)
        if (clash) yield judge(part, clash)
      }
  },
})

/** It looks at the path to choose who gets a request. */
const routes = (part: Component): boolean => isProbable(part) && hasKind(part, 'gateway', 'proxy', 'balancer')

interface Route {
  /** The method, if one is named, and the path. */
  readonly rule: string
  readonly connection: Connection
  readonly target: Component
}

function routesAmong(leaving: readonly Connection[]): readonly Route[] {
  return leaving.flatMap(connection => {
    const { arrow, callee } = connection
    if (!isComponent(callee) || !isCall(connection) || isVariant(callee)) return []
    const rules = arrow.text.split(/[,;]/).map(rule => rule.trim())
    if (!rules.every(rule => onlyPath.test(rule))) return []
    return rules.map(rule => ({ rule: rule.replace(/(?<=.)\/$/, ''), connection, target: callee }))
  })
}

/** Nothing but a path: any other word may be a second condition. */
const onlyPath = /^(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|ANY)\s+)?\/[\w\-./*:{}]*$/

/** Told apart by something else than the path: a share of the requests, a version, a place, or a turn to come. */
const variant =
  /\b(?:v\d+|canary|stable|blue|green|beta|preview|shadow|mirror\w*|weight\w*|experiments?|old|new|legacy|primary|secondary|fall-?back|fail-?over|stand-?by|back-?up|replicas?|regions?|zones?|az|east|west|north|south|eu|us|tenants?|auth\w*|cache)\b|\d\s?%/i

const isVariant = (target: Component): boolean =>
  [target, ...framesAround(target)].some(({ id, text }) => variant.test(asWords(`${id} ${text}`)))

/** The first two that are not copies of one. */
function clashAmong([first, ...others]: readonly Route[]): readonly [Route, Route] | undefined {
  const other = others.find(({ target }) => first && !areCopies(first.target, target))
  return first && other ? [first, other] : undefined
}

/** `Order service 1` and `Order service 2`, or both `Order service`; two ports of one program may be two things, by their ids. */
function areCopies(one: Component, other: Component): boolean {
  if (one === other) return true
  if (stemOf(one.name) !== stemOf(other.name)) return false
  return one.name === other.name || !port.test(one.name) || stemOf(one.id) === stemOf(other.id)
}

const port = /:\d{2,5}\b/

/** Without the number or letter of a copy. */
const stemOf = (name: string): string =>
  asWords(name)
    .replace(port, '')
    .trim()
    .toLowerCase()
    .replace(/[\s\-#(]{0,4}(?:\b[a-z]|\d{1,4})\)?$/, '')

function judge(part: Component, [first, other]: readonly [Route, Route]): Report {
  return {
    at: labelSpanOf(other.connection),
    message: `${part.name} sends ${first.rule} to both ${bothNamed(first.target, other.target)}, but one request can go only one way. Which of them gets it depends on the order of the rules. Give each a path or a host of its own and write it.`,
    related: [
      { at: labelSpanOf(first.connection), message: `${first.rule} goes to ${first.target.name} here` },
    ],
  }
}
