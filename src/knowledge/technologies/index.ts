// Finding technologies by id, and by their names in a text.

import { lazily } from '../lazily'
import { fold, lookUp, namesIn } from '../names/lexicon'
import { technologyTable } from '../names/tables'
import { remembered } from '../remembered'
import type { Technology } from './technology'

export interface TechnologyMention {
  readonly technology: Technology
  readonly start: number
  readonly end: number
  readonly confidence: number
  /** It is an everyday word too. */
  readonly everyday: boolean
}

/** All technologies. */
export function technologies(): readonly Technology[] {
  return technologyTable().values()
}

/** The technologies that a text names, in its order; longest names win, and nothing is found inside a word. */
export const technologiesIn = remembered(readTechnologies)

function readTechnologies(text: string): readonly TechnologyMention[] {
  return namesIn(technologyTable(), text).map(({ value, start, end, everyday }) => ({
    technology: value,
    start,
    end,
    confidence: everyday ? 0.7 : 0.95,
    everyday,
  }))
}

/** The technology with that id. */
export function technologyById(id: string): Technology | undefined {
  return byId().get(id)
}

/** The technology of that name or alias, in any spelling. */
export function technologyNamed(name: string): Technology | undefined {
  return lookUp(technologyTable(), fold(name))[0]?.value
}

const byId = lazily(() => new Map(technologies().map(technology => [technology.id, technology])))
