// What is promised, by known answers: work behind queues and clocks, latencies of several parts, availabilities of several.

import { testRows } from '../rows'

const mails = (objective: string, figures: string, rate = '100/s'): string =>
  `web[Web app] -->|HTTPS| api[Order API]
     api -->|AMQP| queue[[RabbitMQ]]
     queue -->|AMQP| worker[Mail worker]
     %% web@{ rate: ${rate} }
     %% worker@{ ${figures} }
     %% arrowsmith: { objectives: { mails: { from: queue, ${objective} } } }`

const report = (takes: string): string =>
  `cron[Cron job] -->|every 24h| report[Report service]
     %% report@{ p50: ${takes}, p99: ${takes} }
     %% arrowsmith: { objectives: { report: { from: cron, freshness: 24h } } }`

testRows([
  ['background-objective-missed', 'nothing is promised of it', mails('p99: 1s', 'p50: 20s, p99: 20s', '1/s')],
  [
    'background-objective-missed',
    'it never catches up',
    mails('freshness: 10s', 'p50: 20s, p99: 20s', '1/s'),
    'mails promises freshness 10s: 0% done within 10 s, 99% promised.',
    'does at most 0.05. Give it more replicas or concurrency. | Mail worker: does the work | at "mails"',
  ],
  [
    'background-objective-missed',
    'ten hours for an outage of one',
    mails('drain: 10m', 'p50: 100ms, p99: 100ms, concurrency: 11'),
    'mails promises drain 10m: 10 h to work off an outage of 60 min, 10 min promised. Mail worker gets 100 messages a second and does at most 110. Give it more replicas or concurrency, or promise 10h.',
    'raised',
  ],
  [
    'background-objective-missed',
    'a capacity that is stated',
    mails('drain: 10m', 'p50: 100ms, p99: 100ms, capacity: 110/s'),
    'or promise 10h.',
    'raised',
  ],
  [
    'background-objective-missed',
    'half an hour each day',
    report('30m'),
    'report promises freshness 24h: 0% done within 24 h, with a run each 24 h, 99% promised. Run it more often, or promise 24.5h.',
    'raised',
  ],
  ['background-objective-missed', 'an hour each day', report('1h'), 'or promise 25h.'],
  ['background-objective-missed', 'a little more than an hour each day', report('61m'), 'or promise 25.5h.'],
])

const quick = (objective: string, figures: string, more = '', assume = 'assume: nothing, '): string =>
  `web[Web app] -->|HTTPS| api[Order API]
     api@{ ${figures} }
     ${more}
     %% arrowsmith: { ${assume}objectives: { checkout: { from: web, ${objective} } } }`

testRows([
  [
    'latency-objective-missed',
    'three of four parts are named',
    quick(
      'p99: 50ms',
      'p50: 10ms, p99: 10ms',
      `api -->|HTTP| a[A service]
     api -->|HTTP| b[B service]
     api -->|HTTP| c[C service]
     a@{ p50: 40ms, p99: 40ms }
     b@{ p50: 30ms, p99: 30ms }
     c@{ p50: 20ms, p99: 20ms }`,
    ),
    'takes 100ms: 0% within 50ms, 99% promised. Most of it: A service 40ms, B service 30ms, C service 20ms. Speed up',
    'Order API: on the critical path | A service: on the critical path, 40ms',
    'Make the 3 calls of Order API at once, if none needs what another answers, which brings the p99 to 50ms',
  ],
  [
    'latency-objective-missed',
    'a fiftieth of the time is named',
    quick('p99: 50ms', 'p50: 2ms, p99: 2ms', 'api -->|HTTP| a[A service]\n     a@{ p50: 98ms, p99: 98ms }'),
    'Most of it: A service 98ms, Order API 2ms.',
  ],
  [
    'latency-objective-missed',
    'less than a fiftieth of the time is not',
    quick(
      'p99: 50ms',
      'p50: 1.9ms, p99: 1.9ms',
      'api -->|HTTP| a[A service]\n     a@{ p50: 98.1ms, p99: 98.1ms }',
    ),
    'Most of it: A service 98.1ms. Speed up',
  ],
  [
    'latency-objective-missed',
    'an assumed tail',
    quick('p99: 5ms', 'replicas: 2', '', ''),
    'That rests on Order API, whose time is assumed: state its p99.',
    /^(?!.*raised)/,
  ],
  [
    'latency-objective-missed',
    'an assumed median',
    quick('p50: 5ms', 'replicas: 2', '', ''),
    'That rests on Order API, whose time is assumed: state its p50.',
  ],
  [
    'latency-objective-missed',
    'all requests fail',
    quick(
      'p99: 500ms',
      'p50: 100ms, p99: 100ms',
      'api -->|"HTTP, 50ms timeout"| a[A service]\n     a@{ p50: 80ms, p99: 80ms }',
    ),
    'and 100% of its requests fail: 0% within 500ms, 99% promised. Raise the timeout that they exceed',
    'raised',
  ],
  [
    'latency-objective-missed',
    'the network takes it',
    quick('p99: 50ms', 'p50: 1ms, p99: 1ms', '%% web->api@{ rtt: 80ms }'),
    'takes 81ms: 0% within 50ms, 99% promised. Most of it: the network from Web app to Order API 80ms.',
  ],
  [
    'latency-objective-missed',
    'some are in time, rounded down',
    quick('p99: 99ms', 'p50: 50ms, p99: 100ms'),
    'takes 99.9ms: 98.91% within 99ms, 99% promised.',
  ],
  [
    'latency-objective-missed',
    'more arrives than is served, as stated',
    quick('p99: 1s', 'p50: 100ms, p99: 100ms, capacity: 100/s', 'web@{ rate: 200/s }'),
    'Order API gets 200 requests a second and serves at most 100.',
    'raised',
  ],
])

const parts = (own: string, promised: string, more = '', assume = 'assume: nothing, '): string =>
  `web[Web app] -->|HTTPS| api[Order API]
     %% web@{ availability: 100% }
     api@{ ${own} }
     ${more}
     %% arrowsmith: { ${assume}objectives: { checkout: { from: web, ${promised} } } }`

testRows([
  ['availability-objective-missed', 'nothing is promised of it', parts('availability: 90%', 'p99: 1s')],
  [
    'availability-objective-missed',
    'three of four parts are named',
    parts(
      'availability: 99%',
      'availability: 99.99%',
      `api -->|HTTP| a[A service]
     api -->|HTTP| b[B service]
     api -->|HTTP| c[C service]
     a@{ availability: 98% }
     b@{ availability: 97% }
     c@{ availability: 96% }`,
    ),
    'reaches 90.3%: 846 h of outage a year instead of 53 min. Most of it: C service 330 h, B service 245 h, A service 162 h. Add a replica',
    'C service: 330 h a year | B service: 245 h a year | A service: 162 h a year | raised',
  ],
  [
    'availability-objective-missed',
    'close to an hour',
    parts('availability: 99.98859%', 'availability: 99.999%'),
    'reaches 99.989%: 60 min of outage a year instead of 5.3 min.',
    'or promise 99.988%.',
  ],
  [
    'availability-objective-missed',
    'by a hair',
    parts('availability: 99.8999%', 'availability: 99.9%'),
    'reaches 99.8999%: 8.77 h of outage a year instead of 8.76 h.',
    'Run 2 replicas of Order API, which buys 7.9 h a year',
  ],
  [
    'availability-objective-missed',
    'a hundred hours',
    parts('availability: 98.86%', 'availability: 99.9%'),
    'reaches 98.9%: 100 h of outage a year',
    'or promise 98.8%.',
  ],
  [
    'availability-objective-missed',
    'an assumed part',
    parts('p50: 5ms', 'availability: 99.999%', '', ''),
    'That rests on Order API, assumed at 99.9%: state its availability or its replicas.',
    /^(?!.*raised)/,
  ],
  [
    'availability-objective-missed',
    'copies that fail together',
    parts('availability: 99%, replicas: 2', 'availability: 99.99%'),
    'That rests on the assumption that copies share a tenth of their failures: state commonCause.',
  ],
  [
    'availability-objective-missed',
    'the worse of two flows',
    `web[Web app] -->|HTTPS| api[Order API]
     app[Mobile app] -->|HTTPS| b[Stock API]
     %% web@{ availability: 100% }
     %% app@{ availability: 100% }
     api@{ availability: 99.5% }
     b@{ availability: 99.7% }
     %% arrowsmith: { assume: nothing, objectives: { checkout: { from: [web, app], availability: 99.9% } } }`,
    'checkout: Web app → Order API promises 99.9% and reaches 99.50%: 44 h of outage a year instead of 8.8 h.',
  ],
])

const regional = (objective: string, more = ''): string => `a[Order API] -->|SQL| b[(Postgres)]
     %% a@{ region: eu-west-1 }
     %% b@{ region: eu-west-1 }
     ${more}
     %% arrowsmith: { objectives: { checkout: { from: a, ${objective} } } }`

testRows([
  ['single-region', 'an hour of outage', regional('rto: 1h')],
  [
    'single-region',
    'a second less than an hour',
    regional('rto: 3599s'),
    'checkout promises an outage of at most 3599s',
  ],
  ['single-region', 'nothing of outages', regional('p99: 1s')],
  [
    'single-region',
    'a client elsewhere',
    regional('rto: 1m', 'w[Browser] -->|HTTPS| a\n     %% w@{ region: us-east-1 }'),
    'everything runs in eu-west-1',
  ],
  [
    'single-region',
    'a third party elsewhere',
    regional('rto: 1m', 'a -->|HTTPS| s[Stripe]\n     %% s@{ region: us-east-1 }'),
    'everything runs in eu-west-1',
  ],
  [
    'impossible-figure',
    'a hair above what light can do',
    `a[Order service] -->|HTTP| b[Stock service]
     %% a@{ region: eu-west-1 }
     %% b@{ region: us-east-1 }
     %% a->b@{ rtt: 34ms }`,
    'Order service → Stock service states 34ms for a round trip',
    'Measured are ',
  ],
  [
    'impossible-figure',
    'an assumed time',
    `a[Order service] -->|HTTP| b[Stock service]
     %% a@{ region: eu-west-1 }
     %% b@{ region: us-east-1 }`,
  ],
])
