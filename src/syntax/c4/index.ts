// A C4 diagram's text into its tree.

import { type Prepared, unmarked } from '../preprocess'
import { sourceSpan } from '../source-map'
import type { Contents } from '../tree'
import type { Stretch } from '../written-text'
import { replay } from './database'
import { macros } from './macros'
import { type Argument, parseC4, type Statement } from './parser'
import { pitfallsIn } from './pitfalls'
import { problemsOf } from './syntax-errors'

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
    references: statements.flatMap(referencesIn).map(id => ({ id: unmarked(id.text), span: spanOf(id) })),
    steps: [],
    metadata: [],
    statements: statements.map(spanOf),
    problems: [...problemsOf(failures, body.text, spanOf), ...pitfallsIn(statements, body.text, spanOf)],
  }
}

/** The aliases in a relation, in a style and at the start of a boundary. */
function referencesIn(statement: Statement): readonly Argument[] {
  if (statement.kind !== 'call') return []
  const { macro, arguments: args } = statement
  const makes = macros.get(macro)?.makes
  if (makes === 'relation' || macro === 'UpdateRelStyle') return args.slice(0, 2)
  if (makes === 'indexed relation') return args.slice(1, 3)
  return makes === 'boundary' || makes === 'style' ? args.slice(0, 1) : []
}
