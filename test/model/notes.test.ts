// Figures in notes: over two participants they are those of the calls between them.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
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
