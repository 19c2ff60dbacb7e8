// Sequence diagrams that grow: messages, fragments, notes, boxes, and what their writer left open.

import { generators, times, word } from '../generator'

const sequence = (body: string) => `sequenceDiagram\n${body}\n`

const each = (line: (index: number) => string) => (units: number) => sequence(times(units, line))

export const sequences = generators('sequence', 'mermaid', {
  messages: each(() => 'web->>api: GET /orders'),
  'messages and replies': each(n => `web->>api: GET /orders/${n}\napi-->>web: ok`),
  'replies without a call': each(() => 'api-->>web: ok'),
  'chained messages': each(n => `p${n}->>p${n + 1}: GET /x`),
  'chained messages and replies': n =>
    sequence(
      `${times(n, i => `p${i}->>p${i + 1}: GET /x`)}\n${times(n, i => `p${n - i}-->>p${n - i - 1}: ok`)}`,
    ),
  'chained asynchronous messages': each(n => `p${n}-)p${n + 1}: event`),
  'asynchronous messages': each(n => `api-)q: event ${n}\nq-)w${n}: event`),
  'one caller, many callees': each(n => `api->>s${n}: GET /x`),
  'many callers, one callee': each(n => `s${n}->>api: GET /x`),
  'self messages': each(() => 'api->>api: work'),
  'messages both ways': each(n => `a->>b: GET /${n}\nb->>a: GET /${n}`),
  participants: each(n => `participant p${n} as ${word(n)} API`),
  'participants with messages': n =>
    sequence(`${times(n, i => `participant p${i}`)}\n${times(n, i => `p${i}->>p${i + 1}: GET /x`)}`),
  'a participant again': each(() => 'participant a as API'),
  actors: each(n => `actor p${n}`),
  'metadata of participants': each(n => `participant p${n}@{ "type": "database" }`),
  'metadata of participants without end': each(n => `participant p${n}@{ "type": "database"`),
  loops: each(n => `loop every ${n}s\na->>b: GET /x\nend`),
  'nested loops': n => sequence(`${times(n, () => 'loop x')}\na->>b: GET /x\n${times(n, () => 'end')}`),
  'nested loops with messages': n =>
    sequence(`${times(n, i => `loop x\na->>b${i}: GET /x`)}\n${times(n, () => 'end')}`),
  'nested loops without end': each(() => 'loop x\na->>b: GET /x'),
  'nested alternatives': n =>
    sequence(`${times(n, () => 'alt x\nA->>B: GET /x\nelse y')}\nA->>B: GET /x\n${times(n, () => 'end')}`),
  'nested optional parts': n =>
    sequence(`${times(n, () => 'opt x')}\na->>b: GET /x\n${times(n, () => 'end')}`),
  'nested parallel parts': n =>
    sequence(`${times(n, () => 'par x\na->>b: GET /x\nand')}\na->>b: GET /x\n${times(n, () => 'end')}`),
  alternatives: n => sequence(`alt x\n${times(n, i => `a->>b: GET /${i}\nelse`)}\nend`),
  'parallel parts': n => sequence(`par x\n${times(n, i => `a->>b: GET /${i}\nand`)}\nend`),
  'parallel parts that differ': n =>
    sequence(
      `par x\n${times(n, i => `a->>b${i}: GET /x\n%% b${i}@{ p99: ${i + 1}ms, availability: 99% }\nand`)}\nend`,
    ),
  'options of a critical part': n =>
    sequence(`critical x\n${times(n, i => `a->>b: GET /${i}\noption`)}\nend`),
  'optional parts': each(n => `opt x\na->>b: GET /${n}\nend`),
  breaks: each(n => `break x\na->>b: GET /${n}\nend`),
  rectangles: each(() => 'rect rgb(0,0,0)\na->>b: GET /x\nend'),
  boxes: each(n => `box Aqua Box ${n}\nparticipant p${n}\nend`),
  'one box of many': n => sequence(`box Aqua All\n${times(n, i => `participant p${i}`)}\nend`),
  'boxes without end': each(n => `box Aqua Box ${n}`),
  'ends without a part': each(() => 'end'),
  'boxes of one word': each(() => 'box'),
  'errors of one word': each(() => 'a=>b'),
  notes: each(n => `Note over a,b: note ${n}`),
  'notes beside': each(n => `note right of p${n}: note`),
  activations: each(() => 'a->>+b: GET /x\nb-->>-a: ok'),
  'activations left open': each(() => 'a->>+b: GET /x'),
  'activation statements': each(() => 'activate a\ndeactivate a'),
  'deactivations of the inactive': each(() => 'deactivate a'),
  'created participants': each(n => `create participant p${n}\na->>p${n}: hi\ndestroy p${n}\na-xp${n}: bye`),
  'created without a message': each(n => `create participant p${n}`),
  links: each(() => 'link a: Board @ https://example.com'),
  'lists of links': each(() => 'links a: {"Board": "https://example.com"}'),
  autonumbers: each(n => `autonumber ${n}`),
  titles: each(n => `title T${n}`),
  'long texts': n => sequence(`a->>b: ${'x'.repeat(n)}`),
  'texts of many words': n => sequence(`a->>b: ${times(n, word, ' ')}`),
  'texts of blanks': n => sequence(`a->>b: x${' '.repeat(n)}y`),
  'texts of marks': n => sequence(`a->>b: ${'(<x>, /y) '.repeat(n / 8)}`),
  'long names': n => sequence(`${'x'.repeat(n)}->>b: y`),
  'long names of words': n => sequence(`${'x '.repeat(n)}->>b: y`),
  'long names of dashes': n => sequence(`${'x-'.repeat(n)}x->>b: y`),
  semicolons: n => sequence(';'.repeat(n)),
  'messages between semicolons': n => sequence(times(n, () => 'a->>b: x', ';')),
  hashes: each(n => `a->>b: issue #${n}`),
  'comments after messages': each(() => 'Alice->>Bob:%% comment'),
  'messages without a colon': each(() => 'a->>b'),
  arrows: n => sequence('->>'.repeat(n)),
  dashes: n => sequence(`a${'-'.repeat(n)}`),
  pluses: n => sequence(`a->>${'+'.repeat(n)}b: x`),
  'one error a line': each(n => `a${n} => b`),
  words: each(() => 'just some words'),
  comments: each(n => `%% comment ${n}`),
  'annotated messages': each(n => `a->>b${n}: GET /x\n%% @{ timeout: ${n}ms }`),
  'loops with counts': each(n => `loop ${n} times\na->>b: GET /x\nend`),
})
