// Colors for what the words of diagrams were understood to be, on top of the grammar's.

import * as vscode from 'vscode'
import { type TokenType, tokens } from '../../../service'
import type { Documents } from '../documents'
import { toRange } from '../positions'

/** Named here as well: asking the engine for them would load it while VS Code waits for the extension to start. */
const types: readonly TokenType[] = [
  ...(['variable', 'namespace', 'property', 'number', 'enumMember'] as const),
  ...(['string', 'interface', 'decorator'] as const),
]

export const tokenLegend = new vscode.SemanticTokensLegend([...types], ['declaration'])

export const createTokens = (documents: Documents): vscode.DocumentSemanticTokensProvider => ({
  onDidChangeSemanticTokens: documents.onDidChange,
  async provideDocumentSemanticTokens(document) {
    const snapshot = await documents.read(document)
    if (!snapshot) return undefined
    const builder = new vscode.SemanticTokensBuilder(tokenLegend)
    for (const { span, type, declares } of tokens(snapshot))
      builder.push(toRange(document, span), type, declares ? ['declaration'] : [])
    return builder.build()
  },
})
