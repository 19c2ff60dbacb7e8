// Protocols and figures count wherever the author put them: titles, notes, loops, next hops, words to oneself.

import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../src/service/configuration/configuration'
import { analyze } from '../../src/service/engine/analyze'
import { findings } from '../../src/service/engine/findings'

const rulesIn = (text: string): readonly string[] =>
  findings(analyze(text, { language: 'mermaid', configuration: defaultConfiguration }), {
    figures: true,
  }).map(({ rule }) => rule)

const trace = (...lines: readonly string[]) =>
  ['sequenceDiagram', 'participant web as Browser', 'participant api as Order service']
    .concat('participant pay as Payment provider', 'participant db as Postgres', lines)
    .join('\n  ')

const status = 'web->>api: GET /orders/1/status\n  api-->>web: 200'
const charge = 'web->>api: POST /orders\n  api->>pay: POST /charges\n  pay-->>api: 503'

describe('polling is seen', () => {
  it.each([
    ['in a note', trace('Note over web: polling every 5 s', status)],
    ['in words to oneself', trace('web->>web: poll every 3s', status)],
    ['in a German loop', trace('loop alle 5 Sekunden', status, 'end')],
    ['in a Spanish loop', trace('loop cada 2 segundos', status, 'end')],
    ['in a French loop', trace('loop toutes les 10 secondes', status, 'end')],
    ['in a Chinese loop', trace('loop 每隔 5 秒', status, 'end')],
    ['in a Japanese loop', trace('loop 5秒ごと', status, 'end')],
    ['in a branch', trace('par news', 'loop every 2s', status, 'end', 'and', 'web->>api: POST /x', 'end')],
  ])('%s', (_, text) => expect(rulesIn(text)).toContain('short-polling'))

  it('and not where it is rare, or a job’s', () => {
    expect(rulesIn(trace('loop alle 5 Minuten', status, 'end'))).not.toContain('short-polling')
    expect(rulesIn(trace('Note over api: cache entries live 5 s', status))).not.toContain('short-polling')
  })
})

describe('retries are seen', () => {
  it.each([
    [
      'in a note',
      trace('web->>api: POST /orders', 'Note over api: Retry 3 times', 'api->>pay: POST /charges'),
    ],
    ['in words to oneself', trace(charge, 'api->>api: retry 3 times with exponential backoff')],
    ['in a loop', trace('loop Retry up to 3 times', 'api->>pay: POST /charges', 'pay-->>api: 503', 'end')],
    ['in a German loop', trace('loop Wiederholung, max 3', 'api->>pay: POST /charges', 'end')],
  ])('%s', (_, text) => expect(rulesIn(text)).toContain('retry-not-idempotent'))

  it('and not in rounds that try nothing again', () =>
    expect(rulesIn(trace('loop 3 times', 'api->>pay: POST /charges', 'end'))).not.toContain(
      'retry-not-idempotent',
    ))
})

describe('calls for each item are seen in any language', () => {
  it.each([
    'for each order',
    'für jede Bestellung',
    'pour chaque commande',
    'para cada pedido',
    'per ogni ordine',
    '对于每个订单',
  ])('%s', title =>
    expect(rulesIn(trace('web->>api: GET /orders', `loop ${title}`, 'api->>db: SELECT', 'end'))).toContain(
      'call-in-loop',
    ),
  )
})

describe('sockets through nginx are seen', () => {
  it.each([
    ['on the way in', 'web -->|HTTP/WS| edge', 'edge --> chat'],
    ['on the next hop', 'web -->|HTTPS| edge', 'edge -->|/ws| chat'],
    ['in the group’s title', 'web --> edge', 'edge --> member'],
  ])('%s', (_, first, second) =>
    expect(
      rulesIn(`flowchart LR
  web[Browser]
  edge[nginx]
  chat[Chat server]
  subgraph sockets [WebSocket servers]
    member[Message server]
  end
  ${first}
  ${second}`),
    ).toContain('websocket-behind-l7'),
  )
})
