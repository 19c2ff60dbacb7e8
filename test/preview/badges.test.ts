// Badges wherever the picture is shown: whole, in view, on nothing, and beside the node that they are about.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { analyze, defaultConfiguration } from '../../src/service'
import { exhaustive } from '../fuzzing'
import { findCollisions } from './collisions'
import { type Harness, type Preview, startHarness } from './harness'
import { messageFor } from './looks'

let harness: Harness

beforeAll(async () => {
  harness = await startHarness()
}, 60_000)

afterAll(() => harness?.close())

/** Runs in the page: badges that are cut, too small for their words, or nearer to another node than to their own. */
const findStrays = () => {
  const pane = document.querySelector('.viewport')!.getBoundingClientRect()
  const drawing = document.querySelector('.stage > svg')!.getBoundingClientRect()
  // What the reader zoomed into may go on beyond the pane.
  const isWhole =
    drawing.left > pane.left + 20 &&
    drawing.right < pane.right - 20 &&
    drawing.top > pane.top + 20 &&
    drawing.bottom < pane.bottom - 20
  const nodes = [...document.querySelectorAll<SVGGElement>('.stage g.node')].map(node => ({
    id: /flowchart-(.*)-\d+$/.exec(node.id)?.[1],
    box: node.getBoundingClientRect(),
  }))
  const apart = (one: DOMRect, other: DOMRect) =>
    Math.hypot(
      Math.max(0, one.left - other.right, other.left - one.right),
      Math.max(0, one.top - other.bottom, other.top - one.bottom),
    )
  const isCut = ({ left, right, top, bottom }: DOMRect) =>
    isWhole && (left < pane.left || right > pane.right || top < pane.top || bottom > pane.bottom)
  const cut = [...document.querySelectorAll('.marker-pin, .difference-tag')].flatMap(tag =>
    isCut(tag.getBoundingClientRect()) ? [`${tag.textContent} is cut`] : [],
  )
  const strays = [...document.querySelectorAll<SVGGElement>('.badge')].flatMap(badge => {
    const words = badge.textContent
    const plate = badge.querySelector('rect')!.getBoundingClientRect()
    const text = badge.querySelector('text')!.getBoundingClientRect()
    const own = nodes.find(({ id }) => id === badge.dataset.node)
    const faults = [
      isCut(plate) && 'is cut',
      text.width > plate.width - 8 && `${text.width} px of words on ${plate.width}`,
      own && apart(plate, own.box) > 13 && `${apart(plate, own.box)} px from its node`,
      own &&
        nodes.some(other => other !== own && apart(plate, other.box) < apart(plate, own.box)) &&
        'nearer to another node',
    ].filter(Boolean)
    return faults.map(fault => `${words}: ${fault}`)
  })
  return [...cut, ...strays]
}

/** Runs in the page: words that leave open what a figure is of, badges across frames, signs under the map. */
const findUnclear = () => {
  const boxOf = (element: Element) => element.getBoundingClientRect()
  const meet = (one: DOMRect, other: DOMRect) =>
    one.right > other.left && other.right > one.left && one.bottom > other.top && other.bottom > one.top
  const contains = (outer: DOMRect, inner: DOMRect) =>
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  const badges = [...document.querySelectorAll('.badge')]
  const frames = [...document.querySelectorAll('.stage .cluster > rect')].map(boxOf)
  const map = document.querySelector('.minimap:not([hidden])')
  const signs = [...badges, ...document.querySelectorAll('.marker-pin, .difference-tag')]
  return [
    ...badges
      .map(({ textContent }) => textContent ?? '')
      .filter(words => !/^own |of p99$|^down$/.test(words))
      .map(words => `${words} of what?`),
    ...badges
      .filter(badge => {
        const box = boxOf(badge.querySelector('rect')!)
        return frames.some(frame => meet(frame, box) && !contains(frame, box))
      })
      .map(({ textContent }) => `${textContent} across a frame`),
    ...signs
      .filter(sign => map && meet(boxOf(map), boxOf(sign)) && getComputedStyle(sign).visibility !== 'hidden')
      .map(({ textContent }) => `${textContent} under the map`),
  ]
}

const faultsIn = async ({ page }: Preview) => {
  const { badges, collisions } = await page.evaluate(findCollisions)
  const others = [...(await page.evaluate(findStrays)), ...(await page.evaluate(findUnclear))]
  return { badges, faults: [...new Set([...collisions, ...others])] }
}

/** Beside a version in which nothing was there: everything wears a tag. */
const show = async (preview: Preview, source: string, compared: boolean) => {
  const compareWith = { name: 'HEAD', snapshot: undefined, problem: 'There was none.' }
  await preview.show(messageFor('design.mmd', { source, ...(compared && { compareWith }) }))
}

const fonts = ["'DejaVu Sans', sans-serif", 'serif', 'monospace'] as const

const dressIn = ({ page }: Preview, font: string) =>
  page.evaluate(family => document.documentElement.style.setProperty('--vscode-font-family', family), font)

const names = [
  'Gateway',
  'Order service',
  'Payments of merchants abroad',
  '注文サービス',
  '在庫を確認して支払いを処理する',
]
const labels = [
  'HTTPS',
  'gRPC, 800ms timeout, 2 retries',
  'HTTPS POST /orders/{id}/positions, 1.5s timeout',
  'SQL、予約を保存する',
]

/** A chain of services, some of which call a database as well. */
const design = fc
  .record({
    direction: fc.constantFrom('LR', 'TB'),
    grouped: fc.boolean(),
    services: fc.array(
      fc.record({
        name: fc.constantFrom(...names),
        label: fc.constantFrom(...labels),
        store: fc.boolean(),
        p99: fc.integer({ min: 1, max: 4000 }),
      }),
      { minLength: 2, maxLength: 7 },
    ),
  })
  .map(({ direction, grouped, services }) =>
    [
      `flowchart ${direction}`,
      '  user((User))',
      ...services.flatMap(({ name, label, store, p99 }, at) => [
        `  ${at === 0 ? 'user' : `s${at - 1}`} -->|"${label}"| s${at}["${name} ${at}"]`,
        ...(store ? [`  s${at} -->|SQL| d${at}[(Database ${at})]`] : []),
        `  %% s${at}@{ p99: ${p99}ms }`,
      ]),
      ...(grouped ? ['  subgraph region [Region]', ...services.map((_, at) => `  s${at}`), '  end'] : []),
    ].join('\n'),
  )

const look = fc.record({
  source: design,
  width: fc.constantFrom(410, 700, 1128, 1400),
  font: fc.constantFrom(...fonts),
  compared: fc.boolean(),
})

it(
  'at first, at any zoom, and at once after the window or the zoom is another',
  async () => {
    const preview = await harness.open({ theme: 'light' })
    const { page } = preview
    let worn = 0
    const check = async () => {
      let seen = await faultsIn(preview)
      // A busy machine draws its frames late.
      if (seen.faults.length > 0) {
        await page.waitForTimeout(500)
        seen = await faultsIn(preview)
      }
      worn += seen.badges
      expect(seen.faults).toEqual([])
    }
    await fc.assert(
      fc.asyncProperty(look, async ({ source, width, font, compared }) => {
        await page.setViewportSize({ width, height: 900 })
        await dressIn(preview, font)
        await show(preview, source, compared)
        await check()
        for (const name of ['1:1, natural size', 'Zoom out', 'Zoom out', 'Zoom in', 'Fit']) {
          await page.getByRole('button', { name, exact: true }).click()
          await check()
        }
        await page.setViewportSize({ width: width + 200, height: 900 })
        await page.getByRole('button', { name: 'Fit' }).click()
        await check()
      }),
      { numRuns: exhaustive ? 200 : 5, endOnFailure: true },
    )
    expect(worn).toBeGreaterThan(20)
  },
  exhaustive ? 3_600_000 : 180_000,
)

it('where there is little room at the edge', async () => {
  const preview = await harness.open({ width: 546, theme: 'light' })
  const checkout = readFileSync(resolve(import.meta.dirname, '../../examples/checkout.md'), 'utf8')
  const source = checkout.replace(/^ {2}stock -->/m, '  payment -->|gRPC| ledger[Ledger]\n$&')
  const snapshot = analyze(checkout, { language: 'markdown', configuration: defaultConfiguration })
  await preview.show(messageFor('checkout.md', { source, compareWith: { name: 'HEAD', snapshot } }))
  await preview.page.getByRole('button', { name: 'Fit' }).click()
  expect((await faultsIn(preview)).faults.filter(fault => fault.endsWith('is cut'))).toEqual([])
})

it('says before and after while something is tried, in the picture and in the waterfall', async () => {
  const preview = await harness.open({ theme: 'light' })
  const { page } = preview
  const changes = [{ target: 'psp', key: 'p99', value: '300' }] as const
  await preview.show(messageFor('examples/checkout.md', { changes }))
  const badge = page.locator('.badge[data-node=psp]')
  expect(await badge.textContent()).toBe('own 600 → 300\u00a0ms (−300\u00a0ms) · 96 → 91% of p99')
  expect(await badge.locator('.past').allTextContents()).toEqual(['600 → ', '96 → '])
  // What is as it was is said once.
  expect(await page.locator('.badge[data-node=gateway]').textContent()).toBe('own 9\u00a0ms')
  const rows = await page.locator('div.waterfall').evaluateAll(all =>
    all.map(row => ({
      name: row.querySelector('.name')?.textContent,
      value: row.querySelector('.value')?.textContent,
      mark: row.querySelector('.was')?.getBoundingClientRect().width ?? 0,
      bar: row.querySelector('.bar')?.getBoundingClientRect().width ?? 0,
    })),
  )
  const called = rows.find(({ name }) => name === 'Card processor')!
  expect(called.value).toBe('600 → 300\u00a0ms')
  expect(called.mark / called.bar).toBeCloseTo(2, 1)
  expect(rows.find(({ name }) => name === 'Inventory service')?.mark).toBe(0)
  expect(await page.textContent('.keys')).toContain('before the changes')
  expect(
    await page.locator('button.track').evaluateAll(all => all.map(track => track.ariaLabel)),
  ).toContainEqual(expect.stringContaining('600 → 300\u00a0ms (−300\u00a0ms)'))
  const table = await page
    .locator('tr', { hasText: 'Card processor' })
    .first()
    .locator('td')
    .allTextContents()
  expect(table.slice(0, 3)).toEqual(['600 → 300\u00a0ms', '99.95%', '96 → 91%'])
  expect((await faultsIn(preview)).faults).toEqual([])
  await preview.show(messageFor('examples/checkout.md', {}))
  expect(await page.locator('.past, .was').count()).toBe(0)
})

it('beyond the edge goes what took many times as long before, so that bars stay in sight', async () => {
  const preview = await harness.open({ theme: 'light' })
  const changes = [{ target: 'psp', key: 'p99', value: '1' }] as const
  await preview.show(messageFor('examples/checkout.md', { changes }))
  const [bar, track] = await Promise.all(
    ['button.track .bar', 'button.track'].map(selector =>
      preview.page.locator(selector).first().boundingBox(),
    ),
  )
  expect(bar!.width).toBeGreaterThan(track!.width / 3.1)
})

it('says in the report and under the picture what is tried, on white', async () => {
  const { page, show, post, sent } = await harness.open({ theme: 'dark' })
  const changes = [{ target: 'psp', key: 'p99', value: '300' }] as const
  await show(messageFor('examples/checkout.md', { changes }))
  const exported = async (way: 'html' | 'svg') => {
    await post({ type: 'exportAs', way })
    await page.waitForFunction(
      format => window.sent.some(message => message.type === 'export' && message.format === format),
      way,
    )
    const message = (await sent()).find(each => each.type === 'export' && each.format === way)
    return message?.type === 'export' ? message.data.replaceAll('\u00a0', ' ') : ''
  }
  const report = await exported('html')
  for (const words of ['Card processor: own p99 600 ms → 300 ms', '<td>600 → 300 ms</td>', 'class="was"'])
    expect(report).toContain(words)
  expect(report).toContain('<td>≈ 630 → ≈ 330 ms</td>')
  expect(report).toContain('print-color-adjust: exact')
  expect(/<svg[^>]*>\s*<rect[^>]*fill[:=] ?"?([^;"]+)/.exec(report)?.[1]).toMatch(
    /^(#ffffff|rgb\(255, 255, 255\))$/,
  )
  expect(await exported('svg')).toContain('What if: Card processor: own p99 600 ms → 300 ms')
})
