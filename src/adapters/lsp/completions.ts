// What can be written at the cursor.

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver'
import { type Completion, completionsAt, type Snapshot } from '../../service'
import { offsetOf, rangeOf } from './positions'

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  protocol: CompletionItemKind.Interface,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  id: CompletionItemKind.Variable,
  keyword: CompletionItemKind.Keyword,
  directive: CompletionItemKind.Event,
}

export function completions(snapshot: Snapshot, { position }: CompletionParams): CompletionItem[] {
  return completionsAt(snapshot, offsetOf(snapshot, position)).map((completion, order) => ({
    label: completion.label,
    kind: kinds[completion.kind],
    // The service's order is the order of relevance.
    sortText: String(order).padStart(4, '0'),
    textEdit: { range: rangeOf(snapshot, completion.replace), newText: completion.insert },
    insertTextFormat: completion.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(completion.detail !== undefined && { detail: completion.detail }),
    ...(completion.documentation !== undefined && {
      documentation: { kind: MarkupKind.Markdown, value: completion.documentation },
    }),
  }))
}
