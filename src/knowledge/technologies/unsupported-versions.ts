// Versions that pictures name although their support has ended: when, by product.

import { unsupportedFrameworks } from './unsupported-frameworks'
import { unsupportedLanguages } from './unsupported-languages'
import { unsupportedStores } from './unsupported-stores'
import { unsupportedSystems } from './unsupported-systems'
import type { VersionedProduct } from './versioned-product'

export type { VersionedProduct } from './versioned-product'

export const versionedProducts: readonly VersionedProduct[] = [
  ...unsupportedSystems,
  ...unsupportedLanguages,
  ...unsupportedStores,
  ...unsupportedFrameworks,
]
