// Words that lead somewhere: rules to their pages, clicks to what they open.

import * as vscode from 'vscode'
import { documentLinks } from '../../../service'
import type { Documents } from '../documents'
import { toRange } from '../positions'

export const createLinks = (documents: Documents): vscode.DocumentLinkProvider => ({
  async provideDocumentLinks(document) {
    const snapshot = await documents.read(document)
    return (
      snapshot &&
      documentLinks(snapshot).map(({ span, target, tooltip }) => {
        const isWhole = /^https?:/i.test(target)
        const uri = isWhole ? vscode.Uri.parse(target) : vscode.Uri.joinPath(document.uri, '..', target)
        const link = new vscode.DocumentLink(toRange(document, span), uri)
        link.tooltip = tooltip
        return link
      })
    )
  },
})
