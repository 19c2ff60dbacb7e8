// The tools for assistants: as tools of this window, or as an MCP server that the editor starts.

import * as vscode from 'vscode'
import { version } from '../../../package.json'
import { languageOfText } from '../../text/languages'
import { refused, type ToolHost } from '../assistants/tool'
import { assistantTools } from '../assistants/tools'
import type { Configurations } from './configuration'

/** Offers both as far as the editor knows them; `arrowsmith.assistants` says which of them assistants see. */
export const registerAssistants = (
  extension: vscode.Uri,
  configurations: Configurations,
): vscode.Disposable =>
  vscode.Disposable.from(...registerTools(documentHost(configurations)), ...registerServer(extension))

/** As package.json names a tool: names are shared among all extensions. */
export const toolId = (name: string): string => `arrowsmith_${name}`

function registerTools(host: ToolHost): vscode.Disposable[] {
  const models: Partial<typeof vscode.lm> | undefined = vscode.lm
  if (!models?.registerTool) return []
  return assistantTools.map(tool =>
    vscode.lm.registerTool(toolId(tool.name), {
      async invoke({ input }) {
        const result = await tool.call(input, host)
        const text = refused(result) ? result.refusal : JSON.stringify(result)
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)])
      },
    }),
  )
}

/** Documents of the workspace, as the editor has them: what is not saved yet included. */
const documentHost = (configurations: Configurations): ToolHost => ({
  async open(path) {
    for (const uri of placesOf(path)) {
      const document = await vscode.workspace.openTextDocument(uri).then(
        opened => opened,
        () => undefined,
      )
      if (!document) continue
      await configurations.load(uri)
      const text = document.getText()
      return { text, language: languageOfText(uri.path, text), configuration: configurations.of(uri) }
    }
    return { refusal: `${path}: no such document in the workspace.` }
  },
})

/** The places that a path can mean: whole, or from one of the folders. */
function placesOf(path: string): readonly vscode.Uri[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri)
  const isWhole = /^(?:\/|[A-Za-z]:[\\/])/.test(path)
  const places = isWhole ? [vscode.Uri.file(path)] : folders.map(folder => vscode.Uri.joinPath(folder, path))
  return places.filter(place => vscode.workspace.getWorkspaceFolder(place))
}

/** From VS Code 1.101 on. */
interface McpApi {
  readonly lm: {
    registerMcpServerDefinitionProvider(id: string, provider: McpProvider): vscode.Disposable
  }
  readonly McpStdioServerDefinition: new (
    label: string,
    command: string,
    words?: readonly string[],
    environment?: Readonly<Record<string, string>>,
    version?: string,
  ) => object
}

interface McpProvider {
  readonly onDidChangeMcpServerDefinitions: vscode.Event<void>
  provideMcpServerDefinitions(): readonly object[]
}

const knowsMcp = (api: object): api is McpApi =>
  'McpStdioServerDefinition' in api &&
  'lm' in api &&
  typeof api.lm === 'object' &&
  api.lm !== null &&
  'registerMcpServerDefinitionProvider' in api.lm

/** In browsers there is no process to start. */
function registerServer(extension: vscode.Uri): vscode.Disposable[] {
  const api: object = vscode
  const node: string | undefined = globalThis.process?.execPath
  if (!knowsMcp(api) || !node || extension.scheme !== 'file') return []
  const changed = new vscode.EventEmitter<void>()
  const program = vscode.Uri.joinPath(extension, 'dist', 'cli.mjs').fsPath
  return [
    changed,
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('arrowsmith.assistants')) changed.fire()
    }),
    api.lm.registerMcpServerDefinitionProvider('arrowsmith', {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () =>
        vscode.workspace.getConfiguration('arrowsmith').get('assistants') === 'mcp'
          ? // Electron is Node when it is told so.
            [
              new api.McpStdioServerDefinition(
                'Arrowsmith',
                node,
                [program, 'mcp'],
                { ELECTRON_RUN_AS_NODE: '1' },
                version,
              ),
            ]
          : [],
    }),
  ]
}
