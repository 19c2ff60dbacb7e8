// What an editor can show: it announces it, and is sent nothing else.

import { type ClientCapabilities, type MarkupContent, MarkupKind } from 'vscode-languageserver'
import { plainText } from './plain-text'

export interface Abilities {
  /** Placeholders in completions. */
  readonly snippets: boolean
  /** Symbols in symbols. */
  readonly hierarchicalSymbols: boolean
  /** Asking for what is renamed before asking for its new name. */
  readonly prepareRename: boolean
  /** Asks for the edits of an action once it is chosen. */
  readonly resolvesActions: boolean
  /** Asks for diagnostics instead of being sent them. */
  readonly pullsDiagnostics: boolean
  /** Can be told to ask for diagnostics or hints again. */
  readonly refreshesDiagnostics: boolean
  readonly refreshesHints: boolean
  readonly refreshesLenses: boolean
  readonly watchesFiles: boolean
  /** Writes new files where an edit says so. */
  readonly createsFiles: boolean
  /** Can be asked for the user's settings, and tells when they change. */
  readonly configures: boolean
  /** Shows how far long work has come. */
  readonly showsProgress: boolean
  readonly hover: MarkupKind
  readonly documentation: MarkupKind
}

export function abilitiesOf({ textDocument, workspace, window }: ClientCapabilities): Abilities {
  const { completionItem } = textDocument?.completion ?? {}
  return {
    snippets: completionItem?.snippetSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    resolvesActions: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configures: workspace?.configuration === true,
    showsProgress: window?.workDoneProgress === true,
    hover: kindAmong(textDocument?.hover?.contentFormat),
    documentation: kindAmong(completionItem?.documentationFormat),
  }
}

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
