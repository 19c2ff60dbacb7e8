// Databases, caches, brokers and search engines in versions whose support has ended.

import { managed, managedOr, months, type VersionedProduct } from './versioned-product'

export const unsupportedStores: readonly VersionedProduct[] = [
  {
    name: 'SQL Server',
    written: /\b(?:sql server|mssql)/i,
    unless: managed,
    ended: months('2008: 2019-07, 2012: 2022-07, 2014: 2024-07, 2016: 2026-07'),
    support: 'standard',
    source: 'https://learn.microsoft.com/lifecycle/products/sql-server-2016',
  },
  {
    name: 'MySQL',
    written: /\bmysql(?: server| community)?/i,
    unless: managedOr('percona|mariadb'),
    ended: months(
      '5: 2023-10, 5.5: 2018-12, 5.6: 2021-02, 8.0: 2026-04, 8.1: 2023-10, 8.2: 2023-12, ' + '8.3: 2024-04',
    ),
    source: 'https://www.mysql.com/support/eol-notice.html',
  },
  {
    name: 'MariaDB',
    written: /\bmaria ?db(?: server)?/i,
    unless: managed,
    ended: months('10.2: 2022-05, 10.3: 2023-05, 10.4: 2024-06, 10.5: 2025-06, 10.6: 2026-07'),
    source: 'https://mariadb.org/about/#maintenance-policy',
  },
  {
    name: 'PostgreSQL',
    written: /\bpostgres(?:ql)?/i,
    unless: managed,
    ended: months(
      '9: 2021-11, 9.4: 2020-02, 9.5: 2021-02, 10: 2022-11, 11: 2023-11, 12: 2024-11, 13: 2025-11, ' +
        '14: 2026-11',
    ),
    source: 'https://www.postgresql.org/support/versioning/',
  },
  {
    name: 'MongoDB',
    written: /\bmongo(?: ?db)?(?: community)?/i,
    unless: managed,
    ended: months('3: 2021-04, 4: 2024-02, 4.0: 2022-04, 4.2: 2023-04, 5: 2024-10, 6: 2025-07'),
    source: 'https://www.mongodb.com/legal/support-policy/lifecycles',
  },
  {
    name: 'Redis',
    written: /\bredis(?: oss)?/i,
    unless: managedOr(String.raw`enterprise|valkey|\bstack\b`),
    ended: months('4: 2020-04, 5: 2022-04, 6.0: 2022-05, 7.0: 2024-07'),
    source: 'https://github.com/redis/redis/blob/unstable/SECURITY.md',
  },
  {
    name: 'Elasticsearch',
    written: /\belastic ?search/i,
    unless: managed,
    ended: months('6: 2022-02, 7: 2026-01'),
    source: 'https://www.elastic.co/support/eol',
  },
  {
    name: 'RabbitMQ',
    written: /\brabbit ?mq/i,
    unless: managedOr('tanzu|cloudamqp'),
    support: 'community',
    ended: months('3: 2024-09, 4.0: 2025-04, 4.1: 2026-01'),
    source: 'https://www.rabbitmq.com/release-information',
  },
]
