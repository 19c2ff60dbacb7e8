// What a diagram says, whatever the blanks and line breaks between its parts: two texts of one meaning are drawn alike.

import type { Diagram } from '../../syntax/tree'

/** Equal for diagrams of which nothing but the places differs. Blanks in comments don't count, Mermaid drops them. */
export function meaningOf(diagram: Diagram): string {
  const { text: _, header, statements, comments, problems, ...drawn } = diagram
  return JSON.stringify(
    {
      ...drawn,
      comments: comments.map(({ text }) => text.replace(/\s+/g, '')),
      problems: problems.map(({ kind }) => kind),
    },
    (_, value: unknown) => (isPlace(value) ? undefined : value),
  )
}

/** A span, and nothing besides. */
const isPlace = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 2 &&
  'start' in value &&
  'end' in value &&
  typeof value.start === 'number'
