// What differs between the Mermaids of hosts, or might: what is written, and the text that a reader should see.

export interface Construct {
  readonly name: string
  readonly text: string
  /** What the picture has to say. */
  readonly shows: readonly string[]
  /** What it must not say. */
  readonly hides?: string
}

const flowchart = (line: string) => `flowchart LR\n  ${line}\n`
const sequence = (line: string) => `sequenceDiagram\n  participant web as Web\n  ${line}\n`

export const constructs: readonly Construct[] = [
  { name: 'a label that begins `2. `', text: flowchart('a["2. Orders"] --> b'), shows: ['2. Orders'] },
  { name: 'a label that begins `- `', text: flowchart('a["- Orders"] --> b'), shows: ['- Orders'] },
  { name: 'a label that begins `# `', text: flowchart('a["# Orders"] --> b'), shows: ['# Orders'] },
  { name: 'a label of an arrow that begins `2. `', text: flowchart('a -->|2. gRPC| b'), shows: ['2. gRPC'] },
  { name: 'a label that begins `2) `', text: flowchart('a["2) Orders"] --> b'), shows: ['2) Orders'] },
  {
    name: 'a group that begins `2. `',
    text: flowchart('subgraph g["2. Data"]\n  a\n  end'),
    shows: ['2. Data'],
  },
  {
    name: 'a box with the id of the group around it',
    text: flowchart('subgraph orders\n  orders[Order API]\n  stock[Stock]\n  end'),
    shows: ['Stock'],
  },
  {
    name: 'groups that contain each other',
    text: flowchart('subgraph orders\n  stock\n  end\n  subgraph stock\n  orders\n  end\n  web[Web] --> api'),
    shows: ['Web'],
  },
  { name: 'a message that begins `2. `', text: sequence('web->>api: 2. GET /x'), shows: ['2. GET /x'] },
  {
    name: '`@` in a label without quotes',
    text: flowchart('a[@acme/orders] --> b'),
    shows: ['@acme/orders'],
  },
  { name: '`@` in a label with quotes', text: flowchart('a["@acme/orders"] --> b'), shows: ['@acme/orders'] },
  { name: '`**bold**` in a label', text: flowchart('a["**Orders**"] --> b'), shows: ['Orders'] },
  { name: 'a label in Markdown', text: flowchart('a["`**Orders**`"] --> b'), shows: ['Orders'] },
  { name: '`<br/>` in a label', text: flowchart('a["Orders<br/>9 ms"] --> b'), shows: ['Orders', '9 ms'] },
  { name: '`\\n` in a label', text: flowchart('a["Orders\\n9 ms"] --> b'), shows: ['Orders', '9 ms'] },
  { name: 'figures behind `%%`', text: flowchart('a[Orders] --> b\n  %% a@{ p99: 9ms }'), shows: ['Orders'] },
  { name: '`a@{ p99: 9ms }`', text: flowchart('a[Orders] --> b\n  a@{ p99: 9ms }'), shows: ['Orders'] },
  {
    name: '`a@{ shape: cyl }`',
    text: flowchart('a@{ shape: cyl, label: "Orders" } --> b'),
    shows: ['Orders'],
  },
  { name: '`a e1@--> b`', text: flowchart('a[Orders] e1@--> b'), shows: ['Orders'] },
  {
    name: 'settings before the diagram',
    text: `---\ntitle: Design\narrowsmith:\n  preset: strict\n---\n${flowchart('a[Orders] --> b')}`,
    shows: ['Orders', 'Design'],
  },
  {
    name: '`participant a@{ "type": "database" }`',
    text: sequence('participant db@{ "type": "database" }\n  web->>db: SQL'),
    shows: ['db'],
  },
  {
    name: '`create participant`',
    text: sequence('create participant job\n  web->>job: start'),
    shows: ['job'],
  },
  { name: '`<<->>`', text: sequence('web<<->>chat: WebSocket'), shows: ['WebSocket'], hides: '<<' },
  { name: '`-//`', text: sequence('web-//api: push'), shows: ['push'] },
  {
    name: '`C4Container`',
    text: 'C4Container\n  Container(a, "Orders")\n  Container(b, "Stock")\n  Rel(a, b, "asks")\n',
    shows: ['Orders', 'asks'],
  },
  {
    name: '`architecture-beta`',
    text: 'architecture-beta\n  service a(server)[Orders]\n  service b(server)[Stock]\n  a:R --> L:b\n',
    shows: ['Orders', 'Stock'],
  },
]
