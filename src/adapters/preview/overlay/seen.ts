// How much of a drawing and of what is beside it is in view where all of it is shown.

import { margin } from '../zoom/transform'
import type { Box } from './box'

/** Save a few pixels before the edges of the picture. `unit` is how much of the drawing a pixel is. */
export const seenAtFirst = (frame: Box, unit: number): Box => {
  const [across, down] = [(margin - 10) * unit, (margin - 4) * unit]
  return {
    x: frame.x - across,
    y: frame.y - down,
    width: frame.width + 2 * across,
    height: frame.height + 2 * down,
  }
}
