// Figures from several sources laid over each other: the strongest wins, and disagreement among peers is reported.

import type { AnnotationProblem, Figures, Origin } from '../system'
import { writtenValue } from '../vocabulary'
import type { Claim, FigureReading } from './metadata/figures'

/** One source's figures for one node, arrow or group. */
export interface FigureLayer<A> extends Pick<FigureReading<A>, 'figures' | 'claims'> {
  readonly strength: number
}

/** How strong a source is. Metadata that names fewer things is more specific and adds up to 0.9. */
export const strengths: Readonly<Record<Origin, number>> = {
  metadata: 10,
  label: 9,
  note: 8,
  group: 7,
  diagram: 6,
  document: 5,
  workspace: 4,
  shared: 3,
  inferred: 2,
  catalogue: 1,
  assumed: 0,
}

export interface Merged<A> {
  readonly figures: Figures<A>
  readonly problems: readonly AnnotationProblem[]
}

/** Merges layers given in order of the text. Among equals the later wins. */
export function merge<A>(layers: readonly FigureLayer<A>[], empty: Figures<A>): Merged<A> {
  const ordered = layers.toSorted((a, b) => a.strength - b.strength)
  const winners = new Map<string, { claim: Claim; strength: number }>()
  const problems: AnnotationProblem[] = []
  let figures = empty
  for (const { figures: stronger, claims, strength } of ordered) {
    figures = { ...figures, ...stronger }
    for (const claim of claims) {
      const quantity = quantityOf(claim)
      const beaten = winners.get(quantity.name)
      winners.set(quantity.name, { claim, strength })
      if (!beaten || String(quantityOf(beaten.claim).value) === String(quantity.value)) continue
      if (areComparable(beaten.strength, strength)) problems.push(conflict(beaten.claim, claim))
      else if (isDisagreement(beaten.strength, strength)) problems.push(disagreement(beaten.claim, claim))
    }
  }
  return { figures, problems }
}

/** Both spoken by the author about this very thing: two of one specificity, or what is written in the picture against metadata. */
function areComparable(weaker: number, stronger: number): boolean {
  if (weaker === stronger) return weaker >= strengths.note
  return weaker >= strengths.note && weaker < strengths.metadata
}

/** Spoken by the author about this very thing, here and in another diagram. */
const isDisagreement = (weaker: number, stronger: number): boolean =>
  weaker === strengths.shared && stronger >= strengths.note

/** `retries: 2` and `attempts: 3` say the same. */
function quantityOf({ key, value }: Claim): { name: string; value: unknown } {
  if (key === 'retries' && typeof value === 'number') return { name: 'attempts', value: value + 1 }
  return { name: key, value }
}

function conflict(loser: Claim, winner: Claim): AnnotationProblem {
  return {
    kind: 'conflicting-figures',
    span: loser.span,
    message: `Two figures disagree: ${says(loser)}, but ${says(winner)}. The latter counts.`,
    fixes: removalOf(loser),
  }
}

function disagreement(elsewhere: Claim, here: Claim): AnnotationProblem {
  return {
    kind: 'conflicting-figures',
    span: here.span,
    message: `Two diagrams disagree: ${says(here)}, but ${says(elsewhere)}. Each is computed with its own figure, and a reader can't tell which is right. Write the same in both, or state it in one of them.`,
    fixes: removalOf(here),
  }
}

const says = ({ key, value, source }: Claim): string => `${key} ${writtenValue(key, value)} is ${source}`

function removalOf(claim: Claim): AnnotationProblem['fixes'] {
  const removal = claim.removal()
  return removal
    ? [{ title: `Remove ${claim.key} ${writtenValue(claim.key, claim.value)}`, edits: [removal] }]
    : []
}
