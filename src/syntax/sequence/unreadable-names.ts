// Ids of participants that Mermaid cannot read, in their declarations and wherever they stand again.

import { type Span, span } from '../../text/span'
import { type Line, lineAround } from '../problems'
import { mostPlaces } from './keyword-names'

export interface UnreadableName {
  readonly name: string
  /** Where it is declared. */
  readonly start: number
  /** What stands before it, on its line, and what behind. */
  readonly keyword: string
  readonly rest: string
  /** What it can't contain, and what can be written instead of all of it. */
  readonly mark: string
  readonly id: string
}

/** The id in a declaration, if Mermaid reads none there. */
export function isUnreadableName({ start, text }: Line): UnreadableName | undefined {
  const [, before = '', words = ''] =
    /^([ \t]*(?:create[ \t]+)?(?:participant|actor)[ \t]+)(\S.*)$/i.exec(text) ?? []
  const [written = ''] = /^.*?(?=@\{|[ \t]as[ \t]|$)/i.exec(words) ?? []
  const name = written.trimEnd()
  const rest = words.slice(name.length).trim()
  const found = /-{0,2}[<>]+|[:,@]/.exec(name)?.[0]
  const isSpaced = rest.startsWith('@{') && /\s/.test(name)
  if (name === '' || (found === undefined && !isSpaced)) return undefined
  const id = name.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, '')
  if (id === '') return undefined
  const mark = found === undefined ? 'spaces before `@{`' : `\`${found}\``
  return { name, start: start + before.length, keyword: before.trim(), rest, mark, id }
}

/** It keeps what is shown: behind `as`. */
export const declarationWith = ({ keyword, id, name, rest }: UnreadableName): string => {
  if (rest.startsWith('@{'))
    return `${keyword} ${id}${rest}${/\}[ \t]+as[ \t]/.test(rest) ? '' : ` as ${name}`}`
  return `${keyword} ${id} ${rest === '' ? `as ${name}` : rest}`
}

/** In its declaration, and at the ends of messages and notes; undefined where these are too many. */
export function renamed(unreadable: UnreadableName, text: string) {
  const { name, id, start } = unreadable
  const line = lineAround(start, text)
  const from = line.start + line.text.search(/\S/)
  const places = placesOf(name, text)?.filter(at => at.start !== start)
  if (!places) return undefined
  const edits = places.map(at => ({ at, text: id }))
  return [
    { at: span(from, line.start + line.text.trimEnd().length), text: declarationWith(unreadable) },
    ...edits,
  ]
}

function placesOf(name: string, text: string): readonly Span[] | undefined {
  const places: Span[] = []
  let count = 0
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const line = lineAround(at, text)
    const before = line.text.slice(0, at - line.start)
    const isText = before.includes(':') || /^[ \t]*(?:participant|actor)\b/i.test(before)
    const isWhole = !/\w$/.test(before) && !/^\w/.test(text.slice(at + name.length, at + name.length + 1))
    if (!isText && isWhole) places.push(span(at, at + name.length))
    if (++count > mostPlaces) return undefined
  }
  return places
}

/** Failures without those that only name somebody again whose id cannot be read. */
export function withoutNamesAgain<F extends { readonly since: number; readonly reading: string }>(
  failures: readonly F[],
  text: string,
): readonly F[] {
  const names = failures
    .filter(({ reading }) => reading === 'participant')
    .flatMap(({ since }) => isUnreadableName(lineAround(since, text))?.name ?? [])
    .slice(0, mostNames)
  if (names.length === 0) return failures
  return failures.filter(({ reading, since }) => {
    const [ends = ''] = lineAround(since, text).text.split(/:[^:]*$/)
    return reading === 'participant' || reading === 'end' || !names.some(name => ends.includes(name))
  })
}

/** As many as are looked for in every line that cannot be read. */
const mostNames = 20
