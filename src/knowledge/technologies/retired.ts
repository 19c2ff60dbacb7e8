// Products that pictures still show although they were shut down or are out of support: when, and what takes their place.

import { retiredModels } from './retired-models'
import type { RetiredProduct } from './retired-product'
import { retiredPrograms } from './retired-programs'
import { retiredServices } from './retired-services'

export type { RetiredProduct } from './retired-product'

export const retiredProducts: readonly RetiredProduct[] = [
  ...retiredServices,
  ...retiredModels,
  ...retiredPrograms,
]
