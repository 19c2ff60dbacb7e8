// A flowchart's text into its tree.

import type { Prepared } from '../preprocess'
import { replaced, sourceSpan } from '../source-map'
import type { Contents } from '../tree'
import type { Stretch } from '../written-text'
import { mostArrows, replay } from './database'
import { problemsOf } from './errors/syntax-errors'
import { groupProblems } from './group-ids'
import { parseFlowchart } from './parser'
import { pitfallsIn } from './pitfalls'
import { referencesIn } from './references'

export function readFlowchart(prepared: Prepared): Contents {
  const body = replaced(prepared.body, blanksAfterBraces(prepared.body.text))
  const parsed = parseFlowchart(body.text)
  const spanOf = (stretch: Stretch) => sourceSpan(body, stretch)
  const { faults, overflow, ...contents } = replay(parsed.statements, spanOf)
  const semantic = faults.map(({ span, message }) => ({ kind: 'syntax-error', span, message, fixes: [] }))
  return {
    ...contents,
    keyword: body.text.slice(parsed.header.start, parsed.header.end),
    header: spanOf(parsed.header),
    direction: directionOf(parsed.direction),
    references: referencesIn(parsed.statements, spanOf),
    steps: [],
    statements: parsed.statements.map(spanOf),
    problems: [
      ...problemsOf(parsed.failures, body.text, spanOf, parsed.statements),
      ...semantic,
      ...(overflow ? [{ kind: 'too-large', span: overflow, message: tooManyArrows(), fixes: [] }] : []),
      ...pitfallsIn(parsed.statements, body.text, spanOf),
      ...groupProblems(parsed.statements, contents.groups, spanOf),
    ],
  }
}

/** Mermaid takes the blanks between a `}` and the end of its line away. */
function blanksAfterBraces(text: string): { start: number; end: number; text: string }[] {
  return Array.from(text.matchAll(/\}(\s*)\n/g), match => match)
    .filter(match => match[1] !== '')
    .map(match => ({ start: match.index + 1, end: match.index + match[0].length - 1, text: '' }))
}

/** Written where it is said: what a locale asks for takes longer than a diagram. */
const tooManyArrows = () =>
  `This makes more than ${mostArrows.toLocaleString('en')} arrows: what exceeds them is not read. Nodes joined by \`&\` are connected each with each: write fewer on one of the sides, or draw a group.`

function directionOf(written: string): string {
  const directions: ReadonlyMap<string, string> = new Map(
    Object.entries({ TD: 'TB', '<': 'RL', '^': 'BT', '>': 'LR', v: 'TB' }),
  )
  return directions.get(written) ?? written
}
