// What strangers can reach, read or repeat: sign-ins, clear text, gateways, stores, sensitive data, datagrams.

import { testRows } from '../rows'

testRows([
  [
    'clear-text-sign-in',
    'a directory',
    'app[Order service] -->|LDAP bind| dir[Active Directory]',
    'Order service signs in at Active Directory over LDAP without encryption.',
    'at "LDAP bind"',
  ],
  [
    'clear-text-sign-in',
    'two callers of one directory',
    'app[Order service] -->|LDAP bind| dir[Active Directory]\nweb[Price service] -->|LDAP bind| dir',
    'Order service signs in at Active Directory',
  ],
  [
    'clear-text-sign-in',
    'encrypted, as stated',
    'app[Order service] -->|LDAP bind| dir[Active Directory]\n%% app->dir@{ tls: 1.3 }',
  ],
  [
    'clear-text-sign-in',
    'clear text, as stated',
    'app[Order service] -->|LDAP bind| dir[Active Directory]\n%% app->dir@{ tls: none }',
    'over LDAP without encryption',
  ],
  [
    'clear-text-sign-in',
    'an answer',
    'app[Order service] -->|LDAPS| dir[Active Directory]\ndir -.->|result of the LDAP bind| app',
  ],
  [
    'clear-text-sign-in',
    'Telnet to a machine',
    'ops[Operator] -->|Telnet| host[Router]',
    'over Telnet without encryption. ',
    'Write SSH',
  ],
  ['clear-text-sign-in', 'Telnet to a server of plain lines', 'ops[Operator] -->|Telnet| host[Chat server]'],
  [
    'clear-text-sign-in',
    'LDAP to something named like a server of plain lines',
    'app[Order service] -->|LDAP bind| dir[Chat directory]',
    'over LDAP without encryption',
  ],
  [
    'clear-text-sign-in',
    'the port in the box',
    'app[Order service] --> dir["OpenLDAP<br>ldap.corp:389"]',
    'over LDAP without encryption',
    'Write LDAPS',
  ],
])

testRows([
  [
    'early-data-write',
    'said on the arrow',
    'app[Mobile app] -->|POST /orders with 0-RTT| api[Order API]',
    'Mobile app sends POST /orders to Order API as 0-RTT early data.',
    'at "0-RTT"',
  ],
  [
    'early-data-write',
    'stated',
    'app[Mobile app] -->|HTTPS| api[Order API]\n%% app->api@{ connection: 0-rtt, method: POST }',
    'Mobile app sends POST to Order API as 0-RTT early data.',
    'at "connection: 0-rtt"',
  ],
  [
    'early-data-write',
    'said of another arrow',
    'app[Mobile app] -->|GET /orders with 0-RTT| api[Order API]\nweb[Browser] -->|POST /orders| api',
  ],
  ['early-data-write', 'a read', 'app[Mobile app] -->|GET /orders with 0-RTT| api[Order API]'],
])

const bypass = (
  direct: string,
  more = '',
) => `web[Browser] -->|HTTPS| gw[API gateway] -->|HTTP| api[Order service]
     ${direct}
     ${more}`

testRows([
  [
    'gateway-bypassed',
    'another client goes around it',
    bypass('app[Mobile app] -->|HTTPS| api'),
    'Mobile app reaches Order service directly, while other clients go through API gateway. This call bypasses authentication, rate limits and logging',
    'the path through API gateway',
  ],
  [
    'gateway-bypassed',
    'around a balancer',
    'web[Browser] -->|HTTPS| lb[Load balancer] -->|HTTP| api[Order service]\napp[Mobile app] -->|HTTPS| api',
    'This call bypasses health checks, balancing and TLS',
  ],
  [
    'gateway-bypassed',
    'the same client by both ways',
    'web[Browser] -->|HTTPS| gw[API gateway] -->|HTTP| api[Order service]\nweb -->|HTTPS| api',
  ],
  ['gateway-bypassed', 'a socket', bypass('app[Mobile app] -->|WebSocket| api')],
  ['gateway-bypassed', 'a socket over HTTP', bypass('app[Mobile app] -->|HTTPS and WebSocket| api')],
  [
    'gateway-bypassed',
    'open to the public, as stated',
    bypass('app[Mobile app] -->|HTTPS| api', '%% api@{ public: true }'),
  ],
  [
    'gateway-bypassed',
    'for the public, as stated',
    bypass('app[Mobile app] -->|HTTPS| api', '%% api@{ audience: public }'),
  ],
  ['gateway-bypassed', 'a person', bypass('user((Customer)) -->|HTTPS| api')],
  [
    'gateway-bypassed',
    'a store',
    'web[Browser] -->|HTTPS| gw[API gateway] -->|SQL| db[(Postgres)]\napp[Mobile app] -->|SQL| db',
  ],
  [
    'gateway-bypassed',
    'a frontend that the gateway serves',
    bypass('fe[Frontend] -->|HTTP| api', 'gw -->|HTTP| fe'),
  ],
  [
    'gateway-bypassed',
    'nobody enters by the gateway',
    'gw[API gateway] -->|HTTP| api[Order service]\napp[Mobile app] -->|HTTPS| api',
  ],
  [
    'gateway-bypassed',
    'the gateway only answers clients',
    'gw[API gateway] -->|HTTP| api[Order service]\ngw -.->|callback| web[Browser]\napp[Mobile app] -->|HTTPS| api',
  ],
  [
    'gateway-bypassed',
    'a service enters by the gateway',
    'job[Price service] -->|HTTP| gw[API gateway] -->|HTTP| api[Order service]\napp[Mobile app] -->|HTTPS| api',
  ],
  [
    'gateway-bypassed',
    'another scenario of a trace',
    `sequenceDiagram
participant web as Browser
participant app as Mobile app
participant gw as API gateway
participant api as Order service
web->>gw: HTTPS GET /orders
gw->>api: HTTP GET /orders
app->>api: HTTPS GET /orders`,
  ],
])

testRows([
  [
    'insecure-transport',
    'a client by HTTP',
    'web[Browser] -->|HTTP| api[Order API]',
    'Browser talks to Order API in clear text, unless HTTP stands',
    'Write HTTPS',
    'at "HTTP"',
  ],
  ['insecure-transport', 'on the port of HTTPS', 'web[Browser] -->|HTTP 443| api[Order API]'],
  [
    'insecure-transport',
    'HTTP/2, which browsers only speak encrypted',
    'web[Browser] -->|"HTTP, HTTP/2"| api[Order API]',
  ],
  ['insecure-transport', 'redirected', 'web[Browser] -->|HTTP| api[Order API]\nweb -->|HTTPS| api'],
  [
    'insecure-transport',
    'redirected by the answer',
    'web[Browser] -->|HTTP| api[Order API]\napi -.->|301| web',
  ],
  [
    'insecure-transport',
    'another pair speaks HTTPS',
    'web[Browser] -->|HTTP| api[Order API]\nweb -->|HTTPS| img[Image service]',
    'Browser talks to Order API in clear text. Everybody',
  ],
  [
    'insecure-transport',
    'from a program on the same machine to a page',
    'app[Mobile app] -->|HTTP| page[Web app]',
  ],
  [
    'insecure-transport',
    'from a person to a page',
    'user((User)) -->|HTTP| page["Frontend (React SPA)"]\npage -->|HTTPS| api[Order API]',
    'User talks to Frontend (React SPA) in clear text. Everybody',
    'Write HTTPS',
  ],
  [
    'insecure-transport',
    'from a person to a page at home',
    'sequenceDiagram\ntitle Local development\nactor user as User\nparticipant page as Frontend (React SPA)\nparticipant api as Order API\nuser->>page: HTTP\npage->>api: HTTPS',
  ],
  [
    'insecure-transport',
    'from a person to the program on the own machine',
    'user((User)) -->|HTTP| page[Browser]\npage -->|HTTPS| api[Order API]',
  ],
  [
    'insecure-transport',
    'a page by its address',
    'app[Mobile app] -->|http://shop.example.com| page[Web app]',
    'Mobile app talks to Web app in clear text. Everybody',
  ],
  [
    'insecure-transport',
    'a page by its address, for a service',
    'svc[Order service] -->|http://shop.example.com| page[Web app]',
  ],
  [
    'insecure-transport',
    'a local set-up',
    'flowchart LR\naccTitle: Local development\nweb[Browser] -->|HTTP| api[Order API]',
    'in clear text',
  ],
  [
    'insecure-transport',
    'a local set-up by its title',
    'sequenceDiagram\ntitle Local development\nparticipant web as Browser\nparticipant api as Order API\nweb->>api: HTTP',
  ],
  [
    'insecure-transport',
    'a third party',
    'api[Order API] -->|HTTP| psp[Stripe]',
    'Order API talks to Stripe in clear text, unless HTTP stands',
  ],
  ['insecure-transport', 'a product that one runs oneself', 'api[Order API] -->|HTTP| idp[Keycloak]'],
  [
    'insecure-transport',
    'a group inside of a private one',
    'web[Browser]\nsubgraph lan [Intranet]\nsubgraph shop [Shop]\napi[Order API]\nend\nend\nweb -->|HTTP| shop',
  ],
  [
    'insecure-transport',
    'for insiders, as stated',
    'web[Browser] -->|HTTP| api[Order API]\n%% api@{ audience: internal }',
  ],
  [
    'insecure-transport',
    'clear text, as stated',
    'web[Browser] -->|requests| api[Order API]\n%% web->api@{ tls: none }',
    'State tls: 1.3',
  ],
])

testRows([
  [
    'missing-authentication',
    'an address for the few',
    'web[Browser] -->|HTTPS| api[Admin API]',
    'Browser reaches Admin API, which is not meant to be public, and no sign-in is drawn.',
    'Admin API is not meant to be public',
  ],
  [
    'missing-authentication',
    'somebody signs in somewhere',
    'web[Browser] -->|HTTPS| api[Admin API]\napp[Mobile app] -->|OAuth2 login| idp[Keycloak]',
  ],
  [
    'missing-authentication',
    'a server that proves who asks, by its kind',
    'web[Browser] -->|HTTPS| api[Admin API]\nx[Doorman]\n%% x@{ kind: auth }',
  ],
  [
    'missing-authentication',
    'a connection that proves who asks',
    'web[Browser] -->|HTTPS| api[Admin API]\napi -->|HTTP| b[Stock service]\n%% api->b@{ auth: jwt }',
  ],
  [
    'missing-authentication',
    'a connection with mutual TLS',
    'web[Browser] -->|HTTPS| api[Admin API]\napi -->|HTTP| b[Stock service]\n%% api->b@{ tls: mtls }',
  ],
  [
    'missing-authentication',
    'a connection without, as stated',
    'web[Browser] -->|HTTPS| api[Admin API]\napi -->|HTTP| b[Stock service]\n%% api->b@{ auth: none }',
    'no sign-in is drawn',
  ],
  [
    'missing-authentication',
    'nobody need sign in, as stated, although others do',
    'web[Browser] -->|HTTPS| api[Admin API]\napi -->|HTTP| b[Stock service]\n%% web->api@{ auth: false }\n%% api->b@{ auth: jwt }',
    'and need not sign in',
  ],
  ['missing-authentication', 'a panel for staff', 'web[Browser] -->|HTTPS| api[Admin panel service]'],
  [
    'missing-authentication',
    'a panel on the internet',
    'web[Internet users] -->|HTTPS| api[Admin panel service]',
    'Internet users reaches Admin panel service',
  ],
  [
    'missing-authentication',
    'a panel for who stands in the internet',
    'subgraph net [Internet]\nweb[Browser]\nend\nweb -->|HTTPS| api[Admin panel service]',
    'Browser reaches Admin panel service',
  ],
  [
    'missing-authentication',
    'staff and customers by one gateway',
    `staff[Admin browser] -->|HTTPS| gw[API gateway]
     web[Customer browser] -->|HTTPS| gw
     gw -->|HTTP| api[Admin API]`,
  ],
  [
    'missing-authentication',
    'only staff by a gateway',
    `staff[Admin browser] -->|HTTPS| gw[API gateway]
     gw -->|HTTP| api[Admin API]`,
    'Admin browser reaches Admin API',
  ],
  [
    'missing-authentication',
    'only customers by a gateway',
    `web[Customer browser] -->|HTTPS| gw[API gateway]
     gw -->|HTTP| api[Admin API]`,
    'Customer browser reaches Admin API',
  ],
])

testRows([
  [
    'private-address-from-outside',
    'an address in the box',
    'psp[Stripe] -->|HTTPS| api["Order API<br>10.0.0.7"]',
    'Stripe calls 10.0.0.7, which cannot be reached from outside',
    'Stripe calls it from outside',
    /at "Order API/,
  ],
  [
    'private-address-from-outside',
    'an address on the arrow',
    'psp[Stripe] -->|HTTPS 10.0.0.7| api[Order API]',
    'Stripe calls 10.0.0.7',
    'at "HTTPS 10.0.0.7"',
  ],
  ['private-address-from-outside', 'an answer', 'psp[Stripe] -.->|response to 10.0.0.7| api[Order API]'],
  [
    'private-address-from-outside',
    'a group',
    'psp[Stripe]\nsubgraph net ["10.0.0.7"]\napi[Order API]\nend\npsp -->|HTTPS| net',
  ],
])

testRows([
  [
    'public-datastore',
    'a browser',
    'web[Browser] -->|SQL| db[(Postgres)]',
    'Browser reaches Postgres directly.',
  ],
  [
    'public-datastore',
    'a cylinder that is called a database',
    'web[Browser] --> db[(Customer database)]',
    'Browser reaches Customer database directly.',
  ],
  ['public-datastore', 'a drive in the cloud', 'phone[Mobile app] -->|upload| cloud[(Cloud drive)]'],
  ['public-datastore', 'over an interface for clients', 'web[Browser] -->|GraphQL over HTTP| db[(Postgres)]'],
  [
    'public-datastore',
    'a page that a server calls',
    'api[Order API] -->|HTTP| web[Web app]\nweb -->|SQL| db[(Postgres)]',
  ],
  [
    'public-datastore',
    'a page that a client calls',
    'web[Browser] -->|HTTP| app[Mobile app]\napp -->|SQL| db[(Postgres)]',
    'Mobile app reaches Postgres directly.',
  ],
  [
    'public-datastore',
    'a page that a server sends events to',
    'api[Order API] -.->|events| web[Browser]\nweb -->|SQL| db[(Postgres)]',
    'Browser reaches Postgres directly.',
  ],
  [
    'public-datastore',
    'clients on the internet',
    'web[Internet clients] -->|SQL| db[(Postgres)]',
    'Internet clients reaches Postgres directly.',
  ],
  ['public-datastore', 'a client of no known place', 'web[Client] -->|SQL| db[(Postgres)]'],
  [
    'public-datastore',
    'public, as stated',
    'api[Order API] -->|SQL| db[(Postgres)]\n%% db@{ public: true }',
    'Postgres is stated to be public',
    'that only Order API can reach',
    'at "public: true"',
  ],
  [
    'public-datastore',
    'in a public network',
    'subgraph net [Public subnet]\ndb[(Postgres)]\nend\napi[Order API] -->|SQL| db',
    'Postgres is in Public subnet',
    'Public subnet is open to the internet',
    'at "Postgres"',
  ],
])

testRows([
  [
    'sensitive-data-crosses',
    'in clear text, as stated',
    'a[Order service] -->|"HTTP, patient records"| b[Billing service]\n%% a->b@{ tls: none }',
    'Order service sends health data to Billing service in clear text. Everybody',
  ],
  [
    'sensitive-data-crosses',
    'by an address without TLS',
    'a[Order service] -->|"http://billing card numbers"| b[Billing service]',
    'sends card data to Billing service in clear text',
    'Write https://',
  ],
  [
    'sensitive-data-crosses',
    'nothing says that TLS is off',
    'a[Order service] -->|"HTTP, card numbers"| b[Billing service]',
  ],
  [
    'sensitive-data-crosses',
    'HTTP beside HTTPS',
    'a[Order service] -->|"HTTP, card numbers"| b[Billing service]\nweb[Browser] -->|HTTPS| a',
    'sends card data to Billing service in clear text',
  ],
  [
    'sensitive-data-crosses',
    'HTTP beside HTTPS, inside of a tunnel',
    'a[Order service] -->|"HTTP over WireGuard, card numbers"| b[Billing service]\nweb[Browser] -->|HTTPS| a',
  ],
  [
    'sensitive-data-crosses',
    'encrypted as stated, beside HTTPS',
    'a[Order service] -->|"HTTP, card numbers"| b[Billing service]\nweb[Browser] -->|HTTPS| a\n%% a->b@{ tls: 1.3 }',
  ],
  [
    'sensitive-data-crosses',
    'SQL beside HTTPS',
    'a[Order service] -->|"SQL, card numbers"| b[(Postgres)]\nweb[Browser] -->|HTTPS| a',
  ],
  [
    'sensitive-data-crosses',
    'whoever watches',
    'a[Order service] -->|"HTTPS, card numbers"| b[Datadog]',
    "sends card data to Datadog, which doesn't need it",
  ],
  [
    'sensitive-data-crosses',
    'a service that logs',
    'a[Order service] -->|"HTTPS, card numbers"| b[Payment log service]',
  ],
  [
    'sensitive-data-crosses',
    'a third party that needs it',
    'a[Order service] -->|"HTTPS, card numbers"| b[Stripe]',
  ],
  [
    'sensitive-data-crosses',
    'a server that holds records',
    'a[Order service] -->|http://records| b[Patient records service]',
    'sends health data to Patient records service in clear text',
  ],
  [
    'sensitive-data-crosses',
    'a server that holds records, encrypted',
    'a[Order service] -->|gRPC| b[Patient records service]',
  ],
])

testRows([
  [
    'token-in-url',
    'a request',
    'web[Browser] -->|"GET /orders?access_token=abc"| api[Order API]',
    'Browser sends access_token to Order API in the URL.',
    'Send it in the Authorization header.',
    'once per document',
  ],
  [
    'token-in-url',
    'a socket',
    'web[Browser] -->|"wss /live?access_token=abc"| api[Order API]',
    'or send the token as the first message.',
  ],
  [
    'token-in-url',
    'a socket by its protocol',
    'web[Browser] -->|"/live?access_token=abc"| api[Order API]\n%% web->api@{ protocol: websocket }',
    'or send the token as the first message.',
  ],
  [
    'token-in-url',
    'a stream',
    'web[Browser] -->|"EventSource /live?access_token=abc"| api[Order API]',
    'or use an HttpOnly cookie.',
  ],
  [
    'token-in-url',
    'a stream by its protocol',
    'web[Browser] -->|"/live?access_token=abc"| api[Order API]\n%% web->api@{ protocol: sse }',
    'or use an HttpOnly cookie.',
  ],
  [
    'token-in-url',
    'an answer',
    'web[Browser] -->|HTTPS| api[Order API]\napi -.->|"/orders?access_token=abc"| web',
  ],
  ['token-in-url', 'an event', 'q[[Kafka]] -->|"/orders?access_token=abc"| api[Order API]'],
])

testRows([
  [
    'udp-amplification',
    'datagrams from clients',
    'app[Mobile app] -->|UDP| game[Game server]',
    'Game server answers UDP from the internet.',
    'State that Game server limits its replies',
  ],
  [
    'udp-amplification',
    'two clients',
    'app[Mobile app] -->|UDP| game[Game server]\nweb[Desktop app] -->|UDP| game',
    'Game server answers UDP',
  ],
  [
    'udp-amplification',
    'UDP beside TCP',
    'app[Mobile app] -->|UDP or TCP| game[Game server]',
    'Game server answers UDP',
  ],
  [
    'udp-amplification',
    'CoAP',
    'app[Sensor client] -->|CoAP| game[Reading server]',
    'Reading server answers UDP',
  ],
  [
    'udp-amplification',
    'DNS over UDP',
    'app[Mobile app] -->|DNS over UDP| game[Name server]',
    'Name server answers UDP',
  ],
  ['udp-amplification', 'QUIC', 'app[Mobile app] -->|QUIC over UDP| game[Game server]'],
  ['udp-amplification', 'between clients', 'app[Mobile app] -->|UDP| web[Desktop app]'],
  ['udp-amplification', 'a third party', 'app[Mobile app] -->|UDP| ext[Stripe]'],
  ['udp-amplification', 'a balancer', 'app[Mobile app] -->|UDP| lb[Load balancer]'],
  ['udp-amplification', 'what a provider runs', 'app[Mobile app] -->|UDP| x[Amazon Kinesis]'],
  [
    'udp-amplification',
    'replies are limited by name',
    'app[Mobile app] -->|"UDP, rate limited"| game[Game server]',
  ],
  [
    'udp-amplification',
    'for insiders, as stated',
    'app[Mobile app] -->|UDP| game[Game server]\n%% game@{ audience: internal }',
  ],
  [
    'websocket-origin-unchecked',
    'a cookie',
    'web[Browser] -->|"WebSocket, session cookie"| api[Chat server]',
    'Browser opens a WebSocket to Chat server that a cookie authenticates.',
  ],
  [
    'websocket-origin-unchecked',
    'an answer',
    'web[Browser] -->|HTTPS| api[Chat server]\napi -.->|"WebSocket, session cookie"| web',
  ],
  [
    'obsolete-tls',
    'on an arrow',
    'web[Browser] -->|"HTTPS, TLS 1.0"| api[Order API]',
    'Browser and Order API speak TLS 1.0.',
    'Write TLS 1.2',
  ],
])

testRows([
  [
    'insecure-transport',
    'a frontend that nobody calls',
    'web[Frontend] -->|HTTP| api[Order API]',
    'Frontend talks to Order API in clear text, unless HTTP stands',
  ],
  [
    'insecure-transport',
    'a page that a service calls',
    'x[Order service] -->|HTTP| web[Frontend]\nweb -->|HTTP| api[Order API]',
  ],
  ['insecure-transport', 'redirected, as it says', 'web[Browser] -->|HTTP redirect| api[Order API]'],
  [
    'insecure-transport',
    'a product of a provider',
    'api[Order API] -->|HTTP| ses[Amazon SES]',
    'Order API talks to Amazon SES in clear text, unless HTTP stands',
  ],
  [
    'insecure-transport',
    'a product that one runs oneself, as stated',
    'api[Order API] -->|HTTP| idp[Keycloak]\n%% idp@{ kind: external }',
  ],
  [
    'insecure-transport',
    'a group calls a third party',
    'subgraph g [Order system]\na[Order API]\nend\ng -->|HTTP| s[Stripe]',
    'Order system talks to Stripe in clear text, unless HTTP stands',
  ],
])

testRows([
  [
    'sensitive-data-crosses',
    'nothing on the arrow says that it is in clear text',
    'a[Order service] -->|"gRPC, card numbers"| b[Billing service]\n%% a->b@{ tls: none }',
    'in clear text',
    'Write tls: 1.3. | at "tls: none"',
  ],
  [
    'missing-authentication',
    'a connection that proves who asks, in whatever way',
    'web[Browser] -->|HTTPS| api[Admin API]\napi -->|HTTP| b[Stock service]\n%% api->b@{ auth: true }',
  ],
])
