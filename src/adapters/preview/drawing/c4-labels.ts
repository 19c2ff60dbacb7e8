// Labels of C4 relations: Mermaid writes them across their lines, where a wide line would hide them.

import { type Box, centered, isIn, overlap, type Point, union } from '../overlay/box'

/** Between the middle of a line and its label: half of the widest line, and room around the words. */
const distance = 6

/** Moves the labels that lie on their own line beside it, in a drawing that is in the page. */
export const moveC4Labels = (svg: SVGSVGElement) => {
  if (svg.getAttribute('aria-roledescription') !== 'c4') return
  const taken: Box[] = [...svg.querySelectorAll<SVGGElement>('.c4-shape')].map(shape => shape.getBBox())
  for (const { line, words } of relationsIn(svg)) {
    const label = union(words.map(text => text.getBBox()))
    if (!label) continue
    const points = pointsOf(line)
    const place = points.some(point => isIn(label, point)) ? placeBeside(points, label, taken) : label
    taken.push(place)
    if (place === label) continue
    for (const text of words)
      text.setAttribute('transform', `translate(${place.x - label.x} ${place.y - label.y})`)
  }
}

/** Each line is followed by its words, in one group. */
const relationsIn = (svg: SVGSVGElement) => {
  const relations: { readonly line: SVGGeometryElement; readonly words: SVGTextElement[] }[] = []
  for (const element of svg.querySelectorAll('g:not(.c4-shape) > :is(line, path, text)')) {
    const last = relations.at(-1)
    if (element instanceof SVGGeometryElement && element.matches('[marker-end], [marker-start]'))
      relations.push({ line: element, words: [] })
    else if (element instanceof SVGTextElement && last?.line.parentElement === element.parentElement)
      last?.words.push(element)
  }
  return relations
}

const steps = 40

const pointsOf = (line: SVGGeometryElement): readonly Point[] => {
  const length = line.getTotalLength()
  return Array.from({ length: steps + 1 }, (_, step) => line.getPointAtLength((length * step) / steps))
}

/** Near the middle of the line rather than its ends, where no component and no other label is in the way. */
const placeBeside = (points: readonly Point[], label: Box, taken: readonly Box[]): Box => {
  const places = [0.5, 0.4, 0.6, 0.3, 0.7].flatMap(part => besideAt(points, part * steps, label))
  const isFree = (place: Box) =>
    !points.some(point => isIn(place, point)) && !taken.some(other => overlap(other, place))
  return places.find(isFree) ?? places[0] ?? label
}

/** On either side, as near as the line leaves it free. */
const besideAt = (points: readonly Point[], step: number, label: Box): readonly Box[] => {
  const [before, at, after] = [points[step - 1], points[step], points[step + 1]]
  if (!before || !at || !after) return []
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1
  const aside = { x: (after.y - before.y) / length, y: -(after.x - before.x) / length }
  const reach = (Math.abs(aside.x) * label.width + Math.abs(aside.y) * label.height) / 2 + distance
  return [reach, -reach].map(by => centered({ x: at.x + aside.x * by, y: at.y + aside.y * by }, label))
}
