// Runs the suites that live inside the extension host, in a window on the server.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { results, root } from './paths'
import type { Outcome, Report } from './report'
import type { Server } from './server'

const tests = 'dist/test/host.js'

/** Opens a window that runs the suites, and waits for the report they leave in `folder`. */
export async function runInHost(
  server: Server,
  browser: Browser,
  where: { folder: string; host: 'remote' | 'web' },
): Promise<Outcome[]> {
  const page = await browser.newPage()
  const said: string[] = []
  page.on('console', message => said.push(message.text()))
  if (where.host === 'web') await developInBrowser(page, new URL(server.plainWindowOn(where.folder)).host)
  await page.goto(
    where.host === 'web' ? server.plainWindowOn(where.folder) : server.windowOn(where.folder, { tests }),
  )
  const report = await reportIn(where.folder)
  await page.close()
  if (!report) {
    const log = join(results, `${where.host}-host.log`)
    writeFileSync(log, said.join('\n'))
    const ours = said.filter(text => text.includes('arrowsmith') && text.length < 1000).slice(-5)
    const failure = `There is no report after five minutes; what the window said is in ${log}.\n${ours.join('\n')}`
    return [{ name: `the suites run in the ${where.host} extension host`, failure }]
  }
  if (report.host !== where.host) {
    return [
      {
        name: `the suites run in the ${where.host} extension host`,
        failure: `They ran in the ${report.host} one.`,
      },
    ]
  }
  return report.outcomes.map(({ name, ...rest }) => ({ name: `${where.host} host: ${name}`, ...rest }))
}

/**
 * Tells the workbench, in the page that starts it, to load the extension into its web worker, from a folder
 * that the server doesn't have: the files come from here.
 */
async function developInBrowser(page: Page, authority: string): Promise<void> {
  const at = (path: string) => ({ scheme: 'http', authority, path: `/extension/${path}` })
  const developmentOptions = { extensions: [at('')], extensionTestsPath: at(tests) }
  await page.context().route(/\/extension\//, route => {
    const { pathname } = new URL(route.request().url())
    return route.fulfill({ path: join(root, pathname.replace('/extension/', '')) }).catch(() => route.abort())
  })
  await page.route(/\/\?folder=/, async route => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
      (_, before, settings) => {
        const configuration = { ...JSON.parse(settings.replaceAll('&quot;', '"')), developmentOptions }
        return before + JSON.stringify(configuration).replaceAll('"', '&quot;')
      },
    )
    await route.fulfill({ response, body })
  })
}

async function reportIn(folder: string): Promise<Report | undefined> {
  const file = join(folder, 'report.json')
  for (let tries = 0; tries < 3000; tries++) {
    if (existsSync(file)) {
      const text = readFileSync(file, 'utf8')
      if (text.endsWith('}')) return JSON.parse(text)
    }
    await wait(100)
  }
  return undefined
}
