// The languages that diagrams live in: how their files are called, what editors call them, and how they are marked up.

interface Traits {
  /** What the names of its files end in. */
  readonly extensions: readonly string[]
  /** What editors call it. */
  readonly ids: readonly string[]
  /** Whose rules tell where diagrams, code and headings stand; `none`: the whole text is a diagram. */
  readonly markup: 'none' | 'markdown' | 'notebook' | 'html' | 'asciidoc' | 'restructuredtext' | 'comments'
}

/** The one place that names them: file names, editors, package.json and the readers of texts all follow it. */
const table = {
  mermaid: { extensions: ['mmd', 'mermaid'], ids: ['mermaid'], markup: 'none' },
  markdown: {
    extensions: ['md', 'markdown', 'mdown', 'mkd', 'qmd', 'rmd', 'Rmd'],
    ids: ['markdown', 'quarto', 'rmd'],
    markup: 'markdown',
  },
  mdx: { extensions: ['mdx'], ids: ['mdx'], markup: 'markdown' },
  /** Editors show its cells as documents of their own, in Markdown. */
  notebook: { extensions: ['ipynb'], ids: [], markup: 'notebook' },
  html: { extensions: ['html', 'htm'], ids: ['html'], markup: 'html' },
  asciidoc: { extensions: ['adoc', 'asciidoc'], ids: ['asciidoc'], markup: 'asciidoc' },
  restructuredtext: {
    extensions: ['rst'],
    ids: ['restructuredtext', 'rst'],
    markup: 'restructuredtext',
  },
  /** Source code with comments like those of C. */
  code: {
    extensions: [
      ...['c', 'cc', 'cpp', 'cs', 'cts', 'dart', 'go', 'h', 'hpp', 'java', 'js', 'jsx', 'kt', 'kts', 'mjs'],
      ...['mts', 'php', 'proto', 'rs', 'scala', 'swift', 'ts', 'tsx'],
    ],
    ids: [
      ...['c', 'cpp', 'csharp', 'dart', 'go', 'java', 'javascript', 'javascriptreact', 'kotlin', 'php'],
      ...['proto', 'rust', 'scala', 'swift', 'typescript', 'typescriptreact'],
    ],
    markup: 'comments',
  },
  python: { extensions: ['py', 'pyi'], ids: ['python'], markup: 'comments' },
} as const satisfies Record<string, Traits>

export type Language = keyof typeof table

const isLanguage = (name: string): name is Language => Object.hasOwn(table, name)

export const languages: readonly Language[] = Object.keys(table).filter(isLanguage)

/** Whose rules tell where diagrams, code and headings stand in texts of a language. */
export const markupOf = (language: Language): Traits['markup'] => table[language].markup

/** Whether diagrams stand in a language's comments: they are looked for only where the configuration wants that. */
export function isCode(language: Language): boolean {
  return markupOf(language) === 'comments'
}

/** What the names of all documents with diagrams end in, without the dot. */
export const documentExtensions: readonly string[] = languages
  .filter(language => !isCode(language))
  .flatMap(language => table[language].extensions)

/** The glob of all files that may hold diagrams. */
export const documentsGlob = `**/*.{${documentExtensions.join(',')}}`

/** More documents than these are not read besides the open ones. */
export const mostDocuments = 5000

/** Bytes; bigger files are no design docs. */
export const largestDocument = 2 ** 20

/** What editors call the languages. */
export const languageIds: readonly string[] = languages
  .filter(language => !isCode(language))
  .flatMap(language => table[language].ids)

/** The same of source code. */
export const codeIds: readonly string[] = languages.filter(isCode).flatMap(language => table[language].ids)

/** The language that a file's name promises; undefined for files that are no documents. */
export function languageOf(path: string): Language | undefined {
  const language = promisedBy(path)
  return language && isCode(language) ? undefined : language
}

/** The same for source code alone. */
export function codeLanguageOf(path: string): Language | undefined {
  const language = promisedBy(path)
  return language && isCode(language) ? language : undefined
}

const promisedBy = (path: string): Language | undefined =>
  byExtension.get(/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '')

/**
 * By the name's extension; code if a comment of it has a Mermaid fence, a file of another kind Markdown if it has one,
 * and else of no use.
 */
export function languageOfFile(name: string, text: string): Language | undefined {
  const code = codeLanguageOf(name)
  if (code) return hasFenceInComment.test(text) ? code : undefined
  return languageOf(name) ?? (hasFence.test(text) ? 'markdown' : undefined)
}

/** The same for a text that is surely meant to hold diagrams: it is one itself where nothing else is told. */
export const languageOfText = (name: string | undefined, text: string): Language =>
  languageOfFile(name ?? '', text) ?? 'mermaid'

const hasFenceInComment = /(?:```|~~~|:::)[ \t]*(?:\{[ \t]*\.?)?(?:mermaid|mmd)/i

const hasFence = /^[ \t>]*(?:```|~~~|:::)[ \t]*(?:\{[ \t]*\.?)?(?:mermaid|mmd)/im

/**
 * The language of a document that an editor has open; undefined for documents that hold no diagrams. Its name decides,
 * since editors name languages as they like; only they know that a file called `.md` is MDX, and what a notebook's cell is.
 */
export function languageInEditor(path: string, id: string): Language | undefined {
  const [told, named] = [byId.get(id), promisedBy(path)]
  return told === 'mdx' || named === 'notebook' ? (told ?? named) : (named ?? told)
}

/** Whether it is worth looking for diagrams in a text. */
export const mayHoldDiagrams = (text: string, language: Language): boolean =>
  markupOf(language) === 'none' || /mermaid|mmd/i.test(text)

const byExtension = languagesBy('extensions')
const byId = languagesBy('ids')

function languagesBy(trait: 'extensions' | 'ids'): ReadonlyMap<string, Language> {
  return new Map(
    languages.flatMap(language =>
      table[language][trait].map(name => [name.toLowerCase(), language] as const),
    ),
  )
}
