// `npm run test:editors`: the language server in Neovim and Emacs, as far as they are installed, through their own commands.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const cli = join(import.meta.dirname, '../../dist/cli.mjs')
const design = `flowchart LR
  web[Web app] -->|HTTPS, 2s timeout| orders[Order service]
  orders --> stock[Inventory service]
      orders -->|SQL|   db[(Postgres)]
`

const editors = [
  {
    name: 'Neovim',
    command: ['nvim', '--clean', '--headless', '-c', `luafile ${join(import.meta.dirname, 'neovim.lua')}`],
    version: ['nvim', '--version'],
  },
  {
    name: 'Emacs',
    command: ['emacs', '-q', '--batch', '-l', join(import.meta.dirname, 'emacs.el')],
    version: ['emacs', '--version'],
  },
]

let failed = false
for (const { name, command, version } of editors) {
  if (spawnSync(version[0], version.slice(1)).error) {
    console.log(`- ${name}: skipped, ${version[0]} is not on the PATH`)
    continue
  }
  try {
    const found = session(command)
    check(found)
    console.log(`✓ ${name} ${found.version}: diagnostics, hover, completion, code action, rename, format`)
  } catch (error) {
    failed = true
    console.error(`✗ ${name}: ${error.message}`)
  }
}
process.exitCode = failed ? 1 : 0

function session([program, ...options]) {
  const folder = mkdtempSync(join(tmpdir(), 'arrowsmith-editor-'))
  try {
    const [file, out] = [join(folder, 'design.mmd'), join(folder, 'found.json')]
    writeFileSync(file, design)
    const { stderr } = spawnSync(program, options, {
      cwd: folder,
      timeout: 180_000,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, ARROWSMITH_EDITOR_TEST: [process.execPath, cli, file, out].join('\n') },
    })
    try {
      return JSON.parse(readFileSync(out, 'utf8'))
    } catch {
      throw new Error(`it wrote nothing down: ${stderr}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function check({ problem, diagnostics, hover, completion, codeAction, rename, format }) {
  assert.equal(problem, undefined, `${problem}`)
  assert.match(diagnostics.join('\n'), /unlabeled-arrow|protocol/)
  assert.match(hover, /TLS/)
  assert.ok(completion.includes('SQL'), `completion: ${completion.slice(0, 9)}`)
  assert.match(codeAction, /orders -->\|gRPC\| stock/)
  assert.match(rename, /ordering\[Order service\]\n[ ]+ordering -->\|gRPC\| stock/)
  assert.match(format, /\n {2}ordering -->\|SQL\| db\[\(Postgres\)\]/)
}
