// What messages of the preview are about.

import * as z from 'zod/mini'

/** Which of several, from 0. */
export const index = z.int().check(z.nonnegative())

export const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('node'), id: z.string() }),
  z.object({ kind: z.literal('arrow'), index }),
  z.object({ kind: z.literal('diagram') }),
])
