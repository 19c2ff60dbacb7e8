// Which version of a design a diagram shows. Documents compare today's with tomorrow's, option A with option B:
// there the same thing has different figures on purpose.

import type { Language } from '../../text/diagrams'
import { type Heading, headingsAround, headingsOf } from '../../text/headings'

/** Gives the version shown at an offset, from the headings around it and the document's path; '' where nothing names one. */
export function versionsOf(source: string, language: Language, path: string): (offset: number) => string {
  const ofPath = namingVersions(path.split('/'))
  let headings: readonly Heading[] | undefined
  return offset => {
    headings ??= headingsOf(source, language)
    const around = headingsAround(headings, offset).map(({ text }) => text)
    return [...ofPath, ...namingVersions(around)].join(' / ').toLowerCase()
  }
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
