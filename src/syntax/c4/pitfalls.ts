// Calls in a C4 diagram that Mermaid accepts but reads differently from what was meant.

import { type Span, span } from '../../text/span'
import type { Problem } from '../tree'
import type { Stretch } from '../written-text'
import { macros } from './macros'
import type { MacroCall, Statement } from './parser'

export function pitfallsIn(
  statements: readonly Statement[],
  text: string,
  spanOf: (stretch: Stretch) => Span,
): Problem[] {
  const relations = new Map<string, MacroCall>()
  const elements = new Map<string, MacroCall>()
  const problems: Problem[] = []
  const report = (kind: string, at: Stretch, message: string) =>
    problems.push({ kind, span: spanOf(at), message, fixes: [] })
  for (const call of statements) {
    if (call.kind !== 'call') continue
    const swallowed = call.arguments.find(
      argument => argument.text.includes('\n') && !isQuoted(text, argument),
    )
    if (swallowed)
      report(
        'swallowed-line',
        firstLine(call, text),
        'This call runs on to the next lines, which Mermaid takes for one argument',
      )
    const makes = macros.get(call.macro)?.makes
    if (makes === 'relation' || makes === 'indexed relation') {
      const [from, to, label] = makes === 'indexed relation' ? call.arguments.slice(1) : call.arguments
      // Mermaid makes nothing of a relation that lacks one of them.
      if (!from || !to || !label) continue
      const pair = `${from.text}\n${to.text}`
      if (relations.has(pair))
        report(
          'overwritten-relation',
          call,
          `Mermaid keeps one relation from \`${from.text}\` to \`${to.text}\`: this one takes the place of the one above. Say both in one label`,
        )
      relations.set(pair, call)
    } else if (makes === 'element') {
      const alias = call.arguments[0]
      const earlier = alias && elements.get(alias.text)
      if (alias && earlier && earlier.arguments[1]?.text !== call.arguments[1]?.text) {
        report(
          'label-redefined',
          call,
          `\`${alias.text}\` is declared above already; Mermaid shows only the last declaration. Declare it once, or give the second element an alias of its own`,
        )
      }
      if (alias) elements.set(alias.text, call)
    }
  }
  return problems
}

function isQuoted(text: string, { start }: Stretch): boolean {
  return text[start - 1] === '"'
}

function firstLine({ start }: Stretch, text: string): Span {
  const feed = text.indexOf('\n', start)
  return span(start, feed < 0 ? text.length : feed)
}
