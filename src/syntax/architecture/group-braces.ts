// Groups with braces around what is in them, as other languages have them.

import { span } from '../../text/span'
import { type Explained, type Line, lineAround } from '../problems'

const opening = /^([ \t]*group[ \t]+(\w[-\w]*)(?![-\w])[^{\n]*)\{[ \t]*$/

/** `group api[API] {`: what is in it says so itself, and the `}` goes. */
export function groupInBraces(line: Line, text: string): Explained | undefined {
  const [whole, before = '', id = ''] = opening.exec(line.text) ?? []
  if (whole === undefined) return undefined
  const at = span(line.start + before.trimEnd().length, line.start + whole.length)
  const members = membersBelow(line, text)
  const message = `Groups have no braces: write \`in ${id}\` behind each service in it`
  if (!members) return { at, message }
  const edits = [
    { at, text: '' },
    ...members.ends.map(end => ({ at: span(end, end), text: ` in ${id}` })),
    { at: members.brace, text: '' },
  ]
  return { at, message, title: `Write \`in ${id}\` behind each`, edits }
}

/** Where the statements directly in a group end that say nothing of another, and its `}`. */
function membersBelow(group: Line, text: string) {
  const ends: number[] = []
  let depth = 1
  let line = group
  for (let count = 0; count < mostLines && line.end < text.length; count++) {
    line = lineAround(line.end + 1, text)
    const statement = line.text.trimEnd().replace(/\{$/, '').trimEnd()
    const isMember =
      /^[ \t]*(?:service|group|junction)[ \t]/.test(line.text) && !/[ \t]in[ \t]+\w[-\w]*$/.test(statement)
    if (depth === 1 && isMember) ends.push(line.start + statement.length)
    if (/\{[ \t]*$/.test(line.text)) depth++
    else if (/^[ \t]*\}[ \t]*$/.test(line.text)) depth--
    if (depth === 0) return { ends, brace: span(line.start, line.end) }
  }
  return undefined
}

const mostLines = 100

/** Failures without the braces that close such groups. */
export function withoutClosingBraces<F extends { readonly since: number; readonly reading: string }>(
  failures: readonly F[],
  text: string,
): readonly F[] {
  let opened = 0
  return failures.filter(({ since, reading }) => {
    if (opening.test(lineAround(since, text).text)) opened++
    else if (reading === 'statement' && text[since] === '}') return --opened < 0
    return true
  })
}
