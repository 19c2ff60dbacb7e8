// A drawing surveyed: what it consists of and where.

import type { PreviewModel } from '../../../service/preview/messages'
import type { Breaths } from '../breaths'
import { type Geometry, measure } from './geometry'
import { type DrawnParts, findParts } from './parts'

/** Stays the same for as long as the drawing does. */
export interface DrawingLayout {
  readonly parts: DrawnParts
  readonly geometry: Geometry
}

/** Of a drawing that is in the page, before anything lies over it. */
export const surveyDrawing = async (
  svg: SVGSVGElement,
  picture: PreviewModel,
  breaths: Breaths,
): Promise<DrawingLayout> => {
  const parts = findParts(svg, picture)
  return { parts, geometry: await measure(svg, parts, breaths) }
}
