// Figures that stand beside each other in the preview can all be true at once, in every diagram of ours.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, previewModel, type Snapshot } from '../../src/service'
import { type Percentile, type PreviewModel, toPreview } from '../../src/service/preview/messages'
import { drawn, mermaid } from '../flows/generated'
import { exhaustive } from '../fuzzing'

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

const contradictions = (flow: Flow, percentile: Percentile): string[] => {
  const { p50, p95, p99, p999, longest, availability, bars, shares, overview, improvements } = flow
  const percentiles = [p50, p95, p99, p999, longest].filter(figure => figure !== null)
  const descends = percentiles.some((figure, place) => figure > (percentiles[place + 1] ?? Infinity) * slack)
  const late = bars.filter(({ timeout, end }) => timeout !== null && end > timeout * slack)
  const duration = flow[percentile]
  const outside = bars.filter(({ end }) => duration !== null && end > duration * slack)
  const wrongShares = shares.filter(share => share.latency > 1 || share.unavailability > 1)
  return [
    ...(descends ? [`p50, p95, p99, p99.9, longest: ${percentiles.join(', ')}`] : []),
    ...late.map(bar => `${bar.label} ends at ${bar.end} and gives up at ${bar.timeout}`),
    ...outside.map(bar => `${bar.label} ends at ${bar.end}, after the ${percentile} of ${duration}`),
    ...misplaced(bars),
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

/** Bars that begin before the one that waits for them, outlast it, or end before they begin. */
function misplaced(bars: Flow['bars']): string[] {
  const callers: Flow['bars'][number][] = []
  return bars.flatMap(bar => {
    callers.length = bar.depth
    const caller = callers.at(-1)
    callers.push(bar)
    const isIn = !caller || (bar.start >= caller.start / slack && bar.end <= caller.end * slack)
    const isInOrder = bar.start <= bar.worked * slack && bar.worked <= bar.end * slack
    return isIn && isInOrder ? [] : [`${bar.label}: ${bar.start} to ${bar.end}, worked until ${bar.worked}`]
  })
}

/** `about −1.2 s at p99`; undefined for what is no time. */
const milliseconds = (gain: string): number | undefined => {
  const [, amount, unit] = /−([\d.]+)\s(ms|s) at p99/.exec(gain) ?? []
  return amount === undefined ? undefined : Number(amount) * (unit === 's' ? 1000 : 1)
}

const percentiles = ['p50', 'p95', 'p99'] as const

const shownAt = (snapshot: Snapshot, index: number, shown: readonly Percentile[] = percentiles) =>
  shown.flatMap(percentile =>
    previewModel(snapshot, index, { percentile }).flows.map(flow => ({ flow, percentile })),
  )

/** Every third diagram of a rule's page; in exhaustive mode all of them. */
const isTried = (index: number): boolean => exhaustive || index % 3 === 0

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
    const isPage = path.startsWith('src')
    const found = snapshot.diagrams.flatMap((_, index) =>
      isPage && !isTried(index)
        ? []
        : shownAt(snapshot, index, isPage ? ['p99'] : percentiles).flatMap(({ flow, percentile }) =>
            contradictions(flow, percentile).map(words => `diagram ${index + 1}, ${flow.name}: ${words}`),
          ),
    )
    expect(found).toEqual([])
  })

  it('drawn designs, and no call takes longer than its rounds, attempts and timeout allow', () => {
    const found = Array.from({ length: 12 }, (_, at) => at + 1).flatMap(seed => {
      const picture = drawn(seed)
      const snapshot = analyze(mermaid(picture), {
        language: 'mermaid',
        configuration: defaultConfiguration,
      })
      const allowed = picture.arrows.map(({ figures: { timeout, attempts, calls, order } }) =>
        timeout === undefined
          ? Infinity
          : Number(attempts ?? 1) *
            Number.parseFloat(timeout) *
            Number(order === 'parallel' ? 1 : (calls ?? 1)),
      )
      return shownAt(snapshot, 0).flatMap(({ flow, percentile }) => [
        ...contradictions(flow, percentile).map(words => `seed ${seed}, ${percentile}: ${words}`),
        ...flow.bars.flatMap(({ target, label, start, end }) =>
          target.kind === 'arrow' && end - start > (allowed[target.index] ?? 0) * slack
            ? [`seed ${seed}, ${percentile}: ${label} takes ${end - start} of ${allowed[target.index]}`]
            : [],
        ),
      ])
    })
    expect(found).toEqual([])
  })

  it('rounds of a call take as long as all of them, unless they are made at once', () => {
    const barOf = (more: string) => {
      const text = `flowchart LR
  web[Browser] -->|HTTPS| api[Order API] -->|"gRPC, 100ms timeout"| stock[Stock service]
  %% stock@{ p50: 80ms, p99: 90ms }
  %% api->stock@{ calls: 5${more} }
  %% arrowsmith: { assume: nothing }
`
      const snapshot = analyze(text, { language: 'mermaid', configuration: defaultConfiguration })
      return previewModel(snapshot, 0).flows[0]?.bars.find(({ depth }) => depth === 1)
    }
    const [inTurn, atOnce] = [barOf(''), barOf(', order: parallel')]
    expect(inTurn).toMatchObject({ start: 0, timeout: 500 })
    expect(inTurn?.end).toBeGreaterThan(400)
    expect(atOnce).toMatchObject({ start: 0, timeout: 100 })
    expect(atOnce?.end).toBeLessThan(100)
  })
})

it('a design whose requests are never answered in time has a picture all the same, without shares', () => {
  const calls = Array.from({ length: 80 }, (_, at) => `  api -->|gRPC| s${at}[Service ${at}]\n`)
  const text = `flowchart LR\n  web[Browser] -->|"HTTPS, 1ms timeout"| api[Order API]\n${calls.join('')}`
  const snapshot = analyze(text, { language: 'mermaid', configuration: defaultConfiguration })
  const picture = previewModel(snapshot, 0)
  const message = { type: 'picture', picture: { document: 'file:///design.mmd', ...picture } }
  expect(toPreview.safeParse(message).error?.issues).toBeUndefined()
  expect(picture.flows[0]).toMatchObject({ p99: null, availability: 0, assumedShare: 0 })
})

it('a picture of figures alone has those of the whole one', () => {
  const source = readFileSync('examples/checkout.md', 'utf8')
  const snapshot = analyze(source, { language: 'markdown', configuration: defaultConfiguration })
  const changes = [{ target: 'psp', key: 'p99', value: '300' }] as const
  const [whole] = previewModel(snapshot, 0, { changes }).flows
  const { pending, flows } = previewModel(snapshot, 0, { changes, figuresOnly: true })
  const { shares, bars, improvements, assumedShare, overview, ...figures } = whole!
  expect(shares.length * bars.length * improvements.length).toBeGreaterThan(0)
  expect({ pending, ...flows[0] }).toMatchObject({ pending: true, ...figures })
  expect(overview.startsWith(flows[0]!.overview)).toBe(true)
})

it('a flow that hardly ever answers says so in place of percentiles of nobody', () => {
  const text = `flowchart LR
  web[Web app] -->|"HTTPS, 50ms timeout"| api[API]
  api -->|"HTTPS, 1s timeout"| slow[Report service]
  %% slow@{ p50: 400ms, p99: 500ms }
`
  const { flows } = previewModel(
    analyze(text, { language: 'mermaid', configuration: defaultConfiguration }),
    0,
  )
  expect(flows[0]?.overview).toMatch(/^A request from Web app to API hardly ever gets an answer/)
  expect(flows[0]?.improvements).toEqual([])
})

it.each(['src/rules/consistency/job-overlaps.md', 'src/rules/arrows/unlabeled-arrow.md'])(
  'what is tried in %s makes nothing another kind of thing',
  path => {
    const snapshot = analyze(readFileSync(path, 'utf8'), {
      language: 'markdown',
      configuration: defaultConfiguration,
    })
    const told = (index: number, tried: readonly string[]) => {
      const changes = tried.map(target => ({ target, key: 'p99', value: '123' }) as const)
      const { nodes, arrows, flows } = previewModel(snapshot, index, { changes, figuresOnly: true })
      return {
        kinds: nodes.map(({ id, kind }) => [id, kind]),
        arrows: arrows.map(({ role, network }) => [role, network]),
        flows: flows.map(({ name }) => name),
      }
    }
    for (const [index, { system }] of snapshot.diagrams.entries()) {
      const untried = told(index, [])
      for (const { id } of system.components) expect(told(index, [id])).toEqual(untried)
    }
  },
)
