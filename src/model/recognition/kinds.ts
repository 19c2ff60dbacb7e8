// What boxes are, beyond what their names say: settled where all that is seen of them speaks for another kind.

import { type Inference, type Kind, kinds } from '../../knowledge'
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

/** Says whether any kind was changed. */
export function settleKinds({ diagram, introduction, parts, chance }: Boxes, classify: Classifier): boolean {
  const context = [...introduction.headings, diagram.title ?? ''].flatMap(wordsIn)
  const around = neighborhoodOf({ diagram, glance: logit(chance), context }, parts.components)
  const open = parts.components.filter(one => !one.node.junction && !isSettled(one, chance))
  const found = open.map(one => {
    const seen = boxEvidence(one, parts.sightingsOf(one), around)
    return { one, kind: kindFrom(one, seen, classify('box', seen, one.id)) }
  })
  const changed = found.filter(({ one, kind }) => kind !== undefined && kind !== one.kind)
  for (const { one, kind } of changed) if (kind) parts.settle(one, kind)
  return changed.length > 0
}

/**
 * What the author states or draws is settled; in a design, so is what a box of a product is. In what is surely none,
 * a box without a kind stays without.
 */
function isSettled({ kind, technology }: Component, chance: number): boolean {
  const sure = kind?.confidence ?? 0
  if (sure === 1) return true
  return chance >= 0.5 ? sure >= 0.9 && technology !== undefined : chance < 0.1 && sure < 0.5
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
  if (answer === noKind) return kind && chance >= leastChance(kind) ? doubted(kind, 1 - chance) : kind
  const found = kinds.find(one => one === answer)
  if (found === undefined || chance < leastChance(kind) || isKnown(kind, found)) return kind
  return { value: found, confidence: chance, why: reasonsFor(tables.box(), seen, answer).join('; ') }
}

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
