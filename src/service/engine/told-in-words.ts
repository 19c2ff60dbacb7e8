// Hazards that the sentences around a document's designs tell.

import { remembered } from '../../knowledge'
import { rememberedFor } from '../../model/remembered-for'
import { rules } from '../../rules'
import { weighs } from '../../rules/claims'
import { type Preset, presets, type Report, type Rule } from '../../rules/rule'
import { type Telling, tells } from '../../rules/telling'
import type { Span } from '../../text/span'
import { sentencesOf } from '../../text/words/sentences'
import { presetOf } from './report'
import type { AnalyzedDiagram, Snapshot } from './snapshot'
import { suppressionOf } from './suppressions'

/** What a rule says of a sentence; offsets in the source. */
export interface ToldHazard {
  readonly rule: Rule
  readonly judgement: Report
}

interface Claim {
  readonly rule: Rule
  readonly telling: Telling
}

interface Said {
  readonly claim: Claim
  readonly at: Span
}

/** The first sentence that tells each hazard, in a document that draws a design, and those that are suppressed. */
export const toldInWords = rememberedFor((snapshot: Snapshot): readonly ToldHazard[] => {
  const designs = snapshot.diagrams.filter(isDesign)
  if (designs.length === 0) return []
  const said = claimsIn(snapshot)
  const open = new Set([...new Set(said.map(({ claim }) => claim))].filter(isOpen(designs, snapshot.source)))
  const heard = said.filter(({ claim }) => open.has(claim))
  return firstOfEach(heard, snapshot).map(({ claim: { rule, telling }, at }) => ({
    rule,
    judgement: { at, message: telling.message },
  }))
})

/** The loudest of those that its designs are judged by. */
export function presetOfWords({ diagrams, context: { configuration } }: Snapshot): Preset {
  const stated = diagrams.filter(isDesign).map(({ system }) => presetOf(system, configuration))
  return presets.findLast(preset => stated.includes(preset)) ?? configuration.preset
}

export const isDesign = ({ system, leftOut }: AnalyzedDiagram): boolean =>
  !leftOut && system.architecture.value

const claimsIn = ({ source, context }: Snapshot): readonly Said[] =>
  sentencesOf(source, context.language).flatMap(({ text, span, headings }) => {
    const claims = claimsOf(text)
    return claims.length === 0 || headings.some(weighs) ? [] : claims.map(claim => ({ claim, at: span }))
  })

const all: readonly Claim[] = rules.flatMap(rule => (rule.told ?? []).map(telling => ({ rule, telling })))

/** A keystroke changes one sentence of a document. */
const claimsOf = remembered((sentence): readonly Claim[] =>
  all.filter(({ telling }) => tells(sentence, telling)),
)

/** A diagram shows what it needs, and nothing in the document says what was done about it. */
const isOpen =
  (designs: readonly AnalyzedDiagram[], source: string) =>
  ({ rule, telling: { drawn, besides, settledBy = rule.settledBy } }: Claim): boolean =>
    designs.some(({ system }) => drawn?.(system) ?? true) &&
    (besides?.test(source) ?? true) &&
    !settledBy?.test(source)

/** What is told to nobody stands before nothing else. */
function firstOfEach(said: readonly Said[], { suppressions }: Snapshot): readonly Said[] {
  const told = new Set<string>()
  return said.filter(({ claim: { rule, telling }, at }) => {
    if (suppressionOf(rule.id, at.start, suppressions)) return true
    const name = `${rule.id} ${telling.message}`
    const isFirst = !told.has(name)
    told.add(name)
    return isFirst
  })
}
