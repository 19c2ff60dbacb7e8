// Rules of the category security on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'obsolete-tls',
    'on an arrow',
    `web[Web app] -->|HTTPS with TLS 1.0| api[Order API]`,
    'Web app and Order API speak TLS 1.0.',
    'Write TLS 1.2',
  ],
  ['obsolete-tls', 'TLS 1.2 is not', `web[Web app] -->|HTTPS with TLS 1.2| api[Order API]`],
  ['obsolete-tls', 'a newer one besides', `web[Web app] -->|"HTTPS with TLS 1.1, 1.3"| api[Order API]`],
  ['obsolete-tls', 'it is switched off', `web[Web app] -->|"HTTPS, TLS 1.0 disabled"| api[Order API]`],
  [
    'obsolete-tls',
    'in a box',
    `web[Web app] -->|HTTPS| edge[nginx with SSLv3]`,
    'nginx with SSLv3 speaks SSLv3.',
  ],
  ['obsolete-tls', 'in a box that nobody speaks to', `edge[nginx with SSLv3]`],
  [
    'websocket-origin-unchecked',
    'a cookie is enough',
    `web[Browser] -->|WebSocket with session cookie| chat[Chat service]`,
    'Browser opens a WebSocket to Chat service that a cookie authenticates.',
    'Let Chat service compare',
    'State that Chat service checks the origin',
  ],
  [
    'websocket-origin-unchecked',
    'a balancer passes it on',
    `web[Browser] -->|WebSocket with session cookie| lb[Load balancer]
     lb -->|WebSocket| chat[Chat service]`,
    'Let Chat service compare',
  ],
  [
    'websocket-origin-unchecked',
    'a service answers before it asks another',
    `web[Browser] -->|WebSocket with session cookie| chat[Chat service]
     chat -->|WebSocket| feed[Feed service]`,
    'Let Chat service compare',
  ],
  [
    'websocket-origin-unchecked',
    'the origin is checked',
    `web[Browser] -->|WebSocket with session cookie| chat[Chat service]
     chat@{ originCheck: true }`,
  ],
  [
    'websocket-origin-unchecked',
    'it is not, as stated',
    `web[Browser] -->|WebSocket with session cookie| chat[Chat service]
     chat@{ originCheck: false }`,
    'that a cookie authenticates',
  ],
  [
    'websocket-origin-unchecked',
    'a token besides',
    `web[Browser] -->|"WebSocket, cookie and CSRF token"| chat[Chat service]`,
  ],
  [
    'websocket-origin-unchecked',
    'an app sends no cookies by itself',
    `web[Mobile app] -->|WebSocket with session cookie| chat[Chat service]`,
  ],
  [
    'websocket-origin-unchecked',
    'no socket',
    `web[Browser] -->|HTTPS with session cookie| chat[Chat service]`,
  ],
])

testRows([
  [
    'private-address-from-outside',
    'a third party',
    `psp[Stripe] -->|POST http://10.0.0.5/hook| api[Order API]`,
    'Stripe calls 10.0.0.5, which cannot be reached from outside',
  ],
  [
    'private-address-from-outside',
    'in the box',
    `psp[Stripe] -->|HTTPS| api[Order API 192.168.1.10]`,
    'Stripe calls 192.168.1.10',
    'Stripe calls it from outside',
  ],
  [
    'private-address-from-outside',
    'a public address',
    `psp[Stripe] -->|POST http://172.32.0.5/hook| api[Order API]`,
  ],
  [
    'private-address-from-outside',
    'through a tunnel',
    `psp[Stripe] -->|"VPN, http://10.0.0.5/hook"| api[Order API]`,
  ],
  [
    'private-address-from-outside',
    'our own service',
    `shop[Shop service] -->|POST http://10.0.0.5/hook| api[Order API]`,
  ],
  [
    'private-address-from-outside',
    'a client on the internet',
    `web[Public web app] -->|HTTPS 10.0.0.5| api[Order API]`,
    'Public web app calls 10.0.0.5',
  ],
  [
    'private-address-from-outside',
    'a client of whom nothing is said',
    `web[Web app] -->|HTTPS 10.0.0.5| api[Order API]`,
  ],
  [
    'private-address-from-outside',
    'a client in a frame on the internet',
    `subgraph world[Internet]
       web[Web app]
     end
     web -->|HTTPS 10.0.0.5| api[Order API]`,
    'Web app calls 10.0.0.5',
  ],
  [
    'private-address-from-outside',
    'a client in a frame of ours',
    `subgraph world[Private LAN]
       web[Public web app]
     end
     web -->|HTTPS 10.0.0.5| api[Order API]`,
  ],
  [
    'private-address-from-outside',
    'a client outside, as stated',
    `web[Web app] -->|HTTPS 10.0.0.5| api[Order API]
     web@{ network: public }`,
    'Web app calls 10.0.0.5',
  ],
])

testRows([
  [
    'sensitive-data-crosses',
    'in clear text',
    `web[Web app] -->|http:// with card numbers| api[Order API]`,
    'Web app sends card data to Order API in clear text.',
    'Write https://',
  ],
  ['sensitive-data-crosses', 'encrypted', `web[Web app] -->|HTTPS with card numbers| api[Order API]`],
  [
    'sensitive-data-crosses',
    'nothing sensitive',
    `web[Web app] -->|http:// with order numbers| api[Order API]`,
  ],
  ['sensitive-data-crosses', 'masked', `web[Web app] -->|http:// with masked card numbers| api[Order API]`],
  [
    'sensitive-data-crosses',
    'a bare HTTP tells how they talk',
    `web[Web app] -->|HTTP with card numbers| api[Order API]`,
  ],
  [
    'sensitive-data-crosses',
    'a bare HTTP beside HTTPS',
    `web[Web app] -->|HTTPS| api[Order API]
     api -->|HTTP with card numbers| vault[Card service]`,
    'Order API sends card data to Card service in clear text.',
    'Write HTTPS',
  ],
  [
    'sensitive-data-crosses',
    'without TLS, as stated',
    `web[Web app] -->|HTTPS with patient records| api[Order API]
     %% web->api@{ tls: none }`,
    'Web app sends health data to Order API in clear text.',
  ],
  [
    'sensitive-data-crosses',
    'with TLS, as stated',
    `web[Web app] -->|http:// with patient records| api[Order API]
     %% web->api@{ tls: 1.3 }`,
  ],
  [
    'sensitive-data-crosses',
    'to whom it is no concern',
    `api[Order service] -->|HTTPS with passport numbers| logs[Datadog]`,
    "Order service sends identity data to Datadog, which doesn't need it.",
  ],
  [
    'sensitive-data-crosses',
    'data as stated',
    `web[Web app] -->|http://| api[Order API]
     %% web->api@{ data: payment }`,
    'Web app sends card data to Order API in clear text.',
  ],
])

testRows([
  [
    'gateway-bypassed',
    'one client goes past the gateway of another',
    `web[Web app] -->|HTTPS| gw[API gateway]
     gw -->|HTTP| orders[Order service]
     app[Mobile app] -->|HTTPS| orders`,
    'Mobile app reaches Order service directly, while other clients go through API gateway. This call bypasses authentication, rate limits and logging',
    'the path through API gateway',
  ],
  [
    'gateway-bypassed',
    'past a balancer',
    `web[Web app] -->|HTTPS| gw[Load balancer]
     gw -->|HTTP| orders[Order service]
     app[Mobile app] -->|HTTPS| orders`,
    'This call bypasses health checks, balancing and TLS',
  ],
  [
    'gateway-bypassed',
    'nobody else uses the gateway',
    `gw[API gateway] -->|HTTP| orders[Order service]
     app[Mobile app] -->|HTTPS| orders`,
  ],
  [
    'gateway-bypassed',
    'the same client uses both',
    `app[Mobile app] -->|HTTPS| gw[API gateway]
     gw -->|HTTP| orders[Order service]
     app -->|HTTPS| orders`,
  ],
  [
    'gateway-bypassed',
    'the gateway leads elsewhere',
    `web[Web app] -->|HTTPS| gw[API gateway]
     gw -->|HTTP| stock[Stock service]
     app[Mobile app] -->|HTTPS| orders[Order service]`,
  ],
  [
    'gateway-bypassed',
    'a socket goes its own way',
    `web[Web app] -->|HTTPS| gw[API gateway]
     gw -->|HTTP| orders[Order service]
     app[Mobile app] -->|WebSocket| orders`,
  ],
  [
    'gateway-bypassed',
    'open to the public, as stated',
    `web[Web app] -->|HTTPS| gw[API gateway]
     gw -->|HTTP| orders[Order service]
     app[Mobile app] -->|HTTPS| orders
     orders@{ public: true }`,
  ],
  [
    'gateway-bypassed',
    'another service may',
    `web[Web app] -->|HTTPS| gw[API gateway]
     gw -->|HTTP| orders[Order service]
     stock[Stock service] -->|HTTPS| orders`,
  ],
])

testRows([
  [
    'missing-authentication',
    'a browser reaches an interface for the few',
    `web[Browser] -->|HTTPS| admin[Admin API]`,
    'Browser reaches Admin API, which is not meant to be public, and no sign-in is drawn.',
    'Admin API is not meant to be public',
  ],
  ['missing-authentication', 'an interface for all', `web[Browser] -->|HTTPS| api[Order API]`],
  ['missing-authentication', 'a service of ours', `job[Order service] -->|HTTPS| admin[Admin API]`],
  [
    'missing-authentication',
    'somebody signs in somewhere',
    `web[Browser] -->|HTTPS| admin[Admin API]
     web -->|OIDC| idp[Keycloak]`,
  ],
  [
    'missing-authentication',
    'somebody signs in, and here nobody needs to',
    `web[Browser] -->|HTTPS| admin[Admin API]
     web -->|OIDC| idp[Keycloak]
     %% web->admin@{ auth: none }`,
    'Browser reaches Admin API, which is not meant to be public, and need not sign in.',
  ],
  [
    'missing-authentication',
    'mutual TLS proves who calls',
    `web[Browser] -->|HTTPS| admin[Admin API]
     %% web->admin@{ tls: mtls }`,
  ],
  [
    'missing-authentication',
    'behind the edge',
    `web[Browser] -->|HTTPS| gw[API gateway]
     gw -->|HTTP| admin[Admin API]`,
    'Browser reaches Admin API',
  ],
  [
    'missing-authentication',
    'data that has to be kept',
    `web[Browser] -->|HTTPS| api[Order API]
     api@{ data: personal }`,
    'Browser reaches Order API, which is not meant to be public',
  ],
  [
    'missing-authentication',
    'data for everybody',
    `web[Browser] -->|HTTPS| api[Order API]
     api@{ data: weather }`,
  ],
  ['missing-authentication', 'an office is not outside', `web[Office browser] -->|HTTPS| admin[Admin API]`],
  [
    'missing-authentication',
    'customer management is what it is about',
    `web[Browser] -->|HTTPS| api[Customer management API]`,
  ],
  [
    'missing-authentication',
    'without authentication, in words',
    `web[Web app] -->|"MQTT, no authentication"| api[Telemetry service]`,
    'Web app may call Telemetry service without saying who it is.',
  ],
  [
    'missing-authentication',
    'signing in needs none',
    `web[Web app] -->|"HTTPS, unauthenticated login"| api[Order API]`,
  ],
  [
    'missing-authentication',
    'a restricted part',
    `web[Browser] -->|HTTPS| api[Order API]
     api@{ trust: restricted }`,
    'Browser reaches Order API, which is not meant to be public',
  ],
])

testRows([
  [
    'early-data-write',
    'a write without a path',
    `app[Mobile app] -->|"HTTPS POST, 0-RTT"| api[Order API]`,
    'Mobile app sends POST to Order API as 0-RTT early data.',
  ],
  [
    'early-data-write',
    'a write with its path',
    `app[Mobile app] -->|"HTTPS POST /orders, 0-RTT"| api[Order API]`,
    'Mobile app sends POST /orders to Order API as 0-RTT early data.',
  ],
  ['early-data-write', 'a read', `app[Mobile app] -->|"HTTPS GET /orders, 0-RTT"| api[Order API]`],
  [
    'insecure-transport',
    'each word has its own remedy',
    `web[Browser] -->|"http://shop.example.com"| api[Order API]`,
    'Browser talks to Order API in clear text.',
    'Write https://.',
  ],
  ['insecure-transport', 'a private host', `web[Browser] -->|"http://10.1.2.3/orders"| api[Order API]`],
  [
    'insecure-transport',
    'clear text that is stated',
    `web[Browser] -->|orders| api[Order API]
     %% web->api@{ tls: none }`,
    'Write tls: 1.3.',
    'State tls: 1.3',
  ],
  [
    'insecure-transport',
    'encrypted as stated',
    `web[Browser] -->|HTTP| api[Order API]
     %% web->api@{ tls: 1.3 }`,
  ],
  [
    'insecure-transport',
    'a socket on a secure page',
    `web[Browser] -->|"ws://chat.example.com"| chat[Chat service]`,
    'A page loaded over HTTPS may not even open it.',
    'Write wss://.',
  ],
  [
    'insecure-transport',
    'the answer sends the caller to HTTPS',
    `web[Browser] -->|HTTP| api[Order API]
     api -->|301 redirect| web`,
  ],
  ['insecure-transport', 'between services', `api[Order API] -->|HTTP| pay[Payment service]`],
  [
    'insecure-transport',
    'into a private network',
    `web[Browser] -->|HTTP| api[Order API]
     api@{ network: private }`,
  ],
  [
    'insecure-transport',
    'insiders only',
    `web[Browser] -->|HTTP| api[Order API]
     api@{ audience: internal }`,
  ],
  [
    'insecure-transport',
    'a port behind HTTP',
    'player[Game client] -->|"HTTP :8120"| api[Login API]',
    'Game client talks to Login API in clear text',
    'Write HTTPS',
  ],
  ['insecure-transport', 'the port of HTTPS', 'player[Game client] -->|"HTTP :8443"| api[Login API]'],
  [
    'insecure-transport',
    'the port 80',
    'web[Web browser] -->|"HTTP 80"| api[Shop API]',
    'Write HTTPS and 443',
  ],
  [
    'clear-text-sign-in',
    'the port of the directory in its box',
    'sso[SSO service] --> dir["OpenLDAP<br/>:389"]',
    'SSO service signs in at OpenLDAP',
  ],
  ['clear-text-sign-in', 'StartTLS', 'sso[SSO service] -->|"LDAP bind, StartTLS"| dir[OpenLDAP]'],
  ['clear-text-sign-in', 'LDAP alone tells neither', 'sso[SSO service] -->|LDAP| dir[OpenLDAP]'],
  [
    'missing-authentication',
    'an admin panel that the internet reaches',
    'net[Public internet] -->|HTTPS| admin[Admin panel]',
    'Public internet reaches Admin panel, which is not meant to be public',
  ],
  [
    'missing-authentication',
    'an admin panel that staff open',
    'staff[Staff browser] -->|HTTPS| admin[Admin panel]',
  ],
])
