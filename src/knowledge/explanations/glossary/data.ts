// Terms of databases, storage and consistency.

import type { Glossary } from './glossary'

export const dataTerms: Glossary = {
  replication: {
    'write-ahead log, WAL':
      'Every change is appended to a log and flushed before the data itself: after a crash it is replayed, and replicas read it. The disk’s flush (0.1–2 ms) is the floor of a commit.',
    'synchronous replication, sync replication':
      'A commit waits for a replica: nothing is lost, each write pays the round trip, and the replica’s outage stops writes unless there are two to choose from.',
    'asynchronous replication, async replication':
      'The primary doesn’t wait: what the replica hasn’t got is lost at fail-over, ms to seconds’ worth.',
    'semi-synchronous replication, semisync':
      'MySQL: the commit waits until one replica has received the events; after 10 s without an answer it goes on asynchronously.',
    'replication lag, replica lag':
      'How far a replica is behind: ms when idle, minutes after bulk writes, long transactions or a slow replica. Alert on it, and route reads by it.',
    'logical replication, logical decoding':
      'Row changes instead of disk blocks: between versions, single tables, to Kafka. A slot that nobody reads keeps the log until the disk is full.',
    'replication slot':
      'PostgreSQL’s mark of what a consumer still needs. Set max_slot_wal_keep_size, or a dead consumer fills the disk.',
    'leaderless replication, Dynamo style, Dynamo-style':
      'Clients write to several nodes and read from several; R + W > N makes them overlap. No fail-over, conflicts to merge.',
    'hinted handoff, read repair, anti-entropy':
      'How leaderless stores heal: neighbors keep writes for a node that is away, reads mend what differs, a background comparison (Merkle trees) finds the rest.',
    'Merkle tree':
      'Hashes of hashes: two copies find where they differ in a few exchanges. Git, Cassandra, certificate logs.',
    binlog:
      'MySQL’s log of changes, read by replicas and CDC. Row format; keep it longer than the longest outage of a reader.',
    Patroni:
      'Runs PostgreSQL with automatic fail-over: agrees on the leader in etcd or Consul, promotes within about 30 s by default (TTL 30 s).',
    'geo-replication, cross-region replication':
      'Copies in other regions, nearly always asynchronous: seconds of loss if the first region is gone, 15 min for most objects in S3 (with an SLA for 99.9%).',
  },
  'read-replica': {
    'read your own writes, read-your-writes':
      'A user who has just written must not be sent to a lagging replica: read the primary for some seconds after a write, or wait until the replica has reached the write’s position.',
    'stale read':
      'An answer from a copy that is behind. Fine for lists, wrong for balances and for what one just saved.',
    'read/write splitting, read-write splitting':
      'A proxy or driver sends reads to replicas. Transactions and reads after writes belong to the primary.',
  },
  consistency: {
    'linearizability, strong consistency':
      'Every read sees the last finished write, as if there were one copy. Costs a round trip to a majority.',
    'eventual consistency':
      'Copies become equal if writing stops; how soon, nobody promises. Say what users may see meanwhile.',
    'causal consistency':
      'Who sees an answer has seen the question: order is kept where one thing led to the other.',
    'bounded staleness': 'Reads lag by no more than so many seconds or versions.',
    'monotonic reads': 'Nobody sees time run backwards: stay with one replica for a session.',
    BASE: 'Basically available, soft state, eventually consistent: the catchword for giving consistency up for availability.',
    'sequential consistency, serializability vs linearizability':
      'Serializable: transactions have some order. Linearizable: single operations have the order of real time. Strictly serializable: both.',
  },
  partition: {
    'CAP theorem':
      'When the network parts, a store can either answer everywhere (AP) or stay right (CP) – not both. Without a partition it has no say.',
    PACELC:
      'CAP and the rest: if Partitioned, Availability or Consistency; Else Latency or Consistency. The second choice is made every day.',
    'split brain':
      'Two sides both believe they are primary and write: data diverges. A majority must agree, and the old one must be fenced.',
    'fencing token':
      'A number that grows with each lock; the store refuses smaller ones, so a holder that slept can’t write late.',
  },
  quorum: {
    Raft: 'Consensus with a leader: a majority confirms each entry of a log. One round trip to the nearer half; election after 150–300 ms in the paper, 1 s in etcd.',
    Paxos: 'The older consensus algorithm, proven and hard to grasp; Spanner and others run on Multi-Paxos.',
    'leader election':
      'One of several is chosen, by a majority or by a lease in etcd or a database row. Between death and successor nobody leads: the lease’s length.',
    'quorum read, R + W > N':
      'With 3 copies, write to 2 and read from 2: the sets overlap, so a read meets the latest write.',
    'lease, leader lease':
      'A lock that expires: the holder must renew in time, and stop by its own clock before others take over.',
    'split vote': 'Two candidates with equal votes; random timeouts make the next round decide.',
    'witness, arbiter, tiebreaker':
      'A third member without data that only votes: two sites can’t decide alone which of them lives.',
  },
  sharding: {
    'partition key, shard key':
      'The column that decides where a row lives. Many values, evenly used, in nearly every query; hard to change later.',
    'range partitioning':
      'By ranges of the key: good for scans; the newest range takes all writes if keys grow with time.',
    'hash partitioning': 'By a hash of the key: even, and range queries ask all shards.',
    'resharding, rebalancing shards':
      'Moving data to more shards while serving. Many small logical shards from the beginning make it moving files instead of splitting.',
    'cross-shard query, scatter query, cross-shard join':
      'Asks every shard: as slow as the slowest, as available as all. Design keys so that common queries stay in one.',
    'table partitioning':
      'One table in pieces on the same server, mostly by month: old ones are dropped in an instant instead of deleted.',
    'hot shard':
      'One shard gets most of the load: a famous customer, a growing key. Split it, add a suffix to the key, cache.',
  },
  'hot-key': {
    'hot partition':
      'One partition has reached its own limit (DynamoDB 3,000 reads and 1,000 writes a second) while the table is idle. Spread the key.',
    'key salting, write sharding':
      'A suffix 0…n on a busy key spreads writes; reads ask all of them and add up.',
    'celebrity problem, Justin Bieber problem':
      'One account with millions of followers: don’t copy its posts to all, let followers fetch.',
  },
  locks: {
    'optimistic locking, optimistic concurrency control, version column':
      '`update … set version = 8 where id = 1 and version = 7`: no row changed means somebody was faster; read again. For rare conflicts.',
    'pessimistic locking, SELECT FOR UPDATE':
      'Locks the row until the end of the transaction: others wait. Keep transactions short, no remote calls in them.',
    'SKIP LOCKED, FOR UPDATE SKIP LOCKED':
      'Takes rows that nobody has locked: a job queue in a table, for several workers.',
    deadlock:
      'Two wait for each other’s locks; the database ends one, MySQL at once, PostgreSQL after 1 s. Lock in the same order everywhere, retry the loser.',
    'advisory lock':
      'PostgreSQL’s lock on a number of your choice; held by session or transaction – and lost track of behind a transaction pooler.',
    'row lock, table lock, ALTER TABLE lock':
      'Changing a table waits for running queries, and everything new waits behind it: set lock_timeout for migrations, and try again.',
  },
  'isolation-levels': {
    'read committed':
      'Each statement sees what was committed before it: PostgreSQL’s, Oracle’s and SQL Server’s default. Two reads may differ.',
    'repeatable read, snapshot isolation':
      'The whole transaction sees one moment; MySQL’s default. Write skew is still possible.',
    serializable:
      'As if one after the other. Conflicts are ended with an error (40001) that the application must retry.',
    'dirty read, phantom read, non-repeatable read, write skew':
      'What levels allow: reading what isn’t committed; new rows at the second look; changed rows; two that each check and together break the rule.',
    MVCC: 'Writers make new versions, readers see those of their moment: neither blocks the other. Old versions must be cleaned up (vacuum), and long transactions prevent it.',
    ACID: 'Atomic, consistent, isolated, durable: what a transaction promises within one database.',
    'long-running transaction, idle in transaction':
      'Holds locks and old versions: bloat, and pools run dry. idle_in_transaction_session_timeout ends it.',
    savepoint: 'A place inside a transaction to roll back to.',
  },
  'database-index': {
    'B-tree':
      'The usual index: sorted pages, 3–4 levels for hundreds of millions of rows, equality and ranges. Each write updates each index.',
    'LSM tree, LSM-tree, SSTable, memtable':
      'Writes go to memory and are flushed as sorted files that are merged later: quick writes, reads of several files, compaction in the background (Cassandra, RocksDB).',
    'composite index, compound index':
      'On several columns, useful from the left: (tenant, created) serves tenant alone, not created alone.',
    'covering index, index-only scan': 'Holds all columns that the query wants: the table isn’t read.',
    'secondary index':
      'By another column than the primary key. In partitioned stores either local (ask all) or global (later, another write).',
    'partial index': 'Only rows with a condition, such as open orders: small and quick.',
    'inverted index': 'From word to documents: full text search.',
    'full table scan, sequential scan':
      'Reads every row: fine for small tables and reports, seconds for large ones. EXPLAIN shows it.',
    'query plan, EXPLAIN, EXPLAIN ANALYZE':
      'How the database means to (and did) run a query: look for scans, wrong row estimates, sorts on disk.',
    'slow query log': 'Queries above a threshold, e.g. 200 ms; pg_stat_statements adds them up by shape.',
    compaction:
      'Merging an LSM tree’s files: frees space and speeds reads, and takes disk and CPU in bursts.',
    'GIN index':
      'PostgreSQL’s index for arrays, JSONB, full text and trigrams: quick to search, slow to write.',
  },
  'n-plus-one': {
    'N+1 query, N+1 query problem, lazy loading ORM':
      'One query for the list and one for each item. Join, `where id in (…)`, eager loading; 100 items cost 100 round trips otherwise.',
  },
  cqrs: {
    CQRS: 'Writes and reads with models of their own; the read side follows by events, some ms to seconds later. Worth it where the two differ much.',
    'materialized view': 'A query’s result kept as a table: quick to read, as old as its last refresh.',
    'event sourcing':
      'The events are the truth, the state is computed from them: full history, replays; old events’ shapes must be understood forever, deleting is hard.',
    'projection, read model':
      'A table built from events for one kind of question; may be thrown away and rebuilt.',
    'event sourcing snapshot': 'A saved state so that not all events must be replayed.',
  },
  'unique-ids': {
    'UUIDv7, ULID, UUID v7':
      'Ids that begin with the time: unique without a central office and friendly to indexes. They tell when something was made.',
    'UUIDv4, UUID, GUID':
      '122 random bits: no coordination, no collisions in practice, random places in the index.',
    'Snowflake ID':
      '64 bits: time, machine, counter. Sortable, needs a number for each machine and clocks that don’t run back.',
    'auto increment, sequence':
      'The database counts: small, sortable, guessable, tells how many you have, one place per table.',
  },
  'logical-clocks': {
    'Lamport clock, Lamport timestamp':
      'A counter that takes the larger of own and received, plus one: an order that respects causes.',
    'vector clock, version vector':
      'A counter for each node: tells before, after and concurrent apart. Grows with nodes.',
    'hybrid logical clock, HLC':
      'Physical time with a logical part: near the wall clock and in causal order (CockroachDB, YugabyteDB).',
    TrueTime:
      'Spanner’s clock with known uncertainty (about 1–7 ms): commits wait it out, and order is global.',
  },
  'distributed-lock': {
    Redlock:
      'A lock over five independent Redis masters by majority. Debated: pauses and clocks can still give it to two. For what must not happen twice, add a fencing token.',
    'SETNX, SET NX PX':
      'Redis’ lock: set if absent with an expiry, delete by script only if the value is still yours.',
    'only one instance runs, singleton job':
      'A lease in the database or etcd, or Kubernetes’ Lease objects; plus idempotent work, since two may overlap for a moment.',
  },
  'object-storage': {
    'presigned URL, pre-signed URL, S3 presigned URL':
      'A URL with expiry and signature: browsers upload and download past your servers. Up to 7 days; as long as the signer’s credentials live.',
    'multipart upload':
      'Parts of 5 MB–5 GB in parallel, each repeatable; delete unfinished ones by lifecycle rule, since they cost. Needed above 5 GB.',
    'storage class, S3 Glacier, infrequent access':
      'Cheaper by the GB, more expensive to read, with a minimum time; Glacier’s deeper classes take minutes to hours to fetch.',
    'object lock, versioning bucket, bucket versioning':
      'Keeps overwritten and deleted versions, or forbids deleting until a date: against mistakes and ransomware.',
    'S3 consistency, S3 strong consistency':
      'Since December 2020 strong: a read after a write or delete sees it, lists too. Concurrent writers: the last wins, unless If-None-Match or If-Match is set.',
    'S3 request rate, S3 prefix, 503 SlowDown':
      '3,500 writes and 5,500 reads a second for each prefix; beyond that 503 until it has split, within minutes. Back off, and spread over prefixes.',
    'erasure coding':
      'Data in k pieces plus m of parity: any k restore it. 10 + 4 survives four losses with 1.4 times the space, where three copies take 3 and survive two. Reads of lost pieces cost more.',
    'lifecycle rule, S3 lifecycle': 'Moves or deletes objects by age.',
    'durability, eleven nines, 11 nines':
      '99.999999999% a year: of ten million objects one is lost in 10,000 years. Says nothing about availability, nor about deleting by mistake.',
  },
  'disk-performance': {
    'IOPS, provisioned IOPS':
      'Reads and writes a second: hard disk 100–200, gp3 3,000 to 80,000 by order, local NVMe several 100,000. Times block size is the throughput.',
    'burst balance, burst credits':
      'Small disks save up credits and are suddenly slow when they are gone: gp2, t-class machines, EFS.',
    'fsync, flush to disk':
      'Waits until data is really on the disk: 0.1–1 ms on NVMe, 1–3 ms on network disks, 5–10 on hard disks. Every durable commit pays it; group commit shares it.',
    'write cache, page cache':
      'Memory in which the system keeps files: reads at memory speed, and writes that are lost in a power cut without fsync.',
    'RAID, RAID 10':
      'Several disks as one: mirrored, striped or with parity. Against a disk’s death, not against deletion.',
  },
  'nosql-database': {
    'key-value store, KV store':
      'Get, put, delete by key: the quickest and easiest to spread. Redis, DynamoDB, etcd.',
    'document database, document store':
      'JSON documents with indexes: MongoDB, Firestore. What is read together is kept together; joins are up to you.',
    'wide-column store, column family':
      'Rows with a partition key and sorted columns, for many writes and known queries: Cassandra, Bigtable.',
    'graph database': 'Nodes and edges with quick traversal: friends of friends, fraud rings.',
    'time series database, TSDB':
      'Measurements by time, compressed and thinned out: Prometheus, InfluxDB, TimescaleDB. Mind the number of series.',
    'relational vs NoSQL, SQL vs NoSQL':
      'Relations, transactions and ad-hoc questions: SQL. One access path, huge scale, flexible shape: the others. PostgreSQL goes a long way first.',
  },
  'data-warehouse': {
    OLAP: 'Few large questions over many rows, few columns: column stores.',
    OLTP: 'Many small transactions on single rows: row stores.',
    'data lake, lakehouse':
      'Files (Parquet) in object storage, with tables over them (Iceberg, Delta) that give transactions and history.',
    'star schema, snowflake schema': 'A table of facts in the middle, dimensions around it.',
    'ETL, ELT': 'Extract, transform, load – or load first and transform inside the warehouse.',
    'medallion architecture, bronze silver gold': 'Raw, cleaned and finished tables in three layers.',
    'reverse ETL': 'From the warehouse back into the tools that people work with.',
  },
  'data-modeling': {
    'normalization, 3NF, database normalization': 'Every fact once: no contradictions, more joins.',
    denormalization: 'The same fact in several places for quick reads; writes must keep them equal.',
    'soft delete':
      'A deleted_at column: recoverable, and forgotten in half the queries. Unique keys and GDPR need thought.',
    JSONB:
      'PostgreSQL’s binary JSON with indexes: for what varies; what every query filters by deserves a column.',
    'ER diagram, ERD, entity relationship diagram':
      'Tables and how they belong together; no calls, no network.',
    'slowly changing dimension, SCD': 'How a warehouse keeps what an attribute was at the time.',
  },
  'data-formats': {
    Parquet: 'Columnar files with compression and statistics: queries read the columns and blocks they need.',
    'Apache Arrow, Arrow Flight':
      'Columns in memory, the same for all languages; Flight sends them over gRPC without conversion.',
    'compression ratio': 'Text and JSON 3–10 times smaller, Parquet more; images and video hardly.',
    'Snappy, LZ4': 'Quick, light compression (hundreds of MB/s a core): Kafka, Parquet.',
  },
  'probabilistic-structures': {
    'HyperLogLog, HLL, cardinality estimation':
      'Counts distinct values within about 1% in 12 KB (Redis: 0.81%).',
    'count-min sketch, heavy hitters':
      'Approximate counts in fixed memory, never too low: finds the most frequent.',
    'reservoir sampling': 'A fair sample of a stream whose length nobody knows.',
    't-digest, DDSketch': 'Percentiles of a stream in little memory, that can be merged.',
  },
  'search-engine': {
    'BM25, TF-IDF, relevance':
      'How well a text fits words: rare words and frequent mention count, long texts less.',
    'analyzer, tokenizer, stemming':
      'How text becomes words for the index; the same for queries, or nothing is found.',
    'refresh interval, index refresh': 'New documents become visible after 1 s in Elasticsearch.',
    'hybrid search':
      'Words and vectors together, ranks fused (RRF): names and numbers by word, meaning by vector.',
  },
  'spatial-index': {
    geohash:
      'Latitude and longitude interleaved to a string: near places mostly share a prefix; look in the eight neighbors, too.',
    quadtree: 'A square divided in four where it is crowded.',
    'H3 index, Uber H3, Google S2':
      'The globe in hexagons (Uber) or squares along a curve (Google): places become numbers to index.',
  },
  'change-data-capture': {
    'CDC lag': 'From commit to event: 10 ms to seconds, minutes after large transactions.',
    'dual write, dual writes':
      'Database and broker are written one after the other: a crash between them leaves them different. Outbox or CDC instead.',
    'initial snapshot, backfill':
      'The first copy of existing rows, before changes follow: hours for large tables.',
  },
  'public-datastore': {
    'exposed database, open MongoDB':
      'Found by scanners within hours and held to ransom. Private subnet, no public address, credentials anyway.',
  },
  'product-postgresql': {
    'vacuum, autovacuum':
      'Removes dead row versions and prevents the wraparound of transaction numbers. Falls behind on busy tables and behind long transactions.',
    'table bloat, bloat': 'Dead rows that take space and slow scans: VACUUM reuses, pg_repack returns it.',
    'transaction ID wraparound, XID wraparound':
      'Numbers run out after 2 billion: PostgreSQL then stops writes until it is vacuumed.',
    'LISTEN/NOTIFY':
      'Small messages between sessions: at most once, 8,000 bytes, not through a transaction pooler.',
    'pg_stat_activity, pg_stat_statements': 'Who runs what now, and which query shapes take most time.',
    'logical backup, pg_dump':
      'A dump of statements: portable, hours for large databases. Base backups and WAL restore to any moment.',
    'PostgreSQL COPY': 'Loads rows in bulk, ten times faster than inserts.',
  },
  'product-dynamodb': {
    'RCU, read capacity unit': 'One strongly or two eventually consistent reads a second of up to 4 KB.',
    'WCU, write capacity unit': 'One write a second of up to 1 KB.',
    'GSI, DynamoDB GSI, global secondary index':
      'Another key for the same items: eventually consistent, its own capacity; if it is throttled, so are writes to the table.',
    'single-table design':
      'All kinds of items in one table, keyed for the queries: one request fetches an order with its lines.',
    'DynamoDB Streams': 'Changes of a table in order of each item for 24 h; read by functions.',
    'global tables':
      'Copies in several regions, each writable: last write wins, about a second behind, unless strong consistency is chosen when the table is made global.',
    DAX: 'A cache before DynamoDB: microseconds, eventually consistent.',
  },
  'product-cassandra': {
    'consistency level, LOCAL_QUORUM':
      'How many copies must answer: ONE, LOCAL_QUORUM (a majority in this data center, the usual choice), ALL.',
    tombstone:
      'A deletion’s mark, kept for 10 days (gc_grace_seconds): thousands of them make reads slow. Don’t use tables as queues.',
    'coordinator node':
      'The node a client happens to ask: it forwards to the copies and waits for enough of them.',
  },
  'redis-protocol': {
    'RDB, AOF, Redis persistence':
      'Snapshots every some minutes (RDB), or a log flushed each second (AOF everysec): up to that much is lost.',
    'MULTI/EXEC, Redis transaction':
      'Commands run together, none in between; no rollback. Scripts (Lua) can decide as well.',
    'sorted set, ZSET, ZADD': 'Members by score: leaderboards, delays, rate windows; O(log n).',
    'Redis Streams, XADD, XREADGROUP':
      'A log with consumer groups and acknowledgments, in memory: trim it by length.',
    'KEYS vs SCAN, SCAN, KEYS *': 'KEYS blocks everything while it reads all keys; SCAN goes in steps.',
    'Redis Sentinel':
      'Watches a Redis master and promotes a replica by majority, within about 10–30 s; clients must ask it who is master.',
    'pipelining Redis, Redis pipelining': 'Many commands in one go: one round trip instead of many.',
    'big key, large value':
      'One value of many MB blocks the single thread, the network and fail-over. Split it.',
    Valkey: 'The open-source continuation of Redis 7.2 under the Linux Foundation; same protocol.',
    'Redis down':
      'If it is a cache: everything goes to the database – limit and coalesce. If it has locks, sessions or limits: decide open or closed for each.',
  },
  mongodb: {
    'oplog, oplog window':
      'The log that members replicate from; whoever is away longer than it lasts must copy everything anew.',
    'write concern, w: majority':
      'How many members have a write before it is confirmed; majority is the default since 5.0.',
    'read preference, secondaryPreferred': 'Who answers reads; secondaries may lag.',
    'aggregation pipeline': 'Stages of filter, group, join: `$match` first, so that an index helps.',
    'MongoDB replica set, replica set members':
      'Three members or more, one primary; a new one is elected within about 12 s.',
  },
}
