// Products that diagrams name most: what each is for on an arrow, its port, defaults, limits, and what breaks.

import type { Entry } from '../entry'

interface Row extends Omit<Entry, 'id' | 'aliases' | 'typed' | 'topic'> {
  /** Id of the technology; the explanation's is `product-` before it. */
  readonly of: string
  /** Further names, which are typed: settings, errors, questions. */
  readonly names?: readonly string[]
}

/** A product's title is only typed: in labels its technology says where the name counts. */
const product = ({ of, names = [], ...row }: Row): Entry => ({
  id: `product-${of}`,
  aliases: [],
  typed: [row.title, ...names],
  topic: 'products',
  ...row,
})

const rows: readonly Row[] = [
  {
    of: 'postgresql',
    title: 'PostgreSQL',
    what: 'The relational database at the end of the arrow: one transaction per request, or several.',
    where: 'TCP 5432, its own protocol, TLS by negotiation; behind a pool in every caller or PgBouncer.',
    cost: 'A connection is a process: some 5–10 MB, and 2–3 round trips with TLS and authentication to open.',
    numbers:
      '100 connections (max_connections); no statement timeout, no lock timeout, no idle limit by default.',
    breaks:
      'Connections run out at deploys; one long transaction holds locks and bloat. Fail-over cuts every connection: 30–120 s in managed ones.',
    use: 'A pool with a limit times replicas below max_connections; statement_timeout below the caller’s deadline.',
    see: ['sql-protocols', 'connection-pool', 'database-timeouts', 'locks', 'read-replica'],
    sources: [
      'https://www.postgresql.org/docs/current/runtime-config-connection.html',
      'https://www.postgresql.org/docs/current/runtime-config-client.html',
    ],
    confirmed: '2026-11',
  },
  {
    of: 'mysql',
    title: 'MySQL',
    what: 'A relational database; asynchronous replicas for reads are the usual way to scale it.',
    where: 'TCP 3306, its own protocol.',
    numbers:
      '151 connections (max_connections); idle ones close after 8 h (wait_timeout); lock wait 50 s; no query timeout.',
    use: 'A pool that closes connections before wait_timeout; reads that may lag from replicas.',
    breaks:
      'A pool that keeps connections longer than wait_timeout or a NAT allows gets “server has gone away”. Replicas lag: reads after writes are old.',
    see: ['sql-protocols', 'connection-pool', 'database-timeouts', 'read-replica'],
    sources: [
      'https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html',
      'https://dev.mysql.com/doc/refman/8.4/en/innodb-parameters.html',
    ],
  },
  {
    of: 'aurora',
    title: 'Amazon Aurora',
    what: 'MySQL or PostgreSQL with storage that is copied six times over three zones; a writer and up to 15 readers.',
    where: 'TCP 3306 or 5432, at two names: cluster endpoint (writer) and reader endpoint.',
    cost: 'Replica lag usually well below 100 ms.',
    numbers:
      'Fail-over usually under 60 s, often under 30 s, when a replica exists; up to 10 min without one.',
    breaks:
      'After a fail-over clients that cache DNS or keep connections write to a reader (“read-only transaction”). The endpoints’ TTL is 5 s: Java caches longer.',
    use: 'RDS Proxy or a driver that knows the topology; a replica in another zone.',
    see: ['sql-protocols', 'failover', 'read-replica', 'dns-ttl'],
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html',
    ],
    confirmed: '2026-11',
  },
  {
    of: 'rds',
    title: 'Amazon RDS',
    what: 'Managed PostgreSQL, MySQL and others: one instance, or one with a standby in another zone (Multi-AZ).',
    where: 'The engine’s port (5432, 3306) at a DNS name that moves at a fail-over.',
    numbers:
      'Multi-AZ instance fail-over 60–120 s, Multi-AZ cluster typically under 35 s; a maintenance window every week.',
    breaks:
      'All connections are cut at a fail-over; single-AZ instances restart for minutes at maintenance. Connections are limited by memory.',
    use: 'Retry on connection errors with backoff; RDS Proxy in front of functions.',
    see: ['failover', 'sql-protocols', 'connection-pool', 'rto-rpo'],
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html',
      'https://aws.amazon.com/rds/sla/',
    ],
    confirmed: '2026-11 except the cluster',
  },
  {
    of: 'rds-proxy',
    title: 'Amazon RDS Proxy',
    what: 'A managed pool between many short callers (Lambda) and a database: few connections behind, many in front.',
    where: 'Within the VPC, on the database’s port; TLS and IAM authentication.',
    cost: 'A hop of about a millisecond within the zone (unconfirmed: measure).',
    numbers:
      'A caller waits up to 120 s for a connection (ConnectionBorrowTimeout); idle client connections close after 30 min.',
    use: 'In front of functions and of services with many replicas.',
    breaks:
      'Prepared statements, SET and temporary tables pin a connection to one caller: the sharing is gone. No public address.',
    see: ['connection-pool', 'serverless', 'failover', 'product-rds'],
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-rds-dbproxytargetgroup-connectionpoolconfigurationinfoformat.html',
    ],
    confirmed: '2026-11 except 30 min',
  },
  {
    of: 'dynamodb',
    title: 'Amazon DynamoDB',
    what: 'A key–value and document store that is called by HTTPS: get, put and query by partition key.',
    where:
      'HTTPS 443 at a regional endpoint; a VPC endpoint keeps it inside. No connections to pool but HTTP’s.',
    cost: 'Single-digit milliseconds by design; strongly consistent reads cost double and see the newest write.',
    numbers:
      '400 KB an item; 1,000 writes and 3,000 reads a second per partition; 1 MB per query page. SDKs: 3 attempts in standard mode, Java 8 and older modes for DynamoDB more.',
    breaks:
      'A hot key is throttled while the table has room (ProvisionedThroughputExceeded). Global tables: the last writer wins.',
    use: 'Spread keys; conditional writes instead of read–modify–write; timeouts of the SDK down to 1 s or less.',
    see: ['sharding', 'aws-sdk', 'consistency', 'rate-limited-api'],
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html',
    ],
    confirmed: '2026-11 except item and page sizes',
  },
  {
    of: 'cassandra',
    title: 'Apache Cassandra',
    what: 'A wide-column store without a leader: any node takes a request and asks the replicas of the key.',
    where:
      'CQL on TCP 9042 (clients), 7000 between nodes; drivers know the ring and go to a replica directly.',
    cost: 'One round trip to the slowest replica of the chosen level: QUORUM waits for 2 of 3.',
    numbers:
      'Server: reads 5 s, writes 2 s, range reads 10 s; drivers of DataStax wait 2 s a request (4.x) and retry by policy; speculative retry of reads at p99.',
    breaks:
      'Tombstones make reads time out; large partitions heat one node; a timed-out write may still have happened.',
    use: 'LOCAL_QUORUM in each region; idempotent statements marked so, or the driver won’t retry them.',
    see: ['quorum', 'consistency', 'consistent-hashing', 'hedging'],
    sources: [
      'https://cassandra.apache.org/doc/latest/cassandra/managing/configuration/cass_yaml_file.html',
      'https://docs.datastax.com/en/developer/java-driver/latest/manual/core/configuration/reference/',
    ],
    confirmed: '2026-11 except the drivers',
  },
  {
    of: 'elasticsearch',
    title: 'Elasticsearch',
    what: 'Search and analytics over documents: a query goes to every shard of the index, the slowest decides.',
    where: 'HTTP(S) 9200 for clients, 9300 between nodes.',
    cost: 'Milliseconds to seconds by query; new documents are found after the refresh, 1 s by default.',
    numbers:
      'Searches have no timeout by default; 10,000 hits by paging, then search_after; official clients retry 3 times on connection errors and 502–504.',
    breaks:
      'Heavy aggregations starve everybody (429 when queues of 1,000 are full); too many shards eat the heap; a split without quorum stops writes.',
    use: 'As a copy that can be rebuilt, fed by a queue or CDC, with a timeout on every search.',
    see: ['fan-out', 'tail-latency', 'change-data-capture', 'consistency'],
    sources: [
      'https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/thread-pool-settings',
      'https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/search-settings',
    ],
  },
  {
    of: 's3',
    title: 'Amazon S3',
    what: 'Objects by key over HTTPS: uploads, downloads, backups, static files behind a CDN.',
    where: 'HTTPS 443 at a regional endpoint; gateway endpoints keep it within the VPC.',
    cost: 'First byte usually 100–200 ms says AWS; then bandwidth. Per-request and per-gigabyte prices.',
    numbers:
      'At least 3,500 writes and 5,500 reads a second per prefix; 5 TB an object (50 TB since December 2025), 5 GB per single PUT; SDKs retry (3 attempts in standard mode).',
    breaks:
      '503 Slow Down while a prefix grows; a list of millions of keys takes minutes. Consistent since 2020, but the last writer wins.',
    use: 'Presigned URLs so that bytes bypass your services; multipart above 100 MB; If-None-Match for “only once”.',
    see: ['object-storage', 'file-upload', 'aws-sdk', 'cdn'],
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html',
    ],
    confirmed: '2026-11 except the sizes',
  },
  {
    of: 'sqs',
    title: 'Amazon SQS',
    what: 'A queue that is polled: one consumer takes a message, hides it for a while, and deletes it when done.',
    where: 'HTTPS 443; consumers long-poll for up to 20 s.',
    cost: 'Sending some 10–20 ms within the region (unconfirmed: measure); priced per request, so batch 10.',
    numbers:
      'Visibility timeout 30 s, kept 4 days (at most 14), 1 MiB a message since August 2025 (256 KiB before), 120,000 in flight; FIFO 300 calls a second without batching.',
    use: 'Between services that may lag: a visibility timeout of six times the work, a dead-letter queue, batches of 10.',
    breaks:
      'Work longer than the visibility timeout is done twice. Standard queues deliver again and out of order; without a dead-letter queue poison comes back for days.',
    see: ['message-queue', 'dead-letter-queue', 'at-least-once', 'message-ordering'],
    sources: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html',
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html',
    ],
    confirmed: '2026-11 except size and FIFO',
  },
  {
    of: 'sns',
    title: 'Amazon SNS',
    what: 'Publish once, delivered to every subscriber: SQS queues, functions, HTTPS endpoints, phones.',
    where: 'HTTPS 443 to publish; it calls the subscribers.',
    cost: 'Publishing takes tens of milliseconds; delivery usually follows within 100 ms (unconfirmed).',
    numbers:
      '256 KB a message; HTTP endpoints: 3 retries 20 s apart, then dropped, up to 100 within an hour by policy; mail, SMS and push 50 attempts over 6 h; AWS targets 100,015 over 23 days. 15 s for an endpoint to answer.',
    breaks:
      'No store: a subscriber that wasn’t there never sees it. Endpoints get duplicates. Without a dead-letter queue the drop is silent.',
    use: 'SNS → SQS per consumer: fan-out with a buffer each.',
    see: ['publish-subscribe', 'dead-letter-queue', 'webhook', 'at-least-once'],
    sources: ['https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html'],
    confirmed: '2026-11 except 256 KB and 15 s',
  },
  {
    of: 'eventbridge',
    title: 'Amazon EventBridge',
    what: 'A bus with rules: events in, matched by content, sent to targets in AWS or over HTTPS.',
    where: 'HTTPS 443; asynchronous for the sender.',
    cost: 'About half a second from event to target at the median in earlier years, less since (unconfirmed): not for a user who waits.',
    numbers:
      '256 KB an entry (2025), 10 per call; retries for 24 h, up to 185 times; API destinations must answer in 5 s.',
    use: 'For events between teams and from SaaS; SQS behind each target that matters.',
    breaks:
      'A rule that matches nothing loses events without a word: an archive and a catch-all rule show it. No order.',
    see: ['publish-subscribe', 'event-streaming', 'dead-letter-queue', 'at-least-once'],
    sources: [
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html',
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
    ],
    confirmed: '2026-11 except sizes and 5 s',
  },
  {
    of: 'rabbitmq',
    title: 'RabbitMQ',
    what: 'A broker that routes messages to queues and pushes them to consumers, which acknowledge each.',
    where: 'AMQP 0-9-1 on TCP 5672 (TLS 5671); management on 15672.',
    cost: 'Below a millisecond to a few within a zone; publisher confirms add a disk write on quorum queues.',
    numbers:
      'Heartbeat 60 s; no limit on unacknowledged messages unless a prefetch is set; consumers must acknowledge within 30 min; quorum queues drop after 20 deliveries (4.0).',
    use: 'Quorum queues, confirms, a prefetch of 10–100, a dead-letter exchange.',
    breaks:
      'Memory or disk alarms block publishers silently. A publish without confirm is lost when a node dies.',
    see: ['amqp', 'message-queue', 'dead-letter-queue', 'backpressure'],
    sources: [
      'https://www.rabbitmq.com/docs/consumers',
      'https://www.rabbitmq.com/docs/heartbeats',
      'https://www.rabbitmq.com/docs/quorum-queues',
    ],
    confirmed: '2026-11',
  },
  {
    of: 'lambda',
    title: 'AWS Lambda',
    what: 'A function per request or event; the platform starts and stops copies.',
    where: 'Behind API Gateway, ALB or a function URL (synchronous), or fed by queues, streams and events.',
    cost: 'A cold start of 0.2 s to several seconds in about 1% of calls or fewer; billed by the millisecond.',
    numbers:
      'Timeout 3 s by default, 15 min at most; 1,000 at once per account and region; 6 MB answers; failed asynchronous events twice more.',
    use: 'Short, uneven work; RDS Proxy or DynamoDB behind it; a timeout below the caller’s.',
    breaks:
      'Each copy opens its own database connection. Callers time out (API Gateway 29 s) while it runs on. At the limit: 429.',
    see: ['serverless', 'connection-pool', 'balancer-slow-start', 'async-acknowledgment'],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
    ],
    confirmed: '2026-11 except concurrency and 6 MB',
  },
  {
    of: 'ecs',
    title: 'Amazon ECS',
    what: 'Runs containers as services behind a balancer, on EC2 or Fargate; calls go to the tasks, not to ECS.',
    where: 'Tasks register with the target group; Service Connect or Cloud Map names them.',
    numbers: 'A task has 30 s from SIGTERM to SIGKILL; the balancer drains for 300 s unless set.',
    use: 'Stop timeout above the longest request, draining below it, a grace period for slow starts.',
    breaks:
      'A short grace period for health checks kills tasks that start slowly, in a loop. Draining longer than the stop timeout: 502 at deploys.',
    see: ['graceful-shutdown', 'health-check', 'rolling-deployment', 'service-discovery'],
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html',
    ],
  },
  {
    of: 'azure-app-service',
    title: 'Azure App Service',
    what: 'Runs a web application with several instances behind Azure’s own front ends.',
    where: 'HTTPS 443 at the front ends, which reach the instances.',
    numbers:
      'The front end ends idle requests after 230 s; SNAT: 128 ports per instance guaranteed; SLA 99.95%.',
    breaks:
      'Many outgoing connections to one address exhaust SNAT ports: intermittent timeouts. Cold after idling unless Always On.',
    use: 'VNet integration with a NAT gateway, pooled connections, health check path.',
    see: ['ephemeral-ports', 'idle-timeout', 'connection-pool', 'health-check'],
    sources: [
      'https://learn.microsoft.com/en-us/azure/app-service/troubleshoot-intermittent-outbound-connection-errors',
      'https://learn.microsoft.com/en-us/troubleshoot/azure/app-service/web-apps-performance-faqs',
    ],
    confirmed: '2026-11 except the SLA',
  },
  {
    of: 'ovh',
    title: 'Ovh',
    what: 'A European provider of servers, Kubernetes and object storage: what runs on it is what arrows lead to.',
    where: 'Regions mostly in France, Germany, Poland, the UK and Canada.',
    cost: 'By server and hour; traffic mostly included.',
    breaks:
      'Offers differ in zones: many regions are a single site; the fire of Strasbourg in 2021 took one with its backups.',
    use: 'Say which region, and keep backups in another.',
    see: ['region', 'zone', 'rto-rpo'],
    sources: ['https://www.ovhcloud.com/en/about-us/global-infrastructure/regions/'],
  },
  {
    of: 'kubernetes',
    title: 'Kubernetes',
    what: 'Where services run, not what they call: an arrow to “Kubernetes” means its API (deploys, controllers); requests go to Services and pods.',
    where:
      'API on HTTPS 6443 (443 in clouds); Services by DNS name inside; Ingress or balancer from outside.',
    cost: 'A Service adds no hop, only rewritten addresses on the node.',
    numbers:
      'SIGTERM to SIGKILL 30 s; probes every 10 s, 1 s timeout, 3 failures; a lost node’s pods move after about 5 min. Managed control planes: SLA 99.95% (EKS, GKE regional).',
    use: 'Draw services with replicas; a readiness probe, a preStop pause, requests for CPU and memory.',
    breaks:
      'gRPC and HTTP/2 stick to one pod. 502 at deploys without a preStop pause. When the API is down, running pods go on, nothing moves.',
    see: [
      'kubernetes-service',
      'kubernetes-workloads',
      'graceful-shutdown',
      'readiness',
      'kubernetes-ingress',
    ],
    sources: [
      'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/',
      'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
      'https://aws.amazon.com/eks/sla/',
    ],
    confirmed: '2026-11 except the SLA',
  },
  {
    of: 'k8s-control-plane',
    title: 'Kubernetes API server',
    what: 'What kubectl, controllers and kubelets talk to: reads and watches over HTTPS, state in etcd.',
    where: 'HTTPS 6443, mutual TLS or tokens; long watches.',
    numbers:
      'Requests end after 60 s (--request-timeout), watches after 30–60 min; 400 reading and 200 changing requests at once, then 429.',
    use: 'Watches instead of lists; nothing of a user’s request should need it.',
    breaks:
      'Controllers that list everything on restart flood it. Without it nothing scales or heals, but traffic flows.',
    see: ['product-etcd', 'product-kubernetes', 'rate-limiting'],
    sources: [
      'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
      'https://kubernetes.io/docs/concepts/cluster-administration/flow-control/',
    ],
    confirmed: '2026-11 except the watches',
  },
  {
    of: 'knative',
    title: 'Knative',
    what: 'Scales services in Kubernetes by requests, to zero as well; a queue proxy beside each pod counts and limits.',
    where: 'HTTP through its ingress (Kourier, Istio) and the activator.',
    cost: 'From zero the first request waits for a pod: seconds.',
    numbers:
      'Request timeout 300 s, at most 600 s; 100 requests at once per pod as target; pods go after 60 s window plus 30 s.',
    use: 'For uneven HTTP work; minScale 1 where a cold start hurts.',
    breaks: 'Long requests are cut at the timeout; cold starts meet callers’ shorter deadlines.',
    see: ['serverless', 'balancer-slow-start', 'timeout'],
    sources: [
      'https://knative.dev/docs/serving/configuration/config-defaults/',
      'https://knative.dev/docs/serving/autoscaling/',
    ],
    confirmed: '2026-11',
  },
  {
    of: 'docker',
    title: 'Docker',
    what: 'Runs containers on a host: not a hop of its own. Arrows lead to what runs inside.',
    where:
      'Published ports go through NAT on the host; containers of one network find each other by name. API on a Unix socket; TCP 2375 has no protection.',
    cost: 'The bridge’s NAT costs microseconds; pulling an image at start costs seconds to minutes.',
    breaks: 'On Linux published ports bypass the host’s firewall rules. One host is one failure.',
    use: 'Draw the services; draw Docker only where something calls its API.',
    see: ['nat', 'single-point-of-failure', 'dns'],
    sources: ['https://docs.docker.com/engine/network/packet-filtering-firewalls/'],
  },
  {
    of: 'consul',
    title: 'Consul',
    what: 'Tells callers which healthy instances a service has, by DNS or HTTP; also key–value store and mesh.',
    where: 'DNS 8600, HTTP 8500, server RPC 8300, gossip 8301; an agent on every host answers locally.',
    cost: 'A local answer below a millisecond; strongly consistent reads go to the leader.',
    numbers:
      'Blocking queries wait 5 min (10 at most); DNS answers have TTL 0 by default; 3 or 5 servers (Raft).',
    use: 'Health checks close to what users do; stale reads; an agent on every host.',
    breaks:
      'Without a leader (some seconds at an election) consistent reads fail: allow stale ones. Checks that flap deregister everybody.',
    see: ['service-discovery', 'quorum', 'gossip', 'health-check'],
    sources: [
      'https://developer.hashicorp.com/consul/docs/reference/architecture/ports',
      'https://developer.hashicorp.com/consul/api-docs/features/blocking',
      'https://developer.hashicorp.com/consul/docs/discover/dns/scale',
    ],
  },
  {
    of: 'etcd',
    title: 'etcd',
    what: 'A small, strongly consistent store: configuration, leader election, everything Kubernetes knows.',
    where: 'gRPC on TCP 2379, peers on 2380.',
    cost: 'A write waits for a disk sync on a majority: some 10 ms; disks slower than 10 ms at p99 are too slow.',
    numbers:
      'Heartbeat 100 ms, election after 1 s; 2 GB of data by default (8 GB advised at most), 1.5 MB a request.',
    use: '3 or 5 members with fast disks in one region; small values.',
    breaks:
      'Slow disks cause elections; at the quota it takes no writes until compacted. Spread over distant regions every write pays the distance.',
    see: ['quorum', 'service-discovery', 'locks'],
    sources: [
      'https://etcd.io/docs/v3.6/tuning/',
      'https://etcd.io/docs/v3.6/dev-guide/limit/',
      'https://etcd.io/docs/v3.6/op-guide/hardware/',
      'https://github.com/etcd-io/etcd/blob/main/server/embed/config.go',
    ],
    confirmed: '2026-11',
  },
  {
    of: 'coredns',
    title: 'CoreDNS',
    what: 'Answers names inside Kubernetes: every call to a Service by name begins with it.',
    where:
      'UDP and TCP 53 at a cluster address, two replicas by default; NodeLocal DNSCache puts a cache on each node.',
    cost: 'Below a millisecond for Services; outside names go to the host’s resolvers.',
    numbers:
      'TTL of Services 5 s, cache 30 s; resolvers wait 5 s and try twice; ndots:5 turns one outside lookup into several.',
    breaks:
      'UDP lost in conntrack: lookups take exactly 5 s. Overload at scale-out; every service feels it at once.',
    use: 'A dot at the end of outside names, NodeLocal DNSCache, replicas by cluster size.',
    see: ['dns', 'kubernetes-service', 'conntrack', 'dns-zone'],
    sources: [
      'https://coredns.io/plugins/kubernetes/',
      'https://coredns.io/plugins/cache/',
      'https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/',
    ],
    confirmed: '2026-11 except cache and resolvers',
  },
  {
    of: 'cert-manager',
    title: 'Cert Manager',
    what: 'cert-manager fetches and renews certificates in Kubernetes (ACME, Vault, private CA) and puts them into Secrets. No request passes it.',
    where:
      'In the cluster; HTTPS to the issuer; for HTTP-01 the issuer calls in on port 80, for DNS-01 it writes a TXT record.',
    numbers: 'Renews when a third of the lifetime is left: 30 days before the end of 90.',
    use: 'DNS-01 for wildcards and private hosts; an alert 14 days before an expiry.',
    breaks:
      'A closed port 80 or a wrong zone fails renewals silently until the day: alert on the expiry. Pods that read a Secret only at start keep the old one.',
    see: ['certificate', 'key-rotation', 'certificate-authority', 'txt-record'],
    sources: ['https://cert-manager.io/docs/usage/certificate/'],
    confirmed: '2026-11',
  },
  {
    of: 'let-s-encrypt',
    title: "Let's Encrypt",
    what: 'A free certificate authority that a client asks by ACME; it checks that you hold the name.',
    where: 'HTTPS outwards; inwards port 80 (HTTP-01) or 443 (TLS-ALPN-01), or a TXT record (DNS-01).',
    numbers:
      '90 days, 6-day ones on request, 45 days to be the default by 2028; 50 certificates per registered domain in 7 days, 5 with exactly the same names.',
    breaks:
      'A loop that asks again and again meets the limits and waits days. When renewal fails, the site goes down on the day of expiry.',
    use: 'Renew with a third of the time left; try against staging.',
    see: ['certificate', 'certificate-authority', 'key-rotation', 'rate-limited-api'],
    sources: [
      'https://letsencrypt.org/docs/rate-limits/',
      'https://letsencrypt.org/2025/12/02/from-90-to-45',
    ],
    confirmed: '2026-11 except the lifetimes',
  },
  {
    of: 'vault',
    title: 'HashiCorp Vault',
    what: 'Hands out secrets, short-lived database passwords and certificates to services that prove who they are.',
    where: 'HTTPS 8200 (cluster 8201); at start and at renewal, not on each request.',
    cost: 'A read takes milliseconds; encryption as a service (transit) puts it on the request path.',
    numbers:
      'Leases 32 days by default (768 h); clients time out after 60 s and retry twice on 5xx; Raft storage needs 3 or 5 nodes.',
    breaks:
      'Sealed after a restart unless auto-unseal is set. Leases that can’t be renewed take the database password away. Floods when all pods start at once.',
    use: 'Cache with an agent; decide what runs on while it is down.',
    see: ['key-rotation', 'access-control', 'quorum', 'fail-open'],
    sources: [
      'https://developer.hashicorp.com/vault/docs/configuration',
      'https://developer.hashicorp.com/vault/docs/commands#vault_client_timeout',
    ],
  },
  {
    of: 'infisical',
    title: 'Infisical',
    what: 'A store of secrets that services and pipelines read over an API, hosted or your own.',
    where: 'HTTPS 443 (its container listens on 8080), with PostgreSQL and Redis behind it.',
    cost: 'An HTTPS call at start and at each renewal, tens of milliseconds (unconfirmed: measure).',
    breaks:
      'A service that reads its secrets at start can’t start while it is down; the hosted one limits requests (429).',
    use: 'Read once, keep in memory, renew in the background; the Kubernetes operator copies into Secrets.',
    see: ['key-rotation', 'access-control', 'rate-limited-api'],
    sources: ['https://infisical.com/docs/self-hosting/overview'],
  },
  {
    of: 'bitwarden',
    title: 'Bitwarden',
    what: 'Passwords for people, and secrets for machines (Secrets Manager), encrypted before they leave the client.',
    where: 'HTTPS 443; notifications over a WebSocket.',
    cost: 'An HTTPS call for each secret, tens of milliseconds (unconfirmed: measure).',
    breaks: 'Pipelines that fetch secrets stop with it; access tokens don’t rotate by themselves.',
    use: 'At deploy time rather than on requests.',
    see: ['key-rotation', 'access-control'],
    sources: ['https://bitwarden.com/help/secrets-manager-overview/'],
  },
  {
    of: 'opa',
    title: 'Open Policy Agent',
    what: 'Decides “allowed or not” from a policy and data; the service or proxy asks it on each request.',
    where: 'HTTP 8181 or as a library; best beside the caller (sidecar), on localhost.',
    cost: 'Well below a millisecond to a few when local; across the network add the round trip.',
    use: 'Beside the caller, with decisions logged, and a stated answer for when it is silent.',
    breaks:
      'If it doesn’t answer the caller must choose: open or closed. Policies and data are polled: a change takes up to 1–2 min.',
    numbers: 'Bundles are polled every 60–120 s by default; no timeout for callers: they set one.',
    see: ['access-control', 'fail-open', 'sidecar'],
    sources: [
      'https://www.openpolicyagent.org/docs/configuration',
      'https://www.openpolicyagent.org/docs/policy-performance',
    ],
  },
  {
    of: 'okta',
    title: 'Okta',
    what: 'Signs people in (OpenID Connect, SAML) and issues tokens that your services check by themselves.',
    where: 'HTTPS 443: the browser is sent there and back; services fetch keys (JWKS) now and then.',
    cost: 'Nothing per request if tokens are checked locally; introspection costs a round trip each.',
    numbers:
      'Access tokens 1 h by default; per-minute limits per endpoint, then 429 with X-Rate-Limit-Reset; SLA 99.99%.',
    use: 'Check tokens locally with cached keys; refresh early; groups in the token, not a call.',
    breaks:
      'Nobody new gets in while it is down; those signed in go on until the token ends. Key rotation breaks caches that never refresh.',
    see: ['oauth', 'session-vs-jwt', 'rate-limited-api'],
    sources: ['https://developer.okta.com/docs/reference/rate-limits/', 'https://www.okta.com/agreements/'],
  },
  {
    of: 'authelia',
    title: 'Authelia',
    what: 'The proxy asks it about each request (forward auth): signed in or not, allowed or not.',
    where: 'HTTP 9091, behind nginx, Traefik, Caddy or Envoy.',
    cost: 'A local round trip on every request.',
    breaks:
      'When it is down the proxy answers 5xx for everything behind it. Sessions in memory are lost on restart: keep them in Redis.',
    use: 'Two replicas with shared Redis and a database.',
    see: ['reverse-proxy', 'fail-open', 'session-vs-jwt', 'single-point-of-failure'],
    sources: ['https://www.authelia.com/integration/proxies/introduction/'],
  },
  {
    of: 'traefik',
    title: 'Traefik',
    what: 'A reverse proxy that reads its routes from Docker, Kubernetes or files.',
    where: 'Layer 7 and 4, ports 80 and 443; WebSockets and gRPC pass by themselves.',
    numbers:
      'Entry points: read 60 s, write none, idle 180 s; to backends: connect 30 s, response header none, idle 90 s. Retries only with the middleware.',
    use: 'Response header timeout, health checks and a retry middleware stated for each service.',
    breaks:
      'A hanging backend holds requests without end; an upload longer than 60 s is cut since v3. Health checks must be configured.',
    see: ['reverse-proxy', 'idle-timeout', 'health-check', 'timeout'],
    sources: [
      'https://doc.traefik.io/traefik/reference/install-configuration/entrypoints/',
      'https://doc.traefik.io/traefik/reference/routing-configuration/http/load-balancing/serverstransport/',
    ],
    confirmed: '2026-11',
  },
  {
    of: 'haproxy',
    title: 'HAProxy',
    names: [
      'option httpchk',
      'timeout server',
      'timeout client',
      'maxconn',
      'timeout tunnel',
      'haproxy timeout',
      'haproxy maxconn',
    ],
    what: 'A balancer for TCP and HTTP with health checks, queues and many algorithms.',
    where: 'Layer 4 or 7 by `mode`; in front of services or databases.',
    cost: 'Well below a millisecond.',
    numbers:
      'No timeouts by default (it warns): set connect, client and server. 3 retries of the connection; checks every 2 s, 3 failures out, 2 successes in; round robin.',
    use: 'connect 5 s, client and server below the caller’s timeout, check on each server, a pair with VRRP.',
    breaks:
      'Without `check` dead servers get traffic. A long `timeout tunnel` is needed for WebSockets. A pair and a virtual address, or it is the single point.',
    see: ['load-balancer', 'health-check', 'virtual-ip', 'timeout'],
    sources: ['https://docs.haproxy.org/3.2/configuration.html'],
    confirmed: '2026-11',
  },
  {
    of: 'f5',
    title: 'F5 BIG-IP',
    what: 'An appliance (hardware or virtual) that balances, ends TLS, filters and rewrites.',
    where: 'Layer 4 and 7, at the edge of data centers; virtual servers with pools behind.',
    cost: 'Tens of microseconds at layer 4, TLS in hardware; licenses by throughput.',
    numbers: 'TCP idle timeout 300 s; monitors every 5 s, down after 16 s (3 × 5 + 1); round robin.',
    use: 'Where hardware TLS, many protocols or policy demand it.',
    breaks:
      'Idle connections are reset after 300 s: pools behind must ping or close first. Fail-over of the pair drops connections unless mirrored.',
    see: ['load-balancer', 'idle-timeout', 'virtual-ip', 'health-check'],
    sources: ['https://my.f5.com/manage/s/article/K7166', 'https://my.f5.com/manage/s/article/K12531'],
  },
  {
    of: 'iptables',
    title: 'iptables',
    what: 'Rules of the Linux kernel that filter packets and rewrite addresses; kube-proxy writes Services with it.',
    where: 'Layers 3 and 4, on the host itself: no hop. nftables replaces it.',
    cost: 'Rules are read in order: thousands of Services cost CPU at each new connection and seconds per update.',
    numbers: 'Connection tracking remembers established TCP for 5 days, UDP 30–120 s.',
    use: 'Through kube-proxy, Docker or a security group rather than by hand.',
    breaks:
      'DROP shows as a timeout, REJECT as refused. A full conntrack table drops new connections at random.',
    see: ['conntrack', 'kubernetes-service', 'security-group', 'connection-timed-out'],
    sources: [
      'https://kubernetes.io/docs/reference/networking/virtual-ips/',
      'https://docs.kernel.org/networking/nf_conntrack-sysctl.html',
    ],
  },
  {
    of: 'ipvs',
    title: 'IPVS',
    what: 'Layer-4 balancing inside the Linux kernel: many virtual addresses with lists of servers.',
    where: 'On the host, in front of services; keepalived or kube-proxy fill it in.',
    cost: 'Microseconds; a hash table, so thousands of services cost nothing.',
    numbers: 'TCP entries live 900 s without traffic, FIN 120 s, UDP 300 s; round robin unless told.',
    use: 'For many Services or plain TCP at high rates, with something that checks health.',
    breaks:
      'It checks no health by itself. Idle connections beyond 900 s are forgotten: keepalive below that.',
    see: ['l4', 'direct-server-return', 'kubernetes-service', 'idle-timeout'],
    sources: ['https://kubernetes.io/docs/reference/networking/virtual-ips/'],
  },
  {
    of: 'cloudfront',
    title: 'Amazon CloudFront',
    what: 'AWS’s CDN: answers from an edge, or asks the origin and keeps the answer.',
    where: 'HTTPS 443 at the edge, HTTP/2 and 3; HTTP or HTTPS to the origin.',
    cost: 'Near a user some 10–30 ms; a miss adds the way to the origin.',
    numbers:
      'Origin: connect 10 s × 3 attempts, response 30 s (up to 120), keep-alive 5 s; TTL 24 h if the origin says nothing; SLA 99.9%.',
    use: 'In front of S3 and APIs: cache policies by path, Origin Shield, error pages.',
    breaks:
      'GETs are sent again to the origin on failures. A purge takes seconds to a minute; cookies in the key leave nothing to hit.',
    see: ['cdn', 'cache-control', 'edge-location', 'stale-if-error'],
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
      'https://aws.amazon.com/cloudfront/sla/',
    ],
    confirmed: '2026-11 except TTL and SLA',
  },
  {
    of: 'cloudflare',
    title: 'Cloudflare',
    what: 'A CDN with WAF, DDoS protection, DNS and functions at the edge: the site’s address is theirs.',
    where: 'Anycast, HTTP/3 at the edge, a connection per edge to the origin.',
    numbers:
      'Waits 120 s between bytes of the origin, then 524 (its page on 524 still says 100 s; up to 6,000 s on Enterprise); 19 s to connect, then 522; idle to clients 400 s, to the origin 900 s; uploads 100 MB on Free and Pro; HTML is not cached unless told.',
    use: 'In front of public sites: cache rules, WAF, origin locked to its addresses.',
    breaks:
      '520–526 are its own codes: the origin answered oddly, refused or was late. When the edge fails everything behind it does.',
    see: ['cdn', 'web-application-firewall', 'anycast', 'proxy-buffering'],
    sources: [
      'https://developers.cloudflare.com/fundamentals/reference/connection-limits/',
      'https://developers.cloudflare.com/cache/concepts/default-cache-behavior/',
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-524/',
    ],
    confirmed: '2026-11 except the upload limit',
  },
  {
    of: 'route53',
    title: 'Amazon Route 53',
    what: 'DNS with health checks: answers by weight, latency, place or fail-over.',
    where: 'UDP and TCP 53, anycast; before the first connection, then cached for the TTL.',
    cost: '0 when cached, else a round trip to a near server.',
    numbers:
      'Checks every 30 s (10 s for more money), 3 failures; alias records have a TTL of 60 s; SLA 100% of answers.',
    use: 'Alias records for AWS targets, fail-over with health checks, TTL 60 s.',
    breaks:
      'Fail-over takes detection plus TTL: 90 s + 60 s with defaults. Clients that cache longer stay on the dead side. Changes need us-east-1.',
    see: ['dns-failover', 'geodns', 'dns-ttl', 'health-check'],
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html',
      'https://aws.amazon.com/route53/sla/',
    ],
  },
  {
    of: 'prometheus',
    title: 'Prometheus',
    what: 'Fetches metrics: the arrow of a scrape leads from Prometheus to the service. Queries come from Grafana and alert rules.',
    where: 'HTTP 9090 (itself), /metrics on the targets; remote write pushes on.',
    cost: 'A scrape of some 100 kB per target; no request of a user waits for it.',
    numbers: 'Scrape every 1 min, timeout 10 s; rules every 1 min; queries end after 2 min; 15 days kept.',
    use: 'Scrape pods, not balancers; rules on rates and histograms; remote write for long keeping.',
    breaks:
      'While it is down you see nothing, but services keep running. User ids in labels make series explode and it runs out of memory. A target behind a balancer is scraped at random.',
    see: ['observability', 'percentile', 'out-of-memory'],
    sources: [
      'https://prometheus.io/docs/prometheus/latest/configuration/configuration/',
      'https://prometheus.io/docs/prometheus/latest/command-line/prometheus/',
    ],
    confirmed: '2026-11',
  },
  {
    of: 'alertmanager',
    title: 'Alertmanager',
    what: 'Takes alerts from Prometheus, groups and silences them, and notifies PagerDuty, Slack or mail.',
    where: 'HTTP 9093; replicas gossip on 9094.',
    numbers:
      'Waits 30 s to group, 5 min between groups, repeats after 4 h; resolved after 5 min without news.',
    use: 'Two or three replicas, routes by severity, a dead man’s switch.',
    breaks: 'Nobody is told when it is down: a dead man’s switch outside must notice.',
    see: ['observability', 'mttr', 'product-prometheus'],
    sources: ['https://prometheus.io/docs/alerting/latest/configuration/'],
    confirmed: '2026-11',
  },
  {
    of: 'grafana',
    title: 'Grafana',
    what: 'Dashboards and alerts: each panel queries Prometheus, Loki, Tempo or SQL while somebody looks.',
    where: 'HTTP 3000; calls its data sources from the server.',
    cost: 'A dashboard of 30 panels is 30 queries every refresh.',
    numbers: 'Data source timeout 30 s by default; 10 s is a common refresh.',
    use: 'Recording rules for heavy panels; one dashboard per flow with its objective.',
    breaks:
      'Wide time ranges overload the store that alerts depend on. While it is down its dashboards and its own alerts are gone.',
    see: ['observability', 'dashboard-design', 'product-prometheus'],
    sources: ['https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/'],
  },
  {
    of: 'jaeger',
    title: 'Jaeger',
    what: 'Receives spans and shows traces; version 2 is an OpenTelemetry Collector with storage and UI.',
    where: 'OTLP on 4317 (gRPC) and 4318 (HTTP); UI on 16686. Asynchronous from the SDK’s buffer.',
    numbers:
      'SDKs send batches of 512 every 5 s, queue of 2,048, export timeout 10–30 s; its own client sampled 0.1%.',
    use: 'Through a collector, with tail sampling of errors and slow traces.',
    breaks:
      'Full buffers drop spans silently; a blocking exporter slows the service. Storage (Cassandra, Elasticsearch) is what goes down.',
    see: ['span', 'observability', 'syslog-statsd'],
    sources: [
      'https://www.jaegertracing.io/docs/latest/architecture/apis/',
      'https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/',
    ],
  },
  {
    of: 'tempo',
    title: 'Grafana Tempo',
    what: 'Stores traces in object storage and finds them by id or TraceQL.',
    where: 'OTLP on 4317 and 4318, queries by HTTP 3200.',
    cost: 'Cheap to keep; a search reads many objects: seconds.',
    numbers: '14 days kept by default; traces above 5 MB are refused.',
    use: 'With trace ids in logs and exemplars in metrics.',
    breaks:
      'Ingest over the limits is refused with 429 and lost. A trace is found some seconds after it was written.',
    see: ['span', 'observability', 'object-storage'],
    sources: ['https://grafana.com/docs/tempo/latest/configuration/'],
    confirmed: '2026-11',
  },
  {
    of: 'otel-collector',
    title: 'OpenTelemetry Collector',
    what: 'Takes telemetry from services, batches and filters it, and sends it on.',
    where: 'OTLP 4317 (gRPC) and 4318 (HTTP), as an agent on the host or a gateway; asynchronous.',
    numbers:
      'Exporters: timeout 5 s for gRPC, retries for 5 min with backoff, queue of 1,000 batches in memory.',
    use: 'One per node, batching, memory limit, a persistent queue where loss matters.',
    breaks:
      'A full queue drops data; without memory_limiter it is killed. Tail sampling needs all spans of a trace at one instance.',
    see: ['observability', 'span', 'syslog-statsd', 'backpressure'],
    sources: [
      'https://opentelemetry.io/docs/collector/',
      'https://github.com/open-telemetry/opentelemetry-collector/blob/main/exporter/exporterhelper/README.md',
    ],
    confirmed: '2026-11',
  },
  {
    of: 'cloudwatch',
    title: 'Amazon CloudWatch',
    what: 'Metrics, logs and alarms of AWS; services push by API or agent.',
    where: 'HTTPS 443, asynchronous.',
    numbers:
      'Metrics of most services every 1–5 min, custom ones down to 1 s; alarms judge whole periods: minutes from fault to alarm.',
    use: 'Alarms on what AWS alone can see; everything faster elsewhere.',
    breaks:
      'Too slow for anything that must react in seconds. PutLogEvents and GetMetricData are throttled; bills follow volume.',
    see: ['observability', 'mttr', 'slo'],
    sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html'],
  },
  {
    of: 'new-relic',
    title: 'New Relic',
    what: 'Hosted monitoring: agents in your services and OTLP send to it.',
    where: 'HTTPS 443 outwards, asynchronous, about once a minute for metrics.',
    numbers:
      'Agents keep and retry for a while, then drop (unconfirmed); per-account ingest limits answer 429.',
    use: 'OTLP through a collector, sampled.',
    breaks: 'Agents cost CPU in your process. While it is down you see nothing; services keep running.',
    see: ['observability', 'span', 'rate-limited-api'],
    sources: ['https://docs.newrelic.com/docs/data-apis/manage-data/view-system-limits/'],
  },
  {
    of: 'pagerduty',
    title: 'PagerDuty',
    what: 'Turns alerts into calls and messages to whoever is on duty.',
    where: 'HTTPS 443: events in (202), webhooks and calls out.',
    numbers: 'About 120 events a minute per integration key before 429; deduplicated by dedup_key.',
    use: 'Alerts on objectives, not causes; deduplicate by service.',
    breaks: 'An alert storm hides the one that matters; a monitor that can’t reach it tells nobody.',
    see: ['observability', 'mttr', 'webhook'],
    sources: [
      'https://developer.pagerduty.com/docs/events-api-v2-overview',
      'https://developer.pagerduty.com/docs/rest-api-rate-limits',
    ],
  },
  {
    of: 'stripe',
    title: 'Stripe',
    what: 'Takes payments: your server calls its API and learns the outcome by webhook.',
    where: 'HTTPS 443, REST; webhooks come to you.',
    cost: 'Hundreds of milliseconds, seconds with the bank’s check (unconfirmed: measure yours).',
    numbers:
      '100 operations a second in live mode (25 in tests); idempotency keys kept at least 24 h; SDKs wait 80 s and retry twice on connection errors (Python); webhooks are repeated for up to 3 days.',
    breaks:
      'A timeout says nothing about the charge: repeat with the same key. Webhooks come twice and in any order.',
    use: 'Key stored before the call; timeout of 10 s or more; a pending state and a queue for outages.',
    see: ['payment-design', 'idempotency-key', 'webhook', 'rate-limited-api'],
    sources: [
      'https://docs.stripe.com/rate-limits',
      'https://docs.stripe.com/api/idempotent_requests',
      'https://docs.stripe.com/webhooks',
      'https://github.com/stripe/stripe-python/blob/master/stripe/_http_client.py',
    ],
    confirmed: '2026-11 except tests and webhooks',
  },
  {
    of: 'discord',
    title: 'Discord',
    what: 'Bots read events from its gateway (a WebSocket) and act through its REST API.',
    where: 'wss://gateway.discord.gg and HTTPS 443.',
    numbers:
      'Heartbeat as told in Hello (about 41 s); 120 sends in 60 s per connection; REST 50 requests a second; one shard per 2,500 guilds at most.',
    use: 'A library that resumes sessions and honors rate limits.',
    breaks:
      'A missed heartbeat acknowledgment means a dead socket: close, resume with session id and sequence. 1,000 identifies a day: a reconnect loop locks the bot out.',
    see: ['websocket', 'heartbeat', 'reconnect-storm', 'rate-limited-api'],
    sources: [
      'https://discord.com/developers/docs/events/gateway',
      'https://discord.com/developers/docs/topics/rate-limits',
    ],
    confirmed: '2026-11 except 41 s and 2,500',
  },
  {
    of: 'slack',
    title: 'Slack',
    what: 'Messages into channels, commands and events out to your service.',
    where: 'HTTPS 443 (Web API, webhooks), or a WebSocket in Socket Mode.',
    numbers:
      'About 1 message a second per channel; other methods 20–100 a minute (429 with Retry-After); your endpoint must answer in 3 s; events are repeated 3 times.',
    use: 'A queue between you and it; acknowledge events within 3 s.',
    breaks:
      'Work inside the 3 s makes Slack repeat: acknowledge, then do. Sending inside a user’s request adds its latency and outages to yours.',
    see: ['webhook', 'async-acknowledgment', 'rate-limited-api', 'notification-design'],
    sources: ['https://docs.slack.dev/apis/web-api/rate-limits/', 'https://docs.slack.dev/apis/events-api/'],
  },
  {
    of: 'telegram',
    title: 'Telegram',
    what: 'Bots send over its HTTPS API and receive by webhook or long polling.',
    where: 'HTTPS 443; webhooks on 443, 80, 88 or 8443.',
    numbers:
      'About 1 message a second per chat, 20 a minute per group, 30 a second altogether; updates are kept for 24 h.',
    use: 'Webhook with a secret token; a queue with one message a second per chat.',
    breaks:
      'A webhook that answers late or with an error is called again. Long polling and webhook exclude each other.',
    see: ['webhook', 'long-polling', 'rate-limited-api'],
    sources: ['https://core.telegram.org/bots/faq', 'https://core.telegram.org/bots/api'],
  },
  {
    of: 'github',
    title: 'GitHub',
    what: 'Its API is called for repositories and issues; webhooks tell of pushes. Git itself by HTTPS or SSH.',
    where: 'HTTPS 443 (REST and GraphQL), SSH 22.',
    numbers:
      '5,000 requests an hour per user, 60 without a token, 100 at once; webhooks must be answered in 10 s and are not repeated by themselves; SLA 99.9% (Enterprise Cloud).',
    use: 'Webhooks instead of polling, ETags, an app’s token per installation.',
    breaks: 'Builds that fetch from it stop with it. Secondary limits answer 403 or 429 with Retry-After.',
    see: ['webhook', 'rate-limited-api', 'pagination', 'etag'],
    sources: [
      'https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api',
      'https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks',
    ],
    confirmed: '2026-11 except webhooks and SLA',
  },
  {
    of: 'github-actions',
    title: 'GitHub Actions',
    what: 'Builds, tests and deploys on events: no request of a user passes it.',
    where: 'Runners poll GitHub over HTTPS; they call your cloud.',
    numbers: 'A job ends after 6 h, a queued one after 24 h; 20 jobs at once on Free.',
    use: 'OIDC instead of stored keys; pinned actions; a manual way to deploy.',
    breaks: 'When it is down nothing is deployed, rollbacks included: keep a way by hand.',
    see: ['deployment-strategies', 'oauth'],
    sources: ['https://docs.github.com/en/actions/reference/limits'],
  },
  {
    of: 'github-copilot',
    title: 'GitHub Copilot',
    what: 'Completions and chat in the editor, from models that GitHub hosts.',
    where: 'HTTPS 443 from the editor, answers streamed.',
    cost: 'Hundreds of milliseconds for a completion, seconds for chat.',
    use: 'On developers’ machines; not part of a request path.',
    breaks: 'Corporate proxies that inspect TLS or buffer streams break it; limits answer 429.',
    numbers: 'Monthly allowance of premium requests by plan; no published latency (unconfirmed).',
    see: ['token-streaming', 'rate-limited-api', 'forward-proxy'],
    sources: ['https://docs.github.com/en/copilot/reference/copilot-allowlist-reference'],
  },
  {
    of: 'openai',
    title: 'OpenAI',
    what: 'Models by API: a prompt goes out, tokens stream back.',
    where: 'HTTPS 443, JSON; server-sent events for streams, WebSocket or WebRTC for voice.',
    cost: 'First token from some 0.3 s to many seconds, then tens of tokens a second: measure per model.',
    numbers:
      'SDKs wait 10 min (5 s to connect in Python) and retry twice; limits per minute in requests and tokens (429). No availability promised on standard plans.',
    breaks: 'A balancer’s 60 s is shorter than an answer. 429 in bursts; retries repeat the whole price.',
    use: 'Stream; a timeout to the first token and one for all; a second model as fallback; work in a queue where nobody waits.',
    see: ['token-streaming', 'rate-limited-api', 'fallback', 'sse'],
    sources: [
      'https://github.com/openai/openai-python#timeouts',
      'https://platform.openai.com/docs/guides/rate-limits',
    ],
    confirmed: '2026-11',
  },
  {
    of: 'anthropic',
    title: 'Anthropic',
    what: 'Claude by API: messages out, tokens streamed back.',
    where: 'HTTPS 443, JSON; server-sent events for streams.',
    cost: 'First token from about half a second to many seconds, by model and prompt: measure.',
    numbers:
      'SDKs wait 10 min and retry twice; limits per minute in requests and tokens (429); 529 when overloaded; 32 MB a request.',
    breaks: 'Long answers without streaming outlast idle timeouts. 529 comes in waves: back off with jitter.',
    use: 'Stream; cache long prompts; a fallback model; a queue for what may wait.',
    see: ['token-streaming', 'rate-limited-api', 'fallback', 'sse'],
    sources: [
      'https://docs.claude.com/en/api/errors',
      'https://docs.claude.com/en/api/rate-limits',
      'https://github.com/anthropics/anthropic-sdk-python#timeouts',
    ],
    confirmed: '2026-11 except 32 MB',
  },
  {
    of: 'gemini',
    title: 'Google Gemini',
    what: 'Google’s models by API: generate, stream, embed.',
    where: 'HTTPS 443 (REST, SSE for streams); a WebSocket for the Live API.',
    numbers:
      'Limits per minute and day by project and tier (429 RESOURCE_EXHAUSTED); no latency promised (unconfirmed).',
    breaks: '503 when a model is overloaded; long prompts raise the time to the first token.',
    use: 'Stream, back off with jitter, a second model as fallback.',
    see: ['token-streaming', 'rate-limited-api', 'fallback'],
    sources: [
      'https://ai.google.dev/gemini-api/docs/rate-limits',
      'https://ai.google.dev/gemini-api/docs/troubleshooting',
    ],
  },
  {
    of: 'ollama',
    title: 'Ollama',
    what: 'Runs language models on your own machine behind an HTTP API.',
    where: 'HTTP 11434 on localhost, without authentication; answers streamed as JSON lines.',
    cost: 'Loading a model takes seconds; then what the GPU gives.',
    numbers:
      'Unloads a model after 5 min; queues up to 512 requests, then 503; parallel requests share memory.',
    use: 'One machine’s work and tests; a proxy with authentication before anything else.',
    breaks: 'Bound to 0.0.0.0 anybody can use it. The first request after a pause waits for loading.',
    see: ['token-streaming', 'balancer-slow-start', 'chunked'],
    sources: [
      'https://docs.ollama.com/faq',
      'https://github.com/ollama/ollama/blob/main/envconfig/config.go',
    ],
    confirmed: '2026-11',
  },
  {
    of: 'langchain',
    title: 'LangChain',
    what: 'A library that chains prompts, tools and stores: the arrows are its calls to models and vector stores.',
    where: 'In your process.',
    cost: 'An agent makes several model calls per question: seconds each, one after the other.',
    numbers:
      'Its OpenAI and Anthropic models retry twice by default (max_retries), timeouts as in the SDKs (10 min).',
    use: 'A limit of steps and tokens; timeouts and retries set in one place.',
    breaks: 'Loops of an agent without a limit of steps and money; retries in library and gateway multiply.',
    see: ['token-streaming', 'retry-layering', 'vector-search', 'model-context-protocol'],
    sources: ['https://docs.langchain.com/oss/python/langchain/models'],
  },
  {
    of: 'qdrant',
    title: 'Qdrant',
    what: 'A vector database: nearest neighbors of an embedding, with filters.',
    where: 'gRPC 6334, HTTP 6333.',
    cost: 'A few milliseconds from memory, more from disk; exact search reads everything.',
    numbers: 'Clients wait 5 s (Python HTTP; unconfirmed for others); server request limits none unless set.',
    breaks: 'Indexing after bulk loads makes searches slow; a single node is one copy.',
    use: 'Replication factor 2, a timeout per search, the model’s call beside it counted too.',
    see: ['vector-search', 'fan-out', 'sharding'],
    sources: [
      'https://qdrant.tech/documentation/guides/configuration/',
      'https://qdrant.tech/documentation/guides/distributed_deployment/',
    ],
  },
  {
    of: 'faiss',
    title: 'FAISS',
    what: 'A library for nearest neighbors, inside your process: no arrow, no network.',
    where: 'In memory of one process, or on its GPU.',
    cost: 'The index fills memory: 1 million vectors of 768 floats are 3 GB.',
    breaks: 'Each replica loads its own copy at start; changes don’t reach the others.',
    use: 'Small or read-only sets; a vector database where several write.',
    see: ['vector-search', 'balancer-slow-start', 'out-of-memory'],
    sources: ['https://github.com/facebookresearch/faiss/wiki'],
  },
  {
    of: 'falkordb',
    title: 'FalkorDB',
    what: 'A graph database as a Redis module: Cypher queries over the Redis protocol.',
    where: 'TCP 6379 (RESP); Bolt is experimental.',
    numbers: 'No query timeout by default (TIMEOUT_DEFAULT 0); one writer per graph at a time.',
    use: 'TIMEOUT_DEFAULT set, replicas for reads, memory with room.',
    breaks: 'Everything is in memory; an unbounded path query occupies a thread until it ends.',
    see: ['redis-protocol', 'out-of-memory', 'timeout'],
    sources: ['https://docs.falkordb.com/getting-started/configuration.html'],
  },
  {
    of: 'neon',
    title: 'Neon',
    what: 'PostgreSQL whose compute stops when idle and starts at the next connection.',
    where: 'TCP 5432 with TLS, or HTTP and WebSocket for functions; a pooler at -pooler names.',
    cost: 'A cold start of a few hundred milliseconds on the first query.',
    numbers: 'Suspends after 5 min; up to 10,000 client connections at the pooler.',
    use: 'The pooler’s name, a connect timeout of 10 s, autosuspend off where the first query matters.',
    breaks: 'Connect timeouts below a second meet the cold start. Sessions end at suspension.',
    see: ['product-postgresql', 'connection-pool', 'balancer-slow-start'],
    sources: [
      'https://neon.com/docs/connect/connection-latency',
      'https://neon.com/docs/connect/connection-pooling',
    ],
  },
  {
    of: 'sqlite',
    title: 'SQLite',
    what: 'A database in a file, inside your process: no arrow crosses the network.',
    where: 'On the local disk; network file systems break its locks.',
    cost: 'Microseconds to read; one writer at a time.',
    numbers: 'busy_timeout 0: a second writer fails at once (“database is locked”); WAL lets readers go on.',
    use: 'One process, or read-mostly; WAL, busy_timeout 5 s.',
    breaks:
      'Two replicas with a file each have two truths. Lost with the disk: replicate (Litestream, LiteFS).',
    see: ['locks', 'replication', 'single-point-of-failure'],
    sources: ['https://www.sqlite.org/wal.html', 'https://www.sqlite.org/whentouse.html'],
  },
  {
    of: 'realm',
    title: 'Realm',
    what: 'An object database inside a mobile app: no arrow. Atlas Device Sync, which joined it to a server, ended in September 2025.',
    where: 'On the phone.',
    cost: 'Memory and disk of the phone.',
    breaks: 'Apps built on Device Sync need another way to synchronize.',
    use: 'As a local store; draw the synchronization as its own arrow.',
    see: ['offline-first', 'offline-store'],
    sources: ['https://www.mongodb.com/docs/atlas/app-services/deprecation/'],
  },
  {
    of: 'local-storage',
    title: 'Browser storage',
    what: 'localStorage, sessionStorage and IndexedDB keep data in the browser: no arrow.',
    where: 'Per origin, on the user’s device.',
    numbers: 'localStorage 5 MB and synchronous; IndexedDB a share of the disk, may be evicted.',
    use: 'Preferences and drafts; tokens in HttpOnly cookies.',
    breaks: 'Any script of the page reads it: no session tokens. Other devices don’t see it.',
    see: ['offline-first', 'cookies', 'injection'],
    sources: [
      'https://developer.mozilla.org/en-US/docs/Web/API/Storage_API/Storage_quotas_and_eviction_criteria',
    ],
  },
  {
    of: 'fastapi',
    title: 'FastAPI',
    what: 'A Python web framework on ASGI, run by Uvicorn: HTTP, WebSockets, streams.',
    where: 'HTTP 8000, usually behind a proxy that ends TLS.',
    numbers:
      'No request timeout; functions without async run in 40 threads; Uvicorn closes idle connections after 5 s.',
    use: 'Async clients with timeouts; keep-alive above the balancer’s.',
    breaks:
      'A blocking call in an async function stops all requests of the worker. Keep-alive 5 s below the balancer’s 60 s: sporadic 502.',
    see: ['idle-timeout', 'pool-exhaustion', 'timeout', 'python-clients'],
    sources: [
      'https://fastapi.tiangolo.com/async/',
      'https://uvicorn.dev/settings/',
      'https://anyio.readthedocs.io/en/stable/threads.html',
    ],
    confirmed: '2026-11 except the 40 threads',
  },
  {
    of: 'uvicorn',
    title: 'Uvicorn',
    what: 'The server that runs ASGI applications (FastAPI, Starlette).',
    where: 'HTTP/1.1 and WebSocket on 8000; TLS and HTTP/2 at a proxy in front.',
    numbers:
      'Keep-alive 5 s; no request timeout; shutdown waits without end unless told; WebSocket ping every 20 s.',
    breaks: 'Keep-alive shorter than the balancer’s: sporadic 502. One process is one core.',
    use: '--timeout-keep-alive above the balancer’s idle timeout, --timeout-graceful-shutdown below the grace period.',
    see: ['idle-timeout', 'sporadic-502', 'graceful-shutdown'],
    sources: [
      'https://uvicorn.dev/settings/',
      'https://github.com/encode/uvicorn/blob/master/uvicorn/config.py',
    ],
    confirmed: '2026-11',
  },
  {
    of: 'django',
    title: 'Django',
    what: 'A Python web framework; gunicorn or uWSGI run it, one request per worker.',
    where: 'HTTP 8000 behind nginx or a balancer.',
    numbers:
      'gunicorn: one worker unless set (2 × cores + 1 advised), killed after 30 s, idle connections closed after 2 s; database connections closed per request (CONN_MAX_AGE 0).',
    use: 'CONN_MAX_AGE or a pooler; workers by memory; timeouts on every outgoing call.',
    breaks:
      'Few workers: a slow dependency without timeout occupies them all. Opening a connection per request costs 2–3 round trips.',
    see: ['pool-exhaustion', 'connection-pool', 'python-clients', 'n-plus-one'],
    sources: [
      'https://docs.gunicorn.org/en/stable/settings.html',
      'https://docs.djangoproject.com/en/5.2/ref/databases/',
    ],
    confirmed: '2026-11 except the database’s',
  },
  {
    of: 'spring',
    title: 'Spring Boot',
    what: 'A Java framework with an embedded server (Tomcat).',
    where: 'HTTP 8080 behind a proxy.',
    numbers:
      'Tomcat: 200 threads, 8,192 connections, 100 waiting, keep-alive 60 s; graceful shutdown 30 s since 3.4; HikariCP 10 connections, 30 s wait. RestTemplate and WebClient: no read timeout.',
    use: 'Timeouts on each client, a Hikari pool sized by Little’s law, virtual threads where libraries allow.',
    breaks:
      '200 threads behind a dependency that takes 30 s are gone at 7 requests a second. 10 connections are the real limit.',
    see: ['spring-clients', 'pool-exhaustion', 'resilience4j', 'graceful-shutdown'],
    sources: [
      'https://docs.spring.io/spring-boot/appendix/application-properties/index.html',
      'https://github.com/brettwooldridge/HikariCP',
    ],
    confirmed: '2026-11 except Tomcat and shutdown',
  },
  {
    of: 'nextjs',
    title: 'Next.js',
    what: 'React on the server: pages are rendered there, with calls to APIs during rendering; the browser calls on.',
    where: 'HTTP 3000, or functions at a host like Vercel.',
    numbers:
      'fetch without timeout of its own (Node.js: 300 s for headers); keep-alive 5 s of Node.js unless --keepAliveTimeout; Vercel’s functions end after 300 s by default.',
    breaks: 'Sequential awaits add up their latencies before the first byte. Cached fetches show old data.',
    use: 'Promise.all for what is independent, AbortSignal.timeout on each fetch.',
    see: ['fetch-api', 'fan-out', 'idle-timeout', 'cdn'],
    sources: [
      'https://nextjs.org/docs/app/api-reference/cli/next',
      'https://vercel.com/docs/functions/limitations',
    ],
  },
  {
    of: 'fastify',
    title: 'Fastify',
    what: 'A web framework for Node.js.',
    where: 'HTTP 3000 behind a proxy.',
    numbers: 'Keep-alive 72 s, no connection timeout, no request timeout; bodies of 1 MiB.',
    use: 'requestTimeout, a body limit, workers by core.',
    breaks:
      'One process, one thread: heavy JSON or a loop stops all. Without requestTimeout slow clients stay.',
    see: ['idle-timeout', 'timeout', 'fetch-api'],
    sources: ['https://fastify.dev/docs/latest/Reference/Server/'],
    confirmed: '2026-11',
  },
  {
    of: 'react',
    title: 'React',
    what: 'Runs in the browser: arrows from it are the user’s network, with fetch or a WebSocket.',
    where: 'On the client; HTTPS to your edge.',
    cost: 'Each call pays the last mile: 20–100 ms. Over HTTP/1.1 six connections per origin.',
    numbers: 'fetch has no timeout; libraries like TanStack Query retry 3 times with backoff.',
    use: 'One query per screen, prefetching, AbortSignal.timeout, a BFF.',
    breaks:
      'Waterfalls: components that fetch after they render, one after the other. Nothing from a browser can be trusted.',
    see: ['fetch-api', 'never-trust-client', 'cors', 'chatty'],
    sources: ['https://tanstack.com/query/latest/docs/framework/react/guides/query-retries'],
    confirmed: '2026-11',
  },
  {
    of: 'vite',
    title: 'Vite',
    what: 'Builds the front end and serves it during development: in production nothing calls it.',
    where: 'HTTP 5173 on the developer’s machine; the result is static files for a CDN.',
    cost: 'Nothing at run time.',
    breaks: 'Its proxy hides CORS in development; in production the error appears.',
    use: 'Draw the CDN or web server that serves the files.',
    see: ['cdn', 'cors'],
    sources: ['https://vite.dev/config/server-options'],
  },
  {
    of: 'tauri',
    title: 'Tauri',
    what: 'A desktop app: a web view and a Rust core in one program. Calls between them are no network.',
    where: 'On the user’s device; HTTPS to your servers.',
    cost: 'The last mile on each call to a server: 20–100 ms.',
    breaks: 'Clients in the field stay old for months: the API must serve them. Offline is normal.',
    use: 'Draw one client with its arrow to the server.',
    see: ['api-versioning', 'offline-first', 'never-trust-client'],
    sources: ['https://v2.tauri.app/concept/architecture/'],
  },
  {
    of: 'ffmpeg',
    title: 'FFmpeg',
    what: 'Transcodes audio and video: a process, minutes of CPU, fed from a queue.',
    where: 'In a worker; reads and writes files, HTTP, RTMP or RTP.',
    cost: 'Software encoding of 1080p runs roughly at real time per few cores.',
    breaks: 'Inside a request it outlasts every timeout; a killed worker leaves half a file.',
    use: 'Queue, worker, object storage, a status to poll; visibility timeout above the longest job.',
    see: ['async-acknowledgment', 'message-queue', 'hls'],
    sources: ['https://ffmpeg.org/ffmpeg-protocols.html'],
  },
  {
    of: 'terraform',
    title: 'Terraform',
    what: 'Creates infrastructure through the clouds’ APIs: no request of a user passes it.',
    where: 'HTTPS from a pipeline; state in a bucket with a lock.',
    cost: 'Minutes per run; API calls per resource.',
    breaks: 'Two runs without a lock corrupt the state; API limits make large plans slow.',
    use: 'Leave it out of the request path; draw it in a picture of deployment.',
    see: ['deployment-strategies', 'locks', 'rate-limited-api'],
    sources: ['https://developer.hashicorp.com/terraform/language/state/locking'],
  },
  {
    of: 'npm-registry',
    title: 'npm Registry',
    what: 'Where builds fetch packages from; nothing at run time.',
    where: 'HTTPS 443.',
    numbers: 'npm retries twice, from 10 s on; timeout 5 min.',
    breaks: 'Builds and scale-outs that install at start stop with it.',
    use: 'Lock file, a proxy registry or cache, images built once.',
    see: ['rate-limited-api', 'retry'],
    sources: ['https://docs.npmjs.com/cli/v11/using-npm/config'],
  },
  {
    of: 'azure-notification-hubs',
    title: 'Azure Notification Hubs',
    what: 'Passes push messages to APNs, FCM and WNS, to many devices by tag.',
    where: 'HTTPS 443; asynchronous.',
    numbers: 'SLA 99.9% (Basic and Standard); sends are queued.',
    use: 'Tags instead of single sends; a stored list as the truth.',
    breaks: 'Accepted is not delivered: expired tokens are dropped silently. No order, no promise of time.',
    see: ['mobile-push', 'notification-design'],
    sources: [
      'https://learn.microsoft.com/en-us/azure/notification-hubs/notification-hubs-push-notification-overview',
    ],
  },
  {
    of: 'openstreetmap',
    title: 'OpenStreetMap',
    what: 'Maps and geocoding: tiles, Nominatim, Overpass.',
    where: 'HTTPS 443 from browser or server.',
    numbers:
      'Nominatim: 1 request a second at most, with a User-Agent; tiles without a promise of availability.',
    breaks: 'Heavy use is blocked without notice.',
    use: 'Cache tiles and answers; your own or a paid server for production.',
    see: ['rate-limited-api', 'cdn', 'user-agent'],
    sources: [
      'https://operations.osmfoundation.org/policies/nominatim/',
      'https://operations.osmfoundation.org/policies/tiles/',
    ],
  },
  {
    of: 'mapillary',
    title: 'Mapillary',
    what: 'Street-level pictures and map features by API.',
    where: 'HTTPS 443, graph.mapillary.com and vector tiles.',
    numbers: '60,000 entity requests and 10,000 searches a minute per app; tiles 50,000 a day.',
    use: 'A proxy with a cache; fields listed in each request.',
    breaks: 'Over the limits: 429. Picture URLs expire: don’t store them.',
    see: ['rate-limited-api', 'cdn', 'pagination'],
    sources: ['https://www.mapillary.com/developer/api-documentation'],
  },
  {
    of: 'coinbase',
    title: 'Coinbase',
    what: 'Prices by WebSocket, orders by REST.',
    where: 'HTTPS 443 and wss.',
    numbers:
      'Limits per endpoint, tens of requests a second (unconfirmed: see the documentation); 429 above.',
    use: 'WebSocket for prices with a heartbeat, REST for orders.',
    breaks:
      'A timeout says nothing about an order: send a client_order_id and ask. Gaps in sequence numbers: take a new snapshot.',
    see: ['stock-ticker', 'idempotency-key', 'rate-limited-api'],
    sources: ['https://docs.cdp.coinbase.com/coinbase-app/advanced-trade-apis/rest-api'],
  },
  {
    of: 'ethereum-node',
    title: 'Ethereum Node',
    what: 'Answers questions about the chain and passes transactions on.',
    where: 'JSON-RPC over HTTP 8545 or WebSocket 8546; peers on 30303.',
    cost: 'Reads are milliseconds; a transaction is in a block after 12 s or more, final after about 13–15 min.',
    breaks:
      'A node that lags answers with an old state. Log queries over many blocks time out; hosted nodes limit the rate.',
    use: 'Two providers, a check of the head’s age, nonces kept in one place, idempotent submission.',
    see: ['json-rpc', 'consistency', 'rate-limited-api', 'async-acknowledgment'],
    sources: [
      'https://ethereum.org/developers/docs/apis/json-rpc/',
      'https://ethereum.org/developers/docs/consensus-mechanisms/pos/',
    ],
  },
  {
    of: 'op-node',
    title: 'OP Node',
    what: 'Derives an OP Stack rollup’s blocks from Ethereum and drives its execution client.',
    where: 'JSON-RPC 9545, the engine API on 8551 with a JWT, peers on 9222.',
    cost: 'Rollup blocks every 2 s; safe only once posted to Ethereum: minutes.',
    use: 'Your own Ethereum node beside it; watch the lag of the safe head.',
    breaks: 'Without its Ethereum node it stops deriving; an answer may be of an unsafe head.',
    see: ['json-rpc', 'consistency', 'product-ethereum-node'],
    sources: ['https://docs.optimism.io/operators/node-operators/configuration/consensus-config'],
  },
  {
    of: 'algorand',
    title: 'Algorand',
    what: 'A chain whose nodes and indexers are asked by REST.',
    where: 'algod HTTP 8080 (REST), indexer 8980; peers on 4160.',
    cost: 'Blocks about every 2.8 s, final at once.',
    use: 'Two nodes; wait for the round, not for seconds.',
    breaks:
      'Transactions carry a window of 1,000 rounds: later they are refused. Hosted nodes limit the rate.',
    see: ['async-acknowledgment', 'rate-limited-api', 'consistency'],
    sources: [
      'https://dev.algorand.co/concepts/protocol/overview/',
      'https://dev.algorand.co/concepts/transactions/overview/',
    ],
  },
]

const shared: readonly Entry[] = [
  {
    id: 'product-language',
    title: 'Programming languages and runtimes',
    aliases: ['programming language', 'language runtime'],
    typed: [
      'Python',
      'TypeScript',
      'JavaScript',
      'Java',
      'Node.js',
      '.NET',
      'Golang',
      'Rust',
      'Elixir',
      'PHP',
      'Ruby',
    ],
    topic: 'products',
    what: 'What a component is written in: no hop and no protocol. What matters on its arrows is its HTTP client and its server.',
    where: 'Inside the box; name the service and add the language as `tech`.',
    numbers:
      'Waits by default: Python requests, Go net/http and Java’s HttpClient forever, .NET HttpClient 100 s, Node.js fetch 300 s for headers. Servers: Node.js closes idle connections after 5 s, .NET (Kestrel) after 130 s.',
    breaks:
      'One-threaded runtimes (Node.js, Python’s asyncio) stop altogether in a long computation; garbage collectors pause.',
    use: 'A timeout on every client; keep-alive of the server above the balancer’s.',
    see: ['timeout', 'idle-timeout', 'python-clients', 'go-net-http', 'fetch-api', 'spring-clients'],
    sources: [
      'https://nodejs.org/api/http.html',
      'https://learn.microsoft.com/en-us/aspnet/core/fundamentals/servers/kestrel/options',
      'https://requests.readthedocs.io/en/latest/user/quickstart/#timeouts',
    ],
  },
  {
    id: 'product-agent',
    title: 'Agents, tools and their clients',
    aliases: ['agent framework', 'coding agent'],
    typed: ['Claude Code', 'CrewAI', 'LlamaIndex', 'Mcp Client', 'Claude Desktop'],
    topic: 'products',
    what: 'Programs that ask a model, run the tools it names, and ask again: one question becomes many calls.',
    where: 'On a desk or in a service: HTTPS to the model, stdio or HTTP to MCP servers.',
    cost: 'Seconds per step, and the whole conversation is sent each time.',
    numbers: 'Model SDKs wait 10 min and retry twice; MCP’s TypeScript client waits 60 s for a tool.',
    breaks:
      'Loops without a limit; a tool that writes is called twice; what a tool returns can carry instructions.',
    use: 'A limit of steps, time and money; idempotent tools; consent before what can’t be undone.',
    see: ['model-context-protocol', 'token-streaming', 'idempotency', 'rate-limited-api'],
    sources: [
      'https://modelcontextprotocol.io/specification/2025-06-18/basic/lifecycle',
      'https://github.com/modelcontextprotocol/typescript-sdk',
    ],
    confirmed: '2026-11',
  },
  {
    id: 'product-blockchain',
    title: 'Blockchain',
    aliases: ['distributed ledger', 'smart contract', 'smart contracts'],
    typed: ['Blockchain', 'on-chain', 'web3'],
    topic: 'products',
    what: 'A log that many nodes agree on. An arrow leads to a node’s JSON-RPC, yours or a provider’s.',
    where: 'JSON-RPC over HTTPS or WebSocket.',
    cost: 'Reads milliseconds; writes seconds to minutes until they count, and a fee.',
    breaks:
      'A transaction may be dropped, replaced or reordered; answers differ between nodes; providers limit the rate.',
    use: '202 and a status; two providers; the transaction’s hash as idempotency key.',
    see: ['json-rpc', 'async-acknowledgment', 'consistency', 'product-ethereum-node'],
    sources: ['https://ethereum.org/developers/docs/apis/json-rpc/'],
  },
  {
    id: 'product-local-disk',
    title: 'Local disk',
    aliases: ['local file system', 'file system', 'local file'],
    typed: ['Local disk', 'disk', 'filesystem', 'ssd'],
    topic: 'products',
    what: 'Files of the machine itself: no arrow over the network.',
    where: 'In the process’s host; in a container gone with it unless a volume is mounted.',
    cost: 'NVMe about 0.1 ms a read, spinning disks about 10 ms, network disks 0.5–2 ms.',
    breaks: 'A full disk stops logs, then databases. Two replicas see two disks. Lost with the instance.',
    use: 'Caches and temporary files; what must last goes to a database or object storage.',
    see: ['object-storage', 'single-point-of-failure', 'product-sqlite'],
    sources: [
      'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html',
      'https://kubernetes.io/docs/concepts/storage/volumes/',
    ],
  },
]

export const products: readonly Entry[] = [...rows.map(product), ...shared]
