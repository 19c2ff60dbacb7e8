// What in a flowchart speaks for calls between systems, and what against, counted.

import { type ArrowMeaning, arrowMeaning, type Kind } from '../../knowledge'
import { type End, isBroker } from '../ends'
import { namesCall, statesFigures } from '../protocol'
import type { Component, Connection } from '../system'
import { impliedSystems } from './implied'
import { isIdentifier, isNamedService } from './naming'
import { isPhase, type Nature, natureOf } from './nature'

export interface Evidence {
  readonly boxes: number
  readonly arrows: number
  /** Boxes by nature, as shares of all. */
  readonly share: Readonly<Record<Nature, number>>
  /** Share of the boxes that are systems, by name or by what stands beside them. */
  readonly systems: number
  /** Arrows whose labels name a protocol or state figures of a call. */
  readonly named: number
  /** Arrows that state figures of a call: a timeout, retries. */
  readonly figured: number
  /** Arrows with the words of a call: `calls`, `reads from`, `publishes`. */
  readonly worded: number
  /** Arrows into and out of brokers. */
  readonly messages: number
  readonly structure: number
  readonly decisions: number
  /** Arrows that name cables, radio or power, or end at network equipment. */
  readonly cables: number
  /** Boxes of the server side that only systems have: gateways, balancers, caches, stores, brokers. */
  readonly infrastructure: number
  /** Different kinds among them, clients and services included. */
  readonly kinds: number
  /** Boxes in front of everything: people, browsers, apps. */
  readonly front: number
  /** Those whose names say so surely: `web`, `app` and `cli` may be packages. */
  readonly surelyFront: number
  /** Boxes named as services in words, not in one CamelCase identifier. */
  readonly services: number
  /** Boxes named by one CamelCase identifier, as classes are. */
  readonly identifiers: number
  /** Nothing but ids in small letters: no product, no label, no shape. */
  readonly bare: boolean
  /** Arrows labelled with the name of a function: `send_message`, `lookup()`. */
  readonly functions: number
  /** Boxes with arrows that are stages of a delivery pipeline, as a share of all with arrows. */
  readonly stages: number
  /** Arrows between groups that are phases of a plan. */
  readonly phases: number
  /** Boxes named for what happens: `Task creation`, `File upload`. */
  readonly activities: number
  /** Arrows that say anything. */
  readonly labelled: number
}

export function evidenceOf(components: readonly Component[], connections: readonly Connection[]): Evidence {
  const natures = new Map(tellingBoxes(components, connections).map(one => [one.id, natureOf(one)]))
  const boxes = Math.max(1, natures.size)
  const named = new Set(connections.filter(namesCall))
  const implied = impliedSystems(components, connections)
  const server = components.filter(one => isKnownAs(one, serverKinds, 0.55) || isMonitoringProduct(one))
  const services = components.filter(isNamedService)
  const clients = components.filter(one => isKnownAs(one, clientKinds, 0.5))
  const front = components.filter(one => isKnownAs(one, frontKinds, 0.5))
  const kinds = new Set(server.concat(clients).map(({ kind }) => kind?.value))
  const meanings = new Map(connections.map(({ arrow, index }) => [index, arrowMeaning(arrow.text)?.value]))
  // What a broker hands messages to is running.
  const fed = new Set<End>(connections.filter(({ caller }) => isBroker(caller)).map(({ callee }) => callee))
  const count = (test: (connection: Connection) => boolean) => connections.filter(test).length
  const decisions = count(one => one.role.value === 'structure' && meanings.get(one.index) === 'decision')
  return {
    boxes,
    arrows: Math.max(1, connections.length),
    share: sharesOf([...natures.values()]),
    systems: ([...natures.values()].filter(nature => nature === 'system').length + implied.size) / boxes,
    named: named.size,
    figured: count(statesFigures),
    worded: count(one => callWords.has(meanings.get(one.index) ?? 'reply')),
    messages: count(({ role }) => role.value === 'enqueue' || role.value === 'delivery'),
    structure: count(({ role }) => role.value === 'structure') - decisions,
    decisions,
    cables: count(
      ({ arrow, from, to }) =>
        cableWords.test(arrow.text) || [from, to].some(end => natures.get(end.id) === 'equipment'),
    ),
    infrastructure: server.length,
    kinds: kinds.size + (services.length > 0 ? 1 : 0),
    front: front.length,
    surelyFront: front.filter(one => isKnownAs(one, frontKinds, 0.7) && one.text !== 'cli').length,
    services: services.length,
    identifiers: components.filter(isIdentifier).length,
    bare: components.every(isBare) && connections.every(({ arrow }) => arrow.text === ''),
    functions: count(({ arrow }) => functionName.test(arrow.text)),
    stages: shareOfStages(components, connections),
    phases: count(({ from, to }) => [from, to].some(isPhase)),
    activities: atLeast(3, components.filter(one => isActivity(one) && !fed.has(one)).length),
    labelled: count(({ arrow }) => arrow.text !== ''),
  }
}

const callWords: ReadonlySet<ArrowMeaning> = new Set<ArrowMeaning>([
  'call',
  'async',
  'subscription',
  'webhook',
  'replication',
])

const cableWords =
  /\b(?:cat ?\d\w?|poe|v-?lans?|trunk|lacp|sfp\+?|fib(?:er|re)|coax|mpls|e?bgp|ipsec|power|wi-?fi|host-only|\d+g)\b|\d ghz\b/i

const stageWords =
  /\b(?:git(?:ops|lab|hub)?|commit|merge|pull request|ci|cd|builds?|lint(?:ing)?|tests?|scan|deploy(?:ment)? (?:job|to)|artifacts?|staging|production|terraform|ansible|playbook|jenkins|checkout|rollout|rollback|argo ?cd|codebuild|codepipeline|(?:container|image|artifact) registry|sonarqube|helm upgrade)\b/i

/** The pipelines that build and release; others carry data. */
const deliveryGroup =
  /\b(?:jenkins|ci|cd|build|deploy(?:ment)?|release|github actions|gitlab) pipeline|\bci\/?cd\b/i

/**
 * The boxes that say what the picture is: not the unseen ones that Mermaid makes of a subgraph's id where an
 * arrow or a style names it, nor a list of features beside the drawing.
 */
function tellingBoxes(
  components: readonly Component[],
  connections: readonly Connection[],
): readonly Component[] {
  const drawn = new Set<End>(connections.flatMap(({ from, to }) => [from, to]))
  const groups = new Set<string>()
  for (const { boundary } of components)
    for (let place = boundary; place; place = place.parent) groups.add(place.id)
  return components.filter(one => {
    const nature = natureOf(one)
    if (nature === 'unknown') return !groups.has(one.id)
    return nature !== 'topic' || drawn.has(one)
  })
}

/** None where fewer than three boxes are stages. */
function shareOfStages(components: readonly Component[], connections: readonly Connection[]): number {
  const drawn = new Set(connections.flatMap(({ from, to }) => [from, to]))
  const inUse = components.filter(component => drawn.has(component))
  const stages = inUse.filter(
    ({ headline, boundary }) => stageWords.test(headline) || deliveryGroup.test(boundary?.text ?? ''),
  )
  return stages.length < 3 ? 0 : stages.length / inUse.length
}

/** A system may be called by its task too, so activities speak against a design only in numbers. */
function isActivity({ headline, kind, technology }: Component): boolean {
  return !technology && (kind?.confidence ?? 0) < 0.5 && activityWords.test(headline)
}

const atLeast = (least: number, count: number): number => (count < least ? 0 : count)

const activityWords = /\s\S+(?:tion|sion|ing|ings)$|\s(?:update|upload|download|check|sync|lookup|parse)s?$/i

const functionName = /^[a-z]+(?:_[a-z]+)+(?:\(\))?$|^[\w.]*\w\([^)]*\)$/

/** What the client side shows of itself. */
const clientKinds: ReadonlySet<Kind> = new Set<Kind>(['browser', 'mobile', 'client'])

const frontKinds: ReadonlySet<Kind> = new Set<Kind>(['person', ...clientKinds])

const serverKinds: ReadonlySet<Kind> = new Set<Kind>([
  'gateway',
  'balancer',
  'cdn',
  'waf',
  'dns',
  'cache',
  'database',
  'queue',
  'stream',
  'objectStore',
  'search',
  'proxy',
  'function',
  'warehouse',
  'stun',
  'turn',
  'sfu',
  'registry',
  'mesh',
])

const isKnownAs = ({ kind }: Component, kinds: ReadonlySet<Kind>, sure: number): boolean =>
  kind !== undefined && kind.confidence >= sure && kinds.has(kind.value)

const isBare = ({ id, text, technology, node }: Component): boolean =>
  text === id && technology === undefined && node.shape === '' && /^[a-z]+$/.test(id)

/** `Kibana` runs somewhere; `Monitoring` may be a phase. */
const isMonitoringProduct = ({ kind, technology }: Component): boolean =>
  technology !== undefined && kind?.value === 'monitoring' && kind.confidence >= 0.75

function sharesOf(natures: readonly Nature[]): Record<Nature, number> {
  const share = { system: 0, step: 0, decision: 0, code: 0, topic: 0, equipment: 0, unknown: 0 }
  for (const nature of natures) share[nature] += 1 / natures.length
  return share
}
