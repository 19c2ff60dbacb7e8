// What boxes are, beyond what their names say: settled where all that is seen of them speaks for another kind.

import { type Inference, type Kind, kinds, namesStandIn, runsCode } from '../../knowledge'
import type { Diagram } from '../../syntax/tree'
import type { Introduction } from '../../text/introduction'
import type { Parts } from '../components'
import { familyOfKind } from '../ends'
import type { Component } from '../system'
import { type Answers, type Classifier, chanceOf, logit } from './classifier'
import { deployabilityOf } from './deployability'
import { neighborhoodOf } from './evidence/around'
import { boxEvidence } from './evidence/box'
import type { Seen } from './evidence/seen'
import { wordsIn } from './evidence/words'
import { reasonsFor, tables } from './learned'

export interface Boxes {
  readonly diagram: Diagram
  readonly introduction: Introduction
  readonly parts: Parts
  /** How likely the picture is a design. */
  readonly chance: number
}

/** Other kinds than those that the boxes were read with, by their ids. */
export type Kinds = ReadonlyMap<string, Inference<Kind>>

export function otherKinds(boxes: Boxes, classify: Classifier): Kinds {
  if (boxes.diagram.arrows.length === 0) return new Map()
  return new Map(
    weighedKinds(boxes, classify).flatMap(({ one, kind }) =>
      kind === undefined || kind === one.kind ? [] : [[one.id, kind] as const],
    ),
  )
}

/** Says whether there is any; what the author states stays. */
export function settleKinds(parts: Parts, kinds: Kinds): boolean {
  for (const one of parts.components) {
    const kind = kinds.get(one.id)
    if (kind && one.kind?.confidence !== 1) parts.settle(one, kind)
  }
  return kinds.size > 0
}

interface Found {
  readonly one: Component
  readonly kind: Inference<Kind> | undefined
}

function weighedKinds(
  { diagram, introduction, parts, chance }: Boxes,
  classify: Classifier,
): readonly Found[] {
  const context = [...introduction.headings, diagram.title ?? ''].flatMap(wordsIn)
  const around = neighborhoodOf({ diagram, glance: logit(chance), context }, parts.components)
  const open = parts.components.filter(one => !one.node.junction && !isSettled(one, chance))
  return open.map(one => {
    const seen = boxEvidence(one, parts.sightingsOf(one), around)
    const answers = classify('box', seen, one.id)
    const kind = kindFrom(one, { seen, answers, chance })
    return { one, kind: kind?.value === 'external' && namesStandIn(one.headline) ? one.kind : kind }
  })
}

/** What the author states or draws is settled, what only names tell, and in a design what delivers software. */
function isSettled({ kind, technology }: Component, chance: number): boolean {
  if (kind?.confidence === 1 || (kind && kind.confidence >= 0.7 && untold.has(kind.value))) return true
  return chance >= 0.5 && technology?.delivers === true
}

/** Kinds that readers tell from others by name alone: nothing else was learned of them. */
export const untold: ReadonlySet<Kind> = new Set<Kind>([
  'mesh',
  'waf',
  'firewall',
  'nat',
  'signaling',
  'stun',
  'turn',
  'sfu',
])

/** A store, a broker, another's service: what runs code or is a concept may be anything that is made with it. */
const isProduct = ({ kind, technology }: Component): boolean =>
  technology !== undefined &&
  !technology.generic &&
  !runsCode(technology.kind) &&
  (kind?.confidence ?? 0) >= 0.9

/** No kind at all, in the answers. */
export const noKind = 'none'

interface Weighing {
  readonly seen: readonly Seen[]
  readonly answers: Answers
  /** How likely the picture is a design. */
  readonly chance: number
}

/** The likeliest kind, or none; where nothing is answered, what the name says. */
function kindFrom(component: Component, { seen, answers, chance }: Weighing): Inference<Kind> | undefined {
  const { kind } = component
  const [likeliest] = answers
  if (!likeliest) return kind
  const isNamed = chance >= 0.5 && kind !== undefined && kind.confidence >= likelyNamed
  if (isNamed && likeliest[0] === noKind && isProduct(component)) return kind
  const none = chanceOf(answers, noKind)
  if (none >= (isNamed ? surelyNone : sureOfNone) || (chance < 0.5 && likeliest[0] === noKind))
    return kind && doubted(kind, Math.min(leastKind - 0.1, 1 - none))
  const found = likeliestKind(answers)
  if (!found || isKnown(kind, found.value)) return kind
  const { value, own } = found
  const alike = kind && familyOfKind(kind.value) === familyOfKind(value) ? own : found.alike
  const isDoubtful = isNamed || (kind === undefined && value === 'person')
  const isPart = deployabilityOf(component) === 'part'
  const least = isPart ? twiceAsLikely : isDoubtful ? sureOfAnother : leastAlike
  if (alike < least && kind && kind.confidence >= leastKind) return kind
  const confidence = alike < least ? Math.min(own, leastKind - 0.1) : Math.max(own, leastKind)
  return { value, confidence, why: reasonsFor(tables.box(), seen, value).join('; ') }
}

/** From this certainty on a kind is more than a guess. */
const leastKind = 0.5

/** In a design a box is a system unless as much speaks against it as for all kinds together. */
const sureOfNone = 0.5

/** What its name likely tells, a box of a design is, unless it surely is another or none. */
const likelyNamed = 0.75
const sureOfAnother = 0.75

/** What its wording calls a part of a program is a system only where two to one speak for it. */
const twiceAsLikely = 0.65

/** Of what its name tells, none is left where so much speaks against a system. */
const surelyNone = 0.65

/** Kinds that are treated alike add up: `worker` or `service` is no doubt about a system, but between both there is. */
const leastAlike = 0.4

interface Likeliest {
  readonly value: Kind
  readonly own: number
  /** How likely it is one of those that are treated alike. */
  alike: number
}

/** Of those that are treated alike and likeliest together, the likeliest. */
function likeliestKind(answers: Answers): Likeliest | undefined {
  const families = new Map<Kind, Likeliest>()
  let likeliest: Likeliest | undefined
  for (const [answer, own] of answers) {
    if (own < leastOwn) break
    const value = kindNamed.get(answer)
    if (!value) continue
    const family = familyOfKind(value)
    const found = families.get(family) ?? { value, own, alike: 0 }
    found.alike += own
    families.set(family, found)
    if (!likeliest || found.alike > likeliest.alike) likeliest = found
  }
  return likeliest
}

/** What is hardly possible, and all that is even less likely, adds nothing. */
const leastOwn = 0.01

const kindNamed: ReadonlyMap<string, Kind> = new Map(kinds.map(kind => [kind, kind]))

/** Weights tell no browser from other clients. */
const isKnown = (kind: Inference<Kind> | undefined, found: Kind): boolean =>
  kind !== undefined &&
  kind.confidence >= 0.5 &&
  (kind.value === found || (found === 'client' && (kind.value === 'browser' || kind.value === 'mobile')))

const doubted = (kind: Inference<Kind>, confidence: number): Inference<Kind> =>
  kind.confidence <= confidence
    ? kind
    : { ...kind, confidence, why: `${kind.why}, but more speaks against a system` }
