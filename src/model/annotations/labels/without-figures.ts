// What a label says beside its figures: `Payment service x2` names the payment service, `charge card (2 retries)` a charge.

import type { Span } from '../../../text/span'
import type { LabelAttribute } from './label-reading'
import { readArrowLabel, readNodeLabel } from './read-label'

/** A box's name without how many there are, how fast and how reliable they are; the whole where nothing else is said. */
export const nameWithoutFigures = (text: string): string =>
  /[\d:=]/.test(text) ? cut(text, readNodeLabel(text).attributes) : text

/** What a call is for, without its timeouts and retries; the whole where nothing else is said. */
export const purposeWithoutFigures = (text: string): string => cut(text, readArrowLabel(text).attributes)

function cut(text: string, attributes: readonly LabelAttribute[]): string {
  const figures = attributes.filter(attribute => isFigure(attribute) || isKeyed(attribute, text))
  return figures.length === 0 ? text : (textWithout(text, figures) ?? text)
}

/** What is left of a label without some stretches of it, in order; undefined where that says nothing. */
export function textWithout(text: string, stretches: readonly Span[]): string | undefined {
  let left = ''
  let at = 0
  for (const { start, end } of stretches) {
    left += text.slice(at, start)
    at = Math.max(at, end)
  }
  const tidied = tidy(left + text.slice(at))
  return tidied === '' || isRemainder.test(tidied) ? undefined : tidied
}

/** Counts and measures. A layer, a method or an algorithm is what the thing is. */
const isFigure = ({ key, value }: LabelAttribute): boolean => key !== 'tls' && /^[\d.]+/.test(String(value))

/** `layer: L7`, as metadata has it. */
const isKeyed = ({ key, start }: LabelAttribute, text: string): boolean =>
  text.startsWith(key, start) && /^ ?[:=]/.test(text.slice(start + key.length))

/** Of `3 replicas of Orders`. */
const isRemainder = /^(?:of|for|with|in|per)\b/i

/** Brackets that hold nothing any more, separators that separate nothing. */
const tidy = (text: string): string =>
  text
    .replace(/(?<!\s)\s*([,;·|])(?:\s*[,;·|])+/g, '$1')
    .replace(/\(\s*[,;:·|/]+\s*/g, '(')
    .replace(/(?<!\s)\s*(?!\s)(?<![,;:·|/])[,;:·|/]*\s*\)/g, ')')
    .replace(/\(\)|\[\s*\]/g, '')
    .replace(/^[\s,;:·•|–—@=-]+|(?<![\s,;:·•|–—@=-])[\s,;:·•|–—@=-]+$/g, '')
    .replace(/\s{2,}/g, ' ')
