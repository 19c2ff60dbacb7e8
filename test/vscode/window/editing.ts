// Writing a design: squiggles, hovers, quick fixes and completion, as they appear on screen.

import { expectSoon, succeeds } from './expect'
import type { Suite } from './suite'

export const editing: Suite = ({ workbench: { page, open, run, line, characters, clickOn }, picture }) => [
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
      const hover = page.locator('.monaco-hover:visible', { hasText: /HTTP\/2/ }).first()
      // A lens that comes up late moves the lines away from under the pointer.
      await expectSoon('the hover is there', async () => {
        await page.mouse.move(10, 10)
        const { x, y } = await characters('gRPC')
        await page.mouse.move(x, y)
        return succeeds(hover.waitFor({ timeout: 3000 }))
      })
      await picture('hover')
      await page.mouse.move(10, 10)
    },
  },
  {
    name: 'what a hover has no room for opens as a page',
    async run() {
      const more = page.locator('.monaco-hover:visible a', { hasText: 'More' }).first()
      await expectSoon('the hover leads to more', async () => {
        await page.mouse.move(10, 10)
        const { x, y } = await characters('gRPC')
        await page.mouse.move(x, y)
        return succeeds(more.waitFor({ timeout: 3000 }))
      })
      await more.dispatchEvent('click')
      const explanation = page.locator('.tab', { hasText: /^Preview gRPC/ })
      await explanation.waitFor()
      await explanation.click({ button: 'middle' })
      await explanation.waitFor({ state: 'detached' })
      await page.mouse.move(10, 10)
    },
  },
  {
    name: 'a quick fix of the light bulb writes into the text',
    async run() {
      await clickOn('orders -->')
      await page.keyboard.press('End')
      await page.keyboard.press('Home')
      for (let steps = 0; steps < 'orders -'.length; steps++) await page.keyboard.press('ArrowRight')
      await page.locator('[class*=lightbulb], [class*=light-bulb]').first().waitFor()
      const offer = page.locator('.action-widget .monaco-list-row.action', { hasText: /SQL/ }).first()
      await expectSoon('the quick fixes are offered', async () => {
        await page.keyboard.press('Control+.')
        return succeeds(offer.waitFor({ timeout: 3000 }))
      })
      await picture('quick-fixes')
      await offer.click()
      // Until then it takes what is clicked.
      await page.locator('.action-widget').first().waitFor({ state: 'hidden' })
      await line('orders -->|SQL').waitFor()
      await picture('fixed')
    },
  },
  {
    name: 'completion offers protocols in an arrow label',
    async run() {
      const typed = page.locator('.view-line', { hasText: /orders\s-->\|(?!SQL)/ }).first()
      // A list that closes may take the click and the keys.
      await expectSoon('the second arrow is typed', async () => {
        await clickOn('orders -->')
        await page.keyboard.press('End')
        await page.keyboard.press('Enter')
        await page.keyboard.type('orders -->|')
        return succeeds(typed.waitFor({ timeout: 3000 }))
      })
      const offer = page.locator('.suggest-widget .monaco-list-row', { hasText: 'GraphQL' }).first()
      await expectSoon('protocols are offered', async () => {
        // A list that is open already would open its details.
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+Space')
        return succeeds(offer.waitFor({ timeout: 3000 }))
      })
      await picture('completion')
      await page.keyboard.press('Escape')
      await run('File: Revert File')
      await page.locator('.tab.active:not(.dirty)').waitFor()
    },
  },
  {
    name: 'the first diagram of a document brings the button of the preview, before it is saved',
    async run() {
      const button = page.locator('.editor-actions .codicon-type-hierarchy')
      await open('notes.md')
      await button.waitFor({ state: 'detached' })
      await page.locator('.monaco-editor .view-line').first().click()
      await page.keyboard.press('Control+End')
      await page.keyboard.insertText('\n\n```mermaid\nflowchart LR\n  web[Web app] --> api[Order API]\n```\n')
      await button.first().waitFor()
      await page.locator('.tab.active.dirty').waitFor()
      await run('File: Revert File')
      await page.locator('.tab.active:not(.dirty)').waitFor()
    },
  },
]
