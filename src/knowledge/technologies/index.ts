// The catalogue of technologies, and finding their names in a text.

import { fold, lazily, lexiconOf, lookUp, namesIn } from '../lexicon'
import type { Technology } from '../technology'
import { databases } from './databases'
import { messaging } from './messaging'
import { edge } from './edge'
import { platforms } from './platforms'
import { operations } from './operations'
import { vendors } from './vendors'

export const technologies: readonly Technology[] = [
  ...databases,
  ...messaging,
  ...edge,
  ...platforms,
  ...operations,
  ...vendors,
]

export interface TechnologyMention {
  readonly technology: Technology
  readonly start: number
  readonly end: number
  readonly confidence: number
}

const lexicon = lazily(() =>
  lexiconOf(
    technologies.map(technology => ({
      value: technology,
      names: [technology.name, ...technology.aliases],
      exact: technology.everyday ?? [],
    })),
  ),
)

/** The technologies that a text names, in its order; longest names win, and nothing is found inside a word. */
export function technologiesIn(text: string): readonly TechnologyMention[] {
  return namesIn(lexicon(), text).map(({ value, start, end, everyday }) => ({
    technology: value,
    start,
    end,
    confidence: everyday ? 0.7 : 0.95,
  }))
}

/** The technology with that id. */
export function technologyById(id: string): Technology | undefined {
  return technologies.find(technology => technology.id === id)
}

/** The technology of that name or alias, in any spelling. */
export function technologyNamed(name: string): Technology | undefined {
  return lookUp(lexicon(), fold(name))?.[0]?.value
}
