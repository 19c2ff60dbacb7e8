// Figures in words: values with their units, and where they come from.

import type { Figure } from '../../model/system'
import { type AttributePlace, vocabularyFor, writtenValue } from '../../model/vocabulary'

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
