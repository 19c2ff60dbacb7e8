// Typing in a large diagram with the preview open: what holds up the thread that draws the text. On request, since it
// takes a minute: `npm run build && node dist/test/run.mjs typing`.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { treeFlowchart } from '../../bench/designs'
import { results } from '../paths'
import { previewKey } from '../user'
import type { Suite } from './suite'
import { longestTasks, type Task } from './tasks'

const nodes = 300
/** Milliseconds of processor time: whoever types feels more. */
const most = 50

/** Milliseconds that a busy machine may take for a drawing. */
const patience = 180_000

/** Milliseconds between characters: within a word, between words, and long enough for a drawing to begin. */
const pauses = [40, 60, 40, 250, 40, 700, 40, 1500, 40, 3000, 40, 40]

export const typing: Suite = ({ workbench: { page, open, preview, clickOn }, folder, picture }) => {
  writeFileSync(join(folder, 'large.mmd'), treeFlowchart(nodes))
  return [
    {
      name: `no keystroke waits ${most} ms for a diagram of ${nodes} nodes`,
      async run() {
        await open('large.mmd')
        await clickOn('Order service 0')
        await page.keyboard.press(previewKey)
        const frame = await preview()
        await frame.locator('.stage .handle').first().waitFor({ state: 'attached', timeout: patience })
        await drawn(frame)
        const { tasks, delays } = await whileTyping(page, frame)
        await picture('typing')
        writeFileSync(join(results, 'typing.json'), JSON.stringify({ delays, tasks }, undefined, 2))
        const [longest] = tasks.filter(({ isEditor }) => isEditor)
        if (longest && longest.ms > most)
          throw new Error(`one task took ${longest.ms.toFixed(0)} ms: ${longest.what}`)
      },
    },
  ]
}

const drawn = (preview: Frame) => preview.locator('main[aria-busy="false"]').waitFor({ timeout: patience })

const drawnWith = (preview: Frame, word: string) =>
  preview
    .locator('.stage svg:not(.coming) g.node', { hasText: word })
    .waitFor({ state: 'attached', timeout: patience })

/** `delays`: from each key to the frame that shows its character, in milliseconds by the clock. */
async function whileTyping(page: Page, preview: Frame): Promise<{ tasks: readonly Task[]; delays: unknown }> {
  // What VS Code does at its first key is its own.
  await page.keyboard.type('xxx', { delay: 300 })
  await page.evaluate(watchKeys)
  const browser = page.context().browser()
  const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata']
  await browser?.startTracing(page, { categories: ['toplevel', ...categories] })
  for (const pause of pauses) {
    await page.keyboard.type('x')
    await page.waitForTimeout(pause)
  }
  await drawnWith(preview, 'x'.repeat(3 + pauses.length))
  const trace = await browser?.stopTracing()
  return { tasks: trace ? longestTasks(trace) : [], delays: await page.evaluate(() => window.delays) }
}

declare global {
  interface Window {
    delays: number[]
  }
}

const watchKeys = () => {
  window.delays = []
  let pressed: number | undefined
  window.addEventListener('keydown', ({ timeStamp }) => (pressed ??= timeStamp), true)
  const lines = document.querySelector('.monaco-editor .view-lines')
  if (!lines) return
  new MutationObserver(() => {
    const since = pressed
    pressed = undefined
    if (since !== undefined) requestAnimationFrame(() => window.delays.push(performance.now() - since))
  }).observe(lines, { subtree: true, childList: true, characterData: true })
}
