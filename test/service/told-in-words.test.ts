// Hazards that a document tells in words: which sentences do, in which languages, and which only speak of them.

import { describe, expect, it } from 'vitest'
import { rules } from '../../src/rules'
import { configurationOf } from '../../src/service/configuration/layers'
import { analyze } from '../../src/service/engine/analyze'
import { findings } from '../../src/service/engine/findings'
import { fixesAt } from '../../src/service/features/fixes'
import { applyEdits } from '../../src/text/edit'

const design = `
\`\`\`mermaid
flowchart LR
  web[Web app] -->|HTTPS| api[Order API]
  api -->|REST| stock[Stock service]
  stock -->|REST| prices[Price service]
  api -->|SQL| db[(PostgreSQL)]
\`\`\`
`

const notDrawn = '\n```mermaid\nflowchart TD\n  a{Is it raining?} -->|yes| b[Stay]\n  a -->|no| c[Go]\n```\n'

const document = (sentence: string, { heading = 'Orders', drawn = design } = {}) =>
  `# ${heading}\n\n${sentence}\n${drawn}`

const toldRules = new Set(rules.filter(({ told }) => told).map(({ id }) => id))

const toldBy = (source: string): readonly string[] =>
  findings(analyze(source, { language: 'markdown', configuration: configurationOf([]) })).flatMap(
    ({ rule, span, suppressed }) =>
      toldRules.has(rule) && !suppressed ? [`${rule}: ${source.slice(span.start, span.end)}`] : [],
  )

const told: readonly (readonly [rule: string, ...sentences: readonly string[]])[] = [
  [
    'unbounded-list',
    '`GET /figures` loads all attempts since 2009 (about 14 million rows) and groups them.',
    'The dashboard fetches every order, some 3 million records today.',
    'Die Seite lädt alle Datensätze, derzeit 12 Millionen Einträge.',
    '`GET /api/objects` returns the collection (412 000 objects) as JSON.',
    'La pantalla carga todos los registros, unos 2 millones de filas.',
  ],
  [
    'retry-not-idempotent',
    'A payment that gets no reply is repeated.',
    'When the bank does not answer, the payment is sent again: it retries three times.',
    'Bei Zeitüberschreitung wird die Zahlung wiederholt.',
    'Si la pasarela no responde, se reintenta el cobro.',
    '支付超时后自动重试三次。',
    '決済がタイムアウトしたら再試行する。',
  ],
  [
    'retry-without-backoff',
    'Phones retry immediately until they get an answer.',
    'Fehlgeschlagene Aufrufe werden sofort wiederholt.',
    'Los clientes reintentan inmediatamente.',
    '失败后立即重试。',
  ],
  [
    'retry-layering',
    'Schlägt ein Aufruf fehl, versucht es jeder Dienst noch dreimal.',
    'Every service retries failed calls three times.',
    'Jeder Dienst wiederholt fehlgeschlagene Aufrufe dreimal.',
  ],
  [
    'cache-stampede',
    'All cache entries expire at the same time.',
    'Alle Cache-Einträge laufen gleichzeitig ab.',
    '缓存在零点同时失效。',
  ],
  ['cleared-before-commit', 'The importer deletes the cached entry first and updates the row afterwards.'],
  [
    'liveness-checks-dependency',
    'The liveness endpoint runs a query against PostgreSQL.',
    'The liveness probe pings the database.',
  ],
  ['sticky-session', 'The balancer uses sticky cookies, and pods are autoscaled.'],
  [
    'local-state-behind-balancer',
    'Every match server holds the connections in local memory.',
    'Each pod keeps its sessions in memory.',
    'Sessions are held in the memory of App 1 and App 2.',
  ],
  ['payload-too-large', 'The PDF goes onto the queue as base64.'],
  [
    'queue-without-dead-letter',
    'Failed messages are requeued forever.',
    'Fehlgeschlagene Nachrichten werden endlos erneut zugestellt.',
  ],
  ['check-then-act', 'The shop reads the stock and writes the stock minus 1.'],
  ['token-in-url', 'Partners send their API key in the query string.'],
  ['webhook-unverified', 'The webhook endpoint is open to the internet without authentication.'],
  ['dual-write', 'The search index is written after the commit, and errors are ignored.'],
  [
    'call-in-loop',
    'Se hace una consulta por paquete.',
    'The report makes one request per item.',
    'Je Artikel ein Aufruf.',
  ],
  ['sensitive-data-crosses', 'The full request bodies are logged.'],
  ['slow-in-request', 'The user waits for the export, which takes ten minutes.'],
  ['ack-before-work', 'The worker acknowledges each message on receipt.', '消息收到后立即确认。'],
  [
    'unbounded-buffer',
    'The decoder collects readings in memory without limit.',
    'The queue in memory has no limit.',
    'Die Warteschlange ist unbegrenzt.',
    'La cola no tiene límite: crece sin parar.',
  ],
  ['job-on-every-copy', 'The nightly job runs on every pod.', 'Der Cronjob läuft auf allen 4 Knoten.'],
  ['split-brain-failover', 'A node becomes leader when it cannot reach the other.'],
  ['stale-read-after-write', 'The profile is read from a replica right after it was saved.'],
  [
    'exactly-once-claimed',
    'Kafka gives us exactly-once delivery, and the consumer does not deduplicate.',
    'The broker guarantees exactly-once delivery.',
  ],
  ['order-lost-in-parallel', 'Events have to be booked in order, and ten workers consume them in parallel.'],
  [
    'two-phase-commit',
    'Both databases are written in a two-phase commit.',
    'Beide Datenbanken werden im Zwei-Phasen-Commit geschrieben.',
  ],
  ['shared-by-all-tenants', 'All tenants share one queue.'],
  ['restart-herd', 'A deployment restarts all pods at once.', 'All devices reconnect at the same time.'],
  [
    'backup-beside-original',
    'Snapshots of the database are stored on the same server.',
    'Las copias de seguridad se guardan en el mismo servidor.',
    'Backups are written to the same disk.',
  ],
  [
    'migration-breaks-running',
    'Building the new index locks the orders table.',
    'The migration drops the column while old pods are running.',
    'The migration locks the whole table.',
  ],
  ['spreadsheet-as-database', 'Google Sheets is our main database.'],
  ['long-lived-link', 'The download link is valid for one year.', 'The signed URL never expires.'],
]

describe('what sentences tell', () => {
  it.each(told.flatMap(([rule, ...sentences]) => sentences.map(sentence => ({ rule, sentence }))))(
    '$rule: $sentence',
    ({ rule, sentence }) => {
      expect(toldBy(document(sentence))).toEqual([`${rule}: ${sentence}`])
    },
  )

  it('ephemeral-disk, beside a picture of what is kept there', () => {
    const drawn = design.replace('db[(PostgreSQL)]', 'db[(SQLite file)]')
    const sentence = 'The API is deployed on Heroku.'
    expect(toldBy(document(sentence, { drawn }))).toEqual([`ephemeral-disk: ${sentence}`])
    expect(toldBy(document(sentence))).toEqual([])
  })

  it('have a telling for each of their rules', () => {
    expect([...told.map(([rule]) => rule), 'ephemeral-disk'].sort()).toEqual([...toldRules].sort())
  })
})

const untold: Readonly<Record<string, readonly string[]>> = {
  'speak of lists that somebody else goes through': [
    'A nightly job loads all 14 million rows.',
    'The export reads all records, 3 million of them, in batches.',
    'The page loads all products of a shop, 40 at most.',
    'The picker fetches all objects of one room.',
    'The API never returns all 14 million rows at once.',
  ],
  'deny it': [
    'Payments are not retried when the provider times out.',
    'Errors that cannot be retried are returned immediately.',
    'There is no unbounded queue.',
    'No queue is unbounded.',
    'Neither queue is unbounded.',
    'Cache entries never expire at the same time.',
    'Webhooks without a signature are dropped.',
    'Die Warteschlange ist nicht unbegrenzt.',
    'Die Cache-Einträge laufen nie gleichzeitig ab.',
    'Sicherungen liegen niemals auf demselben Server.',
    'La cola no es ilimitada.',
    'Sin commit en dos fases.',
    'Las copias de seguridad nunca se guardan en el mismo servidor.',
    "La file d'attente n'est pas illimitée.",
    'Pas de validation en deux phases.',
    'A fila não é ilimitada; a retentativa não é imediata.',
    '支付超时后不会自动重试。',
    '缓存不会同时失效。',
    '请求体不写入日志。',
    '決済がタイムアウトしても再試行しない。',
    'バックアップは同じサーバには置かない。',
    '2단계 커밋은 사용하지 않는다.',
    'Платёж не повторяется при таймауте.',
  ],
  'forbid it': [
    'Unbounded queues are forbidden.',
    'A download link must not be valid for more than one year.',
    'It is forbidden to retry immediately.',
    'Retry is disabled, so errors are returned immediately.',
    'キューの上限なしは禁止。',
    'We got rid of the unbounded queue.',
    'We decided against 2PC.',
    '2PC holds the locks in every store. We compensate each step instead.',
    'Ein unbegrenzter Puffer ist ausgeschlossen.',
    'Le réessai immédiat est exclu.',
  ],
  'suppose it': [
    'If the queue keeps growing, add workers.',
    'When a queue has no limit, memory runs out.',
    'Assume the queue has no limit.',
    'For example, the queue has no limit.',
    'An unbounded queue is a queue without limit.',
    'A stampede occurs when many keys expire at the same time.',
    'Wenn die Warteschlange unbegrenzt ist, läuft der Speicher voll.',
    '如果队列无限增长，内存会耗尽。',
  ],
  'ask for it': [
    'Non-goal: exactly-once delivery.',
    '**Requirement:** exactly-once delivery is guaranteed.',
    '[ ] Unbounded queue.',
    'Test: the queue has no limit.',
    'Check whether the queue keeps growing.',
    'Alert if the queue keeps growing.',
  ],
  'tell of another system': [
    'As the vendor writes, “the queue in memory has no limit”.',
    'In their system, the queue has no limit.',
    'Version 1 uses an unbounded queue.',
    'docker compose restarts all containers at once.',
    'Backups are on the same cluster only in development.',
    'See [Every service retries immediately](https://example.org)',
  ],
  'tell of something else': [
    'A payment that times out is shown to the user, who may try again.',
    'Every service exposes a retry counter.',
    'The importer deletes the row first and then updates the cache entry.',
    'Each pod keeps a pool of connections in memory.',
    'The full document is stored in S3, and an event goes through Kafka.',
    'Messages are delivered and kept forever.',
    'Anyone can subscribe to webhooks.',
    'After the commit the cache is refreshed, and unknown keys are ignored.',
    'The report makes one request per user per day.',
    'Failed password attempts are logged.',
    'Customers wait 20 minutes for their food.',
    'The audit queue keeps records indefinitely.',
    'The scheduler places pods on all nodes.',
    'The daily report lists all instances.',
    'In order to handle many events, several consumers run.',
    'Events of one account are processed in order, and accounts in parallel.',
    '2PC blocks when the coordinator fails.',
    'The same server starts the backup, which goes to S3.',
    'Retries of reads are fine; payments time out.',
    'Each node keeps sessions in memory and replicates them to the others.',
    'All devices reconnect at the same time, of which the broker admits 500 per second.',
    'The nightly job is started on every node by a program that picks one.',
    'A retry of the payment page after a timeout shows its state.',
    'The order is stored first and the cache entry is deleted before the database is read.',
    'Signing keys are valid for 2 years, and signed links for an hour.',
    'Access tokens appear in the logs as fingerprints.',
    'The migration locks the table for milliseconds.',
  ],
}

describe.each(Object.entries(untold))('sentences that %s', (_, sentences) => {
  it.each(sentences)('%s', sentence => {
    expect(toldBy(document(sentence))).toEqual([])
  })
})

describe('what sentences do not tell', () => {
  it.each([
    'The payment is sent with an idempotency key and is retried when it times out.',
    'The file transfer is retried three times when the network fails.',
    'Retry after 30 seconds, not immediately.',
    'Does the queue in memory have no limit?',
    'We avoid a queue without a limit.',
    'The queue was considered without a limit.',
    'Kafka keeps topics with unlimited retention in its queues.',
    'Password for logging in to the module.',
    'Elastic load balancers with sticky cookies.',
    '| queue | unlimited | in memory |',
    'Both rows with RETRY_EGRESS are retried by the worker.',
    'Failed payments: retry option for the user.',
    'A fresh scan runs before writing the committed baseline and its records.',
    'The provider publishes its public key on a URL.',
    'Start all workers together.',
    'Uncomment it, then write your commit message.',
    'A committer for Spark does a two-phase commit.',
    'Data is sent in binary format in messages.',
    'For the same customer, functions run on the same worker.',
    'The signed URL is valid for five minutes.',
    'All pods are restarted, one after the other, never at once.',
    'Backups are copied to another region, never to the same disk.',
    'The liveness probe does not touch the database.',
    'The cron job runs on one of all pods, which holds the lock.',
    'Sessions are not kept in the memory of each pod.',
  ])('%s', sentence => {
    expect(toldBy(document(sentence))).toEqual([])
  })

  const sentence = 'The queue in memory has no limit.'

  it.each([
    'Alternatives considered',
    'Test plan',
    'Runbook',
    'Non-goals',
    '2. Context',
    'Begriffe',
    '术语',
    '用語集',
  ])('under the heading %s', heading => {
    expect(toldBy(document(sentence, { heading }))).toEqual([])
  })

  it.each(['Cons:', '**Rejected**', '- Drawbacks:'])('in a list below %s', line => {
    expect(toldBy(document(`${line}\n\n- ${sentence}`))).toEqual([])
    expect(toldBy(document(`${line}\n\n- One.\n\nTwo.\n\n${sentence}`))).toHaveLength(1)
  })

  it('in a comment, and in indented code', () => {
    expect(toldBy(document(`<!-- ${sentence} -->`))).toEqual([])
    expect(toldBy(document(`Run this:\n\n    ${sentence}`))).toEqual([])
    expect(toldBy(document(`- One\n\n    ${sentence}`))).toHaveLength(1)
  })

  it('beside no design', () => {
    expect(toldBy(document(sentence, { drawn: notDrawn }))).toEqual([])
  })

  it('where the document settles it', () => {
    expect(toldBy(`${document(sentence)}\nThe gateway applies back-pressure.\n`)).toEqual([])
  })

  it('where the document suppresses it', () => {
    expect(toldBy(`<!-- arrowsmith-disable unbounded-buffer -->\n${document(sentence)}`)).toEqual([])
  })

  it('where its line is suppressed, beside another that is told', () => {
    const ignored = `<!-- arrowsmith-disable-next-line unbounded-buffer -->\n${sentence}`
    expect(toldBy(document(ignored))).toEqual([])
    expect(toldBy(document(`${ignored}\n\nThe other queue has no limit.`))).toEqual([
      'unbounded-buffer: The other queue has no limit.',
    ])
  })

  it('where the diagrams are sketches', () => {
    const sketch = design.replace('flowchart', '---\narrowsmith:\n  preset: sketch\n---\nflowchart')
    expect(toldBy(document(sentence, { drawn: sketch }))).toEqual([])
    expect(toldBy(document(sentence, { drawn: sketch + design }))).toHaveLength(1)
  })

  it('one thing where they tell two', () => {
    const both =
      'The migration drops the column while old pods are running.\n\nThe migration locks the whole table.'
    expect(toldBy(document(both))).toHaveLength(2)
  })

  it('twice, or beside the picture that shows it', () => {
    expect(toldBy(`${document(sentence)}\nThe other queue in memory has no limit.\n`)).toHaveLength(1)
    const drawn = design.replace('Order API', 'Order API, unbounded queue')
    expect(toldBy(document(sentence, { drawn }))).toEqual(['unbounded-buffer: Order API, unbounded queue'])
  })

  it('where services do not call on', () => {
    const layers = 'Every service retries failed calls three times.'
    const flat = design.replaceAll(/.*\|REST\|.*\n/g, '')
    expect(toldBy(document(layers, { drawn: flat }))).toEqual([])
  })
})

describe('what sentences of a long document tell', () => {
  const long = `${document('The queue in memory has no limit.')}\n${'Orders are kept for ten years. '.repeat(150)}`
  const rulesOf = (preset: 'recommended' | 'strict') =>
    findings(analyze(long, { language: 'markdown', configuration: { ...configurationOf([]), preset } }))
      .map(({ rule }) => rule)
      .filter(rule => rule === 'unbounded-buffer')

  it('is heard only by who asks for everything', () => {
    expect(rulesOf('recommended')).toEqual([])
    expect(rulesOf('strict')).toEqual(['unbounded-buffer'])
  })
})

describe('what sentences tell can be ignored', () => {
  const sentence = 'The queue in memory has no limit.'
  const snapshotOf = (source: string, language: 'markdown' | 'mdx' = 'markdown') =>
    analyze(source, { language, configuration: configurationOf([]) })
  const offered = (source: string, language: 'markdown' | 'mdx' = 'markdown') => {
    const start = source.indexOf(sentence)
    return fixesAt(snapshotOf(source, language), { start, end: start }).filter(({ title }) =>
      title.startsWith('Ignore'),
    )
  }

  it.each(['markdown', 'mdx'] as const)('by a comment above its paragraph in %s', language => {
    const source = document(sentence)
    const [fix, ...others] = offered(source, language)
    expect(others).toEqual([])
    const ignored = applyEdits(source, fix!.edits)
    const after = findings(snapshotOf(ignored, language))
    expect(
      after.filter(({ rule }) => rule === 'unbounded-buffer').map(({ suppressed }) => !!suppressed),
    ).toEqual([true])
    expect(after.map(({ rule }) => rule)).not.toContain('unused-suppression')
  })

  it('not within a paragraph, whose end a comment would be', () => {
    expect(offered(document(`One. ${sentence}`))).toEqual([])
    expect(offered(document(`- ${sentence}`))).toEqual([])
  })

  it('and a comment that ignores nothing is said to', () => {
    const unused = document('<!-- arrowsmith-disable-next-line unbounded-buffer -->\nThe queue is short.')
    expect(findings(snapshotOf(unused)).map(({ rule }) => rule)).toContain('unused-suppression')
  })
})
