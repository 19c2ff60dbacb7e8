// The preview's panel: shows one diagram of a document, and does what is clicked in it.

import * as vscode from 'vscode'
import {
  changeEdits,
  explainingPart,
  fixEdits,
  objectiveAt,
  placeOfTarget,
  type Snapshot,
  type Steps,
  statementEdits,
  targetAt,
} from '../../../service'
import {
  type AskedExport,
  type Change,
  type FromPreview,
  fromPreview,
  type Percentile,
  type PreviewTarget,
  type ToPreview,
} from '../../../service/preview/messages'
import type { Edit } from '../../../text/edit'
import type { Documents } from '../documents'
import { toRange, toWorkspaceEdit } from '../positions'
import { inSlices } from '../slices'
import { ComparedVersion, type Counterpart, head } from './compared-version'
import { chosenCounterpart } from './counterparts'
import { copyText, saveExport } from './export'
import { fileNameOf } from './file-name'
import { createRefreshing, type Refreshing } from './refreshing'
import { showing } from './showing'
import { previewPage } from './webview-page'

/** One panel for all documents: it follows the editor. */
export class PreviewPanel {
  readonly #panel: vscode.WebviewPanel
  readonly #documents: Documents
  #document: vscode.TextDocument | undefined
  #diagram = 0
  /** How often it turned to another diagram. */
  #turn = 0
  /** What-if: it lasts until another diagram is shown. */
  #changes: readonly Change[] = []
  /** Ids of groups; likewise. The page remembers which they were, and asks for them again. */
  #collapsed: readonly string[] = []
  #percentile: Percentile = 'p99'
  /** What Compare is pressed for: chosen last, and still there. */
  #counterpart: Counterpart = head
  /** Its page listens. */
  #isReady = false
  #wanted: AskedExport | undefined
  readonly #refreshing: Refreshing
  readonly #compared: ComparedVersion

  constructor(panel: vscode.WebviewPanel, extension: vscode.Uri, documents: Documents) {
    this.#panel = panel
    this.#documents = documents
    this.#refreshing = createRefreshing({
      work: extent => this.#showing(extent),
      turn: () => this.#turn,
      show: message => this.#send(message),
    })
    this.#compared = new ComparedVersion(documents, () => this.refresh())
    panel.onDidDispose(() => this.#compared.dispose())
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extension, 'dist'), vscode.Uri.joinPath(extension, 'media')],
    }
    panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'icon.svg')
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message))
    panel.webview.html = previewPage(panel.webview, extension)
  }

  get document(): vscode.TextDocument | undefined {
    return this.#document
  }

  reveal(): void {
    this.#panel.reveal(undefined, true)
  }

  /** Turns to a diagram; nothing happens if it is shown already. */
  show(document: vscode.TextDocument, diagram: number): void {
    if (document === this.#document && diagram === this.#diagram) return
    const before = { document: this.#document, diagram: this.#diagram }
    this.#turn++
    this.#document = document
    this.#diagram = diagram
    this.#changes = []
    this.#collapsed = []
    this.#keepComparing(before)
    this.#panel.title = vscode.l10n.t('Preview {0}', fileNameOf(document.uri))
    this.refresh()
  }

  /** Only revisions are of every document; of two diagrams that are compared, each shows what differs from the other. */
  #keepComparing(before: { document: vscode.TextDocument | undefined; diagram: number }): void {
    const { counterpart } = this.#compared
    if (before.document !== this.#document) {
      if (this.#counterpart.kind !== 'revision') this.#counterpart = head
      this.#compared.follow(this.#document, counterpart?.kind === 'revision' ? counterpart : undefined)
    } else if (counterpart?.kind === 'diagram' && counterpart.index === this.#diagram)
      this.compare({ kind: 'diagram', index: before.diagram })
  }

  /** Sets the picture beside something else; undefined: no longer. */
  compare(counterpart: Counterpart | undefined): void {
    if (counterpart) this.#counterpart = counterpart
    this.#compared.follow(this.#document, counterpart)
    this.refresh()
  }

  /** Sets the picture beside the last commit, or no longer if it is that already. */
  toggleHead(): void {
    this.compare(this.#compared.counterpart === head ? undefined : head)
  }

  /** Asks what to compare with. */
  async chooseCounterpart(): Promise<void> {
    const document = this.#document
    if (!document) return
    const snapshot = await this.#documents.read(document)
    const chosen = await chosenCounterpart({ document, snapshot, diagram: this.#diagram })
    if (chosen && document === this.#document) this.compare(chosen)
  }

  /** Draws what the document says now, as soon as that is worked out. */
  refresh(): void {
    this.#refreshing.refresh()
  }

  *#showing({ figuresOnly }: { readonly figuresOnly: boolean }): Steps<ToPreview> {
    const snapshot = this.#document && (yield* this.#documents.reading(this.#document))
    this.#diagram = Math.max(0, Math.min(this.#diagram, (snapshot?.diagrams.length ?? 0) - 1))
    return yield* showing({
      document: this.#document,
      snapshot,
      diagram: this.#diagram,
      choices: {
        changes: this.#changes,
        percentile: this.#percentile,
        compareWith: snapshot && this.#compared.beside(snapshot),
        collapsed: this.#collapsed,
        figuresOnly,
        translate: vscode.l10n.t,
      },
    })
  }

  /** Has the picture made into a file or a table, as soon as its page can. */
  exportAs(way: AskedExport): void {
    this.#wanted = way
    if (this.#isReady) void this.#sendWanted()
  }

  async #sendWanted(): Promise<void> {
    await this.#refreshing.settled()
    if (this.#wanted) this.#send({ type: 'exportAs', way: this.#wanted })
    this.#wanted = undefined
  }

  /** Marks in the picture what stands at an offset of the document; of an objective, shows the flow. */
  async select(offset: number): Promise<void> {
    await this.#refreshing.settled()
    const snapshot = this.#document && (await this.#documents.read(this.#document))
    const diagram = snapshot?.diagrams[this.#diagram]
    if (!diagram) return
    const flow = objectiveAt(diagram, offset)
    if (flow !== undefined) this.#send({ type: 'flow', name: flow })
    this.#send({ type: 'select', target: targetAt(diagram, offset) })
  }

  #snapshot() {
    return this.#document && this.#documents.snapshotOf(this.#document)
  }

  /** What tells it from the other diagrams of the document; undefined for the only one. */
  #diagramName(): string | undefined {
    const diagrams = this.#snapshot()?.diagrams ?? []
    const title = diagrams[this.#diagram]?.system.diagram.title
    return diagrams.length > 1 ? (title ?? String(this.#diagram + 1)) : undefined
  }

  #send(message: ToPreview): void {
    this.#panel.webview.postMessage(message)
  }

  async #receive(message: unknown): Promise<void> {
    const { data } = fromPreview.safeParse(message)
    if (data) await this.#obey(data)
  }

  async #obey(message: FromPreview): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true
        this.refresh()
        return this.#sendWanted()
      case 'diagram':
        return this.#document && this.show(this.#document, message.index)
      case 'whatIf':
        this.#changes = message.changes
        return this.#refreshing.refresh({ figuresFirst: true })
      case 'collapse':
        this.#collapsed = message.groups
        return this.refresh()
      case 'percentile':
        this.#percentile = message.percentile
        return this.refresh()
      case 'compare':
        return this.compare(message.on ? this.#counterpart : undefined)
      case 'chooseCounterpart':
        return this.chooseCounterpart()
      case 'apply':
        return this.#edit(snapshot => changeEdits(snapshot, this.#diagram, this.#changes))
      case 'reveal':
        return this.#jumpTo(message.target)
      case 'explain':
        return this.#explain(message.target)
      case 'fix':
        return this.#edit(snapshot => fixEdits(snapshot, this.#diagram, message))
      case 'state':
        return this.#edit(snapshot => statementEdits(snapshot, this.#diagram, message))
      case 'open':
        return openLink(message.url)
      case 'copy':
        return copyText(message.text)
      case 'export':
        return this.#document && saveExport(this.#document, { ...message, diagram: this.#diagramName() })
    }
  }

  async #explain(target: PreviewTarget): Promise<void> {
    const snapshot = this.#document && (await this.#documents.read(this.#document))
    if (!snapshot) return
    const part = { diagram: this.#diagram, target, changes: this.#changes }
    const markdown = await inSlices(explainingPart(snapshot, part))
    if (markdown !== undefined) this.#send({ type: 'explained', target, markdown })
  }

  async #jumpTo(target: PreviewTarget): Promise<void> {
    const diagram = this.#snapshot()?.diagrams[this.#diagram]
    if (!this.#document || !diagram) return
    const range = toRange(this.#document, placeOfTarget(diagram, target))
    const viewColumn = vscode.window.visibleTextEditors.find(
      ({ document }) => document === this.#document,
    )?.viewColumn
    await vscode.window.showTextDocument(this.#document, {
      selection: range,
      viewColumn: viewColumn ?? this.#columnBeside(),
    })
  }

  /** Never the preview's own: the text would open over it. */
  #columnBeside(): vscode.ViewColumn {
    const { One, Beside } = vscode.ViewColumn
    const isElsewhere = (column: vscode.ViewColumn | undefined) => column !== this.#panel.viewColumn
    const other = vscode.window.tabGroups.all.find(({ viewColumn }) => isElsewhere(viewColumn))
    return other?.viewColumn ?? (isElsewhere(One) ? One : Beside)
  }

  async #edit(editsIn: (snapshot: Snapshot) => readonly Edit[]): Promise<void> {
    const snapshot = this.#snapshot()
    if (!this.#document || !snapshot) return
    const written = await vscode.workspace.applyEdit(toWorkspaceEdit(this.#document, editsIn(snapshot)))
    if (!written)
      vscode.window.showWarningMessage(
        vscode.l10n.t('{0} cannot be changed.', fileNameOf(this.#document.uri)),
      )
  }
}

/** Links of rules and sources: web pages, nothing else. */
function openLink(url: string): void {
  if (url.startsWith('https://')) vscode.env.openExternal(vscode.Uri.parse(url))
}
