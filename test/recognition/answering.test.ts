// Services that are named after the people whose records they keep.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { parseDiagram } from '../../src/syntax'

const read = (...lines: readonly string[]) =>
  readSystem(parseDiagram(`flowchart LR\n${lines.join('\n')}\n`), {})
const kinds = (...lines: readonly string[]) =>
  Object.fromEntries(read(...lines).components.map(({ id, kind }) => [id, kind?.value]))

const asked = 'gateway[API gateway] -->|HTTP| Customers'
const stored = 'Customers -->|SQL| db[(Postgres)]'

it('what answers requests and keeps something is no person', () => {
  expect(kinds('web[Browser] -->|HTTPS| gateway', asked, stored)).toMatchObject({ Customers: 'service' })
  const [flow, ...others] = read('web[Browser] -->|HTTPS| gateway', asked, stored).flows
  expect([flow?.entry.id, others]).toEqual(['web', []])
})

it('nor is who answers another of them', () => {
  const lines = [asked, 'Customers -->|HTTP| Users', 'Users -->|SQL| db[(Postgres)]']
  expect(kinds(...lines)).toMatchObject({ Customers: 'service', Users: 'service' })
})

it.each<[string, readonly string[]]>([
  ['who is only told something', ['mail[Mail service] -->|HTTPS| Customers', 'Customers --> shop[Shop]']],
  ['who only asks', ['Customers -->|HTTPS| gateway[API gateway]', 'gateway -->|SQL| db[(Postgres)]']],
  ['who is drawn as a person', [asked, stored, '%% Customers@{ kind: person }']],
])('%s stays a person', (_, lines) => {
  expect(kinds(...lines)).toMatchObject({ Customers: 'person' })
})
