// The frame of a drawing: some families leave a third of it empty.

/** As much as Mermaid leaves around a flowchart. */
const edge = 8

/** Leaves an edge around what is drawn, in a drawing that is in the page. */
export const trim = (svg: SVGSVGElement) => {
  const { x, y, width, height } = svg.getBBox()
  if (width === 0 || height === 0) return
  const frame = [x - edge, y - edge, width + 2 * edge, height + 2 * edge]
  svg.setAttribute('viewBox', frame.join(' '))
  svg.setAttribute('width', String(frame[2]))
  svg.setAttribute('height', String(frame[3]))
}
