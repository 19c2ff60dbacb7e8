// The configuration of a document that an editor has open, and what is wrong in its files.

import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver'
import type { Configuration } from '../../service'
import { linesOf } from '../../text/lines'
import { type ConfigurationFile, configurationsOnDisk } from '../disk/configuration'
import { homeOf } from './document-home'
import { uriOfPath } from './uri'

export interface Configurations {
  /** The user's settings for documents that no file speaks for. What a broken file still says is used. */
  of(uri: string): Configuration
  /** Files changed: they are read again when they are needed. */
  forget(): void
}

interface Circumstances {
  readonly connection: Connection
  /** The paths of the folders that are open. */
  readonly folders: () => readonly string[]
  /** What the user's settings say: for documents that no file speaks for. */
  readonly settings: () => Configuration
}

/** Reads each file once, and tells the user what is wrong in it: in the file, and once in a message. */
export function createConfigurations({ connection, folders, settings }: Circumstances): Configurations {
  const told = new Map<string, string>()
  let find = configurationsOnDisk()
  const tell = (broken: ConfigurationFile) => {
    const { file, problems } = broken
    const state = problems.join('\n')
    if ((told.get(file) ?? '') === state) return
    told.set(file, state)
    void connection.sendDiagnostics({ uri: uriOfPath(file), diagnostics: diagnosticsIn(broken) })
    if (problems.length > 0)
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: inShort(problems),
      })
  }
  return {
    of(uri) {
      const path = homeOf(uri, folders())
      if (path === undefined) return settings()
      const { configuration, files } = find(path)
      files.forEach(tell)
      return files.length === 0 ? settings() : configuration
    },
    forget() {
      find = configurationsOnDisk()
      // Those that are gone have nothing wrong in them; the others are told of again if they still have.
      for (const file of told.keys())
        void connection.sendDiagnostics({ uri: uriOfPath(file), diagnostics: [] })
      told.clear()
    },
  }
}

function inShort([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} (and ${others.length} more in this file)`
}

function diagnosticsIn({ text, read, problems }: ConfigurationFile): Diagnostic[] {
  const lines = linesOf(text)
  const positionOf = (offset: number) => {
    const { line, column } = lines.positionAt(offset)
    return { line: line - 1, character: column - 1 }
  }
  const placed = read.problems.map(({ message, span }) => ({
    message,
    range: { start: positionOf(span.start), end: positionOf(span.end) },
  }))
  // A file that can't be read has no places.
  const start = { line: 0, character: 0 }
  const found =
    placed.length > 0 ? placed : problems.map(message => ({ message, range: { start, end: start } }))
  return found.map(({ message, range }) => ({
    range,
    message,
    severity: DiagnosticSeverity.Warning,
    source: 'arrowsmith',
  }))
}
