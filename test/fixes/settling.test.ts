// Every fix of every text settles: also of texts that are half written or mangled.

import { describe, expect, it } from 'vitest'
import { exhaustive, rounds } from '../fuzzing'
import { mutants, originals } from './mutants'
import { faultsOf } from './settling'

describe('fixes settle and leave the rest alone', () => {
  it.each([
    ['a comment where the text of a message belongs', 'sequenceDiagram\n  Alice->>Bob:%% comment\n'],
    ['a quote behind the header', 'flowchart LR "\n'],
    ['an arrow that ends its line', 'flowchart LR\n  web[Web app] -->\n  api[Order API]\n'],
    ['an arrow with an id that ends its line', 'flowchart LR\n  web[Web app] call@-->\n  api[Order API]\n'],
    ['an arrow without a target', 'flowchart LR\n  web[Web app] -->|HTTPS| api[Order API]\n  api -->\n'],
    [
      'a directive without an end',
      'flowchart LR\n  web[Web app] -->|HTTPS| api[Order API]%%{\n  api --> db[(Orders)]\n',
    ],
    [
      'metadata of a participant',
      'sequenceDiagram\n  participant R@{ p99: 1ms } as Reservoir\n  S->>R: item\n',
    ],
    ['metadata before a keyword', 'flowchart LR\n  a[API] --> b[Orders]\n  call@{\n    timeout: 2s\n  }\n'],
    [
      'metadata with a stray quote',
      "flowchart LR\n  web -->|WSS| gw[API Gateway]\n  %% gw@{' upgrade: true }\n  gw --> chat[Chat]\n",
    ],
    [
      'suppressions with braces in their names',
      'flowchart LR\n  web[Web app] -->|HTTPS| api[API]\n  %% arrowsmith-disable%%{-line missing-timeout -- for now\n  %% arrowsmith-disable %%{-line missing-timeout\n  api -->|SQL| db[(Orders)]\n',
    ],
    [
      'a list that nothing closes',
      'flowchart LR\n  api[API] e1@-->|gRPC| pay[Payments]\n  e1@{ retries:[|, timeout: 400ms }\n',
    ],
    [
      'a glued value that YAML refuses',
      'flowchart LR\n  api[API] e1@-->|gRPC| pay[Payments]\n  e1@{ retries:@ 2, timeout: 400ms }\n',
    ],
  ])('of %s', async (_, text) => {
    expect(await faultsOf(text)).toEqual([])
  })

  it('of excerpts, mangled', async () => {
    const texts = mutants(3)
    for (const _ of rounds(70, 300)) {
      const text = texts.next().value
      expect(await faultsOf(text), text).toEqual([])
    }
  })

  it.runIf(exhaustive)('of everything that is tried elsewhere', async () => {
    for (const text of originals) expect(await faultsOf(text), text).toEqual([])
  })
})
