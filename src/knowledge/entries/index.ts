// All explanations.

import type { Entry } from '../entry'

export const entries: readonly Entry[] = []
