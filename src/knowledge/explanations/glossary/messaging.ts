// Terms of queues, streams and events.

import type { Glossary } from './glossary'

export const messagingTerms: Glossary = {
  'message-queue': {
    'visibility timeout':
      'SQS hides a received message for 30 s (default); not deleted by then, it is delivered again. Longer than the longest processing, or extended meanwhile.',
    'prefetch, prefetch count, prefetch_count, RabbitMQ prefetch':
      'How many unconfirmed messages a consumer may hold. Unlimited, one consumer takes everything; 1 is fair and slow; 10–300 by processing time.',
    'competing consumers': 'Several workers on one queue: each message goes to one of them, order is lost.',
    'priority queue':
      'Higher priorities first; a steady stream of them starves the rest. Separate queues with workers of their own are easier to reason about.',
    'delay queue, delayed message, scheduled message':
      'Delivered later: SQS up to 15 min, Service Bus and RabbitMQ (plugin or dead-letter trick) longer.',
    'queue depth, queue length, backlog queue':
      'How many wait. The age of the oldest says more: it is the delay that users feel.',
    'queue keeps growing, growing queue, queue backlog':
      'More comes in than goes out: count both rates. Slow dependency, too few consumers, or poison messages going round. It drains at (out − in) only, so scale beyond the input, and shed what is too old.',
    'message acknowledgment, consumer ack, ack a message':
      'The consumer says done (ack) or failed (nack). Ack after the work, not before, and make the work idempotent.',
    'message TTL, message expiry':
      'What wasn’t consumed in time is dropped or dead-lettered: a price of yesterday helps nobody.',
    'FIFO queue':
      'Order within a group, duplicates removed for 5 min. SQS: 300 operations a second for each API action, or high throughput by groups.',
    'work queue, task queue, background job, job queue':
      'Work that the user needn’t wait for: the request stores it and answers. Needs retries, a dead-letter queue, and somebody who watches its age.',
    'long polling SQS, receive wait time':
      'The request waits up to 20 s for a message: fewer empty answers, less delay.',
    'in-flight messages': 'Received and not yet deleted; SQS allows about 120,000 a standard queue.',
    broker:
      'The server that takes messages, keeps them and hands them out: Kafka, RabbitMQ, SQS, NATS. Both sides depend on it, so it gets replicas.',
    'consumer, producer': 'Who takes messages, and who puts them in.',
    'decoupling, temporal decoupling':
      'Producer and consumer needn’t be up, or equally fast, at the same time. The price: later, and twice now and then.',
  },
  'publish-subscribe': {
    'topic, fan-out exchange':
      'Every subscriber gets a copy: one publisher, many readers that it doesn’t know.',
    'durable subscription': 'The broker keeps messages for a subscriber that is away.',
    'SNS to SQS, SNS SQS fan-out':
      'A topic with a queue for each consumer: everybody gets all, at their own speed, with retries of their own.',
    'event bus': 'A topic for all, filtered by rules: EventBridge, Event Grid. Half a second and no order.',
    'message filtering, filter policy':
      'The broker delivers only what a subscription asks for, by attributes.',
  },
  'event-streaming': {
    'offset, consumer offset':
      'The position of a record in its partition; a consumer stores how far it has come. Committed before the work: losses; after: duplicates.',
    'log retention, Kafka default retention, retention':
      'Kafka keeps records 7 days by default (log.retention.hours = 168), whether read or not. A consumer that was away longer starts at the earliest that is left.',
    'replay, reprocessing':
      'Reading again from an earlier offset: after a bug, or for a new consumer. Everything behind it must bear repetition.',
    'stream processing':
      'Computing on events as they come: filters, joins, windows (Flink, Kafka Streams). State is kept locally and saved in checkpoints.',
    'event time, processing time, watermark':
      'When it happened, when it is handled, and how far event time is thought to be complete. Late events come after the watermark.',
    'tumbling window, sliding window stream, session window':
      'Pieces of time to add up: side by side, overlapping, or by pauses.',
    'lambda architecture, kappa architecture':
      'Batch and stream side by side (lambda), or everything as a stream with replays (kappa).',
    'event-driven architecture, EDA':
      'Services react to events instead of being called: loose, quick to extend, hard to follow. Trace ids in every event.',
  },
  'at-least-once': {
    'exactly once, exactly-once processing, effectively once':
      'Delivered at least once and processed idempotently: the effect is once. Kafka’s transactions give it within Kafka; a mail or a payment needs a key of its own.',
    'at-most-once': 'Acknowledged before the work: lost at a crash, never doubled. Metrics, positions.',
    'messages processed twice, duplicate messages':
      'At-least-once delivery at work: visibility timeout too short, rebalance, lost ack, producer’s retry. Store processed ids with the result, in one transaction.',
  },
  'message-ordering': {
    'ordering guarantee, partition order':
      'Order holds within a partition, group or session – one consumer at a time. Choose the key so that what must stay in order shares it.',
    'out of order delivery':
      'Retries, several consumers and several partitions overtake each other. Carry a version, ignore older ones.',
    'causal ordering': 'A reply never before its question, without one order for all.',
  },
  'dead-letter-queue': {
    'poison message, poison pill':
      'A message that fails whenever it is tried and blocks those behind it. After 3–5 attempts to the dead-letter queue, with an alarm.',
    'redrive, DLQ redrive': 'Moving dead letters back after the fault is mended; slowly, and idempotently.',
    maxReceiveCount: 'SQS: how often a message is received before it goes to the dead-letter queue.',
    'retry topic, retry queue':
      'Kafka has no delay: failed records go to topics with growing waits (1 min, 10 min), so that others pass.',
  },
  backpressure: {
    'backpressure, push back':
      'The slower side tells the faster to wait: TCP’s window, bounded queues, 429, prefetch. Without it memory is the queue.',
    'bounded queue, unbounded queue':
      'A limit makes overload visible at once; without one it shows as latency and then as out of memory.',
    'reactive streams, request(n)': 'The subscriber asks for as many items as it can take.',
  },
  kafka: {
    'log compaction, compacted topic':
      'Keeps at least the latest record of each key instead of everything for a time: state that new consumers can read. A null value deletes.',
    'ISR, in-sync replicas':
      'Copies that keep up (within 30 s). With acks=all and min.insync.replicas=2 of 3, one broker may fail and no confirmed record is lost.',
    KRaft: 'Kafka’s own consensus instead of ZooKeeper; the only way since 4.0.',
    'Kafka partition, topic partition':
      'An ordered log on one leader; the unit of parallelism: no more consumers of a group work than partitions. Adding some moves keys.',
    'NotLeaderForPartition, NOT_LEADER_OR_FOLLOWER':
      'The leader has moved; clients fetch metadata and go on. Many of them: brokers restart or lose touch.',
    'OffsetOutOfRange, offset out of range':
      'The position is already deleted (retention) or lies ahead: auto.offset.reset decides between earliest and latest – and latest skips in silence.',
    'tiered storage':
      'Old segments move to object storage: long retention, small disks, slower reads of the past.',
    'unclean leader election':
      'A copy that lagged becomes leader: available again, with losses. Off by default.',
    'under-replicated partitions, URP':
      'Partitions with fewer copies than they should have: the first alarm of a Kafka cluster.',
    'Kafka transactions, transactional.id':
      'Writes to several partitions and offsets together, seen by read_committed consumers.',
    'Kafka Connect, source connector, sink connector':
      'Runs connectors that bring data into Kafka and out of it, with offsets and retries.',
    'Schema Registry, schema registry':
      'Keeps versions of Avro, Protobuf and JSON schemas and refuses incompatible ones; clients cache by id, so it isn’t in each message’s way.',
    'MirrorMaker, cluster linking':
      'Copies topics between clusters, seconds behind; offsets differ unless translated.',
  },
  'consumer-group': {
    'consumer lag':
      'Newest offset minus committed, by partition; in seconds it is the delay. Growing: consumers too slow, stuck, or too few partitions.',
    'rebalance, rebalancing consumers, rebalance storm':
      'Partitions are assigned anew when a member comes, goes or is silent too long; with the older protocol all stop meanwhile. Cooperative or the new protocol (4.0), static membership, and processing below max.poll.interval.ms.',
    'static membership, group.instance.id':
      'A restarted member gets its partitions back without a rebalance, within session.timeout.ms.',
    'sticky assignor, cooperative rebalancing': 'Moves as few partitions as possible, and only those stop.',
  },
  'kafka-producer': {
    'idempotent producer, enable.idempotence':
      'Numbers records so that retries leave no duplicates in a partition; on by default since 3.0.',
    'producer batching, batching records':
      'Many records in one request: linger.ms waits for more. Throughput for a few ms.',
    'max.in.flight.requests.per.connection':
      'Up to 5 keeps order with idempotence; without it retries may swap batches above 1.',
  },
  amqp: {
    'exchange, direct exchange, topic exchange':
      'Where RabbitMQ’s producers send: it routes to queues by key (direct), pattern (topic) or to all (fanout).',
    'routing key, binding key': 'What the exchange compares with the queues’ bindings.',
    'publisher confirms, publisher confirm':
      'The broker says that it has the message; without them a lost connection loses messages in silence.',
    'quorum queue, quorum queues':
      'RabbitMQ’s replicated queue by Raft: three nodes, one may fail. Mirrored queues are gone since 4.0.',
    'memory alarm, connection.blocked, flow control RabbitMQ':
      'Above 60% of memory (4.x; 40% before) RabbitMQ stops accepting: publishers hang. Consumers and publishers on separate connections.',
  },
  'messaging-patterns': {
    'claim check, claim check pattern':
      'The large body goes to object storage, the message carries its address: brokers stay quick (Kafka 1 MB, SQS 1 MiB since 2025).',
    'request-reply over messaging, request-reply, correlation ID messaging':
      'A question with a reply address and a correlation id: an RPC with a queue between. Callers still need a timeout.',
    'content-based router, message router': 'Decides by the content where a message goes.',
    'inbox pattern, idempotent consumer':
      'Stores ids of received messages in the same transaction as their effect; a second one is recognized.',
    'aggregator, splitter':
      'One message into several, and several back into one – with a rule when it is complete and a timeout.',
    'scheduler agent supervisor': 'A coordinator keeps each step’s state and starts again what has stalled.',
  },
  saga: {
    'two-phase commit, 2PC, XA':
      'All prepare, then all commit: locks are held meanwhile, and if the coordinator dies between, they stay. Between services prefer sagas.',
    'multi-step transaction, distributed transaction':
      'A change in several services or stores that has no common commit. A saga, or better: cut so that one store holds what must change together.',
    'compensating transaction, compensation':
      'Undoes a finished step by its opposite: refund, release. It may fail too, and must be retried until it works.',
    'orchestration vs choreography, orchestration, choreography':
      'One service directs the steps (visible, one place), or each reacts to events (loose, nobody sees the whole).',
    'three-phase commit, 3PC': 'Two-phase commit with one more phase; unsafe in partitions, and not used.',
    'TCC, try-confirm-cancel':
      'Reserve, then confirm or cancel: a saga with reservations, which expire by themselves.',
    'pivot transaction':
      'The step after which there is no way back: everything before can be compensated, everything after must succeed by retries.',
  },
  outbox: {
    'outbox pattern, transactional outbox':
      'The event is written in the same transaction as the data; a relay publishes it later, at least once. No event without data, no data without event.',
    'outbox relay, polling publisher':
      'Reads unsent rows every 100 ms – 1 s (`for update skip locked`), publishes, marks them; or CDC reads the log.',
  },
  'event-design': {
    'domain event, integration event':
      'Something that happened in the business, inside; and what others are told of it, with a stable contract.',
    'event-carried state transfer, fat event':
      'The event holds the data, so consumers needn’t ask back: looser, larger, staler.',
    'thin event, event notification, notification event':
      'Only "order 42 changed": consumers fetch, and hit the source all at once.',
    'event envelope, CloudEvents':
      'Fields around every event: id, type, source, time, trace; CloudEvents is a standard for them.',
    'event schema evolution, event versioning':
      'Add optional fields, never change meanings; a new type for what breaks. Old events stay readable as long as they are kept.',
    'command vs event':
      'A command asks one receiver and may be refused; an event states to anybody what happened.',
  },
  'batch-job-design': {
    'batch processing, nightly batch':
      'Much at once, later: cheap by item, results hours old. Restartable in pieces, with a check that it ran.',
    'checkpoint, checkpointing': 'Saved progress, from which a job goes on after a crash.',
  },
  'scheduled-jobs': {
    'cron, cron job, cron expression':
      'Minute, hour, day, month, weekday. Full hours are crowded; time zones and DST double or skip runs; several replicas run several times.',
    'overlapping runs, concurrencyPolicy':
      'A run begins before the last one ended: forbid it, or take a lock.',
    'missed run, startingDeadlineSeconds, misfire':
      'What happens to a run that was due while the scheduler was down: catch up once, or skip.',
  },
  'product-sqs': {
    'SQS standard vs FIFO':
      'Standard: any rate, at least once, roughly in order. FIFO: in order by group, duplicates removed, 300 operations a second unless high throughput is on.',
    'SQS message size': '1 MiB since August 2025, 256 KiB before; larger bodies go to S3.',
  },
  nats: {
    JetStream: 'NATS’ storage: streams, acknowledgments, replays, by Raft; core NATS delivers at most once.',
    'queue group': 'NATS: of the subscribers in a group one gets each message.',
  },
  mqtt: {
    'MQTT QoS, QoS 0, QoS 1, QoS 2':
      '0 at most once, 1 at least once, 2 exactly once between client and broker (four packets). 1 with idempotent handling is the usual choice.',
    'clean session, persistent session':
      'Whether the broker keeps subscriptions and messages for a client that is away.',
    'shared subscription': '`$share/group/topic`: each message to one of the group (MQTT 5).',
  },
}
