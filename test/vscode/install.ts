// Puts the real VS Code server from the npm registry into .vscode-test/, once.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths'

/** The npm package that ships VS Code's server and workbench: this version is VS Code 1.139.1. */
const codeServer = 'code-server@4.139.1'

const home = join(root, '.vscode-test', codeServer.replace('@', '-'))
const vscode = join(home, 'node_modules', 'code-server', 'lib', 'vscode')
/** The extensions that VS Code brings along. */
export const builtIn = join(vscode, 'extensions')
const done = join(home, 'installed')

/** The server's main script; installs it first where it is missing. Throws, with a way out, when it can't. */
export function installServer(): string {
  if (!existsSync(done)) {
    console.log(`Installing ${codeServer} into .vscode-test/ (once, about half a minute) …`)
    rmSync(home, { recursive: true, force: true })
    mkdirSync(home, { recursive: true })
    npmInstall(home, ['--prefix', home, codeServer])
    npmInstall(vscode, ['--omit=dev'])
    npmInstall(join(vscode, 'extensions'), ['--omit=dev'])
    writeFileSync(done, '')
  }
  return join(vscode, 'out', 'server-main.js')
}

/** Without scripts: the native modules they would build serve only terminals and the file log. */
function npmInstall(cwd: string, args: readonly string[]): void {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, stderr } = spawnSync('npm', ['install', ...quiet, ...args], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  throw new Error(
    `npm could not install ${codeServer} in ${cwd}. This needs the npm registry (or a mirror: npm config set registry …).\n${stderr}`,
  )
}
