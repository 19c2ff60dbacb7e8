// `npm run bench`: every budget measured in one run, as ratios wherever something can be measured beside it.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { benchAnalysis } from './analysis'
import { benchAssistants } from './assistants'
import { benchCommandLine } from './command-line'
import { benchEditor } from './editor'
import { benchExtension } from './extension'
import { benchLatency } from './latency'
import { benchPreview } from './preview'
import { reportVerdict } from './report'
import { benchLargeDiagram } from './typing'

const repository = join(import.meta.dirname, '../../..')
/** What is measured: built for production, apart from what is developed on. */
const built = join(import.meta.dirname, '..')
const folder = join(repository, '.bench')
mkdirSync(folder, { recursive: true })

const parts: Readonly<Record<string, () => Promise<void>>> = {
  cli: () => benchCommandLine(built, folder),
  analysis: benchAnalysis,
  latency: benchLatency,
  preview: () => benchPreview(built),
  typing: benchLargeDiagram,
  editor: () => benchEditor(built),
  assistants: () => benchAssistants(built),
  extension: () => benchExtension({ repository, built, folder }),
}

const wanted = process.argv.slice(2)
for (const [name, part] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) await part()
reportVerdict()
