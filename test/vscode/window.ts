// Runs the suites that use VS Code through its window, and keeps what it looked like.

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { results } from './paths'
import { type Check, type Outcome, runChecks } from './report'
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
  /** The names of those that share the window. */
  readonly suites: readonly SuiteName[]
}

const all = { editing, doors, previewing, folderless }

/** Those that take pictures for the extension itself, on request only. */
const onRequest = { walkthrough, typing }

type SuiteName = keyof typeof all | keyof typeof onRequest

const suites: Readonly<Record<SuiteName, Suite>> = { ...all, ...onRequest }
const namesOf = (of: object) => Object.keys(of) as SuiteName[]

export const suiteNames = namesOf(all)
export const namedSuites = namesOf(suites)

/** Starting a window takes longer than most checks: these leave it to each other as they found it. */
const together: readonly SuiteName[] = ['editing', 'doors']

/** The suites by the windows they need, those that take longest first. */
export const windowsOf = (names: readonly SuiteName[]): readonly (readonly SuiteName[])[] =>
  [
    names.filter(name => together.includes(name)),
    ...names.filter(name => !together.includes(name)).map(name => [name]),
  ].filter(window => window.length > 0)

/** On one file of a kind that no other file has started the extension for, or on a folder. */
function windowFor(
  name: SuiteName,
  { server, browser, folder }: Pick<Windows, 'server' | 'browser'> & { readonly folder: string },
): Promise<Workbench> {
  if (name === 'folderless') {
    const alone = join(folder, 'alone.mdx')
    copyFileSync(join(folder, 'design.md'), alone)
    return openWorkbench(browser, server.windowOnFile(alone))
  }
  return openWorkbench(browser, server.windowOn(folder))
}

/** Runs suites in one window; a check that fails leaves a picture of it as it was. */
export async function runInWindow(windows: Windows): Promise<Outcome[]> {
  const { server, browser, workspace, most, suites: names } = windows
  const [first] = names
  if (!first) return []
  const folder = workspace(first)
  const workbench = await windowFor(first, { server, browser, folder })
  const picture = (title: string) => workbench.page.screenshot({ path: join(results, `${title}.png`) })
  const pictured = (check: Check): Check => ({
    name: `window: ${check.name}`,
    run: () =>
      check.run().catch(async (error: unknown) => {
        await picture(`failed-${check.name.replace(/\W+/g, '-')}`)
        throw error
      }),
  })
  const checks = names.flatMap(name => suites[name]({ workbench, folder, picture }).slice(0, most))
  const outcomes = await runChecks(checks.map(pictured), 600)
  await workbench.page.close()
  return outcomes
}
