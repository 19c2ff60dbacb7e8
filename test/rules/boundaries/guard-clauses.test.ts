// Refusals without an else: one of them, the habit of a document, and what is done all the same.

import { testRefuted, testRows } from '../rows'

const rule = 'goes-on-after-failure'

const trace = (...steps: readonly string[]): string =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant api as Order service',
    'participant db as Postgres',
    'web->>api: POST /orders',
    ...steps,
  ].join('\n')

const guard = (title: string) => [`alt ${title}`, 'api-->>web: 400 bad request', 'end']
const guards = (...titles: readonly string[]) => titles.flatMap(guard)
const answer = ['api->>db: look it up', 'api-->>web: 200 found']

testRows([
  [rule, 'one guard clause', trace(...guards('no name'), ...answer), /400 bad request(?!.*on request)/],
  [
    rule,
    'an ending in a note',
    trace('alt no name', 'api-->>web: 400', 'Note over api: End flow', 'end', ...answer),
  ],
  [
    rule,
    'a step that ends',
    trace('alt no name', 'api-->>web: 400', 'api->>api: 처리 종료', 'end', ...answer),
  ],
  [
    rule,
    'a note on something else',
    trace('alt no name', 'api-->>web: 400', 'Note over api: the name is shown', 'end', ...answer),
    'Nothing ends the flow after "no name"',
  ],
  [
    rule,
    'the third of them',
    trace(
      ...['item', 'street'].flatMap(what => [
        `api->>db: find ${what}`,
        'alt missing',
        'db-->>api: 404',
        'end',
      ]),
      ...guards('no name'),
      ...answer,
    ),
    'Nothing ends the flow after "no name"',
    'on request',
  ],
  [
    rule,
    'several, and the order is created behind them',
    trace(...guards('no name', 'no street', 'no item'), 'api->>db: INSERT INTO orders', 'api-->>web: 201'),
    /Nothing ends the flow after "no name"(?!.*on request)/,
    /Refused, and the flow goes on as well.*Refused, and the flow goes on as well/,
  ],
  [
    rule,
    'two, and the order is created in a branch of its own',
    trace(...guards('no name'), 'opt new', 'api->>db: create order', 'end', 'api-->>web: 200'),
    /Nothing ends the flow after "no name"(?!.*as well)/,
  ],
])

const one = trace(...guards('no name'), ...answer)

testRefuted([
  [rule, 'the same habit in another picture', one, trace(...guards('no token', 'no id'), ...answer), true],
  [rule, 'one other', one, trace(...guards('no token'), ...answer), false],
  [
    rule,
    'with an else',
    one,
    trace(
      ...['no token', 'no id'].flatMap(title => [
        `alt ${title}`,
        'api-->>web: 400',
        'else fine',
        'api->>db: go on',
        'end',
      ]),
      ...answer,
    ),
    false,
  ],
  [
    rule,
    'told in a break',
    one,
    trace(
      ...['no token', 'no id'].flatMap(title => [
        'opt a form',
        `break ${title}`,
        'api-->>web: 400',
        'end',
        'end',
      ]),
      ...answer,
    ),
    false,
  ],
])
