// The catalog of technologies, as the files of this folder state it.

import { databases } from './databases'
import { edge } from './edge'
import { programLibraries } from './libraries'
import { messaging } from './messaging'
import { operationsProducts } from './operations'
import { platforms } from './platforms'
import { regionalVendors } from './regional-vendors'
import type { Technology } from './technology'
import { vendors } from './vendors'

export const catalog: readonly Technology[] = [
  ...databases,
  ...messaging,
  ...edge,
  ...platforms,
  ...operationsProducts,
  ...vendors,
  ...regionalVendors,
  ...programLibraries,
]
