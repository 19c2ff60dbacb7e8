// The preview in a real browser: what it shows, what it sends, what it stands.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FromPreview, PreviewModel } from '../../src/service/preview/messages'
import { fromPreview } from '../../src/service/preview/messages'
import { findCollisions } from './collisions'
import { type Harness, type Preview, startHarness } from './harness'
import { architecture, broken, c4, checkout, cooking, large, sequence } from './samples/index'

let harness: Harness
let preview: Preview

beforeAll(async () => {
  harness = await startHarness()
  preview = await harness.open()
  await show(checkout)
}, 60_000)

afterAll(() => harness?.close())

const show = (picture: PreviewModel) => preview.show({ type: 'picture', picture })

/** What is sent while something is done; every message must fit the schema. */
const sentBy = async (act: () => Promise<unknown>): Promise<readonly FromPreview[]> => {
  const before = (await preview.sent()).length
  await act()
  const messages = (await preview.sent()).slice(before)
  for (const message of messages) expect(fromPreview.safeParse(message).success).toBe(true)
  return messages
}

const strokeOf = (path: string) =>
  preview.page.$eval(path, element => {
    const { stroke, strokeWidth } = getComputedStyle(element)
    return { stroke, width: Number.parseFloat(strokeWidth) }
  })

describe('the picture', () => {
  it('is Mermaid’s own', async () => {
    expect(await preview.page.locator('.stage svg .node').count()).toBe(checkout.nodes.length)
    expect(await preview.page.textContent('.stage')).toContain('Idempotency keys')
  })

  it('colors and widens arrows by their share, and leaves the rest quiet', async () => {
    const hot = await strokeOf('[data-id="L_pay_stripe_0"]')
    const cold = await strokeOf('[data-id="L_pay_keys_0"]')
    expect(hot.width).toBeGreaterThan(cold.width * 2)
    expect(hot.stroke).not.toBe(cold.stroke)
    const dashes = (id: string) =>
      preview.page.$eval(`[data-id="${id}"]`, path => getComputedStyle(path).strokeDasharray)
    expect(await dashes('L_orders_events_0')).not.toBe(await dashes('L_pay_keys_0'))
  })

  it('goes back to Mermaid’s strokes in the plain mode', async () => {
    await preview.page.check('input[value=plain]', { force: true })
    const one = await strokeOf('[data-id="L_pay_stripe_0"]')
    const other = await strokeOf('[data-id="L_pay_keys_0"]')
    expect(one).toEqual(other)
    expect(await preview.page.locator('.badge').count()).toBe(0)
    await preview.page.check('input[value=latency]', { force: true })
    expect(await preview.page.locator('.badge').count()).toBeGreaterThan(4)
  })

  it('wears the attempts in their mode', async () => {
    await preview.page.check('input[value=attempts]', { force: true })
    expect(await preview.page.textContent('.badge[data-node=stripe]')).toBe('9 attempts')
    await preview.page.check('input[value=latency]', { force: true })
  })
})

describe('nothing covers anything', () => {
  const pictures: readonly (readonly [string, PreviewModel])[] = [
    ['a checkout', checkout],
    ['a sequence', sequence],
    ['a C4 diagram', c4],
    ['an architecture', architecture],
    ['forty-five services', large(45)],
  ]

  it.each(pictures)('in %s', async (_, picture) => {
    await show(picture)
    const { badges, collisions } = await preview.page.evaluate(findCollisions)
    expect(badges).toBeGreaterThan(1)
    expect(collisions).toEqual([])
  })

  it('and among many nodes only the critical path wears badges, the others on hover', async () => {
    const critical = large(45).flows[0]?.criticalPath ?? []
    const worn = await preview.page.$$eval('.badge', badges =>
      badges.map(badge => badge.getAttribute('data-node') ?? ''),
    )
    expect(worn.filter(id => !critical.includes(id))).toEqual([])
    await preview.page.hover('[id*="flowchart-s31-"]')
    expect(await preview.page.locator('.badge[data-node=s31]').count()).toBe(1)
    await show(checkout)
  })

  it('and the labels of C4 relations lie beside their lines', async () => {
    await show(c4)
    const crossed = await preview.page.evaluate(() => {
      const lines = [
        ...document.querySelectorAll<SVGGeometryElement>('.stage svg :is(line, path)[marker-end]'),
      ]
      return lines.map(line => {
        const length = line.getTotalLength()
        const matrix = line.getScreenCTM()!
        const label = line.nextElementSibling!.getBoundingClientRect()
        return Array.from({ length: 60 }, (_, step) =>
          line.getPointAtLength((length * step) / 59).matrixTransform(matrix),
        ).some(({ x, y }) => x > label.left && x < label.right && y > label.top && y < label.bottom)
      })
    })
    expect(crossed).toEqual([false, false, false])
  })

  it('and words without blanks stay in their boxes', async () => {
    const label = '注文サービスの在庫を確認してから支払いを処理する長い名前のサービス'
    await show({ ...checkout, text: checkout.text.replace('Order service', label) })
    const node = (await preview.page.locator('[id*="flowchart-orders-"] > rect').boundingBox())!
    const lines = await preview.page.$$eval('[id*="flowchart-orders-"] text', texts =>
      texts.map(text => ({ words: text.textContent, width: text.getBoundingClientRect().width })),
    )
    expect(lines.map(({ words }) => words).join('')).toBe(label)
    expect(lines.length).toBeGreaterThan(1)
    for (const { width } of lines) expect(width).toBeLessThan(node.width)
    await show(checkout)
  })
})

describe('the reader', () => {
  it('reveals a node or an arrow by pressing it', async () => {
    const messages = await sentBy(async () => {
      await preview.page.click('[id*="flowchart-pay-"]')
      await preview.page.focus('[id*="flowchart-db-"]')
      await preview.page.keyboard.press('Enter')
      await preview.page.locator('.handle[data-arrow="5"]').dispatchEvent('click')
    })
    expect(messages).toEqual([
      { type: 'reveal', target: { kind: 'node', id: 'pay' } },
      { type: 'reveal', target: { kind: 'node', id: 'db' } },
      { type: 'reveal', target: { kind: 'arrow', index: 5 } },
    ])
  })

  it('does not reveal what a drag began on', async () => {
    const box = await preview.page.locator('[id*="flowchart-pay-"]').boundingBox()
    const messages = await sentBy(async () => {
      await preview.page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 10)
      await preview.page.mouse.down()
      await preview.page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 50, { steps: 3 })
      await preview.page.mouse.up()
    })
    expect(messages).toEqual([])
    const moved = await preview.page.locator('[id*="flowchart-pay-"]').boundingBox()
    expect((moved?.x ?? 0) - (box?.x ?? 0)).toBeGreaterThan(30)
  })

  it('opens a finding, fixes it and asks why', async () => {
    await preview.page.click('.marker-pin[data-target="arrow 5"]')
    expect(await preview.page.textContent('.card')).toContain('3 × 3 = 9 attempts')
    const messages = await sentBy(async () => {
      await preview.page.click('.card >> text=Retry only in API gateway')
      await preview.page.click('.card >> text=Why >> nth=0')
    })
    expect(messages).toEqual([
      { type: 'fix', finding: 0, fix: 1 },
      { type: 'open', url: 'https://example.com/rules/retry-layering' },
    ])
    await preview.page.keyboard.press('Escape')
    expect(await preview.page.locator('.card').count()).toBe(0)
  })

  it('sees all of a card in a page that has room for it, however low the picture is', async () => {
    await preview.page.setViewportSize({ width: 700, height: 600 })
    await preview.page.locator('.marker-pin[data-target="arrow 5"]').dispatchEvent('click')
    const { scrolls, covered } = await preview.page.$eval('.card', card => {
      const { left, right, bottom } = card.getBoundingClientRect()
      const corners = [left, right - 4].map(x => document.elementFromPoint(x + 2, bottom - 4))
      return {
        scrolls: card.scrollHeight > card.clientHeight,
        covered: corners.some(seen => !seen?.closest('.card')),
      }
    })
    expect({ scrolls, covered }).toEqual({ scrolls: false, covered: false })
    await preview.page.keyboard.press('Escape')
    await preview.page.setViewportSize({ width: 1400, height: 900 })
  })

  it('finds what has no place in the drawing in the panel', async () => {
    expect(await preview.page.textContent('aside')).toContain('Nothing says how fast')
  })

  it('states what is assumed', async () => {
    const messages = await sentBy(() => preview.page.click('[aria-label="State p99 of stripe"]'))
    expect(messages).toEqual([{ type: 'state', at: 'stripe', keys: ['p99'] }])
  })

  it('tries changes live, shows them in the picture and takes them back one by one', async () => {
    const lastSent = async () => (await preview.sent()).findLast(({ type }) => type === 'whatIf')
    const changed = (count: number) =>
      preview.page.waitForFunction(
        expected => window.sent.findLast(each => each.type === 'whatIf')?.changes.length === expected,
        count,
      )
    await preview.page.selectOption('[data-focus=what-if]', 'stripe')
    await preview.page.click('[data-focus="component stripe"]')
    await preview.page.selectOption('[data-focus=what-if]', 'db')
    await preview.page.fill('[data-focus="p99 db"]', '300')
    await preview.page.click('[data-focus="region eu-west-1"]')
    await changed(3)
    const changes = [
      { target: 'stripe', key: 'component', value: 'down' },
      { target: 'db', key: 'p99', value: '300' },
      { target: 'eu-west-1', key: 'region', value: 'down' },
    ] as const
    expect(await lastSent()).toEqual({ type: 'whatIf', changes })
    await show({ ...checkout, changes: [...changes] })
    expect(await preview.page.textContent('.notice')).toContain('3 changes')
    expect(await preview.page.locator('.down-mark[data-down=stripe]').count()).toBe(1)
    await preview.page.click('[aria-label="Undo: Stripe (external) is down"]')
    await changed(2)
    expect(await sentBy(() => preview.page.click('text=Apply to the text'))).toEqual([{ type: 'apply' }])
    await preview.page.click('.notice button')
    await changed(0)
    await show(checkout)
    expect(await preview.page.locator('.notice').count()).toBe(0)
  })

  it('moves to the next diagram', async () => {
    const messages = await sentBy(() => preview.page.click('[aria-label="Next diagram"]'))
    expect(messages).toEqual([{ type: 'diagram', index: 1 }])
  })

  it('hides the figures to see more of the picture', async () => {
    const width = () => preview.page.$eval('.viewport', viewport => viewport.clientWidth)
    const before = await width()
    await preview.page.click('[data-focus=panel]')
    expect(await width()).toBeGreaterThan(before * 1.3)
    await preview.page.click('[data-focus=panel]')
    expect(await width()).toBe(before)
  })

  it.each([360, 460, 520, 560, 640])(
    'opens the menu of its ways out within a page of %d pixels',
    async width => {
      const before = preview.page.viewportSize()!
      await preview.page.setViewportSize({ ...before, width })
      await preview.page.click('.menu > summary')
      const box = await preview.page.locator('.menu > div').boundingBox()
      await preview.page.click('.menu > summary')
      await preview.page.setViewportSize(before)
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
    },
  )

  it('takes the picture away as SVG and as PNG', async () => {
    const choose = async (label: string) => {
      await preview.page.click('.menu > summary')
      await preview.page.click(`[aria-label="${label}"]`)
    }
    await preview.page.click('.menu > summary')
    await show(checkout)
    expect(await preview.page.isVisible('[aria-label="Export SVG"]')).toBe(true)
    await preview.page.click('.menu > summary')
    const [svg] = await sentBy(() => choose('Export SVG'))
    expect(svg?.type === 'export' && svg.data).toMatch(/^<svg.*Stripe.*610.*<\/svg>$/s)
    const [png] = await sentBy(async () => {
      await choose('Export PNG at twice the size')
      await preview.page.waitForFunction(() =>
        window.sent.some(each => each.type === 'export' && each.format === 'png'),
      )
    })
    expect(png?.type === 'export' && Buffer.from(png.data, 'base64').subarray(1, 4).toString()).toBe('PNG')
  })
})

describe('what stands around the picture', () => {
  it('is named after the document where the diagram has no title', async () => {
    await show({ ...checkout, title: '', document: 'file:///docs/my%20design.md' })
    expect(await preview.page.textContent('header h1')).toBe('my design.md')
    await show(checkout)
  })

  it('says where requests are given up only if one timeout is that of all', async () => {
    const [flow] = checkout.flows
    const [first] = flow!.bars
    const withBars = (bars: PreviewModel['flows'][number]['bars']) =>
      show({ ...checkout, flows: [{ ...flow!, bars }] })
    await withBars([{ ...first!, timeout: 1000 }])
    expect(await preview.page.textContent('.mark.limit')).toBe('gives up 1\u00a0s')
    await withBars([
      { ...first!, timeout: 1000 },
      { ...first!, label: 'Second call' },
    ])
    expect(await preview.page.locator('.mark.limit').count()).toBe(0)
    await show(checkout)
  })

  it('explains dashed badges where there are some', async () => {
    const assumed = () => preview.page.locator('.key.assumed').count()
    expect(await assumed()).toBe(1)
    const stated = checkout.nodes.map(node => ({ ...node, assumed: node.kind === 'client' }))
    await show({ ...checkout, nodes: stated })
    expect(await assumed()).toBe(0)
    await show(checkout)
  })

  it('shows the flow that the text is about', async () => {
    await preview.post({ type: 'flow', name: 'Nightly settlement' })
    expect(
      await preview.page.$eval('.flows select', select => (select as HTMLSelectElement).value),
    ).toContain('Nightly settlement')
    await preview.post({ type: 'flow', name: 'gone' })
    await preview.post({ type: 'flow', name: 'Browser → Order service' })
    expect(await preview.page.textContent('.tile >> nth=1')).toContain('920')
  })

  it('offers to take a component down, and to bring it back', async () => {
    const offer = preview.page.locator('[data-focus^="component "]')
    const words = (await offer.textContent())!
    expect(words).toMatch(/^Take .+ down$/)
    await offer.click()
    expect(await offer.textContent()).toBe(words.replace('Take', 'Bring').replace(/down$/, 'back up'))
    await offer.click()
    await show(checkout)
  })

  it('says what a figure was that is changed, in the list and at its control', async () => {
    const node = checkout.nodes.find(({ id }) => id === 'stripe')!
    const p99 = { target: 'stripe', key: 'p99', value: '300', was: String(node.p99) } as const
    await preview.page.selectOption('[data-focus=what-if]', 'stripe')
    await show({ ...checkout, changes: [p99] })
    const listed = (await preview.page.textContent('.changes'))?.replaceAll('\u00a0', ' ')
    expect(listed).toContain('Stripe (external): own p99 610 ms → 300 ms')
    const control = preview.page.locator('[data-focus="p99 stripe"]')
    expect((await control.getAttribute('title'))?.replaceAll('\u00a0', ' ')).toBe('As written: 610 ms')
    await show(checkout)
  })

  it('takes a zone down with what runs nowhere else', async () => {
    const zones = [['a'], ['a', 'b'], ['b']]
    const nodes = checkout.nodes.map((node, place) => ({ ...node, zones: zones[place % 3] }))
    await show({ ...checkout, nodes })
    await preview.page.click('[data-focus="zone b"]')
    await preview.page.waitForFunction(
      () => window.sent.findLast(each => each.type === 'whatIf')?.changes[0]?.key === 'zone',
    )
    await show({ ...checkout, nodes, changes: [{ target: 'b', key: 'zone', value: 'down' }] })
    const struck = await preview.page.$$eval('.down-mark', marks =>
      marks.map(mark => mark.getAttribute('data-down')),
    )
    expect(struck).toEqual(nodes.filter(node => node.zones?.join() === 'b').map(({ id }) => id))
    await preview.page.click('.notice button')
    await show(checkout)
  })

  it('says of each figure that has changed what it was', async () => {
    const [flow, ...others] = checkout.flows
    const { p50, p95, p99, p999, longest, availability, downtimeSecondsPerYear, attempts } = flow!
    const same = { p50, p95, p99, p999, longest, availability, downtimeSecondsPerYear, attempts }
    const further = async (before: Partial<typeof same>) => {
      await show({ ...checkout, flows: [{ ...flow!, before: { ...same, ...before } }, ...others] })
      return (await preview.page.textContent('.goal + p'))?.replaceAll('\u00a0', ' ')
    }
    expect(await further({})).toMatch(/^p95 480 ms · p99\.9 1\.9 s · at most 3 s,/)
    expect(await further({ p95: 280, p999: 2500, longest: 4000 })).toMatch(
      /^p95 280 ms → 480 ms \(\+200 ms\) · p99\.9 2\.5 s → 1\.9 s \(−600 ms\) · at most 4 s → 3 s \(−1 s\),/,
    )
    await show(checkout)
  })

  it('says of a bar what the hover in the text says, until the pointer or the focus has gone', async () => {
    const { page } = preview
    const [bar] = checkout.flows[0]!.bars
    const card = page.locator('.hover-card')
    const asking = async (act: () => Promise<unknown>) => {
      const before = (await preview.sent()).length
      await act()
      await page.waitForFunction(
        count => window.sent.slice(count).some(({ type }) => type === 'explain'),
        before,
      )
    }
    await page.mouse.move(1, 1)
    const track = page.locator('button.track').nth(1)
    const markdown = [
      '**Web app \\& more** – call · [REST](https://arrowsmith.example)\n\n- timeout **2s** – `stated`\n- at worst',
      '```text\nnew   TTRR  7 ms\n\nopen  RR    5 ms\n```\n\n<b>no element</b>',
    ].join('\n\n---\n\n')
    await asking(() => track.hover())
    await preview.post({ type: 'explained', target: { kind: 'node', id: 'db' }, markdown })
    expect(await card.count()).toBe(0)
    await preview.post({ type: 'explained', target: bar!.target, markdown })
    expect(await card.locator('strong').allTextContents()).toEqual(['Web app & more', '2s'])
    expect(await card.locator('li').count()).toBe(2)
    expect(await card.locator('pre').textContent()).toBe('new   TTRR  7 ms\n\nopen  RR    5 ms')
    expect(await card.textContent()).toContain('<b>no element</b>')
    expect(await sentBy(() => card.locator('button').click())).toEqual([
      { type: 'open', url: 'https://arrowsmith.example' },
    ])
    await page.mouse.move(1, 1)
    await card.waitFor({ state: 'detached' })
    await asking(() => track.focus())
    await preview.post({ type: 'explained', target: bar!.target, markdown })
    expect(await track.getAttribute('aria-describedby')).toBe(await card.getAttribute('id'))
    await page.keyboard.press('Escape')
    expect(await card.count()).toBe(0)
    await asking(async () => {
      await page.hover('[id*="flowchart-orders-"]')
      await page.mouse.wheel(0, 1)
    })
    await page.mouse.move(1, 1)
  })

  it('tells retried calls in the waterfall, and says what the sign means', async () => {
    expect(await preview.page.locator('.again').count()).toBe(0)
    const [flow, ...others] = checkout.flows
    const bars = flow!.bars.map((bar, place) => ({ ...bar, attempts: place === 5 ? 3 : 1 }))
    await show({ ...checkout, flows: [{ ...flow!, bars }, ...others] })
    expect(await preview.page.textContent('.again')).toBe('↻ 3')
    expect(await preview.page.textContent('.keys')).toContain('↻ attempts at most')
    await show(checkout)
  })

  it('shows the colors of free, busy and overloaded components', async () => {
    const load = [{ at: 'db', utilization: 1.2, rate: 50, capacity: 40 }]
    await show({ ...checkout, flows: checkout.flows.map(flow => ({ ...flow, load })) })
    await preview.page.check('input[value=utilization]', { force: true })
    const colors = await preview.page.$$eval('.key:is(.idle, .full, .overloaded)', keys =>
      keys.map(key => getComputedStyle(key, '::before').backgroundColor),
    )
    expect(new Set(colors).size).toBe(3)
    const filled = await preview.page.$eval('[id*="flowchart-db-"] path', path => getComputedStyle(path).fill)
    expect(filled).toBe(colors[2])
    await preview.page.check('input[value=latency]', { force: true })
    await show(checkout)
  })
})

describe('messages', () => {
  it('that are none of ours change nothing', async () => {
    const before = await preview.page.innerHTML('.preview')
    for (const message of [null, 'picture', 7, [], { source: 'some extension of the browser' }])
      await preview.post(message)
    expect(await preview.page.innerHTML('.preview')).toBe(before)
  })

  it.each([
    ['no picture', { type: 'picture' }],
    ['nodes that are none', { type: 'picture', picture: { ...checkout, nodes: 1 } }],
    ['a line that is no number', { type: 'picture', picture: { ...checkout, line: Number.NaN } }],
    ['another version', { type: 'picture', picture: { ...checkout, version: 2 } }],
    ['a type that nobody knows', { type: 'film' }],
  ])('that can’t be read are told, and leave no picture: %s', async (_, message) => {
    await preview.show({ type: 'picture', picture: checkout })
    await preview.post(message)
    expect(await preview.page.textContent('.nothing')).toContain('could not read')
    expect(await preview.page.isVisible('.stage svg')).toBe(false)
    await show(checkout)
    expect(await preview.page.isVisible('.stage svg')).toBe(true)
    expect(await preview.page.isVisible('.nothing')).toBe(false)
  })

  it('with figures without end are shown', async () => {
    const flows = checkout.flows.map(flow => ({ ...flow, p99: Infinity, attempts: Infinity }))
    await show({ ...checkout, flows })
    expect(await preview.page.textContent('.tiles')).toContain('none')
    expect(await preview.page.textContent('.tiles')).toContain('unlimited')
    await show(checkout)
  })

  it('about a document that can’t be drawn leave no picture of another', async () => {
    await show({ ...broken, nodes: checkout.nodes, document: 'file:///other.md' })
    expect(await preview.page.textContent('.banner')).toContain('Mermaid cannot draw this text yet')
    expect(await preview.page.locator('.stage svg').count()).toBe(0)
    await show(checkout)
  })

  it('about a failure say so in place of the picture', async () => {
    await preview.show({ type: 'failed', reason: 'A figure is no number.' })
    expect(await preview.page.textContent('.nothing')).toBe(
      'This diagram can’t be shownA figure is no number.',
    )
    expect(await preview.page.isVisible('.stage svg')).toBe(false)
    await show(checkout)
  })

  it('with a hostile text run nothing', async () => {
    const text =
      'flowchart LR\n  a["<img src=x onerror=window.sent.length=0>"] --> b\n  click a call alert()\n  click b "javascript:alert()"'
    // Mermaid parses labels in the page before it cleans them: what they would run, the page's policy stops.
    await preview.post({ type: 'picture', picture: { ...checkout, text } })
    await preview.drawn()
    for (const complaint of preview.complaints()) expect(complaint).toContain('has been blocked')
    expect(await preview.page.locator('.stage .node').count()).toBe(2)
    const harmful = '.stage script, .stage [onerror], .stage [onclick], .stage a[href^=javascript]'
    expect(await preview.page.locator(harmful).count()).toBe(0)
    expect((await preview.sent()).length).toBeGreaterThan(0)
    await show(checkout)
  })

  it('select puts a halo around the target and takes the one before away', async () => {
    await preview.post({ type: 'select', target: { kind: 'node', id: 'pay' } })
    await preview.page.waitForSelector('.selection rect', { state: 'attached' })
    await preview.post({ type: 'select', target: { kind: 'arrow', index: 3 } })
    await preview.page.waitForSelector('.selection path', { state: 'attached' })
    expect(await preview.page.locator('.selection').count()).toBe(1)
  })

  it('select outlives a drawing and pans to what is out of view', async () => {
    await show({ ...checkout, text: `${checkout.text}\n  keys ~~~ stripe` })
    expect(await preview.page.locator('.selection path').count()).toBe(1)
    for (let press = 0; press < 12; press += 1) await preview.page.press('.viewport', 'ArrowUp')
    await preview.post({ type: 'select', target: { kind: 'node', id: 'stripe' } })
    await preview.page.waitForSelector('.selection rect', { state: 'attached' })
    const node = await preview.page.locator('[id*="flowchart-stripe-"]').boundingBox()
    expect(node?.y).toBeLessThan(800)
    await preview.page.press('.viewport', '0')
  })

  it('with a text that Mermaid rejects keep the last picture and say so', async () => {
    const nodes = await preview.page.locator('.stage .node').count()
    await show(broken)
    expect(await preview.page.textContent('.banner')).toContain('Mermaid cannot draw this text yet')
    expect(await preview.page.locator('.stage .node').count()).toBe(nodes)
    await show(checkout)
    expect(await preview.page.isVisible('.banner')).toBe(false)
  })

  it('about no architecture show the picture plain, with the reason', async () => {
    await show(cooking)
    expect(await preview.page.textContent('.legend')).toContain('%% arrowsmith: { preset: recommended }')
    expect(await preview.page.getAttribute('.legend > span', 'title')).toContain('steps of a process')
    expect(await preview.page.isVisible('aside')).toBe(false)
    expect(await preview.page.locator('.modes').count()).toBe(0)
    await show(checkout)
  })

  it('about nothing show why', async () => {
    await preview.show({ type: 'empty', reason: 'No diagram at the cursor' })
    expect(await preview.page.textContent('.nothing')).toBe('No diagram at the cursor')
    expect(await preview.page.isVisible('.stage svg')).toBe(false)
    await show(checkout)
    expect(await preview.page.isVisible('.stage svg')).toBe(true)
  })
})

it('opens a big picture where it begins, at a size that can be read, and shows all of it on demand', async () => {
  await show(large(90))
  const viewport = await preview.page.locator('.viewport').boundingBox()
  const entry = await preview.page.locator('[id*="flowchart-s0-"]').boundingBox()
  expect(entry?.height).toBeGreaterThan(20)
  expect(entry && viewport && entry.x >= viewport.x && entry.y >= viewport.y).toBe(true)
  expect(entry && viewport && entry.x + entry.width <= viewport.x + viewport.width).toBe(true)
  await preview.page.click('.tools >> text=Fit')
  const all = await preview.page.locator('.stage svg').boundingBox()
  expect(all && viewport && all.width <= viewport.width && all.height <= viewport.height).toBe(true)
})

const styleOfStage = () => preview.page.$eval('.stage', stage => stage.getAttribute('style'))

it('shows what is drawn, without what Mermaid leaves empty around it or out of view', async () => {
  const frame = async (family: string, text: string) => {
    await show({ ...checkout, family, text, document: `file:///${family}.md` })
    return preview.page.$eval('.stage svg', svg => {
      const { width, height } = (svg as SVGSVGElement).viewBox.baseVal
      return { width, height }
    })
  }
  await show(c4)
  const { width, height } = await frame('c4', c4.text)
  expect(width).toBeLessThan(700)
  expect(height).toBeLessThan(750)
  // The line of the present day lies far beyond the plan.
  const plan = await frame('gantt', 'gantt\n  dateFormat YYYY-MM-DD\n  section A\n  One :a1, 2001-01-01, 30d')
  expect(plan.width).toBeLessThan(2000)
  await show(checkout)
})

it('looks at another document afresh, and at one that was left as it was left', async () => {
  await show(checkout)
  await preview.page.press('.viewport', 'Home')
  const first = await styleOfStage()
  await preview.page.click('[aria-label="Zoom in"]')
  const left = await styleOfStage()
  // It is kept once the picture rests.
  const scale = /scale\(([\d.]+)/.exec(left ?? '')?.[1] ?? ''
  await preview.page.waitForFunction(kept => JSON.stringify(window.kept).includes(`"scale":${kept}`), scale)
  expect(left).not.toBe(first)
  await show({ ...checkout, document: 'file:///other.md' })
  expect(await styleOfStage()).toBe(first)
  await show(checkout)
  expect(await styleOfStage()).toBe(left)
})

it('zooms by keys and by double-clicks', async () => {
  const percentage = () => preview.page.textContent('.tools output')
  await preview.page.focus('.viewport')
  await preview.page.keyboard.press('Home')
  const whole = await percentage()
  await preview.page.keyboard.press('1')
  expect(await percentage()).toBe('100%')
  await preview.page.keyboard.press('-')
  expect(await percentage()).toBe('80%')
  await preview.page.keyboard.press('+')
  expect(await percentage()).toBe('100%')
  await preview.page.keyboard.press('0')
  expect(await percentage()).toBe(whole)
  const { x, y } = (await preview.page.locator('.viewport').boundingBox())!
  await preview.page.mouse.dblclick(x + 4, y + 4)
  expect(await percentage()).toBe('100%')
  await preview.page.mouse.dblclick(x + 4, y + 4)
  expect(await percentage()).toBe(whole)
})

it('shares the page by keys as by dragging', async () => {
  const size = () => preview.page.$eval('main', main => main.clientWidth * main.clientHeight)
  const before = await size()
  await preview.page.focus('.splitter')
  await preview.page.keyboard.press('ArrowLeft')
  expect(await size()).toBeLessThan(before)
  await preview.page.keyboard.press('Home')
  expect(await size()).toBe(before)
})

it('keeps the zoom when the text changes', async () => {
  await show(checkout)
  await preview.page.click('[aria-label="Zoom in"]')
  const before = await preview.page.$eval('.stage', stage => stage.getAttribute('style'))
  await show({ ...checkout, text: checkout.text.replace('Payments', 'Paying') })
  expect(await preview.page.textContent('.stage')).toContain('Paying')
  expect(await preview.page.$eval('.stage', stage => stage.getAttribute('style'))).toBe(before)
})

it('draws the last of several texts alone, however fast they come', async () => {
  await show(checkout)
  const drawn = await preview.page.evaluateHandle(() => {
    const ids: string[] = []
    new MutationObserver(changes => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node instanceof SVGElement) ids.push(node.id)
    }).observe(document.querySelector('.stage') ?? document.body, { childList: true })
    return ids
  })
  const texts = ['W', 'Wa', 'Wal', 'Wall', 'Wallet'].map(name => checkout.text.replace('Payments', name))
  await preview.page.evaluate(
    messages => {
      for (const message of messages) window.postMessage(message, '*')
    },
    texts.map(text => ({ type: 'picture', picture: { ...checkout, text } })),
  )
  await preview.page.waitForFunction(() => document.querySelector('.stage')?.textContent?.includes('Wallet'))
  expect(await drawn.evaluate(ids => ids.length)).toBe(1)
  await show(checkout)
})

it('has Mermaid give out copies of its configuration that no change of one gets into', async () => {
  const [first, second] = await preview.page.evaluate<string[]>(`(async () => {
    const { getConfig } = (await import('/mermaid.js')).default.mermaidAPI
    const kept = JSON.stringify(getConfig())
    const copy = getConfig()
    copy.flowchart.padding = -1
    copy.themeVariables.lineColor = 'none'
    copy.secure.push('padding')
    return [kept, JSON.stringify(getConfig())]
  })()`)
  expect(JSON.parse(first ?? '')).toMatchObject({ securityLevel: 'strict', flowchart: { padding: 15 } })
  expect(second).toBe(first)
})

it('draws again in the colors of a new theme', async () => {
  await show(checkout)
  const fill = () => preview.page.$eval('.stage .node rect', rect => getComputedStyle(rect).fill)
  const dark = await fill()
  const id = await preview.page.getAttribute('.stage svg', 'id')
  await preview.setTheme('light')
  await preview.page.waitForSelector(`.stage > svg:not(#${id})`)
  expect(await fill()).not.toBe(dark)
  await preview.setTheme('dark')
})

describe('the reader who looks for something', () => {
  it('finds components and calls by their text, one after the other', async () => {
    await show(checkout)
    await preview.page.press('.viewport', 'Home')
    const place = () => preview.page.locator('[id*="flowchart-pay-"]').boundingBox()
    const before = await place()
    await preview.page.keyboard.press('Control+f')
    await preview.page.keyboard.type('pay')
    // What is in view already stays where it is; what is not comes to the middle.
    expect(await place()).toEqual(before)
    const status = preview.page.locator('.search [role=status]')
    expect(await status.textContent()).toMatch(/^1 of \d+: Payments/)
    expect(await preview.page.locator('.matches > *').count()).toBeGreaterThan(0)
    const halo = () => preview.page.$eval('.selection rect', rect => rect.getAttribute('x'))
    const boxes = () =>
      Promise.all(['.selection rect', '.viewport'].map(part => preview.page.locator(part).boundingBox()))
    await preview.page.focus('.viewport')
    for (let press = 0; press < 20; press += 1) await preview.page.keyboard.press('ArrowUp')
    await preview.page.fill('.search input', 'stripe')
    const [match, viewport] = await boxes()
    const middle = (box: typeof match) => (box?.x ?? 0) + (box?.width ?? 0) / 2
    expect(middle(match ?? null)).toBeCloseTo(middle(viewport ?? null), 0)
    const first = await halo()
    await preview.page.fill('.search input', 'orders')
    expect(await halo()).not.toBe(first)
    await preview.page.fill('.search input', 'nowhere')
    expect(await status.textContent()).toBe('Nothing found')
    await preview.page.keyboard.press('Escape')
    expect(await preview.page.locator('.matches').count()).toBe(0)
    expect(await preview.page.isVisible('.search')).toBe(false)
  })
})

describe('the menu of a component', () => {
  const lastChanges = () =>
    preview.page.waitForFunction(() => window.sent.findLast(each => each.type === 'whatIf')?.changes)

  it('takes it down and brings it back, by pointer and by key', async () => {
    await show(checkout)
    await preview.page.click('[id*="flowchart-pay-"]', { button: 'right' })
    await preview.page.click('[role=menuitem] >> text=Take it down')
    const changes = [{ target: 'pay', key: 'component', value: 'down' }] as const
    await preview.page.waitForFunction(
      () => window.sent.findLast(each => each.type === 'whatIf')?.changes.length === 1,
    )
    expect(await (await lastChanges()).jsonValue()).toEqual(changes)
    const nodes = checkout.nodes.map(node => (node.id === 'pay' ? { ...node, availability: 0 } : node))
    await show({ ...checkout, nodes, changes: [...changes] })
    expect(await preview.page.locator('.down-mark[data-down=pay]').count()).toBe(1)
    expect(await preview.page.textContent('.badge[data-node=pay]')).toBe('down')
    await preview.page.focus('[id*="flowchart-pay-"]')
    await preview.page.keyboard.press('d')
    await preview.page.waitForFunction(
      () => window.sent.findLast(each => each.type === 'whatIf')?.changes.length === 0,
    )
    await show(checkout)
  })

  it('closes with Escape and gives the focus back', async () => {
    await preview.page.focus('[id*="flowchart-pay-"]')
    await preview.page.dispatchEvent('[id*="flowchart-pay-"]', 'contextmenu')
    expect(await preview.page.locator('[role=menuitem]').count()).toBeGreaterThan(1)
    await preview.page.keyboard.press('Escape')
    expect(await preview.page.locator('[role=menuitem]').count()).toBe(0)
    expect(await preview.page.evaluate(() => document.activeElement?.id)).toContain('flowchart-pay-')
  })
})

it('shows the figures of a what-if at once, and keeps the shares from before until they are worked out', async () => {
  await show(checkout)
  const bars = await preview.page.locator('.waterfall').count()
  const worn = await preview.page.locator('.badge').count()
  const noShares = { shares: [], bars: [], improvements: [], p99: 4242 }
  const flows = checkout.flows.map(flow => ({ ...flow, ...noShares }))
  await show({ ...checkout, flows, pending: true })
  expect(await preview.page.textContent('.tile >> nth=1')).toMatch(/4\.2\ss/)
  expect(await preview.page.locator('.waterfall').count()).toBe(bars)
  expect(await preview.page.locator('.badge').count()).toBe(worn)
  await show({ ...checkout, flows })
  expect(await preview.page.locator('.waterfall').count()).toBe(0)
  await show(checkout)
})

it('keeps what is tried under a name, and tries it again', async () => {
  await show(checkout)
  await preview.page.selectOption('[data-focus=what-if]', 'stripe')
  await preview.page.click('[data-focus="component stripe"]')
  await preview.page.fill('[aria-label="Name of this scenario"]', 'Card outage')
  await preview.page.keyboard.press('Enter')
  expect(await preview.page.textContent('.scenarios')).toContain('Card outage')
  await preview.page.click('.changes >> text=Reset')
  await preview.page.waitForFunction(
    () => window.sent.findLast(each => each.type === 'whatIf')?.changes.length === 0,
  )
  await preview.page.click('[aria-label="Try scenario Card outage"]')
  expect(await preview.page.textContent('.changes')).toContain('Stripe (external) is down')
  await preview.page.click('[aria-label="Forget scenario Card outage"]')
  await preview.page.click('.changes >> text=Reset')
  expect(await preview.page.locator('.scenarios').count()).toBe(0)
  await show(checkout)
})

describe('a picture beside another version', () => {
  const comparison: NonNullable<PreviewModel['comparison']> = {
    version: 'HEAD',
    parts: [
      { change: 'added', target: { kind: 'node', id: 'keys' }, name: 'Idempotency keys', figures: [] },
      {
        change: 'changed',
        target: { kind: 'arrow', index: 5 },
        name: 'Payments → Stripe',
        figures: ['timeout 2 s → 800 ms'],
      },
    ],
    removed: [{ name: 'Postgres → Stripe', ends: { from: 'db', to: 'stripe' } }, { name: 'Mail service' }],
  }

  it('marks what is new, changed and gone, and says it in words', async () => {
    await show({ ...checkout, comparison })
    expect(await preview.page.locator('.difference-tag').allTextContents()).toEqual([
      'new',
      'changed',
      'removed',
    ])
    const words = await preview.page.textContent('[aria-label="Compared with HEAD"]')
    expect(words).toContain('timeout 2 s → 800 ms')
    expect(words).toContain('Mail service')
    expect(
      await sentBy(() => preview.page.click('[aria-label="Compared with HEAD"] .plain >> text=Payments')),
    ).toEqual([{ type: 'reveal', target: { kind: 'arrow', index: 5 } }])
    expect(await sentBy(() => preview.page.click('header >> text=Compare'))).toEqual([
      { type: 'compare', on: false },
    ])
    expect(
      await sentBy(() => preview.page.click('header >> [aria-label="Choose what to compare with"]')),
    ).toEqual([{ type: 'chooseCounterpart' }])
  })

  it('says why there is none, where the figures were hidden too', async () => {
    await show(checkout)
    await preview.page.click('header >> text=Figures')
    const problem = 'checkout.md is not in HEAD, so everything in it is new.'
    await show({ ...checkout, comparison: { version: 'HEAD', problem, parts: [], removed: [] } })
    const said = preview.page.locator('[aria-label="Compared with HEAD"]')
    expect(await said.textContent()).toContain(problem)
    expect(await said.isVisible()).toBe(true)
    expect(await sentBy(() => said.getByText('Compare with something else').click())).toEqual([
      { type: 'chooseCounterpart' },
    ])
    await show(checkout)
    expect(await preview.page.locator('.difference-tag').count()).toBe(0)
  })
})
