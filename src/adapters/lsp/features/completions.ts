// What can be written at the cursor.

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
} from 'vscode-languageserver'
import { type Completion, completionsAt, type Snapshot } from '../../../service'
import { type Abilities, contentOf } from '../client-abilities'
import { toOffset, toRange } from '../positions'

/** The characters after which a word of ours begins. */
export const completionTriggers = ['|', '{', '[', ',', ':', '>', '%', '@', ' ']

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  protocol: CompletionItemKind.Interface,
  figure: CompletionItemKind.Unit,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  id: CompletionItemKind.Variable,
  keyword: CompletionItemKind.Keyword,
  directive: CompletionItemKind.Event,
}

export function completions(
  snapshot: Snapshot,
  { position }: CompletionParams,
  { snippets, documentation }: Abilities,
): CompletionItem[] {
  return completionsAt(snapshot, toOffset(snapshot, position)).map((completion, order) => ({
    label: completion.label,
    kind: kinds[completion.kind],
    // The service's order is the order of relevance.
    sortText: String(order).padStart(4, '0'),
    textEdit: {
      range: toRange(snapshot, completion.replace),
      newText: completion.snippet && !snippets ? withoutPlaceholders(completion.insert) : completion.insert,
    },
    ...(completion.snippet && snippets && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(completion.detail !== undefined && { detail: completion.detail }),
    ...(completion.documentation !== undefined && {
      documentation: contentOf(completion.documentation, documentation),
    }),
  }))
}

/** A snippet as text: without its places for the cursor, and what is escaped as it is meant. */
const withoutPlaceholders = (snippet: string): string =>
  snippet.replace(/\\([\\$}])|\$\d+|\$\{\d+\}/g, (_, escaped: string | undefined) => escaped ?? '')
