// Two things that are drawn together although one cannot do with the other.

import { type ImpossiblePairing, impossiblePairings } from '../../knowledge'
import { isComponent } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { labelSpanOf, nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const impossiblePairing = defineRule({
  id: 'impossible-pairing',
  category: 'topology',
  speaksOf: 'contradiction',
  summary: 'A product is drawn with a protocol, a language or an extension that it does not work with.',
  presets: { recommended: 'info' },
  raised: 'warning',
  options: {},

  *check(system) {
    for (const pairing of impossiblePairings) {
      const [first, ...others] = pairing.inBox ? boxesOf(pairing, system) : arrowsOf(pairing, system)
      if (first)
        yield {
          at: first.at,
          oncePerDocument: pairing.name,
          raised: pairing.breaks,
          message: pairing.message(first.name),
          related: others.map(({ at, name }) => ({ at, message: `The same holds for ${name}` })),
        }
    }
  },
})

interface Place {
  readonly at: Report['at']
  readonly name: string
}

const boxesOf = ({ inBox = [], unless }: ImpossiblePairing, { components }: System): readonly Place[] =>
  components
    .filter(part => inBox.every(words => words.test(wordsOf(part))) && !unless.test(wordsOf(part)))
    .map(part => ({ at: nameSpan(part), name: part.name }))

const arrowsOf = (pairing: ImpossiblePairing, { connections }: System): readonly Place[] =>
  connections.flatMap(connection => {
    const end = endOf(pairing, connection)
    return end ? [{ at: labelSpanOf(connection), name: end.name }] : []
  })

/** The end that can't do what the arrow says. */
function endOf({ says, from, at, unless }: ImpossiblePairing, connection: Connection): Component | undefined {
  const { arrow, caller, callee } = connection
  const words = wordingOf(arrow)
  if (!says?.test(words) || !isComponent(caller) || !isComponent(callee)) return undefined
  if ([words, wordsOf(caller), wordsOf(callee)].some(text => unless.test(text))) return undefined
  if (from) return from.test(wordsOf(caller)) ? caller : undefined
  return [callee, caller].find(end => at?.test(wordsOf(end)))
}

const wordsOf = ({ text, node }: Component): string => `${text} ${node.technology ?? ''}`
