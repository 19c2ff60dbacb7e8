// Colors for what the words of diagrams were understood to be.

import { type SemanticTokens, SemanticTokensBuilder } from 'vscode-languageserver'
import { type Snapshot, tokens, tokenTypes } from '../../../service'
import { toPosition } from '../positions'

export const tokenLegend = () => ({ tokenTypes: [...tokenTypes], tokenModifiers: ['declaration'] })

/** None for a document that is not open. */
export function semanticTokens(snapshot: Snapshot | undefined): SemanticTokens {
  const builder = new SemanticTokensBuilder()
  if (!snapshot) return builder.build()
  for (const { span, type, declares } of tokens(snapshot)) {
    const { line, character } = toPosition(snapshot, span.start)
    builder.push(line, character, span.end - span.start, tokenTypes.indexOf(type), declares ? 1 : 0)
  }
  return builder.build()
}
