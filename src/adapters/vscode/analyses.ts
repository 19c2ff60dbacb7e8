// The analyses of documents, each made once, in steps that anybody may go on with.

import type * as vscode from 'vscode'
import {
  analyzingText,
  type Configuration,
  type Snapshot,
  type StatedElsewhere,
  type Steps,
} from '../../service'
import type { Language } from '../../text/languages'
import type { Configurations } from './configuration'
import type { Workspace } from './workspace'

/** What an analysis rests on. */
interface Basis {
  readonly version: number
  readonly language: Language
  readonly configuration: Configuration
  /** What the neighbors stated when it was begun. */
  readonly stated: StatedElsewhere | undefined
}

interface Known extends Basis {
  readonly snapshot: Snapshot
}

interface Begun extends Basis {
  readonly steps: Steps<Snapshot>
}

const restOnSame = (one: Basis, other: Basis): boolean =>
  one.version === other.version &&
  one.language === other.language &&
  one.configuration === other.configuration &&
  one.stated === other.stated

/** Makes the analysis of a document as it is now; undefined for documents that are none of ours. */
export type Reading = (document: vscode.TextDocument) => Steps<Snapshot | undefined>

/** Keeps the latest of each document for as long as VS Code keeps the document. */
export function createAnalyses(
  configurations: Configurations,
  neighbors: Workspace,
  languageOf: (document: vscode.TextDocument, configuration: Configuration) => Language | undefined,
): Reading {
  const latest = new WeakMap<vscode.TextDocument, Known>()
  const begun = new WeakMap<vscode.TextDocument, Begun>()
  /** The analysis of a document as it is now: known, or to be made. */
  const analysisOf = (document: vscode.TextDocument): Known | Begun | undefined => {
    const { uri, version } = document
    const configuration = configurations.of(uri)
    const language = languageOf(document, configuration)
    if (!language) return undefined
    const neighborhood = neighbors.of(uri)
    const basis = { version, language, configuration, stated: neighborhood?.stated }
    const found = [latest.get(document), begun.get(document)].find(known => known && restOnSame(known, basis))
    if (found) return found
    const context = { language, configuration, neighborhood }
    const steps = analyzingText(document.getText(), context, latest.get(document)?.snapshot)
    const beginning = { ...basis, steps }
    begun.set(document, beginning)
    return beginning
  }
  const take = (document: vscode.TextDocument, { steps, ...basis }: Begun, snapshot: Snapshot) => {
    const { uri } = document
    neighbors.note(uri, snapshot)
    latest.set(document, { ...basis, snapshot, stated: neighbors.of(uri)?.stated })
  }
  const goOn = (document: vscode.TextDocument, analysis: Begun) => {
    begun.delete(document)
    const step = analysis.steps.next()
    if (step.done) take(document, analysis, step.value)
    // Taken back only if it can go on: one that failed is not asked again.
    else begun.set(document, analysis)
  }
  return function* reading(document: vscode.TextDocument): Steps<Snapshot | undefined> {
    for (;;) {
      const analysis = analysisOf(document)
      if (!analysis || 'snapshot' in analysis) return analysis?.snapshot
      goOn(document, analysis)
      yield
    }
  }
}
