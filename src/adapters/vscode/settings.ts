// The extension's settings, as VS Code has them for a resource.

import * as vscode from 'vscode'
import {
  type Configuration,
  configurationOf,
  type HintExtent,
  type Preset,
  readConfiguration,
} from '../../service'
import { homeOf } from './document-home'

export interface ExtensionSettings {
  readonly run: 'onType' | 'onSave' | 'off'
  readonly hints: HintExtent | 'off'
  readonly lenses: boolean
  /** Hovers explain words of the prose around diagrams too. */
  readonly prose: boolean
}

export function settingsOf(uri: vscode.Uri): ExtensionSettings {
  const section = sectionFor(uri)
  return {
    run: section.get<ExtensionSettings['run']>('run', 'onType'),
    hints: hintsIn(section.get('inlayHints')),
    lenses: section.get('codeLens', true),
    prose: section.get('hoverInProse', false),
  }
}

/** Settings of earlier versions said true or false. */
const hintsIn = (setting: unknown): ExtensionSettings['hints'] =>
  setting === 'all' || setting === 'keyFigures' ? setting : setting === true ? 'keyFigures' : 'off'

/** Preset and severities, for documents that no arrowsmith.config.json speaks for; what is wrong in them is left out. */
export function configurationIn(uri: vscode.Uri): Configuration {
  const section = sectionFor(uri)
  const preset = section.get<Preset>('preset', 'recommended')
  const rules = section.get<object>('rules', {})
  const read = readConfiguration(JSON.stringify({ preset, rules }), 'settings.json')
  return configurationOf([{ read, path: '' }])
}

const sectionFor = (uri: vscode.Uri) => vscode.workspace.getConfiguration('arrowsmith', homeOf(uri) ?? uri)
