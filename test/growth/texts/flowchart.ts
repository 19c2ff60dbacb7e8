// Flowcharts that grow: each kind of statement, alone and nested, and each that its writer left open.

import { generators, times, word } from '../generator'

const flowchart = (body: string) => `flowchart LR\n${body}\n`

const each = (line: (index: number) => string) => (units: number) => flowchart(times(units, line))

/** A service with its cache, store and queue: five arrows. */
const service = (n: number) => {
  const name = word(n)
  return `gw[API gateway] -->|"HTTPS, 2s timeout, 2 attempts"| s${n}[${name} service]
s${n} -->|"RESP, 50ms timeout"| c${n}[(Redis ${name})]
s${n} -->|"SQL, 500ms timeout"| d${n}[(Postgres ${name})]
s${n} -->|AMQP| q${n}[[RabbitMQ ${name}]]
q${n} -->|AMQP| k${n}[${name} worker]`
}

export const flowcharts = generators('flowchart', 'mermaid', {
  'arrows of a chain': each(n => `n${n} -->|gRPC| n${n + 1}`),
  'arrows of a chain in one line': n => flowchart(times(n, index => `n${index}`, ' --> ')),
  'arrows from one node': each(n => `api[API] -->|HTTPS| ${word(n)}[${word(n)} service]`),
  'arrows to one node': each(n => `${word(n)}[${word(n)} service] -->|SQL| db[(Postgres)]`),
  'the same arrow': each(() => 'a[Web app] -->|HTTPS| b[API]'),
  'arrows both ways': each(n => `n${n} -->|HTTP| n${n + 1}\nn${n + 1} -->|HTTP| n${n}`),
  'a binary tree': each(
    n => `n${n >> 1}[${word(n >> 1)} service] -->|gRPC| n${n + 1}[${word(n + 1)} service]`,
  ),
  'a ladder': each(n => `n${n} --> n${n + 1}\nn${n} --> n${n + 2}`),
  'a ladder of timeouts': each(
    n => `n${n} -->|"gRPC, 2s timeout"| n${n + 1}\nn${n} -->|"gRPC, 3s timeout"| n${n + 2}`,
  ),
  'a ring': units => flowchart(times(units, n => `n${n}[${word(n)} service] -->|gRPC| n${(n + 1) % units}`)),
  'rings of five': each(n => `n${n} -->|HTTP| n${n % 5 === 4 ? n - 4 : n + 1}`),
  caches: each(n => `api[API] --> c${n}[(Redis cache)]\napi --> d${n}[(Postgres ${word(n)})]`),
  'caches with timeouts': each(
    n =>
      `api[API] -->|"RESP, 50ms timeout"| c${n}[(Redis cache)]\napi -->|"SQL, 1s timeout"| d${n}[(Postgres ${word(n)})]`,
  ),
  'services of all kinds': n =>
    flowchart(`web[Browser] -->|"HTTPS, 3s timeout"| gw\n${times(Math.ceil(n / 5), service)}`),
  'a cache and many stores': n =>
    flowchart(`api[API] --> c[(Redis)]\n${times(n, i => `api -->|read| d${i}[(Postgres ${word(i)})]`)}`),
  pairs: each(n => `a${n}[Web app] -->|HTTPS| b${n}[${word(n)} API]`),
  'self calls': each(n => `n${n} --> n${n}`),
  nodes: each(n => `n${n}[${word(n)} service]`),
  'one node redefined': each(n => `a[Service ${n}]`),
  'two nodes redefined': each(n => `a[Service ${n}] --> b[Store ${n}]`),
  copies: each(n => `lb[Load balancer] --> api${n}[API ${n}]\napi${n} --> db[(Postgres)]`),
  'an ampersand group': n => flowchart(`a --> ${times(n, i => `n${i}`, ' & ')}`),
  'two ampersand groups': n =>
    flowchart(`${times(Math.sqrt(n), i => `a${i}`, ' & ')} --> ${times(Math.sqrt(n), i => `b${i}`, ' & ')}`),
  'ampersand groups in a chain': each(n => `a${n} & b${n} --> a${n + 1} & b${n + 1}`),
  'flat groups': each(n => `subgraph g${n}[Zone ${n}]\n n${n}[${word(n)} API]\nend`),
  'flat groups with arrows': each(n => `subgraph g${n}\n n${n} --> m${n}\nend\ng${n} --> g${n + 1}`),
  'groups without an end': each(n => `subgraph g${n}\n n${n}`),
  'nested groups': n => flowchart(`${times(n, i => `subgraph g${i}`)}\na --> b\n${times(n, () => 'end')}`),
  'nested groups with nodes': n =>
    flowchart(`${times(n, i => `subgraph g${i}\nn${i}[${word(i)} API] --> m`)}\n${times(n, () => 'end')}`),
  'one group of many nodes': n =>
    flowchart(`subgraph g\n${times(n, i => `n${i}[${word(i)}]`)}\nend\nx --> g`),
  'a group defined again': each(n => `subgraph g\n n${n}\nend`),
  'arrows to a group': n =>
    flowchart(
      `subgraph g\n${times(Math.sqrt(n), i => `m${i}`)}\nend\n${times(Math.sqrt(n), i => `n${i} --> g`)}`,
    ),
  'a node in many groups': each(n => `subgraph g${n}\n x\nend`),
  'ends without a group': each(() => 'end'),
  directions: each(() => 'direction LR'),
  'labels of one word': n => flowchart(`a[${'x'.repeat(n)}] --> b`),
  'labels of many words': n => flowchart(`a[${times(n, word, ' ')}] --> b`),
  'labels of many lines': n => flowchart(`a["${times(n, word, '<br/>')}"] --> b`),
  'labels of capitals': n => flowchart(`a["${'INTERNATIONAL'.repeat(n / 13)} (EU)"] --> b`),
  'labels of digits': n =>
    flowchart(`a[${'1234567890'.repeat(n / 10)}] -->|${'1234567890'.repeat(n / 10)}| b`),
  'labels of dots': n => flowchart(`a["${'a.b-c_d/'.repeat(n / 8)}"] -->|"${'/a/b-c_d.e'.repeat(n / 8)}"| b`),
  'labels of blanks': n => flowchart(`a["x${' '.repeat(n)}y"] -->|"x${' '.repeat(n)}y"| b`),
  'labels of marks': n => flowchart(`a["${'<&#;'.repeat(n / 4)}"] -->|"${'(,;)'.repeat(n / 4)}"| b`),
  'labels of camel case': n => flowchart(`a[${'OrderService'.repeat(n / 12)}] --> b`),
  'arrow labels of one word': n => flowchart(`a -->|${'x'.repeat(n)}| b`),
  'arrow labels of many words': n => flowchart(`a -->|${times(n, word, ' ')}| b`),
  'arrow labels of figures': n => flowchart(`a -->|"HTTPS, ${times(n, i => `${i}ms timeout`, ', ')}"| b`),
  'arrow labels of protocols': n => flowchart(`a -->|${times(n, () => 'HTTP gRPC SQL AMQP', ' ')}| b`),
  'markdown labels': n => flowchart(`a["\`${times(n, i => `**w${i}**`, ' ')}\`"] --> b`),
  'markdown labels left open': each(n => `a${n}["\`**w`),
  'ids of one word': n => flowchart(`${'x'.repeat(n)} --> b`),
  'long ids with dashes': n => flowchart(`${'x-'.repeat(n)}x --> b`),
  'a long arrow': n => flowchart(`a ${'-'.repeat(n)}> b`),
  'a long dotted arrow': n => flowchart(`a -${'.'.repeat(n)}-> b`),
  'a long thick arrow': n => flowchart(`a ${'='.repeat(n)}> b`),
  'text of an arrow without end': each(() => 'a -- text'),
  'text of a dotted arrow without end': each(() => 'a -. text'),
  'text of a thick arrow without end': each(() => 'a == text'),
  'text of an arrow on one line without end': n => flowchart(`a -- ${'text -'.repeat(n)}`),
  'text of an arrow of dashes': n => flowchart(`a -- ${'- '.repeat(n)}`),
  'labels without end': each(n => `a${n}[label`),
  'labels in quotes without end': each(n => `a${n}["label`),
  'round labels without end': each(n => `a${n}(label`),
  'round double labels without end': each(n => `a${n}((label`),
  brackets: n => flowchart('['.repeat(n)),
  braces: n => flowchart('{'.repeat(n)),
  parentheses: n => flowchart(`a${'('.repeat(n)}`),
  quotes: n => flowchart('"'.repeat(n)),
  bars: n => flowchart('|'.repeat(n)),
  'bars of arrows without end': each(() => 'a -->|text'),
  semicolons: n => flowchart(';'.repeat(n)),
  ampersands: n => flowchart('& '.repeat(n)),
  'statements between semicolons': n => `graph LR;${times(n, i => `n${i}-->n${i + 1}`, ';')}`,
  metadata: each(n => `n${n}@{ shape: cyl, label: "Store ${n}" }`),
  'metadata over lines': each(n => `n${n}@{\n  shape: cyl\n  label: "Store ${n}"\n}`),
  'metadata without end': each(() => 'a@{ shape: cyl'),
  'metadata without end, of one node each': each(n => `n${n}@{ shape: cyl`),
  'metadata in quotes without end': each(() => 'a@{ label: "cyl'),
  'metadata with lost commas': each(n => `n${n}@{ shape: cyl, , label: x }`),
  'metadata of many keys': n => flowchart(`a@{ shape: cyl, ${times(n, i => `k${i}: ${i}`, ', ')} }`),
  'metadata of one long value': n => flowchart(`a@{ label: "${'x'.repeat(n)}" }`),
  'metadata of a long list': n => flowchart(`a@{ label: [${times(n, i => `x${i}`, ', ')}] }`),
  'metadata of nested braces': n => flowchart(`a@{ a: ${'{ a: '.repeat(n)}`),
  'metadata of nested lists': n => flowchart(`a@{ a: ${'['.repeat(n)}${']'.repeat(n)} }`),
  'metadata of one node': each(n => `a@{ p99: ${n}ms }`),
  'ids of arrows': each(n => `a${n} e${n}@-->|HTTP| b${n}\ne${n}@{ animate: true }`),
  styles: each(n => `style n${n} fill:#f00`),
  'styles of many properties': n => flowchart(`a --> b\nstyle a ${times(n, i => `p${i}:1px`, ',')}`),
  'class definitions': each(n => `classDef c${n} fill:#f00`),
  'one class definition': n => flowchart(`classDef ${times(n, i => `c${i}`, ',')} fill:#f00`),
  classes: each(n => `n${n}:::c${n}\nclassDef c${n} fill:#f00`),
  'a class of many nodes': n => flowchart(`class ${times(n, i => `n${i}`, ',')} hot`),
  'undefined classes': each(n => `n${n}:::c${n}`),
  'link styles': n =>
    flowchart(`${times(n, i => `a${i} --> b${i}`)}\n${times(n, i => `linkStyle ${i} stroke:red`)}`),
  'a link style of many': n => flowchart(`a --> b\nlinkStyle ${times(n, i => `${i}`, ',')} stroke:red`),
  clicks: each(n => `click n${n} href "https://example.com/${n}" "tip" _blank`),
  comments: each(n => `%% comment ${n}`),
  'comments between arrows': each(n => `a${n} --> b${n}\n%% comment`),
  'empty comments': each(() => '%%'),
  'empty lines': each(() => ''),
  blanks: n => flowchart(' '.repeat(n)),
  directives: each(() => '%%{init: {"theme": "dark"}}%%'),
  'directives without end': each(() => '%%{init: {"theme": "dark"}'),
  'directives before the header': n =>
    `${times(n, () => '%%{init: {"theme": "dark"}}%%')}\nflowchart LR\na-->b`,
  'accessible titles': each(n => `accTitle: title ${n}`),
  'accessible descriptions without end': each(() => 'accDescr {'),
  'keywords as ids': each(n => `n${n} --> end`),
  'one error a line': each(n => `n${n} -> m${n}`),
  words: each(() => 'just some words'),
  'words in one line': n => flowchart('word '.repeat(n)),
  symbols: n => flowchart('→'.repeat(n)),
  tags: each(n => `a${n}["<a href="u">t</a>"]`),
  'tags without end': each(n => `a${n}["<a href="u" `),
  'tags in one line': n => flowchart(`a["${'<a href="u" '.repeat(n)}"]`),
  'carriage returns': n => `flowchart LR\r\n${times(n, i => `n${i} --> m${i}`, '\r\n')}`,
  'lines before a header': n => `${times(n, i => `line ${i}`)}\nflowchart LR\na-->b`,
  headers: n => times(n, () => 'flowchart LR'),
})
