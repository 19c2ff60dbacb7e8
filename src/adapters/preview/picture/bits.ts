// A new drawing put into the page bit by bit: styles and layout of a large one take longer than a task may.

import type { Breaths } from '../breaths'

/** Elements whose styles and layout are worked out in one task. */
const bit = 600

/** Fewer children than these are no crowd that is worth taking apart. */
const crowd = 20

/** When it is done, nothing has to be worked out before parts of the drawing can be measured. */
export const appendInBits = async (stage: Element, svg: SVGSVGElement, breaths: Breaths): Promise<void> => {
  const crowds = sizeOf(svg) > bit ? takeApart(svg) : []
  stage.append(svg)
  let size = 0
  for (const { parent, children } of crowds)
    for (const child of children) {
      parent.append(child)
      size += sizeOf(child)
      if (size < bit) continue
      svg.getBoundingClientRect()
      await breaths.rest()
      size = 0
    }
  svg.getBoundingClientRect()
  await breaths.rest()
}

const sizeOf = (element: Element): number => element.getElementsByTagName('*').length + 1

/** The outer before the inner, so that what is put back has a place. */
const takeApart = (svg: SVGSVGElement) =>
  [svg, ...svg.querySelectorAll('g')]
    .filter(parent => parent.childElementCount > crowd)
    .map(parent => {
      const children = [...parent.children]
      parent.replaceChildren()
      return { parent, children }
    })
