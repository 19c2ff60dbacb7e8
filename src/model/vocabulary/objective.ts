// What can be promised of a flow.

import { duration, share, text } from './forms'
import { key } from './key'

export const objectiveVocabulary = {
  from: key(text, 'The node where the flow starts.', ['web']),
  to: key(text, 'The node that the flow is for.', ['orders']),
  availability: key(share, 'The share of requests that must succeed.', ['99.9%']),
  p50: key(duration, 'The median of what the flow may take.'),
  p95: key(duration, 'The 95th percentile of what the flow may take.'),
  p99: key(duration, 'The 99th percentile of what the flow may take.'),
  p999: key(duration, 'The 99.9th percentile of what the flow may take.'),
  freshness: key(
    duration,
    'How old a message may get until 99% of them are done with, or a result until the next run has replaced it.',
    ['30s', '5m'],
  ),
  drain: key(
    duration,
    'How long it may take to work off what has piled up in an outage of the consumer (`mttr`, an hour if unstated).',
    ['15m', '2h'],
  ),
  rto: key(duration, 'The longest outage that is accepted.', ['5m']),
} as const
