// Figures in notes: over two participants they are those of the calls between them.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { parseDiagram } from '../../src/syntax'

const statedBy = (note: string) => {
  const { connections } = readSystem(
    parseDiagram(`sequenceDiagram
  participant app as Mobile app
  participant api as Parcel API
  ${note}
  app->>api: GET /parcels/7
  api-->>app: 200`),
    {},
  )
  const figures = connections[0]?.figures ?? {}
  return Object.fromEntries(
    Object.entries(figures).flatMap(([key, figure]) =>
      figure.origin === 'note' ? [[key, figure.value]] : [],
    ),
  )
}

it.each<[string, Record<string, unknown>]>([
  ['Note over app,api: Retry 3 times', { retries: 3 }],
  ['Note over app,api: polling every 5 s', { interval: 5000 }],
  ['Note over app,api: timeout 30s, circuit breaker', { timeout: 30_000, breaker: true }],
  ['Note over app: awake every 5 s', {}],
  ['Note over app,api: 3. Retry the payment', {}],
])('%s states %o of the call that follows', (note, figures) => {
  expect(statedBy(note)).toEqual(figures)
})
