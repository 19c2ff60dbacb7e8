// What is written on an arrow stays on its line.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { labelProtocol } from '../../src/rules/writing/labelProtocol'
import { parseDiagram } from '../../src/syntax'
import { applyEdits } from '../../src/text/edit'

it.each([
  ['api->>ledger', 'api->>ledger: HTTPS'],
  ['api->>ledger:', 'api->>ledger: HTTPS'],
  ['api->>ledger: books it', 'api->>ledger: books it, HTTPS'],
])('%s becomes %s', (written, labeled) => {
  const text = (message: string) => `sequenceDiagram\n  ${message}\n  ledger-->>api: ok\n`
  const system = readSystem(parseDiagram(text(written)), {})
  const connection = system.connections[0]!
  const { edits } = labelProtocol(system, { connection, title: '', name: 'HTTPS' })
  expect(applyEdits(text(written), edits)).toBe(text(labeled))
})
