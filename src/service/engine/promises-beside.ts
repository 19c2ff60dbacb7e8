// Promises in the sentences around a document's designs that the designs, as drawn, cannot keep.

import { rememberedFor } from '../../model/remembered-for'
import type { System } from '../../model/system'
import { rules } from '../../rules'
import { isPromisedElsewhere, type PromiseInWords, promiseIn } from '../../rules/queries/promises/in-words'
import type { Span } from '../../text/span'
import { type Sentence, sentencesOf } from '../../text/words/sentences'
import { isSmallSetup } from './small-setups'
import type { Snapshot } from './snapshot'
import { isDesign, type ToldHazard } from './told-in-words'

/** Of each rule the first promise that it finds broken; offsets in the source. */
export const brokenPromises = rememberedFor((snapshot: Snapshot): readonly ToldHazard[] => {
  const designs = snapshot.diagrams
    .filter(each => isDesign(each) && !isSmallSetup(each))
    .map(({ system }) => system)
  const said = designs.length === 0 ? [] : promisesIn(snapshot)
  if (said.length === 0) return []
  return withoutVaguer(brokenBy(designs, said, snapshot))
})

/** Of each rule the first. */
const brokenBy = (
  designs: readonly System[],
  said: readonly Said[],
  { source }: Snapshot,
): readonly ToldHazard[] =>
  rules.flatMap(rule => {
    const { promised } = rule
    if (!promised) return []
    const [broken] = said.flatMap(({ promise, at, text }) =>
      designs
        .filter(design => !isAboutPart(text, design))
        .flatMap(design => promised(promise, design, words => words.test(source)) ?? [])
        .map(message => ({ rule, judgement: { at, message } })),
    )
    return broken ? [broken] : []
  })

/** One promise is broken once: by a single server rather than by the zone that it is in. */
const withoutVaguer = (broken: readonly ToldHazard[]): readonly ToldHazard[] =>
  broken.filter(
    ({ rule, judgement }) =>
      !broken.some(
        other => other.judgement.at.start === judgement.at.start && other.rule.supersedes?.includes(rule.id),
      ),
  )

interface Said {
  readonly promise: PromiseInWords
  readonly at: Span
  readonly text: string
}

const promisesIn = ({ source, context }: Snapshot): readonly Said[] =>
  sentencesOf(source, context.language).flatMap(({ text, span, headings }: Sentence): Said[] => {
    const promise = headings.some(isPromisedElsewhere) ? undefined : promiseIn(text)
    return promise ? [{ promise, at: span, text }] : []
  })

/** What a sentence says of a part that the picture gives a figure for is that figure, told once more. */
const isAboutPart = (sentence: string, { components }: System): boolean => {
  const said = sentence.toLowerCase()
  return components.some(
    ({ name, figures }) =>
      figures.availability?.stated === true && name.length > 2 && said.includes(name.toLowerCase()),
  )
}
