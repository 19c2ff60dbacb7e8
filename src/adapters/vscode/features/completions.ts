// What can be written here: protocols, keys, values, ids, keywords, directives.

import * as vscode from 'vscode'
import { type Completion, completionsAt } from '../../../service'
import type { Documents } from '../documents'
import { toRange } from '../positions'

/** The characters after which a word of ours begins. */
export const completionTriggers = ['|', '{', '[', ',', ':', '>', '%', '@', ' ']

const kinds = {
  protocol: vscode.CompletionItemKind.Interface,
  figure: vscode.CompletionItemKind.Unit,
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
  id: vscode.CompletionItemKind.Variable,
  keyword: vscode.CompletionItemKind.Keyword,
  directive: vscode.CompletionItemKind.Event,
}

export const createCompletion = (documents: Documents): vscode.CompletionItemProvider => ({
  provideCompletionItems(document, position) {
    const snapshot = documents.snapshotOf(document)
    if (!snapshot) return []
    const offered = completionsAt(snapshot, document.offsetAt(position))
    return offered.map((completion, order) => toItem(document, completion, order))
  },
})

/** In the service's order: VS Code would sort by the alphabet. */
function toItem(document: vscode.TextDocument, completion: Completion, order: number): vscode.CompletionItem {
  const { label, detail, documentation, kind, insert, snippet, replace } = completion
  const item = new vscode.CompletionItem(label, kinds[kind])
  item.insertText = snippet ? new vscode.SnippetString(insert) : insert
  item.range = toRange(document, replace)
  item.filterText = document.getText(item.range).startsWith('"') ? `"${label}` : label
  item.sortText = String(order).padStart(4, '0')
  if (detail) item.detail = detail
  if (documentation) item.documentation = new vscode.MarkdownString(documentation)
  return item
}
