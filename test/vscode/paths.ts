// Where things lie: the checkout, its bundles, and the folder that keeps reports and screenshots.

import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. These files run bundled, from dist/test/. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

export const results = join(root, 'test-results')
