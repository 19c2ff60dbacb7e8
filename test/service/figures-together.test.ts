// Figures that stand beside each other in the preview can all be true at once, in every diagram of ours.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, previewModel } from '../../src/service'
import type { PreviewModel } from '../../src/service/preview/messages'

const documents = [
  'examples',
  'test/diagrams',
  'src/rules/timeouts',
  'src/rules/retries',
  'src/rules/overload',
  'src/rules/objectives',
].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:md|mmd)$/.test(name))
    .map(name => join(folder, name)),
)

type Flow = PreviewModel['flows'][number]

/** Rounding of sums and of grids. */
const slack = 1.001

const contradictions = (flow: Flow): string[] => {
  const { p50, p95, p99, p999, longest, availability, bars, shares, overview, improvements } = flow
  const percentiles = [p50, p95, p99, p999, longest].filter(figure => figure !== null)
  const descends = percentiles.some((figure, place) => figure > (percentiles[place + 1] ?? Infinity) * slack)
  const late = bars.filter(({ timeout, end }) => timeout !== null && end > timeout * slack)
  const outside = bars.filter(({ end }) => p99 !== null && end > p99 * slack)
  const wrongShares = shares.filter(share => share.latency > 1 || share.unavailability > 1)
  return [
    ...(descends ? [`p50, p95, p99, p99.9, longest: ${percentiles.join(', ')}`] : []),
    ...late.map(bar => `${bar.label} ends at ${bar.end} and gives up at ${bar.timeout}`),
    ...outside.map(bar => `${bar.label} ends at ${bar.end}, after the p99 of ${p99}`),
    ...wrongShares.map(({ target }) => `a share above the whole: ${JSON.stringify(target)}`),
    ...[...overview.matchAll(/(\d+)%\)/g)].flatMap(([, share]) =>
      Number(share) > 100 ? [`a share of ${share}% of the p99`] : [],
    ),
    ...improvements.flatMap(({ text, gain }) =>
      (milliseconds(gain) ?? 0) > (p99 ?? Infinity) ? [`${text}: ${gain} of a p99 of ${p99}`] : [],
    ),
    ...(availability >= 0 && availability <= 1 ? [] : [`availability ${availability}`]),
  ]
}

/** `about −1.2 s at p99`; undefined for what is no time. */
const milliseconds = (gain: string): number | undefined => {
  const [, amount, unit] = /−([\d.]+)\s(ms|s) at p99/.exec(gain) ?? []
  return amount === undefined ? undefined : Number(amount) * (unit === 's' ? 1000 : 1)
}

/** More arrives at one of the components than it can serve. */
const overloaded = (source: string) =>
  source
    .replace('%% gateway@{', '%% shopper@{ rate: 400/s }\n  %% gateway@{ capacity: 1500/s,')
    .replace('%% stock@{', '%% stock@{ capacity: 380/s,')

describe('figures beside each other hold together', () => {
  it.each([
    ...documents.map(path => [path, readFileSync(path, 'utf8')] as const),
    ['checkout under too much load.md', overloaded(readFileSync('examples/checkout.md', 'utf8'))] as const,
  ])('%s', (path, source) => {
    const language = path.endsWith('.md') ? 'markdown' : 'mermaid'
    const snapshot = analyze(source, { language, configuration: defaultConfiguration })
    const found = snapshot.diagrams.flatMap((_, index) =>
      previewModel(snapshot, index).flows.flatMap(flow =>
        contradictions(flow).map(words => `diagram ${index + 1}, ${flow.name}: ${words}`),
      ),
    )
    expect(found).toEqual([])
  })
})
