// What is drawn or routed twice, crossed by a list, or left out as a whole layer.

import { testRefuted, testRows } from '../rows'

testRows([
  [
    'arrow-drawn-twice',
    'in two flows, as comments title them',
    '%% Flow 1: order\nweb[Web app] --> api[Order API]\napi --> db[(Orders)]\n%% Flow 2: refund\nweb --> api\napi --> psp[Stripe]',
  ],
  ['arrow-drawn-twice', 'the ends of two ways', 'a --> c --> e\nb --> c --> e'],
  ['arrow-drawn-twice', 'an end, and the same alone', 'a --> c --> e\nc --> e', 'written twice'],
  ['arrow-drawn-twice', 'the midst of two ways', 'a --> c --> e --> f\nb --> c --> e --> g', 'written twice'],
  ['arrow-drawn-twice', 'another label', 'a -->|read| b\na -->|write| b'],
  ['arrow-drawn-twice', 'another stroke', 'a --> b\na -.-> b'],
  ['arrow-drawn-twice', 'the other direction', 'a --> b\nb --> a'],
  ['arrow-drawn-twice', 'another head', 'a --> b\na --x b'],
  ['arrow-drawn-twice', 'within one statement', 'a & a --> b'],
  ['arrow-drawn-twice', 'links that nobody sees', 'a --> b\na ~~~ c\na ~~~ c'],
  ['arrow-drawn-twice', 'a loop at one box', 'a --> a\na --> a'],
  ['arrow-drawn-twice', 'to a box with two labels', 'a --> b[One]\na --> b[Two]'],
  ['arrow-drawn-twice', 'to a box with one label, twice', 'a --> b[One]\na --> b[One]', 'written twice'],
  ['arrow-drawn-twice', 'ids of their own', 'a e1@--> b\na e2@--> b'],
  [
    'arrow-drawn-twice',
    'a color for all lines',
    'a --> b\na --> b\nlinkStyle default stroke:red',
    'written twice',
  ],
  ['arrow-drawn-twice', 'figures by their number', 'a --> b\na --> b\n%% a->b#2@{ timeout: 1s }'],
  [
    'arrow-drawn-twice',
    'of different length',
    'a --> b\na ----> b',
    'Remove the repeated arrow',
    'at "---->"',
  ],
  [
    'arrow-drawn-twice',
    'three times',
    'a --> b\na --> b\na --> b',
    'is written 3 times, and Mermaid draws a line for each. Readers look for what tells them apart.',
    'drawn once more here',
    'Remove the 2 repeated arrows',
  ],
  [
    'arrow-drawn-twice',
    'two others as well',
    'a --> b --> c --> d\nx --> a --> b --> c --> d',
    'is written twice, 2 others twice, and',
  ],
  [
    'arrow-drawn-twice',
    'one other as well',
    'a --> b --> c\nx --> a --> b --> c',
    'is written twice, another one twice, and',
    'Remove the 2 repeated arrows',
  ],
  [
    'arrow-drawn-twice',
    'amid a chain: no fix',
    'a --> b\nx --> a --> b --> y',
    /apart\. Keep[^|]*\| the same arrow[^|]*\| at/,
  ],
  [
    'arrow-drawn-twice',
    'where it names a box: no fix',
    'a --> b\na[One] --> b',
    /\| the same arrow[^|]*\| at/,
  ],
  [
    'arrow-drawn-twice',
    'where it puts a box into a group: no fix',
    'a --> b\nsubgraph g\n a --> b\nend',
    /\| the same arrow[^|]*\| at/,
  ],
  ['arrow-drawn-twice', 'between frames', 'subgraph g\n a\nend\ng --> b\ng --> b', 'The arrow from g to b'],
])

const pairs = 'o[Order service] & u[User service] --> '

testRows([
  ['ampersand-crossed', 'one list is longer', `${pairs}d[Order DB] & e[User DB] & f[Stock DB]`],
  ['ampersand-crossed', 'one name has no other', `${pairs}d[Order DB] & e[Stock DB]`],
  ['ampersand-crossed', 'two names go with one', `${pairs}d[Order DB] & e[Order cache]`],
  [
    'ampersand-crossed',
    'two names with the same words',
    `${pairs}d[Order and user DB] & e[User order cache]`,
  ],
  [
    'ampersand-crossed',
    'names with nothing else in common',
    'a[Order 1] & b[Order 2] --> c[Stock 1] & d[Stock 2]',
  ],
  ['ampersand-crossed', 'letters of copies', 'a[Web A] & b[Web B] --> c[API A] & d[API B]'],
  ['ampersand-crossed', 'among themselves', 'o[Order service] & u[User service] --> o & u'],
  ['ampersand-crossed', 'a single arrow', 'o[Order service] --> d[Order DB]'],
  [
    'ampersand-crossed',
    'in another order',
    `${pairs}e[User DB] & d[Order DB]`,
    'Order service and Order DB',
    'Draw the 2 pairs',
  ],
  [
    'ampersand-crossed',
    'two of two',
    `${pairs}d[Order DB] & e[User DB]`,
    'draws 4 arrows',
    'Draw the 2 pairs',
    'at "-->"',
  ],
  [
    'ampersand-crossed',
    'ids as names',
    'order_svc & user_svc --> order_db & user_db',
    'order_svc and order_db',
  ],
  [
    'ampersand-crossed',
    'in a chain: no fix',
    `${pairs}d[Order DB] & e[User DB] --> x[Backup]`,
    /each pair\. \| at/,
  ],
  [
    'ampersand-crossed',
    'with an id: no fix',
    pairs.replace('-->', 'e1@-->').concat('d[Order DB] & e[User DB]'),
    /each pair\. \| at/,
  ],
])

const gateway = (one: string, other: string, label = '/orders', again = label) =>
  `web[Browser] -->|HTTPS| gw[API gateway]\ngw -->|${label}| ${one}\ngw -->|${again}| ${other}`

testRows([
  [
    'same-route-twice',
    'two services',
    gateway('a[Order service]', 'b[Cart service]'),
    'sends /orders to both Order service and Cart service',
    '/orders goes to Order service here',
  ],
  ['same-route-twice', 'two paths', gateway('a[Order service]', 'b[Cart service]', '/orders', '/carts')],
  [
    'same-route-twice',
    'two methods',
    gateway('a[Order service]', 'b[Cart service]', 'GET /orders', 'PUT /orders'),
  ],
  [
    'same-route-twice',
    'one method',
    gateway('a[Order service]', 'b[Cart service]', 'GET /orders'),
    'sends GET /orders to both',
  ],
  [
    'same-route-twice',
    'a slash at the end',
    gateway('a[Order service]', 'b[Cart service]', '/orders', '/orders/'),
    'sends /orders',
  ],
  [
    'same-route-twice',
    'one of several paths',
    gateway('a[Order service]', 'b[Cart service]', '/orders', '/carts, /orders'),
    'sends /orders',
  ],
  [
    'same-route-twice',
    'words beside the path',
    gateway('a[Order service]', 'b[Cart service]', '/orders', '/orders for staff'),
  ],
  ['same-route-twice', 'copies by number', gateway('a[Order service 1]', 'b[Order service 2]')],
  ['same-route-twice', 'copies by letter', gateway('a[Order service A]', 'b[Order service B]')],
  ['same-route-twice', 'copies by port', gateway('o1[Order service :8001]', 'o2[Order service :8002]')],
  ['same-route-twice', 'one name, whatever the ids', gateway('left[Order service]', 'right[Order service]')],
  [
    'same-route-twice',
    'two ports with ids in words',
    gateway('open[Order service :80]', 'staff[Order service :8080]'),
    'sends /orders',
  ],
  ['same-route-twice', 'a version', gateway('a[Order service]', 'b[Checkout service v2]')],
  ['same-route-twice', 'a way back', gateway('a[Order service]', 'b[Order fallback service]')],
  [
    'same-route-twice',
    'in a frame of their version',
    `subgraph blue\n a[Order service]\nend\n${gateway('a', 'b[Cart service]')}`,
  ],
  ['same-route-twice', 'one service, twice', gateway('a[Order service]', 'a')],
  [
    'same-route-twice',
    'a service that calls two',
    gateway('a[Order service]', 'b[Cart service]').replace('API gateway', 'Shop service'),
  ],
])

const design = `web[Web app] --> gw[API gateway]
gw --> orders[Order service] & billing[Billing service] & users[User service]`
const layer = (title = 'Data layer', members = 'pg[(PostgreSQL)]\n kafka[Kafka]') =>
  `subgraph data [${title}]\n ${members}\nend`

testRows([
  [
    'disconnected-component',
    'a layer of two',
    `${design}\n${layer()}`,
    'Nothing reaches Data layer (PostgreSQL and Kafka): no arrow shows who keeps what there',
    'Draw who uses each of the two.',
    'at "Data layer"',
    'raised',
    'goes into it',
  ],
  [
    'disconnected-component',
    'two layers',
    `${design}\n${layer()}\nsubgraph more [Caches]\n r[(Redis)]\n m[Memcached cache]\nend`,
    'Nothing reaches Data layer (PostgreSQL and Kafka) and Caches (Redis and Memcached cache)',
    'Draw who uses each of them.',
    'nothing reaches Caches either',
  ],
  [
    'disconnected-component',
    'a layer in a layer is told with it',
    `${design}\n${layer('Data layer', 'subgraph sql [SQL]\n pg[(PostgreSQL)]\n my[(MySQL)]\n end\n kafka[Kafka]')}`,
    'Nothing reaches Data layer (PostgreSQL, MySQL and Kafka)',
  ],
  ['disconnected-component', 'a layer of things to come', `${design}\n${layer('Planned stores')}`],
  [
    'disconnected-component',
    'a layer with something unknown in it',
    `${design}\n${layer('Data layer', 'pg[(PostgreSQL)]\n x[Xyz]')}`,
    'Nothing calls PostgreSQL and it calls nothing.',
  ],
  ['disconnected-component', 'a layer that an arrow reaches', `${design}\norders --> data\n${layer()}`],
])

const large = `${design}
gw --> stock[Stock service] & carts[Cart service] & search[Search service]
stock --> sdb[(Stock DB)]
carts --> cdb[(Cart DB)]
users --> udb[(User DB)]
orders --> odb[(Order DB)]
billing --> bdb[(Billing DB)]`

testRefuted([
  [
    'disconnected-component',
    'a layer whose members are joined there',
    `${design}\n${layer()}`,
    'orders[Order service] --> pg[(PostgreSQL)]\norders --> kafka[Kafka]',
    true,
  ],
  [
    'disconnected-component',
    'a layer of which one is joined there',
    `${design}\n${layer()}`,
    'orders[Order service] --> pg[(PostgreSQL)]',
    false,
  ],
  [
    'disconnected-component',
    'one of two is joined there, under more of a name',
    `${large}\npay[Payments]\nauth[Auth service]`,
    'web[Web app] --> a[Company Payments]',
    true,
  ],
  [
    'disconnected-component',
    'another is joined there',
    `${large}\npay[Payments]\nauth[Auth service]`,
    'web[Web app] --> a[Repayments]',
    false,
  ],
])

testRows([
  [
    'disconnected-component',
    'a store beside a NAT gateway',
    `${large}\nnat[NAT gateway]\npg[(Reporting PostgreSQL)]`,
    'Reporting PostgreSQL has no arrow, although 13 of 15 components have one: nothing calls it and it calls nothing.',
  ],
  [
    'disconnected-component',
    'a frame that a style names is not counted',
    `${large}\nsubgraph edge [Edge]\n cdn[CDN]\nend\nstyle edge fill:red`,
    'CDN is the only one of 14 components without an arrow',
  ],
])
