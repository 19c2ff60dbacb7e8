// The lines that open and close fences, and what they say of the content.

import type { Span } from './span'

/**
 * Does what follows the marks say that a diagram follows? `mermaid`, `mmd` and, in Mermaid's own documentation,
 * `mermaid-example`; `{mermaid}` in MyST, Quarto and R Markdown, `{.mermaid}` in Pandoc.
 */
export const isMermaid = (info: string): boolean =>
  /^(?:mermaid(?:-example)?|mmd)(?![\w-])/i.test(info) ||
  /^\{(?:\s*mermaid|[^{}]*(?<![\w-])\.mermaid)(?![\w-])/i.test(info)

/** Whether what it holds begins with options, as a directive's content does. */
export const isDirective = (info: string): boolean => /^\{\s*mermaid(?![\w-])/i.test(info)

/** What opens an admonition or a tab of MkDocs; its content is indented by four columns. */
export const indentedBlock = /^(?:!!!|\?\?\?\+?)[ \t]*["\w]|^===[!+]?[ \t]+["']/

/** The marks and what follows them, if a line's text opens a fence. */
export function openingOf(text: string): { readonly marks: string; readonly info: string } | undefined {
  const marks = /^(?:`{3,}|~{3,}|:{3,})/.exec(text)?.[0]
  if (marks === undefined) return undefined
  const info = text.slice(marks.length).trim()
  if (marks.startsWith('`') && info.includes('`')) return undefined
  return marks.startsWith(':') && !/^\{?mermaid(?![\w-])/i.test(info) ? undefined : { marks, info }
}

export function closes(text: string, marks: string): boolean {
  const found = text.trimEnd()
  return found.length >= marks.length && found === marks[0]!.repeat(found.length)
}

/** A line that looks as if it opened a diagram. */
export interface MissedFence {
  readonly at: Span
  readonly stands: 'in indented code' | 'in a block of HTML' | 'in other code'
}
