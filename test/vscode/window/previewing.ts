// The preview: the picture, the numbers, and the way from the picture back to the text.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectSoon } from './expect'
import type { Suite } from './suite'

const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  contrast: 'Default High Contrast',
}

export const previewing: Suite = ({ workbench: { page, open, run, preview, clickOn }, folder, picture }) => {
  const lineOf = (part: string) =>
    readFileSync(join(folder, 'checkout.md'), 'utf8')
      .split('\n')
      .findIndex(line => line.includes(part)) + 1
  return [
    {
      name: 'Open Preview to the Side shows the picture and the numbers',
      async run() {
        await open('checkout.md')
        await clickOn('flowchart LR')
        await run('Arrowsmith: Open Preview to the Side')
        const frame = await preview()
        await frame.locator('svg g.node', { hasText: 'Payment service' }).first().waitFor({ timeout: 30_000 })
        await frame.getByText('p99', { exact: true }).first().waitFor()
        await frame
          .getByText(/99\.\d+\s?%/)
          .first()
          .waitFor()
      },
    },
    {
      name: 'a click on a node selects it in the text',
      async run() {
        const frame = await preview()
        await frame.locator('svg g.node', { hasText: 'Payment service' }).first().click()
        await expectSoon('the cursor is where the node is drawn', async () => {
          const status = await page.locator('#status\\.editor\\.selection').textContent()
          return status?.includes(`Ln ${lineOf('payment[Payment service]')},`) === true
        })
      },
    },
    {
      name: 'the picture follows typing',
      async run() {
        await clickOn('RESP, 50ms')
        await page.keyboard.press('End')
        await page.keyboard.press('End')
        await page.keyboard.press('Enter')
        await page.keyboard.type('payment -->|gRPC| ledger[Ledger]')
        const frame = await preview()
        await frame.locator('svg g.node', { hasText: 'Ledger' }).first().waitFor()
      },
    },
    ...Object.entries(themes).map(([name, theme]) => ({
      name: `the preview follows the theme: ${name}`,
      async run() {
        const settings = join(folder, '.vscode', 'settings.json')
        writeFileSync(
          settings,
          JSON.stringify({ ...JSON.parse(readFileSync(settings, 'utf8')), 'workbench.colorTheme': theme }),
        )
        const expected = { dark: 'vscode-dark', light: 'vscode-light', contrast: 'vscode-high-contrast' }[
          name
        ]
        const frame = await preview()
        await frame.locator(`body.${expected}`).waitFor()
        await page.waitForTimeout(800)
        await picture(`preview-${name}`)
      },
    })),
  ]
}
