// A sequence diagram's text into its tree.

import type { Prepared } from '../preprocess'
import { sourceSpan } from '../source-map'
import type { Contents } from '../tree'
import type { Stretch } from '../written-text'
import { nameOf, replay } from './database'
import { parseSequence } from './parser'
import { pitfallsIn } from './pitfalls'
import { problemsOf } from './syntax-errors'

export function readSequence({ body }: Prepared): Contents {
  const { header, events, failures } = parseSequence(body.text)
  const spanOf = (stretch: Stretch) => sourceSpan(body, stretch)
  const { faults, ...contents } = replay(events, spanOf)
  const semantic = faults.map(({ span, message }) => ({ kind: 'syntax-error', span, message, fixes: [] }))
  return {
    ...contents,
    keyword: body.text.slice(header.start, header.end),
    header: spanOf(header),
    references: events.flatMap(event =>
      event.kind === 'activate' || event.kind === 'deactivate'
        ? [{ id: nameOf(event.id), span: spanOf(event.id) }]
        : [],
    ),
    statements: events.map(spanOf),
    problems: [
      ...problemsOf(failures, events, body.text, spanOf),
      ...semantic,
      ...pitfallsIn(events, body.text, spanOf),
    ],
  }
}
