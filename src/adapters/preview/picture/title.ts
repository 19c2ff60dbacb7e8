// Mermaid's own title: the page's header says it already, and stays where it is while the picture moves.

/** Takes the title out of a drawing that is in the page, and the room that it took. */
export const removeTitle = (svg: SVGSVGElement, title: string) => {
  const drawn = [...svg.querySelectorAll<SVGTextElement>('text')].filter(
    text =>
      text.textContent?.trim() === title.trim() &&
      (text.parentNode === svg || /title/i.test(text.getAttribute('class') ?? '')),
  )
  if (title.trim() === '' || drawn.length === 0) return
  for (const text of drawn) text.remove()
  const { x, y, width, height } = svg.getBBox()
  if (width === 0 || height === 0) return
  const frame = [x - edge, y - edge, width + 2 * edge, height + 2 * edge]
  svg.setAttribute('viewBox', frame.join(' '))
  svg.setAttribute('width', String(frame[2]))
  svg.setAttribute('height', String(frame[3]))
}

/** As much as Mermaid leaves around a drawing. */
const edge = 8
