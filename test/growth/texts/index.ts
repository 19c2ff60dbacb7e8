// Every generator there is; a new one is a line in the file of its language.

import type { Generator } from '../generator'
import { annotations, suppressions } from './annotations'
import { flowcharts } from './flowchart'
import { asciidoc, html, markdown, mdx, restructuredText } from './hosts'
import { longDocuments } from './long-documents'
import { architectures, c4s, nothings } from './others'
import { flagged } from './rules'
import { sequences } from './sequence'

export const texts: readonly Generator[] = [
  ...flowcharts,
  ...sequences,
  ...c4s,
  ...architectures,
  ...nothings,
  ...annotations,
  ...suppressions,
  ...markdown,
  ...mdx,
  ...html,
  ...asciidoc,
  ...restructuredText,
  ...flagged,
  ...longDocuments,
]
