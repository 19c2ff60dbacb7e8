// `npm run test:vscode walkthrough`: takes the pictures of README and of the walkthrough, into media/.

import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths'
import { previewKey } from '../user'
import { expectSoon, succeeds } from './expect'
import type { Suite } from './suite'

const design = `---
arrowsmith:
  objectives:
    ordering: { from: web, to: orders, p99: 800ms, availability: 99.9% }
---
flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout"| orders[Order service]
  orders -->|"SQL, 300ms timeout"| db[(Postgres)]
  orders --> stock[Stock service]
  %% db@{ managed: true, availability: 99.95%, p99: 20ms }
`

export const walkthrough: Suite = ({
  workbench: { page, open, run, preview, characters, clickOn },
  folder,
}) => {
  const picture = (name: string, clip = { x: 0, y: 75, width: 760, height: 340 }) =>
    page.screenshot({ path: join(root, 'media', 'walkthrough', `${name}.png`), clip })
  /** It is judged after everything that takes less long. */
  const objectiveIsTold = () => page.locator('.squiggly-info').first().waitFor()
  const begin = async () => {
    await page.setViewportSize({ width: 1300, height: 700 })
    await open('ordering.mmd')
    await page.keyboard.press('Control+B')
    await objectiveIsTold()
    await page.locator('.codelens-decoration a', { hasText: 'p99' }).first().waitFor()
  }
  writeFileSync(join(folder, 'ordering.mmd'), design)
  copyFileSync(join(root, 'examples', 'checkout.md'), join(folder, 'checkout.md'))
  return [
    {
      name: 'a picture of completion',
      async run() {
        await begin()
        await clickOn('orders --> stock')
        await page.keyboard.press('End')
        await page.keyboard.press('Enter')
        await page.keyboard.type('orders -->|')
        await page.keyboard.press('Control+Space')
        await page.locator('.suggest-widget .monaco-list-row', { hasText: 'HTTPS' }).first().waitFor()
        await picture('draw')
        await page.keyboard.press('Escape')
        await run('File: Revert File')
      },
    },
    {
      name: 'a picture of quick fixes',
      async run() {
        await clickOn('orders --> stock')
        await page.keyboard.press('Home')
        for (let steps = 0; steps < 'orders -'.length; steps++) await page.keyboard.press('ArrowRight')
        const offer = page.locator('.action-widget .monaco-list-row.action').first()
        await expectSoon('the quick fixes are offered', async () => {
          await page.keyboard.press('Control+.')
          return succeeds(offer.waitFor({ timeout: 3000 }))
        })
        await objectiveIsTold()
        await picture('mend')
        await page.keyboard.press('Escape')
      },
    },
    {
      name: 'a picture of what an objective says',
      async run() {
        const hover = page.locator('.monaco-hover:visible', { hasText: /p99/ }).first()
        await expectSoon('the hover is there', async () => {
          await page.mouse.move(10, 10)
          const { x, y } = await characters('ordering:')
          await page.mouse.move(x, y)
          return succeeds(hover.waitFor({ timeout: 3000 }))
        })
        await picture('state')
        await page.mouse.move(10, 10)
      },
    },
    {
      name: 'a picture of the preview',
      async run() {
        await clickOn('flowchart LR')
        await page.keyboard.press(previewKey)
        const frame = await preview()
        await frame.locator('svg g.node', { hasText: 'Order service' }).first().waitFor()
        await frame.locator('main[aria-busy="false"]').waitFor()
        await picture('numbers', { x: 650, y: 61, width: 650, height: 520 })
        await page.locator('.tab', { hasText: /^Preview / }).click({ button: 'middle' })
      },
    },
    {
      name: 'the picture of README',
      async run() {
        await page.setViewportSize({ width: 1600, height: 1000 })
        await open('checkout.md')
        await clickOn('flowchart LR')
        await page.keyboard.press(previewKey)
        const frame = await preview()
        await frame.locator('svg g.node', { hasText: 'Card processor' }).first().waitFor()
        // The text needs less room than the picture.
        await page.mouse.move(800, 500)
        await page.mouse.down()
        await page.mouse.move(465, 500, { steps: 10 })
        await page.mouse.up()
        await frame.locator('button', { hasText: 'Fit' }).click()
        await page.mouse.move(200, 980)
        await frame.locator('main[aria-busy="false"]').waitFor()
        await page.screenshot({ path: join(root, 'media', 'screenshot.png') })
        await page.locator('.tab', { hasText: /^Preview / }).click({ button: 'middle' })
        await page.setViewportSize({ width: 1300, height: 700 })
      },
    },
    {
      name: 'a picture of the whole workspace under Problems',
      async run() {
        await run('Arrowsmith: Check All Documents of the Workspace')
        await page.locator('.markers-panel .monaco-list-row', { hasText: 'arrowsmith' }).first().waitFor()
        await picture('keep', { x: 0, y: 300, width: 1000, height: 370 })
      },
    },
  ]
}
