// Finds the trouble that a sentence describes.

import { lazily } from '../../lazily'
import { stemsOf } from '../search'
import { entryById, type Sense } from '../senses'
import { connectionSymptoms } from './connections'
import { loadSymptoms } from './load'
import type { Symptom } from './symptom'

const LEAST_WORDS = 2
const MOST_WORDS = 24

/** How much of a sentence must belong to the trouble: the rest may name products and places. */
const leastShare = (said: readonly string[], groups: Groups): number =>
  said.length === LEAST_WORDS ? 1 : groups.length < 3 ? 0.6 : 0.5

/** The trouble that a sentence describes, the most particular one first; none if its words fit no known one. */
export function symptomIn(phrase: string): Sense | undefined {
  // The pieces of a setting's name are no sentence.
  if (!phrase.includes(' ')) return undefined
  const said = stemsOf(phrase)
  if (said.length < LEAST_WORDS || said.length > MOST_WORDS) return undefined
  const words = new Set(said)
  const [best] = rows()
    .filter(({ groups }) => groups.every(group => group.some(stem => words.has(stem))))
    .filter(({ groups }) => countOf(words, groups) >= groups.length)
    .filter(({ groups }) => shareOf(said, groups) >= leastShare(said, groups))
    .sort((a, b) => b.groups.length - a.groups.length || shareOf(said, b.groups) - shareOf(said, a.groups))
  const entry = best && entryById(best.entry)
  return entry && { entry, computed: `**${best.title}** – ${best.text}` }
}

type Groups = readonly (readonly string[])[]

const fillers = new Set(
  stemsOf(
    'a an the is are was to of in on at with when our my we i it its for from by and but has have be until very too still just all up after since behind adding add service s ms now only keeps gets request call out exactly second do why few couple pod container app api return nginx alb aws gcp azure kubernetes k8s cloudflare haproxy envoy docker spring boot java node python react rabbitmq',
  ),
)

/** One word fulfills one group, though it may stand in several. */
function countOf(words: ReadonlySet<string>, groups: Groups): number {
  const known = new Set(groups.flat())
  return [...words].filter(stem => known.has(stem)).length
}

function shareOf(said: readonly string[], groups: Groups): number {
  const known = new Set(groups.flat())
  const telling = said.filter(stem => known.has(stem) || !fillers.has(stem))
  return telling.filter(stem => known.has(stem)).length / telling.length
}

const rows = lazily((): readonly (Symptom & { groups: Groups })[] =>
  [...connectionSymptoms, ...loadSymptoms].map(symptom => ({
    ...symptom,
    groups: symptom.words.split(' ').map(group => group.split('|').flatMap(stemsOf)),
  })),
)
