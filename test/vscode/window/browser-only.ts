// A window whose extension runs in the browser, where there is no Git.

import type { Suite } from './suite'

export const browserOnly: Suite = ({ workbench: { page, open, run, preview, clickOn }, picture }) => [
  {
    name: 'in a browser, Compare with HEAD draws the diagram and says what is missing',
    async run() {
      await open('design.md')
      await page.locator('.squiggly-info, .squiggly-warning, .squiggly-error').first().waitFor()
      await clickOn('flowchart LR')
      await run('Arrowsmith: Compare with HEAD in the Preview')
      const frame = await preview()
      await frame.locator('svg g.node', { hasText: 'Order service' }).first().waitFor()
      await frame.getByText('Git is not available in this window.').first().waitFor()
      await picture('browser-only-compare')
    },
  },
]
