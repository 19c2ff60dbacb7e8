// Runs the suites that live inside the extension host, in a window on the server.

import type { Browser } from 'playwright-core'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { results } from './paths'
import type { Outcome } from './report'
import type { Server } from './server'

/** Opens a window that runs the suites, and waits for the report they leave in `folder`. */
export async function runInHost(
  server: Server,
  browser: Browser,
  where: { folder: string; host: 'remote' | 'web' },
): Promise<Outcome[]> {
  const page = await browser.newPage()
  const said: string[] = []
  page.on('console', message => said.push(message.text()))
  await page.goto(server.windowOn(where.folder, { tests: 'dist/test/host.js', host: where.host }))
  const report = await reportIn(where.folder)
  await page.close()
  if (!report) {
    const log = join(results, `${where.host}-host.log`)
    writeFileSync(log, said.join('\n'))
    const ours = said.filter(text => text.includes('arrowsmith') && text.length < 1000).slice(-5)
    const failure = `There is no report after three minutes; what the window said is in ${log}.\n${ours.join('\n')}`
    return [{ name: `the suites run in the ${where.host} extension host`, failure }]
  }
  return report.map(({ name, ...rest }) => ({ name: `${where.host} host: ${name}`, ...rest }))
}

async function reportIn(folder: string): Promise<Outcome[] | undefined> {
  const file = join(folder, 'report.json')
  for (let tries = 0; tries < 1800; tries++) {
    if (existsSync(file)) {
      const text = readFileSync(file, 'utf8')
      if (text.endsWith(']')) return JSON.parse(text)
    }
    await wait(100)
  }
  return undefined
}
