// What is looked at before it is taken: locks, passes, coupons, rows that exist already, and keys by other names.

import { testRows } from '../rows'

const trace = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant api as Booking service
participant pts as Points service
participant kv as Redis
participant db as PostgreSQL
${steps.join('\n')}`

const rule = 'check-then-act'

testRows([
  [
    rule,
    'a lock in Redis',
    trace('api->>kv: GET lock:seat', 'api->>kv: SET lock:seat EX 300'),
    'Booking service looks whether the lock is free, then takes it in a second step.',
    'SET … NX',
    'Both find it free here',
  ],
  [
    rule,
    'a lock in a table',
    trace('api->>db: Check document lock status', 'api->>db: Lock document'),
    'UPDATE … SET locked_by = me WHERE locked_by IS NULL',
  ],
  [
    rule,
    'a list that is read, then deleted',
    trace(
      'web->>api: POST /messages',
      'api->>kv: RPUSH inbox:7 message',
      'api->>kv: LRANGE inbox:7 0 -1',
      'api->>kv: DEL inbox:7',
    ),
    'Booking service reads what has been collected under the key, then deletes the key in a second step.',
    'Added here, at any time',
  ],
  [
    rule,
    'another list that is deleted',
    trace('api->>kv: RPUSH inbox:7 message', 'api->>kv: LRANGE inbox:7 0 -1', 'api->>kv: DEL inbox:8'),
  ],
  [
    rule,
    'the fields of one thing, which ends',
    trace('api->>kv: HSET session:7 user 1', 'api->>kv: HGETALL session:7', 'api->>kv: DEL session:7'),
  ],
  [rule, 'a list that nobody adds to', trace('api->>kv: LRANGE inbox:7 0 -1', 'api->>kv: DEL inbox:7')],
  [
    rule,
    'a list that one reads and another deletes',
    trace('api->>kv: RPUSH inbox:7 message', 'api->>kv: LRANGE inbox:7 0 -1', 'pts->>kv: DEL inbox:7'),
  ],
  [
    rule,
    'a list that is read and deleted at once',
    trace(
      'api->>kv: RPUSH inbox:7 message',
      'api->>kv: MULTI',
      'api->>kv: LRANGE inbox:7 0 -1',
      'api->>kv: DEL inbox:7',
      'api->>kv: EXEC',
    ),
  ],
  [rule, 'taken in one step', trace('api->>kv: GET lock:seat', 'api->>kv: SET lock:seat NX EX 300')],
  [rule, 'whoever manages locks', trace('api->>pts: isLocked()', 'api->>pts: acquireLock()')],
  [
    rule,
    'a lock-out of a user',
    trace('api->>kv: GET login:locked:{email}', 'api->>kv: SET login:locked:{email}'),
  ],
  [rule, 'a lock elsewhere', trace('api->>kv: GET lock:seat', 'api->>db: INSERT lock')],
  [
    rule,
    'in another branch',
    trace('alt a', 'api->>kv: GET lock:seat', 'else b', 'api->>kv: SET lock:seat EX 300', 'end'),
  ],
  [
    rule,
    'a pass that is removed after what it is good for',
    trace('api->>kv: GET queue:pass:{user}', 'api->>db: INSERT booking', 'api->>kv: DEL queue:pass:{user}'),
    'Booking service looks for it first, and removes it only after what it is good for.',
    'may be settled in words',
  ],
  [
    rule,
    'a pass that buys nothing',
    trace('api->>kv: GET queue:pass:{user}', 'api->>kv: DEL queue:pass:{user}'),
  ],
  [
    rule,
    'a coupon that is marked as used',
    trace('api->>db: SELECT coupon', 'api->>db: INSERT order', 'api->>db: mark coupon used'),
    'marks it as used in a second step',
  ],
  [
    rule,
    'coupons that are handed out',
    trace('api->>db: 쿠폰 잔여 수량 조회', 'api->>db: 쿠폰 발급'),
    'reads what is left, then takes it',
  ],
  [rule, 'coupons of which nobody counts', trace('api->>db: 내 쿠폰 조회', 'api->>db: 쿠폰 발급')],
  [
    rule,
    'a row that exists already, outside the transaction',
    trace(
      'api->>db: Check for existing conversation',
      'api->>db: BEGIN',
      'api->>db: INSERT INTO conversations',
      'api->>db: COMMIT',
    ),
    'looks for an existing one before the transaction begins',
    'Both find none here | The transaction begins here',
  ],
  [
    rule,
    'inside',
    trace(
      'api->>db: BEGIN',
      'api->>db: Check for existing conversation',
      'api->>db: INSERT INTO conversations',
      'api->>db: COMMIT',
    ),
  ],
  [
    rule,
    'another table',
    trace(
      'api->>db: Check for existing conversation',
      'api->>db: BEGIN',
      'api->>db: INSERT INTO messages',
      'api->>db: COMMIT',
    ),
  ],
  [
    rule,
    'an address, which is unique',
    trace(
      'api->>db: Check existing user e-mail',
      'api->>db: BEGIN',
      'api->>db: INSERT INTO users',
      'api->>db: COMMIT',
    ),
  ],
  [
    rule,
    'the part that is named after users',
    `sequenceDiagram
participant pay as Payment service
participant u as User
participant pts as Points service
pay->>u: check balance
u->>pts: check balance
pts-->>u: balance
u-->>pay: balance
alt sufficient
pay->>u: pay
u->>pts: deduct balance
u-->>pay: done
end`,
    'User asks Points service what is left, compares it, and takes it in a later call.',
  ],
  [
    rule,
    'a user',
    `sequenceDiagram
participant u as User
participant pts as Points service
u->>pts: check balance
pts-->>u: balance
alt sufficient
u->>pts: deduct balance
end`,
  ],
  [
    rule,
    'a table of processed events',
    `sequenceDiagram
participant s as Stock service
participant seen as ProcessedEvents Repo
participant db as Stock Repo
s->>seen: isProcessed(order_id)
s->>db: reserveItems(items)
s->>seen: markProcessed(order_id)`,
    'Stock service looks up the key first',
  ],
])
