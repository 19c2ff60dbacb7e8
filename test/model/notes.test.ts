// Figures in notes: over two participants they are those of the calls between them.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { annotate } from '../../src/model/annotations'
import { intervalIn, isPerItem, isRetry } from '../../src/model/annotations/labels/loops'
import { shareOfBranch } from '../../src/model/annotations/labels/shares'
import { parseDiagram } from '../../src/syntax'

const statedBy = (note: string) => {
  const { connections } = readSystem(
    parseDiagram(`sequenceDiagram
  participant app as Mobile app
  participant api as Parcel API
  ${note}
  app->>api: GET /parcels/7
  api-->>app: 200`),
    {},
  )
  const figures = connections[0]?.figures ?? {}
  return Object.fromEntries(
    Object.entries(figures).flatMap(([key, figure]) =>
      figure.origin === 'note' ? [[key, figure.value]] : [],
    ),
  )
}

it.each<[string, Record<string, unknown>]>([
  ['Note over app,api: Retry 3 times', { retries: 3 }],
  ['Note over app,api: polling every 5 s', { interval: 5000 }],
  ['Note over app,api: timeout 30s, circuit breaker', { timeout: 30_000, breaker: true }],
  ['Note over app: awake every 5 s', {}],
  ['Note over app,api: 3. Retry the payment', {}],
])('%s states %o of the call that follows', (note, figures) => {
  expect(statedBy(note)).toEqual(figures)
})

/** All that notes and replies state, as `app->api timeout 2000` or `api p99 80`. */
const statedIn = (lines: string): readonly string[] => {
  const { connections, components } = readSystem(
    parseDiagram(
      `sequenceDiagram\n  participant app as Mobile app\n  participant api as Parcel API\n  participant db as Postgres\n${lines}\n`,
    ),
    {},
  )
  const of = (name: string, figures: object) =>
    Object.entries(figures).flatMap(([key, { origin, stated, value }]) =>
      stated && (origin === 'note' || origin === 'label') && key !== 'method'
        ? [`${name} ${key} ${value}`]
        : [],
    )
  return [
    ...connections
      .filter(({ from, to }) => from !== to)
      .flatMap(({ from, to, index, figures }) => of(`${index} ${from.id}->${to.id}`, figures)),
    ...components.flatMap(({ id, figures }) => of(id, figures)),
  ]
}

const call = 'app->>api: GET /parcels'
const answer = 'api-->>app: 200'
const others = (count: number) => Array.from({ length: count }, () => 'Note over db: fine').join('\n')

it.each<[string, string, readonly string[]]>([
  ['a note before its call', `Note over app: timeout 2s\n${call}`, ['0 app->api timeout 2000']],
  ['a note after its call', `${call}\nNote over app: timeout 2s`, ['app timeout 2000']],
  [
    'a note over both after their call',
    `${call}\nNote over app,api: timeout 2s`,
    ['0 app->api timeout 2000'],
  ],
  [
    'a note over both, named the other way',
    `Note over api,app: timeout 2s\n${call}`,
    ['0 app->api timeout 2000'],
  ],
  ['a note over two others', `Note over api,db: timeout 2s\n${call}`, []],
  ['a note of what is answered', `Note over api: p99 80ms\n${call}\n${answer}`, ['api p99 80']],
  ['a note of an own deadline', `Note over api: budget 800ms\napi->>db: SELECT 1`, ['api timeout 800']],
  ['four notes in between', `Note over app: timeout 2s\n${others(4)}\n${call}`, ['0 app->api timeout 2000']],
  ['five notes in between', `Note over app: timeout 2s\n${others(5)}\n${call}`, ['app timeout 2000']],
  ['a block in between', `Note over app: timeout 2s\nopt x\n${call}\nend`, ['app timeout 2000']],
  ['a note in a block', `opt x\nNote over app: timeout 2s\n${call}\nend`, ['0 app->api timeout 2000']],
  ['a thought after its call', `${call}\n${answer}\napp->>app: retry 3 times`, ['0 app->api retries 3']],
  ['a thought before any call', `app->>app: retry 3 times\n${call}`, ['1 app->api retries 3']],
  ['a thought of another', `${call}\napi->>api: retry 3 times`, []],
  [
    'a thought of what comes',
    `${call}\n${answer}\napp->>app: poll every 5s\n${call}`,
    ['3 app->api interval 5000'],
  ],
  ['a note over both, before a call to another', 'Note over app,api: timeout 2s\napp->>db: SELECT 1', []],
  [
    'a note over two that the call before is not between',
    'api->>db: SELECT 1\nNote over app,api: timeout 2s',
    [],
  ],
  ['a loop of retries', `loop Retry up to 3 times\n${call}\nend`, ['0 app->api attempts 3']],
  ['a loop of retries in figures', `loop max 2 retries\n${call}\nend`, ['0 app->api attempts 2']],
  ['a loop of no retries', `loop retry 0 times\n${call}\nend`, []],
  ['a loop that comes around', `loop every 5 s\n${call}\nend`, ['0 app->api interval 5000']],
  ['a loop that begins with a thought', `loop every 5 s\napp->>app: think\n${call}\nend`, []],
  ['a loop that begins with an answer', `loop every 5 s\n${answer}\n${call}\nend`, []],
  ['a loop in a branch', `alt x\nloop every 5 s\n${call}\nend\nend`, ['0 app->api interval 5000']],
  ['a branch in a loop', `loop every 5 s\nopt x\n${call}\nend\nend`, []],
  ['a time on an answer', `${call}\napi-->>app: 80ms`, ['0 app->api latency 80']],
  ['a time on an answer that is drawn solid', `${call}\napi->>app: 80ms`, ['0 app->api latency 80']],
  ['a time on an answer to the last of two', `${call}\n${call}\napi-->>app: 80ms`, ['1 app->api latency 80']],
  [
    'a note that polls',
    `Note over app: poll every 5 s, timeout 2s\n${call}`,
    ['0 app->api interval 5000', '0 app->api timeout 2000'],
  ],
  [
    'a note of a call within a budget',
    `Note over app,api: budget 800ms\n${call}`,
    ['0 app->api deadline 800'],
  ],
  [
    'a note of a budget and of a call',
    'Note over api: budget 800ms, timeout 200ms\napi->>db: SELECT 1',
    ['0 api->db timeout 200', 'api timeout 800'],
  ],
  [
    'what a call says before another',
    'app->>api: GET, timeout 2s\napp->>db: SELECT 1',
    ['0 app->api timeout 2000'],
  ],
  ['a thought right after its call', `${call}\napp->>app: retry 3 times\n${call}`, ['0 app->api retries 3']],
  ['a thought after four notes', `${call}\n${others(4)}\napp->>app: retry 3 times`, ['0 app->api retries 3']],
  ['a thought after five notes', `${call}\n${others(5)}\napp->>app: retry 3 times`, []],
  [
    'a thought after the call of another',
    `db->>app: changed\napp->>app: retry 3 times\n${call}`,
    ['2 app->api retries 3'],
  ],
  [
    'a thought after an answer of its own',
    `app-->>db: done\napp->>app: retry 3 times\n${call}`,
    ['2 app->api retries 3'],
  ],
  [
    'a second thought',
    `${call}\napp->>app: wait\napp->>app: retry 3 times\n${call}`,
    ['0 app->api retries 3'],
  ],
  ['a thought after a block', `${call}\nopt x\n${call}\nend\napp->>app: retry 3 times`, []],
  [
    'a note before the call of another',
    'Note over app: timeout 2s\napi->>db: SELECT 1',
    ['app timeout 2000'],
  ],
  ['a note before an own answer', 'Note over app: timeout 2s\napp-->>api: done', ['app timeout 2000']],
  [
    'a note before a block and its call',
    `Note over app: timeout 2s\nopt x\ndb->>api: y\nend\n${call}`,
    ['app timeout 2000'],
  ],
  [
    'a thought after the call of others',
    `${call}\ndb->>api: changed\napp->>app: retry 3 times`,
    ['0 app->api retries 3'],
  ],
  ['a loop of one round', `loop retry up to 1 time\n${call}\nend`, ['0 app->api attempts 1']],
  ['a loop that counts its rounds', `loop 3 times\n${call}\nend`, []],
  [
    'a loop of retries and pauses',
    `loop retry 3 times, wait 2 s\n${call.replace('GET ', '')}\nend`,
    ['0 app->api attempts 3', '0 app->api baseDelay 2000', '0 app->api backoff fixed'],
  ],
  ['a loop of checks', `loop 3 attempts, 2 s apart\n${call}\nend`, ['0 app->api interval 2000']],
  ['a loop of a minute', `loop every min\n${call}\nend`, ['0 app->api interval 60000']],
  [
    'times on the answers to both of two',
    `${call}\n${call}\napi-->>app: 80ms\napi-->>app: 90ms`,
    ['0 app->api latency 90', '1 app->api latency 80'],
  ],
  ['a time on an answer after one without', `${call}\n${answer}\napi-->>app: 80ms`, []],
  ['a time on an answer to nobody', `${call}\ndb-->>app: 80ms`, []],
])('%s', (_, lines, stated) => expect(statedIn(lines)).toEqual(stated))

it.each([
  ['every 5 s', 5000],
  ['every second', 1000],
  ['jede Minute', 60_000],
  ['alle 30 Sekunden', 30_000],
  ['every 500 ms', 500],
  ['alle 2,5 Sekunden', 2500],
  ['每5秒', 5000],
  ['каждые 2 минуты', 120_000],
  ['cada 2 minutos', 120_000],
  ['5秒ごと', 5000],
  ['5分마다', 300_000],
  ['every order', undefined],
  ['5 s', undefined],
])('the loop “%s” comes around every %s ms', (title, interval) => expect(intervalIn(title)).toBe(interval))

it.each([
  ['retry up to 3 times', true, false],
  ['attempts', true, false],
  ['für jede Bestellung', false, true],
  ['对于每个订单', false, true],
  ['until done', false, false],
])('the loop “%s” tries again: %s, goes through items: %s', (title, again, items) => {
  expect(isRetry(title)).toBe(again)
  expect(isPerItem(title)).toBe(items)
})

it.each([
  ['30%', '30%'],
  ['in 30% of cases', '30%'],
  ['cache hit (90%)', '90%'],
  ['100%', '100%'],
  ['101%', undefined],
  ['30% discount', undefined],
  ['hit 90%, miss 10%', undefined],
  ['otherwise', undefined],
])('the branch “%s” takes %s', (title, share) => expect(shareOfBranch(title)).toBe(share))

it('the times of a flowchart are those of its own arrows', () => {
  const { connections } = readSystem(
    parseDiagram('flowchart LR\n  a[App] -->|HTTP| b[API]\n  b -.->|80ms| a'),
    {},
  )
  expect(connections.map(({ figures }) => figures.latency?.stated ?? false)).toEqual([false, false])
})

it('a thought is no answer to the one before', () => {
  const text = 'sequenceDiagram\n  app->>app: think\n  app->>app: 80ms'
  expect(annotate(parseDiagram(text), {}).arrows).toEqual([{}, {}])
})

it('a loop of thoughts is about none of them', () => {
  const text = 'sequenceDiagram\n  loop every 5 s\n  app->>app: think\n  end'
  expect(annotate(parseDiagram(text), {}).arrows).toEqual([{}])
})

it('the titles of branches state their shares, those of other blocks do not', () => {
  const text = `sequenceDiagram
  alt cache hit (90%)
    app->>api: a
    opt 5% of requests
      app->>api: b
    end
  else otherwise
    app->>api: c
  end
  loop 50%
    app->>api: d
  end`
  const diagram = parseDiagram(text)
  const { sections } = annotate(diagram, {})
  const shares = [...sections].map(([{ label }, { share }]) => [label, share?.value, share?.span])
  const placeOf = (header: string) => expect.objectContaining({ start: text.indexOf(header) })
  expect(shares).toEqual([
    ['cache hit (90%)', 0.9, placeOf('alt')],
    ['5% of requests', 0.05, placeOf('opt')],
  ])
})
