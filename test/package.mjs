// `npm run test:package [-- FOLDER]`: packs what is in a clone, installs that elsewhere and runs it.

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const clone = resolve(process.argv[2] ?? join(import.meta.dirname, '..'))
const { version } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'arrowsmith-package-'))
const run = (command, words, cwd) =>
  execFileSync(command, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: isWindows })
const isWindows = process.platform === 'win32'

/** Bundles of VS Code's tests, as they lie there after `npm test`. */
mkdirSync(join(clone, 'dist/test'), { recursive: true })
writeFileSync(join(clone, 'dist/test/run.mjs'), '')

run('npm', ['pack', '--loglevel=error', '--pack-destination', folder], clone)
const tarball = join(folder, `arrowsmith-${version}.tgz`)
/** As `vsce` counts them: 2^20 bytes each. */
const megabytes = statSync(tarball).size / 2 ** 20
assert(megabytes <= 3, `the package has ${megabytes.toFixed(2)} MB`)

writeFileSync(join(folder, 'package.json'), '{ "private": true }')
run('npm', ['install', '--no-audit', '--no-fund', '--offline', tarball], folder)
const installed = join(folder, 'node_modules/arrowsmith')
const packed = run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], installed)
const paths = JSON.parse(packed).flatMap(({ files }) => files.map(({ path }) => path))
assert.deepEqual(paths.filter(path => /(?:^dist\/test\/|\.map$|^src\/|^test\/)/.test(path)), [])
assert(paths.includes('dist/extension.js') && paths.includes('dist/mermaid.js'))

const notices = readFileSync(join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8')
for (const name of ['chevrotain', 'd3', 'elkjs', 'langium', 'mermaid', 'vscode-languageserver', 'zod'])
  assert.match(notices, new RegExp(`^${name} \\d`, 'm'), `no notice of ${name}`)
for (const term of ['Eclipse Public License', 'Apache License', 'https://github.com/kieler/elkjs'])
  assert(notices.includes(term), `no ${term} in the notices`)
const extension = run('npx', ['vsce', 'ls', '--no-dependencies'], clone).trim().split('\n')
assert.deepEqual(extension.sort(), paths.sort(), 'the extension has other files than the package')

const arrowsmith = (...words) =>
  spawnSync(join(folder, 'node_modules/.bin/arrowsmith'), words, {
    cwd: folder,
    encoding: 'utf8',
    shell: isWindows,
    env: { ...process.env, XDG_CACHE_HOME: join(folder, 'caches') },
  })
assert.equal(arrowsmith('--version').stdout.trim(), version)
writeFileSync(join(folder, 'design.mmd'), 'flowchart LR\n  web[Web app] -->|HTTPS| api[Order API]\n  api --> stock[Inventory service]\n')
const { stdout, status } = arrowsmith('lint', 'design.mmd')
assert.match(stdout, /^design\.mmd\n[^]*unlabeled-arrow/)
assert.equal(status, 1)
assert.match(arrowsmith('explain', 'retry-layering').stdout, /^# retry-layering/m)

rmSync(folder, { recursive: true })
console.log(`arrowsmith ${version}: ${megabytes.toFixed(2)} MB packed, ${paths.length} files; installed, it runs`)
