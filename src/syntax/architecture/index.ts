// An architecture diagram's text into its tree.

import type { Prepared } from '../preprocess'
import { sourceSpan } from '../source-map'
import type { Contents } from '../tree'
import type { Stretch } from '../written-text'
import { replay } from './database'
import { parseArchitecture } from './parser'
import { problemsOf } from './syntax-errors'

export function readArchitecture({ body }: Prepared): Contents {
  const { header, statements, failures } = parseArchitecture(body.text)
  const spanOf = (stretch: Stretch) => sourceSpan(body, stretch)
  const { faults, ...contents } = replay(statements, spanOf)
  const semantic = faults.map(({ span, message }) => ({ kind: 'syntax-error', span, message, fixes: [] }))
  return {
    ...contents,
    keyword: body.text.slice(header.start, header.end),
    header: spanOf(header),
    references: statements.flatMap(statement =>
      'parent' in statement && statement.parent
        ? [{ id: statement.parent.text, span: spanOf(statement.parent) }]
        : [],
    ),
    steps: [],
    metadata: [],
    statements: statements.map(spanOf),
    problems: [...problemsOf(failures, body.text, spanOf), ...semantic],
  }
}
