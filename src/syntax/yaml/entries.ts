// The entries of one mapping, each key once.

import type { Composer } from './composer'
import { stringOf, type Value, type YamlEntry } from './value'

export interface YamlKey {
  /** Undefined for an empty key, which reads `null`. */
  readonly value: Value | undefined
  readonly start: number
  readonly end: number
}

export class Entries {
  readonly all: YamlEntry[] = []
  private readonly keys = new Set<string>()

  constructor(private readonly composer: Composer) {}

  add({ value, start, end }: YamlKey, held: Value): void {
    const { cursor } = this.composer
    const key = value ? stringOf(value) : 'null'
    if (this.keys.has(key)) cursor.complain(`\`${key}\` is given twice`, start, Math.max(end, start + 1))
    if (value?.kind === 'list' && value.items.some(item => item.kind === 'list'))
      cursor.complain('A key cannot be a list of lists', start)
    this.keys.add(key)
    this.all.push({ key, keySpan: this.composer.span(start, end), value: held })
  }
}
