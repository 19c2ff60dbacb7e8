// Runs the suites that use VS Code through its window, and keeps what it looked like.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { results } from './paths'
import { type Outcome, runChecks } from './report'
import type { Server } from './server'
import { doors } from './window/doors'
import { editing } from './window/editing'
import { folderless } from './window/folderless'
import { previewing } from './window/previewing'
import { typing } from './window/typing'
import { walkthrough } from './window/walkthrough'
import { openWorkbench } from './window/workbench'

export interface Windows {
  readonly server: Server
  readonly browser: Browser
  /** A fresh folder. */
  readonly workspace: (name: string) => string
  /** How many checks of each suite to run; all, where it is left out. */
  readonly most: number | undefined
  /** Their names. */
  readonly suites: readonly string[]
}

const all = { editing, doors, previewing, folderless }

export const suiteNames = Object.keys(all)

/** Those that take pictures for the extension itself, on request only. */
const onRequest = { walkthrough, typing }
export const namedSuites = [...suiteNames, ...Object.keys(onRequest)]

/** Each suite gets a window of its own; a check that fails leaves a picture of the window as it was. */
export async function runInWindow({ server, browser, workspace, most, suites }: Windows): Promise<Outcome[]> {
  mkdirSync(results, { recursive: true })
  const outcomes: Outcome[] = []
  for (const [name, suite] of Object.entries({ ...all, ...onRequest }).filter(([name]) =>
    suites.includes(name),
  )) {
    const folder = workspace(name)
    const address =
      suite === folderless ? server.windowOnFile(join(folder, 'design.md')) : server.windowOn(folder)
    const workbench = await openWorkbench(browser, address)
    const picture = (title: string) => workbench.page.screenshot({ path: join(results, `${title}.png`) })
    const checks = suite({ workbench, folder, picture })
      .slice(0, most)
      .map(check => ({
        name: `window: ${check.name}`,
        run: () =>
          check.run().catch(async (error: unknown) => {
            await picture(`failed-${check.name.replace(/\W+/g, '-')}`)
            throw error
          }),
      }))
    outcomes.push(...(await runChecks(checks, 300)))
    await workbench.page.close()
  }
  return outcomes
}
