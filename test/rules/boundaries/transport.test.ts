// Rules about clear text and about what stands between two ends, on and beside their limits.

import { testRows } from '../rows'

const clear = (figures = '', from = 'Browser', to = 'Order API', label = 'http://shop.example.org/orders') =>
  `a[${from}] -->|"${label}"| b[${to}]${figures && `\n     ${figures}`}`

testRows([
  [
    'insecure-transport',
    'from a browser',
    clear(),
    'Browser talks to Order API in clear text. Everybody on the path can read and change it: cookies, tokens, bodies. Write https://.',
    'Write https://',
  ],
  [
    'insecure-transport',
    'several that only say HTTP, at once',
    'a[Browser] -->|HTTP| b[Order API]\nc[Mobile app] -->|HTTP| b',
    'Browser talks to Order API in clear text, unless HTTP stands for HTTPS here. Everybody on the path can read and change what is sent. Write HTTPS.',
    'Write HTTPS everywhere',
    'Mobile app talks to Order API over HTTP, too',
  ],
  [
    'insecure-transport',
    'a mere HTTP, the port of its server beside the name',
    'a[Browser] -->|HTTP| b[Order API<br/>Port 3001]',
    'unless HTTP stands for HTTPS here',
    'on request',
  ],
  [
    'insecure-transport',
    'HTTP and its port on the arrow',
    'a[Browser] -->|HTTP :8120| b[Order API]',
    /unless HTTP stands for HTTPS here(?!.*on request)/,
  ],
  [
    'insecure-transport',
    'to the port of what is called an HTTP server',
    'a[Browser] -->|HTTP| b[HTTP server :8080]',
    /unless HTTP stands for HTTPS here(?!.*on request)/,
  ],
  [
    'insecure-transport',
    'to what listens on port 80',
    'a[Browser] -->|HTTP| b[Load balancer<br/>HTTP port 80]',
    'in clear text: it listens on port 80.',
    /Let it serve HTTPS on port 443, and redirect from port 80\.(?!.*Write HTTPS)/,
  ],
  ['insecure-transport', 'encrypted', clear('', 'Browser', 'Order API', 'https://shop.example.org/orders')],
  ['insecure-transport', 'to a private address', clear('', 'Browser', 'Order API', 'http://10.0.0.5/orders')],
  ['insecure-transport', 'to a host of this network', clear('', 'Browser', 'Order API', 'http://orders/1')],
  ['insecure-transport', 'between our services', clear('', 'Shop service')],
  [
    'insecure-transport',
    'to a third party',
    clear('', 'Shop service', 'Stripe'),
    'Shop service talks to Stripe in clear text.',
  ],
  [
    'insecure-transport',
    'from a third party',
    clear('', 'Stripe', 'Shop service'),
    'Stripe talks to Shop service in clear text.',
  ],
  [
    'insecure-transport',
    'from a CDN',
    clear('', 'CloudFront', 'Shop service'),
    'CloudFront talks to Shop service',
  ],
  ['insecure-transport', 'with TLS, as stated', clear('%% a->b@{ tls: 1.3 }')],
  [
    'insecure-transport',
    'without TLS, as stated',
    clear('%% a->b@{ tls: none }', 'Browser', 'Order API', 'GET /orders'),
    'Browser talks to Order API in clear text.',
    'State tls: 1.3',
  ],
  ['insecure-transport', 'in a private network, as stated', clear('b@{ network: private }')],
  ['insecure-transport', 'in a public network, as stated', clear('b@{ network: public }'), 'in clear text'],
  ['insecure-transport', 'for ourselves', clear('b@{ audience: internal }')],
  ['insecure-transport', 'in the intranet', clear('', 'Browser', 'Intranet API')],
  ['insecure-transport', 'a stand-in', clear('', 'Browser', 'Mock API')],
  [
    'insecure-transport',
    'in a frame that is private',
    `subgraph lan[Private network]
       b[Order API]
     end
     a[Browser] -->|http://shop.example.org| b`,
  ],
  [
    'insecure-transport',
    'the same two speak HTTPS too',
    `a[Browser] -->|http://shop.example.org| b[Order API]
     a -->|HTTPS| b`,
  ],
  [
    'insecure-transport',
    'others speak HTTPS',
    `a[Browser] -->|http://shop.example.org| b[Order API]
     c[Mobile app] -->|HTTPS| b`,
    'Browser talks to Order API in clear text.',
  ],
  [
    'insecure-transport',
    'it is sent elsewhere',
    `a[Browser] -->|http://shop.example.org| b[Order API]
     b -->|301 redirect| a`,
  ],
  [
    'insecure-transport',
    'a socket',
    clear('', 'Browser', 'Chat service', 'ws://shop.example.org'),
    'A page loaded over HTTPS may not even open it. Write wss://.',
  ],
  ['insecure-transport', 'FTP', clear('', 'Browser', 'File server', 'FTP'), 'Write SFTP.'],
  ['insecure-transport', 'port 80', clear('', 'Browser', 'Order API', 'HTTP:80'), 'Write HTTPS'],
  ['insecure-transport', 'the method of HTTP', clear('', 'Browser', 'Order API', 'HTTP POST')],
])

const passing = (hop: string, more = '', behind = 'WebSocket') => `web[Browser] -->|WebSocket| hop[${hop}]
     hop -->|${behind}| chat[Chat service]${more && `\n     ${more}`}`

testRows([
  [
    'websocket-behind-l7',
    'a product that has to be told',
    passing('nginx'),
    "Browser's WebSocket passes nginx, and nginx forwards upgrades only if configured to.",
    'nginx has to forward the upgrade',
    'and keep the connection to Chat service open',
    'State that nginx forwards the upgrade',
  ],
  ['websocket-behind-l7', 'it was told', passing('nginx', 'hop@{ upgrade: true }')],
  [
    'websocket-behind-l7',
    'it was not told, as stated',
    passing('nginx', 'hop@{ upgrade: false }'),
    'passes nginx',
  ],
  ['websocket-behind-l7', 'it passes connections on', passing('nginx', 'hop@{ layer: L4 }')],
  ['websocket-behind-l7', 'a balancer of no known layer', passing('Load balancer')],
  [
    'websocket-behind-l7',
    'a balancer that reads requests',
    passing('Load balancer', 'hop@{ layer: L7 }'),
    'passes Load balancer, which reads requests (layer 7).',
  ],
  ['websocket-behind-l7', 'the upgrade is drawn behind it', passing('nginx', '', 'HTTP Upgrade')],
  ['websocket-behind-l7', 'a service answers itself', passing('Chat gateway service')],
])
