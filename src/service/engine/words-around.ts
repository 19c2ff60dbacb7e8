// What a document says in words around the arrows of its diagrams: in its prose and code, in notes, and in pictures of other kinds.

import { rememberedFor } from '../../model/remembered-for'
import type { OmissionTopic } from '../../rules/topics'
import { proseSpeaksOf } from '../../rules/topics-in-prose'
import { isTimeline } from '../../syntax/notation'
import type { Step } from '../../syntax/tree'
import { proseAndCodeOf } from '../../text/words/prose'
import type { AnalyzedDiagram, Snapshot } from './snapshot'

/** Tells whether a document speaks of a topic, looking at it once. */
export const wordsAround = rememberedFor((snapshot: Snapshot): ((topic: OmissionTopic) => boolean) => {
  const known = new Map<OmissionTopic, boolean>()
  let words: string | undefined
  return topic => {
    words ??= [
      proseAndCodeOf(snapshot.source, snapshot.context.language),
      ...snapshot.diagrams.map(wordsIn),
    ].join('\n')
    const spoken = known.get(topic) ?? proseSpeaksOf(topic, words)
    known.set(topic, spoken)
    return spoken
  }
})

/** A design states figures on its arrows and boxes, which are counted; what else it says are words. */
function wordsIn({ system: { architecture, diagram }, leftOut }: AnalyzedDiagram): string {
  if (leftOut) return ''
  if (!architecture.value) return diagram.text
  if (!isTimeline(diagram)) return ''
  const toItself = diagram.arrows.filter(({ from, to }) => from === to).map(({ text }) => text)
  const comesBack = diagram.arrows.filter(each => each.stroke === 'dotted').map(({ text }) => text)
  const givesUp = comesBack.filter(text => /time-?out|timed out/i.test(text) && !/\d/.test(text))
  return [...remarksIn(diagram.steps), ...toItself, ...givesUp].join('\n')
}

/** Notes, and titles of branches and loops. */
function remarksIn(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(step => {
    if (step.kind === 'note') return [step.text]
    if (step.kind !== 'fragment') return []
    return step.sections.flatMap(({ label, steps }) => [label, ...remarksIn(steps)])
  })
}
