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
      '5: 2023-10, 5.5: 2018-12, 5.6: 2021-02, 8.0: 2026-04, 8.1: 2023-10, 8.2: 2023-12, ' +
        '8.3: 2024-04, 9.0: 2024-10, 9.1: 2025-01, 9.2: 2025-04, 9.3: 2025-07, 9.4: 2025-10, ' +
        '9.5: 2026-01, 9.6: 2026-04',
    ),
    source: 'https://www.mysql.com/support/eol-notice.html',
  },
  {
    name: 'MariaDB',
    written: /\bmaria ?db(?: server)?/i,
    unless: managed,
    ended: months(
      '10.2: 2022-05, 10.3: 2023-05, 10.4: 2024-06, 10.5: 2025-06, 10.6: 2026-07, 10.7: 2023-02, ' +
        '10.8: 2023-05, 10.9: 2023-08, 10.10: 2023-11, 11.0: 2024-06, 11.1: 2024-08, 11.2: 2024-11, ' +
        '11.3: 2024-05, 11.5: 2024-11, 11.6: 2025-02, 11.7: 2025-05, 12.0: 2025-11, 12.1: 2026-02, ' +
        '12.2: 2026-05',
    ),
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
    ended: months('5: 2019-03, 6: 2022-02, 7: 2026-01'),
    source: 'https://www.elastic.co/support/eol',
  },
  {
    name: 'RabbitMQ',
    written: /\brabbit ?mq/i,
    unless: managedOr('tanzu|cloudamqp'),
    support: 'community',
    ended: months(
      '3: 2024-09, 3.8: 2022-07, 3.9: 2023-01, 3.10: 2023-07, 3.11: 2023-12, 3.12: 2024-06, 4.0: 2025-04, 4.1: 2026-01, 4.2: 2026-07',
    ),
    source: 'https://www.rabbitmq.com/release-information',
  },
  {
    name: 'Kibana',
    written: /\bkibana/i,
    unless: managed,
    ended: months('6: 2022-02, 7: 2026-01'),
    source: 'https://www.elastic.co/support/eol',
  },
  {
    name: 'Logstash',
    written: /\blogstash/i,
    ended: months('6: 2022-02, 7: 2026-01'),
    source: 'https://www.elastic.co/support/eol',
  },
  {
    name: 'OpenSearch',
    written: /\bopen ?search/i,
    unless: managed,
    ended: months('1: 2025-05'),
    source: 'https://opensearch.org/releases/',
  },
  {
    name: 'Kafka',
    written: /\bkafka(?: broker)?/i,
    unless: managedOr('msk|confluent|cp-kafka|redpanda|strimzi|bitnami|instaclustr'),
    support: 'community',
    ended: months(
      '2: 2022-05, 3.0: 2022-10, 3.1: 2023-02, 3.2: 2023-06, 3.3: 2023-10, 3.4: 2024-02, 3.5: 2024-07, ' +
        '3.6: 2024-11, 3.7: 2025-03, 3.8: 2025-09',
    ),
    source: 'https://cwiki.apache.org/confluence/display/KAFKA/Time+Based+Release+Plan',
  },
  {
    name: 'Confluent Platform',
    written:
      /\bconfluent(?: platform)?|\bcp-(?:kafka(?:-connect)?|server|zookeeper|schema-registry|ksqldb-server)/i,
    unless: /confluent cloud/i,
    support: 'standard',
    ended: months(
      '5: 2022-04, 6: 2023-06, 7.0: 2023-10, 7.1: 2024-04, 7.2: 2024-07, 7.3: 2024-11, 7.4: 2025-05, ' +
        '7.5: 2025-08, 7.6: 2026-02, 7.7: 2026-07',
    ),
    source: 'https://docs.confluent.io/platform/current/installation/versions-interoperability.html',
  },
  {
    name: 'ActiveMQ',
    written: /\bactive ?mq(?: classic)?/i,
    unless: managedOr('artemis'),
    ended: months('5.15: 2022-03, 5.16: 2023-03, 5.17: 2024-04, 5.18: 2025-03, 6.0: 2024-03, 6.1: 2025-12'),
    source: 'https://activemq.apache.org/components/classic/download/',
  },
  {
    name: 'Cassandra',
    written: /\bcassandra/i,
    unless: managedOr('keyspaces|datastax|dse|astra|scylla'),
    ended: months('3.0: 2024-09, 3.11: 2024-09'),
    source: 'https://cassandra.apache.org/_/download.html',
  },
  {
    name: 'Neo4j',
    written: /\bneo4j(?: community| enterprise)?/i,
    unless: managedOr('aura'),
    ended: months('3: 2022-05, 4: 2025-11, 4.0: 2021-07, 4.1: 2021-12, 4.2: 2022-05, 4.3: 2022-12'),
    source: 'https://support.neo4j.com/s/article/neo4j-supported-versions',
  },
  {
    name: 'ClickHouse',
    written: /\bclick ?house/i,
    unless: managedOr('altinity'),
    ended: months('25.3: 2026-03, 25.8: 2026-08, 26.1: 2026-05, 26.2: 2026-05'),
    source: 'https://github.com/ClickHouse/ClickHouse/blob/master/SECURITY.md',
  },
  {
    name: 'Solr',
    written: /\bsolr/i,
    ended: months('6: 2019-03, 7: 2022-05, 8: 2024-10'),
    source: 'https://solr.apache.org/downloads.html#about-versions-and-support',
  },
  {
    name: 'Oracle Database',
    written: /\boracle(?: database| db)?(?=[ \t:/@_(-]{1,2}(?:1[0-2](?:g|c|\.\d)|18c))/i,
    unless: managed,
    support: 'extended',
    ended: months('10: 2013-07, 11: 2020-12, 12: 2022-07, 18: 2021-06'),
    source: 'https://www.oracle.com/us/assets/lifetime-support-technology-069183.pdf',
  },
]
