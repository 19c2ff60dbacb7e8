// Runs the suites that live inside the extension host: in a window on the server, or in one that has nothing but the browser.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { builtIn } from './install'
import { results, root } from './paths'
import type { Outcome, Report } from './report'
import type { Server } from './server'
import { expectSoon, succeeds } from './window/expect'

const tests = 'dist/test/host.js'

/** Opens a window that runs the suites, and waits for the report they leave. */
export async function runInHost(
  server: Server,
  browser: Browser,
  where: { folder: string; host: 'remote' | 'web' },
): Promise<Outcome[]> {
  const page = await browser.newPage()
  const said: string[] = []
  page.on('console', message => said.push(message.text()))
  const report = await (where.host === 'web'
    ? reportInBrowser(page, server, where.folder)
    : reportOnServer(page, server, where.folder))
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

/** Asks again and again, for a quarter of an hour. */
async function soon<T>(ask: () => T | undefined): Promise<T | undefined> {
  for (let tries = 0; tries < 9000; tries++) {
    const answer = ask()
    if (answer !== undefined) return answer
    await wait(100)
  }
  return undefined
}

async function reportOnServer(page: Page, server: Server, folder: string): Promise<Report | undefined> {
  await page.goto(server.windowOn(folder, { tests }))
  const file = join(folder, 'report.json')
  return soon(() => {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    return text.endsWith('}') ? JSON.parse(text) : undefined
  })
}

/** The workspace is virtual: its files are handed to the suites, and the report comes back the same way. */
async function reportInBrowser(page: Page, server: Server, folder: string): Promise<Report | undefined> {
  const address = new URL(server.plainWindowOn('designs:/'))
  await withoutServer(page, address.host)
  let report: Report | undefined
  await page.context().route(/\/extension\/(?:given-files|report|seen)$/, async route => {
    const asked = route.request()
    const said = asked.postData() ?? ''
    if (asked.url().endsWith('/given-files')) return route.fulfill({ json: filesIn(folder) })
    if (asked.url().endsWith('/seen'))
      return route.fulfill({ status: (await succeeds(showing(page, said))) ? 200 : 404 })
    report = JSON.parse(said)
    return route.fulfill({ status: 200 })
  })
  await page.goto(address.href)
  return soon(() => report)
}

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map(path => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  )

/** Webviews are frames in frames. */
const showing = (page: Page, text: string): Promise<void> =>
  expectSoon(`the window shows ${text}`, async () => {
    for (const frame of page.frames())
      if (
        await frame
          .getByText(text)
          .first()
          .isVisible()
          .catch(() => false)
      )
        return true
    return false
  })

/**
 * Tells the workbench, in the page that starts it, that there is no server behind it, and to load the extension into
 * its web worker: the files come from here.
 */
async function withoutServer(page: Page, authority: string): Promise<void> {
  const at = (path: string) => ({ scheme: 'http', authority, path })
  const developmentOptions = {
    // A browser's VS Code brings its languages along; the server's page leaves them to the server.
    extensions: [at('/extension/'), at('/built-in/markdown-basics/')],
    extensionTestsPath: at(`/extension/${tests}`),
  }
  await page.context().route(/\/(?:extension|built-in)\//, route => {
    const { pathname } = new URL(route.request().url())
    const path = pathname.startsWith('/built-in/')
      ? join(builtIn, pathname.replace('/built-in/', ''))
      : join(root, pathname.replace('/extension/', ''))
    return route.fulfill({ path }).catch(() => route.abort())
  })
  await page.route(/\/\?folder=/, async route => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
      (_, before, settings) => {
        const { remoteAuthority: _server, ...given } = JSON.parse(settings.replaceAll('&quot;', '"'))
        return before + JSON.stringify({ ...given, developmentOptions }).replaceAll('"', '&quot;')
      },
    )
    await route.fulfill({ response, body })
  })
}
