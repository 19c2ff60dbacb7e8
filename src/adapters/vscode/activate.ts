// Starts the extension: every feature registers itself, and goes with the context.

import * as vscode from 'vscode'
import { registerAssistants } from './assistants'
import { createCalls } from './calls'
import { createFixes, fixKinds } from './code-actions'
import { registerCommands } from './commands'
import { completionTriggers, createCompletion } from './completions'
import { createConfigurations } from './configuration'
import { markDiagrams } from './context-keys'
import { createDiagnostics } from './diagnostics'
import { createDocuments, selector } from './documents'
import { registerExplanations } from './explanations'
import { createFolding } from './folding'
import { createFormatting, formattable, registerFormatCommand } from './formatting'
import { createHover } from './hover'
import { createHints, createLenses } from './inlay-hints'
import { createLinks } from './links'
import { createDefinition, createHighlights, createReferences, createRename } from './navigation'
import { registerPreview } from './preview'
import { createReviews } from './reviews'
import { createSelection } from './selection'
import { createStatus } from './status'
import { createSymbols } from './symbols'
import { createTokens, tokenLegend } from './tokens'
import { createWorkspace } from './workspace'
import { createWorkspaceSymbols } from './workspace-symbols'

export function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): void {
  const configurations = createConfigurations()
  const neighbors = createWorkspace(configurations)
  const documents = createDocuments(configurations, neighbors)
  const reviews = createReviews(documents, configurations)
  const { languages } = vscode
  subscriptions.push(
    configurations,
    neighbors,
    documents,
    reviews,
    createDiagnostics(documents, reviews),
    markDiagrams(documents, reviews),
    registerPreview(extensionUri, documents),
    registerExplanations(),
    registerAssistants(extensionUri, configurations),
    languages.registerHoverProvider(selector, createHover(documents)),
    languages.registerCompletionItemProvider(selector, createCompletion(documents), ...completionTriggers),
    languages.registerCodeActionsProvider(selector, createFixes(documents), {
      providedCodeActionKinds: fixKinds,
    }),
    languages.registerDefinitionProvider(selector, createDefinition(documents)),
    languages.registerReferenceProvider(selector, createReferences(documents)),
    languages.registerDocumentHighlightProvider(selector, createHighlights(documents)),
    languages.registerRenameProvider(selector, createRename(documents)),
    languages.registerDocumentFormattingEditProvider(formattable, createFormatting(documents)),
    languages.registerDocumentRangeFormattingEditProvider(formattable, createFormatting(documents)),
    registerFormatCommand(documents),
    registerCommands(documents),
    createStatus(documents, reviews),
    languages.registerFoldingRangeProvider(selector, createFolding(documents)),
    languages.registerSelectionRangeProvider(selector, createSelection(documents)),
    languages.registerDocumentLinkProvider(selector, createLinks(documents)),
    languages.registerCallHierarchyProvider(selector, createCalls(documents)),
    languages.registerDocumentSemanticTokensProvider(selector, createTokens(documents), tokenLegend),
    languages.registerWorkspaceSymbolProvider(createWorkspaceSymbols(neighbors)),
    languages.registerDocumentSymbolProvider(selector, createSymbols(documents)),
    languages.registerInlayHintsProvider(selector, createHints(documents, reviews)),
    languages.registerCodeLensProvider(selector, createLenses(documents, reviews)),
  )
}
