// The keys by which something stands by for its like: shared by nodes and groups.

import { duration, oneOf, share } from './forms'
import { key } from './key'

const role = oneOf(['active', 'passive'], {
  'active-active': 'active',
  'active-passive': 'passive',
  standby: 'passive',
})

/** `whether` is the sentence for `active`; `whose` completes "a failed …". */
export function standby(whether: string, whose: string) {
  return {
    active: key(role, whether),
    failover: key(duration, 'How long it takes until a standby serves, detection included.', ['30s', '2m']),
    mttr: key(duration, `The mean time to repair ${whose}.`, ['1h']),
    coverage: key(share, 'The share of failures that a fail-over notices and survives.', ['99%']),
  }
}
