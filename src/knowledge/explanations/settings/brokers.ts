// Settings of brokers and their clients.

import type { SettingsOf } from './setting'

export const settingsOfBrokers: readonly SettingsOf[] = [
  {
    product: 'Kafka producer',
    source: 'https://kafka.apache.org/documentation/#producerconfigs',
    confirmed: '2026-11',
    rows: [
      [
        'acks',
        'which replicas must have a record before it counts as sent: 0, 1 or all in sync',
        '`all` since 3.0, 1 before',
        'kafka-producer',
      ],
      [
        'enable.idempotence',
        'whether retries of the producer make no duplicates',
        'true since 3.0',
        'kafka-producer',
      ],
      [
        'delivery.timeout.ms',
        'how long a send may take, batching and retries included',
        '120 s',
        'kafka-producer',
      ],
      ['request.timeout.ms', 'how long one request to a broker may take', '30 s', 'kafka-producer'],
      ['linger.ms', 'how long a batch waits for more records', '5 ms since 4.0, 0 before', 'kafka-producer'],
      ['batch.size', 'bytes of a batch for one partition', '16 kB', 'kafka-producer'],
      ['buffer.memory', 'bytes that wait to be sent; a full buffer blocks `send`', '32 MB', 'backpressure'],
      ['max.block.ms', 'how long `send` blocks for buffer or metadata', '60 s', 'backpressure'],
      ['max.request.size', 'the largest request, so the largest record', '1 MB', 'kafka-producer'],
      [
        'max.in.flight.requests.per.connection',
        'unacknowledged requests on a connection; order survives up to 5 with idempotence',
        '5',
        'message-ordering',
      ],
      ['compression.type', 'how batches are compressed', '`none`', 'kafka-producer'],
      ['retry.backoff.ms', 'the pause before a request is repeated', '100 ms, growing to 1 s', 'backoff'],
      ['transaction.timeout.ms', 'how long a transaction may stay open', '60 s', 'kafka-producer'],
      [
        'connections.max.idle.ms',
        'when an idle connection is closed',
        '9 min in clients, 10 min in brokers',
        'idle-timeout',
      ],
      [
        'socket.connection.setup.timeout.ms',
        'how long a connection may take',
        '10 s, growing to 30 s',
        'connect-timeout',
      ],
    ],
  },
  {
    product: 'Kafka consumer',
    source: 'https://kafka.apache.org/documentation/#consumerconfigs',
    confirmed: '2026-11',
    rows: [
      [
        'session.timeout.ms',
        'how long a consumer may be silent before its group goes on without it',
        '45 s',
        'consumer-group',
      ],
      ['heartbeat.interval.ms', 'the pause between heartbeats to the coordinator', '3 s', 'consumer-group'],
      ['max.poll.interval.ms', 'how long processing may take between two polls', '5 min', 'consumer-group'],
      ['max.poll.records', 'how many records one poll returns', '500', 'consumer-group'],
      [
        'auto.offset.reset',
        'where a group without an offset begins',
        '`latest`: records sent before are skipped',
        'consumer-group',
      ],
      [
        'enable.auto.commit',
        'whether offsets are committed in the background; a crash then loses or repeats records',
        'true, every 5 s',
        'at-least-once',
      ],
      ['auto.commit.interval.ms', 'the pause between two automatic commits', '5 s', 'at-least-once'],
      ['fetch.min.bytes', 'how much a broker collects before it answers', '1 byte', 'consumer-group'],
      ['fetch.max.wait.ms', 'how long a broker waits for `fetch.min.bytes`', '500 ms', 'consumer-group'],
      ['max.partition.fetch.bytes', 'bytes of one partition in an answer', '1 MB', 'consumer-group'],
      [
        'isolation.level',
        'whether records of open or aborted transactions are read',
        '`read_uncommitted`: they are',
        'kafka-producer',
      ],
      ['default.api.timeout.ms', 'how long calls of the client may block', '60 s', 'timeout'],
      ['group.id', 'the group whose members share the partitions', 'none', 'consumer-group'],
      [
        'group.instance.id',
        'a fixed member, so that a restart moves no partitions',
        'none',
        'consumer-group',
      ],
    ],
  },
  {
    product: 'Kafka broker',
    source: 'https://kafka.apache.org/documentation/#brokerconfigs',
    confirmed: '2026-11',
    rows: [
      [
        'min.insync.replicas',
        'replicas that must have a record for `acks=all`',
        '1: none but the leader',
        'kafka-producer',
      ],
      ['default.replication.factor', 'copies of a topic’s partitions', '1', 'replication'],
      [
        'replication.factor',
        'copies of a topic’s partitions; 3 is usual',
        '1 (`default.replication.factor`)',
        'replication',
      ],
      ['num.partitions', 'partitions of a topic made by itself', '1', 'event-streaming'],
      ['retention.ms', 'how long records are kept', '7 days', 'event-streaming'],
      ['log.retention.hours', 'how long records are kept', '168 h, 7 days', 'event-streaming'],
      ['offsets.retention.minutes', 'how long an empty group’s offsets are kept', '7 days', 'consumer-group'],
      ['replica.lag.time.max.ms', 'how far a replica may lag and still be in sync', '30 s', 'replication'],
      [
        'unclean.leader.election.enable',
        'whether a replica that lags may lead; then records are lost',
        'false',
        'replication',
      ],
      ['auto.create.topics.enable', 'whether a typo makes a topic', 'true', 'kafka'],
      ['message.max.bytes', 'the largest batch a broker takes', '1 MB', 'kafka-producer'],
    ],
  },
  {
    product: 'Amazon SQS',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
    rows: [
      [
        'VisibilityTimeout',
        'how long a received message is hidden from other consumers',
        '30 s, at most 12 h',
        'message-queue',
      ],
      ['MessageRetentionPeriod', 'how long a message is kept', '4 days, at most 14', 'message-queue'],
      [
        'ReceiveMessageWaitTimeSeconds',
        'how long a receive waits for a message',
        '0; at most 20 s',
        'long-polling',
      ],
      [
        'maxReceiveCount',
        'deliveries after which a message goes to the dead letters',
        'none without a redrive policy',
        'dead-letter-queue',
      ],
      ['DelaySeconds', 'how long a new message stays hidden', '0; at most 15 min', 'message-queue'],
    ],
  },
]
