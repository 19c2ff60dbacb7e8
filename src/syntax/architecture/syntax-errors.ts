// What is wrong with a broken line of an architecture diagram, in words, and how to write it.

import { span } from '../../text/span'
import { type Explained, lineAround, problemsAs, secondHeader, unexpected } from '../problems'
import type { Stretch, ParseFailure as Unread } from '../written-text'
import type { Construct } from './parser'
import type { TokenKind } from './scanner'

type Failure = Unread<TokenKind, Construct>

export const problemsOf = problemsAs(
  (failure: Failure, text) => secondHeaderIn(failure, text) ?? explain(failure, text),
)

const secondHeaderIn = ({ at, reading }: Failure, text: string) =>
  reading === 'statement' ? secondHeader(at.start, text) : undefined

const forms: Readonly<Record<Construct, string>> = {
  header: 'the first line must be `architecture-beta`',
  statement: 'expected `group`, `service`, `junction`, `align`, or an arrow such as `web:R --> L:api`',
  id: 'expected an id: letters, digits, `_`, and `-` in the middle',
  parent: 'expected the id of a group after `in`',
  'end of line': 'expected the end of the line; a service reads `service id(icon)[Title] in group`',
  port: 'an arrow names the side it leaves and the side it enters: `web:R --> L:api`',
  side: 'expected a side: L, R, T or B',
  arrow: 'expected `--`, `-->` or `-[text]->` between the two sides',
  align: 'write `align row a b c` or `align column a b c`',
}

function explain({ at, reading, found, since }: Failure, text: string): Explained {
  const word = text.slice(at.start, at.end).trim()
  if (reading === 'header' && word === 'architecture') {
    const message = 'Write `architecture-beta`: Mermaid has no diagram type `architecture`'
    return { at, message, title: 'Write `architecture-beta`', edits: [{ at, text: 'architecture-beta' }] }
  }
  const foreign = foreignWord(since, text)
  if (foreign) return foreign
  if (found === 'side' && (reading === 'id' || reading === 'parent' || reading === 'statement'))
    return capital(at, text)
  if (found === 'keyword' && reading === 'id') {
    return { at, message: `\`${word}\` is a keyword of architecture diagrams and can't be an id` }
  }
  if (reading === 'end of line' && text[at.start] === '.') return dotted(at, text)
  return { at: word === '' ? span(since, at.start) : at, message: unexpected(word, forms[reading]) }
}

/** `subgraph web`, `participant web`: other kinds of diagrams have these. */
function foreignWord(since: number, text: string): Explained | undefined {
  const line = lineAround(since, text)
  const [, indent = '', word = ''] =
    /^([ \t]*)(subgraph|participant|actor|node)[ \t]+\w/.exec(line.text) ?? []
  if (word === '') return undefined
  const wanted = word === 'subgraph' ? 'group web(cloud)[Title]' : 'service web(server)[Title]'
  const from = line.start + indent.length
  return {
    at: span(from, from + word.length),
    message: `Architecture diagrams have no \`${word}\`: write \`${wanted}\``,
  }
}

/** Mermaid takes a capital L, R, T or B at the start of an id for a side. */
function capital(at: Stretch, text: string): Explained {
  const id = /^\w[-\w]*/.exec(text.slice(at.start))?.[0] ?? ''
  const lower = `${id[0]?.toLowerCase()}${id.slice(1)}`
  const where = span(at.start, at.start + id.length)
  const message = `An id can't start with a capital L, R, T or B, which Mermaid takes for a side; write \`${lower}\``
  return {
    at: where,
    message,
    title: `Write \`${lower}\``,
    edits: [{ at: span(at.start, at.start + 1), text: lower[0] ?? '' }],
  }
}

function dotted(at: Stretch, text: string): Explained {
  const where = span(at.start, at.start + 1)
  const next = /^\.\w*/.exec(text.slice(at.start))?.[0] ?? '.'
  const message = `An id can't contain \`.\`; write \`_\``
  return {
    at: span(at.start, at.start + next.length),
    message,
    title: 'Write `_`',
    edits: [{ at: where, text: '_' }],
  }
}
