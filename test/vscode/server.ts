// A VS Code server of our own on a free port, and the addresses of windows on it.

import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { installServer } from './install'
import { root } from './paths'

export interface Server {
  /** The address of a window on a folder, with the extension of this checkout loaded. */
  windowOn(folder: string, options?: WindowOptions): string
  /** The address of a window without a folder, on one file (absolute), with the extension of this checkout loaded. */
  windowOnFile(file: string): string
  /** The address of a window on a folder, with no extension but its own. */
  plainWindowOn(folder: string): string
  stop(): Promise<void>
}

export interface WindowOptions {
  /** A bundle of the checkout, whose `run()` is called inside the extension host. */
  readonly tests?: string
}

/** Starts the server; `data` is a folder for its state, in which `data/User` holds settings. */
export async function startServer(data: string): Promise<Server> {
  const main = installServer()
  const port = await freePort()
  const child = spawn(process.execPath, [main, ...serverOptions(port, data)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => log.push(String(chunk)))
  await listening(child, port, log)
  return {
    windowOn: (folder, { tests } = {}) =>
      plainWindow(port, folder) +
      payload(port, tests ? [['extensionTestsPath', remote(port, join(root, tests))]] : []),
    windowOnFile: file =>
      `http://127.0.0.1:${port}/?ew=true${payload(port, [['openFile', remote(port, file)]])}`,
    plainWindowOn: folder => plainWindow(port, folder),
    stop: () => stop(child),
  }
}

/** The smoke-test driver is what lets an address name files to open and extensions to load. */
const serverOptions = (port: number, data: string): string[] => [
  ...['--host', '127.0.0.1', '--port', String(port), '--server-data-dir', data],
  ...['--without-connection-token', '--accept-server-license-terms', '--enable-smoke-test-driver'],
  ...['--disable-telemetry', '--disable-workspace-trust'],
]

const remote = (port: number, path: string) => `vscode-remote://127.0.0.1:${port}${path}`

/** What the workbench is told besides: our extension, and more pairs. */
function payload(port: number, pairs: readonly (readonly [string, string])[]): string {
  const told = [['extensionDevelopmentPath', remote(port, root)], ...pairs]
  return `&payload=${encodeURIComponent(JSON.stringify(told))}`
}

const plainWindow = (port: number, folder: string) =>
  `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address()
      probe.close(() =>
        found && typeof found === 'object'
          ? resolve(found.port)
          : reject(new Error('There is no free port.')),
      )
    })
  })
}

async function listening(child: ChildProcess, port: number, log: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 1200 && child.exitCode === null; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/version`).catch(() => undefined)
    if (answer?.ok) return
    await wait(100)
  }
  await stop(child)
  throw new Error(`The VS Code server did not start. It said:\n${log.join('')}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise(resolve => child.once('exit', resolve))
  child.kill()
  const giveUp = new AbortController()
  await Promise.race([
    exited,
    wait(5_000, undefined, { signal: giveUp.signal }).then(() => child.kill('SIGKILL')),
  ])
  giveUp.abort()
}
