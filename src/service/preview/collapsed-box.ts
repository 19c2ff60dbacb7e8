// What a collapsed group and the arrows at it say, whatever the family.

import type { Arrow, Diagram, Group } from '../../syntax/tree'
import { plural, type Translate } from '../../text/translation'

export interface CollapsedParts {
  /** Ids of the groups that are drawn as boxes. */
  readonly groups: ReadonlySet<string>
  /** What a node, a group or an end of an arrow is drawn as. */
  readonly boxOf: (id: string) => string
  /** By the index of each arrow, that of the one which is drawn for it; undefined for none. */
  readonly arrows: readonly (number | undefined)[]
  readonly translate: Translate
}

/** `3 components`. */
export function contentsText(
  { id }: Pick<Group, 'id'>,
  { nodes }: Diagram,
  { boxOf, translate }: CollapsedParts,
): string {
  const count = nodes.filter(node => boxOf(node.id) === id).length
  return plural(translate, count, ['1 component', '{0} components'])
}

/** All for which an arrow is drawn, itself included. */
export const drawnAs = (index: number, { arrows }: Diagram, drawn: CollapsedParts): readonly Arrow[] =>
  arrows.filter((_, at) => drawn.arrows[at] === index)

/** Characters of a label that would be wider than the boxes it lies between. */
const widest = 40

/** The different texts of arrows that are drawn as one, or how many they are; '' if none has a text. */
export function mergedLabel(arrows: readonly Arrow[], translate: Translate, most = widest): string {
  const texts = [...new Set(arrows.map(({ text }) => text).filter(Boolean))].join(', ')
  return texts.length > most || texts === ''
    ? plural(translate, arrows.length, ['1 arrow', '{0} arrows'])
    : texts
}

/** As it may stand between the quotes of a label. */
export const quotable = (text: string): string =>
  text.replace(/[#"<>`\\;]/g, character => `#${character.charCodeAt(0)};`).replace(/\s+/g, ' ')
