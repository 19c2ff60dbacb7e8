// A window without a folder: somebody opened one file, of a kind that no other file has woken the extension for.

import type { Suite } from './suite'

export const folderless: Suite = ({ workbench: { page, run, preview, clickOn }, picture }) => [
  {
    name: 'without a folder, findings and the preview are there all the same',
    async run() {
      await page.locator('.squiggly-info, .squiggly-warning, .squiggly-error').first().waitFor()
      await clickOn('flowchart LR')
      await run('Arrowsmith: Open Preview to the Side')
      const frame = await preview()
      await frame.locator('svg g.node', { hasText: 'Order service' }).first().waitFor()
      await picture('folderless')
    },
  },
]
