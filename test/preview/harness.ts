// The preview in a real browser: a page as VS Code would make it, with its themes and a stand-in for its API.

import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { mermaidBundle } from '../../mermaid-bundle.mjs'
import { previewPlugins } from '../../preview-bundle.mjs'
import { policyFor } from '../../src/adapters/vscode/preview/webview-policy'
import { translationsElement } from '../../src/adapters/vscode/preview/webview-translations'
import type { FromPreview, ToPreview } from '../../src/service/preview/messages'
import { startBrowser } from '../browser'
import { newBuild, shareBuild, sharedBuild } from '../builds'
import type { Translations } from './languages'
import { classesOf, type ThemeName, themes } from './themes'

export interface Harness {
  readonly open: (options?: Options) => Promise<Preview>
  readonly close: () => Promise<void>
}

export interface Options {
  readonly theme?: ThemeName
  readonly width?: number
  readonly height?: number
  /** English unless given; German otherwise, as far as the page can tell. */
  readonly translations?: Translations
}

export interface Preview {
  readonly page: Page
  /** As the extension would: any value at all, since the page must stand anything. */
  readonly post: (message: unknown) => Promise<void>
  readonly drawn: () => Promise<void>
  /** What the page's console said since the last time. */
  readonly complaints: () => readonly string[]
  /** Posts and waits until the picture has been drawn. */
  readonly show: (message: ToPreview) => Promise<void>
  readonly sent: () => Promise<readonly FromPreview[]>
  readonly setTheme: (theme: ThemeName) => Promise<void>
}

/** Of the sources, or of what is built in a folder. */
export const startHarness = async (built?: string): Promise<Harness> => {
  const files = filesIn(built ?? (await bundle()))
  const server = createServer((request, response) => {
    const content = files.get(request.url ?? '')
    const type = request.url?.endsWith('.js')
      ? 'text/javascript'
      : request.url?.endsWith('.css')
        ? 'text/css'
        : 'text/html'
    response
      .writeHead(content === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` })
      .end(content)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const browser = await startBrowser()
  return {
    open: (options = {}) => {
      const path = options.translations ? `/translated-${files.size}` : '/'
      files.set(path, html(options.translations))
      return openPreview(browser, `http://127.0.0.1:${port}${path}`, options)
    },
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

/** Wherever this is bundled to: the folder of package.json above. */
const root = (function above(folder: string): string {
  return existsSync(resolve(folder, 'package.json')) ? folder : above(resolve(folder, '..'))
})(import.meta.dirname)

/** The preview and Mermaid, apart from each other as in the extension. */
const bundle = async (): Promise<string> => {
  const known = sharedBuild('preview')
  if (known !== undefined) return known
  const outdir = newBuild()
  const options = {
    bundle: true,
    format: 'esm',
    target: 'es2022',
    absWorkingDir: root,
  } as const
  const apart = { entryPoints: ['src/adapters/preview/main.ts'], plugins: [...previewPlugins] }
  await Promise.all([
    build({ ...options, ...apart, outfile: resolve(outdir, 'preview.js') }),
    build({ ...options, ...mermaidBundle, minify: true, outfile: resolve(outdir, 'mermaid.js') }),
  ])
  return shareBuild('preview', outdir)
}

/** What the server has of a page with the scripts in this folder. */
const filesIn = (folder: string): Map<string, string> =>
  new Map([
    ['/preview.css', readFileSync(resolve(root, 'media/preview.css'), 'utf8')],
    ...['preview.js', 'mermaid.js'].map(
      name => [`/${name}`, readFileSync(resolve(folder, name), 'utf8')] as const,
    ),
  ])

const html = (translations: Translations | undefined) => `<!DOCTYPE html>
<html lang="${translations ? 'de' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor("'self'", 'abc')}">
<title>Preview</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview.css">
${translationsElement(translations)}
<script nonce="abc">
window.sent = []
window.acquireVsCodeApi = () => ({
  postMessage: message => window.sent.push(message),
  getState: () => window.kept,
  setState: state => { window.kept = state },
})
</script>
<script type="module" nonce="abc" src="/preview.js"></script>
</head>
<body></body>
</html>`

declare global {
  interface Window {
    sent: FromPreview[]
    /** What the page keeps while it is hidden. */
    kept: unknown
  }
}

const openPreview = async (browser: Browser, url: string, options: Options): Promise<Preview> => {
  const { theme = 'dark', width = 1400, height = 900 } = options
  const page = await browser.newPage({ viewport: { width, height } })
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(url)
  const setTheme = (name: ThemeName) =>
    page.evaluate(dress, { classes: classesOf[name], variables: themes[name] })
  await setTheme(theme)
  await page.waitForFunction(() => window.sent.some(message => message.type === 'ready'))
  const post = (message: unknown) => page.evaluate(postAndWait, message)
  const drawn = async () => {
    await page.waitForFunction(() => document.querySelector('main')?.getAttribute('aria-busy') !== 'true')
  }
  const show = async (message: ToPreview) => {
    await post(message)
    await drawn()
    if (errors.length > 0) throw new Error(`The page complains: ${errors.splice(0).join('; ')}`)
  }
  return {
    page,
    post,
    drawn,
    complaints: () => errors.splice(0),
    show,
    sent: () => page.evaluate(() => window.sent),
    setTheme,
  }
}

const postAndWait = (message: unknown) =>
  new Promise<void>(received => {
    window.addEventListener('message', () => setTimeout(received), { once: true })
    window.postMessage(message, '*')
  })

const dress = ({ classes, variables }: { classes: string; variables: Readonly<Record<string, string>> }) => {
  document.body.className = classes
  document.documentElement.removeAttribute('style')
  for (const [variable, value] of Object.entries(variables)) {
    document.documentElement.style.setProperty(`--vscode-${variable}`, value)
  }
}
