// Which components a selector of a convention means.

import { framesAround, kindOf } from '../../model/ends'
import type { Component } from '../../model/system'
import type { Selector } from './convention'

export function selects(selector: Selector, part: Component): boolean {
  const { name, kind, tech, group } = selector
  const { technology } = part
  return (
    isAmong(name, [part.name, part.id]) &&
    (kind === undefined || kind.some(each => each === kindOf(part))) &&
    isAmong(tech, technology ? [technology.id, technology.name] : []) &&
    isAmong(
      group,
      framesAround(part).flatMap(frame => [frame.name, frame.id]),
    )
  )
}

const isAmong = (patterns: readonly string[] | undefined, names: readonly string[]): boolean =>
  patterns === undefined || names.some(name => patterns.some(pattern => fits(pattern, name)))

/** `*` stands for anything; the pieces between are looked for one after the other. */
export function fits(pattern: string, name: string): boolean {
  const pieces = pattern.toLowerCase().split('*')
  const text = name.toLowerCase()
  const [first = '', ...others] = pieces
  const last = others.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false
  let at = first.length
  for (const piece of others) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return at <= text.length - last.length
}
