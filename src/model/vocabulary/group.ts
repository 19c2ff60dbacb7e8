// What can be stated about a group: where its members run, which they inherit, and how the whole of it fails.

import { count, names, oneOf, share, text } from './forms'
import { key } from './key'
import { standby } from './standby'
import { trust } from './trust'

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
  trust,
  replicas: key(count, 'How many copies of each member run.'),
  availability: key(share, 'The share of time the whole is up: what fails all its members at once.'),
  ...standby('Whether it serves (active) or stands by for its like (passive).', 'what failed'),
} as const
