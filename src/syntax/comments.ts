// Comment lines, and the metadata that stands behind `%%`.

import type { Span } from '../text/span'
import type { Comment, Metadata } from './tree'
import { attributesOf, readYaml } from './yaml'

export function commentOf(text: string, at: Span): Comment {
  const end = at.start + text.slice(at.start, at.end).trimEnd().length
  return { span: { start: at.start, end }, text: text.slice(at.start, end).replace(/^%+/, '').trim() }
}

/** `%% target@{ key: value }`: at most one block a comment, closed on the same line. */
export function commentMetadata(comment: Comment, text: string): Metadata[] {
  const whole = text.slice(comment.span.start, comment.span.end)
  const open = openingIn(whole)
  const close = whole.lastIndexOf('}')
  const marks = /^%+\s*/.exec(whole)?.[0].length ?? 0
  if (open < marks || close < open || whole.slice(close + 1).trim() !== '') return []
  const base = comment.span.start
  const target = whole.slice(marks, open).trimEnd()
  const targetSpan = { start: base + marks, end: base + marks + target.length }
  const body = { start: base + open + 2, end: base + close }
  const braces = body.start - 1
  const { value, fault } = readYaml(text.slice(braces, body.end + 1), at => ({
    start: braces + at.start,
    end: braces + at.end,
  }))
  const attributes = attributesOf(value, ({ start, end }) => text.slice(start, end))
  return [
    {
      target,
      targetSpan,
      attributes,
      ...(fault && { fault }),
      comment: true,
      span: { start: base + marks, end: base + close + 1 },
      body,
    },
  ]
}

/** Where `@{` opens a block: the first one outside of quotes, since ids may hold anything. */
function openingIn(whole: string): number {
  let quoted = false
  for (let at = 0; at < whole.length; at++) {
    if (whole[at] === '"') quoted = !quoted
    else if (!quoted && whole.startsWith('@{', at)) return at
  }
  return whole.indexOf('@{')
}
