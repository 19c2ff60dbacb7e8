// What is wrong with a broken line of a sequence diagram, in words, and how to write it.

import { type Span, span } from '../../text/span'
import { type Explained, lineAround, lineEnd, problemsAs, secondHeader, unexpected } from '../problems'
import type { ParseFailure as Unread } from '../written-text'
import type { Construct } from './events'
import { endWithWord, habitIn, withoutConsequences } from './habits'
import { type MissingEnd, missingEnds } from './missing-ends'
import type { TokenKind } from './scanner'

type Failure = Unread<TokenKind, Construct> & Partial<Pick<MissingEnd, 'keyword' | 'branch'>>

const explained = problemsAs(
  (failure: Failure, text) => secondHeaderIn(failure, text) ?? explain(failure, text),
)

export const problemsOf: typeof explained = (failures, text, spanOf) =>
  explained(placed(withoutConsequences(failures, text), text), text, spanOf)

/** Failures of blocks without `end`, at those blocks of which the indentation says so. */
function placed(failures: readonly Failure[], text: string): readonly Failure[] {
  const open = failures.filter(({ reading }) => reading === 'end')
  if (open.length === 0) return failures
  const missing = missingEnds(text, open.length)
  if (missing.length === 0) return failures
  const others = failures.filter(({ reading }) => reading !== 'end')
  return [...others, ...missing.map((block): Failure => ({ ...open[0]!, ...block, since: block.at.start }))]
}

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
    const sender = keywordAsSender(text, at.start)
    if (sender) return sender
    const branch = meantAsBranch(failure)
    if (branch) return branch
    const end = text.trimEnd().length
    return {
      at,
      message: 'This block has no `end`',
      title: 'Add `end`',
      edits: [{ at: span(end, end), text: '\nend' }],
    }
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
    return { at, message: 'There is no block for this `end` to close' }
  return (
    habitIn(failure, text) ??
    ofFlowcharts(failure, text) ??
    nodeOfFlowcharts(failure, text) ??
    cutBySemicolon(failure, text) ??
    keywordAsName(failure, text) ??
    missingText(failure, text) ?? {
      at,
      message: unexpected(word, forms[reading]),
    }
  )
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
  return {
    at,
    message: `Sequence diagrams have no \`${keyword}\`: Mermaid reads it as the name of a participant`,
    title: 'Turn the line into a comment',
    edits: [{ at: span(start, start), text: '%% ' }],
  }
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
  if (reading !== 'arrow' && reading !== 'statement' && reading !== 'receiver') return undefined
  const start = text.lastIndexOf('\n', since - 1) + 1
  const semicolon = start + text.slice(start, since + 1).lastIndexOf(';')
  const before = text.slice(start, semicolon)
  if (semicolon < start || !/:|\bas\b|^\s*(?:loop|alt|opt|par|else|and|note)\b/i.test(before))
    return undefined
  const end = lineEnd(text, semicolon)
  return {
    at: span(semicolon, Math.max(semicolon + 1, Math.min(at.end, end))),
    message: 'A `;` ends the statement here, also inside a text; write `#59;` for a semicolon that is shown',
    title: 'Write `#59;`',
    edits: semicolonsIn(text.slice(semicolon, end)).map(index => ({
      at: span(semicolon + index, semicolon + index + 1),
      text: '#59;',
    })),
  }
}

/** Each would end the statement again: but not those of codes, nor one at the end. */
const semicolonsIn = (words: string): readonly number[] =>
  [...words.trimEnd().matchAll(/(?<!#\w{1,10});(?!$)/g)].map(({ index }) => index)

const keywords =
  /^(?:end|note|par|opt|alt|loop|box|and|over|off|else|option|break|rect|critical|participant|actor|create|destroy|activate|deactivate|links?|properties|details|title|accTitle|accDescr)$/i

/** A participant whose name begins with a keyword: Mermaid reads the keyword. */
function keywordAsName({ at, reading, since }: Failure, text: string): Explained | undefined {
  // A title takes the text behind it along.
  const [word = ''] = /^\w+/.exec(text.slice(at.start, at.end)) ?? []
  if (reading === 'receiver' && keywords.test(word)) return keywordIn(word, at.start)
  return keywordAsSender(text, since)
}

/** `Opt->>API: load`: Mermaid opens a block that nothing ends. */
function keywordAsSender(text: string, start: number): Explained | undefined {
  const [, name = ''] = /^(\w+)[ \t]*(?:-|<<-)/.exec(text.slice(start, start + 200)) ?? []
  return keywords.test(name) ? keywordIn(name, start) : undefined
}

function keywordIn(name: string, start: number): Explained {
  const where = span(start, start + name.length)
  const message = `\`${name}\` is a keyword of sequence diagrams and can't name a participant, in any case of letters`
  return { at: where, message, title: `Write \`${name}_\``, edits: [{ at: where, text: `${name}_` }] }
}

function missingText({ at, reading, found }: Failure, text: string): Explained | undefined {
  if (reading !== 'message text' || found !== 'line end') return undefined
  const end = Math.min(at.start, lineEnd(text, at.start))
  const place = span(end, end)
  const message = 'A message needs a `:` after its receiver, even without a text'
  return {
    at: span(Math.max(0, end - 1), end),
    message,
    title: 'Add `:`',
    verbatim: true,
    edits: [{ at: place, text: ':' }],
  }
}
