// What a plain scalar means in YAML's JSON schema, and what explicit tags make of a value.

import type { Scalar } from '../tree'

/** A plain scalar's value: null, a boolean, a number, or the text itself. */
export function scalarOf(text: string): Scalar {
  if (text === '' || isNull(text)) return null
  return booleanOf(text) ?? integerOf(text) ?? floatOf(text) ?? text
}

/** The tags of the JSON schema that a scalar can have, without their prefix. */
export const scalarTags = ['str', 'null', 'bool', 'int', 'float'] as const
export type ScalarTag = (typeof scalarTags)[number]

/** What a tag makes of a scalar; undefined where that is impossible. */
export function taggedScalar(tag: ScalarTag, value: Scalar): Scalar | undefined {
  if (tag === 'str') return value ?? ''
  if (tag === 'null') return value === null || isNull(value) ? null : undefined
  if (typeof value !== 'string') return undefined
  if (tag === 'bool') return booleanOf(value)
  return tag === 'int' ? integerOf(value) : floatOf(value)
}

function isNull(value: Scalar): boolean {
  return value === '~' || value === 'null' || value === 'Null' || value === 'NULL'
}

function booleanOf(text: string): boolean | undefined {
  if (text === 'true' || text === 'True' || text === 'TRUE') return true
  return text === 'false' || text === 'False' || text === 'FALSE' ? false : undefined
}

const integer = /^([-+]?)(?:0b([01]+)|0x([0-9a-fA-F]+)|0o([0-7]+)|(\d+))$/

function integerOf(text: string): number | undefined {
  const found = integer.exec(text)
  if (!found) return undefined
  const [, sign, binary, hexadecimal, octal, decimal = ''] = found
  const size = binary
    ? Number.parseInt(binary, 2)
    : hexadecimal
      ? Number.parseInt(hexadecimal, 16)
      : octal
        ? Number.parseInt(octal, 8)
        : Number.parseInt(decimal, 10)
  if (!Number.isFinite(size)) return undefined
  return sign === '-' && decimal !== '0' ? -size : size
}

const float = /^(?:[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)$/

function floatOf(text: string): number | undefined {
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return Number.NaN
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const value = float.test(text) ? Number.parseFloat(text) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}
