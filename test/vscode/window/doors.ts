// The ways to the preview, each from a window that doesn't show it yet, and what it says where there is nothing to show.

import { previewKey } from '../user'
import { expectSoon, isSoon, succeeds } from './expect'
import type { Suite } from './suite'

export const doors: Suite = ({
  workbench: { page, open, run, take, preview, characters, clickOn, asked },
  picture,
}) => {
  const tab = page.locator('.tab', { hasText: /^Preview / })
  const drawn = async (node: string) => {
    const frame = await preview()
    await frame.locator('svg g.node', { hasText: node }).first().waitFor()
    await frame.locator('.tile').first().waitFor()
  }
  /** A press or a key may be lost on a busy window. */
  const passes = (pass: () => Promise<unknown>) =>
    expectSoon('the preview opens', async () => {
      if (!(await tab.isVisible())) await pass()
      return succeeds(tab.waitFor({ timeout: 10_000 }))
    })
  const pressKey = () => page.keyboard.press(previewKey)
  const close = async () => {
    // The list that a document was chosen from may stay open on a busy window, and lie over the tab.
    if (await page.locator('.quick-input-widget').first().isVisible()) await page.keyboard.press('Escape')
    await tab.click({ button: 'middle' })
    await tab.waitFor({ state: 'detached' })
  }
  const door = (name: string, pass: () => Promise<unknown>) => ({
    name: `the preview is drawn through ${name}`,
    async run() {
      await open('design.md')
      await clickOn('flowchart LR')
      await passes(pass)
      await drawn('Order service')
      await picture(`door-${name.replaceAll(' ', '-')}`)
      await close()
    },
  })
  return [
    door('the button in the title', () => page.locator('.editor-actions .codicon-type-hierarchy').click()),
    door('the lens above the diagram', () =>
      page.locator('.codelens-decoration a', { hasText: 'p99' }).first().click(),
    ),
    door('the palette', () => run('Arrowsmith: Open Preview to the Side')),
    door('a key', pressKey),
    {
      name: 'the palette exports a picture that no preview shows yet',
      async run() {
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
        await page.evaluate(() => navigator.clipboard.writeText(''))
        await open('design.md')
        await clickOn('flowchart LR')
        await expectSoon('the figures are copied', async () => {
          await take('Arrowsmith: Export the Picture…', 'Markdown')
          return isSoon(
            async () => (await page.evaluate(() => navigator.clipboard.readText())).includes('| p99 |'),
            20,
          )
        })
        await close()
      },
    },
    {
      name: 'the palette checks the workspace, and lists what is wrong in documents that nobody has open',
      async run() {
        await run('Arrowsmith: Check All Documents of the Workspace')
        await page.locator('.markers-panel .monaco-list-row', { hasText: 'chat.md' }).first().waitFor()
        await picture('workspace-checked')
        await page.keyboard.press('Control+J')
      },
    },
    {
      name: 'a document without a diagram says so, and the next with one is drawn',
      async run() {
        await open('design.md')
        await clickOn('flowchart LR')
        await passes(pressKey)
        await drawn('Order service')
        await page.locator('.tab', { hasText: 'design.md' }).first().click()
        await open('notes.md')
        const frame = await preview()
        await frame.getByText('There is no Mermaid diagram in notes.md. To begin with an example,').waitFor()
        if (await frame.locator('.stage svg').first().isVisible()) throw new Error('a picture is shown')
        await picture('without-diagram')
        await open('checkout.md')
        await drawn('Payment service')
        await close()
      },
    },
    {
      name: 'a hover quotes a label as text: it fetches nothing and runs no commands',
      async run() {
        await open('hostile.md')
        const hover = page.locator('.monaco-hover:visible', { hasText: 'elsewhere.example' }).first()
        await expectSoon('the hover quotes the label', async () => {
          await page.mouse.move(10, 10)
          const { x, y } = await characters('api -->')
          await page.mouse.move(x - 12, y)
          return succeeds(hover.waitFor({ timeout: 3000 }))
        })
        await picture('hostile-hover')
        const live = await hover
          .locator('img, [data-href*=elsewhere], [data-href^="command:workbench"]')
          .count()
        if (live > 0) throw new Error(`it has ${live} images or links that the label wrote`)
        await page.mouse.move(10, 10)
        if (asked.length > 0) throw new Error(`it asked for ${asked.join(', ')}`)
      },
    },
    {
      name: 'the preview fetches nothing that a label names',
      async run() {
        await open('hostile.md')
        await passes(pressKey)
        await drawn('Order service')
        await picture('hostile-preview')
        if (asked.length > 0) throw new Error(`it asked for ${asked.join(', ')}`)
      },
    },
  ]
}
