// `node activation.cjs EXTENSION [TEXT]` starts a built extension without VS Code and prints, as JSON, how many
// milliseconds that took and whether the engine was loaded; with the text of the open document, whether it was loaded
// once nothing is left to do.
// Its `vscode` has a document open; whatever else it is asked for, it gives something that can be called,
// constructed and asked for more.

const { Module } = require('node:module')

const anything = new Proxy(() => {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => 'anything' : anything),
  apply: () => anything,
})
const having = known => new Proxy(known, { get: (_, key) => (key in known ? known[key] : anything) })
const constructible = new Proxy(class {}, { get: (_, key) => anything[key], construct: () => anything })

const document = {
  uri: { scheme: 'file', path: '/design.md' },
  languageId: 'markdown',
  version: 1,
  getText: () => process.argv[3] ?? '```mermaid\nflowchart LR\n  a --> b\n```\n',
}
const editor = { document, selection: { active: 0 } }
const vscode = new Proxy(
  {
    workspace: having({ textDocuments: [document] }),
    window: having({ activeTextEditor: editor, visibleTextEditors: [editor] }),
    languages: anything,
    commands: anything,
    Uri: anything,
    Disposable: anything,
  },
  { get: (known, key) => known[key] ?? constructible },
)

const load = Module._load
// A prototype, because bundlers copy a module's own properties and look the others up.
Module._load = (name, ...rest) => (name === 'vscode' ? Object.create(vscode) : load(name, ...rest))

const start = performance.now()
require(process.argv[2]).activate({ subscriptions: [], extensionUri: anything })
const milliseconds = performance.now() - start
if (process.argv[3] === undefined) told()
else process.once('beforeExit', told)

function told() {
  const engine = Object.keys(require.cache).some(path => path.endsWith('service.cjs'))
  console.log(JSON.stringify({ milliseconds, engine }))
  process.exit()
}
