// What is wrong with a broken line of a C4 diagram, in words, and how to write it.

import type { Span } from '../../text/span'
import type { Problem } from '../tree'
import type { Failure, Stretch } from './parser'

export function problemsOf(
  failures: readonly Failure[],
  text: string,
  spanOf: (stretch: Stretch) => Span,
): Problem[] {
  return failures.map(failure => {
    const found = text.slice(failure.at.start, failure.at.end).trim()
    const message =
      found === ''
        ? `This line ends too early: expected ${failure.reading}`
        : `Found \`${found}\` instead of ${failure.reading}`
    return { kind: 'syntax-error', span: spanOf(failure.at), message, fixes: [] }
  })
}
