// `npm run test:package [-- FOLDER]`: packs what is in a clone, installs that elsewhere and runs it.

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
assert(megabytes <= 3.25, `the package has ${megabytes.toFixed(2)} MB`)

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
/** What runs in browsers, and the pictures of the walkthrough. */
const ofEditors = /^(?:dist\/(?:\.npmignore|extension\.web\.js)$|media\/walkthrough\/)/
assert.deepEqual(
  extension.filter(path => !ofEditors.test(path)).sort(),
  paths.toSorted(),
  'the extension has other files than the package, but for what only editors need',
)
assert(extension.includes('media/walkthrough/draw.png'))

const { components } = JSON.parse(readFileSync(join(installed, 'dist/sbom.cdx.json'), 'utf8'))
const titled = [...notices.matchAll(/^(@?[a-z][\w./-]*) \d.*\nSource code: /gm)].map(([, name]) => name)
const listed = components.map(({ group, name }) => (group ? `${group}/${name}` : name))
assert.deepEqual(listed.sort(), titled.sort(), 'the bill of materials lists other packages than the notices')

/** Each version of Node that package.json promises, from the registry; the one that runs this where that is out of reach. */
const nodes = ['20', '22', '24'].flatMap(major => {
  const home = join(folder, `node${major}`)
  mkdirSync(home)
  writeFileSync(join(home, 'package.json'), '{ "private": true, "allowScripts": { "node": true } }')
  const words = ['install', '--no-audit', '--no-fund', '--loglevel=error', `node@${major}`]
  const { status } = spawnSync('npm', words, { cwd: home, stdio: 'inherit', shell: isWindows })
  const node = join(home, 'node_modules/node/bin', isWindows ? 'node.exe' : 'node')
  return status === 0 && existsSync(node) ? [node] : []
})
const ran = (nodes.length > 0 ? nodes : [process.execPath]).map(runsOn)

function runsOn(node) {
  const arrowsmith = (...words) =>
    spawnSync(node, [join(installed, 'dist/cli.mjs'), ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: join(folder, 'caches') },
    })
  const name = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
  assert.equal(arrowsmith('--version').stdout.trim(), version, name)
  writeFileSync(join(folder, 'design.mmd'), 'flowchart LR\n  web[Web app] -->|HTTPS| api[Order API]\n  api --> stock[Inventory service]\n')
  for (const round of ['first', 'with what is kept']) {
    const { stdout, status } = arrowsmith('lint', 'design.mmd')
    assert.match(stdout, /^design\.mmd\n[^]*unlabeled-arrow/, `${name}, ${round}`)
    assert.equal(status, 1)
  }
  assert.match(arrowsmith('explain', 'retry-layering').stdout, /^# retry-layering/m, name)
  assert.equal(JSON.parse(arrowsmith('schema', 'lint').stdout).title, 'arrowsmith lint, version 1', name)
  const classes = join(folder, 'classes.mmd')
  writeFileSync(classes, 'classDiagram\n  A <|-- B\n')
  assert.match(arrowsmith('lint', '--syntax', 'all', classes).stdout, /No findings in 1 diagram/, name)
  return name
}
/** As npm links it. */
const linked = spawnSync(join(folder, 'node_modules/.bin/arrowsmith'), ['--version'], { encoding: 'utf8', shell: isWindows })
assert.equal(linked.stdout.trim(), version)

rmSync(folder, { recursive: true })
console.log(`arrowsmith ${version}: ${megabytes.toFixed(2)} MB packed, ${paths.length} files; installed, it runs on Node ${ran.join(', ')}`)
