// A Chrome, Chromium or Edge that Playwright can drive: found, or installed where that is ours to do.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Starts a headless browser. Throws, naming what to install, where there is none. */
export async function startBrowser(): Promise<Browser> {
  installBrowser()
  const executablePath = findBrowser()
  if (!executablePath) {
    throw new Error(
      'These tests drive a browser and found none. Install Chrome, Chromium or Edge ' +
        '(Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), or set CHROME_PATH to one.',
    )
  }
  return chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--force-color-profile=srgb'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      // Pages that the tests change on their way would not be allowed to reach this machine.
      '--disable-features=LocalNetworkAccessChecks',
    ],
  })
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
]

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(folder => folder !== undefined)
    .flatMap(folder => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
]

function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist.`)
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => names.map(name => join(folder, name)))
  return [...(named ? [named] : []), ...onPath, ...places].find(existsSync)
}

/** Debian's package where no browser is there, when we are root and so on a machine made for this; elsewhere it is the user's choice. */
export function installBrowser(): void {
  if (findBrowser() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('Installing Chromium with apt-get (once) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', 'chromium', 'fonts-dejavu-core'],
  ])
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}
