// The preview in another language: whatever it says itself is translated, and what is not says in which language it is.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, type PictureChoices, previewModel } from '../../src/service'
import type { Change, ToPreview } from '../../src/service/preview/messages'
import { type Harness, type Preview, startHarness } from './harness'
import { german, translatingBy, unspoken } from './languages'

/** An author who writes Greek: every Latin letter on the page is the product's, or a word of annotations. */
const shop = `---
title: Πληρωμή
arrowsmith:
  objectives:
    αγορά: { from: web, to: psp, p99: 300ms, availability: 99.99% }
---
flowchart LR
  web([Πελάτης]) -->|"HTTPS, 2s timeout"| api[Παραγγελία]
  subgraph cloud [Νέφος]
    api -->|"HTTPS, 900ms timeout, 2 retries"| pay[Πληρωμή]
    api -->|"RESP, 20ms timeout"| cache[(Μνήμη)]
  end
  pay -->|"HTTPS, 800ms timeout, 1 retry"| psp[Τράπεζα]
  api -. "AMQP" .-> queue[/Ουρά/]
  queue --> mail[Γράμμα]
  %% web@{ kind: person, rate: 300/s }
  %% api@{ kind: service, p50: 8ms, p99: 60ms, availability: 99.95%, replicas: 2, capacity: 400/s, region: ελλάς }
  %% pay@{ kind: service, p50: 8ms, p99: 60ms }
  %% cache@{ kind: cache, p50: 1ms, p99: 8ms, availability: 99.9%, hitRatio: 80% }
  %% psp@{ kind: external, p50: 90ms, p99: 400ms, availability: 99.9% }
  %% queue@{ kind: queue }
  %% mail@{ kind: worker, p99: 90ms }
`

const earlier = shop.replace('900ms', '700ms').replace('  queue --> mail[Γράμμα]\n', '')

const snapshotOf = (text: string) =>
  analyze(text, { language: 'mermaid', configuration: defaultConfiguration })

const pictureOf = (text: string, choices: PictureChoices = {}): ToPreview => ({
  type: 'picture',
  picture: {
    document: 'file:///αγορά',
    ...previewModel(snapshotOf(text), 0, { translate: translatingBy(unspoken), ...choices }),
  },
})

/** Units, percentiles, words of annotations and names of formats are the same everywhere. */
const everywhere = /^(?:ms|s|min|h|C|p95|commonCause|fails|hang|order|HEAD|SVG|PNG)$/

const written = new Set(shop.match(/[A-Za-z]\w*/g))

let harness: Harness
let preview: Preview

beforeAll(async () => {
  harness = await startHarness()
  preview = await harness.open({ translations: unspoken })
}, 60_000)

afterAll(() => harness?.close())

/** What can be seen, heard or pointed at, without what says that it is in English. */
const said = () =>
  preview.page.evaluate(() => {
    const texts: string[] = []
    const isForeign = (element: Element | null) => element?.closest('[lang=en], style, script') != null
    for (const element of document.querySelectorAll('body *')) {
      if (isForeign(element)) continue
      for (const node of element.childNodes) if (node instanceof Text) texts.push(node.data)
      const isFinding = element.matches('.marker-pin')
      for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']) {
        const value = element.getAttribute(name) ?? ''
        texts.push(isFinding ? value.replace(/: .*/, '') : value)
      }
    }
    return [...new Set(texts.map(text => text.trim()))].filter(text => text !== '')
  })

/** Names of rules have hyphens, and none of our words has. */
const untranslatedIn = (texts: readonly string[]) =>
  texts.filter(text =>
    (text.replace(/\b[a-z]+(?:-[a-z]+)+\b/g, '').match(/[A-Za-z]\w*/g) ?? []).some(
      word => !written.has(word) && !everywhere.test(word),
    ),
  )

const leftovers = async () => untranslatedIn(await said())

const changes: readonly Change[] = [
  { target: 'psp', key: 'p99', value: '900' },
  { target: 'pay', key: 'availability', value: '0.98' },
  { target: 'api', key: 'replicas', value: '3' },
  { target: 'cache', key: 'component', value: 'down' },
  { target: '2', key: 'retries', value: '1' },
]

describe('nothing of it is left in English', () => {
  const states: Readonly<Record<string, ToPreview>> = {
    'a design with a goal that is missed': pictureOf(shop),
    'what is tried': pictureOf(shop, { changes }),
    'nobody is answered': pictureOf(shop, {
      changes: [{ target: 'psp', key: 'component', value: 'down' }],
    }),
    'a comparison': pictureOf(shop, { compareWith: { name: 'HEAD', snapshot: snapshotOf(earlier) } }),
    'a comparison without differences': pictureOf(shop, {
      compareWith: { name: 'HEAD', snapshot: snapshotOf(shop) },
    }),
    'a comparison with another diagram': pictureOf(shop, {
      compareWith: { name: 'HEAD', snapshot: snapshotOf('flowchart LR\n  a --> b\n') },
    }),
    'a collapsed group': pictureOf(shop, { collapsed: ['cloud'] }),
    overload: pictureOf(shop.replace('400/s', '200/s')),
    'what is no design': pictureOf('flowchart LR\n  a[Κρέας] --> b[Πιάτο]\n'),
    'no request': pictureOf('flowchart LR\n  %% arrowsmith: { preset: recommended }\n  a[Κρέας]\n'),
    'a message that can’t be read': { type: 'picture' } as unknown as ToPreview,
  }

  it.each(Object.entries(states))('of %s', async (_, message) => {
    await preview.show(message)
    expect(await leftovers()).toEqual([])
  })

  it('in any mode', async () => {
    await preview.show(pictureOf(shop))
    for (const mode of ['availability', 'attempts', 'utilization', 'plain', 'latency']) {
      await preview.page.check(`input[value=${mode}]`, { force: true })
      expect(await leftovers()).toEqual([])
    }
  })

  it('in search, menus and cards', async () => {
    await preview.page.keyboard.press('Control+f')
    await preview.page.keyboard.type('Πληρωμή')
    expect(await leftovers()).toEqual([])
    await preview.page.keyboard.type('!')
    expect(await leftovers()).toEqual([])
    await preview.page.keyboard.press('Escape')
    await preview.page.click('.menu > summary')
    await preview.page.click('[id*="flowchart-pay-"]', { button: 'right' })
    expect(await preview.page.locator('.part-menu button').count()).toBeGreaterThan(2)
    expect(await leftovers()).toEqual([])
    await preview.page.keyboard.press('Escape')
    await preview.page.locator('.marker-pin').first().dispatchEvent('click')
    expect(await preview.page.locator('.card').count()).toBe(1)
    expect(await leftovers()).toEqual([])
  })

  it('in the report and in the table', async () => {
    const exported = async (way: 'html' | 'markdown') => {
      const before = (await preview.sent()).length
      await preview.post({ type: 'exportAs', way })
      await preview.page.waitForFunction(count => window.sent.length > count, before)
      return (await preview.sent()).at(-1)
    }
    const report = await exported('html')
    if (report?.type !== 'export') throw new Error('there is no report')
    expect(report.data).toContain('<html lang="de">')
    const page = await preview.page.context().browser()!.newPage()
    await page.setContent(report.data)
    const texts = await page.$$eval('title, h1, h2, p, th, td:not(:has(*)), li', elements =>
      elements.map(element => {
        for (const foreign of element.querySelectorAll('[lang=en]')) foreign.remove()
        return element.textContent ?? ''
      }),
    )
    await page.close()
    expect(texts.length).toBeGreaterThan(20)
    expect(untranslatedIn(texts)).toEqual([])
    const table = await exported('markdown')
    expect(table?.type === 'copy' && untranslatedIn([table.text])).toEqual([])
  })
})

describe('in German', () => {
  it('nothing is cut or runs out of the page, in the narrowest and the widest', async () => {
    const message = pictureOf(shop, { changes, translate: translatingBy(german) })
    for (const width of [420, 1440]) {
      const other = await harness.open({ width, translations: german })
      await other.show(message)
      const cut = await other.page.$$eval(
        'header .pill, header .modes span, .tools button, .link, aside h2, .tile span, th',
        elements =>
          elements
            .filter(
              element =>
                element.scrollWidth > element.clientWidth + 1 &&
                getComputedStyle(element).display !== 'inline',
            )
            .map(({ textContent }) => textContent),
      )
      expect(cut).toEqual([])
      const wide = await other.page.evaluate(() =>
        [...document.querySelectorAll('header, aside, footer')]
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
          .map(({ tagName }) => tagName),
      )
      expect(wide).toEqual([])
      await other.page.close()
    }
  })
})
