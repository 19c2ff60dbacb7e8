// Where a cursor stands among the settings of a frontmatter: under which keys, at which key or value.

import { type Span, span } from '../../text/span'

export interface SettingPlace {
  /** The keys around it, outermost first. */
  readonly path: readonly string[]
  /** The key whose value stands here; undefined where a key does. */
  readonly key?: string
  /** The keys that are written beside it. */
  readonly siblings: ReadonlySet<string>
}

/** A key with its colon: in quotes, or in words of any language; longer ones are no names. */
const writtenKey = String.raw`(?:"([^"\n]{0,100})"|'([^'\n]{0,100})'|((?![\s"'-])[^"'{}[\],:#\n]{1,100}?))[ \t]*:(?=\s|$)`
const keyOfLine = new RegExp(String.raw`^[ \t]*(?:-[ \t]+)?${writtenKey}`)
const keyOrMark = new RegExp(String.raw`(?<=^|[\s{,[])${writtenKey}|"[^"]*"|'[^']*'|[{},[\]]`, 'g')

const nameIn = ([, double, single, plain]: readonly string[]): string | undefined => double ?? single ?? plain

/** The name of the key that stands around an offset; undefined where none does. */
export function keySpanAt(text: string, offset: number): Span | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const line = text.slice(lineStart).split('\n', 1)[0] ?? ''
  for (const match of line.matchAll(keyOrMark)) {
    const name = nameIn(match)
    if (name === undefined) continue
    const start = lineStart + match.index + (match[0].startsWith(name) ? 0 : 1)
    if (start <= offset && offset <= start + name.length) return span(start, start + name.length)
  }
  return undefined
}

/**
 * Reads YAML up to an offset: blocks by indentation, and the braces of the last line. `within` are keys that stand
 * around all of the text.
 */
export function settingPlace(text: string, offset: number, within: readonly string[] = []): SettingPlace {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const line = text.slice(lineStart, offset)
  const indentation = indentationOf(line)
  const outer = [...within, ...parentsOf(text.slice(0, lineStart), indentation)]
  const flow = inBraces(line)
  if (flow.depth > 0)
    return { path: [...outer, ...flow.path], ...keyed(flow.key), siblings: new Set(flow.siblings) }
  const key = keyIn(line)
  const item = /^\s*-\s/.test(line) ? outer.at(-1) : undefined
  if (item !== undefined) return { path: outer.slice(0, -1), ...keyed(item), siblings: new Set() }
  return { path: outer, ...keyed(key), siblings: beside(text, lineStart, indentation) }
}

const keyIn = (line: string): string | undefined => nameIn(keyOfLine.exec(line) ?? [])

const keyed = (key: string | undefined) => (key === undefined ? {} : { key })

const indentationOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0

/** The keys of the lines above that stand further left, outermost first. */
function parentsOf(above: string, indentation: number): readonly string[] {
  const parents: string[] = []
  let left = indentation
  for (const line of above.split('\n').reverse()) {
    const key = keyIn(line)
    if (key === undefined || indentationOf(line) >= left) continue
    parents.unshift(key)
    left = indentationOf(line)
  }
  return parents
}

/** The keys of lines as far right, up to those further left on both sides. */
function beside(text: string, lineStart: number, indentation: number): ReadonlySet<string> {
  const lineEnd = text.indexOf('\n', lineStart)
  const above = text
    .slice(0, Math.max(0, lineStart - 1))
    .split('\n')
    .reverse()
  const below = lineEnd < 0 ? [] : text.slice(lineEnd + 1).split('\n')
  return new Set([above, below].flatMap(lines => keysAt(lines, indentation)))
}

function keysAt(lines: readonly string[], indentation: number): readonly string[] {
  const end = lines.findIndex(line => line.trim() !== '' && indentationOf(line) < indentation)
  return lines.slice(0, end < 0 ? lines.length : end).flatMap(line => {
    const key = keyIn(line)
    return key !== undefined && indentationOf(line) === indentation ? [key] : []
  })
}

interface Flow {
  readonly depth: number
  /** The keys before the braces that are open. */
  readonly path: readonly string[]
  readonly key?: string
  readonly siblings: readonly string[]
}

/** Follows the braces of a line; lists give the key that they are the value of. */
function inBraces(line: string): Flow {
  const path: string[] = []
  let siblings: string[] = []
  let key: string | undefined
  for (const match of line.matchAll(keyOrMark)) {
    const [token] = match
    const name = nameIn(match)
    if (name !== undefined) {
      key = name
      siblings.push(name)
    } else if (token === '{') {
      path.push(key ?? '')
      siblings = []
      key = undefined
    } else if (token === '}') {
      path.pop()
      siblings = []
      key = undefined
    } else if (token === ',' && !isInList(line)) key = undefined
  }
  return { depth: path.length, path: path.filter(name => name !== ''), ...keyed(key), siblings }
}

const isInList = (line: string): boolean => line.lastIndexOf('[') > line.lastIndexOf(']')
