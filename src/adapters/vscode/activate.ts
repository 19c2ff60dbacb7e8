// Starts the extension: every feature registers itself, and goes with the context.

import * as vscode from 'vscode'
import { registerAssistants } from './assistants'
import { registerCommands } from './commands'
import { createConfigurations } from './configuration'
import { markDiagrams } from './context-keys'
import { createDiagnostics } from './diagnostics'
import { createDocuments, selector } from './documents'
import { createCalls } from './features/calls'
import { createFixes, fixKinds } from './features/code-actions'
import { completionTriggers, createCompletion } from './features/completions'
import { registerExplanations } from './features/explanations'
import { createFolding } from './features/folding'
import { createFormatting, formattable, registerFormatCommand } from './features/formatting'
import { createHover } from './features/hover'
import { createHints, createLenses } from './features/inlay-hints'
import { createLinks } from './features/links'
import { createDefinition, createHighlights, createReferences, createRename } from './features/navigation'
import { createSelection } from './features/selection'
import { createSymbols } from './features/symbols'
import { createTokens, tokenLegend } from './features/tokens'
import { createWorkspaceSymbols } from './features/workspace-symbols'
import { registerWorkspaceLint } from './lint-workspace'
import { registerPreview } from './preview/preview'
import { createReviews } from './reviews'
import { createStatus } from './status'
import { createWorkspace } from './workspace'

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
    registerPreview(extensionUri, documents, reviews),
    registerExplanations(),
    registerAssistants(extensionUri, configurations),
    languages.registerHoverProvider(selector, createHover(documents)),
    languages.registerCompletionItemProvider(selector, createCompletion(documents), ...completionTriggers),
    languages.registerCodeActionsProvider(selector, createFixes(documents), {
      providedCodeActionKinds: fixKinds,
    }),
    languages.registerDefinitionProvider(selector, createDefinition(documents)),
    languages.registerReferenceProvider(selector, createReferences(documents, neighbors)),
    languages.registerDocumentHighlightProvider(selector, createHighlights(documents)),
    languages.registerRenameProvider(selector, createRename(documents)),
    languages.registerDocumentFormattingEditProvider(formattable, createFormatting(documents)),
    languages.registerDocumentRangeFormattingEditProvider(formattable, createFormatting(documents)),
    registerFormatCommand(documents),
    registerCommands(extensionUri, documents),
    registerWorkspaceLint(configurations, neighbors, documents),
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
