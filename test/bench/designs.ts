// Designs of any size, always the same: what the benchmarks are run on.

const kinds = ['Order service', 'Payment API', 'Stock worker', 'Search service', 'Mail worker', 'Price API']
const stores = ['[(Postgres)]', '[Redis]', '[Kafka topic]', '[(MongoDB)]']
const protocols = ['HTTPS', 'gRPC, 300ms timeout', 'SQL', 'HTTP/2, 1s timeout, 2 retries', 'AMQP']

/** A labelled flowchart in layers: each node calls nodes of the next layer until there are `arrows` of them. */
export function layeredFlowchart(arrows: number, perNode = 2): string {
  const nodes = Math.ceil(arrows / perNode) + 1
  const width = Math.max(2, Math.ceil(Math.sqrt(nodes)))
  const lines = ['flowchart LR']
  for (let node = 0; node < nodes; node++) lines.push(`  n${node}${labelOf(node, width)}`)
  for (let made = 0; made < arrows; made++) {
    const from = Math.floor(made / perNode)
    const to = Math.min(nodes - 1, from + width - (from % width) + ((made * 7) % width))
    lines.push(`  n${from} -->|${protocols[made % protocols.length]}| n${to === from ? from + 1 : to}`)
  }
  return `${lines.join('\n')}\n`
}

/** A flowchart that is a tree: each node calls three others, as services and their stores do. */
export function treeFlowchart(nodes: number): string {
  const lines = ['flowchart LR']
  for (let node = 0; node < nodes; node++) {
    lines.push(`  n${node}${labelOf(node, nodes / 2)}`)
    if (node > 0)
      lines.push(`  n${Math.floor((node - 1) / 3)} -->|${protocols[node % protocols.length]}| n${node}`)
  }
  return `${lines.join('\n')}\n`
}

/** A Markdown page with a flowchart and a sequence diagram of a handful of arrows each. */
export function page(number: number): string {
  return `# Design ${number}

\`\`\`mermaid
${treeFlowchart(8 + (number % 5))}\`\`\`

Some words between them.

\`\`\`mermaid
sequenceDiagram
  participant web as Web app
  participant api as API ${number}
  participant db as Postgres
  web->>api: POST /orders/${number}
  api->>db: INSERT
  db-->>api: ok
  api-->>web: 201 Created
\`\`\`
`
}

/** A Markdown document of 3,000 lines with 40 diagrams, flowcharts and sequence diagrams, and prose around them. */
export function longDocument(): string {
  const chapters = Array.from({ length: 20 }, (_, number) => page(number).split('\n'))
  const room = Math.ceil(3000 / chapters.length)
  return `${chapters
    .flatMap(lines => [
      ...lines,
      ...Array(Math.max(0, room - lines.length)).fill('Prose about gRPC and Postgres.'),
    ])
    .slice(0, 3000)
    .join('\n')}\n`
}

function labelOf(node: number, firstStore: number): string {
  const isStore = node > firstStore && node % 4 === 0
  return isStore ? (stores[(node / 4) % stores.length] ?? '') : `[${kinds[node % kinds.length]} ${node}]`
}
