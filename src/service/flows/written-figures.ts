// Figures in words: values with their units, and where they come from.

import { lazily } from '../../knowledge'
import { writeDuration, writeShare } from '../../model/annotations/metadata/values'
import type { Figure } from '../../model/system'
import { type AttributePlace, vocabularyFor } from '../../model/vocabulary'

export interface WrittenFigure {
  readonly key: string
  readonly value: string
  readonly source: string
  readonly stated: boolean
}

/** The figures of a node, an arrow or a group in the order of the vocabulary. */
export function writtenFigures(figures: object, place: AttributePlace): readonly WrittenFigure[] {
  const known: ReadonlyMap<string, Figure<unknown>> = new Map(Object.entries(figures))
  return Object.keys(vocabularyFor(place)).flatMap(key => {
    const figure = known.get(key)
    return figure
      ? [{ key, value: writtenValue(key, figure.value), source: figure.source, stated: figure.stated }]
      : []
  })
}

/** A value as its key is read: durations in the largest fitting unit, shares as percentages. */
export function writtenValue(key: string, value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(each => writtenValue(key, each)).join(', ')}]`
  if (typeof value !== 'number') return String(value)
  if (shares().has(key)) return writeShare(value)
  if (rates().has(key)) return `${value}/s`
  return durations().has(key) ? writeDuration(value) : String(value)
}

const shares = lazily(() => keysWritten('share'))
const durations = lazily(() => keysWritten('duration'))
const rates = lazily(() => keysWritten('rate'))

/** The keys whose value form says so in words. */
function keysWritten(word: string): ReadonlySet<string> {
  const places: readonly AttributePlace[] = ['node', 'arrow', 'group']
  return new Set(
    places.flatMap(place =>
      Object.entries(vocabularyFor(place)).flatMap(([key, { words }]) =>
        words.split(/\W/).includes(word) ? [key] : [],
      ),
    ),
  )
}
