// `npm run editor`: a VS Code with the extension loaded, on the examples or the folder given.

import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './paths'
import { startServer } from './server'

const folder = resolve(process.argv[2] ?? join(root, 'examples'))
const windows = process.platform === 'win32'

/** The user's own VS Code, in a window that only borrows the extension. */
function openInstalled(): boolean {
  const { status } = spawnSync('code', [`--extensionDevelopmentPath=${root}`, '--new-window', folder], {
    stdio: 'inherit',
    shell: windows,
  })
  return status === 0
}

/** The server of the npm registry, in a tab of the default browser, until Ctrl+C. */
async function openInBrowser(): Promise<void> {
  const data = join(root, '.vscode-test', 'editor')
  mkdirSync(data, { recursive: true })
  const server = await startServer(data)
  const address = server.windowOn(folder)
  console.log(`VS Code with Arrowsmith is at\n\n  ${address}\n\nCtrl+C ends it.`)
  openTab(address)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().then(() => process.exit(0)))
}

/** Best effort: the address is printed anyway. */
function openTab(address: string): void {
  const graphical =
    windows || process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (!graphical) return
  const [program, ...args] = windows
    ? ['rundll32', 'url.dll,FileProtocolHandler', address]
    : [process.platform === 'darwin' ? 'open' : 'xdg-open', address]
  spawn(program!, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

if (!openInstalled()) await openInBrowser()
