// The little YAML that diagrams hold: mappings of scalars and lists, with the span of every key and value.

import type { Attribute, Scalar } from './tree'

export interface Entries {
  readonly attributes: readonly Attribute[]
  /** Where a reader of real YAML would stop, and why. */
  readonly fault?: { readonly at: number; readonly message: string }
}

/** Reads `key: value, key: value` or, as a block, one pair a line; offsets count from `base`. */
export function readEntries(text: string, base: number, block: boolean): Entries {
  return new Reader(text, base).read(block)
}

/** A scalar as YAML's JSON schema reads it. */
export function scalarOf(text: string): Scalar {
  if (text === '' || text === '~' || /^(?:null|Null|NULL)$/.test(text)) return null
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  if (/^[-+]?(?:\d[\d_]*)(?:\.\d*)?(?:[eE][-+]?\d+)?$|^[-+]?\.\d+(?:[eE][-+]?\d+)?$/.test(text)) {
    return Number(text.replace(/_/g, ''))
  }
  return text
}

class Reader {
  private at = 0
  private readonly attributes: Attribute[] = []
  private fault: Entries['fault']

  constructor(
    private readonly text: string,
    private readonly base: number,
  ) {}

  read(block: boolean): Entries {
    while (this.at < this.text.length) {
      this.skip(block ? /[\s,]*/y : /\s*/y)
      if (this.comment()) continue
      if (this.at >= this.text.length) break
      const before = this.at
      this.pair(block)
      if (!block) this.comma()
      if (this.at === before) this.at++
    }
    return { attributes: this.attributes, ...(this.fault && { fault: this.fault }) }
  }

  private pair(block: boolean): void {
    const start = this.at
    const key = this.quoted() ?? this.plainKey(block)
    const end = this.at
    this.skip(/[^\S\n]*/y)
    if (this.text[this.at] !== ':') {
      if (key === '') return
      if (block) this.complain(start, `\`${key}\` has no value; write \`${key}: value\``)
      this.add(key, { start, end, value: null, from: end, to: end })
      return
    }
    this.at++
    if (block && this.at < this.text.length && !/\s/.test(this.text[this.at]!)) {
      this.complain(this.at, `write a blank after \`${key}:\``)
    }
    this.skip(/[^\S\n]*/y)
    const from = this.at
    const value = this.value(block)
    this.add(key, { start, end, value, from, to: Math.max(from, this.valueEnd(from)) })
  }

  private add(
    key: string,
    {
      start,
      end,
      value,
      from,
      to,
    }: { start: number; end: number; value: Attribute['value']; from: number; to: number },
  ): void {
    const { base } = this
    if (this.attributes.some(attribute => attribute.key === key))
      this.complain(start, `\`${key}\` is given twice`)
    this.attributes.push({
      key,
      keySpan: { start: base + start, end: base + end },
      value,
      valueSpan: { start: base + from, end: base + to },
    })
  }

  private plainKey(block: boolean): string {
    const key = this.match(
      block
        ? /(?:[^\s:#]|:(?!\s|$)|[^\S\n]+(?=[^\s:#])|(?<=\S)#)+/y
        : /[^\s:,#[\]{}"'](?:[^\s:,[\]{}]|:(?![\s,]|$)|[^\S\n]+(?=[^\s:,#]))*/y,
    )
    return key.trim()
  }

  private value(block: boolean): Attribute['value'] {
    if (this.text[this.at] === '[') return this.list()
    if (this.text[this.at] === '{') return this.nested()
    const quoted = this.quoted()
    if (quoted !== undefined) return quoted
    const plain = this.match(block ? /(?:[^\n#]|(?<=\S)#)*/y : /(?:[^\n,#[\]{}]|(?<=\S)#)*/y).trim()
    const colon = plain.search(/:(?:\s|$)/)
    if (colon >= 0) this.complain(this.at, `\`${plain}\` holds \`: \`; write it in double quotes`)
    return scalarOf(plain)
  }

  private list(): Scalar[] {
    const items: Scalar[] = []
    const start = this.at
    this.at++
    while (this.at < this.text.length) {
      this.skip(/[\s,]*/y)
      if (this.text[this.at] === ']') {
        this.at++
        return items
      }
      const before = this.at
      const quoted = this.quoted()
      if (quoted !== undefined) items.push(quoted)
      else {
        const plain = this.match(/[^,\]\n]+/y).trim()
        if (plain !== '') items.push(scalarOf(plain))
      }
      if (this.at === before) this.at++
    }
    this.complain(start, 'this list has no `]`')
    return items
  }

  /** A mapping inside a mapping is kept as its text. */
  private nested(): string {
    const start = this.at
    let depth = 0
    while (this.at < this.text.length) {
      const char = this.text[this.at]
      if (char === '"' || char === "'") {
        this.quoted()
        continue
      }
      if (char === '{') depth++
      if (char === '}') depth--
      this.at++
      if (depth === 0) break
    }
    return this.text.slice(start, this.at)
  }

  private quoted(): string | undefined {
    const start = this.at
    const quote = this.text[start]
    if (quote !== '"' && quote !== "'") return undefined
    const found = this.match(quote === '"' ? /"(?:[^"\\]|\\[\s\S])*"/y : /'(?:[^']|'')*'/y)
    if (found === '') {
      this.complain(start, `this ${quote} is never closed`)
      return this.match(/[^\n]*/y)
        .slice(1)
        .trimEnd()
    }
    return quote === "'" ? found.slice(1, -1).replace(/''/g, "'") : unescaped(found.slice(1, -1))
  }

  /** What separates two pairs on one line. */
  private comma(): void {
    this.skip(/\s*/y)
    if (this.at >= this.text.length || this.text[this.at] === '#') return
    if (this.text[this.at] === ',') this.at++
    else this.complain(this.at, 'write a comma between two values')
  }

  private comment(): boolean {
    if (this.text[this.at] !== '#') return false
    this.skip(/[^\n]*/y)
    return true
  }

  private valueEnd(from: number): number {
    let end = this.at
    while (end > from && this.text[end - 1]!.trim() === '') end--
    return end
  }

  private complain(at: number, message: string): void {
    this.fault ??= { at: this.base + at, message }
  }

  private skip(pattern: RegExp): void {
    this.match(pattern)
  }

  private match(sticky: RegExp): string {
    sticky.lastIndex = this.at
    const found = sticky.exec(this.text)?.[0] ?? ''
    this.at += found.length
    return found
  }
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  '"': '"',
  '\\': '\\',
  '/': '/',
}

function unescaped(text: string): string {
  const lines = text.replace(/\n\s*/g, '<br/>')
  if (!lines.includes('\\')) return lines
  return lines.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\s\S]))/g,
    (whole, x?: string, u?: string, one?: string) =>
      one === undefined ? String.fromCharCode(Number.parseInt(x ?? u ?? '', 16)) : (escapes[one] ?? whole),
  )
}
