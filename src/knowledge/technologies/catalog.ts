// The catalog of technologies, as the files of this folder state it.

import { databases } from './databases'
import { edge } from './edge'
import { messaging } from './messaging'
import { operationsProducts } from './operations'
import { platforms } from './platforms'
import type { Technology } from './technology'
import { vendors } from './vendors'

export const catalog: readonly Technology[] = [
  ...databases,
  ...messaging,
  ...edge,
  ...platforms,
  ...operationsProducts,
  ...vendors,
]
