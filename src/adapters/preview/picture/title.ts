// Mermaid's own title: the page's header says it already, and stays where it is while the picture moves.

import { trim } from '../drawing/trim'

/** Takes the title out of a drawing that is in the page, and the room that it took. */
export const removeTitle = (svg: SVGSVGElement, title: string) => {
  const drawn = [...svg.querySelectorAll<SVGTextElement>('text')].filter(
    text =>
      text.textContent?.trim() === title.trim() &&
      (text.parentNode === svg || /title/i.test(text.getAttribute('class') ?? '')),
  )
  if (title.trim() === '' || drawn.length === 0) return
  for (const text of drawn) text.remove()
  trim(svg)
}
