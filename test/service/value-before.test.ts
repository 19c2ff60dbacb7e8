// What figures were before a what-if, beside what they are made.

import { expect, it } from 'vitest'
import { analyze, defaultConfiguration, previewModel } from '../../src/service'
import type { Change } from '../../src/service/preview/messages'

const snapshot = analyze(
  `flowchart LR
  web[Web app] -->|"HTTPS, 3s timeout, 3 attempts"| api[Order API]
  api -->|SQL| cache[(Redis)]
  %% web@{ rate: 40/s }
  %% api@{ p99: 80ms, availability: 99.5%, replicas: 2 }
`,
  { language: 'mermaid', configuration: defaultConfiguration },
)

const was = (change: Change) => previewModel(snapshot, 0, { changes: [change] }).changes[0]?.was

it.each<[Change['key'], string, string, string | undefined]>([
  ['p99', 'api', '300', '80'],
  ['availability', 'api', '0.9', '0.995'],
  ['replicas', 'api', '5', '2'],
  ['rate', 'web', '90/s', '40/s'],
  ['timeout', '0', '500', '3000'],
  ['retries', '0', '0', '2'],
  ['timeout', '1', '500', undefined],
  ['component', 'api', 'down', undefined],
  ['p99', 'nobody', '1', undefined],
])('%s of %s made %s was %s', (key, target, value, before) => {
  expect(was({ key, target, value })).toBe(before)
})
