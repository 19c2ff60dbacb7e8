// What is wrong with a broken line of an architecture diagram, in words, and how to write it.

import { type Span, span } from '../../text/span'
import { type Explained, problemsAs, secondHeader, unexpected } from '../problems'
import type { Problem } from '../tree'
import type { Stretch, ParseFailure as Unread } from '../written-text'
import { withoutClosingBraces } from './group-braces'
import { habitIn } from './habits'
import type { Construct } from './parser'
import type { TokenKind } from './scanner'

type UnreadLine = Unread<TokenKind, Construct>

type Failure = UnreadLine & { readonly places: Places }

/** Where each id stands; asked for only where one cannot be read. */
type Places = () => ReadonlyMap<string, readonly number[]>

const explained = problemsAs(
  (failure: Failure, text) => secondHeaderIn(failure, text) ?? explain(failure, text),
)

export function problemsOf(
  unread: readonly UnreadLine[],
  text: string,
  spanOf: (at: Span) => Span,
): Problem[] {
  if (unread.length === 0) return []
  const places = placesIn(text)
  const failures = unread.map(failure => ({ ...failure, places }))
  return explained(eachCapitalOnce(withoutClosingBraces(failures, text), text), text, spanOf)
}

/** Without the later places of an id that begins with a capital: its fix mends all of them. */
function eachCapitalOnce(failures: readonly Failure[], text: string): readonly Failure[] {
  const told = new Set<string>()
  return failures.filter(failure => {
    if (!isCapital(failure)) return true
    const id = idAt(failure.at.start, text)
    if (told.has(id)) return false
    told.add(id)
    return true
  })
}

const isCapital = ({ found, reading }: UnreadLine): boolean =>
  found === 'side' && (reading === 'id' || reading === 'parent' || reading === 'statement')

const idAt = (start: number, text: string): string =>
  /^\w[-\w]*/.exec(text.slice(start, start + longestId))?.[0] ?? ''

const longestId = 200

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

function explain(failure: Failure, text: string): Explained {
  const { at, reading, found, since } = failure
  const word = text.slice(at.start, at.end).trim()
  if (reading === 'header' && word === 'architecture') {
    const message = 'Write `architecture-beta`: Mermaid has no diagram type `architecture`'
    return { at, message, title: 'Write `architecture-beta`', edits: [{ at, text: 'architecture-beta' }] }
  }
  const habit = habitIn(since, text)
  if (habit) return habit
  if (isCapital(failure)) return capital(failure, text)
  if (found === 'keyword' && reading === 'id') {
    return { at, message: `\`${word}\` is a keyword of architecture diagrams and can't be an id` }
  }
  if (reading === 'end of line' && text[at.start] === '.') return dotted(at, text)
  return { at: word === '' ? span(since, at.start) : at, message: unexpected(word, forms[reading]) }
}

/** Mermaid takes a capital L, R, T or B at the start of an id for a side. */
function capital({ at, places }: Failure, text: string): Explained {
  const id = idAt(at.start, text)
  const lower = `${id[0]?.toLowerCase()}${id.slice(1)}`
  return {
    at: span(at.start, at.start + id.length),
    message: `An id can't start with a capital L, R, T or B, which Mermaid takes for a side; write \`${lower}\``,
    title: `Write \`${lower}\``,
    edits: (places().get(id) ?? []).map(start => ({ at: span(start, start + 1), text: lower[0] ?? '' })),
  }
}

/** Not in titles, icons and comments. */
function placesIn(text: string): Places {
  let places: Map<string, number[]> | undefined
  return () => {
    if (places) return places
    places = new Map()
    for (const { index, 0: word } of text.matchAll(idOrText)) {
      const known = places.get(word)
      if (known) known.push(index)
      else places.set(word, [index])
    }
    return places
  }
}

const idOrText =
  /\[[^\]\n]{0,400}\]|\([^)\n]{0,400}\)|%%[^\n]*|"[^"\n]*"|^[ \t]*(?:title|accTitle|accDescr)\b[^\n]*|\w[-\w]*/gm

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
