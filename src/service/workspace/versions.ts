// Which version of a design a diagram shows. Documents compare today's with tomorrow's, option A with option B:
// there the same thing has different figures on purpose.

import { type Heading, headingsOf } from '../../text/headings'
import type { Language } from '../../text/languages'
import { lastAtMost } from '../../text/lines'

/** Gives the version shown at an offset, from the headings around it and the document's path; '' where nothing names one. */
export function versionsOf(source: string, language: Language, path: string): (offset: number) => string {
  const ofPath = namingVersions(path.split('/'))
  let under: ((offset: number) => readonly string[]) | undefined
  return offset => {
    under ??= versionsUnder(headingsOf(source, language))
    return [...ofPath, ...under(offset)].join(' / ').toLowerCase()
  }
}

/** The headings that an offset stands under and that name versions, outermost first. */
function versionsUnder(headings: readonly Heading[]): (offset: number) => readonly string[] {
  const starts = headings.map(({ start }) => start)
  const around: { readonly level: number; readonly versions: readonly string[] }[] = []
  const versions = headings.map(({ level, text }) => {
    while ((around.at(-1)?.level ?? 0) >= level) around.pop()
    const above = around.at(-1)?.versions ?? []
    const here = [...above, ...namingVersions([text])]
    around.push({ level, versions: here })
    return here
  })
  return offset => (starts.length === 0 || starts[0]! > offset ? [] : versions[lastAtMost(starts, offset)]!)
}

/** Whole texts, so that "Option A" and "Option B" differ. */
const namingVersions = (texts: readonly string[]): readonly string[] =>
  texts.filter(text => versionWords.test(text))

const words =
  'before|after|currently|current|today|now|existing|as[- ]is|legacy|old|new|' +
  'to[- ]be|target|future|proposed|proposal|planned|migration|evolution|' +
  'options?|alternatives?|variants?|scenarios?|examples?|iterations?|versions?|v\\d+|phases?|stages?|steps?|' +
  'without|bad|good|better|worse|improved|optimi[sz]ed|failures?|failover|degraded|' +
  'staging|production|prod|development|dev|tests?|testing'

const versionWords = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')
