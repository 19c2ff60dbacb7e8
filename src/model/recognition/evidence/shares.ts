// What only some boxes and arrows of a picture are, as shares of all: systems, stages, activities, cables.

import { type ArrowMeaning, arrowMeaning, type Kind } from '../../../knowledge'
import { type End, isBroker } from '../../ends'
import { namesCall, statesFigures } from '../../protocol'
import type { Component, Connection } from '../../system'
import { impliedSystems } from '../implied'
import { isNamedService } from '../naming'
import { categoryOf, isPhase } from '../node-category'

type Share = readonly [name: string, share: number]

export function evidenceShares(
  components: readonly Component[],
  connections: readonly Connection[],
): readonly Share[] {
  return [...boxShares(components, connections), ...arrowShares(connections)]
}

function boxShares(components: readonly Component[], connections: readonly Connection[]): readonly Share[] {
  const telling = tellingBoxes(components, connections)
  const implied = impliedSystems(components, connections)
  // What a broker hands messages to is running.
  const fed = new Set<End>(connections.filter(({ caller }) => isBroker(caller)).map(({ callee }) => callee))
  const systems = telling.filter(one => categoryOf(one) === 'system').length + implied.size
  const share = (name: string, test: (one: Component) => boolean): Share => [
    `boxes ${name}`,
    components.filter(test).length / Math.max(1, telling.length),
  ]
  return [
    ['boxes are systems', systems / Math.max(1, telling.length)],
    ['boxes are stages', shareOfStages(components, connections)],
    share('are named services', isNamedService),
    share('stand in front', one => isKnownAs(one, frontKinds, 0.5)),
    share('surely stand in front', one => isKnownAs(one, frontKinds, 0.7) && one.text !== 'cli'),
    share('are activities', one => isActivity(one) && !fed.has(one)),
  ]
}

function arrowShares(connections: readonly Connection[]): readonly Share[] {
  const share = (name: string, test: (one: Connection) => boolean): Share => [
    `arrows ${name}`,
    connections.filter(test).length / Math.max(1, connections.length),
  ]
  return [
    share('name a call', namesCall),
    share('state figures', statesFigures),
    share('are worded as calls', ({ arrow }) => callWords.has(arrowMeaning(arrow.text)?.value ?? 'reply')),
    share('are packets of a handshake', ({ arrow }) => packetWords.test(arrow.text)),
    share('are cables', one => cableWords.test(one.arrow.text) || [one.from, one.to].some(isEquipment)),
    share('lead between phases', ({ from, to }) => [from, to].some(isPhase)),
  ]
}

const isEquipment = (end: End): boolean => 'node' in end && categoryOf(end) === 'equipment'

const callWords: ReadonlySet<ArrowMeaning> = new Set<ArrowMeaning>([
  'call',
  'async',
  'subscription',
  'webhook',
  'replication',
])

const packetWords = /\b(?:SYN|ACK|FIN|RST|ClientHello|ServerHello|PING|PONG|Finished)\b/

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
    const category = categoryOf(one)
    if (category === 'unknown') return !groups.has(one.id)
    return category !== 'topic' || drawn.has(one)
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

const activityWords = /\s\S+(?:tion|sion|ing|ings)$|\s(?:update|upload|download|check|sync|lookup|parse)s?$/i

/** What the client side shows of itself. */
const clientKinds: ReadonlySet<Kind> = new Set<Kind>(['browser', 'mobile', 'client'])

const frontKinds: ReadonlySet<Kind> = new Set<Kind>(['person', ...clientKinds])

const isKnownAs = ({ kind }: Component, kinds: ReadonlySet<Kind>, sure: number): boolean =>
  kind !== undefined && kind.confidence >= sure && kinds.has(kind.value)
