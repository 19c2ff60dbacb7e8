// The frame of a drawing: some families leave a third of it empty.

/** As much as Mermaid leaves around a flowchart. */
const edge = 8

/** Leaves an edge around what is drawn, in a drawing that is in the page; what Mermaid leaves out of view stays there. */
export const trim = (svg: SVGSVGElement) => {
  const [drawn, frame] = [svg.getBBox(), svg.viewBox.baseVal]
  const left = Math.max(frame.x, drawn.x - edge)
  const top = Math.max(frame.y, drawn.y - edge)
  const width = Math.min(frame.x + frame.width, drawn.x + drawn.width + edge) - left
  const height = Math.min(frame.y + frame.height, drawn.y + drawn.height + edge) - top
  if (drawn.width === 0 || drawn.height === 0 || width <= 0 || height <= 0) return
  svg.setAttribute('viewBox', [left, top, width, height].join(' '))
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
}
