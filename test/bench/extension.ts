// The extension as it is shipped: its sizes, and how long VS Code waits for it to start.

import { execFileSync } from 'node:child_process'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { report } from './report'
import { inTurns, run } from './timing'

export async function benchExtension(built: string, folder: string): Promise<void> {
  const kilobytes = (name: string) => statSync(join(built, name)).size / 1000
  report({ what: 'Main bundle', value: kilobytes('extension.js'), unit: 'KB', atMost: 500 })
  report({ what: 'Engine, loaded at first use', value: kilobytes('service.cjs'), unit: 'KB' })
  report({
    what: 'Main bundle in browsers, engine included',
    value: kilobytes('extension.web.js'),
    unit: 'KB',
  })

  const starter = starterOf(join(built, 'extension.js'), folder)
  const { start } = await inTurns(15, { start: () => Number(run([starter], folder)) })
  report({ what: 'Extension loaded and activated', value: start.median, unit: 'ms', atMost: 50 })

  const vsix = join(folder, 'arrowsmith.vsix')
  execFileSync('npx', ['vsce', 'package', '--no-dependencies', '--out', vsix], { stdio: 'pipe' })
  report({ what: 'VSIX', value: statSync(vsix).size / 1e6, unit: 'MB', atMost: 4 })
}

/**
 * A script that starts the extension and prints how many milliseconds that took. Its `vscode` has a document open;
 * whatever else it is asked for, it gives something that can be called, constructed and asked for more.
 */
function starterOf(extension: string, folder: string): string {
  const starter = join(folder, 'start.js')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    starter,
    `const module_ = require('node:module')
const anything = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => 'anything' : anything),
  apply: () => anything,
  construct: () => anything,
})
const having = known => new Proxy(known, { get: (_, key) => (key in known ? known[key] : anything) })
const uri = { scheme: 'file', path: '/design.md' }
const document = { uri, languageId: 'markdown', version: 1, getText: () => '\`\`\`mermaid\\nflowchart LR\\n  a --> b\\n\`\`\`\\n' }
const editor = { document, selection: { active: 0 } }
const vscode = having({
  workspace: having({ textDocuments: [document] }),
  window: having({ activeTextEditor: editor, visibleTextEditors: [editor] }),
})
const load = module_._load
// A prototype, because bundlers copy a module's own properties and look the others up.
module_._load = (name, ...rest) => (name === 'vscode' ? Object.create(vscode) : load(name, ...rest))
const start = performance.now()
require(${JSON.stringify(extension)}).activate(having({ subscriptions: [] }))
console.log(performance.now() - start)
process.exit()
`,
  )
  return starter
}
