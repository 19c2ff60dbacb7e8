// The extension's settings, as VS Code has them for a resource.

import * as vscode from 'vscode'
import type { Preset } from '../../service'

export interface Settings {
  readonly run: 'onType' | 'onSave' | 'off'
  readonly preset: Preset
  readonly hints: boolean
  readonly lenses: boolean
}

export function settingsOf(uri: vscode.Uri): Settings {
  const section = vscode.workspace.getConfiguration('arrowsmith', uri)
  return {
    run: section.get<Settings['run']>('run', 'onType'),
    preset: section.get<Preset>('preset', 'recommended'),
    hints: section.get('inlayHints', false),
    lenses: section.get('codeLens', true),
  }
}
