// The page's words in the reader's language: English stands in the code, others in the extension's bundle.

import * as z from 'zod/mini'
import { type Translate, untranslated } from '../../text/translation'

const bundleSchema = z.record(z.string(), z.string())

/** What the extension wrote into the page; nothing for readers of English. */
const bundle = new Map(Object.entries(readBundle()))

/** A message in the reader's language, with the values in their places. */
export const t: Translate = (message, ...values) => untranslated(bundle.get(message) ?? message, ...values)

/** The language of the page, for what leaves it: `de`. */
export const language = (): string => document.documentElement.lang

function readBundle(): z.infer<typeof bundleSchema> {
  // Functions that write a figure are also called where there is no page.
  const written = globalThis.document?.getElementById('translations')?.textContent
  return (written && bundleSchema.safeParse(JSON.parse(written)).data) || {}
}
