// The preview: the picture, the numbers, and the way from the picture back to the text.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectSoon, isSoon, succeeds } from './expect'
import type { Suite } from './suite'

const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  contrast: 'Default High Contrast',
}

export const previewing: Suite = ({
  workbench: { page, open, run, take, preview, clickOn },
  folder,
  picture,
}) => {
  const saved = () => readFileSync(join(folder, 'checkout.md'), 'utf8')
  const settings = join(folder, '.vscode', 'settings.json')
  const configure = (change: object) =>
    writeFileSync(settings, JSON.stringify({ ...JSON.parse(readFileSync(settings, 'utf8')), ...change }))
  commitAll(folder)
  configure({ 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100 })
  /** A press may come through although Playwright's patience ends first: what it brings tells, not the press. */
  const chooseWayOut = async (name: string) => {
    const frame = await preview()
    const way = frame.getByRole('button', { name }).first()
    if (!(await way.isVisible())) await succeeds(frame.locator('.menu > summary').click({ timeout: 1000 }))
    await succeeds(way.click({ timeout: 1000 }))
  }
  /**
   * The file that the preview writes. Each press may be lost, come late, or meet a dialog that goes just then: whatever
   * the window shows is answered anew, until the file is there.
   */
  const exported = async (format: 'SVG' | 'PNG') => {
    const fileName = `checkout-as-deployed.${format.toLowerCase()}`
    const file = join(folder, fileName)
    const dialog = page.locator('.quick-input-widget input[type=text]')
    const isWritten = async () => existsSync(file) && readFileSync(file).length > 0
    await expectSoon(`${fileName} is written`, async () => {
      if (!(await dialog.isVisible())) {
        await chooseWayOut(`Export ${format}`)
        await succeeds(dialog.waitFor({ timeout: 5000 }))
      }
      const isAsked = async () => (await dialog.inputValue({ timeout: 1000 })).endsWith(`/${fileName}`)
      if (await isSoon(() => isAsked().catch(() => false), 5)) {
        await succeeds(page.getByRole('button', { name: 'OK', exact: true }).click({ timeout: 1000 }))
        return isSoon(isWritten, 5)
      }
      // A dialog of another file, or one that a late press opened again.
      await page.keyboard.press('Escape')
      return isWritten()
    })
    await expectSoon('no dialog is left', async () => {
      if (await dialog.isVisible()) await page.keyboard.press('Escape')
      return !(await dialog.isVisible())
    })
    return readFileSync(file)
  }
  const lineOf = (part: string) =>
    readFileSync(join(folder, 'checkout.md'), 'utf8')
      .split('\n')
      .findIndex(line => line.includes(part)) + 1
  const isAtLine = async (part: string) => {
    const status = await page.locator('#status\\.editor\\.selection').textContent()
    return status?.includes(`Ln ${lineOf(part)},`) === true
  }
  return [
    {
      name: 'Open Preview to the Side shows the picture and the numbers',
      async run() {
        await open('checkout.md')
        await clickOn('flowchart LR')
        await run('Arrowsmith: Open Preview to the Side')
        const frame = await preview()
        await frame.locator('svg g.node', { hasText: 'Payment service' }).first().waitFor()
        await frame.getByText('p99', { exact: true }).first().waitFor()
        await frame
          .locator('.tile', { hasText: /99\.\d+\s?%/ })
          .first()
          .waitFor()
      },
    },
    {
      name: 'a click on a node selects it in the text',
      async run() {
        const frame = await preview()
        // All of it is in view then.
        await frame.getByRole('button', { name: 'Fit' }).click()
        const node = frame.locator('svg g.node', { hasText: 'Payment service' }).first()
        // A click on a picture that is drawn anew just then selects nothing.
        await expectSoon('the cursor is where the node is drawn', async () => {
          await node.click()
          return isSoon(() => isAtLine('payment[Payment service]'), 10)
        })
      },
    },
    {
      name: 'with its editor closed, a click on a node opens the text beside the preview, not over it',
      async run() {
        const editor = page.locator('.tab', { hasText: /^checkout\.md/ })
        await editor.click({ button: 'middle' })
        await editor.waitFor({ state: 'detached' })
        const frame = await preview()
        const node = frame.locator('svg g.node', { hasText: 'Payment service' }).first()
        await node.click()
        await editor.waitFor()
        if (!(await node.isVisible())) throw new Error('the text covers the preview')
      },
    },
    {
      name: 'the picture follows typing',
      async run() {
        // The text has just been opened, and may be on its way to its place.
        await expectSoon('the cursor is in the line', async () => {
          await clickOn('RESP, 50ms')
          return isAtLine('RESP, 50ms')
        })
        await page.keyboard.press('End')
        await page.keyboard.press('End')
        await page.keyboard.press('Enter')
        await page.keyboard.type('payment -->|gRPC| ledger[Ledger]')
        const frame = await preview()
        await frame.locator('svg g.node', { hasText: 'Ledger' }).first().waitFor()
      },
    },
    {
      name: 'Compare with HEAD marks what is new, and no longer when it is turned off',
      async run() {
        await run('Arrowsmith: Compare with HEAD in the Preview')
        const frame = await preview()
        const compared = frame.getByRole('region', { name: 'Compared with HEAD' })
        await compared.getByText('Payment service → Ledger').waitFor()
        await frame.locator('.difference-tag', { hasText: 'new' }).first().waitFor()
        await picture('compare')
        await frame.getByRole('button', { name: 'Compare', exact: true }).click()
        await compared.waitFor({ state: 'detached' })
      },
    },
    {
      name: 'Compare in the Preview with… offers the commits of the file and the other diagrams, as the panel does',
      async run() {
        const frame = await preview()
        await take('Arrowsmith: Compare in the Preview with…', 'Designs')
        const compared = frame.getByRole('region', { name: /^Compared with [\da-f]{7}$/ })
        await compared.getByText('Payment service → Ledger').waitFor()
        await frame.getByRole('button', { name: 'Choose what to compare with' }).click()
        await page.locator('.quick-input-list .monaco-list-row', { hasText: 'diagram 2' }).waitFor()
        await picture('compare-with')
        await page.keyboard.press('Escape')
        await frame.getByRole('button', { name: 'Compare', exact: true }).click()
        await compared.waitFor({ state: 'detached' })
      },
    },
    {
      name: 'a search in the picture finds a component',
      async run() {
        const frame = await preview()
        await frame.getByRole('button', { name: 'Find', exact: true }).click()
        const words = frame.getByRole('searchbox', { name: 'Find in the picture' })
        await words.fill('card processor')
        await frame.getByText(/^1 of \d/).waitFor()
        await words.press('Escape')
      },
    },
    {
      name: 'a fix in the card of a finding writes into the text',
      async run() {
        const frame = await preview()
        const pin = frame.locator('.marker-pin[aria-label*="Ledger"]')
        const fix = frame.locator('.card').getByRole('button', { name: /^State a timeout/ })
        // The picture may still be drawn anew after the typing, which closes the card: one opens it again.
        const isStated = async () => /(?:timeout.*ledger|ledger.*timeout)/.test(saved())
        await expectSoon('the text states it', async () => {
          if (!(await fix.first().isVisible())) await succeeds(pin.click({ timeout: 1000 }))
          if (!(await succeeds(fix.first().waitFor({ timeout: 1000 })))) return false
          await picture('card')
          await succeeds(fix.first().click({ timeout: 1000 }))
          return isSoon(isStated, 5)
        })
      },
    },
    {
      name: 'an assumed figure is stated in the text by a click',
      async run() {
        const frame = await preview()
        const state = frame.getByRole('button', { name: /^State .*p99.* of ledger$/ })
        // A press on what belongs to an older text changes nothing.
        await expectSoon('the text states it', async () => {
          await succeeds(state.first().click({ timeout: 1000 }))
          return isSoon(async () => /%% ledger@\{.*p99: /.test(saved()), 5)
        })
        await state.first().waitFor({ state: 'detached' })
      },
    },
    {
      name: 'a what-if moves the numbers, and the design takes them back',
      async run() {
        const frame = await preview()
        const up = frame.locator('.tile strong').nth(2)
        const before = await up.textContent()
        await frame.locator('[data-focus="what-if"]').selectOption('psp')
        await frame.locator('[data-focus="component psp"]').click()
        await frame.getByText(/^What if: these figures/).waitFor()
        await expectSoon('the numbers have moved', async () => (await up.textContent()) !== before)
        await picture('what-if')
        await frame.getByRole('button', { name: 'Back to the design' }).click()
        await expectSoon('they are back', async () => (await up.textContent()) === before)
      },
    },
    {
      name: 'the picture is exported as SVG and as PNG',
      async run() {
        const svg = (await exported('SVG')).toString('utf8')
        if (!svg.startsWith('<svg') || !svg.includes('Payment service')) throw new Error(svg.slice(0, 200))
        const png = await exported('PNG')
        if (png.subarray(1, 4).toString('latin1') !== 'PNG') throw new Error('this is no PNG')
      },
    },
    {
      name: 'the picture goes to the clipboard, and the palette exports it too',
      async run() {
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
        await expectSoon('the picture is copied', async () => {
          await chooseWayOut('Copy picture')
          const types = await page.evaluate(async () => {
            const items = await navigator.clipboard.read()
            return items.flatMap(item => item.types)
          })
          return types.includes('image/png')
        })
        await page.evaluate(() => navigator.clipboard.writeText(''))
        await expectSoon('the figures are copied', async () => {
          await take('Arrowsmith: Export the Picture…', 'Markdown')
          return isSoon(
            async () => (await page.evaluate(() => navigator.clipboard.readText())).includes('| p99 |'),
            20,
          )
        })
      },
    },
    ...Object.entries(themes).map(([name, theme]) => ({
      name: `the preview follows the theme: ${name}`,
      async run() {
        configure({ 'workbench.colorTheme': theme })
        const expected = { dark: 'vscode-dark', light: 'vscode-light', contrast: 'vscode-high-contrast' }[
          name
        ]
        const frame = await preview()
        await frame.locator(`body.${expected}`).waitFor()
        await frame.locator('main[aria-busy="false"]').waitFor()
        await picture(`preview-${name}`)
      },
    })),
    {
      name: 'the preview is there again after the window is reloaded',
      async run() {
        page.once('dialog', dialog => dialog.accept())
        await page.reload()
        const frame = await preview()
        await frame.locator('svg g.node', { hasText: 'Payment service' }).first().waitFor()
      },
    },
  ]
}

/** So that there is a version to compare with. */
const commitAll = (folder: string) => {
  const git = (...args: readonly string[]) =>
    spawnSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: folder })
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Designs')
}
