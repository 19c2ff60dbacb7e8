// Typing in a diagram of 300 nodes with the preview open: what holds up the thread that draws the text.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { treeFlowchart } from '../../bench/designs'
import { results } from '../paths'
import { previewKey } from '../user'
import type { Suite } from './suite'
import { longestTasks, type Task } from './tasks'

const nodes = 300
/** Of processor time, in milliseconds: whoever types feels more. */
const most = 50

/** Milliseconds between characters: within a word, between words, and long enough for a drawing to begin. */
const pauses = [40, 60, 40, 80, 40, 250, 40, 60, 40, 700, 40, 40, 1500, 40, 40, 3000]
const rounds = 2

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
        await frame.locator('svg g.node', { hasText: 'Order service 0' }).first().waitFor()
        await frame.locator('main[aria-busy="false"]').waitFor()
        const { tasks, delays } = await whileTyping(page, frame)
        await picture('typing')
        const editor = tasks.filter(({ isEditor }) => isEditor)
        console.log(`${nodes} nodes: keystroke to text on screen ${spread(delays)} ms (by the clock)`)
        console.log(`longest tasks of the editor's thread: ${editor.slice(0, 12).map(shown).join(', ')}`)
        console.log(
          `longest tasks elsewhere: ${tasks
            .filter(({ isEditor }) => !isEditor)
            .slice(0, 12)
            .map(shown)
            .join(', ')}`,
        )
        writeFileSync(join(results, 'typing.json'), JSON.stringify({ delays, tasks }))
        if (editor[0] && editor[0].ms > most) throw new Error(`the longest task took ${shown(editor[0])}`)
      },
    },
  ]
}

async function whileTyping(
  page: Page,
  preview: Frame,
): Promise<{ tasks: readonly Task[]; delays: readonly number[] }> {
  await page.evaluate(watchKeys)
  const browser = page.context().browser()
  await browser?.startTracing(page, {
    categories: [
      'toplevel',
      'devtools.timeline',
      'disabled-by-default-devtools.timeline',
      'disabled-by-default-v8.cpu_profiler',
      '__metadata',
    ],
  })
  for (let round = 0; round < rounds; round++)
    for (const pause of pauses) {
      await page.keyboard.type('x')
      await page.waitForTimeout(pause)
    }
  await preview.locator('main[aria-busy="false"]').waitFor()
  const trace = await browser?.stopTracing()
  if (trace) writeFileSync(join(results, 'trace.json'), trace)
  const delays = await page.evaluate(() => window.delays)
  return { tasks: trace ? longestTasks(trace) : [], delays }
}

declare global {
  interface Window {
    delays: number[]
  }
}

/** From a key to the frame that shows its character. */
const watchKeys = () => {
  window.delays = []
  let pressed: number | undefined
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed ??= timeStamp
    },
    true,
  )
  const lines = document.querySelector('.monaco-editor .view-lines')
  if (lines)
    new MutationObserver(() => {
      const since = pressed
      pressed = undefined
      if (since !== undefined) requestAnimationFrame(() => window.delays.push(performance.now() - since))
    }).observe(lines, { subtree: true, childList: true, characterData: true })
}

const shown = ({ ms, thread, what }: Task) => `${ms.toFixed(0)} ms (${thread}${what ? `: ${what}` : ''})`

const spread = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)} (${sorted.length} keys)`
}
