// Branches that end in failure, behind which somebody is told of success whichever branch was taken.

import { testRows } from '../rows'

const trace = (...steps: string[]) => `sequenceDiagram
participant web as Web app
participant api as Report service
participant pg as Payment gateway
participant bank as Bank
participant db as MongoDB
${steps.join('\n')}`

const rule = 'goes-on-after-failure'
const saved = ['web->>api: POST /reports', 'api->>db: insert report']
const undone = ['alt commit fails', 'api->>db: mark report failed', 'end']
const paying = ['web->>pg: pay', 'pg->>bank: request approval', 'alt approved', 'bank->>pg: approved']

testRows([
  [
    rule,
    'noted and told of success',
    trace(...saved, ...undone, 'api-->>web: report created'),
    'After "commit fails" ("mark report failed"), Report service tells Web app "report created" all the same',
    'Told whichever branch was taken',
  ],
  [rule, 'told of either', trace(...saved, ...undone, 'api-->>web: created / failed')],
  [rule, 'told nothing in particular', trace(...saved, ...undone, 'api-->>web: report')],
  [
    rule,
    'tried again',
    trace(...saved, 'alt commit fails', 'api->>db: retry after failure', 'end', 'api-->>web: report created'),
  ],
  [
    rule,
    'told in a branch of its own',
    trace(...saved, ...undone, 'opt stored', 'api-->>web: report created', 'end'),
  ],
  [
    rule,
    'another request',
    trace(...saved, ...undone, 'web->>api: GET /reports', 'api-->>web: report created'),
  ],
  [
    rule,
    'a customer whose payment failed',
    trace(
      ...paying,
      'else refused by the bank, payment failed',
      'bank->>pg: failed',
      'end',
      'pg->>api: payment result',
      'api->>web: payment complete',
    ),
    'After "refused by the bank, payment failed" ("failed"), Report service tells Web app "payment complete" all the same',
    'once per document',
  ],
  [
    rule,
    'a customer who is told in the branch',
    trace(
      ...paying,
      'else payment failed',
      'bank->>pg: failed',
      'pg->>web: payment failed',
      'end',
      'pg->>api: payment result',
      'api->>web: payment complete',
    ),
  ],
  [
    rule,
    'something else failed',
    trace(
      'web->>pg: open account',
      'alt e-mail sent',
      'pg->>api: sent',
      'else e-mail failed',
      'pg->>api: failed',
      'end',
      'api->>web: order placed',
    ),
  ],
])
