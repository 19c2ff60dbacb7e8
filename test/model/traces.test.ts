// What a sequence diagram comes to for one request: shares of branches, rounds of loops, what runs side by side.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { visitsOf } from '../../src/model/flows/plan'
import { parseDiagram } from '../../src/syntax'
import { written } from './plans'

const participants = [
  'web as Browser',
  'api as Order service',
  'stock as Stock service',
  'mail as Mail service',
]

const flowsOf = (lines: string) =>
  readSystem(
    parseDiagram(
      `sequenceDiagram\n${participants.map(each => `participant ${each}`).join('\n')}\nweb->>api: POST /orders\n${lines}\napi-->>web: 201`,
    ),
    {},
  ).flows

const planOf = (lines: string): string =>
  flowsOf(lines)
    .map(({ plan }) => written(plan))
    .join('; ')

const assumedIn = (lines: string) =>
  flowsOf(lines).flatMap(({ assumptions }) =>
    assumptions.map(({ at, key, value }) => `${at}: ${key} ${value}`),
  )

const asksStock = 'api->>stock: GET /stock\nstock-->>api: 200'
const asksMail = 'api->>mail: POST /mails\nmail-->>api: 202'
const shared = (share: string) => `%% @{ share: ${share} }\n`

describe('one request of a trace', () => {
  it.each([
    ['one after the other', `${asksStock}\n${asksMail}`, 'api(stock, mail)'],
    [
      'one in the other',
      'api->>stock: GET /stock\nstock->>mail: POST /mails\nmail-->>stock: 202\nstock-->>api: 200',
      'api(stock(mail))',
    ],
    ['side by side', `par\n${asksStock}\nand\n${asksMail}\nend`, 'api([stock | mail])'],
    ['in a frame', `rect rgb(0,0,0)\n${asksStock}\nend`, 'api(stock)'],
    ['three rounds', `loop 3 times\n${asksStock}\nend`, 'api(3 × stock)'],
    ['rounds as stated', `%% @{ calls: 4 }\nloop each item\n${asksStock}\nend`, 'api(4 × stock)'],
    ['rounds that nobody states', `loop each item\n${asksStock}\nend`, 'api(stock)'],
    ['rounds of a retry', `loop retry 3 times\n${asksStock}\nend`, 'api(stock)'],
    ['rounds of a retry as stated', `%% @{ calls: 3 }\nloop retry\n${asksStock}\nend`, 'api(3 × stock)'],
    ['for some', `${shared('30%')}opt rare\n${asksStock}\nend`, 'api({0.3: stock})'],
    ['for all', `${shared('100%')}opt always\n${asksStock}\nend`, 'api(stock)'],
    ['for nobody', `${shared('0%')}opt never\n${asksStock}\nend`, 'api'],
    [
      'the others go the other way',
      `${shared('30%')}alt rare\n${asksStock}\nelse\n${asksMail}\nend`,
      'api({0.3: stock / 0.7: mail})',
    ],
    [
      'until some break off',
      `${shared('10%')}break rare\n${asksMail}\nend\n${asksStock}`,
      'api({0.1: mail / 0.9: stock})',
    ],
    ['of which nobody says how many break off', `break rare\n${asksMail}\nend\n${asksStock}`, 'api(stock)'],
    [
      'what happens before some break off',
      `${asksStock}\n${shared('10%')}break rare\n${asksMail}\nend\n${asksStock}`,
      'api(stock, {0.1: mail / 0.9: stock})',
    ],
    [
      'nobody waits for what a message leads to',
      'api-)stock: POST /jobs\nstock->>mail: POST /mails\nmail-->>stock: 202',
      'api',
    ],
    [
      'a second call of the same caller ends the first',
      'api->>stock: GET /stock\napi->>mail: POST /mails',
      'api(stock, mail)',
    ],
    [
      'who is called for some goes on for nobody else',
      `${shared('30%')}opt rare\napi->>stock: GET /stock\nend\nstock->>mail: POST /mails`,
      'api({0.3: stock})',
    ],
    ['a message to itself', `api->>api: checks\n${asksStock}`, 'api(stock)'],
    ['twice', `%% @{ calls: 2 }\n${asksStock}`, 'api(2 × stock)'],
    ['nobody waits', `api-)mail: mails\n${asksStock}`, 'api(stock)'],
  ])('%s', (_, lines, plan) => expect(planOf(lines)).toBe(plan))

  it('shares above the whole are brought down to it', () =>
    expect(planOf(`${shared('90%')}alt a\n${asksStock}\n${shared('60%')}else b\n${asksMail}\nend`)).toBe(
      'api({0.6: stock / 0.4: mail})',
    ))
})

describe('what is assumed of a trace', () => {
  it.each([
    ['rounds', `loop each item\n${asksStock}\nend`, ['loop each item: calls 1']],
    ['one round', `loop 1 times\n${asksStock}\nend`, []],
    ['rounds that are stated', `loop 3 times\n${asksStock}\nend`, []],
    ['a share', `opt rare\n${asksStock}\nend`, ['opt rare: share 0%']],
    ['a share of a branch in a branch', `opt a\nopt b\n${asksStock}\nend\nend`, ['opt a: share 0%']],
    ['a share of a branch that calls nothing', 'opt rare\nNote over api: thinks\nend', []],
    ['the first of two branches', `alt a\n${asksStock}\nelse b\n${asksMail}\nend`, ['alt b: share 0%']],
  ])('%s', (_, lines, assumed) => expect(assumedIn(lines)).toEqual(assumed))
})

describe('who asks first', () => {
  const read = (lines: string) =>
    readSystem(
      parseDiagram(
        `sequenceDiagram\nactor user as Customer\nparticipant web as Browser\nparticipant gw as API gateway\nparticipant api as Order service\n${lines}`,
      ),
      {},
    ).flows.map(({ entry, to, plan }) => `${entry.id}->${to.id}: ${written(plan)}`)

  it.each([
    [
      'a screen in front of a person',
      'user->>web: clicks\nweb->>api: POST /orders\napi-->>web: 201',
      ['web->api: api'],
    ],
    ['a person without a screen', 'user->>api: POST /orders\napi-->>user: 201', ['user->api: api']],
    [
      'behind an edge',
      'web->>gw: POST /orders\ngw->>api: POST /orders\napi-->>gw: 201\ngw-->>web: 201',
      ['web->api: gw(api)'],
    ],
    ['an edge alone', 'web->>gw: GET /health\ngw-->>web: 200', ['web->gw: gw']],
    ['in a block', 'opt sometimes\nweb->>api: GET /orders\napi-->>web: 200\nend', []],
    [
      'again after an answer',
      'web->>api: GET /a\napi-->>web: 200\nweb->>gw: GET /b\ngw-->>web: 200',
      ['web->api: api, gw'],
    ],
  ])('%s', (_, lines, flows) => expect(read(lines)).toEqual(flows))
})

it('calls are followed 64 deep', () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `s${at}`)
  const cut = (hops: number) => {
    const ids = names(hops + 1)
    const calls = ids.slice(1).map((id, at) => `s${at}->>${id}: GET /x`)
    const text = `sequenceDiagram\n${ids.map(id => `participant ${id} as Service ${id}`).join('\n')}\n${calls.join('\n')}`
    return readSystem(parseDiagram(text), {}).flows.flatMap(({ assumptions }) =>
      assumptions.filter(({ value }) => value === 'cut off').map(({ at }) => at),
    )
  }
  expect(cut(64)).toEqual([])
  expect(cut(65)).toEqual(['s64'])
})

it('what a reply says of times is how long its call took', () => {
  const figures = (reply: string) => {
    const [flow] = flowsOf(`api->>stock: GET /stock\nstock-->>api: ${reply}`)
    const call = visitsOf(flow!.plan).find(({ component }) => component.id === 'stock')!.call!
    const { p50, p95, p99, latency } = call.connection.figures
    return [p50?.value, p95?.value, p99?.value, latency?.value]
  }
  expect(figures('200, p99 80ms')).toEqual([undefined, undefined, 80, undefined])
  expect(figures('200, p50 5ms p95 30ms')).toEqual([5, 30, undefined, undefined])
  expect(figures('200')).toEqual([undefined, undefined, undefined, undefined])
})
