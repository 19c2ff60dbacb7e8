// Which call to look at first, one condition at a time.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { whereItHurts } from '../../src/rules/queries/where-it-hurts'
import { parseDiagram } from '../../src/syntax'

const said = (lines: string): string =>
  whereItHurts(readSystem(parseDiagram(`flowchart LR\n${lines}\n`), {}).connections)?.reason ?? ''

const stripe =
  'Start with Stripe, a third party: an outage there holds up everything that waits for Order service.'
const orders = 'orders[Order service]'

it.each([
  ['a third party', `${orders} -->|HTTPS| psp[Stripe]`, stripe],
  [
    'before what others wait for',
    `${orders} -->|HTTP| s[Stock service]\nc[Cart service] -->|HTTP| s\norders -->|HTTPS| psp[Stripe]`,
    stripe,
  ],
  [
    'third parties that only the next line and the frame name',
    `${orders} -->|HTTPS| psp\nsubgraph x [External services]\npsp["Payment gateways<br/>Stripe, PayPal"]\nend`,
    'Start with Payment gateways, a third party: an outage there holds up everything that waits for Order service.',
  ],
  [
    'a program of ours in a frame of its own',
    `${orders} -->|HTTPS| psp\nsubgraph x [Payments]\npsp["Payment gateway<br/>Stripe events"]\nend`,
    '',
  ],
  ['a client waits for it', 'web[Browser] -->|HTTPS| psp[Stripe]', ''],
  ['a stand-in', `${orders} -->|HTTPS| psp[Mock Stripe]`, ''],
  [
    'what two wait for',
    `${orders} -->|HTTP| s[Stock service]\nc[Cart service] -->|HTTP| s`,
    'Start with Stock service: an outage there holds up Order service and Cart service.',
  ],
  [
    'a protocol without a deadline',
    `${orders} -->|gRPC| s[Stock service]`,
    'Start with Stock service: gRPC has no deadline by default.',
  ],
  ['what one waits for', `${orders} -->|HTTP| s[Stock service]`, ''],
  ['what one waits for twice', `${orders} -->|HTTP GET /a| s[Stock service]\norders -->|HTTP GET /b| s`, ''],
  [
    'what most wait for',
    `${orders} -->|HTTP| s[Stock service]\nc[Cart service] -->|HTTP| s\norders -->|HTTP| p[Price service]\nc -->|HTTP| p\nm[Mail service] -->|HTTP| p`,
    'Start with Price service: an outage there holds up Order service, Cart service and Mail service.',
  ],
  [
    'a store',
    `${orders} -->|SQL| db[(Postgres)]\nc[Cart service] -->|SQL| db`,
    'Start with Postgres: an outage there holds up Order service and Cart service.',
  ],
  ['what is of no known kind', `${orders} -->|HTTP| x[Foo]\nc[Cart service] -->|HTTP| x`, ''],
  ['an edge', `${orders} -->|HTTP| gw[API gateway]\nc[Cart service] -->|HTTP| gw`, ''],
  ['what is read at start-up', `${orders} -->|HTTP| v[Vault]\nc[Cart service] -->|HTTP| v`, ''],
  ['what watches', `${orders} -->|HTTP| g[Grafana]\nc[Cart service] -->|HTTP| g`, ''],
  ['clients wait', 'a[Browser] -->|HTTPS| s[Stock service]\nb[Mobile app] -->|HTTPS| s', ''],
])('%s', (_, lines, wanted) => expect(said(lines)).toBe(wanted))
