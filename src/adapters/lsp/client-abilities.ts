// What an editor can show: it announces it, and is sent nothing else.

import { type ClientCapabilities, type MarkupContent, MarkupKind } from 'vscode-languageserver'
import type { HintExtent } from '../../service'
import { plainText } from './plain-text'

export interface Abilities {
  /** Placeholders in completions. */
  readonly snippets: boolean
  /** Symbols in symbols. */
  readonly hierarchicalSymbols: boolean
  /** Asking for what is renamed before asking for its new name. */
  readonly prepareRename: boolean
  /** Asks for diagnostics instead of being sent them. */
  readonly pullsDiagnostics: boolean
  /** Can be told to ask for diagnostics or hints again. */
  readonly refreshesDiagnostics: boolean
  readonly refreshesHints: boolean
  readonly watchesFiles: boolean
  /** Which figures stand in the text: told at the start, by those who want others than the usual ones. */
  readonly hints: HintExtent
  readonly hover: MarkupKind
  readonly documentation: MarkupKind
}

export function abilitiesOf(
  { textDocument, workspace }: ClientCapabilities,
  options: unknown = undefined,
): Abilities {
  const { completionItem } = textDocument?.completion ?? {}
  return {
    snippets: completionItem?.snippetSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    hints: hintsAmong(options),
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hover: kindAmong(textDocument?.hover?.contentFormat),
    documentation: kindAmong(completionItem?.documentationFormat),
  }
}

/** `initializationOptions: { inlayHints: 'all' }`. */
const hintsAmong = (options: unknown): HintExtent =>
  typeof options === 'object' && options !== null && 'inlayHints' in options && options.inlayHints === 'all'
    ? 'all'
    : 'keyFigures'

/** Markdown unless the editor names what it reads and Markdown is not among it: older ones name nothing. */
const kindAmong = (read: readonly MarkupKind[] | undefined): MarkupKind =>
  read === undefined || read.length === 0 || read.includes(MarkupKind.Markdown)
    ? MarkupKind.Markdown
    : MarkupKind.PlainText

/** Markdown as the editor reads it. */
export const contentOf = (markdown: string, kind: MarkupKind): MarkupContent => ({
  kind,
  value: kind === MarkupKind.Markdown ? markdown : plainText(markdown),
})
