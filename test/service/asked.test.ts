// What an author who leaves a topic out is asked about, and what words around a diagram answer already.

import { describe, expect, it } from 'vitest'
import { described, document, of, orders, short, stock, timed, told } from './told'

describe('what is asked where nothing is stated', () => {
  const hints = (source: string) => of('missing-timeout', told(source, 'recommended', true))
  const asked = (...lines: readonly string[]) =>
    hints(described(['flowchart LR', ...lines])).map(({ message }) => message)
  const two = ['  api[Order API] -->|gRPC| price[Price service]', '  api -->|gRPC| stock[Stock service]']

  it('is a hint at each place, and no finding', () => {
    expect(told(described(['flowchart LR', ...two])).map(short)).toEqual([])
    expect(hints(described(['flowchart LR', ...two])).map(short)).toEqual(
      two.map(() => 'missing-timeout hint'),
    )
  })

  it.each([
    ['people and their screens', '  page[Checkout page] -->|HTTPS| api'],
    ['balancers, which end by default', '  lb[Load balancer] -->|HTTP| api'],
    ['jobs and scripts', '  job[Nightly import job] -->|HTTPS| stock'],
    ["one's own stores", '  api -->|SQL| db[(PostgreSQL)]'],
    ['those who use an interface', '  c[API consumer] -->|HTTPS| api\n  api -->|SQL| db[(PostgreSQL)]'],
    ['ports that are mapped', '  h[localhost:15432] -.->|Port mapping| stock'],
    ['what nobody runs yet', '  api -->|HTTPS| tax["Tax service (planned)"]'],
  ])('is nothing of %s', (_, line) => {
    const [name] = /(?<=\[)[^\]"]+/.exec(line.replace('["', '[')) ?? []
    const text = asked(...two, line).join('\n')
    expect(text).toContain('Order API → Stock service')
    expect(text).not.toContain(name)
  })

  it('is one call alone, too', () => {
    expect(asked('  api[Order API] -->|stores orders| db[(PostgreSQL)]')).toEqual([])
    expect(asked('  api[Order API] -->|HTTPS| pay[PayPal]').join()).toMatch(
      /^No timeout: Order API → PayPal\. An outage at PayPal, a third party, holds up/,
    )
  })

  it('is nothing of how developers run it at home', () => {
    const source = (heading: string) => `## ${heading}\n\n${described(['flowchart LR', ...two])}`
    expect(hints(source('Runtime'))).toHaveLength(2)
    expect(hints(source('Local development stack'))).toEqual([])
    expect(hints(source('ローカル開発'))).toEqual([])
    expect(hints(source('ローカル'))).toEqual([])
    expect(hints(source('Runtime\n\nOn localhost:'))).toEqual([])
    expect(hints(source('Development view'))).toHaveLength(2)
  })

  it('is nothing where a trace draws a timeout', () => {
    const trace = (answer: string) =>
      told(
        document([
          'sequenceDiagram',
          'participant api as Order API',
          'participant pay as PayPal',
          'api->>pay: HTTPS POST /payments',
          `pay-->>api: ${answer}`,
        ]),
      ).map(short)
    expect(trace('201 Created')).toContain('missing-timeout info')
    expect(trace('Timeout')).not.toContain('missing-timeout info')
  })
})

describe('a document that says it in words', () => {
  const around = (words: string) =>
    told(`${document(orders, stock)}\n${words}\n`, 'recommended', true).map(short)

  it.each([
    'All calls time out after 5 s.',
    '| `peer.timeout` | 5s |',
    '- `LLM_TIMEOUT`: 30 seconds by default',
    'Resilience: retries, timeouts, circuit breakers',
    '## Timeouts',
    'Cada llamada tiene un timeout de 2 segundos.',
    'Jeder Aufruf hat ein Timeout von 500 ms.',
    '每个调用的超时时间为 3 秒。',
    'すべての呼び出しは 2秒でタイムアウトする。',
    '모든 호출의 타임아웃은 3초이다.',
    'Таймаут каждого вызова – 2 с.',
    '```python\npricing_timeout: float = 5.0\n```',
    '```yaml\nclient:\n  timeout: 5s\n```',
  ])('is given none: %s', words => expect(around(words)).toEqual([]))

  it.each([
    'The session timeout is 30 minutes.',
    'There is no timeout yet: calls may take 30 s.',
    'When a call hangs, a timeout error is shown.',
    '```yaml\nhealthcheck_timeout: 5s\n```',
  ])('is given its hints all the same: %s', words =>
    expect(around(words)).toEqual(['missing-timeout hint', 'missing-timeout hint']),
  )

  it('may say it in a note, in words to oneself or in a picture of another kind', () => {
    const words = 'The order API keeps orders in its database. '.repeat(5)
    const trace = (line: string) => [
      ...['sequenceDiagram', '  participant api as Order API', '  participant db as PostgreSQL'],
      ...['  participant pay as PayPal', '  api->>db: SELECT stock', '  api->>pay: GET /accounts', line],
    ]
    const asked = (...pictures: readonly (readonly string[])[]) =>
      told(`${document(...pictures)}\n${words}`, 'recommended', true).map(short)
    expect(asked(trace('  pay-->>api: 201'))).toEqual(['missing-timeout hint'])
    expect(asked(trace('  Note over api,pay: timeouts and retries as the client has them'))).toEqual([])
    expect(asked(trace('  api->>api: give up (timeout=2s)'))).toEqual([])
    expect(asked(trace('  pay-->>api: 201'), ['stateDiagram-v2', '  Open --> HalfOpen: Timeout'])).toEqual([])
  })

  it('is told nothing of the one call that lacks what its siblings state', () => {
    const source = document(timed(orders, 1, 2, 3), stock.slice(0, 2))
    expect(of('missing-timeout', told(source))).toHaveLength(1)
    expect(of('missing-timeout', told(`${source}\nAll calls have timeouts.\n`))).toEqual([])
  })

  it('may say how services talk', () => {
    const plain = [
      'flowchart LR',
      '  gw[API gateway] --> a[Order service]',
      '  gw --> b[Stock service]',
      '  gw --> c[Tax service]',
      '  a --> db[(PostgreSQL)]',
    ]
    const words = (text: string) =>
      of('unlabeled-arrow', told(`${document(plain)}\n${text}\n`, 'recommended', true))
    expect(words('Each service has tests.')).not.toEqual([])
    expect(words('All services communicate over gRPC.')).toEqual([])
    expect(words('Los servicios se comunican por REST.')).toEqual([])
    expect(words('mTLS between services.')).toEqual([])
    expect(words('REST is still TODO.')).not.toEqual([])
  })
})
