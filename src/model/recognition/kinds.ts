// What boxes are, beyond what their names say: settled where all that is seen of them speaks for another kind.

import { type Inference, type Kind, kinds, namesStandIn, runsCode } from '../../knowledge'
import type { Diagram } from '../../syntax/tree'
import type { Introduction } from '../../text/introduction'
import type { Parts } from '../components'
import type { Component } from '../system'
import { type Answers, type Classifier, logit } from './classifier'
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

/** Below this chance a picture shows no systems, whatever its boxes are called: nothing is weighed. */
const surelyNone = 0.1

/** So sure is a name only where it is a product or a whole word for one kind. */
const sureAnywhere = 0.92

/** Says whether any kind was changed. */
export function settleKinds(boxes: Boxes, classify: Classifier): boolean {
  const { diagram, parts, chance } = boxes
  if (diagram.arrows.length === 0) return false
  const found = chance < surelyNone ? doubtedKinds(parts.components) : weighedKinds(boxes, classify)
  const changed = found.filter(({ one, kind }) => kind !== undefined && kind !== one.kind)
  for (const { one, kind } of changed) if (kind) parts.settle(one, kind)
  return changed.length > 0
}

interface Found {
  readonly one: Component
  readonly kind: Inference<Kind> | undefined
}

const doubtedKinds = (components: readonly Component[]): readonly Found[] =>
  components.map(one => {
    const { kind } = one
    return { one, kind: kind && kind.confidence < sureAnywhere ? doubted(kind, 0.4) : kind }
  })

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
    const isUsed = chance >= 0.5 && isProduct(one)
    const kind = isUsed ? useOf(one, seen, answers) : kindFrom(one, seen, answers)
    return { one, kind: kind?.value === 'external' && namesStandIn(one.headline) ? one.kind : kind }
  })
}

/** What the author states or draws is settled; in a design, so is what a product is that has one use. */
function isSettled(component: Component, chance: number): boolean {
  const { kind } = component
  if (kind?.confidence === 1 || (kind && kind.confidence >= 0.7 && untold.has(kind.value))) return true
  return chance >= 0.5 && isProduct(component) && !component.technology?.mayBe
}

/** Kinds that readers tell from others by name alone: nothing else was learned of them. */
export const untold: ReadonlySet<Kind> = new Set<Kind>([
  'mesh',
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

/** What is stated or drawn as one stays; what its name says stays unless something else is likelier than not. */
function kindFrom(
  { kind }: Component,
  seen: readonly Seen[],
  [likeliest]: Answers,
): Inference<Kind> | undefined {
  if (!likeliest) return kind
  const [answer, chance] = likeliest
  if (answer === noKind) return kind && chance >= sureOfNone(kind) ? doubted(kind, 1 - chance) : kind
  const found = kinds.find(one => one === answer)
  if (found === undefined || chance < leastChance(kind) || isKnown(kind, found)) return kind
  const confidence = kind?.value === found ? Math.max(chance, leastConfirmed) : chance
  return { value: found, confidence, why: reasonsFor(tables.box(), seen, answer).join('; ') }
}

/** What a weak name and all the rest speak for is more than a guess. */
const leastConfirmed = 0.5

/** What a product is used as, of all that it may be: Redis as a queue. */
function useOf(
  { kind, technology }: Component,
  seen: readonly Seen[],
  answers: Answers,
): Inference<Kind> | undefined {
  const uses = technology?.mayBe ?? []
  const possible = answers.filter(([answer]) => answer === kind?.value || uses.some(use => use === answer))
  const [[answer, chance] = ['', 0]] = possible
  const all = possible.reduce((sum, [, one]) => sum + one, 0)
  const found = uses.find(use => use === answer)
  if (!kind || !found || found === kind.value || chance < sureOfUse * all) return kind
  return { value: found, confidence: chance / all, why: reasonsFor(tables.box(), seen, answer).join('; ') }
}

const sureOfUse = 0.6

/** A name is doubted only where so much speaks against any kind. */
const sureOfNone = ({ confidence }: Inference<Kind>): number => (confidence >= 0.75 ? 0.7 : 0.6)

/** The surer a name is, the more has to speak against it. */
const leastChance = (kind: Inference<Kind> | undefined): number =>
  kind === undefined || kind.confidence < 0.5 ? 0.35 : kind.confidence < 0.7 ? 0.4 : 0.5

/** Weights tell no browser from other clients. */
const isKnown = (kind: Inference<Kind> | undefined, found: Kind): boolean =>
  kind !== undefined &&
  kind.confidence >= 0.5 &&
  (kind.value === found || (found === 'client' && (kind.value === 'browser' || kind.value === 'mobile')))

const doubted = (kind: Inference<Kind>, confidence: number): Inference<Kind> =>
  kind.confidence <= confidence
    ? kind
    : { ...kind, confidence, why: `${kind.why}, but more speaks against a system` }
