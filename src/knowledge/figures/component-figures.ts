// Default figures of components, each with its source and whether it is a promise, a measurement or a guess.

/** An SLA is a refund threshold, not a measured availability: it is used because it is published. */
export type FigureTag = 'SLA' | 'measured' | 'vendor documentation' | 'SLO' | 'assumption'

export interface SourcedFigure {
  readonly value: number
  readonly source: string
  readonly tag: FigureTag
}

export interface ComponentFigures {
  /** Own time in milliseconds, or for queues and streams the time that the sender waits. */
  readonly p50?: SourcedFigure
  readonly p99?: SourcedFigure
  /** As a fraction. */
  readonly availability?: SourcedFigure
  /** Queues and streams: from sending to the consumer, in milliseconds. Shown, never added to a request. */
  readonly delivery?: { readonly p50: SourcedFigure; readonly p99: SourcedFigure }
  readonly hitRatio?: SourcedFigure
  readonly coldStart?: {
    readonly p50: SourcedFigure
    readonly p99: SourcedFigure
    readonly probability: number
  }
}

export type FigureId = keyof typeof catalog

/** The catalogue's figures of that id. */
export function figuresOf(id: string): ComponentFigures | undefined {
  return isFigureId(id) ? catalog[id] : undefined
}

function isFigureId(id: string): id is FigureId {
  return Object.hasOwn(catalog, id)
}

const guess = 'engineering judgment'

function figure(value: number, tag: FigureTag, source: string): SourcedFigure {
  return { value, tag, source }
}

function pair([p50, p99]: readonly [number, number], tag: FigureTag, source: string) {
  return { p50: figure(p50, tag, source), p99: figure(p99, tag, source) }
}

/** What a synchronous caller waits for when it enqueues. */
function send(p50: number, p99: number) {
  return pair([p50, p99], 'assumption', `sending to a queue, ${guess}`)
}

/** An SLA that nobody compared with its provider’s page since it was transcribed. */
function promised(value: number, sla: string, terms?: string): SourcedFigure {
  const source = `${sla}, transcribed January 2023 (mikaelvesavuori/cloud-sla)`
  return figure(value, 'SLA', terms === undefined ? source : `${source}, ${terms}`)
}

const single = 'single instance: EC2 and RDS promise 99.5% for one'

const catalog = {
  'sql-single': {
    availability: figure(0.995, 'assumption', single),
    ...pair([2, 20], 'assumption', `indexed read in the region, ${guess}`),
  },
  'redis-single': {
    availability: figure(0.995, 'assumption', single),
    ...pair([0.4, 1.3], 'measured', 'cachee.ai 2026, redis-benchmark in one zone (sells a competing cache)'),
    hitRatio: figure(0.9, 'assumption', guess),
  },
  'proxy-single': { availability: figure(0.995, 'assumption', single), ...pair([1, 5], 'assumption', guess) },
  'kafka-single': {
    availability: figure(0.999, 'assumption', guess),
    ...send(5, 50),
    delivery: pair([2, 5], 'measured', 'Confluent benchmark 2020 (vendor of Kafka), p50 assumed'),
  },
  'rabbitmq-single': {
    availability: figure(0.995, 'assumption', single),
    ...send(5, 50),
    delivery: pair(
      [0.5, 1],
      'measured',
      'Confluent benchmark 2020 (vendor of Kafka) at 30 MB/s, p50 assumed',
    ),
  },
  'broker-single': { availability: figure(0.995, 'assumption', single), ...send(5, 50) },
  queue: { availability: figure(0.999, 'assumption', guess), ...send(5, 50) },
  database: { availability: figure(0.995, 'assumption', single), ...pair([2, 20], 'assumption', guess) },
  warehouse: {
    availability: figure(0.999, 'assumption', guess),
    ...pair([500, 5000], 'assumption', `an analytical query, ${guess}`),
  },
  search: { availability: figure(0.995, 'assumption', single), ...pair([15, 200], 'assumption', guess) },
  objectStore: { availability: figure(0.999, 'assumption', guess), ...pair([50, 200], 'assumption', guess) },
  cdn: {
    availability: figure(0.999, 'assumption', guess),
    ...pair([15, 80], 'assumption', `the last mile dominates, ${guess}`),
    hitRatio: figure(0.9, 'assumption', guess),
  },
  balancer: { availability: figure(0.999, 'assumption', guess), ...pair([1, 5], 'assumption', guess) },
  'kube-proxy': {
    availability: figure(0.9999, 'assumption', `rules in the kernel of each node, ${guess}`),
    ...pair([0.05, 0.5], 'assumption', `address translation in the kernel, ${guess}`),
  },
  gateway: { availability: figure(0.999, 'assumption', guess), ...pair([8, 50], 'assumption', guess) },
  compute: {
    availability: figure(0.999, 'assumption', guess),
    ...pair(
      [10, 100],
      'assumption',
      'your own service time; a leaf ratio p99/p50 of 10 as in The Tail at Scale',
    ),
  },
  function: {
    availability: figure(0.999, 'assumption', guess),
    ...pair([5, 60], 'assumption', `invocation without your code, ${guess}`),
    coldStart: { ...pair([180, 600], 'assumption', guess), probability: 0.01 },
  },
  idp: { availability: figure(0.999, 'assumption', guess), ...pair([15, 150], 'assumption', guess) },
  managed: {
    availability: figure(0.9995, 'assumption', `run by a provider across zones, ${guess}`),
    ...pair([2, 20], 'assumption', guess),
  },
  elasticache: {
    availability: figure(0.9999, 'SLA', 'Amazon ElastiCache SLA (2024-11-22), Multi-AZ replication group'),
    ...pair([0.4, 1.3], 'measured', 'cachee.ai 2026, redis-benchmark in one zone (sells a competing cache)'),
    hitRatio: figure(0.9, 'assumption', guess),
  },
  memorydb: {
    availability: figure(0.9999, 'SLA', 'Amazon MemoryDB SLA (2024-12-01), Multi-AZ'),
    ...pair([0.4, 1.5], 'assumption', guess),
  },
  rds: {
    availability: figure(0.9995, 'SLA', 'Amazon RDS SLA (2024-01-22), Multi-AZ'),
    ...pair([2, 20], 'assumption', guess),
  },
  aurora: {
    availability: promised(0.9999, 'Amazon Aurora SLA', 'Multi-AZ cluster'),
    ...pair([2, 15], 'assumption', guess),
  },
  dynamodb: {
    availability: promised(0.9999, 'DynamoDB SLA', 'standard table'),
    ...pair(
      [4, 15],
      'assumption',
      'AWS speaks of single-digit milliseconds for most requests; the p99 is an assumption',
    ),
  },
  dax: {
    availability: figure(0.9999, 'SLA', 'Amazon DynamoDB Accelerator SLA (2024-05-20), Multi-AZ cluster'),
    ...pair([0.5, 2], 'assumption', 'AWS speaks of microseconds; with the network about half a millisecond'),
  },
  spanner: {
    availability: promised(0.9999, 'Cloud Spanner SLA', 'regional'),
    ...pair([5, 25], 'assumption', guess),
  },
  bigtable: {
    availability: promised(0.999, 'Cloud Bigtable SLA', 'single cluster'),
    ...pair([6, 30], 'assumption', guess),
  },
  cloudsql: {
    availability: figure(
      0.9995,
      'SLA',
      'Google’s description of Cloud SQL (read 2026-11), Enterprise edition; 99.99% for Enterprise Plus',
    ),
    ...pair([2, 20], 'assumption', guess),
  },
  firestore: {
    availability: figure(0.9999, 'SLA', 'Firestore SLA (read 2026-11), regional'),
    ...pair([15, 80], 'assumption', guess),
  },
  cosmosdb: {
    availability: promised(0.9999, 'Azure Cosmos DB SLA', 'single region'),
    ...pair(
      [5, 10],
      'assumption',
      'Microsoft promises point reads and writes below 10 ms at p99 in the region',
    ),
  },
  azuresql: {
    availability: figure(
      0.9999,
      'SLA',
      'Azure SQL Database SLA, as quoted on learn.microsoft.com (Q&A 122986)',
    ),
    ...pair([2, 20], 'assumption', guess),
  },
  mongodb: { availability: figure(0.999, 'assumption', guess), ...pair([2, 25], 'assumption', guess) },
  cassandra: { availability: figure(0.999, 'assumption', guess), ...pair([3, 35], 'assumption', guess) },
  opensearch: {
    availability: figure(
      0.999,
      'SLA',
      'Amazon OpenSearch Service, 99.9% as AWS states it (2023-05); 99.99% with a standby zone',
    ),
    ...pair([15, 200], 'assumption', guess),
  },
  documentdb: {
    availability: promised(0.999, 'DocumentDB SLA'),
    ...pair([3, 30], 'assumption', guess),
  },
  s3: {
    availability: figure(0.999, 'SLA', 'Amazon S3 SLA (2023-11-28), Standard; “designed for” 99.99%'),
    ...pair(
      [100, 200],
      'vendor documentation',
      'Amazon S3 User Guide, optimizing performance: first byte after some 100 to 200 ms',
    ),
  },
  s3express: {
    availability: figure(0.999, 'SLA', 'Amazon S3 SLA (2023-11-28), S3 Express One Zone'),
    ...pair(
      [5, 15],
      'vendor documentation',
      'Amazon S3 User Guide, Express One Zone: single-digit milliseconds',
    ),
  },
  gcs: {
    availability: figure(0.999, 'SLA', 'Google Cloud Storage SLA (2019-08-19), Standard in one region'),
    ...pair([60, 200], 'assumption', guess),
  },
  azureblob: {
    availability: promised(0.999, 'Azure Blob Storage SLA', 'LRS/GRS hot'),
    ...pair([30, 150], 'assumption', guess),
  },
  kafka: {
    availability: promised(0.999, 'Amazon MSK SLA', 'across zones'),
    ...send(5, 50),
    delivery: pair([2, 5], 'measured', 'Confluent benchmark 2020 (vendor of Kafka)'),
  },
  rabbitmq: {
    availability: promised(0.999, 'Amazon MQ SLA', 'a broker across zones'),
    ...send(5, 50),
    delivery: pair([0.5, 1], 'measured', 'Confluent benchmark 2020 (vendor of Kafka)'),
  },
  pulsar: {
    availability: figure(0.999, 'assumption', guess),
    ...send(5, 50),
    delivery: pair([10, 25], 'measured', 'Confluent benchmark 2020 (vendor of Kafka)'),
  },
  sqs: {
    availability: promised(0.999, 'SQS standard SLA', 'Amazon Messaging SLA'),
    ...send(8, 50),
    delivery: pair(
      [16.2, 105],
      'measured',
      'bitesizedserverless.com, eu-west-1, 2022–2023, end to end to a Lambda consumer',
    ),
  },
  sqsfifo: {
    availability: promised(0.999, 'SQS FIFO SLA'),
    ...send(5, 50),
    delivery: pair(
      [28.1, 645],
      'measured',
      'bitesizedserverless.com, eu-west-1, 2022–2023, end to end to a Lambda consumer',
    ),
  },
  sns: {
    availability: promised(0.999, 'SNS SLA'),
    ...send(5, 50),
    delivery: pair(
      [73, 225],
      'measured',
      'bitesizedserverless.com, eu-west-1, 2022–2023, end to end to a Lambda consumer',
    ),
  },
  eventbridge: {
    availability: promised(0.9999, 'EventBridge SLA'),
    ...send(5, 50),
    delivery: pair(
      [148, 387],
      'measured',
      'bitesizedserverless.com, eu-west-1, 2022–2023, end to end to a Lambda consumer',
    ),
  },
  kinesis: {
    availability: figure(0.999, 'SLA', 'Amazon Kinesis SLA (2024-02-09)'),
    ...send(5, 50),
    delivery: pair(
      [627, 1580],
      'measured',
      'bitesizedserverless.com, eu-west-1, 2022–2023, end to end to a Lambda consumer',
    ),
  },
  ddbstreams: {
    availability: figure(0.999, 'assumption', guess),
    ...send(5, 50),
    delivery: pair(
      [213, 552],
      'measured',
      'bitesizedserverless.com, eu-west-1, 2022–2023, end to end to a Lambda consumer',
    ),
  },
  stepfunctions: {
    availability: promised(0.999, 'Step Functions Express SLA'),
    ...pair(
      [77.3, 241],
      'measured',
      'bitesizedserverless.com, eu-west-1, 2022–2023, end to end to a Lambda consumer',
    ),
  },
  pubsub: {
    availability: promised(0.9995, 'Google Pub/Sub SLA'),
    ...send(5, 50),
    delivery: pair([30, 120], 'assumption', guess),
  },
  servicebus: {
    availability: promised(0.999, 'Azure Service Bus SLA'),
    ...send(5, 50),
    delivery: pair([20, 120], 'assumption', guess),
  },
  eventhubs: {
    availability: promised(0.9995, 'Azure Event Hubs SLA', 'standard'),
    ...send(5, 50),
    delivery: pair([10, 60], 'assumption', guess),
  },
  alb: {
    availability: figure(0.9999, 'SLA', 'Amazon Elastic Load Balancing SLA (2022-07-25), across zones'),
    ...pair([1, 5], 'assumption', guess),
  },
  nlb: {
    availability: figure(0.9999, 'SLA', 'Amazon Elastic Load Balancing SLA (2022-07-25), across zones'),
    ...pair([0.2, 1], 'assumption', guess),
  },
  apigw: {
    availability: figure(0.9995, 'SLA', 'Amazon API Gateway SLA (2022-05-05)'),
    ...pair([8, 50], 'assumption', guess),
  },
  cloudfront: {
    availability: promised(0.999, 'CloudFront SLA'),
    ...pair([15, 80], 'assumption', guess),
    hitRatio: figure(0.9, 'assumption', guess),
  },
  gcpcdn: {
    availability: promised(0.9995, 'Google Cloud CDN SLA'),
    ...pair([15, 80], 'assumption', guess),
  },
  frontdoor: {
    availability: promised(0.9999, 'Azure Front Door SLA'),
    ...pair([15, 80], 'assumption', guess),
  },
  dns: {
    availability: figure(
      0.99999,
      'assumption',
      'authoritative DNS of a provider; Route 53, Cloud DNS and Azure DNS promise 100%, a refund promise',
    ),
    ...pair([1, 60], 'assumption', guess),
  },
  waf: {
    availability: promised(0.9995, 'AWS WAF SLA'),
    ...pair([1, 3], 'assumption', guess),
  },
  globalaccelerator: {
    availability: promised(0.9999, 'Global Accelerator SLA'),
    ...pair([1, 5], 'assumption', guess),
  },
  nat: {
    availability: promised(0.999, 'NAT Gateway SLA'),
    ...pair([0.2, 1], 'assumption', guess),
  },
  tgw: {
    availability: promised(0.9999, 'Transit Gateway SLA'),
    ...pair([0.5, 2], 'assumption', guess),
  },
  vpn: {
    availability: figure(0.9995, 'SLA', 'AWS Site-to-Site VPN SLA (2022-05-05)'),
    ...pair([1, 5], 'assumption', guess),
  },
  lambda: {
    availability: promised(0.9995, 'AWS Lambda SLA'),
    ...pair([5, 60], 'assumption', guess),
    coldStart: {
      ...pair([180, 600], 'measured', 'package of up to 2 MB, adriantanasa 2023'),
      probability: 0.01,
    },
  },
  cloudrun: {
    availability: figure(0.9995, 'SLA', 'Google Cloud Run SLA (read 2026-11)'),
    ...pair([5, 60], 'assumption', guess),
    coldStart: { ...pair([500, 3000], 'assumption', guess), probability: 0.01 },
  },
  ec2: {
    availability: promised(0.9999, 'EC2 SLA', 'region level, >=2 AZ'),
    ...pair([10, 100], 'assumption', guess),
  },
  gce: {
    availability: figure(
      0.9999,
      'SLA',
      'Google Compute Engine SLA (read 2026-11), instances in several zones, Premium Tier',
    ),
    ...pair([10, 100], 'assumption', guess),
  },
  azurevm: {
    availability: figure(
      0.9999,
      'SLA',
      'Azure Virtual Machines SLA, two or more instances in different zones',
    ),
    ...pair([10, 100], 'assumption', guess),
  },
  appservice: {
    availability: figure(
      0.9995,
      'SLA',
      'Azure App Service SLA, as quoted on learn.microsoft.com (Q&A 122986)',
    ),
    ...pair([10, 100], 'assumption', guess),
  },
  'k8s-control': {
    availability: figure(
      0.9995,
      'assumption',
      'a control plane with several replicas; EKS, GKE and AKS promise 99.95% for theirs',
    ),
    ...pair(
      [20, 1000],
      'SLO',
      'kubernetes/community sig-scalability SLO: p99 <= 1 s for single-object calls',
    ),
  },
  service: { availability: figure(0.999, 'assumption', guess), ...pair([10, 100], 'assumption', guess) },
  thirdparty: {
    availability: figure(0.999, 'assumption', 'as most APIs promise; Twilio publishes 99.95 to 99.99%'),
    ...pair([150, 1500], 'assumption', guess),
  },
  auth: {
    availability: promised(0.999, 'Amazon Cognito SLA'),
    ...pair([15, 150], 'assumption', guess),
  },
  secrets: {
    availability: promised(0.999, 'Secrets Manager SLA'),
    ...pair([10, 80], 'assumption', guess),
  },
  kms: {
    availability: promised(0.99999, 'KMS SLA'),
    ...pair([5, 40], 'assumption', guess),
  },
  gcplb: {
    availability: figure(
      0.9999,
      'SLA',
      'Google Compute Engine SLA (read 2026-11), load balancing, Premium Tier',
    ),
    ...pair([1, 5], 'assumption', guess),
  },
  azureappgw: {
    availability: promised(0.9995, 'Azure Application Gateway SLA', 'two instances or more'),
    ...pair([1, 5], 'assumption', guess),
  },
  azurevpn: {
    availability: promised(0.9995, 'Azure VPN Gateway SLA', 'no Basic gateway'),
    ...pair([1, 5], 'assumption', guess),
  },
  azurenat: {
    availability: promised(0.9999, 'Azure NAT Gateway SLA'),
    ...pair([0.2, 1], 'assumption', guess),
  },
  cloudnat: {
    availability: promised(0.999, 'Google Cloud NAT SLA'),
    ...pair([0.2, 1], 'assumption', guess),
  },
  alloydb: {
    availability: figure(0.9999, 'SLA', 'Google’s description of the AlloyDB API (read 2026-11)'),
    ...pair([2, 20], 'assumption', guess),
  },
  azurepostgres: {
    availability: promised(0.9999, 'Azure Database for PostgreSQL SLA', 'zone-redundant'),
    ...pair([2, 20], 'assumption', guess),
  },
  azuremysql: {
    availability: promised(0.9999, 'Azure Database for MySQL SLA'),
    ...pair([2, 20], 'assumption', guess),
  },
  datastore: {
    availability: promised(0.999, 'Google Cloud Datastore SLA', 'regional'),
    ...pair([15, 80], 'assumption', guess),
  },
  cloudfunctions: {
    availability: promised(0.9995, 'Google Cloud Functions SLA'),
    ...pair([5, 60], 'assumption', guess),
    coldStart: { ...pair([500, 3000], 'assumption', guess), probability: 0.01 },
  },
  azurefunctions: {
    availability: promised(0.9995, 'Azure Functions SLA'),
    ...pair([5, 60], 'assumption', `invocation without your code, ${guess}`),
    coldStart: { ...pair([180, 600], 'assumption', guess), probability: 0.01 },
  },
  ecs: {
    availability: promised(0.9999, 'Amazon Compute SLA', 'tasks in two zones or more'),
    ...pair([10, 100], 'assumption', guess),
  },
  appengine: {
    availability: promised(0.9995, 'Google App Engine SLA'),
    ...pair([10, 100], 'assumption', guess),
  },
  ssm: {
    availability: promised(0.999, 'AWS Systems Manager SLA'),
    ...pair([10, 80], 'assumption', guess),
  },
  keyvault: {
    availability: promised(0.9999, 'Azure Key Vault SLA'),
    ...pair([10, 80], 'assumption', guess),
  },
  gcpsecrets: {
    availability: promised(0.9995, 'Google Secret Manager SLA'),
    ...pair([10, 80], 'assumption', guess),
  },
  gcpkms: {
    availability: promised(0.9995, 'Google Cloud KMS SLA', 'calls of applications'),
    ...pair([5, 40], 'assumption', guess),
  },
  mobile: { availability: figure(0.99, 'assumption', guess), ...pair([50, 400], 'assumption', guess) },
  client: { availability: figure(0.995, 'assumption', guess), ...pair([20, 150], 'assumption', guess) },
  'in-process': { availability: figure(1.0, 'assumption', guess), ...pair([0.1, 1], 'assumption', guess) },
} satisfies Record<string, ComponentFigures>
