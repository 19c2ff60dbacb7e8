// Who is refused and answered in one run, and who is answered twice.

import { testRows } from '../rows'

const trace = (...steps: readonly string[]): string =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant api as Order service',
    'participant auth as Auth service',
    'participant db as Postgres',
    'participant mail as Mail service',
    'web->>api: POST /orders',
    ...steps,
  ].join('\n')

const checked = (...behind: readonly string[]): string =>
  trace(
    'api->>auth: check the token',
    'alt valid',
    'auth-->>api: user 7',
    'else invalid',
    'auth-->>web: 401 bad token',
    'end',
    'api->>db: INSERT order',
    ...behind,
  )

const inLine = (refusal: string, ...behind: readonly string[]): string =>
  trace(`api-->>web: ${refusal}`, 'api->>db: INSERT order', ...behind)

const nested = (second: string): string =>
  trace(
    'alt no token',
    'api-->>web: 401 no token',
    'else a token',
    'api->>auth: read it',
    'end',
    'alt expired',
    'api-->>web: 401 expired',
    `else ${second}`,
    'end',
  )

testRows([
  [
    'goes-on-after-failure',
    'refused by whom it was passed on to, in one way out of two',
    checked('api-->>web: 201 Created'),
    'Nothing ends the flow after "invalid": what stands behind the alt happens next. As drawn, Browser is answered "401 bad token" and then "201 Created".',
    'The second answer',
    'at "else invalid"',
  ],
  ['goes-on-after-failure', 'no answer behind it', checked('api->>mail: send it')],
  ['goes-on-after-failure', 'an error behind it', checked('api-->>web: 500 error')],
  ['goes-on-after-failure', 'asked for again', checked('web->>api: GET /orders', 'api-->>web: 200')],
  [
    'goes-on-after-failure',
    'answered on a condition',
    checked('opt a user was found', 'api-->>web: 201 Created', 'end'),
  ],
  [
    'goes-on-after-failure',
    'answered in the other way out',
    trace('alt valid', 'api-->>web: 201 Created', 'else invalid', 'api-->>web: 401 bad token', 'end'),
  ],
  [
    'goes-on-after-failure',
    'tried once more in the branch',
    trace(
      'alt valid',
      'api->>db: read',
      'else invalid',
      'api-->>web: 401 bad token',
      'web->>auth: log in',
      'end',
      'api-->>web: 201 Created',
    ),
  ],
  [
    'goes-on-after-failure',
    'each way out of the next alt has an answer',
    nested('fresh\napi-->>web: 201 Created'),
    'Browser is answered "401 no token" and then "201 Created"',
  ],
  ['goes-on-after-failure', 'one way out of the next alt has none', nested('fresh\napi->>db: INSERT order')],
  [
    'goes-on-after-failure',
    'a break is there',
    trace('break no token', 'api-->>web: 401 no token', 'end', 'api-->>web: 201 Created'),
  ],
  [
    'goes-on-after-failure',
    'at the same time',
    trace('par check', 'api-->>web: 401 no token', 'and work', 'api->>db: read', 'end', 'api-->>web: 200'),
  ],
  [
    'goes-on-after-failure',
    'a break would leave the branch around it alone',
    trace(
      'opt a coupon',
      'opt unknown coupon',
      'api-->>web: 404 unknown',
      'end',
      'end',
      'api-->>web: 201 Created',
    ),
    'Nothing ends the flow after "unknown coupon": what stands behind the opt happens next.',
    'The second answer',
    'at "opt unknown coupon"',
  ],
  [
    'goes-on-after-failure',
    'there already, and accepted',
    trace('alt duplicate', 'api-->>web: 202 order', 'end', 'api-->>web: 202 order'),
    'Browser is answered "202 order" and then "202 order"',
  ],
  [
    'goes-on-after-failure',
    'in line, with a condition in its words',
    inLine('error if the token is invalid', 'api-->>web: order created'),
    '"error if the token is invalid" is drawn as a step that always happens, and Browser is answered "order created" as well: a request gets one answer.',
    'The second answer',
    'at "error if the token is invalid"',
  ],
  [
    'goes-on-after-failure',
    'in line, with a status',
    inLine('400 bad order', 'api-->>web: order created'),
    '"400 bad order" is drawn as a step that always happens',
  ],
  ['goes-on-after-failure', 'in line, an error alone', inLine('error', 'api-->>web: order created')],
  ['goes-on-after-failure', 'in line, both', inLine('success or error if invalid', 'api-->>web: order')],
  [
    'goes-on-after-failure',
    'in line, tried again',
    inLine('409 if busy', 'api->>db: retry the insert', 'api-->>web: order created'),
  ],
  [
    'goes-on-after-failure',
    'in line, another scenario',
    inLine('400 bad order', 'Note over web,api: happy path', 'api-->>web: order created'),
  ],
])

const paid = (...steps: readonly string[]): string =>
  trace('api->>db: SELECT balance', ...steps, 'api->>db: UPDATE balance', 'api->>db: COMMIT')

const begun = 'api->>db: BEGIN'

testRows([
  [
    'check-then-act',
    'seen before the transaction begins',
    paid(begun),
    'Order service looks at what is left before the transaction begins, and takes it inside.',
    'Both find enough here',
    'The transaction begins here',
    'once per document',
    'at "UPDATE balance"',
  ],
  ['check-then-act', 'seen again inside', paid(begun, 'api->>db: SELECT balance')],
  ['check-then-act', 'seen inside alone', paid().replace('api->>db: SELECT', `${begun}\napi->>db: SELECT`)],
  ['check-then-act', 'locked inside', paid(begun, 'api->>db: lock the row')],
  ['check-then-act', 'begun by another', paid('auth->>db: BEGIN')],
  [
    'check-then-act',
    'begun in another way out',
    trace('api->>db: SELECT balance', 'alt a', begun, 'else b', 'api->>db: UPDATE balance', 'end'),
  ],
  [
    'check-then-act',
    'in a transaction that a note tells of',
    paid('Note over api: in one transaction', begun),
  ],
  [
    'check-then-act',
    'found enough by the answer, then overwritten',
    trace('api->>auth: Check balance', 'auth-->>api: sufficient', 'api->>auth: Update source balance'),
    'Order service asks Auth service what is left, compares it, and takes it in a later call.',
  ],
  [
    'check-then-act',
    'told what there is, and not compared',
    trace('api->>auth: Check balance', 'auth-->>api: balance', 'api->>auth: Update source balance'),
  ],
  [
    'check-then-act',
    'the other one is credited',
    trace('api->>auth: Check balance', 'auth-->>api: sufficient', 'api->>auth: Update target balance'),
  ],
])

const locked = (take: string, ...more: readonly string[]): string =>
  trace(`api->>cache: ${take}`, ...more).replace('web->>', 'participant cache as Redis\nweb->>')

testRows([
  [
    'lock-without-expiry',
    'set, in short',
    locked('SET lock', 'api->>cache: DEL lock'),
    'Order service takes a lock in Redis that never expires.',
    'at "SET lock"',
  ],
  ['lock-without-expiry', 'set, with an expiry', locked('SET lock EX 30')],
  ['lock-without-expiry', 'set for something else', locked('SET locked seats')],
])
