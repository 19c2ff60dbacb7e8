// Pairs of things that pictures connect although one cannot do with the other: what is so, why, and what works.

export interface ImpossiblePairing {
  readonly name: string
  /** What a label of one box names together. */
  readonly inBox?: readonly RegExp[]
  /** What an arrow says. */
  readonly says?: RegExp
  /** Its caller, which the words can't come from. */
  readonly from?: RegExp
  /** One of its ends, which doesn't understand them. */
  readonly at?: RegExp
  /** In the words of the arrow or of its ends: something in between, or something else that is meant. */
  readonly unless: RegExp
  /** Breaks what is drawn; otherwise it is a wrong word. */
  readonly breaks: boolean
  /** Of the box, or of the end it is about. */
  readonly message: (name: string) => string
  readonly source: string
}

/** Something in between, or another broker that is meant as well. */
const otherBrokers =
  /\bkafka[- ](?:api|protocol|connect)|rabbit|event ?hubs|artemis|activemq|qpid|pulsar|solace|bridge|connectors?\b|proxy|adapter|\b(?:kafka|sqs|amqps?|mqtts?|stomp) ?\/|\/ ?(?:kafka|sqs|amqps?|mqtts?|stomp)\b| or |或/i

export const impossiblePairings: readonly ImpossiblePairing[] = [
  {
    name: 'JDBC outside Java',
    says: /\bJDBC\b/,
    from: /\bnode(?:\.?js)?\b|\bexpress\b|\bnest\.?js\b|\bnext\.?js\b|\btypescript\b|\bpython\b|\bfastapi\b|\bdjango\b|\bflask\b|\bgolang\b|\bGo (?:\d|service|api)|\brust\b|\brails\b|\blaravel\b|\bPHP\b|\.NET\b|\bC#/i,
    unless:
      /\bjava\b|kotlin|scala|\bjvm\b|spring|quarkus|groovy|clojure|j(?:ruby|ython)|spark|flink|odbc|jaydebe|bridge|connect/i,
    breaks: false,
    message: name =>
      `JDBC is an interface of Java, and ${name} is drawn in another language. Readers look for a Java program or a bridge that isn't there. Name the database's own protocol or the driver, such as pg or psycopg.`,
    source: 'https://docs.oracle.com/javase/tutorial/jdbc/overview/index.html',
  },
  {
    name: 'another protocol at Kafka',
    says: /\b(?:AMQPS?|MQTTS?|STOMP)\b/,
    at: /\bkafka\b/i,
    unless: otherBrokers,
    breaks: true,
    message: name =>
      `Kafka speaks only its own protocol: clients of AMQP, MQTT or STOMP cannot connect to ${name}. Write Kafka on the arrow, or draw the broker or bridge that translates.`,
    source: 'https://kafka.apache.org/protocol',
  },
  {
    name: 'another protocol at SQS',
    says: /\b(?:AMQPS?|MQTTS?|STOMP)\b/,
    at: /\b(?:SQS|Simple Queue Service)\b/i,
    unless: otherBrokers,
    breaks: true,
    message: name =>
      `SQS is an API over HTTPS: clients of AMQP, MQTT or STOMP cannot connect to ${name}. Write HTTPS on the arrow, or use Amazon MQ.`,
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/Welcome.html',
  },
  {
    name: 'TimescaleDB on Amazon RDS',
    inBox: [/\b(?:RDS|Aurora)\b/, /\btimescale ?db\b/i],
    unless: /\bEC2\b|self[- ]?(?:managed|hosted)|\bto\b|\bfrom\b|\/| or |→|\bvs\b/i,
    breaks: true,
    message: name =>
      `Amazon RDS and Aurora don't offer TimescaleDB, so ${name} can't be set up as drawn. Use Timescale's own cloud, run PostgreSQL with the extension yourself, or partition with pg_partman, which RDS has.`,
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-extensions.html',
  },
]
