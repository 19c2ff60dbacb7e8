// How far what stands somewhere is trusted: where two of these meet runs a boundary of trust.

import { oneOf } from './forms'
import { key } from './key'

export const trust = key(
  oneOf(['public', 'partner', 'internal', 'restricted'], { external: 'public', untrusted: 'public' }),
  'Who may reach it: anybody, partners, our own services, or few of them.',
)
