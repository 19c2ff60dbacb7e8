// What the tools ask of the disk: documents, their configuration, the pages of rules.

import { resolve } from 'node:path'
import type { ToolHost } from '../assistants/tool'
import { configurationsOnDisk } from '../disk/configuration'
import { isDocument } from '../disk/documents'
import { failed } from '../disk/failure'
import { readSource } from '../disk/files'
import { rulePage } from '../disk/rule-page'

/** Reads nothing but files that are called like documents; the configuration is looked up anew each time. */
export const diskHost = (): ToolHost => ({
  async open(path) {
    if (!isDocument(path)) return { refusal: `${path}: has an unsupported file type.` }
    const source = readSource(path)
    if (failed(source)) return { refusal: `${source.failure}.` }
    const { configuration } = configurationsOnDisk()(resolve(path))
    return { text: source.text, language: source.language, configuration }
  },
  rulePage,
})
