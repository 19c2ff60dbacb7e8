// What stands before the braces of an annotation: the name of what it is about.

import type { Diagram } from '../../../syntax/tree'
import { lastAtMost } from '../../../text/lines'
import { rememberedFor } from '../../remembered-for'
import { directoryOf } from './directory'

/** An id as the target of an annotation: in quotes where it is no word. */
export const partTarget = (id: string): string => (isPlain(id) ? id : `"${id}"`)

export const isPlain = (id: string): boolean => /^[\p{L}\p{N}_.]+$/u.test(id)

/** An arrow by its ends as drawn, and by its number where several lead there. */
export function arrowTarget(diagram: Diagram, index: number): string {
  const arrow = diagram.arrows[index]
  if (!arrow) return ''
  const twins = directory(diagram).arrowsBetween(arrow.from, arrow.to)
  const ordinal = twins.length > 1 ? `#${lastAtMost(twins, index) + 1}` : ''
  return `${partTarget(arrow.from)}->${partTarget(arrow.to)}${ordinal}`
}

const directory = rememberedFor(directoryOf)
