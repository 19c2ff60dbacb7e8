// What a document and its workspace state for all its diagrams.

import type { OuterFigures } from '../model/annotations'
import type { Language } from '../text/diagrams'
import type { Configuration } from './configuration'

/** The frontmatter of a Markdown document where it speaks to us, '' elsewhere. */
export function documentSettingsIn(source: string, language: Language): string {
  if (language !== 'markdown' && language !== 'mdx') return ''
  const frontmatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source)?.[1] ?? ''
  return /^arrowsmith[ \t]*:/m.test(frontmatter) ? frontmatter : ''
}

export function outerFigures(_documentSettings: string, _configuration: Configuration): OuterFigures {
  return {}
}
