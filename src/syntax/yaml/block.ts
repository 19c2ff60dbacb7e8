// Block collections: a dash or a `key: value` on each line, indented alike.

import { blockItem, blockKey, type Composer, type YamlNode } from './composer'
import { isBlank, isSpace } from './cursor'
import { Entries, type YamlKey } from './entries'
import { complainOfStart, complainOfTab, otherwiseIndented } from './syntax-errors'
import type { Value } from './value'

/** Reads the list whose first dash stands here, in the column `indent`; undefined if none does. */
export function readBlockList(composer: Composer, indent: number): YamlNode | undefined {
  const { cursor } = composer
  const start = cursor.at
  const items: Value[] = []
  // Behind a tab no block collection can begin.
  if (cursor.firstTab >= 0) return undefined
  while (!cursor.atEnd) {
    refuseTab(composer)
    if (cursor.char !== '-' || !isSpace(cursor.next)) break
    const dash = cursor.at++
    cursor.close()
    if (cursor.skipSpace() > 0 && cursor.indent <= indent) {
      items.push(composer.scalar(null, dash + 1, dash + 1))
      continue
    }
    const { line } = cursor
    items.push(composer.compose(indent, blockItem)?.value ?? composer.scalar(null, dash + 1, dash + 1))
    leaveLine(composer, line, indent)
    if (cursor.indent < indent) break
  }
  return items.length === 0 ? undefined : { value: { kind: 'list', items, span: composer.span(start) } }
}

/** Reads the mapping whose first key stands here, in the column `indent`; a lone value comes back as it is. */
export function readBlockMapping(
  composer: Composer,
  indent: number,
  flowIndent: number,
): YamlNode | undefined {
  if (composer.cursor.firstTab >= 0) return undefined
  return new BlockMapping(composer, indent, flowIndent).read()
}

function refuseTab({ cursor }: Composer): void {
  if (cursor.firstTab >= 0) complainOfTab(cursor)
}

/** Goes to the next line that can belong to the collection; whatever else is left of this one is reported. */
function leaveLine({ cursor }: Composer, line: number, indent: number): void {
  cursor.skipSpace()
  if (cursor.atEnd || (cursor.line !== line && cursor.indent <= indent)) return
  const isRest = cursor.line === line
  complainOfStart(
    cursor,
    isRest ? 'Nothing can follow the value here; put all of it in quotes' : otherwiseIndented,
  )
  cursor.skipBlock(indent)
}

class BlockMapping {
  private readonly entries: Entries
  private readonly start: number
  /** A key after `?` that has no value yet. */
  private waiting: YamlKey | undefined
  private detected = false

  constructor(
    private readonly composer: Composer,
    private readonly indent: number,
    private readonly flowIndent: number,
  ) {
    this.entries = new Entries(composer)
    this.start = composer.cursor.at
  }

  read(): YamlNode | undefined {
    const { cursor } = this.composer
    while (!cursor.atEnd) {
      const { line } = cursor
      const isMarked = (cursor.char === '?' || cursor.char === ':') && isSpace(cursor.next)
      if (!this.waiting) refuseTab(this.composer)
      const lone = isMarked ? this.marked() : this.implicit(line)
      if (lone === 'none') break
      if (lone) return lone
      leaveLine(this.composer, line, this.indent)
      if (cursor.indent < this.indent) break
    }
    this.storeWaiting()
    if (!this.detected) return undefined
    return { value: { kind: 'mapping', entries: this.entries.all, span: this.composer.span(this.start) } }
  }

  /** After `?` a key, after `:` its value. */
  private marked(): undefined {
    const { cursor } = this.composer
    const { char, at } = cursor
    cursor.at++
    cursor.close()
    this.detected = true
    if (char === '?') {
      this.storeWaiting()
      const start = this.nextStart()
      const value = this.composed(true)
      this.waiting = { value, start, end: value ? cursor.lastEnd : start }
      return
    }
    if (!this.waiting) cursor.complain('There must be a key before this colon', at, at + 1)
    const key = this.waiting ?? { value: undefined, start: at, end: at }
    this.waiting = undefined
    this.store(key, true)
  }

  /** A key and its value; a value alone where no key was seen yet; or nothing. */
  private implicit(line: number): YamlNode | 'none' | undefined {
    const { cursor } = this.composer
    const start = cursor.at
    const node = this.composer.compose(this.flowIndent, blockKey)
    if (!node) {
      const isItem = cursor.char === '-' && isSpace(cursor.next)
      if (!this.detected || isItem || cursor.atDivider()) return 'none'
      complainOfStart(cursor, 'Write `key: value` here, with a space after the colon')
      return this.skip(line)
    }
    const key = { value: node.value, start, end: cursor.lastEnd }
    if (cursor.line === line) while (isBlank(cursor.char)) cursor.at++
    if (cursor.line !== line || cursor.char !== ':') {
      if (!this.detected) return { value: node.value }
      if (cursor.line !== line && cursor.char === ':') complainOfStart(cursor, '')
      cursor.complain('Write `key: value` here, with a space after the colon', start)
      this.entries.add(key, this.composer.scalar(null, key.end, key.end))
      return this.skip(line)
    }
    cursor.at++
    cursor.close()
    if (!isSpace(cursor.char)) cursor.complain('Write a space after this colon', cursor.at - 1, cursor.at)
    this.storeWaiting()
    this.detected = true
    this.store(key, false)
    return undefined
  }

  /** What is left of a line that could not be read. */
  private skip(line: number): undefined {
    const { cursor } = this.composer
    if (cursor.line === line) cursor.skipLine()
  }

  private store(key: YamlKey, compact: boolean): void {
    const at = this.nextStart()
    this.entries.add(key, this.composed(compact) ?? this.composer.scalar(null, at, at))
  }

  private storeWaiting(): void {
    if (this.waiting)
      this.entries.add(this.waiting, this.composer.scalar(null, this.waiting.end, this.waiting.end))
    this.waiting = undefined
  }

  private composed(compact: boolean): Value | undefined {
    return this.composer.compose(this.indent, { context: 'block out', seeks: true, compact })?.value
  }

  /** Where a value on this line begins. */
  private nextStart(): number {
    const { text, at } = this.composer.cursor
    let start = at
    while (isBlank(text[start] ?? '')) start++
    return start
  }
}
