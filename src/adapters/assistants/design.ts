// The design that a tool is asked about: a text, or a document by its path.

import * as z from 'zod/mini'
import { analyze, defaultConfiguration, type Snapshot } from '../../service'
import { languageOfText, languages } from '../../text/languages'
import { refused, type ToolHost, type ToolRefusal } from './tool'

export const described = <S extends z.ZodMiniType>(schema: S, description: string): S =>
  schema.check(z.describe(description))

/** One of `source` and `path`. */
export const designInput = {
  source: z.optional(
    described(z.string(), 'The text: a Mermaid diagram, or a document with diagrams in fences.'),
  ),
  path: z.optional(described(z.string(), 'The path of a document, instead of its text.')),
  language: z.optional(
    described(z.enum(languages), 'The language of the text; detected from the path or the text if left out.'),
  ),
}

type DesignInput = z.infer<z.ZodMiniObject<typeof designInput>>

/** The analysis of a design that has diagrams, or why there is none. */
export async function openDesign(
  { source, path, language }: DesignInput,
  host: ToolHost,
): Promise<Snapshot | ToolRefusal> {
  const opened =
    source !== undefined
      ? { text: source, language: languageOfText(path, source), configuration: defaultConfiguration }
      : path !== undefined
        ? await host.open(path)
        : { refusal: 'Give the design as `source`, or the `path` of a document.' }
  if (refused(opened)) return opened
  const { configuration } = opened
  const snapshot = analyze(opened.text, { language: language ?? opened.language, configuration })
  return snapshot.diagrams.length > 0
    ? snapshot
    : { refusal: `There is no Mermaid diagram in ${path ?? 'this text'}.` }
}
