// What is written on an arrow stays on its line.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { labelProtocol } from '../../src/rules/fixes/label-protocol'
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
  const [fix] = labelProtocol(system, { connection, title: () => '', names: ['HTTPS'] })
  expect(applyEdits(text(written), fix!.edits)).toBe(text(labeled))
})

it('is offered for no arrow that cannot hold it', () => {
  const fixes = (line: string) => {
    const system = readSystem(parseDiagram(`flowchart LR\n  api ${line}\n  db[(Orders)]\n`), {})
    return labelProtocol(system, { connection: system.connections[0]!, title: name => name, names: ['SQL'] })
  }
  expect(fixes('<-->')).toEqual([])
  expect(fixes('call@-->')).toEqual([])
  expect(fixes('-->').map(({ edits }) => edits[0]?.text)).toEqual(['-- SQL -->'])
})
