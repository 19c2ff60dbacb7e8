// The preview's page as one script: Mermaid is a file beside it, and the frame that Mermaid draws in a text within it.

import { join } from 'node:path'
import { build } from 'esbuild'

/** Loaded when there is first something to draw. */
const mermaidApart = {
  name: 'mermaid-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^mermaid$/ }, () => ({ path: './mermaid.js', external: true })),
}

/** A frame without an origin can load no script; it gets this one with its page. */
const sandboxInside = {
  name: 'sandbox-inside',
  setup({ onResolve, onLoad, initialOptions: { absWorkingDir = process.cwd() } }) {
    onResolve({ filter: /^drawing-sandbox$/ }, ({ path }) => ({ path, namespace: 'sandbox' }))
    onLoad({ filter: /./, namespace: 'sandbox' }, async () => {
      const { outputFiles } = await build({
        absWorkingDir,
        entryPoints: [join('src', 'adapters', 'preview', 'drawing', 'sandbox.ts')],
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        external: ['mermaid'],
      })
      return { contents: outputFiles[0].text.replaceAll('</script', '<\\/script'), loader: 'text' }
    })
  },
}

export const previewPlugins = [mermaidApart, sandboxInside]
