// Bundles what ships – extension, web extension, CLI, language server, preview – and, with --tests, what drives VS Code.
// `node esbuild.mjs cli lsp --outdir=somewhere` builds only these adapters, there.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'
import { mermaidBundle } from './mermaid-bundle.mjs'
import { noticesOf } from './notices.mjs'
import { previewPlugins } from './preview-bundle.mjs'

const production = process.argv.includes('--production')
const tests = process.argv.includes('--tests')
const outdir = process.argv.find(word => word.startsWith('--outdir='))?.slice('--outdir='.length) ?? 'dist'
const adapters = process.argv.slice(2).filter(word => !word.startsWith('--'))

const shared = {
  bundle: true,
  metafile: true,
  target: 'es2022',
  minify: true,
  sourcemap: production ? false : 'linked',
  loader: { '.md': 'text' },
  logLevel: 'warning',
}
const tables = await builtTables()

/**
 * Nothing but ASCII, also in regular expressions, where esbuild leaves other characters: V8 keeps such a source in
 * half the space and reads it faster.
 */
const asciiOnly = {
  name: 'ascii-only',
  setup(plugin) {
    plugin.initialOptions.write = false
    plugin.onEnd(({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, path.endsWith('.map') ? text : escaped(text))
      }
    })
  },
}

const escaped = text =>
  text.replace(/[^\0-\x7f]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** ES modules first: a bundler can't follow the requires of UMD packages such as jsonc-parser. */
const mainFields = ['module', 'main']
const node = {
  ...shared,
  platform: 'node',
  external: ['vscode'],
  mainFields,
  plugins: [tablesBuilt(name => `require('./knowledge/${name}.json')`), asciiOnly],
}
const web = {
  ...shared,
  platform: 'browser',
  external: ['vscode'],
  plugins: [asciiOnly],
}
const tool = { ...node, minify: false, format: 'esm', packages: 'external', plugins: [] }

const answers = await exportsOf('src/service/index.ts')

/** One copy of the engine for extension, command line and language server, loaded when it is first asked something. */
const serviceApart = {
  name: 'service-apart',
  setup(plugin) {
    plugin.onResolve({ filter: /^(?:\.\.\/)+service$/ }, () => ({ path: 'service', namespace: 'apart' }))
    plugin.onResolve({ filter: /^\.\/\w+\.cjs$/ }, ({ path }) => ({ path, external: true }))
    plugin.onLoad({ filter: /^service$/, namespace: 'apart' }, () => ({
      contents: `
        let loaded
        const engine = () => (loaded ??= require('./service.cjs'))
        for (const name of ${JSON.stringify(answers)})
          Object.defineProperty(exports, name, { enumerable: true, get: () => engine()[name] })
      `,
    }))
  },
}

async function exportsOf(source) {
  const { metafile } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    format: 'esm',
    metafile: true,
  })
  return Object.values(metafile.outputs).flatMap(output => output.exports)
}

/** The knowledge's tables of names as JSON: reading what is asked for takes a hundredth of building them. */
async function builtTables() {
  const contents = "export * as tables from './names/tables'; export { packed } from './names/lexicon'"
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: 'src/knowledge' },
    bundle: true,
    write: false,
    format: 'esm',
  })
  const { tables, packed } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  )
  return Object.entries(tables).map(([name, table]) => [name, JSON.stringify(packed(table()))])
}

/** In the place of the functions that build tables, ones that read them from a file each. */
function tablesBuilt(read) {
  return {
    name: 'tables-built',
    setup(plugin) {
      plugin.onResolve({ filter: /^\.\/knowledge\/\w+\.json$/ }, ({ path }) => ({ path, external: true }))
      plugin.onLoad({ filter: /src[\\/]knowledge[\\/]names[\\/]tables\.ts$/ }, ({ path }) => ({
        resolveDir: join(path, '..'),
        contents: [
          "import { lazily } from '../lazily'",
          "import { unpacked } from './lexicon'",
          ...tables.map(
            ([name, json]) => `export const ${name} = lazily(() => unpacked(${read(name, json)}))`,
          ),
        ].join('\n'),
      }))
    },
  }
}

/** A rule's page up to the end of its first flagged diagram; what the page's own test expects is what the rule says there. */
function shortened(page) {
  const flagged = page.indexOf('\n## Flagged')
  const opening = page.indexOf('\n```mermaid', flagged)
  const closing = page.indexOf('\n```\n', opening + 1)
  return page
    .slice(0, closing < 0 ? undefined : closing + '\n```\n'.length)
    .replace(/^<!-- .* -->\n/gm, '')
    .replace(/ expect: [\w-]+ "(.*)"$/gm, ' $1')
}

/** Every `import()` is a `require`: scripts have no other way to load (see src/adapters/cli/start/load.ts). */
const adapter = {
  ...node,
  format: 'cjs',
  supported: { 'dynamic-import': false },
  plugins: [serviceApart, asciiOnly],
}

const shipped = [
  { ...node, format: 'cjs', entryPoints: ['src/service/index.ts'], outfile: `${outdir}/service.cjs` },
  {
    ...adapter,
    entryPoints: ['src/adapters/vscode/extension.ts'],
    outfile: `${outdir}/extension.js`,
  },
  {
    ...web,
    format: 'cjs',
    entryPoints: ['src/adapters/vscode/extension.web.ts'],
    outfile: `${outdir}/extension.web.js`,
    // Browsers can't wait for a file once they are asked something: the entry reads them all beforehand.
    plugins: [tablesBuilt(name => `globalThis.arrowsmithTables.${name}`), asciiOnly],
    define: { tableNames: JSON.stringify(tables.map(([name]) => name)) },
  },
  {
    ...node,
    format: 'esm',
    entryPoints: ['src/adapters/cli/start/launch.ts'],
    outfile: `${outdir}/cli.mjs`,
    banner: { js: '#!/usr/bin/env node' },
  },
  // CommonJS: importing `node:fs` into an ES module loads streams, promises and readline with it.
  { ...adapter, entryPoints: ['src/adapters/cli/start/load.ts'], outfile: `${outdir}/load.cjs` },
  { ...adapter, entryPoints: ['src/adapters/cli/main.ts'], outfile: `${outdir}/cli.cjs` },
  {
    ...node,
    format: 'esm',
    entryPoints: ['src/adapters/cli/other-families/mermaid-worker.ts'],
    outfile: `${outdir}/mermaid-worker.mjs`,
  },
  { ...adapter, entryPoints: ['src/adapters/lsp/main.ts'], outfile: `${outdir}/lsp.cjs` },
  { ...adapter, entryPoints: ['src/adapters/mcp/main.ts'], outfile: `${outdir}/mcp.cjs` },
  {
    ...web,
    format: 'esm',
    entryPoints: ['src/adapters/preview/main.ts'],
    outfile: `${outdir}/preview.js`,
    plugins: [...previewPlugins, asciiOnly],
  },
  {
    ...web,
    format: 'esm',
    minify: true,
    sourcemap: false,
    ...mermaidBundle,
    plugins: [...mermaidBundle.plugins, asciiOnly],
    outfile: `${outdir}/mermaid.js`,
  },
]

const testing = [
  { ...web, format: 'cjs', entryPoints: ['test/vscode/host/index.ts'], outfile: `${outdir}/test/host.js` },
  ...['run', 'busy', 'electron', 'open'].map(name => ({
    ...tool,
    entryPoints: [`test/vscode/${name}.ts`],
    outfile: `${outdir}/test/${name}.mjs`,
  })),
  { ...tool, entryPoints: ['test/bench/run.ts'], outfile: `${outdir}/test/bench.mjs` },
]

if (production) rmSync(outdir, { recursive: true, force: true })
mkdirSync(join(outdir, 'knowledge'), { recursive: true })
// npm's package brings the command line and the servers; VS Code in a browser takes the extension from its own package.
writeFileSync(join(outdir, '.npmignore'), 'extension.web.js\n')
// The pages that `arrowsmith explain` shows.
mkdirSync(join(outdir, 'rules'), { recursive: true })
for (const path of readdirSync('src/rules', { recursive: true, encoding: 'utf8' }))
  if (path.endsWith('.md'))
    writeFileSync(
      join(outdir, 'rules', basename(path)),
      shortened(readFileSync(join('src/rules', path), 'utf8')),
    )
// The schemas that `arrowsmith schema` prints, without the blanks that make them readable: those take room.
mkdirSync(join(outdir, 'schemas'), { recursive: true })
for (const name of readdirSync('schemas')) {
  const schema = JSON.parse(readFileSync(join('schemas', name), 'utf8'))
  writeFileSync(join(outdir, 'schemas', name), JSON.stringify(schema))
}
for (const [name, json] of tables) writeFileSync(join(outdir, 'knowledge', `${name}.json`), escaped(json))
const builds = [...shipped, ...(tests ? testing : [])]
const wanted = ({ entryPoints = [] }) =>
  adapters.length === 0 ||
  ['service', ...adapters.map(name => `adapters/${name}`)].some(name =>
    entryPoints[0]?.startsWith(`src/${name}/`),
  )
const making = builds.filter(options => wanted(options) && (options.entryPoints?.every(existsSync) ?? true))
const built = await Promise.allSettled(making.map(build))
const ships = making.flatMap((options, index) =>
  shipped.includes(options) ? (built[index].value ?? []) : [],
)
const metafiles = ships.map(({ metafile }) => metafile)
writeFileSync(join(outdir, 'THIRD-PARTY-NOTICES.txt'), noticesOf(metafiles))
if (production) {
  const { billOfMaterials } = await import('./sbom.mjs')
  writeFileSync(join(outdir, 'sbom.cdx.json'), billOfMaterials(metafiles))
}
// esbuild has said what is wrong; the other bundles are written all the same.
if (built.some(({ status }) => status === 'rejected')) process.exitCode = 1
