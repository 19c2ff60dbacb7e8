// Rules of the category load-balancing on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'stacked-l7',
    'each later hop adds its median',
    `web[Web app] -->|HTTPS| first[nginx]
     first -->|HTTP| second[HAProxy L7]
     second -->|HTTP| api[Order API]
     second@{ p50: 2ms }`,
    'nginx and HAProxy L7 both read every request, one after the other. Each more adds about 2 ms, a set of',
  ],
  [
    'stacked-l7',
    'the program behind it is its own work',
    `web[Web app] -->|HTTPS| first[HAProxy L7]
     first -->|HTTP| second[nginx]
     second -->|HTTP| app[gunicorn]`,
  ],
  [
    'sticky-session',
    'by address',
    `lb[Load balancer] -->|HTTP| api[Order API]
     lb@{ sticky: source-ip }`,
    'Load balancer binds each client to one server by its address. All who share an address',
  ],
  [
    'sticky-session',
    'by cookie',
    `lb[Load balancer] -->|HTTP| api[Order API]
     lb@{ sticky: cookie }`,
    'Load balancer binds each client to one server by cookie. A server that dies',
  ],
  [
    'sticky-session',
    'without saying how',
    `lb[Load balancer] -->|HTTP| api[Order API]
     lb@{ sticky: true }`,
    'Load balancer binds each client to one server. A server that dies',
  ],
  [
    'sticky-session',
    'switched off',
    `lb[Load balancer, sticky sessions] -->|HTTP| api[Order API]
     lb@{ sticky: false }`,
  ],
  [
    'dns-without-health-check',
    'copies of one name',
    `dns[Round-robin DNS] -->|HTTPS| a[Order API]
     dns -->|HTTPS| b[Order API]
     dns@{ ttl: 5m }`,
    'Round-robin DNS hands out the addresses of 2 × Order API unchecked. When one dies, 50% of the clients go on to it until somebody removes the record, and then for 5m more.',
    'or put a balancer in front',
  ],
])
