// Tags and anchors before a value, aliases in its place, and the `%TAG` lines above all.

import { end, isBreak, isFlowMark, isSpace, type YamlCursor } from './cursor'
import { type ScalarTag, scalarOf, scalarTags, taggedScalar } from './scalars'
import type { Value } from './value'

const core = 'tag:yaml.org,2002:'
const handle = /^(?:!|!!|![0-9A-Za-z-]+!)$/
const uri = /^(?:!|[^,[\]{}])(?:%[0-9a-f]{2}|[0-9a-z\-#;/?:@&=+$,_.!~*'()[\]])*$/i

/** Reads the tag that begins here; `prefixes` are those of its handles. */
export function readTag(cursor: YamlCursor, prefixes: ReadonlyMap<string, string>): string {
  const start = cursor.at++
  if (cursor.char === '<') return verbatimTag(cursor, start)
  while (!isSpace(cursor.char) && !cursor.atEnd) cursor.at++
  const [, named = '!', suffix = ''] =
    /^(!(?:[^!]*!)?)([\s\S]*)$/.exec(cursor.text.slice(start, cursor.at)) ?? []
  const prefix = prefixes.get(named) ?? (named === '!' ? '!' : named === '!!' ? core : undefined)
  const isTag = suffix === '' || (uri.test(suffix) && !/[![\]{},]/.test(suffix))
  const tag = isTag && handle.test(named) ? decoded(suffix) : undefined
  if (tag !== undefined && prefix !== undefined) return prefix + tag
  complainOfTag(cursor, start)
  return '!'
}

function verbatimTag(cursor: YamlCursor, start: number): string {
  const close = cursor.text.indexOf('>', cursor.at + 1)
  cursor.at = close < 0 ? cursor.text.length - 1 : close + 1
  const written = cursor.text.slice(start + 2, Math.max(start + 2, cursor.at - 1))
  const tag = written === '' || uri.test(written) ? decoded(written) : undefined
  if (tag !== undefined && close >= 0) return tag
  complainOfTag(cursor, start)
  return '!'
}

function complainOfTag(cursor: YamlCursor, start: number): void {
  cursor.complain('A value cannot start with `!` here; put it in quotes', start)
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** Reads the name after a `&` or `*`. */
export function readName(cursor: YamlCursor): string {
  const start = cursor.at++
  while (!isSpace(cursor.char) && !isFlowMark(cursor.char) && !cursor.atEnd) cursor.at++
  const name = cursor.text.slice(start + 1, cursor.at)
  if (name === '')
    cursor.complain(
      `A value cannot start with \`${cursor.text[start]}\` here; put it in quotes`,
      start,
      start + 1,
    )
  return name
}

/** What a tag makes of a value; `undefined` for no content. Undefined where the tag does not fit. */
export function tagged(tag: string, value: Value | undefined, nothing: Value): Value | undefined {
  if (tag === '!') return value ?? nothing
  const { span } = nothing
  if (tag === '?') {
    if (value === undefined || value.kind !== 'scalar') return value === undefined ? nothing : undefined
    return typeof value.value === 'string' ? { ...value, value: scalarOf(value.value) } : value
  }
  const name = tag.startsWith(core) ? tag.slice(core.length) : ''
  if (name === 'seq')
    return value === undefined ? { kind: 'list', items: [], span } : value.kind === 'list' ? value : undefined
  if (name === 'map')
    return value === undefined
      ? { kind: 'mapping', entries: [], span }
      : value.kind === 'mapping'
        ? value
        : undefined
  if (!isScalarTag(name) || (value !== undefined && value.kind !== 'scalar')) return undefined
  const made = taggedScalar(name, value?.value ?? null)
  return made === undefined ? undefined : { kind: 'scalar', span: (value ?? nothing).span, value: made }
}

function isScalarTag(name: string): name is ScalarTag {
  return scalarTags.some(tag => tag === name)
}

/** Reads `%YAML` and `%TAG` lines at the top; returns the prefixes that they give to handles, undefined if there are none. */
export function readDirectives(cursor: YamlCursor): ReadonlyMap<string, string> | undefined {
  const prefixes = new Map<string, string>()
  let version: string | undefined
  let found = false
  for (;;) {
    cursor.skipSpace()
    if (cursor.indent > 0 || cursor.char !== '%') return found ? prefixes : undefined
    found = true
    const start = cursor.at
    const [name, ...words] = directiveWords(cursor)
    const [first = '', second = ''] = words
    if (
      name === '%TAG' &&
      words.length === 2 &&
      handle.test(first) &&
      !prefixes.has(first) &&
      uri.test(second)
    )
      prefixes.set(first, decoded(second) ?? second)
    else if (name === '%YAML' && words.length === 1 && /^0*1\.\d+$/.test(first) && version === undefined)
      version = first
    else if (name === '%' || name === '%TAG' || name === '%YAML')
      cursor.complain('A line cannot start with `%` here; put the value in quotes', start)
  }
}

function directiveWords(cursor: YamlCursor): string[] {
  const start = cursor.at
  while (!isBreak(cursor.char) && cursor.char !== end) cursor.at++
  const line = cursor.text.slice(start, cursor.at)
  // The indentation of the next line is not looked at.
  if (!cursor.atEnd) cursor.readBreak()
  return line
    .replace(/[ \t]#.*$/, '')
    .split(/[ \t]+/)
    .filter(word => word !== '')
}
