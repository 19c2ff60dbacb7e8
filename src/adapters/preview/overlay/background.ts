// A drawing surveyed: what it consists of and where.

import type { Picture } from '../../../service/preview/messages'
import { type Geometry, measure } from './geometry'
import { findParts, type Parts } from './parts'

/** Stays the same for as long as the drawing does. */
export interface Ground {
  readonly parts: Parts
  readonly geometry: Geometry
}

/** Of a drawing that is in the page, before anything lies over it. */
export const survey = (svg: SVGSVGElement, picture: Picture): Ground => {
  const parts = findParts(svg, picture)
  return { parts, geometry: measure(svg, parts) }
}
