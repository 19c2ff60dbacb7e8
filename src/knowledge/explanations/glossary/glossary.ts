// Terms that an explanation covers without saying much about each: a sentence of their own, told before it.

import { lazily } from '../../lazily'
import { fold, lookUp } from '../../names/lexicon'
import { glossaryTable } from '../../names/tables'

/** By the id of the explanation that they are told with: names, separated by commas, and what they mean. */
export type Glossary = Readonly<Record<string, Readonly<Record<string, string>>>>

/** One term with its explanation. */
export interface GlossaryTerm {
  /** The first is told where none of them is what was typed. */
  readonly names: readonly string[]
  readonly text: string
  /** Id of the explanation that it is told with. */
  readonly entry: string
}

/** What the glossary says of a name, as Markdown. */
export interface Gloss {
  readonly entry: string
  readonly markdown: string
}

/** What the glossary says of a name in any spelling, singular or plural. */
export const glossesOf = (name: string): readonly Gloss[] =>
  lookUp(glossaryTable(), fold(name)).map(({ value: { names, text, entry } }) => ({
    entry,
    markdown: `**${names.find(each => fold(each) === fold(name)) ?? names[0]}** – ${text}`,
  }))

/** The terms that are told with an explanation. */
export const termsOf = (entry: string): readonly GlossaryTerm[] => termsByEntry().get(entry) ?? []

const termsByEntry = lazily(() => {
  const terms = new Map<string, GlossaryTerm[]>()
  for (const term of glossaryTable().values()) terms.set(term.entry, [...(terms.get(term.entry) ?? []), term])
  return terms
})
