// The statements of a flowchart that say how things look: style, linkStyle, classDef, class, click.

import { type Cursor, idKinds } from './cursor'
import type { TokenKind } from './scanner'
import type { Action, QuotableText } from './statements'

const styleKinds: ReadonlySet<TokenKind> = new Set<TokenKind>(['number', 'word', ':', 'blank', '#', 'style'])
const nameKinds: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'number',
  'letter',
  'word',
  'direction',
  'v',
  '-',
  ',',
  ':',
  '&',
  '#',
  '*',
])

const readers: ReadonlyMap<TokenKind, (cursor: Cursor) => Action | undefined> = new Map<
  TokenKind,
  (cursor: Cursor) => Action | undefined
>([
  ['style', style],
  ['linkStyle', linkStyle],
  ['classDef', classDefinition],
  ['class', classOfNodes],
  ['click', click],
])

/** The reader of the styling statement that begins with this token, if one does. */
export function stylingReader(kind: TokenKind): ((cursor: Cursor) => Action | undefined) | undefined {
  return readers.get(kind)
}

function style(cursor: Cursor): Action | undefined {
  const { start } = cursor.token
  cursor.advance()
  const id = cursor.take('blank') ? cursor.run(idKinds) : undefined
  if (!id || !cursor.take('blank') || !styles(cursor)) return cursor.fail('style', start)
  return { kind: 'style', id }
}

function styles(cursor: Cursor): boolean {
  do {
    if (!cursor.run(styleKinds)) return false
  } while (cursor.take(','))
  return true
}

function linkStyle(cursor: Cursor): Action | undefined {
  const { start } = cursor.token
  cursor.advance()
  const indexes = cursor.take('blank') ? arrowIndexes(cursor) : undefined
  if (!indexes || !cursor.take('blank')) return cursor.fail('style of arrow', start)
  const done = cursor.take('interpolate') ? interpolation(cursor) : styles(cursor)
  if (!done) return cursor.fail('style of arrow', start)
  return { kind: 'link style', indexes }
}

function arrowIndexes(cursor: Cursor): QuotableText[] | undefined {
  if (cursor.take('default')) return []
  const indexes: QuotableText[] = []
  do {
    const { start, end } = cursor.token
    if (!cursor.take('number')) return undefined
    indexes.push({ start, end, text: cursor.text.slice(start, end), quoted: false })
  } while (cursor.take(','))
  return indexes
}

function interpolation(cursor: Cursor): boolean {
  return (
    cursor.take('blank') && cursor.run(nameKinds) !== undefined && (!cursor.take('blank') || styles(cursor))
  )
}

function classDefinition(cursor: Cursor): Action | undefined {
  const { start } = cursor.token
  cursor.advance()
  const names = cursor.take('blank') ? cursor.run(idKinds) : undefined
  if (!names || !cursor.take('blank') || !styles(cursor)) return cursor.fail('class definition', start)
  return { kind: 'class definition', names }
}

function classOfNodes(cursor: Cursor): Action | undefined {
  const { start } = cursor.token
  cursor.advance()
  const ids = cursor.take('blank') ? cursor.run(idKinds) : undefined
  const name = ids && cursor.take('blank') ? cursor.run(idKinds) : undefined
  if (!ids || !name) return cursor.fail('class', start)
  return { kind: 'class of node', ids, name }
}

function click(cursor: Cursor): Action | undefined {
  const { start, end } = cursor.token
  const id = { start, end, text: cursor.slice(cursor.token), quoted: false }
  cursor.advance()
  if (!clickEffect(cursor)) return cursor.fail('click', start)
  return { kind: 'click', id }
}

function clickEffect(cursor: Cursor): boolean {
  // A name without a bracket after it goes on to the end of the text.
  if (cursor.token.kind === 'callback' && cursor.token.end === cursor.text.length) return false
  if (cursor.take('callback')) {
    cursor.take('callback arguments')
    return tooltip(cursor)
  }
  if (cursor.token.kind !== 'href' && cursor.token.kind !== 'string')
    return !!cursor.run(nameKinds) && tooltip(cursor)
  cursor.take('href')
  if (!cursor.take('string')) return false
  if (!cursor.take('blank')) return true
  if (cursor.take('target')) return true
  return cursor.take('string') && (!cursor.take('blank') || cursor.take('target'))
}

function tooltip(cursor: Cursor): boolean {
  return !cursor.take('blank') || cursor.take('string')
}
