// C4 and architecture diagrams that grow, and texts that are neither.

import { generators, times, word } from '../generator'

const c4 = (body: string) => `C4Container\n${body}\n`
const eachC4 = (line: (index: number) => string) => (units: number) => c4(times(units, line))

export const c4s = generators('c4', 'mermaid', {
  containers: eachC4(n => `Container(c${n}, "${word(n)} API", "Go", "Does it")`),
  'one container again': eachC4(n => `Container(c, "API ${n}")`),
  'relations of a chain': eachC4(n => `Rel(c${n}, c${n + 1}, "calls", "HTTPS")`),
  'relations overwritten': eachC4(n => `Rel(a, b, "calls ${n}", "HTTPS")`),
  'relations both ways': eachC4(n => `BiRel(c${n}, c${n + 1}, "calls", "HTTPS")`),
  'relations unclosed': eachC4(() => 'Rel('),
  'relations unclosed, of one node each': eachC4(n => `Rel(a${n}, b, "calls"`),
  'relations in quotes unclosed': eachC4(() => 'Rel(a, b, "calls'),
  'relations without a label': eachC4(n => `Rel(a${n}, b)`),
  'containers and relations': eachC4(n => `Container(c${n}, "${word(n)}")\nRel(c${n}, db, "reads", "SQL")`),
  boundaries: eachC4(n => `Container_Boundary(b${n}, "B") {\nContainer(c${n}, "C")\n}`),
  'boundaries unclosed': eachC4(n => `Container_Boundary(b${n}, "B") {`),
  'boundaries nested': n =>
    c4(`${times(n, i => `Container_Boundary(b${i}, "B") {`)}\nContainer(a, "A")\n${times(n, () => '}')}`),
  'boundaries nested with containers': n =>
    c4(`${times(n, i => `Container_Boundary(b${i}, "B") {\nContainer(c${i}, "C")`)}\n${times(n, () => '}')}`),
  'closing braces': eachC4(() => '}'),
  'a long label': n => c4(`Container(a, "${'x'.repeat(n)}")`),
  'a label of many words': n => c4(`Container(a, "${times(n, word, ' ')}")`),
  'many arguments': n => c4(`Container(a, ${times(n, i => `"a${i}"`, ', ')})`),
  'many named arguments': n => c4(`Container(a, "A", ${times(n, i => `$k${i}="v"`, ', ')})`),
  commas: n => c4(`Container(${','.repeat(n)})`),
  parentheses: n => c4(`Container${'('.repeat(n)}`),
  'styles of elements': eachC4(n => `UpdateElementStyle(c${n}, $bgColor="red")`),
  'styles of relations': eachC4(n => `UpdateRelStyle(c${n}, c${n + 1}, $lineColor="red")`),
  'unknown macros': eachC4(n => `Containr(c${n}, "C")`),
  'deployment nodes nested': n =>
    `C4Deployment\n${times(n, i => `Deployment_Node(b${i}, "B") {`)}\n${times(n, () => '}')}`,
  words: eachC4(() => 'just some words'),
  comments: eachC4(n => `%% comment ${n}`),
  'accessible descriptions without end': eachC4(() => 'accDescr {'),
})

const architecture = (body: string) => `architecture-beta\n${body}\n`
const eachArchitecture = (line: (index: number) => string) => (units: number) =>
  architecture(times(units, line))

export const architectures = generators('architecture', 'mermaid', {
  services: eachArchitecture(n => `service s${n}(server)[${word(n)} API]`),
  'accessible descriptions without end': eachArchitecture(() => 'accDescr {'),
  'services again': eachArchitecture(() => 'service s(server)[API]'),
  'services and edges': eachArchitecture(n => `service s${n}(server)[API ${n}]\ns${n}:R --> L:s${n + 1}`),
  'edges between the unknown': eachArchitecture(n => `s${n}:R --> L:s${n + 1}`),
  'the same edge': n =>
    architecture(`service a(server)[A]\nservice b(server)[B]\n${times(n, () => 'a:R --> L:b')}`),
  groups: eachArchitecture(n => `group g${n}(cloud)[G]\nservice s${n}(server)[S] in g${n}`),
  'groups nested': n =>
    architecture(
      `${times(n, i => `group g${i}(cloud)[G]${i > 0 ? ` in g${i - 1}` : ''}`)}\nservice a(server)[A] in g${n - 1}`,
    ),
  'one group of many': n =>
    architecture(
      `group g(cloud)[G]\n${times(n, i => `service s${i}(server)[S] in g`)}\nservice x(server)[X]\nx:R --> L:s1{group}`,
    ),
  junctions: n =>
    architecture(
      `service a(server)[A]\n${times(n, i => `junction j${i}\n${i === 0 ? 'a' : `j${i - 1}`}:R -- L:j${i}`)}\nservice b(server)[B]\nj${n - 1}:R --> L:b`,
    ),
  'a junction of many': n =>
    architecture(
      `junction j\n${times(Math.sqrt(n), i => `service a${i}(server)[A]\na${i}:R --> L:j\nservice b${i}(server)[B]\nj:R --> L:b${i}`)}`,
    ),
  'a long label': n => architecture(`service a(server)[${'x'.repeat(n)}]`),
  'labels without end': eachArchitecture(n => `service a${n}(server)[label`),
  'icons without end': eachArchitecture(n => `service a${n}(server`),
  alignments: eachArchitecture(n => `align row s${n} s${n + 1}`),
  words: eachArchitecture(() => 'just some words'),
  comments: eachArchitecture(n => `%% comment ${n}`),
})

export const nothings = generators('none', 'mermaid', {
  words: n => times(n, word),
  'words in one line': n => times(n, word, ' '),
  'empty lines': n => '\n'.repeat(n),
  blanks: n => ' '.repeat(n),
  'frontmatter without end': n => `---\n${times(n, i => `key${i}: value`)}`,
  comments: n => `${times(n, () => '%% comment')}`,
  'another kind': n => `classDiagram\n${times(n, i => `A${i} <|-- B${i}`)}`,
  states: n => `stateDiagram-v2\n${times(n, i => `s${i} --> s${i + 1}`)}`,
})
