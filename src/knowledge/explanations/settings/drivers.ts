// Settings of the clients of databases and caches.

import type { SettingsOf } from './setting'

export const settingsOfDrivers: readonly SettingsOf[] = [
  {
    product: 'MongoDB drivers',
    called: 'mongo mongodb mongoose pymongo motor driver mongoclient',
    source: 'https://github.com/mongodb/specifications/blob/master/source/uri-options/uri-options.md',
    confirmed: '2026-11',
    rows: [
      [
        'serverSelectionTimeoutMS',
        'how long an operation waits for a fitting server',
        '30 s',
        'database-timeouts',
      ],
      [
        'connectTimeoutMS',
        'how long a connection may take',
        '10 s; 20 s in PyMongo, 30 s in Node.js and Go',
        'connect-timeout',
      ],
      ['socketTimeoutMS', 'how long an answer may take', 'no limit', 'database-timeouts'],
      ['maxPoolSize', 'connections to each server', '100', 'connection-pool'],
      ['minPoolSize', 'connections that are kept open to each server', '0', 'connection-pool'],
      ['maxIdleTimeMS', 'how long an idle connection is kept', '0: no limit', 'idle-timeout'],
      [
        'waitQueueTimeoutMS',
        'how long an operation waits for a connection',
        '0: no limit',
        'pool-exhaustion',
      ],
      ['heartbeatFrequencyMS', 'the pause between two checks of a server', '10 s', 'heartbeat'],
      [
        'localThresholdMS',
        'how much slower than the fastest a server may be and still be chosen',
        '15 ms',
        'least-response-time',
      ],
      ['retryWrites', 'whether a write is sent once more after a network error', 'true', 'retry'],
      ['retryReads', 'whether a read is sent once more after a network error', 'true', 'retry'],
      [
        'readPreference',
        'which members of a replica set are read: secondaries may lag',
        '`primary`',
        'read-replica',
      ],
      [
        'wtimeoutMS',
        'how long the write concern is awaited; the write may still happen',
        'no limit',
        'database-timeouts',
      ],
      ['maxStalenessSeconds', 'how far a secondary may lag and still be read', '−1: any lag', 'read-replica'],
    ],
  },
  {
    product: 'MongoDB',
    called: 'mongo mongodb mongoose',
    source: 'https://www.mongodb.com/docs/manual/reference/write-concern/',
    rows: [
      [
        'writeConcern',
        'how many members must have a write before it counts',
        '`majority` since 5.0, 1 before',
        'quorum',
      ],
      ['readConcern', 'how durable and recent what is read must be', '`local`', 'consistency'],
    ],
  },
  {
    product: 'ioredis',
    called: 'redis node ioredis',
    source: 'https://github.com/redis/ioredis/blob/main/lib/redis/RedisOptions.ts',
    confirmed: '2026-11',
    rows: [
      ['commandTimeout', 'how long a command’s answer is awaited', 'no limit', 'database-timeouts'],
      ['connectTimeout', 'how long a connection may take', '10 s', 'connect-timeout'],
      [
        'maxRetriesPerRequest',
        'reconnections after which a waiting command fails; null waits forever',
        '20',
        'retry',
      ],
      [
        'retryStrategy',
        'the pause before each reconnection',
        'since 6: 50 ms, doubled up to 5 s, with jitter; in 5: 50 ms more each time, up to 2 s',
        'backoff',
      ],
      ['enableOfflineQueue', 'whether commands wait while there is no connection', 'true', 'backpressure'],
    ],
  },
  {
    product: 'redis-py',
    called: 'redis python redis-py redispy',
    source: 'https://github.com/redis/redis-py/blob/master/redis/_defaults.py',
    confirmed: '2026-11',
    rows: [
      [
        'socket_timeout',
        'how long an answer is awaited',
        '5 s since 8.0, no limit before',
        'database-timeouts',
      ],
      [
        'socket_connect_timeout',
        'how long a connection may take',
        '5 s since 8.0, no limit before',
        'connect-timeout',
      ],
    ],
  },
  {
    product: 'Lettuce',
    called: 'lettuce',
    source: 'https://github.com/redis/lettuce/blob/main/src/main/java/io/lettuce/core/RedisURI.java',
    confirmed: '2026-11',
    ownedOnly: true,
    rows: [
      ['timeout', 'how long a command’s answer is awaited', '60 s', 'database-timeouts'],
      ['command timeout', 'how long a command’s answer is awaited', '60 s', 'database-timeouts'],
      ['connect timeout', 'how long a connection may take', '10 s', 'connect-timeout'],
    ],
  },
  {
    product: 'Jedis',
    called: 'jedis',
    source: 'https://github.com/redis/jedis/blob/master/src/main/java/redis/clients/jedis/Protocol.java',
    confirmed: '2026-11',
    ownedOnly: true,
    rows: [['timeout', 'how long a connection or an answer may take', '2 s', 'database-timeouts']],
  },
  {
    product: 'etcd',
    called: 'etcd etcdctl',
    source: 'https://etcd.io/docs/latest/op-guide/configuration/',
    confirmed: '2026-11',
    rows: [
      ['heartbeat-interval', 'the pause between two heartbeats of the leader', '100 ms', 'quorum'],
      ['election-timeout', 'silence of the leader after which another is elected', '1 s', 'quorum'],
      ['max-request-bytes', 'the largest request', '1.5 MB', 'product-etcd'],
    ],
  },
]
