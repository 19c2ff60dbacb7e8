// What is wrong with a broken line of a sequence diagram, in words, and how to write it.

import { type Span, span } from '../../text/span'
import { asComment, short, withoutOpening } from '../line-advice'
import { type Explained, lineAround, lineEnd, problemsAs, secondHeader, unexpected } from '../problems'
import type { Problem } from '../tree'
import type { ParseFailure as Unread } from '../written-text'
import { endWithWord, withoutConsequences } from './block-habits'
import { continuedText, onOneLine } from './continued-text'
import type { Construct, Event } from './events'
import { habitIn } from './habits'
import { keywordAsName, keywordAsSender, type NamePlaces, namePlacesIn, openedByName } from './keyword-names'
import { missingColon } from './missing-colons'
import { type MissingEnd, missingEnds } from './missing-ends'
import { type InNoteBlock, noteBlockOnOneLine, withNoteBlocks } from './note-blocks'
import { type Participants, participantsOf } from './participants'
import { arrows, type TokenKind } from './scanner'
import { withoutNamesAgain } from './unreadable-names'

type UnreadLine = Unread<TokenKind, Construct>

type Failure = UnreadLine &
  InNoteBlock &
  Partial<Pick<MissingEnd, 'keyword' | 'branch'>> & {
    readonly participants: Participants
    readonly places: NamePlaces
  }

const explained = problemsAs(
  (failure: Failure, text) => secondHeaderIn(failure, text) ?? explain(failure, text),
)

export function problemsOf(
  unread: readonly UnreadLine[],
  events: readonly Event[],
  text: string,
  spanOf: (at: Span) => Span,
): Problem[] {
  if (unread.length === 0) return []
  const participants = participantsOf(events, unread)
  const places = namePlacesIn(text)
  const failures = unread.map(failure => ({ ...failure, participants, places }))
  const causes = withoutConsequences(withNoteBlocks(withoutNamesAgain(failures, text), text), text)
  return explained(placed(eachTextOnce(causes, text), text), text, spanOf)
}

/** Without the later lines of a text of which the first is told. */
function eachTextOnce(failures: readonly Failure[], text: string): readonly Failure[] {
  let told = -1
  return failures.filter(failure => {
    if (failure.reading === 'end') return true
    if (failure.since < told) return false
    told = textGoingOn(failure, text)?.end ?? told
    return true
  })
}

/** Failures of blocks without `end`, at those that a name opened, or of which the indentation says so. */
function placed(failures: readonly Failure[], text: string): readonly Failure[] {
  const open = failures.filter(({ reading }) => reading === 'end')
  const [first] = open
  if (!first) return failures
  const others = failures.filter(({ reading }) => reading !== 'end')
  const named = openedByName(text).map(
    (start): Failure => failureAt(first, span(start, lineEnd(text, start))),
  )
  if (named.length >= open.length) return [...others, ...named]
  const missing = missingEnds(text, open.length - named.length)
  if (missing.length === 0) return failures
  const unclosed = missing.map((block): Failure => ({ ...failureAt(first, block.at), ...block }))
  return [...others.filter(failure => !followsFrom(failure, missing, text)), ...named, ...unclosed]
}

const failureAt = (failure: Failure, { start, end }: Span): Failure => ({
  ...failure,
  at: { start, end },
  since: start,
})

/** `else` under a `break` without `end` stands in that. */
const followsFrom = ({ reading, at }: Failure, missing: readonly MissingEnd[], text: string): boolean =>
  reading === 'section' &&
  missing.some(
    block => block.at.end <= at.start && !/^[ \t]*end\b/im.test(text.slice(block.at.end, at.start)),
  )

const secondHeaderIn = ({ at, reading }: Failure, text: string) =>
  reading === 'statement' ? secondHeader(at.start, text) : undefined

const forms: Readonly<Record<Construct, string>> = {
  header: 'the first line must be `sequenceDiagram`',
  statement:
    'expected a message like `Web->>API: GET /orders`, or `participant`, `note`, `loop`, `alt` and the like',
  'end of line': 'expected the end of the line',
  participant: 'expected the name of a participant',
  arrow: 'expected an arrow such as `->>` or `-->>` after the sender',
  receiver: 'expected the receiver of the message',
  'message text': 'expected `:` and the text of the message',
  note: 'write `note over A,B: text`, `note left of A: text` or `note right of A: text`',
  'note text': 'expected `:` and the text of the note, all on one line',
  properties: 'write `participant A@{ "type": "database" }`',
  'closing brace': 'expected `}`',
  number: 'expected a number',
  box: 'only `participant` and `actor` lines may stand in a box',
  end: 'this block has no `end`',
  section: 'this belongs directly in its own block: `else` in `alt`, `and` in `par`, `option` in `critical`',
}

function explain(failure: Failure, text: string): Explained {
  const { at, reading, found } = failure
  const word = text.slice(at.start, at.end).trim()
  if (reading === 'end') {
    const close = endWithWord(at, text)
    if (close) return close
    const sender = keywordAsSender(text, at.start, failure.places)
    if (sender) return sender
    const branch = meantAsBranch(failure)
    if (branch) return branch
    return withoutEnd(failure, text)
  }
  if (reading === 'closing brace') {
    const end = at.start + text.slice(at.start, at.end).trimEnd().length
    return {
      at: span(at.start, at.start + 2),
      message: 'This `@{` is never closed: expected `}`',
      title: 'Add `}`',
      edits: [{ at: span(end, end), text: ' }' }],
    }
  }
  if (reading === 'statement' && found === 'end')
    return withoutOpening(at, text, 'There is no block for this `end` to close')
  return (
    knownAdvice(failure, text) ??
    textGoingOn(failure, text)?.advice ??
    withoutArrow(failure, text) ??
    strayArrow(failure, text) ?? {
      at,
      message: unexpected(word, forms[reading]),
    }
  )
}

/** A line of words alone. */
function withoutArrow({ reading, found, since }: Failure, text: string): Explained | undefined {
  if (reading !== 'arrow' || found !== 'line end') return undefined
  const words = text.slice(since, lineEnd(text, since)).trimEnd()
  const message = `\`${short(words)}\` is no statement of a sequence diagram: ${forms.statement}`
  return { at: span(since, since + words.length), message }
}

/** `->>a: text`, `a->>b->>c: text` */
function strayArrow({ reading, at }: Failure, text: string): Explained | undefined {
  const arrow = text.slice(at.start, at.end).trim()
  if (!arrows.has(arrow)) return undefined
  if (reading === 'statement')
    return { at, message: `This message has no sender: write its name before \`${arrow}\`` }
  return reading === 'message text'
    ? { at, message: 'A message has one receiver: write a line for each arrow' }
    : undefined
}

/** What is written as it would be elsewhere, or for a reason that its own line tells. */
const knownAdvice = (failure: Failure, text: string): Explained | undefined =>
  (failure.noteBlock && noteBlockOnOneLine(failure.noteBlock)) ??
  habitIn(failure, text) ??
  ofFlowcharts(failure, text) ??
  nodeOfFlowcharts(failure, text) ??
  cutBySemicolon(failure, text) ??
  (namesSomebody(failure) ? keywordAsName(text, failure.at, failure.places) : undefined) ??
  keywordAsSender(text, failure.since, failure.places) ??
  missingColon(failure, text)

const namesSomebody = ({ reading }: Failure): boolean => reading === 'receiver' || reading === 'participant'

/** The text of the statement above that goes on here. */
function textGoingOn(failure: Failure, text: string) {
  const continued = knownAdvice(failure, text) ? undefined : continuedText(failure.since, text)
  return continued && { end: continued.end, advice: onOneLine(continued, text) }
}

/** A `break` is taken for the word that leaves a loop. */
function withoutEnd({ at }: Failure, text: string): Explained {
  const end = text.trimEnd().length
  const broken = /^break\b[ \t]*/i.exec(text.slice(at.start, at.end))
  if (broken) return breakAlone(at, text)
  return {
    at,
    message: 'This block has no `end`',
    title: 'Add `end`',
    edits: [{ at: span(end, end), text: '\nend' }],
  }
}

/** The block is what happens instead of all that follows, and ends like any other. */
const breakAlone = (at: { readonly start: number; readonly end: number }, text: string): Explained => {
  const { text: line } = lineAround(at.start, text)
  const indent = /^[ \t]*/.exec(line)![0]
  return {
    at: span(at.start, at.end),
    message: '`break` opens a block of what happens before the flow is left, and this one has no `end`',
    title: 'Add `end`',
    edits: [{ at: span(at.end, at.end), text: `\n${indent}end` }],
  }
}

/** `alt` after `alt` in one column, with one `end` for both. */
function meantAsBranch({ at, keyword, branch }: Failure): Explained | undefined {
  if (keyword === undefined || branch === undefined) return undefined
  return {
    at,
    message: `This \`${keyword}\` begins inside the one above, which has no \`end\` before it: for another branch of that, write \`${branch}\``,
    title: `Write \`${branch}\``,
    edits: [{ at: span(at.start, at.start + keyword.length), text: branch }],
  }
}

/** `style A fill:#fff`, `subgraph Backend`: nothing of that kind exists here. */
function ofFlowcharts({ since }: Failure, text: string): Explained | undefined {
  const line = lineAround(since, text)
  const [, indent = '', keyword] = statementOfFlowcharts.exec(line.text) ?? []
  if (keyword === undefined) return undefined
  const start = line.start + indent.length
  const at = span(start, start + keyword.length)
  if (keyword === 'subgraph') return boxFor(at, text)
  return { ...asComment(line, `Sequence diagrams have no \`${keyword}\`: remove the line`), at }
}

/** `subgraph be["Backend"]` around participants is `box Backend`. */
function boxFor(at: Span, text: string): Explained {
  const named = text.slice(at.end, lineEnd(text, at.end))
  const title = /\[["']?([^\]"']+)/.exec(named)?.[1] ?? named.replaceAll('"', '').trim()
  const whole = span(at.start, at.end + named.trimEnd().length)
  return {
    at,
    message: 'Sequence diagrams have no `subgraph`: write `box Title` around its participants',
    title: `Write \`box ${title}\``,
    edits: [{ at: whole, text: `box ${title}` }],
  }
}

/** `a[Web app] --> b[Orders]`: participants have no brackets. */
function nodeOfFlowcharts({ since }: Failure, text: string): Explained | undefined {
  const line = lineAround(since, text)
  const [, indent = '', node = '', id, name = ''] =
    /^([ \t]*)((\w+)[[({]{1,2}"?([^[\](){}":]+)"?[\])}]{1,2})[ \t]*(?:-{2,}|={2,}>|-\.+->|$)/.exec(
      line.text,
    ) ?? []
  if (id === undefined) return undefined
  const start = line.start + indent.length
  return {
    at: span(start, start + node.length),
    message: `This is a node of a flowchart: a sequence diagram writes \`participant ${id} as ${name.trim().slice(0, 60)}\`, and \`a->>b: text\` for an arrow`,
  }
}

const statementOfFlowcharts = /^([ \t]*)(style|classDef|class|linkStyle|click|subgraph)[ \t]+[\w"]/

/** `A->>B: first; second`: what follows the `;` is read as the next statement. */
function cutBySemicolon({ at, reading, since }: Failure, text: string): Explained | undefined {
  if (!behindSemicolon.has(reading)) return undefined
  const start = text.lastIndexOf('\n', since - 1) + 1
  const semicolon = start + text.slice(start, since + 1).lastIndexOf(';')
  const before = text.slice(start, semicolon)
  if (semicolon < start || !/:|\bas\b|^\s*(?:loop|alt|opt|par|else|and|note)\b/i.test(before))
    return undefined
  const end = lineEnd(text, semicolon)
  if (/&#?\w{1,10}$/.test(before)) return entities(span(start, end), text)
  return {
    at: span(semicolon, Math.max(semicolon + 1, Math.min(at.end, end))),
    message: 'A `;` ends the statement here, also inside a text; write `#59;` for each that is shown',
    title: 'Write `#59;`',
    edits: semicolonsIn(text.slice(semicolon, end)).map(index => ({
      at: span(semicolon + index, semicolon + index + 1),
      text: '#59;',
    })),
  }
}

/** `update order->PAID` even looks like a message. */
const behindSemicolon: ReadonlySet<Construct> = new Set(['arrow', 'statement', 'receiver', 'message text'])

/** `List&lt;Order&gt;`, as HTML has it. */
function entities(line: Span, text: string): Explained {
  const found = [...text.slice(line.start, line.end).matchAll(/&#?(\w{1,10});/g)]
  const places = found.map(({ index, 0: written, 1: name = '' }) => ({
    at: span(line.start + index, line.start + index + written.length),
    text: `#${name};`,
  }))
  return {
    at: places[0]?.at ?? line,
    message:
      'Mermaid writes every code of HTML with `#`, such as `#lt;` for `&lt;`: a `;` behind anything else ends the statement',
    title: 'Write `#`',
    edits: places,
  }
}

/** Each would end the statement again: but not those of codes, nor one at the end. */
const semicolonsIn = (words: string): readonly number[] =>
  [...words.trimEnd().matchAll(/(?<!#\w{1,10});(?!$)/g)].map(({ index }) => index)
