// Words that lead somewhere: rules to their pages, clicks to what they open.

import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver'
import { URI, Utils } from 'vscode-uri'
import { documentLinks, type Snapshot } from '../../../service'
import { toRange } from '../positions'

export const links = (snapshot: Snapshot, { textDocument: { uri } }: DocumentLinkParams): DocumentLink[] =>
  documentLinks(snapshot).map(({ span, target, tooltip }) => ({
    range: toRange(snapshot, span),
    target: /^https?:/i.test(target) ? target : Utils.resolvePath(URI.parse(uri), '..', target).toString(),
    tooltip,
  }))
