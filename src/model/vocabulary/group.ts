// What can be stated about a group: where its members run. Members inherit all but the kind.

import { count, names, oneOf, text } from './forms'
import { key } from './key'

export const groupVocabulary = {
  kind: key(
    oneOf(['region', 'zone', 'vpc', 'subnet', 'cluster'], {
      az: 'zone',
      'availability zone': 'zone',
      vnet: 'vpc',
    }),
    'What the frame stands for.',
  ),
  region: key(text, 'The region its members run in.', ['us-east-1', 'eu-west-1']),
  zone: key(names, 'The availability zones its members run in.', ['us-east-1a']),
  network: key(oneOf(['lan', 'private', 'public']), 'The kind of network its members stand in.'),
  replicas: key(count, 'How many copies of each member run.'),
} as const
