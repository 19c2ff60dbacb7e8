// Values of YAML: scalars, lists and mappings, with the place of each piece.

import type { Span } from '../../text/span'
import type { Attribute, Scalar } from '../tree'

export type Value = ScalarValue | ListValue | MappingValue

export interface ScalarValue {
  readonly kind: 'scalar'
  readonly value: Scalar
  /** Quotes included. */
  readonly span: Span
}

export interface ListValue {
  readonly kind: 'list'
  readonly items: readonly Value[]
  readonly span: Span
}

export interface MappingValue {
  readonly kind: 'mapping'
  readonly entries: readonly YamlEntry[]
  readonly span: Span
}

export interface YamlEntry {
  readonly key: string
  /** Quotes included. */
  readonly keySpan: Span
  readonly value: Value
}

/** What a key of a mapping holds; where it is given twice, first of all. */
export function valueAt(value: Value | undefined, key: string): Value | undefined {
  if (value?.kind !== 'mapping') return undefined
  return value.entries.find(entry => entry.key === key)?.value
}

/** The entries of a mapping as attributes. What is nested too deep for one is kept as its text. */
export function attributesOf(value: Value | undefined, textOf: (span: Span) => string): Attribute[] {
  if (value?.kind !== 'mapping') return []
  const scalarOf = (each: Value): Scalar => (each.kind === 'scalar' ? each.value : textOf(each.span))
  return value.entries.map(({ key, keySpan, value: held }) => ({
    key,
    keySpan,
    value: held.kind === 'list' ? held.items.map(scalarOf) : scalarOf(held),
    valueSpan: held.span,
  }))
}

/** The words that JavaScript makes of a value: `1,2` for a list, as Mermaid shows it. */
export function stringOf(value: Value, depth = 0): string {
  if (value.kind === 'scalar') return String(value.value)
  if (value.kind === 'mapping' || depth > deepestString) return '[object Object]'
  const itemOf = (item: Value) => (isNull(item) ? '' : stringOf(item, depth + 1))
  return value.items.map(itemOf).join(',')
}

/** Aliases make lists of lists grow beyond all bounds. */
const deepestString = 4

export function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null
}

export function isText(value: Value): boolean {
  return value.kind === 'scalar' && typeof value.value === 'string'
}

/** Is it anything but null, false, 0 and the empty text? */
export function isTruthy(value: Value | undefined): value is Value {
  return value !== undefined && (value.kind !== 'scalar' || Boolean(value.value))
}
