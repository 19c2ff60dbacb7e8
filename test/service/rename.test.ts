// A new name reaches every place that writes the old one, or the rename is refused with a reason.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, referencesAt, renameEdits } from '../../src/service'
import type { Configuration } from '../../src/service/configuration/configuration'
import { parseDiagram } from '../../src/syntax'
import { applyEdits } from '../../src/text/edit'
import type { Language } from '../../src/text/languages'
import { casesOf, families } from '../conformance/cases'
import { ask } from '../conformance/oracle'
import { documents, pages } from '../fixes/diagrams'
import { exhaustive } from '../fuzzing'

function renamed(
  source: string,
  { from, to, language = 'mermaid', configuration = defaultConfiguration }: Wish,
): string {
  const snapshot = analyze(source, { language, configuration })
  const header = source.search(/^(?:flowchart|sequenceDiagram|C4Container|architecture-beta)/m)
  const drawn = header + source.slice(header).search(new RegExp(`\\b${from}\\b`))
  const edits = renameEdits(snapshot, drawn, to)
  return 'error' in edits ? edits.error : applyEdits(source, edits)
}

interface Wish {
  readonly from: string
  readonly to: string
  readonly language?: Language
  readonly configuration?: Configuration
}

describe('every place that writes an id is renamed', () => {
  const flowchart = `---
arrowsmith:
  entries:
    - web
    - "api"
  objectives:
    order: { from: web, to: 'api', p99: 800ms }
---
flowchart LR
  web[Web app] hop@-->|HTTPS| api[Order API]
  subgraph core[Core services]
    api --> db[(Orders)]
  end
  web --> core
  class api,db hot
  class hop fast
  click api "https://example.org"
  style api fill:#eee
  style core fill:#eee
  hop@{ animate: true }
  %% api->db#1@{ timeout: 300ms }
  %% "api" -> "db"@{ retries: 2 }
  %% db<-api@{ p99: 20ms }
  %% core@{ region: eu-west-1 }
  %% api@{ liveness: [db] }
  %% arrowsmith: { entries: [web, api], objectives: { stock: { from: web, to: db, p99: 1s } } }
`
  const sequence = `sequenceDiagram
  participant api as Order API
  web->>+api: GET /orders
  activate db
  api->>db: SQL
  deactivate db
  note over web,api: fast
  links api: {"runbook": "https://example.org"}
  api-->>-web: 200
`
  const early = `sequenceDiagram
  activate db
  destroy web
  web->>api: bye
  api->>db: SQL
  deactivate db
`
  const c4 = `C4Container
  Person(web, "Customer")
  Container_Boundary(core, "Core") {
    Container(api, "Order API", "Go")
  }
  Rel(web, api, "Orders", "HTTPS")
  Rel(web, core, "Uses")
  UpdateElementStyle(api, $bgColor="grey")
  UpdateRelStyle(web, api, $textColor="red")
`
  const architecture = `architecture-beta
  group core(cloud)[Core]
  group inner(cloud)[Inner] in core
  service api(server)[Order API] in core
  service db(database)[Orders] in inner
  api:R --> L:db
  %% api:R->L:db@{ timeout: 300ms }
`

  it.each([
    ...['web', 'api', 'db', 'core', 'hop'].map(id => ['flowchart', id, flowchart]),
    ...['web', 'api', 'db'].map(id => ['sequence', id, sequence]),
    ...['web', 'api', 'db'].map(id => ['sequence that ends them before they are met', id, early]),
    ...['web', 'api', 'core'].map(id => ['C4', id, c4]),
    ...['core', 'api', 'db', 'inner'].map(id => ['architecture', id, architecture]),
  ])('in a %s: %s', (_, id, text) => {
    const found = renamed(text!, { from: id!, to: 'zulu' })
    expect(found).toBe(text!.replace(new RegExp(`\\b${id}\\b(?!es)`, 'g'), 'zulu'))
  })

  it('in the frontmatter of the document', () => {
    const text = `---
arrowsmith:
  entries: [web]
  objectives:
    order:
      from: web
      to: api
      p99: 800ms
---
# Orders

\`\`\`mermaid
flowchart LR
  web[Web app] -->|HTTPS| api[Order API]
\`\`\`
`
    const found = renamed(text, { from: 'web', to: 'shop', language: 'markdown' })
    expect(found).toBe(text.replace(/\bweb\b/g, 'shop'))
    const snapshot = analyze(text, { language: 'markdown', configuration: defaultConfiguration })
    expect(
      referencesAt(snapshot, text.indexOf('web[')).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['web', 'web', 'web'])
  })
})

describe('what cannot be complete is refused', () => {
  it('where the document means other diagrams too', () => {
    const diagram = '```mermaid\nflowchart LR\n  web[Web app] -->|HTTPS| api[Order API]\n```\n'
    const text = `---\narrowsmith:\n  entries: [web]\n---\n${diagram}\n${diagram}`
    expect(renamed(text, { from: 'web', to: 'shop', language: 'markdown' })).toMatch(/other diagrams too/)
  })

  it('where the configuration names it', () => {
    const configuration = { ...defaultConfiguration, nodes: { api: { p99: '300ms' } } }
    const text = 'flowchart LR\n  web[Web app] -->|HTTPS| api[Order API]\n'
    expect(renamed(text, { from: 'api', to: 'orders', configuration })).toMatch(/arrowsmith\.config\.json/)
  })

  it('where settings cannot hold the name', () => {
    const text =
      'flowchart LR\n  web[Web app] -->|HTTPS| api[Order API]\n  %% arrowsmith: { entries: [web] }\n'
    expect(renamed(text, { from: 'web', to: 'null' })).toMatch(/would be lost/)
  })
})

const texts = [
  ...[...pages, ...documents].flatMap(tried => tried.texts),
  ...families.flatMap(family => casesOf(family)),
]

/** Mermaid's own reading is the judge: the same as before under the new name. */
const oneIn = exhaustive ? 2 : 16

it.each(['first', 'last'])('Mermaid reads the same when the %s thing drawn is renamed', async which => {
  for (const text of texts.filter((_, index) => index % oneIn === (which === 'first' ? 0 : oneIn / 2))) {
    const before = await ask(text)
    if (!before.facts) continue
    const { nodes, groups } = parseDiagram(text)
    const drawn = [
      ...nodes.map(({ id, mentions }) => ({ id, at: mentions[0]?.id })),
      ...groups.map(({ id, idSpan }) => ({ id, at: idSpan })),
    ]
    const { id, at } = (which === 'first' ? drawn[0] : drawn.at(-1)) ?? {}
    // What is called like an arrow's own id is named after that arrow's ends.
    if (!id || !at || /^L_/m.test(text)) continue
    // `db&cache` is one id that was meant as two: it is taken apart first.
    if (nodes.some(node => node.id.includes('&'))) continue
    const edits = renameEdits(open(text), at.start, 'zulu')
    expect(edits, `${id} in ${text}`).not.toHaveProperty('error')
    const after = await ask(applyEdits(text, 'error' in edits ? [] : edits))
    expect(named(after.facts, id), `${id} in ${text}`).toEqual(named(before.facts, id))
  }
})

const open = (text: string) => analyze(text, { language: 'mermaid', configuration: defaultConfiguration })

/** With the old name and the new one alike, wherever they stand alone. */
const named = (facts: unknown, id: string): unknown =>
  JSON.parse(JSON.stringify(facts, (_, value) => (value === id ? 'zulu' : value)))
