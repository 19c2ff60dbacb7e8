// Answers past a gateway, activations without end, titles of groups, caches that ask, services among services.

import { expect, it } from 'vitest'
import { readSystem } from '../../../src/model'
import { rules } from '../../../src/rules'
import { parseDiagram } from '../../../src/syntax'
import { testRefuted, testRows } from '../rows'

const behindGateway = (...steps: string[]) =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant gw as API gateway',
    'participant api as Order service',
    'web->>gw: POST /orders',
    'gw->>api: POST /orders',
    ...steps,
  ].join('\n')

testRows([
  [
    'answer-skips-gateway',
    'one of two answers',
    behindGateway('alt sold out', 'api-->>web: 409', 'else', 'api-->>gw: 201', 'gw-->>web: 201', 'end'),
    'Order service answers Browser, which never asked it: the request came through API gateway',
    'API gateway passed the request on here',
    'This answer goes through API gateway',
    'once per document',
    'at "409"',
  ],
  ['answer-skips-gateway', 'all answers', behindGateway('api-->>web: 201')],
  [
    'answer-skips-gateway',
    'a notification',
    behindGateway('api-->>gw: 201', 'gw-->>web: 201', 'api-->>web: notify shipped'),
  ],
  [
    'answer-skips-gateway',
    'to one who asked',
    behindGateway('api-->>gw: 201', 'gw-->>web: 201', 'web->>api: GET /orders/7', 'api-->>web: 200'),
  ],
])

testRows([
  [
    'activation-left-open',
    'in a branch',
    behindGateway('alt sold out', 'gw->>+api: note', 'else', 'gw->>+api: pack', 'api-->>-gw: ok', 'end'),
    'Order service is activated more often than deactivated, so Mermaid draws no bar for it here',
  ],
  [
    'activation-left-open',
    'ended in another branch',
    behindGateway('activate api', 'opt a', 'api-->>-gw: ok', 'end'),
  ],
  [
    'activation-left-open',
    'answered in one branch, and behind all of them',
    behindGateway(
      'gw->>+api: note',
      'alt sold out',
      'api-->>gw: none',
      'else',
      'api->>api: pack',
      'end',
      'api-->>gw: ok',
    ),
    'Put - behind the arrow of the answer',
  ],
  [
    'activation-left-open',
    'answered before, and in branches',
    behindGateway(
      'gw->>+api: note',
      'api-->>gw: noted',
      'alt sold out',
      'api-->>gw: none',
      'else',
      'api-->>gw: ok',
      'end',
    ),
    'Put - behind the arrow of the answer',
  ],
  [
    'activation-left-open',
    'with one that only takes messages',
    behindGateway('gw->>+api: note', 'api->>+db: INSERT order'),
    'Nothing deactivates Order service and ',
  ],
  ['activation-left-open', 'one that only takes messages', behindGateway('api->>+db: INSERT order')],
  [
    'activation-left-open',
    'a broker that answers nobody',
    behindGateway('participant k as Kafka', 'api->>+k: OrderCreated', 'k->>gw: OrderCreated'),
  ],
  [
    'activation-left-open',
    'a broker that answers',
    behindGateway(
      'participant k as Kafka',
      'api->>+k: OrderCreated',
      'k->>gw: OrderCreated',
      'k-->>api: ack',
    ),
    'Nothing deactivates Kafka',
  ],
  [
    'activation-left-open',
    'several',
    behindGateway('gw->>+api: note', 'gw->>+api: pack', 'web->>+gw: look', 'api->>gw: noted'),
    'Nothing deactivates Order service and API gateway after this, so Mermaid draws no bar for them here',
    'Nothing ends this activation either',
    'Nothing ends this activation either',
  ],
])

const groups = (one: string, two: string, second = 'q[[Queue]]', arrow = 'q --> a') =>
  `flowchart LR\nsubgraph ${one}\na[Order API]\nend\nsubgraph ${two}\n${second}\nend\n${arrow}`

testRows([
  [
    'group-title-twice',
    'of something else',
    groups('stock [Stock cluster]', 'broker [stock cluster]'),
    '“stock cluster” is the title of two groups, stock and broker, which hold different things.',
    'The title of stock',
    'at "stock cluster"',
  ],
  ['group-title-twice', 'numbered', groups('pod1 [Pod]', 'pod2 [Pod]')],
  ['group-title-twice', 'one id goes on where the other ends', groups('agent [Agent]', 'agentCopy [Agent]')],
  ['group-title-twice', 'without an id', groups('"Stock cluster"', '"Stock cluster"')],
  ['group-title-twice', 'lettered', groups('runnerA [Runner]', 'runnerB [Runner]')],
  [
    'group-title-twice',
    'that nothing joins',
    groups('stock [Stock]', 'broker [Stock]', 'q[[Queue]]', 'a --> b'),
  ],
  [
    'group-title-twice',
    'of which one calls the whole other',
    groups('stock [Stock]', 'broker [Stock]', 'q[[Queue]]', 'a --> broker'),
    'stock and broker, which hold different things',
  ],
  [
    'group-title-twice',
    'of boxes that are numbered',
    groups('blue [Shop]', 'green [Shop]', 'q[Order API 2]'),
  ],
  ['group-title-twice', 'of the same', groups('blue [Shop]', 'green [Shop]', 'c[Order API]')],
  ['group-title-twice', 'without contents', groups('blue [Shop]', 'green [Shop]', 'direction TB')],
])

const cached = (...lines: string[]) =>
  ['flowchart LR', 'api[Order service] -->|RESP| cache[(Redis cache)]', ...lines].join('\n')

testRows([
  [
    'cache-calls-store',
    'on a miss',
    cached('cache -->|miss| db[(MySQL)]'),
    'Redis cache asks MySQL here, but Redis calls no database. On a miss it answers with nothing, and Order service has to read MySQL and fill the cache. Draw the arrow from Order service.',
    'Order service asks the cache',
    'once per document',
    'at "miss"',
  ],
  [
    'cache-calls-store',
    'for two programs',
    cached('bill[Bill service] -->|RESP| cache', 'cache -->|miss| db[(MySQL)]'),
    'and whoever asked it has to read MySQL and fill the cache. Draw the arrow from the program that reads both.',
  ],
  ['cache-calls-store', 'what it keeps for good', cached('cache -->|sync| db[(MySQL)]')],
  ['cache-calls-store', 'without words, to something else', cached('cache --> lake[Feature store]')],
  [
    'cache-calls-store',
    'beside an arrow of one who asks the cache',
    cached('bill[Bill service] -->|RESP| cache', 'cache -->|miss| db[(MySQL)]', 'bill -->|SQL| db'),
  ],
  [
    'cache-calls-store',
    'beside an arrow of somebody else',
    cached('bill[Bill service] -->|SQL| db', 'cache -->|miss| db[(MySQL)]'),
    'Draw the arrow from Order service.',
  ],
  [
    'cache-calls-store',
    'one of two ways out',
    cached('cache -->|hit, 2 ms| web[Web app]', 'cache -->|miss| db[(MySQL)]'),
  ],
  ['cache-calls-store', 'a numbered step', cached('cache -->|2. miss| db[(MySQL)]')],
  [
    'cache-calls-store',
    'of any product',
    'flowchart LR\napi[Order service] --> cache[(Cache)]\ncache --> db[(Database)]',
  ],
])

const amongServices = (title: string, entry = 'gw[API gateway]') =>
  [
    'flowchart LR',
    `web[Browser] -->|HTTPS| ${entry}`,
    `subgraph s [${title}]`,
    'u[User]',
    'r[Role]',
    'a[Auth]',
    'end',
    'gw --> u & r & a',
    'u & r & a --> db[(PostgreSQL)]',
  ].join('\n')

testRows([
  [
    'shared-database',
    'boxes in the frame of services, behind the gateway',
    amongServices('Servicios'),
    'User, Role and Auth all use PostgreSQL.',
    'User uses it',
    'Role uses it',
    'Auth uses it',
    'once per document',
  ],
  ['shared-database', 'boxes in another frame', amongServices('Modules')],
  ['shared-database', 'boxes behind a web server', amongServices('Services', 'gw[nginx]')],
])

const three = (label: string) =>
  `flowchart LR\na[Account service] & b[Ledger service] & c[Card service] -->|SQL| db[("${label}")]`

testRows([
  [
    'shared-database',
    'a primary with replicas',
    three('PostgreSQL<br/>Primary + 2 replicas'),
    'all use PostgreSQL',
    'Account service uses it',
    'Ledger service uses it',
    'Card service uses it',
    'once per document',
  ],
  [
    'shared-database',
    'a ledger in a database of general use',
    three('PostgreSQL<br/>Accounts, ledger'),
    'all use PostgreSQL',
    'Account service uses it',
    'Ledger service uses it',
    'Card service uses it',
    'once per document',
  ],
  ['shared-database', 'a ledger', three('Shared ledger')],
  ['shared-database', 'replicas alone', three('PostgreSQL replicas')],
])

const alone = (...steps: string[]) =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant s as Stock service',
    'web->>s: POST /orders',
    ...steps,
  ].join('\n')

testRows([
  [
    'check-then-act',
    'by the service itself',
    alone('s->>s: check the stock', 's->>s: reserve stock', 's-->>web: 201'),
    'Stock service reads what is left, then takes it in a second step.',
    'Both find enough here',
    'once per document',
    'at "reserve stock"',
  ],
  [
    'check-then-act',
    'counted by the service itself',
    alone('s->>s: check the stock', 's->>s: compare with reserved stock'),
  ],
  [
    'check-then-act',
    'by the service itself, with a lock',
    alone('s->>s: lock the stock row', 's->>s: check the stock', 's->>s: reserve stock'),
  ],
])

const relayed = (answer: string, refusal = '401 wrong password') =>
  behindGateway(
    'alt known',
    'api-->>gw: 200',
    'else unknown',
    `api-->>gw: ${refusal}`,
    'end',
    `gw-->>web: ${answer}`,
  )

testRows([
  [
    'goes-on-after-failure',
    'told of success whichever branch was taken',
    relayed('200 welcome'),
    'After "unknown", Order service answers "401 wrong password", and API gateway then tells Browser "200 welcome" all the same: that answer stands behind the alt.',
    'Told whichever branch was taken',
    'at "else unknown"',
  ],
  ['goes-on-after-failure', 'told either', relayed('200 or 401')],
  ['goes-on-after-failure', 'told what came of it', relayed('login result: success')],
  ['goes-on-after-failure', 'told of the error', relayed('401, success: false')],
  ['goes-on-after-failure', 'no refusal', relayed('200 welcome', 'guest account')],
])

const filtered = (...lines: string[]) =>
  [
    'flowchart LR',
    'web[Browser] -->|HTTPS| waf[AWS WAF]',
    'waf -->|HTTPS| gw[API gateway]',
    'gw -->|HTTP| api[Order service]',
    ...lines,
  ].join('\n')

testRows([
  [
    'gateway-bypassed',
    'a client past the firewall',
    filtered('app[Mobile app] -->|HTTPS| gw'),
    'Mobile app reaches API gateway past AWS WAF, which filters the requests of others.',
    'the place where requests are filtered',
    'once per document',
    'at "-->"',
  ],
  [
    'gateway-bypassed',
    'a balancer past the firewall',
    filtered('app[Mobile app] -->|HTTPS| lb[Load balancer]', 'lb -->|HTTPS| gw'),
    'Load balancer reaches API gateway past AWS WAF',
  ],
  [
    'gateway-bypassed',
    'behind another firewall',
    filtered('app[Mobile app] -->|HTTPS| s[AWS Shield]', 's -->|HTTPS| gw'),
  ],
  [
    'gateway-bypassed',
    'one that says what filters it',
    filtered('app[Mobile app] -->|HTTPS behind a WAF| gw'),
  ],
  ['gateway-bypassed', 'the people who run it', filtered('op[Admin console app] -->|HTTPS, VPN| gw')],
  [
    'gateway-bypassed',
    'a balancer that nobody outside reaches',
    filtered('job[Worker] -->|HTTPS| lb[Load balancer]', 'lb -->|HTTPS| gw'),
  ],
  [
    'gateway-bypassed',
    'a firewall that is attached to the gateway',
    'flowchart LR\nweb[Browser] -->|HTTPS| gw[API gateway]\nwaf[AWS WAF] -->|HTTPS| gw\ngw -->|HTTP| api[Order service]',
  ],
])

const queued = (...lines: string[]) =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant api as Order service',
    'participant db as Order database',
    'participant jobs as Solid Queue database',
    'web->>api: POST /orders',
    ...lines,
    'api-->>web: 201',
  ].join('\n')

testRows([
  [
    'dual-write',
    'a queue in a database of its own',
    queued('api->>db: INSERT order', 'api->>jobs: enqueue receipt'),
    'Order service writes to Order database and publishes to Solid Queue database, one after the other.',
    'The write to Order database',
    'raised',
    'once per document',
    'may be settled in words',
    'at "enqueue receipt"',
  ],
  [
    'dual-write',
    'a queue in the only database',
    queued('api->>jobs: INSERT order', 'api->>jobs: enqueue receipt'),
  ],
  ['dual-write', 'a look into the queue', queued('api->>db: INSERT order', 'api->>jobs: count the jobs')],
])

const styled = (...lines: string[]) => lines.join('\n')

testRows([
  [
    'styled-nothing',
    'a class and a link above their boxes',
    styled('class a,b hot', 'click a "https://a.example"', 'a[Order API] --> b[Billing]'),
    'Order API and Billing stand below these lines. Mermaid applies a class or link only',
    'This line stands above what it names, too',
    'Move the lines to the end',
    'at "a"',
  ],
  ['styled-nothing', 'a style above its box', styled('style a fill:#fdd', 'a --> b')],
  [
    'styled-nothing',
    'a class behind a style above the box',
    styled('style a fill:#fdd', 'class a hot', 'a --> b'),
  ],
  ['styled-nothing', 'a class above and once more below', styled('class a hot', 'a --> b', 'class a hot')],
  ['styled-nothing', 'with `:::` above', styled('a:::hot', 'class a hot', 'a[Order API] --> b')],
  [
    'styled-nothing',
    'a group inside itself',
    styled('subgraph g', 'a --> b', 'class g hot', 'end'),
    'g stands below this line.',
  ],
  [
    'styled-nothing',
    'a group that an arrow names above',
    styled('x --> g', 'class g hot', 'subgraph g', 'a', 'end'),
  ],
  [
    'styled-nothing',
    'names of nothing in a list that stands too high',
    styled('class a,nowhere hot', 'a[Order API] --> b'),
    'Order API stands below this line',
    'at "a"',
  ],
  [
    'styled-nothing',
    'like one that is styled already',
    styled('orders --> billing', 'class orders,order hot'),
    'Nothing in the diagram has the id `order`, so this line has no effect on it.',
  ],
  [
    'styled-nothing',
    'like one that has another number',
    styled('node1 --> node2', 'class node3 hot'),
    'Nothing in the diagram has the id `node3`, so this line has no effect on it.',
  ],
  [
    'styled-nothing',
    'an abbreviation like another',
    styled('usc --> db', 'style psc fill:#fdd'),
    'Nothing else names `psc`, so this line draws a box of its own, called `psc`. Write',
    'Remove the line',
    'raised',
  ],
  [
    'styled-nothing',
    'misspelled',
    styled('orders --> billing', 'style ordres fill:#fdd'),
    'Did you mean `orders`?',
    'raised',
  ],
])

testRefuted([
  ['styled-nothing', 'a list for both', 'a --> b\nclass a,c hot', 'c --> d\nclass a,c hot', true],
  ['styled-nothing', 'gone from both', 'a --> b\nclass a,c hot', 'b --> d', false],
])

const twoGroups = (first: string, second: string, ...below: string[]) =>
  ['subgraph one[Sales]', first, 'end', 'subgraph two[Stores]', second, 'end', ...below].join('\n')

testRows([
  [
    'drawn-in-other-group',
    'by an arrow, with others in its group',
    twoGroups('api[API]\napi --> db', 'db[(Orders)]\ncache[(Redis)]'),
    'Orders is drawn inside “Sales”, although “Stores” lists it. Of all groups',
    'Move that arrow below the last `end`.',
    'Orders is listed here, in “Stores”',
    'Move the arrow to the end',
    'at "db"',
  ],
  [
    'drawn-in-other-group',
    'two boxes',
    twoGroups('api[API]\napi --> db\napi --> cache', 'db[(Orders)]\ncache[(Redis)]'),
    'Orders and Redis are drawn inside “Sales”, although “Stores” lists them and stays empty.',
    'Move the arrows to them below',
  ],
  [
    'drawn-in-other-group',
    'by an arrow that labels it, too',
    twoGroups('api[API]\napi --> db[(Data)]', 'db[(Orders)]'),
    'is drawn inside “Sales”',
  ],
  [
    'drawn-in-other-group',
    'listed without a label',
    twoGroups('api[API]\napi --> db', 'db', 'db[(Orders)]'),
    'Orders is drawn inside “Sales”',
  ],
  ['drawn-in-other-group', 'listed in both', twoGroups('db[(Orders)]', 'db[(Orders)]')],
  ['drawn-in-other-group', 'named in both by arrows', twoGroups('api --> db', 'x --> db[(Orders)]')],
  ['drawn-in-other-group', 'styled in the other', twoGroups('api --> db', 'style db fill:#fdd\nx')],
  ['drawn-in-other-group', 'with a class in the other', twoGroups('api --> db', 'db:::hot\nx')],
  ['drawn-in-other-group', 'named below', twoGroups('api[API]', 'db[(Orders)]', 'api --> db')],
  [
    'drawn-in-other-group',
    'of a group in two pieces',
    `${twoGroups('api[API]\napi --> db', 'db[(Orders)]')}\nsubgraph one\ny\nend`,
  ],
])

it.each([
  ['whose arrow alone draws another box there', 'api --> db', ''],
  ['whose arrows are counted', 'api[API]\napi --> db', 'linkStyle 0 stroke:#f00'],
])('drawn-in-other-group offers no fix for one %s', (_, first, below) => {
  const text = `flowchart LR\n${twoGroups(first, 'db[(Orders)]', below)}`
  const rule = rules.find(({ id }) => id === 'drawn-in-other-group')!
  const review = { preset: 'recommended', unusedSuppressions: [], isSilent: () => false } as const
  const [report] = [...rule.check(readSystem(parseDiagram(text), {}), {}, review)]
  expect(report).toMatchObject({ fixes: [] })
})
