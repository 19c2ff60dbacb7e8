// The large tables of names, worked out once: builds put the result in the place of each function (see esbuild.mjs).

import { writtenEntries } from '../explanations/entries'
import type { Entry } from '../explanations/entry'
import { allTerms } from '../explanations/glossary/all'
import type { GlossaryTerm } from '../explanations/glossary/glossary'
import { namesAbroad } from '../explanations/names-abroad'
import { allSettings } from '../explanations/settings/all'
import type { KnownSetting } from '../explanations/settings/setting'
import { lazily } from '../lazily'
import type { ProtocolId } from '../protocols/protocol'
import { type ProtocolRow, protocolRows } from '../protocols/protocol-table'
import { type ArrowPhrase, arrowPhrases } from '../recognition/arrow-phrases'
import { type KindWord, kindWords, notSystems } from '../recognition/kind-words'
import { catalog } from '../technologies/catalog'
import type { Technology } from '../technologies/technology'
import { fold, type Lexicon, lexiconOf, listed } from './lexicon'

type WithoutWords<T> = Omit<T, 'words' | 'exact'>

/** Technologies by name and alias. */
export const technologyTable = lazily(
  (): Lexicon<Technology> =>
    lexiconOf(
      catalog.map(technology => ({
        value: technology,
        names: [technology.name, ...technology.aliases],
        exact: technology.everyday,
      })),
    ),
)

/** Explanations by id, title and alias, without the names that are only typed. */
export const entryTable = lazily(
  (): Lexicon<Entry> =>
    lexiconOf(
      writtenEntries.map(entry => {
        const typed = new Set(entry.typed?.map(fold))
        return {
          value: entry,
          names: [entry.id, entry.title, ...entry.aliases].filter(name => !typed.has(fold(name))),
          exact: entry.everyday,
        }
      }),
    ),
)

/** Ids of explanations by the names that are only typed, never hovered: English ones first, then other languages'. */
export const typedTable = lazily(
  (): Lexicon<string> =>
    lexiconOf([
      ...writtenEntries.map(({ id, typed = [] }) => ({ value: id, names: typed })),
      ...Object.entries(namesAbroad).map(([id, names]) => ({ value: id, names: listed(names) })),
    ]),
)

/** Terms of the glossary by their names. */
export const glossaryTable = lazily(
  (): Lexicon<GlossaryTerm> =>
    lexiconOf(
      allTerms.map(term => ({
        value: term,
        names: [...new Map(term.names.map(name => [fold(name), name])).values()],
      })),
    ),
)

/** Ids of protocols by name and alias. */
export const protocolNameTable = lazily(
  (): Lexicon<ProtocolId> =>
    lexiconOf(
      protocolRows.map(({ id, name, aliases = [], everyday }: ProtocolRow & { id: ProtocolId }) => ({
        value: id,
        names: [name, ...aliases],
        exact: everyday,
      })),
    ),
)

/** Words that tell what a component is. */
export const kindTable = lazily(
  (): Lexicon<WithoutWords<KindWord>> =>
    lexiconOf(kindWords.map(({ words, exact, ...value }) => ({ value, names: listed(words), exact }))),
)

/** Words of things that are no systems. */
export const notSystemTable = lazily(
  (): Lexicon<true> => lexiconOf([{ value: true, names: listed(notSystems) }]),
)

/** What the words on an arrow mean. */
export const arrowTable = lazily(
  (): Lexicon<WithoutWords<ArrowPhrase>> =>
    lexiconOf(arrowPhrases.map(({ words, ...value }) => ({ value, names: listed(words) }))),
)

/** Keys of configuration files; several programs may have one of that name. */
export const settingTable = lazily(
  (): Lexicon<KnownSetting> =>
    lexiconOf(
      allSettings.flatMap(({ product, called = '', source, confirmed, ownedOnly, rows }) =>
        rows.map(([name, sets, byDefault, entry]) => {
          const owners = [...new Set(`${product} ${called}`.split(/[ .]/).map(fold))].join(' ')
          const known = { name, sets, byDefault, entry, product, source, owners }
          const value: KnownSetting = {
            ...known,
            ...(confirmed !== undefined && { confirmed }),
            ...(ownedOnly && { ownedOnly }),
          }
          return { value, names: [name] }
        }),
      ),
    ),
)
