// What retries make of the load when a component fails, beside the figures of the preview.

import { expect, it } from 'vitest'
import { analyze, defaultConfiguration, previewModel } from '../../src/service'
import type { Change } from '../../src/service/preview/messages'

const said = (lines: readonly string[], changes: readonly Change[] = []) => {
  const design = [
    'flowchart LR',
    '  web[Web app] -->|"HTTPS, 3s timeout"| api[Order API]',
    '  api -->|"gRPC, 200ms timeout, 2 retries"| stock[Stock service]',
    ...lines,
  ].join('\n')
  const snapshot = analyze(design, { language: 'mermaid', configuration: defaultConfiguration })
  const [flow] = previewModel(snapshot, 0, { changes }).flows
  return flow!.notes.gaps.filter(each => each.includes('retries'))
}

const busy = ['  %% web@{ rate: 100/s }', '  %% stock@{ capacity: 1250/s }']

it('is said of what its capacity is first too little for', () => {
  expect(said(busy)).toEqual([
    'When Stock service fails, retries raise its load to 300 requests a second, instead of 100; it serves at most 1,250.',
  ])
})

it('is said of what is down in a what-if, whatever it can serve', () => {
  const down = { target: 'stock', key: 'component', value: 'down' } as const
  expect(said(busy.slice(0, 1), [down])).toEqual([
    'While Stock service is down, retries raise its load to 300 requests a second, instead of 100.',
  ])
})

it('is not said where no rate is known, or nobody tries again', () => {
  expect(said([])).toEqual([])
  expect(said(busy, [{ target: '1', key: 'retries', value: '0' }])).toEqual([])
})
