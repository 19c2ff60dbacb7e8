// What reaches those behind a cache that has lost everything, against sums by hand.

import { expect, it } from 'vitest'
import { analyze, coldCacheTables, defaultConfiguration } from '../../src/service'

const tables = (lines: string) =>
  coldCacheTables(
    analyze(
      `flowchart LR
  web[Browser] -->|HTTPS| cdn[CDN] -->|"HTTPS, 1s timeout"| api[Order API]
  api -->|RESP| cache[(Redis)]
  api -->|SQL| db[(Postgres)]
  %% cdn@{ hitRatio: 60% }
  %% arrowsmith: { assume: nothing }
  ${lines}`,
      { language: 'mermaid', configuration: defaultConfiguration },
    ),
  )

const inShort = (lines: string) =>
  tables(lines).rows.map(({ cache, at, factor, rates }) => [cache, at, round(factor), round(rates?.cold)])

const round = (figure: number | null | undefined) => figure && Number(figure.toPrecision(6))

it('misses of an empty cache go on, through the caches behind it', () => {
  const rates = '%% web@{ rate: 1000/s }\n  %% db@{ capacity: 200/s }\n  %% cache@{ hitRatio: 90% }'
  // 1000/s × 40% × 10% = 40/s usually: 400/s without Redis, 100/s without the CDN.
  expect(inShort(rates)).toEqual([
    ['cache', 'db', 10, 400],
    ['cdn', 'db', 2.5, 100],
    ['cdn', 'api', 2.5, 1000],
  ])
  expect(tables(rates).rows[0]).toMatchObject({
    cacheName: 'Redis',
    name: 'Postgres',
    rates: { serving: 200 },
  })
})

it('where no rate is stated, loads grow by as much', () => {
  expect(inShort('%% cache@{ hitRatio: 75% }')).toEqual([
    ['cache', 'db', 4, undefined],
    ['cdn', 'api', 2.5, undefined],
  ])
})

it('a ratio on the arrow counts, an assumed one does not', () => {
  expect(inShort('%% api->cache@{ hitRatio: 95% }')[0]).toEqual(['cache', 'db', 20, undefined])
  expect(inShort('').map(([cache]) => cache)).toEqual(['cdn'])
})

it('who is never asked otherwise has no factor', () => {
  expect(inShort('%% cache@{ hitRatio: 100% }')[0]).toEqual(['cache', 'db', null, undefined])
})

it('many caches are tried as far as that takes no time, and the others counted', () => {
  const services = Array.from({ length: 60 }, (_, index) => {
    const name = String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))
    return `web --> s${index}[Step ${name}]\n  s${index} --> c${index}[(Redis ${name})]\n  s${index} --> d${index}[(Postgres ${name})]\n  %% c${index}@{ hitRatio: 50% }`
  })
  const { rows, leftOut } = tables(services.join('\n  '))
  expect(rows.length).toBeGreaterThan(5)
  expect(leftOut[0]?.message).toMatch(/^\d+ empty caches are left out, because/)
})
