// Bundles what ships – extension, web extension, CLI, language server, preview – and, with --tests, what drives VS Code.
// `node esbuild.mjs cli lsp --outdir=somewhere` builds only these adapters, there.

import { existsSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const production = process.argv.includes('--production')
const tests = process.argv.includes('--tests')
const outdir = process.argv.find(word => word.startsWith('--outdir='))?.slice('--outdir='.length) ?? 'dist'
const adapters = process.argv.slice(2).filter(word => !word.startsWith('--'))

const shared = {
  bundle: true,
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  loader: { '.md': 'text' },
  logLevel: 'warning',
}
/** ES modules first: a bundler can't follow the requires of UMD packages such as jsonc-parser. */
const mainFields = ['module', 'main']
const node = { ...shared, platform: 'node', external: ['vscode'], mainFields }
const web = { ...shared, platform: 'browser', external: ['vscode'] }
/** CommonJS packages inside an ES module ask for Node's own modules through this. */
const requireForBundled =
  "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);"
const tool = { ...node, format: 'esm', packages: 'external' }

/** Mermaid is a file of its own, which the preview loads when it first has something to draw. */
const mermaidApart = {
  name: 'mermaid-apart',
  setup(plugin) {
    plugin.onResolve({ filter: /^mermaid$/ }, () => ({ path: './mermaid.js', external: true }))
  },
}

const shipped = [
  {
    ...node,
    format: 'cjs',
    entryPoints: ['src/adapters/vscode/extension.ts'],
    outfile: `${outdir}/extension.js`,
  },
  {
    ...web,
    format: 'cjs',
    entryPoints: ['src/adapters/vscode/extension.web.ts'],
    outfile: `${outdir}/extension.web.js`,
  },
  {
    ...node,
    format: 'esm',
    entryPoints: ['src/adapters/cli/main.ts'],
    outdir,
    entryNames: 'cli',
    chunkNames: 'cli/[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    splitting: true,
    banner: { js: `#!/usr/bin/env node\n${requireForBundled}` },
  },
  { ...node, format: 'cjs', entryPoints: ['src/adapters/lsp/main.ts'], outfile: `${outdir}/lsp.cjs` },
  {
    ...web,
    format: 'esm',
    entryPoints: ['src/adapters/preview/main.ts'],
    outfile: `${outdir}/preview.js`,
    plugins: [mermaidApart],
  },
  {
    ...web,
    format: 'esm',
    minify: true,
    sourcemap: false,
    stdin: { contents: "export { default } from 'mermaid'", resolveDir: import.meta.dirname },
    outfile: `${outdir}/mermaid.js`,
  },
]

const testing = [
  { ...web, format: 'cjs', entryPoints: ['test/vscode/host/index.ts'], outfile: `${outdir}/test/host.js` },
  ...['run', 'electron', 'open'].map(name => ({
    ...tool,
    entryPoints: [`test/vscode/${name}.ts`],
    outfile: `${outdir}/test/${name}.mjs`,
  })),
]

if (production) rmSync(outdir, { recursive: true, force: true })
const builds = [...shipped, ...(tests ? testing : [])]
const wanted = ({ entryPoints = [] }) =>
  adapters.length === 0 || adapters.some(name => entryPoints[0]?.startsWith(`src/adapters/${name}/`))
const built = await Promise.allSettled(
  builds.filter(options => wanted(options) && (options.entryPoints?.every(existsSync) ?? true)).map(build),
)
// esbuild has said what is wrong; the other bundles are written all the same.
if (built.some(({ status }) => status === 'rejected')) process.exitCode = 1
