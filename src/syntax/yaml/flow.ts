// Flow collections: `[a, b]` and `{ key: value }`, which may go on over several lines.

import { type Composer, flowValue, type YamlNode } from './composer'
import { isSpace, type YamlCursor } from './cursor'
import { Entries, type YamlKey } from './entries'
import { readQuoted } from './quoted'
import { complainOfColon, complainOfStart } from './syntax-errors'
import type { Value } from './value'

/** Reads the collection whose bracket stands here; undefined if there is none. */
export function readFlowCollection(composer: Composer, indent: number): YamlNode | undefined {
  const { cursor, open } = composer
  const { char: opening, at: start } = cursor
  if (opening !== '[' && opening !== '{') return undefined
  const closing = opening === '[' ? ']' : '}'
  const entries = new Entries(composer)
  const items: Value[] = []
  cursor.at++
  open.push(closing)
  while (goesOn(composer, closing, start)) {
    const pair = readPair(composer, indent)
    if (pair && opening === '{') entries.add(pair.key, pair.held ?? nothingAfter(pair.key, composer))
    else if (pair) items.push(itemOf(pair, composer))
    divide(cursor)
  }
  open.pop()
  const span = composer.span(start)
  const value: Value =
    opening === '[' ? { kind: 'list', items, span } : { kind: 'mapping', entries: entries.all, span }
  return { value }
}

/** Does another entry begin? If not, the collection is left behind. */
function goesOn({ cursor, open }: Composer, closing: string, start: number): boolean {
  for (;;) {
    cursor.skipSpace()
    const { char, at } = cursor
    if (char === closing) {
      cursor.at++
      cursor.close()
      return false
    }
    if (cursor.atEnd || ((char === ']' || char === '}') && open.includes(char))) {
      const opening = cursor.text[start] ?? ''
      cursor.complain(`This \`${opening}\` is never closed: expected \`${closing}\``, start, start + 1)
      return false
    }
    if (char !== ',' && char !== ']' && char !== '}') return true
    if (char === ',') cursor.complain('There is nothing before this comma; delete it', at, at + 1)
    else cursor.complain(`This \`${char}\` has no opening bracket; delete it`, at, at + 1)
    cursor.at++
  }
}

interface Pair {
  readonly key: YamlKey
  /** Undefined where there is no colon. */
  readonly held: Value | undefined
}

function readPair(composer: Composer, indent: number): Pair | undefined {
  const { cursor } = composer
  const isExplicit = cursor.char === '?' && isSpace(cursor.next)
  if (isExplicit) {
    cursor.at++
    cursor.skipSpace()
  }
  const { line, at: start } = cursor
  const value = composer.compose(indent, flowValue)?.value
  const key = { value, start, end: value ? cursor.lastEnd : start }
  cursor.skipSpace()
  if (cursor.char === ':' && (isExplicit || cursor.line === line)) {
    cursor.at++
    cursor.close()
    cursor.skipBlanks()
    const { at } = cursor
    cursor.skipSpace()
    return { key, held: composer.compose(indent, flowValue)?.value ?? composer.scalar(null, at, at) }
  }
  if (isExplicit) return { key, held: nothingAfter(key, composer) }
  if (value) return { key, held: undefined }
  complainOfStart(cursor, 'Nothing can be read here')
  skipEntry(cursor)
  return undefined
}

function itemOf(pair: Pair, composer: Composer): Value {
  if (!pair.held) return pair.key.value ?? nothingAfter(pair.key, composer)
  const entries = new Entries(composer)
  entries.add(pair.key, pair.held)
  return { kind: 'mapping', entries: entries.all, span: composer.span(pair.key.start) }
}

function nothingAfter({ end }: YamlKey, composer: Composer): Value {
  return composer.scalar(null, end, end)
}

/** What separates two entries. */
function divide(cursor: YamlCursor): void {
  cursor.skipSpace()
  const { char, at } = cursor
  if (char === ',') cursor.at++
  else if (char === ':') {
    complainOfLostComma(cursor)
    skipEntry(cursor)
  } else if (char !== ']' && char !== '}' && !cursor.atEnd)
    cursor.complain('Write a comma between two entries', at)
}

/** `a: one b: two`: the last word before the colon is a key, more often than not. */
function complainOfLostComma(cursor: YamlCursor): void {
  const { at, scalarStart, lineStart } = cursor
  const key = scalarStart < lineStart ? undefined : /\s(\S+)$/.exec(cursor.text.slice(scalarStart, at))?.[1]
  if (key === undefined) complainOfColon(cursor, at + 1)
  else
    cursor.complain(
      `Write a comma before \`${key}:\`, or quotes around a value that holds \`: \``,
      scalarStart,
      at + 1,
    )
}

/** Goes on at the next comma or bracket. */
function skipEntry(cursor: YamlCursor): void {
  while (!cursor.atEnd && cursor.char !== ',' && cursor.char !== ']' && cursor.char !== '}') {
    if (isSpace(cursor.char)) cursor.skipSpace()
    else if (readQuoted(cursor) === undefined) cursor.at++
  }
}
