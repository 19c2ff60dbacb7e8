// Where a decision leads, and who takes part without having been declared.

import { testRows } from '../rows'

const rule = 'decision-with-one-exit'

/** A check with both ways out, and behind it the lines. */
const flow = (lines: string): string => `first{First?}\nfirst -->|Yes| go\nfirst -->|No| stop\n${lines}`

testRows([
  [
    rule,
    'a lone no to a question',
    flow('go --> q{Valid?}\nq -->|No| b'),
    'has one way out, “No”: what happens otherwise',
  ],
  [rule, 'a lone no that begins a picture of what goes wrong', 'a --> q{Valid?}\nq -->|No| b'],
  [
    rule,
    'a lone pass of what asks nothing',
    flow('go --> q{Check}\nq -->|Pass| b'),
    '“Check” has one way out, “Pass”',
  ],
  [rule, 'a lone pass where no decision branches', 'a --> q{Check}\nq -->|Pass| b'],
  [rule, 'what says no but goes on', flow('go --> q{Check}\nq -->|Non formalisée| b')],
  [rule, 'in another language', flow('go --> q{Check}\nq -->|失败| b'), 'has one way out, “失败”'],
  [
    rule,
    'a lone yes between decisions',
    flow('go --> q{Cached?}\nq -->|Yes| b{Fresh?}\nb -->|No| c\nb -->|Yes| d'),
    'one way out, “Yes”',
  ],
  [rule, 'a lone yes before the last step', flow('go --> q{Cached?}\nq -->|Yes| b')],
  [
    rule,
    'a lone yes before the first decision',
    'a --> q{Begin?}\nq -->|Yes| first{First?}\nfirst -->|Yes| go\nfirst -->|No| stop',
  ],
  [rule, 'no answer', flow('go --> q{Verdict?}\nq --> b'), 'no answer stands on it'],
  [rule, 'no answer, and nothing leads to it', flow('q{Is it slow?} --> first')],
  [rule, 'no answer, and no question', flow('go --> q{Verdict}\nq --> b')],
  [rule, 'some other answer', flow('go --> q{Kind?}\nq -->|book| b')],
  [rule, 'a way back', flow('go --> q{Valid?}\nq -->|No| go\nq --> b')],
  [rule, 'a line without a head', flow('go --> q{Valid?}\nq -->|No| b\nc --- q')],
  [rule, 'an invisible line', flow('go --> q{Valid?}\nq -->|No| b\nq ~~~ c'), 'one way out, “No”'],
  [rule, 'no shape of a decision', flow('go --> q[Valid?]\nq -->|No| b')],
  [rule, 'labelled twice', flow('go --> q{Valid?}\nq -->|No| b\nb --> q{Valid?}')],
  [rule, 'asked twice', flow('go --> q{Valid?}\nq -->|No| b\ngo --> r{Valid?}\nr -->|Yes| c')],
  [rule, 'several', flow('go --> q{Valid?}\nq -->|No| b --> r{Paid?}\nr -->|No| c'), 'One way out as well'],
  [rule, 'in a group that an arrow leaves', flow('subgraph g\nq{Valid?} -->|No| b\nend\ng --> c')],
  [rule, 'in a group inside one', flow('subgraph g\nsubgraph h\nq{Valid?} -->|No| b\nend\nend\ng --> c')],
  [
    rule,
    'in a group that nothing leaves',
    flow('go --> q\nsubgraph g\nq{Valid?} -->|No| b\nend'),
    'one way out, “No”',
  ],
  [
    rule,
    'beside the path',
    'a[Connect] --> b[List] --> c\na --> q{Fine?}\nq -->|No| d',
    'Connect leads on to List whatever the answer is',
  ],
  [
    rule,
    'several beside the path',
    'a --> b --> c\na --> q{Fine?}\nq -->|No| d\nb --> r{Found?}\nr -->|No| d\nc --> e',
    'Beside the path as well',
  ],
  [
    rule,
    'beside what ends',
    flow('go --> a[Connect] --> b[List]\na --> q{Fine?}\nq -->|No| d'),
    'one way out, “No”',
  ],
  [rule, 'an extra beside the path', 'a --> b --> c\na --> q{Valid?}\nq -->|Pass| d'],
  [
    rule,
    'beside a way with words',
    flow('go --> a -->|later| b --> c\na --> q{Fine?}\nq -->|No| d'),
    'one way out, “No”',
  ],
])

const named = 'participant c as Client\nparticipant o as Orders\nparticipant p as Payments\n'
const said = (lines: string, declared = named): string =>
  `sequenceDiagram\n${declared}c->>o: POST /orders\n${lines}`

testRows([
  [
    'undeclared-node',
    'initials',
    said('o->>RD: DEL slot'),
    'declares RD: Mermaid draws it behind the others',
    'at "RD"',
  ],
  [
    'undeclared-node',
    'several',
    said('o->>RD: DEL slot\np->>QS: INSERT'),
    'declares RD and QS: Mermaid draws them',
    'Not declared either',
  ],
  ['undeclared-node', 'a name without letters', said('o->>_: reserve')],
  ['undeclared-node', 'initials that say what they are', said('o->>DB: INSERT order\no->>S3: PUT file')],
  ['undeclared-node', 'a word', said('o->>Stock: reserve')],
  ['undeclared-node', 'five letters', said('o->>ABCDE: reserve')],
  ['undeclared-node', 'one without a name', said('o->>RD: DEL slot', `${named}participant x\n`)],
  [
    'undeclared-node',
    'two with names',
    said('o->>RD: DEL slot', 'participant c as Client\nparticipant o as Orders\n'),
  ],
  [
    'undeclared-node',
    'a label in the place of the id',
    'sequenceDiagram\nparticipant api as Orders API\nparticipant Store (MinIO)\napi->>Store: PUT\nStore (MinIO)-->>api: ok',
    'Write participant Store as Store (MinIO), and Store in all messages',
    'Write Store as Store (MinIO)',
    'at "Store (MinIO)"',
  ],
  [
    'undeclared-node',
    'a short form of a label',
    said('o->>Store: PUT', `${named}participant s as Store (MinIO)\n`),
    'beside “Store (MinIO)”, whose id is s',
    'Write s',
  ],
  [
    'undeclared-node',
    'a short form of two labels',
    said('o->>Store: PUT', `${named}participant s as Store (MinIO)\nparticipant t as Store (old)\n`),
  ],
])
