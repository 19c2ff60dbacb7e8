// Who runs what is drawn and for how long, and where data lies that must last.

import { describe, expect, it } from 'vitest'
import { retiredProducts } from '../../../src/knowledge'
import { document, of, told } from '../../service/told'
import { testRefuted, testRows } from '../rows'

const box = (label: string, more = '') => `api[Order API] -->|calls| x["${label}"]\n${more}`

testRows([
  [
    'retired-product',
    'shut down',
    box('Amazon QLDB'),
    'was shut down in July 2025',
    'raised',
    'at "Amazon QLDB"',
  ],
  ['retired-product', 'out of support', box('Grafana Agent'), 'has been out of support since November 2025'],
  ['retired-product', 'in two lines', box('Grafana<br/>Agent'), 'Use Grafana Alloy'],
  ['retired-product', 'archived', box('OpenCensus'), 'OpenCensus was archived in July 2023'],
  ['retired-product', 'removed', box('PodSecurityPolicy'), 'was removed from Kubernetes in August 2022'],
  ['retired-product', 'removed, in words', box('Pod Security Policies'), 'Use Pod Security Admission'],
  ['retired-product', 'what took its place', box('Pod Security Policies via Kyverno')],
  ['retired-product', 'a free catalog', box('Bitnami chart'), 'has been out of support since August 2025'],
  ['retired-product', 'the catalog that is paid for', box('Bitnami Secure Images')],
  ['retired-product', 'handed over', box('Vercel KV'), 'Vercel KV ended in December 2024'],
  ['retired-product', 'handed over, as drawn', box('Vercel KV (Upstash)')],
  ['retired-product', 'an article before its name', box('Atlas Data API'), /^The Atlas Data API was/],
  ['retired-product', 'on an arrow', 'api[Order API] -->|OpenTracing| x[Collector]', 'at "OpenTracing"'],
  ['retired-product', 'on its way out', box('Amazon QLDB (legacy)')],
  ['retired-product', 'drawn to be left', `${box('Amazon QLDB')}subgraph Before\nx\nend`],
  ['retired-product', 'the pattern of that name', box('Hystrix pattern')],
  ['retired-product', 'another cloud’s', box('AWS IoT Core')],
  ['retired-product', 'Google’s', box('Google Cloud IoT Core'), 'August 2023'],
  ['retired-product', 'a word of every day', box('Ribbon printer')],
  [
    'retired-product',
    'a word of every day beside Spring',
    box('Ribbon', 'api --> e[Eureka]'),
    'Netflix Ribbon',
  ],
  ['retired-product', 'Zuul 2 beside Spring', box('Zuul 2', 'api --> e[Eureka]')],
  ['retired-product', 'NATS with JetStream', box('NATS Streaming (JetStream)')],
  ['retired-product', 'streaming over NATS', box('NATS streaming')],
  ['retired-product', 'ZooKeeper with Kafka 3', box('ZooKeeper', 'api --> k[Kafka 3.9]')],
  [
    'retired-product',
    'ZooKeeper with Kafka 4',
    box('ZooKeeper', 'api --> k[Kafka 4.1]'),
    'removed from Kafka',
  ],
  ['retired-product', 'ZooKeeper with an image of Confluent', box('ZooKeeper', 'api --> k[cp-kafka:4.1]')],
  ['retired-product', 'NGINX of the project', box('NGINX Ingress'), 'ingress-nginx'],
  ['retired-product', 'NGINX of F5', box('F5 NGINX Ingress')],
  ['retired-product', 'Assistants of OpenAI', box('OpenAI<br/>Assistant API'), 'August 2026'],
  ['retired-product', 'an assistant of one’s own', box('Assistant API')],

  [
    'retired-product',
    'a model',
    box('OpenAI GPT-4'),
    'GPT-4 in the API of OpenAI was shut down in October 2026',
    'raised',
  ],
  ['retired-product', 'a model by its id', box('gpt-4-turbo'), 'GPT-4 in the API'],
  ['retired-product', 'a later model', box('OpenAI GPT-4o')],
  ['retired-product', 'a later model with a point', box('GPT-4.1')],
  ['retired-product', 'a later model beside it', box('GPT-4 / 4o')],
  ['retired-product', 'a model as a measure', box('GPT-4 class model')],
  ['retired-product', 'a model of Azure', box('GPT-4', 'subgraph Azure\nx\nend')],
  ['retired-product', 'an older model', box('gpt-3.5-turbo'), 'GPT-3.5 Turbo', 'October 2026'],
  ['retired-product', 'a model for images', box('DALL-E 3'), 'May 2026'],
  [
    'retired-product',
    'a model of Anthropic',
    box('claude-sonnet-4-20250514'),
    'Claude Sonnet 4',
    'June 2026',
  ],
  ['retired-product', 'the one after it', box('claude-sonnet-4-6')],
  ['retired-product', 'it, in words', box('Claude Sonnet 4.5')],
  ['retired-product', 'a maker without a model', box('Claude API')],
  ['retired-product', 'a model of Anthropic in Bedrock', box('Bedrock<br/>Claude 3.5 Sonnet')],
  [
    'retired-product',
    'one that Bedrock has ended too',
    box('Claude 3 Sonnet', 'x --> b[AWS Bedrock]'),
    'Claude 3 Sonnet on Amazon Bedrock was shut down in July 2026',
  ],
  ['retired-product', 'a model of Google', box('gemini-1.5-flash'), 'September 2025'],
  ['retired-product', 'a current model of Google', box('gemini-3.5-flash')],
  ['retired-product', 'Pinpoint', box('Amazon Pinpoint'), 'October 2026'],
  ['retired-product', 'what is left of Pinpoint', box('Amazon Pinpoint SMS')],
  ['retired-product', 'a pinpoint', box('Pinpoint on the map')],
  ['retired-product', 'connections of CodeStar', box('AWS CodeStar Connections')],
  ['retired-product', 'rules of Auth0', box('Auth0 Rules'), 'November 2026'],
  ['retired-product', 'rules of one’s own', box('Auth0, rules engine')],
  ['retired-product', 'a store of objects', box('MinIO (S3)'), 'MinIO was archived in April 2026'],
  ['retired-product', 'its paid successor', box('MinIO AIStor')],
  ['retired-product', 'one of two stores of objects', box('AWS S3 / MinIO')],
  ['retired-product', 'a store of objects for tests', box('MinIO for tests')],
  ['retired-product', 'a dashboard', box('Kubernetes Dashboard'), 'Use Headlamp'],
  ['retired-product', 'another dashboard', box('Grafana Kubernetes dashboard')],
  ['retired-product', 'a truffle', box('Truffle shop')],
  ['retired-product', 'a truffle on a chain', box('Truffle', 'x --> c[Solidity contract]'), 'Use Hardhat'],
  ['retired-product', 'sealed secrets', box('Bitnami Sealed Secrets')],

  ['vendor-inside-boundary', 'in a VPC', vendor('VPC', 'Stripe'), 'at "Stripe"', 'VPC begins here'],
  ['vendor-inside-boundary', 'in a layer', vendor('Backend', 'Stripe')],
  ['vendor-inside-boundary', 'outside by the title', vendor('External to the VPC', 'Stripe')],
  ['vendor-inside-boundary', 'in CI', vendor('CI/CD in Docker host', 'Stripe')],
  [
    'vendor-inside-boundary',
    'a project of a cloud',
    vendor('GCP project', 'Twilio SMS'),
    'Twilio SMS is drawn inside GCP project',
  ],
  ['vendor-inside-boundary', 'a program of one’s own', vendor('VPC', 'Stripe adapter')],
  ['vendor-inside-boundary', 'a program that calls it', vendor('VPC', 'Mail by SendGrid')],
  ['vendor-inside-boundary', 'with a port', vendor('VPC', 'Stripe :8080')],
  ['vendor-inside-boundary', 'a stand-in', vendor('VPC', 'Stripe mock')],
  ['vendor-inside-boundary', 'what one may host', vendor('VPC', 'Sentry')],
  [
    'vendor-inside-boundary',
    'a model, by its vendor',
    vendor('VPC', 'Anthropic API'),
    'Anthropic API is drawn',
  ],
  ['vendor-inside-boundary', 'a model that clouds offer', vendor('VPC', 'Claude')],
  ['vendor-inside-boundary', 'OpenAI', vendor('Kubernetes cluster', 'OpenAI API'), 'OpenAI API is drawn'],
  ['vendor-inside-boundary', 'OpenAI in Azure', vendor('Azure VNet', 'OpenAI API')],
  ['vendor-inside-boundary', 'two vendors', vendor('VPC', 'Stripe / Adyen'), 'Stripe / Adyen is drawn'],
  ['vendor-inside-boundary', 'a vendor or a service of the cloud', vendor('VPC', 'SendGrid / Amazon SES')],
  [
    'vendor-inside-boundary',
    'several',
    vendor('VPC', 'Stripe', 'api --> m[SendGrid]'),
    'Stripe and SendGrid are drawn',
    'SendGrid is drawn inside, too',
  ],

  [
    'spreadsheet-as-database',
    'by its shape',
    'b[Booking bot] -->|books| s[(Google Sheets)]',
    'takes 300 writes a minute',
  ],
  [
    'spreadsheet-as-database',
    'by its words',
    'b[Booking bot] -->|books| s[Airtable database]',
    '5 requests a second',
  ],
  ['spreadsheet-as-database', 'a table of Notion', 'b[Booking bot] -->|books| s[Notion database]'],
  [
    'spreadsheet-as-database',
    'Notion by its shape',
    'b[Booking bot] -->|books| s[(Notion)]',
    '3 requests a second',
  ],
  ['spreadsheet-as-database', 'a file', 'b[Booking bot] -->|books| s[(Excel file)]', 'written as a whole'],
  [
    'spreadsheet-as-database',
    'a sheet of nobody’s',
    'b[Booking bot] -->|books| s[(Spreadsheet)]',
    'one is lost. Keep',
  ],
  ['spreadsheet-as-database', 'used by nobody', 'b[Booking bot] -->|HTTPS| c[Mail API]\ns[(Google Sheets)]'],
  ['spreadsheet-as-database', 'filled for people', 'b[Booking bot] -->|exports bookings| s[(Google Sheets)]'],
  ['spreadsheet-as-database', 'a log', 'b[Booking bot] -->|books| s[(Google Sheets log)]'],
  [
    'spreadsheet-as-database',
    'two that write',
    twoWriters(''),
    'Order service writes to it | Stock service writes to it',
  ],
  ['spreadsheet-as-database', 'two that write, and a person', twoWriters('u[Customer] -->|edits| s')],
  ['spreadsheet-as-database', 'one that writes', twoWriters('').replace('updates stock', 'reads stock')],

  ['ephemeral-disk', 'no disk at all', disk('Heroku', 'SQLite'), 'local disk of Heroku', 'raised'],
  ['ephemeral-disk', 'a disk to be had', disk('Railway', 'SQLite'), /^(?!.*raised).*attach a volume/],
  ['ephemeral-disk', 'a railway', disk('Railway stations', 'SQLite')],
  ['ephemeral-disk', 'another machine', disk('VPS', 'SQLite')],
  ['ephemeral-disk', 'a volume', disk('Railway', 'SQLite on a volume')],
  ['ephemeral-disk', 'a volume by the frame', disk('Google Cloud Run with volumes', 'SQLite')],
  ['ephemeral-disk', 'a cache', disk('Heroku', 'SQLite cache')],
  ['ephemeral-disk', 'a server as well', disk('Heroku', 'SQLite / PostgreSQL')],
  ['ephemeral-disk', 'uploads', disk('Render', 'Uploads folder'), 'attach a disk'],
  ['ephemeral-disk', 'by its program', 'a["Order API (Render)"] --> d[(SQLite)]', 'local disk of Render'],
  ['ephemeral-disk', 'by one of its programs', 'a["Order API (Render)"] --> d[(SQLite)]\nb[Job] --> d'],
  [
    'ephemeral-disk',
    'elsewhere than its program',
    'a["Order API (Render)"] --> d\nsubgraph VPS\nd[(SQLite)]\nend',
  ],

  [
    'cache-is-only-store',
    'beside two with databases',
    services('SQL', 'Redis cache'),
    'Order service keeps its data in Redis cache alone',
    'Order service has no other store',
  ],
  ['cache-is-only-store', 'by another name', services('SQL', 'Redis')],
  ['cache-is-only-store', 'one that persists', services('SQL', 'Redis cache with AOF')],
  ['cache-is-only-store', 'beside one without', `${services('SQL', 'Redis cache')}\ng --> m[Mail service]`],
  [
    'cache-is-only-store',
    'beside two with one database',
    services('SQL', 'Redis cache').replace('s2[(Stock DB)]', 's1'),
  ],
  [
    'cache-is-only-store',
    'with a database that no arrow leads to',
    `${services('SQL', 'Redis cache')}\nd[(Order DB)]`,
  ],
  [
    'cache-is-only-store',
    'said by the arrow',
    'o[Order service] -->|stores orders| c[(Memcached)]',
    'Memcached alone',
  ],
  ['cache-is-only-store', 'what may be lost', 'o[User service] -->|stores user sessions| c[(Memcached)]'],
  ['cache-is-only-store', 'another service', 'o[Search service] -->|stores orders| c[(Memcached)]'],
])

testRefuted([
  [
    'cache-is-only-store',
    'its database',
    services('SQL', 'Redis cache'),
    'o[Order service] -->|SQL| d[(PostgreSQL)]',
    true,
  ],
  [
    'cache-is-only-store',
    'its database by name',
    services('SQL', 'Redis cache'),
    'a[Order API v2] -->|SQL| d[(Orders)]\nx[(Order DB)]',
    true,
  ],
  [
    'cache-is-only-store',
    'that of another',
    services('SQL', 'Redis cache'),
    'o[Stock service] -->|SQL| d[(PostgreSQL)]',
    false,
  ],
])

function vendor(frame: string, label: string, more = ''): string {
  return `subgraph f[${frame}]\napi[Order API] -->|HTTPS| v["${label}"]\n${more}\nend`
}

function twoWriters(more: string): string {
  return `o[Order service] -->|adds order| s[Google Sheets]\nt[Stock service] -->|updates stock| s\n${more}`
}

function disk(frame: string, label: string): string {
  return `w[Web app] -->|HTTPS| a\nsubgraph f[${frame}]\na[Order API] --> d[("${label}")]\nend`
}

function services(protocol: string, cache: string): string {
  return `g[API gateway] --> u[User service] & t[Stock service] & o[Order service]
    u -->|${protocol}| s1[(User DB)]
    t -->|${protocol}| s2[(Stock DB)]
    o -->|RESP| c[(${cache})]`
}

describe('what the text says', () => {
  const picture = (...lines: readonly string[]) => document(['flowchart LR', ...lines])
  const said = (rule: string, source: string): number => of(rule, told(source)).length

  it.each([
    ['', 1],
    ['We migrate from Promtail to Alloy in May.', 0],
    ['Promtail is deprecated and stays until spring.', 0],
    ['The database migrations run first.', 1],
  ])('of a product that is retired: %j', (words, count) => {
    expect(said('retired-product', `${picture('a[Order API] -->|logs| p[Promtail]')}\n${words}\n`)).toBe(
      count,
    )
  })

  it.each([
    ['', '', 1],
    ['Files lie in MinIO.', '', 1],
    ['We use S3, and MinIO (dev).', '', 0],
    ['Storage: a local MinIO.', '', 0],
    ['MinIO keeps the documents of all branches, tests run against it, too.', '', 1],
    ['', '## Local setup', 0],
    ['', '## Lokale Entwicklung', 0],
    ['', '## Production', 1],
  ])('of what may only stand in for something: %j %j', (words, heading, count) => {
    const source = `${heading}\n\n${picture('a[Order API] -->|S3 API| p[(MinIO)]')}\n${words}\n`
    expect(said('retired-product', source)).toBe(count)
  })

  it.each([
    ['', 0],
    ['The API is deployed on Render.', 1],
    ['The frontend is deployed on Render.', 0],
    ['The API is deployed on Render with a persistent disk.', 0],
    ['The API could be deployed on Render.', 0],
    ['The API is deployed on Render. SQLite is used locally.', 0],
  ])('of where a file lies: %j', (words, count) => {
    const source = `${picture('w[Web app] -->|HTTPS| a[Order API]', 'a --> d[(SQLite)]')}\n${words}\n`
    expect(said('ephemeral-disk', source)).toBe(count)
  })

  it.each([
    ['', 0],
    ['Google Sheets is the database.', 1],
    ['The bot uses Google Sheets as its database.', 1],
    ['The bot does not use Google Sheets as its database.', 0],
    ['Reports are exported to Google Sheets as a database dump.', 0],
  ])('of a sheet: %j', (words, count) => {
    const source = `${picture('w[Web app] -->|HTTPS| a[Order API]', 'a -->|HTTPS| s[Google Sheets]')}\n${words}\n`
    expect(said('spreadsheet-as-database', source)).toBe(count)
  })
})

describe('the ledger of retired products', () => {
  it.each(retiredProducts)(
    'knows month, remedy and source of $name',
    ({ when, instead, source, fate, from }) => {
      expect(when).toMatch(/^20[12]\d-(?:0[1-9]|1[0-2])$/)
      expect(when <= '2026-11').toBe(true)
      expect(instead).toMatch(/^[A-Z].*\.$/)
      expect(new URL(source).protocol).toBe('https:')
      expect(from !== undefined).toBe(fate === 'removed')
    },
  )
})
