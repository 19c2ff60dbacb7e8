// The keys that nodes and arrows share: the percentiles of a duration, and how a choice among servers is made.

import { duration, oneOf } from './forms'
import { key } from './key'

/** The percentiles of one duration; `whose` completes "half of …". */
export function percentiles(whose: string) {
  return {
    p50: key(duration, `The median of ${whose}: half take no longer.`),
    p95: key(duration, `The 95th percentile of ${whose}: one in twenty takes longer.`),
    p99: key(duration, `The 99th percentile of ${whose}: one in a hundred takes longer.`),
    latency: key(
      duration,
      `A typical duration of ${whose}, read as the median where no percentile is stated.`,
    ),
  }
}

export const algorithm = oneOf(
  [
    'round-robin',
    'weighted-round-robin',
    'random',
    'least-connections',
    'least-time',
    'power-of-two',
    'ip-hash',
    'consistent-hash',
    'modulo-hash',
    'pick-first',
  ],
  {
    rr: 'round-robin',
    wrr: 'weighted-round-robin',
    weighted: 'weighted-round-robin',
    'least-conn': 'least-connections',
    'least-requests': 'least-connections',
    'least-outstanding-requests': 'least-connections',
    'least-response-time': 'least-time',
    'peak-ewma': 'least-time',
    p2c: 'power-of-two',
    'power-of-two-choices': 'power-of-two',
    'source-ip': 'ip-hash',
    'source-ip-hash': 'ip-hash',
    'ring-hash': 'consistent-hash',
    maglev: 'consistent-hash',
    'hash % N': 'modulo-hash',
    modulo: 'modulo-hash',
  },
)

export const replication = oneOf(['sync', 'async', 'quorum'], {
  synchronous: 'sync',
  asynchronous: 'async',
  'semi-sync': 'quorum',
  consensus: 'quorum',
})
