// A C4 diagram's text into its tree.

import { sourceSpan } from '../mapped'
import type { Prepared } from '../prepare'
import type { Contents } from '../tree'
import type { Stretch } from '../written'
import { replay } from './database'
import { problemsOf } from './faults'
import { macros } from './macros'
import { parseC4 } from './parser'
import { surprisesIn } from './surprises'

export function readC4({ body }: Prepared): Contents {
  const { header, statements, failures } = parseC4(
    body.text,
    macro => macros.get(macro)?.makes === 'boundary',
  )
  const spanOf = (stretch: Stretch) => sourceSpan(body, stretch)
  const contents = replay(statements, spanOf)
  return {
    ...contents,
    keyword: body.text.slice(header.start, header.end),
    header: spanOf(header),
    steps: [],
    metadata: [],
    statements: statements.map(spanOf),
    problems: [...problemsOf(failures, body.text, spanOf), ...surprisesIn(statements, body.text, spanOf)],
  }
}
