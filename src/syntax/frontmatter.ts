// A diagram's frontmatter: its title, and what would make Mermaid refuse it. The values are read by the model.

import { type Span, span } from '../text/span'
import { scalarOf } from './yaml'

export interface FrontmatterFault {
  readonly span: Span
  readonly message: string
}

/** The value of `title:` at the top level. */
export function titleIn(text: string): string | undefined {
  const written = /^[ \t]*title:[ \t]+(\S[^\n\r]*)$/m.exec(text)?.[1]?.trim()
  if (written === undefined) return undefined
  const quoted = /^(["'])(.*)\1$/.exec(written)?.[2]
  const value = quoted ?? scalarOf(written.replace(/\s#.*$/, ''))
  return value === null ? undefined : String(value)
}

/** The first fault of indentation, quotes or colons; offsets count from `base`. */
export function faultIn(text: string, base: number): FrontmatterFault | undefined {
  if (!/:(?:\s|$)/m.test(text)) return undefined
  const checker = new Checker()
  let at = 0
  for (const line of text.split('\n')) {
    const fault = checker.check(line.replace(/\r$/, ''))
    if (fault)
      return { span: span(base + at + fault.at, base + at + line.trimEnd().length), message: fault.message }
    at += line.length + 1
  }
  const open = checker.unclosed
  return open === ''
    ? undefined
    : {
        span: span(base, base + text.trimEnd().length),
        message: `Something here needs a closing \`${open}\``,
      }
}

interface LineFault {
  readonly at: number
  readonly message: string
}

/** How deep a mapping is indented, and the keys it has. */
interface Level {
  readonly indent: number
  readonly keys: Set<string>
}

class Checker {
  private readonly levels: Level[] = []
  /** Lines indented deeper than this belong to a text in several lines. */
  private textIndent = Number.POSITIVE_INFINITY
  /** Brackets and quotes that are still open at the end of a line. */
  private open = ''
  private mayDeepen = true

  /** The closing mark that is still missing. */
  get unclosed(): string {
    return this.open
  }

  check(line: string): LineFault | undefined {
    if (this.open !== '') return this.close(line)
    const indent = line.length - line.trimStart().length
    const words = line.trim()
    if (words === '' || words.startsWith('#')) return undefined
    if (indent > this.textIndent) return undefined
    this.textIndent = Number.POSITIVE_INFINITY
    if (line.slice(0, indent).includes('\t'))
      return { at: 0, message: 'Frontmatter is indented with blanks, not with tabs' }
    const item = /^(?:-[ \t]+)+|^-$/.exec(words)?.[0] ?? ''
    if (item === '-') return undefined
    return this.entry(words.slice(item.length), indent + item.length, item !== '')
  }

  private entry(words: string, indent: number, item: boolean): LineFault | undefined {
    const key =
      /^(?:"[^"]*"|'[^']*'|[^\s"'[\]{}`@%|>&*!,#](?:[^:#]|:(?=\S)|(?<=\S)#)*?)[ \t]*:(?:[ \t]+|$)/.exec(
        words,
      )?.[0]
    if (key === undefined) return item ? this.value(words, indent, indent) : this.bare(words, indent)
    const placed = this.place(key.replace(/[ \t]*:[ \t]*$/, ''), indent)
    if (placed) return placed
    const value = words.slice(key.length)
    this.mayDeepen = value === '' || value.startsWith('#')
    return this.value(value, indent, indent + key.length)
  }

  /** A line without a key: an item of a list, the rest of a long text, or a mistake. */
  private bare(words: string, indent: number): LineFault | undefined {
    if (/^[`@%]/.test(words))
      return { at: indent, message: `A frontmatter value can't begin with \`${words[0]}\`; put it in quotes` }
    const inner = this.levels[this.levels.length - 1]
    if (inner && indent <= inner.indent)
      return { at: indent, message: 'Write `key: value`, with a blank after the colon' }
    return this.value(words, indent, indent)
  }

  private place(key: string, indent: number): LineFault | undefined {
    while ((this.levels[this.levels.length - 1]?.indent ?? -1) > indent) {
      this.levels.pop()
      this.mayDeepen = this.levels.some(level => level.indent === indent)
    }
    const level = this.levels[this.levels.length - 1]
    if (level?.indent === indent) {
      if (level.keys.has(key)) return { at: indent, message: `\`${key}\` is given twice` }
      level.keys.add(key)
      return undefined
    }
    if (!this.mayDeepen)
      return { at: indent, message: 'This line is indented differently from the lines above' }
    this.levels.push({ indent, keys: new Set([key]) })
    return undefined
  }

  private value(value: string, indent: number, at: number): LineFault | undefined {
    if (/^[|>]/.test(value)) this.textIndent = indent
    else if (/^["'[{]/.test(value)) return this.begin(value)
    else if (/^[`@%]/.test(value))
      return { at, message: `A frontmatter value can't begin with \`${value[0]}\`; put it in quotes` }
    else if (/:(?:\s|$)/.test(value.replace(/\s#.*$/, '')))
      return { at, message: 'This value holds `: `; put it in quotes' }
    return undefined
  }

  private begin(value: string): undefined {
    const closing = { '"': '"', "'": "'", '[': ']', '{': '}' }[value[0] ?? ''] ?? ''
    this.open = closing
    this.close(value.slice(1))
  }

  private close(line: string): undefined {
    if (line.includes(this.open)) this.open = ''
  }
}
