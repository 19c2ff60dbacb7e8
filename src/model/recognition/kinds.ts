// What boxes are, beyond what their names say: settled where all that is seen of them speaks for another kind.

import { type Inference, type Kind, kinds, namesStandIn } from '../../knowledge'
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
    const kind = kindFrom(one, seen, classify('box', seen, one.id))
    return { one, kind: kind?.value === 'external' && namesStandIn(one.headline) ? one.kind : kind }
  })
}

/** What the author states or draws is settled; in a design, so is what a box of a product is. */
function isSettled({ kind, technology }: Component, chance: number): boolean {
  const sure = kind?.confidence ?? 0
  return sure === 1 || (chance >= 0.5 && sure >= 0.9 && technology !== undefined && !technology.language)
}

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
  if (answer === noKind) return kind && chance >= sureOfNone ? doubted(kind, 1 - chance) : kind
  const found = kinds.find(one => one === answer)
  if (found === undefined || chance < leastChance(kind) || isKnown(kind, found)) return kind
  return { value: found, confidence: chance, why: reasonsFor(tables.box(), seen, answer).join('; ') }
}

/** A name is doubted only where so much speaks against any kind. */
const sureOfNone = 0.7

/** The surer a name is, the more has to speak against it. */
const leastChance = (kind: Inference<Kind> | undefined): number =>
  kind === undefined || kind.confidence < 0.5 ? 0.35 : kind.confidence < 0.7 ? 0.5 : 0.6

/** Weights tell no browser from other clients. */
const isKnown = (kind: Inference<Kind> | undefined, found: Kind): boolean =>
  kind !== undefined &&
  kind.confidence >= 0.5 &&
  (kind.value === found || (found === 'client' && (kind.value === 'browser' || kind.value === 'mobile')))

const doubted = (kind: Inference<Kind>, confidence: number): Inference<Kind> =>
  kind.confidence <= confidence
    ? kind
    : { ...kind, confidence, why: `${kind.why}, but more speaks against a system` }
