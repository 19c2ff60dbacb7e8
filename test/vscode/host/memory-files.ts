// A virtual workspace: files that are on no disk, as a browser has them where a repository is opened by its address.

import * as vscode from 'vscode'

const { FileType, FileChangeType, FileSystemError } = vscode

/** Keeps files by their paths; folders are what their files lie in. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>()
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>()
  readonly onDidChangeFile = this.#changed.event
  /** Goes up with every change, as times of files do. */
  #time = 0

  constructor(files: Readonly<Record<string, string>>) {
    const encoder = new TextEncoder()
    for (const [path, text] of Object.entries(files)) this.#files.set(`/${path}`, encoder.encode(text))
  }

  watch = () => new vscode.Disposable(() => undefined)

  stat({ path }: vscode.Uri): vscode.FileStat {
    const content = this.#files.get(path)
    if (!content && !this.#isFolder(path)) throw FileSystemError.FileNotFound(path)
    const type = content ? FileType.File : FileType.Directory
    return { type, ctime: 0, mtime: this.#time, size: content?.length ?? 0 }
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const folder = path.replace(/\/?$/, '/')
    const entries = [...this.#files.keys()]
      .filter(file => file.startsWith(folder))
      .map(file => file.slice(folder.length).split('/'))
    return [
      ...new Map(
        entries.map(([name = '', ...below]): [string, vscode.FileType] => [
          name,
          below.length > 0 ? FileType.Directory : FileType.File,
        ]),
      ),
    ]
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const content = this.#files.get(path)
    if (!content) throw FileSystemError.FileNotFound(path)
    return content
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created
    this.#files.set(uri.path, content)
    this.#tell(type, uri)
  }

  delete(uri: vscode.Uri): void {
    const gone = [...this.#files.keys()].filter(path => path === uri.path || path.startsWith(`${uri.path}/`))
    if (gone.length === 0) throw FileSystemError.FileNotFound(uri)
    for (const path of gone) this.#files.delete(path)
    for (const path of gone) this.#tell(FileChangeType.Deleted, uri.with({ path }))
  }

  createDirectory(): void {}

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from))
    this.delete(from)
  }

  #isFolder = (path: string) =>
    path === '/' || [...this.#files.keys()].some(file => file.startsWith(`${path}/`))

  #tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
    this.#time++
    this.#changed.fire([{ type, uri }])
  }
}
