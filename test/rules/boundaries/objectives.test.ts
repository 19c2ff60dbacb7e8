// Rules of the category objectives on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'single-region',
    'the outage of a year that a promise allows',
    `%% arrowsmith: { objectives: { checkout: { from: api, to: db, availability: 99.99% } } }
     api[Order API] -->|SQL| db[(Postgres)]
     api@{ region: eu-west-1 }
     db@{ region: eu-west-1 }`,
    'promises 99.99%, 53m of outage a year, and everything runs in eu-west-1.',
  ],
])
