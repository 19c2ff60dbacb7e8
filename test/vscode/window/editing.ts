// Writing a design: squiggles, hovers, quick fixes and completion, as they appear on screen.

import { expectSoon } from './expect'
import type { Suite } from './suite'

export const editing: Suite = ({ workbench: { page, open, line, characters, clickOn }, picture }) => [
  {
    name: 'an arrow without a protocol is underlined',
    async run() {
      await open('design.md')
      await page.locator('.squiggly-info, .squiggly-warning, .squiggly-error').first().waitFor()
      await picture('squiggles')
    },
  },
  {
    name: 'the pointer on a protocol explains it',
    async run() {
      const { x, y } = await characters('gRPC')
      await page.mouse.move(x, y)
      const hover = page.locator('.monaco-hover:visible', { hasText: /HTTP\/2/ })
      await hover.first().waitFor()
      await picture('hover')
      await page.mouse.move(10, 10)
    },
  },
  {
    name: 'a quick fix of the light bulb writes into the text',
    async run() {
      await clickOn('-->|HTTPS|')
      await page
        .locator('.codicon-light-bulb, .codicon-lightbulb, [class*=lightbulb]:visible')
        .first()
        .waitFor()
      await page.keyboard.press('Control+.')
      const offers = page.locator('.action-widget .monaco-list-row.action')
      await offers
        .filter({ hasText: /timeout/i })
        .first()
        .waitFor()
      await picture('quick-fixes')
      await offers
        .filter({ hasText: /timeout/i })
        .first()
        .click()
      await expectSoon('the text states a timeout', async () => (await line('timeout: ').count()) > 0)
      await picture('fixed')
    },
  },
  {
    name: 'completion offers protocols in an arrow label',
    async run() {
      await clickOn('orders --> db')
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await page.keyboard.type('orders -->|')
      await page.keyboard.press('Control+Space')
      await page.locator('.suggest-widget .monaco-list-row', { hasText: 'SQL' }).first().waitFor()
      await picture('completion')
      await page.keyboard.press('Escape')
    },
  },
]
