// What holds of every example: percentiles in order, and nothing that gets worse makes answers come sooner.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { systemFigures } from '../../src/math'
import { restated } from '../../src/model'
import { visitsOf } from '../../src/model/flows'
import type { Flow, System } from '../../src/model/system'
import { analyze, backgroundTables, defaultConfiguration, flowTables, pageTables } from '../../src/service'
import { languageOf } from '../../src/text/languages'
import { drawn, mermaid, type Node } from './generated'

const folders = ['examples', 'test/diagrams', 'docs']
const documents = folders
  .flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name}`),
  )
  .filter(path => /\.(?:md|mmd|mdx)$/.test(path) && !path.endsWith('explanations.md'))
  .map(path => ({
    path,
    snapshot: analyze(readFileSync(path, 'utf8'), {
      language: languageOf(path) ?? 'mermaid',
      configuration: defaultConfiguration,
    }),
  }))

describe.each(documents)('in $path', ({ snapshot }) => {
  it('percentiles stand in order', () => {
    for (const row of [...flowTables(snapshot), ...pageTables(snapshot), ...backgroundTables(snapshot)]) {
      const { p50, p95, p99, p999, longest } = row
      const times = [p50, p95, p99, p999, longest].filter(ms => ms !== null)
      expect(times, row.name).toEqual([...times].sort((a, b) => a - b))
      expect(row.failed).toBeGreaterThanOrEqual(0)
      expect(row.failed).toBeLessThanOrEqual(1)
    }
  })

  it('nothing that gets worse makes answers come sooner', () => {
    for (const { system } of snapshot.diagrams)
      for (const lines of worsened(system))
        for (const [flow, after] of sameFlows(system, restated(system, lines))) {
          if (hasWayAround(flow)) continue
          const [before, then] = [systemFigures(system).of(flow), after.figures]
          if (!before || !then) continue
          const grid = [before.p50, before.p95, before.p99, before.p999].flatMap(ms =>
            ms === null ? [] : [ms * 0.7, ms, ms * 1.5],
          )
          for (const ms of grid)
            expect(then.within(ms), `${flow.name} within ${ms} ms, ${lines.join()}`).toBeLessThanOrEqual(
              before.within(ms) + 2e-3,
            )
          expect(then.availability, lines.join()).toBeLessThanOrEqual(before.availability + 1e-9)
        }
  })
})

/** For the first components of a design: slower, less of it, and more that arrives. */
function worsened({ components }: System): readonly (readonly string[])[] {
  return components.slice(0, 8).flatMap(({ id, figures }) => {
    const { p50, p99, concurrency, capacity, rate } = figures
    const stating = (entries: string) => [`%% "${id}"@{ ${entries} }`]
    return [
      ...(p50?.stated && p99?.stated
        ? [stating(`p50: ${p50.value * 1.5}ms, p99: ${p99.value * 1.5}ms`)]
        : []),
      ...(concurrency ? [stating(`concurrency: ${Math.max(1, Math.floor(concurrency.value / 2))}`)] : []),
      ...(capacity ? [stating(`capacity: ${capacity.value / 2}/s`)] : []),
      ...(rate ? [stating(`rate: ${rate.value * 2}/s`)] : []),
      stating('availability: 90%'),
    ]
  })
}

function sameFlows(before: System, after: System) {
  return before.flows.flatMap(flow => {
    const then = after.flows.find(({ name }) => name === flow.name)
    return then ? [[flow, { figures: systemFigures(after).of(then) }] as const] : []
  })
}

/** What answers instead may be faster, and what is refused makes room. */
function hasWayAround({ plan }: Flow): boolean {
  return visitsOf(plan).some(
    ({ call, component, fallback, optional }) =>
      fallback !== undefined ||
      optional ||
      (call?.connection.figures.hedge?.value ?? false) !== false ||
      component.figures.rateLimit !== undefined,
  )
}

/** Places for everything, and nothing that makes room or goes around. */
function crowded(seed: number, rate: number): string {
  const { nodes, arrows } = drawn(seed)
  return mermaid({
    nodes: nodes.map((node, at): Node => {
      const { hitRatio: _, ...figures } = node.figures
      if (node.id === 'web') return { ...node, figures: { rate: `${rate}/s` } }
      const label = node.label.replace('Redis', 'Postgres')
      return { ...node, label, figures: { ...figures, concurrency: `${2 + ((seed * 7 + at * 5) % 37)}` } }
    }),
    arrows: arrows.map(arrow => {
      const { hedge: _, fallback: __, optional: ___, ...figures } = arrow.figures
      return { ...arrow, figures }
    }),
  })
}

it('no more are answered in any time when more arrive, in drawn designs', () => {
  for (const seed of [5003, 5011, 5017, 5023]) {
    const within = [20, 120, 700].map(rate => {
      const [diagram] = analyze(crowded(seed, rate), {
        language: 'mermaid',
        configuration: defaultConfiguration,
      }).diagrams
      const [flow] = diagram?.system.flows ?? []
      const figures = diagram && flow && systemFigures(diagram.system).of(flow)
      return [50, 200, 800, 3200].map(ms => figures?.within(ms) ?? Number.NaN)
    })
    for (const [at, next] of within.slice(1).entries())
      for (const [index, share] of next.entries())
        expect(share, `seed ${seed}`).toBeLessThanOrEqual((within[at]?.[index] ?? 0) + 2e-3)
  }
})
