// What is wrong with a broken line of a C4 diagram, in words, and how to write it.

import { type Span, span } from '../../text/span'
import { withoutOpening, writeInstead } from '../line-advice'
import { type Explained, lineAround, lineEnd, problemsAs, secondHeader, unexpected } from '../problems'
import type { ParseFailure as Unread } from '../written-text'
import { endOfBoundary, unclosed, withoutConsequences } from './braces'
import { boundaryFor, habitIn, isEnd } from './habits'
import type { Construct } from './parser'
import type { TokenKind } from './scanner'

type Failure = Unread<TokenKind, Construct>

const explained = problemsAs(
  (failure: Failure, text) => secondHeaderIn(failure, text) ?? explain(failure, text),
)

export const problemsOf: typeof explained = (failures, text, spanOf) =>
  explained(placed(withoutConsequences(failures, text), text), text, spanOf)

/** Failures of boundaries without `}`, at those of which the indentation says so. */
function placed(failures: readonly Failure[], text: string): readonly Failure[] {
  const open = failures.filter(({ reading }) => reading === '}')
  const [first] = open
  const places = first ? unclosed(text, open.length) : []
  if (!first || places.length === 0) return failures
  const others = failures.filter(({ reading }) => reading !== '}')
  return [...others, ...places.map((at): Failure => ({ ...first, at, since: at.start }))]
}

const secondHeaderIn = ({ at, reading }: Failure, text: string) =>
  reading === 'statement' ? secondHeader(at.start, text) : undefined

const forms: Readonly<Record<Construct, string>> = {
  header:
    'the first line must be `C4Context`, `C4Container`, `C4Component`, `C4Dynamic` or `C4Deployment`, and nothing else',
  'end of line': 'expected the end of the line',
  statement:
    'expected a macro such as `Container(id, "Name", "Technology", "What it does")` or `Rel(from, to, "uses", "HTTPS")`',
  arguments: "expected arguments in brackets right after the macro's name",
  argument: 'put texts in double quotes, and the whole call on one line',
  block: 'expected `{` after a boundary, and its elements on the lines below',
  'empty block': 'a boundary must hold an element or relation, before anything else',
  empty: 'a C4 diagram needs at least one element',
  '}': 'this boundary is never closed',
}

function explain(failure: Failure, text: string): Explained {
  const { at, reading, since } = failure
  const word = text.slice(at.start, at.end).trim()
  if (reading === '}') return withoutBrace(failure, text)
  if (reading === 'argument' || reading === 'arguments') return brokenCall(failure, text)
  if (reading === 'statement') return otherStatement(failure, text)
  if (reading === 'end of line' && word === ';') {
    const message = 'C4 diagrams have no `;`: remove it'
    return { at, message, title: 'Remove `;`', verbatim: true, edits: [{ at, text: '' }] }
  }
  if (reading === 'end of line' && text.startsWith('%%', text.slice(0, at.start).trimEnd().length + 1)) {
    return { at, message: 'A comment needs a line of its own' }
  }
  return {
    at: reading === 'empty block' ? span(since, lineEnd(text, since)) : at,
    message: unexpected(word, forms[reading]),
  }
}

function withoutBrace({ at }: Failure, text: string): Explained {
  const { at: end, indent } = endOfBoundary(at.start, text)
  return {
    at,
    message: 'This boundary has no `}`',
    leavesGroupsOpen: true,
    title: 'Add `}`',
    edits: [{ at: span(end, end), text: `\n${indent}}` }],
  }
}

/** A line that begins with nothing Mermaid knows here. */
function otherStatement({ at, since }: Failure, text: string): Explained {
  const word = text.slice(at.start, at.end).trim()
  const line = lineAround(since, text)
  if (word === '}') return withoutOpening(at, text, 'There is no boundary for this `}` to close')
  if (isEnd(line.text)) {
    const from = line.text.search(/\S/)
    return writeInstead(line, [from, line.text.trimEnd().length], '}', 'A boundary ends with `}`')
  }
  const similar = insteadOf(text.slice(at.start, lineEnd(text, at.start)))
  if (similar !== undefined) {
    const message = `C4 diagrams have no ${similar.startsWith('Rel') ? 'arrows' : `\`${word}\``}: write \`${similar}\``
    return { at, message, ...(word === 'subgraph' && boundaryFor(line, text)) }
  }
  const message = /^\w+$/.test(word)
    ? `Mermaid has no C4 macro \`${word}\`: ${forms.statement}`
    : unexpected(word, forms.statement)
  return habitIn(since, text) ?? { at, message }
}

/** What says here what a line says in a flowchart or a sequence diagram. */
function insteadOf(line: string): string | undefined {
  if (/^subgraph[ \t]/.test(line)) return 'System_Boundary(id, "Name") {'
  if (/^actor[ \t]+\w/.test(line)) return 'Person(id, "Name")'
  if (/^participant[ \t]+\w/.test(line)) return 'Container(id, "Name", "Technology")'
  const [, from, to] = /^(\w+)[ \t]*(?:-{1,2}>{1,2}|-\.->|==>)(?:\|[^|]*\|)?[ \t]*(\w+)/.exec(line) ?? []
  return from === undefined ? undefined : `Rel(${from}, ${to}, "uses")`
}

function brokenCall({ at, since }: Failure, text: string): Explained {
  const end = lineEnd(text, since)
  const line = text.slice(since, end)
  const found = /^\w+[ \t]+\(/.exec(line)
  if (found) {
    const where = span(since + found[0].search(/\s/), since + found[0].length - 1)
    return {
      at: where,
      message: 'There must be no space before the bracket',
      title: 'Remove the space',
      verbatim: true,
      edits: [{ at: where, text: '' }],
    }
  }
  const habit = unlabelled(line, since) ?? otherQuotes(line, since)
  if (habit) return habit
  const bare = unquotedText(text, since, end)
  if (!bare) return { at: span(since, end), message: `This call is broken: ${forms.argument}` }
  const words = text.slice(bare.start, bare.end)
  const inner = words.replace(/^"|"$/g, '')
  const quoted = `"${inner.replace(/\\?"/g, "'")}"`
  const where = span(Math.min(bare.start, at.start), bare.end)
  return {
    at: where.start === bare.start ? where : bare,
    message: `\`${words}\` needs double quotes around it, and can't contain \`\\"\``,
    title: 'Put the text in quotes',
    edits: [{ at: bare, text: quoted }],
  }
}

/** `Rel(a, b)`: without a label Mermaid refuses it. */
function unlabelled(line: string, start: number): Explained | undefined {
  const found = /^(?:Bi)?Rel\w*\([^,()"]+,[^,()"]+\)/.exec(line)
  if (!found) return undefined
  const end = start + found[0].length
  return {
    at: span(start, end),
    message: 'A relation needs a label: write `Rel(a, b, "uses")`',
    title: 'Add a label',
    edits: [{ at: span(end - 1, end - 1), text: ', "uses"' }],
  }
}

/** `Person(a, 'Buyer')`, `Person(a, “Buyer”)`. */
function otherQuotes(line: string, start: number): Explained | undefined {
  const found = [...line.matchAll(/(?<=[,(] ?)['“„]([^'“”„"]+)['”“](?= ?[,)])/g)]
  const [first] = found
  if (!first) return undefined
  const place = ({ 0: written, index }: RegExpMatchArray) =>
    span(start + (index ?? 0), start + (index ?? 0) + written.length)
  return {
    at: place(first),
    message: `Texts stand in double quotes: write \`"${first[1]}"\``,
    title: 'Write double quotes',
    edits: found.map(match => ({ at: place(match), text: `"${match[1]}"` })),
  }
}

/** The first argument after the id that has no quotes, or has quotes inside. */
function unquotedText(text: string, start: number, end: number): Span | undefined {
  const open = text.indexOf('(', start)
  if (open < 0 || open >= end) return undefined
  const close = start + text.slice(start, end).lastIndexOf(')')
  let at = open + 1
  let index = 0
  while (at < end) {
    const inside = text.slice(at, close > at ? close : end)
    const found = /^\s*(?:\$\w+\s*=\s*)?"[^"\\]*"\s*(?:,|$)|^[^,"]*(?:,|$)/.exec(inside)?.[0] ?? ''
    const part = found.replace(/,$/, '')
    const isText = !part.includes('"') && part.trim() !== '' && index > 0 && /\s/.test(part.trim())
    if (isText || found === '')
      return trimmedSpan(text, at, found === '' ? at + inside.length : at + part.length)
    index++
    at += found.length
    if (found === part) return undefined
  }
  return undefined
}

function trimmedSpan(text: string, start: number, end: number): Span {
  const words = text.slice(start, end)
  return span(start + words.length - words.trimStart().length, start + words.trimEnd().length)
}
