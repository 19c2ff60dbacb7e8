// A titled part of the panel, and the rows in it.

import { type Child, html } from '../dom'

/** A section with its heading; undefined where it has nothing in it. */
export const section = (title: string, children: readonly Child[]): HTMLElement | undefined => {
  const present = children.filter(child => child !== undefined)
  if (present.length === 0) return undefined
  return html('section', { 'aria-label': title }, html('h2', {}, title), ...present)
}

/** The first few rows, and the rest behind a click. */
export const abridged = (rows: readonly HTMLElement[], limit: number): readonly HTMLElement[] => {
  if (rows.length <= limit + 1) return rows
  const rest = html(
    'details',
    { class: 'rest' },
    html('summary', {}, `${rows.length - limit} more`),
    ...rows.slice(limit),
  )
  return [...rows.slice(0, limit), rest]
}
