// The preview for who can't see it or has no pointer: no violation that axe finds, words that can be read, the picture by keys.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Harness, type Preview, startHarness } from './harness'
import { messageFor } from './looks'
import { checkout } from './samples/index'
import { type ThemeName, themes } from './themes'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let harness: Harness
let preview: Preview

beforeAll(async () => {
  harness = await startHarness()
  preview = await harness.open({ width: 1000 })
}, 60_000)

afterAll(() => harness?.close())

const violations = async () => {
  await preview.page.evaluate(axe)
  const { violations: found } = await preview.page.evaluate<AxeResults>('axe.run()')
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

/** Of the drawing: borders of components and groups, and arrows, with less contrast to the ground than lines need. */
const faintLines = () =>
  preview.page.evaluate(() => {
    const dot = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
    const luminance = (color: string) => {
      dot.fillStyle = color
      dot.fillRect(0, 0, 1, 1)
      const parts = [...dot.getImageData(0, 0, 1, 1).data].map(channel => {
        const part = channel / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * parts[0]! + 0.7152 * parts[1]! + 0.0722 * parts[2]!
    }
    const ground = luminance(getComputedStyle(document.body).backgroundColor)
    const lines = '.node > :is(rect, path, circle, polygon), .cluster > rect, path[data-edge], .down-mark > *'
    return [...document.querySelectorAll(`.stage :is(${lines})`)].flatMap(line => {
      const { stroke } = getComputedStyle(line)
      const [dim = 0, bright = 0] = [luminance(stroke), ground].sort((a, b) => a - b)
      const contrast = (bright + 0.05) / (dim + 0.05)
      return stroke === 'none' || contrast >= 3 ? [] : [`${line.outerHTML.slice(0, 80)}: ${contrast}`]
    })
  })

const changes = [{ target: 'psp', key: 'component', value: 'down' } as const]

describe('axe finds nothing', () => {
  it.each(Object.keys(themes) as ThemeName[])('in %s, with a card open and something tried', async theme => {
    await preview.setTheme(theme)
    await preview.show(messageFor('examples/checkout.md', { changes }))
    await preview.page.locator('.marker-pin').first().dispatchEvent('click')
    expect(await preview.page.locator('.card').count()).toBe(1)
    expect(await violations()).toEqual([])
    expect(await faintLines()).toEqual([])
    await preview.page.keyboard.press('Escape')
  })
})

describe('the picture by keys', () => {
  it('is one tab stop, from which cursor keys lead along the arrows', async () => {
    await preview.show({ type: 'picture', picture: checkout })
    expect(await preview.page.locator('.stage [tabindex="0"]').count()).toBe(1)
    await preview.page.locator('.stage [tabindex="0"]').focus()
    const focused = () =>
      preview.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    expect(await focused()).toContain('Browser')
    await preview.page.keyboard.press('ArrowRight')
    expect(await focused()).toContain('Browser → API gateway')
    await preview.page.keyboard.press('ArrowRight')
    expect(await focused()).toMatch(/^API gateway/)
    await preview.page.keyboard.press('ArrowLeft')
    await preview.page.keyboard.press('ArrowLeft')
    expect(await focused()).toMatch(/^Browser/)
    expect(await preview.page.locator('.stage [tabindex="0"]').count()).toBe(1)
  })

  it('follows the focus to what is out of view by panning, so that everything knows where the picture is', async () => {
    await preview.page.setViewportSize({ width: 420, height: 700 })
    await preview.show({ type: 'picture', picture: checkout })
    await preview.page.locator('.stage [tabindex="0"]').focus()
    const pane = (await preview.page.locator('.viewport').boundingBox())!
    for (let steps = 0; steps < 8; steps += 1) {
      await preview.page.keyboard.press('ArrowRight')
      const seen = await preview.page.evaluate(() => {
        const { left, right } = document.activeElement!.getBoundingClientRect()
        return { left, right, scrolled: document.querySelector('.viewport')!.scrollLeft }
      })
      expect(seen.scrolled).toBe(0)
      expect(seen.left).toBeLessThan(pane.x + pane.width)
      expect(seen.right).toBeGreaterThan(pane.x)
    }
    await preview.page.setViewportSize({ width: 1400, height: 900 })
  })

  it('reveals a part with Enter and opens its findings with F', async () => {
    await preview.page.locator('.handle[data-arrow="5"]').focus()
    await preview.page.keyboard.press('Enter')
    expect((await preview.sent()).at(-1)).toEqual({ type: 'reveal', target: { kind: 'arrow', index: 5 } })
    await preview.page.keyboard.press('f')
    expect(await preview.page.textContent('.card')).toContain('3 × 3 = 9 attempts')
    await preview.page.keyboard.press('Escape')
  })
})
