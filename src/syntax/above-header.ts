// What stands above the line that names the kind of diagram, where Mermaid takes nothing but comments.

import { type Span, span } from '../text/span'
import { isHeader } from './detect'
import { type Mapped, replaced, sourceSpan } from './source-map'
import type { Problem } from './tree'

interface AboveHeader {
  readonly problem: Problem
  /** The text without it. */
  readonly body: Mapped
}

/** Undefined where nothing stands there, or where it may be a diagram. */
export function aboveHeader(body: Mapped): AboveHeader | undefined {
  const looks = looksAboveHeader(body.text)
  const above = looks ?? wordsAboveHeader(body.text)
  if (!above) return undefined
  const cut = { start: above.start, end: above.end, text: '' }
  const problem = looks ? headerTooLow(looks, body) : wordsAbove(above, body)
  return { problem, body: replaced(body, [cut]) }
}

/** A sentence or two above the first header, up to that; undefined where they may be a diagram. */
function wordsAboveHeader(text: string): Span | undefined {
  const start = text.search(/\S/)
  let at = 0
  for (const line of text.split('\n', mostWords + 2)) {
    if (at > start && isHeader(line)) return span(start, at)
    if (/--|==|->|[[\](){}|<>]/.test(line)) return undefined
    at += line.length + 1
  }
  return undefined
}

/** Statements about looks above the first header, up to that, if nothing else stands there. */
function looksAboveHeader(text: string): Span | undefined {
  let start: number | undefined
  let at = 0
  for (const line of text.split('\n')) {
    if (start !== undefined && isHeader(line)) return span(start, at)
    if (aboutLooks.test(line)) start ??= at + line.search(/\S/)
    else if (!/^[ \t]*(?:%%|$)/.test(line)) return undefined
    at += line.length + 1
  }
  return undefined
}

const aboutLooks = /^[ \t]*(?:classDef|style|linkStyle|class)[ \t]/

function wordsAbove(words: Span, body: Mapped): Problem {
  const at = sourceSpan(body, words)
  const [header] = body.text.slice(words.end).split('\n', 1)
  const message = `The diagram begins with \`${header?.trim()}\`, and nothing but comments may stand above that: remove this`
  const edits = [{ span: at, text: '' }]
  const shown = sourceSpan(
    body,
    span(words.start, words.start + body.text.slice(words.start, words.end).trimEnd().length),
  )
  return { kind: 'syntax-error', span: shown, message, fixes: [{ title: 'Remove it', edits }] }
}

function headerTooLow(looks: Span, body: Mapped): Problem {
  const [header = ''] = body.text.slice(looks.end).split('\n', 1)
  const written = header.trim()
  const message = `Only comments may stand above the line that names the kind of diagram: move \`${written}\` above this`
  const edits = [
    { span: sourceSpan(body, span(looks.start, looks.start)), text: `${written}\n` },
    { span: sourceSpan(body, span(looks.end, looks.end + header.length)), text: '' },
  ]
  const [first = ''] = body.text.slice(looks.start).split('\n', 1)
  const at = sourceSpan(body, span(looks.start, looks.start + first.trimEnd().length))
  return { kind: 'syntax-error', span: at, message, fixes: [{ title: `Move \`${written}\` up`, edits }] }
}

/** In lines. */
const mostWords = 3
