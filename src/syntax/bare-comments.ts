// `%%` alone above the header: Mermaid takes only comments with a text out, and flowcharts refuse the rest in the header's place.

import { span } from '../text/span'
import type { Prepared } from './preprocess'
import { type Mapped, replaced, sourceSpan } from './source-map'
import type { Problem } from './tree'

/** The text without such lines, and what is wrong with the first of them. */
export function bareComments({
  body,
}: Prepared): { readonly body: Mapped; readonly problem: Problem } | undefined {
  const [above = ''] = /^(?:[ \t]*(?:%%)?\r?\n)+/.exec(body.text) ?? []
  const bare = [...above.matchAll(/^[ \t]*%%\r?\n/gm)].map(({ index, 0: line }) =>
    span(index, index + line.length),
  )
  const [first] = bare
  if (!first) return undefined
  const marks = body.text.indexOf('%', first.start)
  const problem: Problem = {
    kind: 'syntax-error',
    span: sourceSpan(body, span(marks, marks + '%%'.length)),
    message:
      '`%%` alone is no comment, and nothing but comments may stand above the header: write a text behind it, or remove the line',
    fixes: [
      {
        title: bare.length > 1 ? `Remove the ${bare.length} lines` : 'Remove the line',
        edits: bare.map(line => ({ span: sourceSpan(body, line), text: '' })),
      },
    ],
  }
  const cuts = bare.map(({ start, end }) => ({ start, end, text: '' }))
  return { body: replaced(body, cuts), problem }
}
