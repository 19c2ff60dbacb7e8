// What a word of system design means.

import * as z from 'zod/mini'
import { explainTerm as explained } from '../../service'
import { described } from './design'
import { defineTool } from './tool'

export const explainTermTool = defineTool({
  name: 'explain_term',
  title: 'Explain a term of system design',
  description:
    'Explains a protocol, product, pattern, status code, port, address block, figure ("99.95%", "3 nines"), rule or annotation key in Markdown: what it is, what it costs, what breaks, and typical figures, with sources. `suggestions` names similar terms where nothing is known. Works offline.',
  input: z.object({
    term: described(
      z.string().check(z.minLength(1)),
      'For example `gRPC`, `504`, `10.0.0.0/8`, `missing-timeout`.',
    ),
  }),
  output: z.object({
    version: z.literal(1),
    markdown: z.optional(z.string()),
    rule: z.optional(z.string()),
    suggestions: z.array(z.string()),
  }),
  async answer({ term }, host) {
    const answer = explained(term)
    if ('suggestions' in answer) return { version: 1 as const, suggestions: [...answer.suggestions] }
    const { rule, markdown } = answer
    const page = rule && host.rulePage?.(rule)
    return { version: 1 as const, markdown: page ?? markdown, ...(rule && { rule }), suggestions: [] }
  },
})
