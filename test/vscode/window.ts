// Runs the suites that use VS Code through its window, and keeps what it looked like.

import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { results } from './paths'
import { type Outcome, runChecks } from './report'
import type { Server } from './server'
import { doors } from './window/doors'
import { editing } from './window/editing'
import { folderless } from './window/folderless'
import { previewing } from './window/previewing'
import type { Suite } from './window/suite'
import { typing } from './window/typing'
import { walkthrough } from './window/walkthrough'
import { openWorkbench, type Workbench } from './window/workbench'

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

/** On one file of a kind that no other file has started the extension for, or on a folder. */
function windowFor(
  suite: Suite,
  { server, browser, folder }: Pick<Windows, 'server' | 'browser'> & { readonly folder: string },
): Promise<Workbench> {
  if (suite === folderless) {
    const alone = join(folder, 'alone.mdx')
    copyFileSync(join(folder, 'design.md'), alone)
    return openWorkbench(browser, server.windowOnFile(alone))
  }
  return openWorkbench(browser, server.windowOn(folder))
}

/** Each suite gets a window of its own; a check that fails leaves a picture of the window as it was. */
export async function runInWindow({ server, browser, workspace, most, suites }: Windows): Promise<Outcome[]> {
  mkdirSync(results, { recursive: true })
  const outcomes: Outcome[] = []
  for (const [name, suite] of Object.entries({ ...all, ...onRequest }).filter(([name]) =>
    suites.includes(name),
  )) {
    const folder = workspace(name)
    const workbench = await windowFor(suite, { server, browser, folder })
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
