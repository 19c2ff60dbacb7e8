// Hazards that the sentences around a document's designs tell.

import { rememberedFor } from '../../model/remembered-for'
import { rules } from '../../rules'
import { weighs } from '../../rules/claims'
import type { Report, Rule } from '../../rules/rule'
import { type Telling, tells } from '../../rules/telling'
import { type Sentence, sentencesOf } from '../../text/words/sentences'
import type { AnalyzedDiagram, Snapshot } from './snapshot'

/** What a rule says of a sentence; offsets in the source. */
export interface ToldHazard {
  readonly rule: Rule
  readonly judgement: Report
}

/** The first sentence that tells each hazard, in a document that draws a design. */
export const toldInWords = rememberedFor((snapshot: Snapshot): readonly ToldHazard[] => {
  const designs = snapshot.diagrams.filter(isDesign)
  if (designs.length === 0) return []
  const sentences = rememberedSentences(snapshot)
  return rules.flatMap(rule => {
    const judgements = (rule.told ?? []).flatMap(telling =>
      isOpen(telling, rule, snapshot.source) && designs.some(({ system }) => telling.drawn?.(system) ?? true)
        ? told(telling, sentences)
        : [],
    )
    const byMessage = new Map(judgements.toReversed().map(judgement => [judgement.message, judgement]))
    return [...byMessage.values()].map(judgement => ({ rule, judgement }))
  })
})

const isDesign = ({ system, leftOut }: AnalyzedDiagram): boolean => !leftOut && system.architecture.value

const rememberedSentences = ({ source, context }: Snapshot): readonly Sentence[] =>
  sentencesOf(source, context.language).filter(({ headings }) => !headings.some(weighs))

/** Nothing in the document says what was done about it, and its words are there at all. */
const isOpen = ({ words, settledBy }: Telling, rule: Rule, source: string): boolean =>
  words.every(each => each.test(source)) && !(settledBy ?? rule.settledBy)?.test(source)

function told(telling: Telling, sentences: readonly Sentence[]): readonly Report[] {
  const sentence = sentences.find(({ text }) => tells(text, telling))
  return sentence ? [{ at: sentence.span, message: telling.message }] : []
}
