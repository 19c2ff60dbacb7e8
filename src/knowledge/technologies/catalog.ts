// The catalog of technologies, as the files of this folder state it.

import type { Technology } from '../technology'
import { databases } from './databases'
import { messaging } from './messaging'
import { edge } from './edge'
import { platforms } from './platforms'
import { operations } from './operations'
import { vendors } from './vendors'

export const catalog: readonly Technology[] = [
  ...databases,
  ...messaging,
  ...edge,
  ...platforms,
  ...operations,
  ...vendors,
]
