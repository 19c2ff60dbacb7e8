// Components that no arrow touches.

import { type Kind, namesConfiguration } from '../../knowledge'
import { framesAround, hasKind, holdsData, isSurely, kindOf } from '../../model/ends'
import type { Component, System } from '../../model/system'
import { type Layer, unreachedLayers } from '../../model/unreached-layers'
import { isTimeline, notationOf } from '../../syntax/notation'
import type { Diagram } from '../../syntax/tree'
import type { Span } from '../../text/span'
import { enumerated, enumeratedFirst } from '../fixes/enumeration'
import { silentIn } from '../queries/participants/silent'
import { sameName } from '../queries/same-name'
import { defineRule, type Report } from '../rule'

export const disconnectedComponent = defineRule({
  id: 'disconnected-component',
  category: 'arrows',
  speaksOf: 'omission',
  topic: 'direction',
  summary: 'No arrow touches a component.',
  presets: { recommended: 'hint' },
  raised: 'info',
  byGroups: true,
  byAllLines: true,
  options: {},

  *check(system) {
    const bare = bareIn(system)
    const layers = unreachedLayers(system, bare)
    const asking = bare.filter(part => !isPassed(part))
    if (isTimeline(system.diagram)) yield* judgeSilent(silentParticipants(system, bare), system)
    else if (hasSome(layers)) yield judgeLayers(layers)
    else if (hasSome(bare) && areForgotten(bare, system)) yield judgeForgotten(bare, bare, system)
    else if (hasSome(asking) && asking.every(holdsData) && areForgotten(asking, system))
      yield judgeForgotten(asking, bare, system)
    else for (const part of bare) if (wouldHaveArrows(part)) yield judge(part)
  },
})

/** What no arrow touches, nor a frame around it. */
function bareIn({ connections, components, boundaries, diagram }: System): readonly Component[] {
  const touched = new Set(connections.flatMap(({ caller, callee }) => [caller.id, callee.id]))
  if (touched.size === 0) return []
  const frames = new Set(boundaries.map(({ id }) => id))
  return components.filter(
    part =>
      !touched.has(part.id) &&
      !part.node.junction &&
      !isSubject(part, diagram) &&
      !frames.has(part.id) &&
      !framesAround(part).some(frame => touched.has(frame.id)),
  )
}

/** `title Order Service - Components`, as C4 has it: all of the picture is inside it. */
const isSubject = ({ name }: Component, diagram: Diagram): boolean =>
  notationOf(diagram).labels.besideTechnology && (diagram.title ?? '').startsWith(name)

const silentParticipants = (system: System, bare: readonly Component[]): readonly Component[] =>
  system.architecture.confidence < sureDesign
    ? []
    : silentIn(
        system,
        bare.filter(({ text }) => !onTheSide.test(text)),
      )

const wouldHaveArrows = (part: Component): boolean =>
  kindOf(part) !== undefined && !hasKind(part, ...besideRequests) && !isRemark(part)

const hasSome = <T>(parts: readonly T[]): parts is readonly [T, ...T[]] => parts.length > 0

/** Packets pass it on their way, which hardly anybody draws. */
const isPassed = (part: Component): boolean => hasKind(part, 'nat', 'firewall')

/** Frames that a style names are components, too. */
function countOf({ components, boundaries }: System): number {
  const frames = new Set(boundaries.map(({ id }) => id))
  return components.filter(({ id }) => !frames.has(id)).length
}

/** Whoever connects all others did not mean to leave it out; of a large picture two or three slip by. */
function areForgotten(bare: readonly Component[], system: System): boolean {
  const { architecture, diagram } = system
  const parts = countOf(system)
  const most = parts < manyParts ? 1 : mostForgotten
  // Where each element and each relation is declared with its technology, fewer have to be looked through.
  const [fewest, sure] = notationOf(diagram).labels.besideTechnology
    ? [fewestElements, likelyDesign]
    : [fewestParts, sureDesign]
  return (
    bare.length <= most &&
    parts >= fewest &&
    architecture.confidence >= sure &&
    bare.every(part => isForgotten(part, system)) &&
    (bare.length === 1 || !bare.some(isPlaced))
  )
}

/** Drawn for where it runs, not for who asks it. */
const isPlaced = (part: Component): boolean => framesAround(part).some(frame => machines.test(frame.text))

const machines = /\b(?:nodes?|clusters?|namespaces?|pods?|hosts?|vms?|machines?|servers?)\b/i

const isForgotten = (part: Component, system: System): boolean =>
  (wouldHaveArrows(part) || isUsedAsDrawn(part, system)) &&
  (isSurely(part, ...asked, ...besideRequests) || isLikeOthers(part, system)) &&
  !part.technology?.embedded &&
  !isWatchedAside(part) &&
  !hosting.test(part.headline) &&
  part.headline.split(/\s+/).length <= longestName &&
  !onTheSide.test(part.text)

/** Where all of it runs: no arrow was meant to reach it. */
const hosting =
  /^(?:(?:aws|amazon|azure|google|gcp|oracle) )?(?:ec2|ecs|eks|aks|gke|fargate|vms?|vps|virtual machines?|compute engine|app engine|droplets?|kubernetes|k8s|docker(?: (?:engine|compose|swarm))?)(?: (?:instances?|clusters?|servers?|hosts?|services?|nodes?))?$/i

/** What a frame of its own names after its purpose watches all others. */
const isWatchedAside = (part: Component): boolean =>
  framesAround(part).some(frame => watching.test(frame.text))

const watching = /\b(?:monitoring|observability|telemetry|logging)\b|监控|監視|모니터링|мониторинг/i

/** A tool beside the requests, in a large picture that draws who uses others of them. */
const isUsedAsDrawn = (part: Component, system: System): boolean =>
  system.components.length >= manyParts &&
  hasKind(part, ...besideRequests) &&
  !isRemark(part) &&
  system.components.some(other => hasKind(other, ...besideRequests) && isJoined(other, system))

/** Of an uncertain kind, but two others beside it are of that kind, or in its frames named alike, and have arrows. */
function isLikeOthers(part: Component, system: System): boolean {
  const alike = system.components.filter(
    other => (isOfItsKind(other, part) || isNamedAlike(other, part)) && isJoined(other, system),
  )
  return hasKind(part, ...asked) && system.components.length >= manyParts && alike.length >= 2
}

const isOfItsKind = (one: Component, other: Component): boolean =>
  one.boundary !== undefined && one.boundary === other.boundary && kindOf(one) === kindOf(other)

function isNamedAlike(one: Component, other: Component): boolean {
  const frames = framesAround(other)
  return (
    lastWord(one.headline) === lastWord(other.headline) &&
    framesAround(one).some(frame => frames.includes(frame))
  )
}

const lastWord = (headline: string): string | undefined =>
  headline
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .at(-1)

const isJoined = (part: Component, { connections }: System): boolean =>
  connections.some(({ caller, callee }) => caller === part || callee === part)

const fewestParts = 8
const fewestElements = 6
const likelyDesign = 0.5
/** As many that nobody sees at a glance whether all are joined. */
const manyParts = 12
const mostForgotten = 3
const sureDesign = 0.9
/** In words: longer ones are remarks. */
const longestName = 5

/** What exists in order to be asked or to ask. */
const asked: readonly Kind[] = [
  ...(['service', 'worker', 'auth', 'browser', 'mobile', 'external'] as const),
  ...(['gateway', 'proxy', 'balancer', 'cdn'] as const),
  ...(['cache', 'database', 'objectStore', 'search', 'queue', 'stream'] as const),
]

/** Tools of those who run it, and what is not there yet. */
const onTheSide =
  /^\.|\b(?:static (?:assets|files|content)|assets statiques|pg ?admin|adminer|mailhog|mailpit|ci|cd|builds?|terraform|ansible|helm|argo|back-?ups?|planned|future|optional|deprecated|legacy|tbd|local\w*|mock|mocks|tests?|demo)\b/i

/** Most pictures leave something without arrows, so that only those hear of it who ask for the rule. */
const judge = (part: Component): Report => ({
  at: placeOf(part),
  chance: 0,
  message: `Nothing calls ${part.name} and it calls nothing. Either an arrow is missing, so every figure lacks this dependency, or ${part.name} is left over. Draw the call, or remove the component.`,
})

function judgeForgotten(
  forgotten: readonly [Component, ...Component[]],
  bare: readonly Component[],
  system: System,
): Report {
  const [first, ...others] = forgotten
  const one = others.length === 0
  const all = countOf(system)
  const names = enumerated(forgotten.map(({ name }) => name))
  const which =
    bare.length > forgotten.length
      ? `${one ? 'has' : 'have'} no arrow, although ${all - bare.length} of ${all} components have one`
      : `${one ? 'is the only one' : 'are the only ones'} of ${all} components without an arrow of ${one ? 'its' : 'their'} own or of ${one ? 'its' : 'their'} group`
  const who = `${names} ${which}: nothing calls ${one ? 'it and it calls' : 'them and they call'} nothing`
  return {
    at: placeOf(first),
    raised: true,
    goesIntoIt: true,
    refutedBy: other => forgotten.some(part => isTouchedIn(other, part)),
    message: `${who}. Draw ${one ? 'its arrows, or remove it' : 'their arrows, or remove them'}.`,
    related: others.map(part => ({ at: placeOf(part), message: `${part.name} has no arrow either` })),
  }
}

function judgeLayers(layers: readonly [Layer, ...Layer[]]): Report {
  const [first, ...others] = layers
  const names = layers.map(
    ({ frame, members }) => `${frame.name} (${enumeratedFirst(members.map(({ name }) => name))})`,
  )
  const bare = layers.flatMap(({ members }) => members)
  return {
    at: first.frame.group.labelSpan ?? first.frame.span,
    raised: true,
    goesIntoIt: true,
    refutedBy: other => bare.every(part => isTouchedIn(other, part)),
    message: `Nothing reaches ${enumerated(names)}: no arrow shows who keeps what there, and which services fail when one of them is down. Draw who uses ${bare.length === 2 ? 'each of the two' : 'each of them'}.`,
    related: others.map(({ frame }) => ({ at: frame.span, message: `nothing reaches ${frame.name} either` })),
  }
}

const placeOf = (part: Component): Span => part.node.mentions[0]?.id ?? part.span

function* judgeSilent(silent: readonly Component[], { diagram }: System): Iterable<Report> {
  const [first, ...others] = silent
  if (!first) return
  const one = others.length === 0
  yield {
    at: placeOf(first),
    raised: true,
    habit: 'participants that take no part',
    message: `${enumerated(silent.map(({ name }) => name))} ${one ? 'is' : 'are'} declared but ${one ? 'takes' : 'take'} no part: none of the ${diagram.arrows.length} messages reaches or leaves ${one ? 'it' : 'them'}. Draw the missing message, or remove the ${one ? 'participant' : 'participants'}.`,
    related: others.map(({ name, span }) => ({ at: span, message: `${name} is declared here` })),
  }
}

/** Another picture of the document shows who uses it: `Auth` may be `Supabase Auth` there, though `Payments` is not `Repayments`. */
function isTouchedIn({ connections }: System, part: Component): boolean {
  const name = sameName(part.headline)
  return connections.some(({ from, to }) =>
    [from, to].some(end => endingsOf(end.name).some(each => sameName(each) === name)),
  )
}

/** All of a name, and what is left of it without its first words. */
function endingsOf(name: string): readonly string[] {
  const words = name.split(/\s+/).filter(Boolean)
  return words.map((_, at) => words.slice(at).join(' '))
}

/** What all report to or run under is drawn without arrows on purpose: they would say nothing. */
const besideRequests: readonly Kind[] = ['monitoring', 'registry', 'scheduler', 'mesh']

const isRemark = (part: Component): boolean =>
  /^notes?\d*$/i.test(part.id) ||
  namesConfiguration(part.headline) ||
  framesAround(part).some(frame => legend.test(frame.text))

const legend = /\blegend|\bkey\b|\bnotes?\b|\bsymbols?\b|\bplanned|\bfuture|\bdeprecated/i
